package meeting_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rakor/model"
	"rakor/model/meeting"
)

func rakor(id meeting.ID) meeting.Meeting {
	return meeting.Meeting{ID: id, Home: "6271", Title: "Rakor TKPKD", Date: model.Date(id[:10]), Agenda: []meeting.Item{{Title: "Situasi", Minutes: 20}}}
}

func decided(id meeting.ID, n int, deadline model.Date) meeting.Decision {
	return meeting.Decision{Meeting: id, Number: n, Text: "verifikasi desil 1-4", Owner: "Dinas Sosial", Deadline: deadline, Status: meeting.Open}
}

func minutes(t *testing.T, rs ...meeting.Record) *meeting.Minutes {
	t.Helper()
	var m *meeting.Minutes
	changes := make([]meeting.Change, len(rs))
	for i, r := range rs {
		changes[i] = meeting.Add(r)
	}
	m, err := m.Apply(changes...)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestApplyIsAllOrNothingAndLeavesTheOld(t *testing.T) {
	t.Parallel()
	a := minutes(t, rakor("2026-07-07"))
	d := decided("2026-07-07", 1, "2026-12-31")
	b, err := a.Apply(meeting.Add(d))
	if err != nil || a.Len() != 1 || b.Len() != 2 {
		t.Fatalf("%v: old %d, new %d records", err, a.Len(), b.Len())
	}
	later := d
	later.Deadline = "2027-01-31"
	bad := d
	bad.Number, bad.Text = 2, " "
	if _, err := b.Apply(meeting.Edit(d, later), meeting.Add(bad)); !errors.Is(err, meeting.ErrRecord) {
		t.Fatalf("a decision without a text: %v", err)
	}
	if got, _ := b.Decision(d.ID()); got.Deadline != d.Deadline {
		t.Fatalf("half of refused changes was applied: %v", got.Deadline)
	}
}

func TestConflict(t *testing.T) {
	t.Parallel()
	d := decided("2026-07-07", 1, "2026-12-31")
	m := minutes(t, rakor("2026-07-07"), d)
	mine, theirs := d, d
	mine.Note, theirs.Owner = "mine", "Disperkimtan"
	m, err := m.Apply(meeting.Edit(d, theirs))
	if err != nil {
		t.Fatal(err)
	}
	_, err = m.Apply(meeting.Edit(d, mine))
	var c *meeting.ConflictError
	if !errors.As(err, &c) || c.Theirs.(meeting.Decision).Owner != "Disperkimtan" || c.Mine.(meeting.Decision).Note != "mine" {
		t.Fatalf("%v", err)
	}
	if _, err := m.Apply(meeting.Remove(d)); !errors.As(err, &c) {
		t.Fatalf("a changed record was removed: %v", err)
	}
	if again, err := m.Apply(meeting.Edit(d, theirs)); err != nil || again.Len() != m.Len() {
		t.Fatalf("the same change twice: %v", err)
	}
	gone, err := m.Apply(meeting.Remove(theirs))
	if err != nil || gone.Len() != 1 {
		t.Fatalf("%v, %d records", err, gone.Len())
	}
	if _, err := gone.Apply(meeting.Edit(theirs, mine)); !errors.As(err, &c) || c.Theirs != nil {
		t.Fatalf("a removed record was edited: %v", err)
	}
}

// TestFollowUps: what is open of earlier meetings of the same region, the
// latest first, without a deadline last; not of this meeting, a later one,
// another region's, and not what is done or dropped.
func TestFollowUps(t *testing.T) {
	t.Parallel()
	done := decided("2026-02-18", 1, "2026-03-01")
	done.Status = meeting.Done
	extended := decided("2026-02-18", 2, "2026-11-20")
	extended.Status = meeting.Extended
	other := rakor("2026-03-01")
	other.Home = "6203"
	m := minutes(t,
		rakor("2026-02-18"), rakor("2026-07-07"), rakor("2026-11-25"), rakor("2026-11-25-2"), other,
		done, extended,
		decided("2026-07-07", 1, ""), decided("2026-07-07", 2, "2026-12-31"), decided("2026-07-07", 3, "2026-09-30"),
		decided("2026-03-01", 1, "2026-04-01"), decided("2026-11-25", 1, "2026-01-01"), decided("2026-11-25-2", 1, "2026-01-01"))
	this, _ := m.Meeting("2026-11-25")
	got := map[meeting.DecisionID]int{}
	var order []meeting.DecisionID
	for _, f := range m.FollowUps(this, "2026-11-25") {
		got[f.Decision.ID()] = f.Late
		order = append(order, f.Decision.ID())
	}
	// 30 September to 25 November: 31 + 25 = 56 days; 25 November to 31 December: 36.
	if d := cmp.Diff(map[meeting.DecisionID]int{"2026-07-07/3": 56, "2026-02-18/2": 5, "2026-07-07/2": -36, "2026-07-07/1": 0}, got); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]meeting.DecisionID{"2026-07-07/3", "2026-02-18/2", "2026-07-07/2", "2026-07-07/1"}, order); d != "" {
		t.Error(d)
	}
	next, _ := m.Meeting("2026-11-25-2")
	if n := len(m.FollowUps(next, "2026-11-25")); n != 5 {
		t.Errorf("the day's second meeting has %d follow-ups, want 5: those of the first too", n)
	}
}

func TestNumbersAndIDs(t *testing.T) {
	t.Parallel()
	m := minutes(t, rakor("2026-11-25"), decided("2026-11-25", 1, ""), decided("2026-11-25", 4, ""))
	if n := m.NextNumber("2026-11-25"); n != 5 {
		t.Errorf("next number %d: a number that was removed must not come again below the highest", n)
	}
	if id := m.NewID("2026-11-25"); id != "2026-11-25-2" {
		t.Errorf("second meeting of a day: %s", id)
	}
	if id := m.NewID("2026-11-26"); id != "2026-11-26" {
		t.Errorf("first meeting of a day: %s", id)
	}
	ids := []meeting.ID{"2026-11-25", "2026-11-25-2", "2026-11-25-9", "2026-11-25-10", "2026-11-26"}
	for i := range ids[1:] {
		if !meeting.Before(ids[i], ids[i+1]) || meeting.Before(ids[i+1], ids[i]) {
			t.Errorf("%s is not before %s", ids[i], ids[i+1])
		}
	}
}

func TestMove(t *testing.T) {
	t.Parallel()
	d := decided("2026-07-07", 1, "2026-09-30")
	e := d.Move(meeting.Progress{At: "2026-11-25T07:00:00Z", Status: meeting.Extended, Deadline: "2026-12-31", Reason: "data belum lengkap"})
	f := e.Move(meeting.Progress{At: "2026-11-25T08:00:00Z", Status: meeting.Done})
	if d.Deadline != "2026-09-30" || len(d.Progress) != 0 || len(e.Progress) != 1 {
		t.Error("moving changed the decision it began from")
	}
	if f.Deadline != "2026-12-31" || f.Status != meeting.Done || len(f.Progress) != 2 || f.Status.IsOpen() {
		t.Errorf("%+v", f)
	}
}

func TestFewHands(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		h   meeting.Hands
		few bool
	}{
		{meeting.Hands{Agree: 5, Disagree: 0, Abstain: 0, Asked: 10}, false},
		{meeting.Hands{Agree: 3, Disagree: 1, Abstain: 0, Asked: 10}, true},
		{meeting.Hands{}, false},
	} {
		if c.h.Few() != c.few {
			t.Errorf("%+v: few %v", c.h, c.h.Few())
		}
	}
}

// TestRefused holds each rule of the records with the smallest record that
// breaks it.
func TestRefused(t *testing.T) {
	t.Parallel()
	m := func(f func(*meeting.Meeting)) meeting.Record { x := rakor("2026-11-25"); f(&x); return x }
	d := func(f func(*meeting.Decision)) meeting.Record { x := decided("2026-11-25", 1, ""); f(&x); return x }
	h := func(x meeting.Hands) meeting.Record { x.Meeting = "2026-11-25"; return x }
	for name, r := range map[string]meeting.Record{
		"no day":         m(func(x *meeting.Meeting) { x.ID = "2026-02-31" }),
		"first with a 1": m(func(x *meeting.Meeting) { x.ID = "2026-11-25-1" }),
		"letters":        m(func(x *meeting.Meeting) { x.ID = "2026-11-25-x" }),
		"path":           m(func(x *meeting.Meeting) { x.ID = "2026-11-25/.." }),
		"no title":       m(func(x *meeting.Meeting) { x.Title = "" }),
		"control":        m(func(x *meeting.Meeting) { x.Place = "a\x1b[2J" }),
		"half a rune":    m(func(x *meeting.Meeting) { x.Chair = "\xff" }),
		"month as date":  m(func(x *meeting.Meeting) { x.Date = "2026-11" }),
		"minutes":        m(func(x *meeting.Meeting) { x.Agenda[0].Minutes = -1 }),
		"untitled item":  m(func(x *meeting.Meeting) { x.Agenda[0].Title = "" }),
		"long agenda":    m(func(x *meeting.Meeting) { x.Agenda = make([]meeting.Item, meeting.MaxAgenda+1) }),
		"number":         d(func(x *meeting.Decision) { x.Number = 0 }),
		"status":         d(func(x *meeting.Decision) { x.Status = "maybe" }),
		"deadline":       d(func(x *meeting.Decision) { x.Deadline = "31-12-2026" }),
		"long text":      d(func(x *meeting.Decision) { x.Text = strings.Repeat("x", meeting.MaxText+1) }),
		"progress":       d(func(x *meeting.Decision) { x.Progress = []meeting.Progress{{Status: "?"}} }),
		"progress deadline": d(func(x *meeting.Decision) {
			x.Progress = []meeting.Progress{{Status: meeting.Open, Deadline: "2026-13-01"}}
		}),
		"figure":             d(func(x *meeting.Decision) { x.Basis.Figures = []meeting.Figure{{Text: "\x00"}} }),
		"more hands than":    h(meeting.Hands{Number: 1, Question: "?", Agree: 3, Asked: 2}),
		"below none":         h(meeting.Hands{Number: 1, Question: "?", Agree: -1, Asked: 2}),
		"no question":        h(meeting.Hands{Number: 1, Asked: 2}),
		"decision's meeting": d(func(x *meeting.Decision) { x.Meeting = "" }),
	} {
		if err := r.Check(); !errors.Is(err, meeting.ErrRecord) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for name, r := range map[string]meeting.Record{
		"meeting":  m(func(x *meeting.Meeting) { x.ID = "2026-11-25-12" }),
		"decision": d(func(x *meeting.Decision) { x.Text = "dua\nbaris" }),
		"hands":    h(meeting.Hands{Number: 1, Question: "Setuju?", Agree: 2, Asked: 2}),
	} {
		if err := r.Check(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func BenchmarkFollowUps(b *testing.B) {
	var changes []meeting.Change
	day := model.Date("2020-01-06")
	for i := range 200 {
		m := rakor(meeting.ID(day.AddDays(i * 7)))
		changes = append(changes, meeting.Add(m))
		for n := range 25 {
			changes = append(changes, meeting.Add(decided(m.ID, n+1, day.AddDays(i*7+n*10))))
		}
	}
	var all *meeting.Minutes
	all, err := all.Apply(changes...)
	if err != nil {
		b.Fatal(err)
	}
	last := all.Meetings("6271")[199]
	for b.Loop() {
		all.FollowUps(last, "2026-11-25")
	}
}
