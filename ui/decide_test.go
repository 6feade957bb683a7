package ui_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"rakor/model"
	"rakor/model/meeting"
	"rakor/ui"
	"rakor/ui/lang"
	"rakor/ui/state"
)

// desk keeps minutes as the program does, in memory.
type desk struct {
	t    *testing.T
	s    *ui.Session
	snap *state.Snapshot
	kept *meeting.Minutes
	rev  uint64
	fail bool     // every save fails
	tape []string // drafts kept; "" for one thrown away
}

func newDesk(t *testing.T, w, h int, l lang.Lang) *desk {
	t.Helper()
	first := *snapshot(t)
	d := &desk{t: t, snap: &first, rev: first.Rev}
	e := env(w, h)
	e.Words = lang.For(l)
	d.s = ui.New(d.snap, state.New("6271"), e, ui.WithSnapshots(func() *state.Snapshot { return d.snap }))
	d.tick("2026-11-25T07:00:00Z", 1795590000)
	return d
}

func (d *desk) tick(now meeting.Stamp, unix int64) {
	d.s.Clock(ui.Clock{Now: now, Today: "2026-11-25", Unix: unix})
}

// run carries out effects and hands their answers back.
func (d *desk) run(effects []state.Effect) {
	d.t.Helper()
	for _, e := range effects {
		switch e := e.(type) {
		case state.KeepDecisionDraft:
			d.tape = append(d.tape, e.Text)
		case state.DropDecisionDraft:
			d.tape = append(d.tape, "")
		case state.WriteMinutes:
			if d.fail {
				d.s.Failed("disk full")
				continue
			}
			kept, err := d.kept.Apply(e.Changes...)
			if err != nil {
				d.t.Fatal(err)
			}
			d.kept = kept
			d.rev++
			next := *d.snap
			next.Rev, next.Minutes = d.rev, kept
			d.snap = &next
			d.run(d.s.Do(state.MinutesKept{Rev: d.rev, What: e.What, Key: e.Changes[0].Key()}))
		}
	}
}

// press presses keys: names, or letters of a text.
func (d *desk) press(ks ...string) {
	d.t.Helper()
	for _, k := range ks {
		d.run(d.s.Key(press(k)))
	}
}

func (d *desk) write(text string) {
	d.t.Helper()
	for _, r := range text {
		d.run(d.s.Key(tea.KeyPressMsg{Code: r, Text: string(r)}))
	}
}

func (d *desk) screen() string { return plain(d.s) }

func (d *desk) shows(want ...string) {
	d.t.Helper()
	got := d.screen()
	for _, x := range want {
		if !strings.Contains(got, x) {
			d.t.Fatalf("no %q on\n%s", x, got)
		}
	}
}

// TestDecisionIsRecordedWithWhatItWasTakenOn: n on the first tab keeps meeting
// and decision in one step, with the figures of the screen, and says so.
func TestDecisionIsRecordedWithWhatItWasTakenOn(t *testing.T) {
	t.Parallel()
	d := newDesk(t, 120, 36, lang.Indonesian)
	d.press("n")
	d.shows("Catat keputusan", "Dasar: Kota Palangka Raya, P0 3,62 %, Mar 2025")
	d.write("Verifikasi desil 1-4")
	d.press("enter")
	d.write("sosial")
	d.press("down", "enter") // the first department proposed
	d.write("2 minggu")
	d.shows("Dinas Sosial", "= 9 Desember 2026")
	d.press("enter")
	d.shows("Keputusan tersimpan; rapat hari ini dibuka.")
	got, ok := d.kept.Decision("2026-11-25/1")
	if !ok || got.Text != "Verifikasi desil 1-4" || got.Owner != "Dinas Sosial" || got.Deadline != "2026-12-09" || got.Status != meeting.Open {
		t.Fatalf("%+v", got)
	}
	if f := got.Basis.Figures; len(f) != 3 || f[0].Value != 3.62 || f[0].Period != "2025-03" || got.Basis.Dataset != d.snap.Data.Checksum() {
		t.Fatalf("basis %+v", got.Basis)
	}
	if m, ok := d.kept.Meeting("2026-11-25"); !ok || len(m.Agenda) == 0 || m.Home != "6271" {
		t.Fatalf("meeting %+v", m)
	}
	if last := d.tape[len(d.tape)-1]; !strings.Contains(last, "2 minggu") {
		t.Errorf("last draft %q", last)
	}
	d.press("2", "n")
	d.write("dua")
	d.press("enter", "enter", "enter")
	if got, ok := d.kept.Decision("2026-11-25/2"); !ok || got.Basis.Figures[0].Key != "poor" {
		t.Fatalf("second decision %+v", got)
	}
	d.press("N")
	d.shows("Notulen", "Verifikasi desil 1-4", "9 Des 2026", "2 keputusan")
	d.press("up", "enter") // the first: back to the first tab
	d.shows("Posisi Mar 2025", "Layar saat diputuskan: Verifikasi desil 1-4")
}

// TestTypedDecisionIsNeverLost: Esc asks, a failed save keeps what was typed,
// and what was left behind by a kill comes back with its basis.
func TestTypedDecisionIsNeverLost(t *testing.T) {
	t.Parallel()
	d := newDesk(t, 80, 24, lang.Indonesian)
	d.press("n")
	d.press("enter")
	d.shows("! tulis keputusannya")
	d.press("up")
	d.write("Satu")
	d.press("esc")
	d.shows("Satu", "Esc sekali lagi")
	d.write(" dua")
	d.press("enter", "enter")
	d.write("31-02")
	d.press("enter")
	d.shows("! tanggal tidak terbaca", "Satu dua")
	for range 5 {
		d.press("backspace")
	}
	d.fail = true
	d.press("enter")
	d.shows("disk full")
	d.press("n")
	d.shows("Satu dua", "Ketikan yang belum tersimpan dikembalikan.")

	killed := newDesk(t, 80, 24, lang.English)
	killed.press("2")
	killed.s.Draft(d.tape[len(d.tape)-1])
	killed.press("n")
	killed.shows("Satu dua", "Kota Palangka Raya, P0 3,62 %") // on what it was typed, in that language
	killed.press("esc", "esc")
	if killed.tape[len(killed.tape)-1] != "" {
		t.Error("the draft was not thrown away")
	}
	killed.press("n")
	if strings.Contains(killed.screen(), "Satu dua") {
		t.Error("a draft that was thrown away came back")
	}
}

// TestFollowUpsComeBack: what an earlier meeting left open stands in the next
// one's minutes with its lateness, is moved on there, and tells figures that
// have changed since.
func TestFollowUpsComeBack(t *testing.T) {
	t.Parallel()
	d := newDesk(t, 120, 36, lang.Indonesian)
	old := meeting.Meeting{ID: "2026-07-07", Home: "6271", Title: "Rakor Juli", Date: "2026-07-07"}
	basis := meeting.Basis{View: `{"tab":0,"home":"6271"}`, Dataset: "sha256:other", Figures: []meeting.Figure{
		{Key: "value/p0/6271", Label: "Kota Palangka Raya, P0", Value: 3.52, Text: "3,52 %, Mar 2024", Period: "2024-03"},
		{Key: "value/p0/9999", Label: "Hilang", Value: 1, Text: "1 %"},
	}}
	late := meeting.Decision{Meeting: old.ID, Number: 1, Text: "Data desil", Owner: "Dinas Sosial", Deadline: "2026-09-30", Status: meeting.Open, Basis: basis}
	done := meeting.Decision{Meeting: old.ID, Number: 2, Text: "Selesai sudah", Status: meeting.Done}
	this := meeting.Meeting{ID: "2026-11-25", Home: "6271", Title: "Rakor November", Date: "2026-11-25"}
	d.run([]state.Effect{state.WriteMinutes{Changes: []meeting.Change{meeting.Add(old), meeting.Add(late), meeting.Add(done), meeting.Add(this)}, What: "edit"}})
	d.run(d.s.Do(state.HoldMeeting{ID: this.ID}))
	d.press("N")
	d.shows("7-7/1", "Data desil", "! lewat 56 hari", "3,52 %, Mar 2024 → kini 3,62 %, Mar 2025", "kini tidak ada", "periode yang lebih baru sudah ada")
	if strings.Contains(d.screen(), "Selesai sudah") {
		t.Error("a finished decision is carried on")
	}
	d.press("e")
	d.write("diperpanjang")
	d.press("enter")
	d.press("enter")
	d.shows("! tanggal tidak terbaca") // a new deadline is needed
	d.press("up")
	d.write("akhir semester")
	d.press("enter")
	d.write("menunggu BPS")
	d.press("enter")
	got, _ := d.kept.Decision("2026-07-07/1")
	if got.Status != meeting.Extended || got.Deadline != "2026-12-31" || len(got.Progress) != 1 || got.Progress[0].Reason != "menunggu BPS" || got.Progress[0].Meeting != this.ID {
		t.Fatalf("%+v", got)
	}
	d.shows("36 hari lagi", "menunggu BPS")
}

// TestAgendaBringsTheView: calling an item opens its view; the time left is the
// presenter's and goes over quietly.
func TestAgendaBringsTheView(t *testing.T) {
	t.Parallel()
	d := newDesk(t, 120, 36, lang.Indonesian)
	m := meeting.Meeting{ID: "2026-11-25", Home: "6271", Title: "Rakor", Date: "2026-11-25", Agenda: []meeting.Item{
		{Title: "Tindak lanjut", Minutes: 10, View: `{"meeting":{"shown":true}}`}, {Title: "Sasaran", Minutes: 1, View: `{"tab":1}`}, {Title: "Lain-lain"},
	}}
	d.run(d.s.Do(state.StartMeeting{Meeting: m}))
	d.shows("Agenda: 3 butir, belum dimulai")
	d.press(")")
	d.shows("Agenda 1/3  Tindak lanjut", "sisa 10:00", "Notulen")
	d.tick("2026-11-25T07:01:30Z", 1795590090)
	d.shows("sisa 08:30")
	d.press(")")
	d.shows("Agenda 2/3  Sasaran", "Berapa jiwa")
	d.tick("2026-11-25T07:03:00Z", 1795590180)
	d.shows("! lewat 00:30")
	d.press(")")
	if s := d.screen(); !strings.Contains(s, "Agenda 3/3  Lain-lain") || !strings.Contains(s, "Berapa jiwa") || strings.Contains(s, "lewat 0") {
		t.Errorf("an item without view and minutes:\n%s", s)
	}
	d.press(")", "(", "(")
	d.shows("Agenda 1/3")
	follower := ui.New(d.snap, d.s.State(), env(120, 36))
	if s := plain(follower); strings.Contains(s, "sisa") || !strings.Contains(s, "Agenda 1/3") {
		t.Errorf("a follower's frame:\n%s", s)
	}
}

func TestReadOnlyRecordsNothing(t *testing.T) {
	t.Parallel()
	snap := *snapshot(t)
	snap.ReadOnly = true
	s := ui.New(&snap, state.New("6271"), env(80, 24))
	s.Clock(ui.Clock{Now: "2026-11-25T07:00:00Z", Today: "2026-11-25", Unix: 1795590000})
	s.Key(press("n"))
	if f := plain(s); !strings.Contains(f, "dibaca saja") || strings.Contains(f, "Catat keputusan") {
		t.Error(f)
	}
	if e := s.Do(state.StartMeeting{Meeting: meeting.Meeting{ID: "2026-11-25", Title: "x", Date: model.Date("2026-11-25")}}); len(e) != 0 {
		t.Error(e)
	}
}
