package paper

import (
	"slices"
	"strconv"
	"strings"

	"rakor/model/meeting"
	"rakor/ui/report"
)

// held gives the meeting that a document is about: the one of the state, else
// the newest of the home region.
func (in Input) held() (meeting.Meeting, bool) {
	if m, ok := in.Snap.Minutes.Meeting(in.State.Meeting.ID); ok && m.Home == string(in.State.Home) {
		return m, true
	}
	all := in.Snap.Minutes.Meetings(in.State.Home)
	if len(all) == 0 {
		return meeting.Meeting{}, false
	}
	return all[len(all)-1], true
}

// Minutes gives the minutes of a meeting (notulen): when and where, who was
// there, the agenda, every decision with the figures it was taken on, who
// answers for it and until when, what earlier meetings left open, shows of
// hands, and lines for signatures.
func Minutes(in Input) report.Page {
	w := in.Env.Words.Lang.MinutesPaper()
	out := report.Page{ID: "minutes", Title: w.MinutesTitle, Sub: in.home().Name}
	m, ok := in.held()
	if !ok {
		out.Blocks = []report.Block{report.Text{Text: in.Env.Words.Lang.CLIMeeting().NoMeeting}}
		return in.stamped(out)
	}
	out.Sub = m.Title
	l := in.Env.Words.Lang
	add := func(b ...report.Block) { out.Blocks = append(out.Blocks, b...) }
	facts := report.Facts{Rows: []report.Fact{{ID: "date", Label: w.Date, Text: l.DayLong(m.Date)}}}
	for _, f := range [][3]string{{"place", w.Place, m.Place}, {"chair", w.Chair, m.Chair}} {
		facts.Rows = append(facts.Rows, report.Fact{ID: f[0], Label: f[1], Text: orDash(f[2])})
	}
	add(facts, report.Heading{Level: 2, Text: w.Present}, in.present(m))
	if len(m.Agenda) > 0 {
		t := report.Table{Columns: []report.Column{{Title: "#"}, {Title: w.Item, Left: true}, {Title: w.Planned}}}
		for i, it := range m.Agenda {
			planned := "-"
			if it.Minutes > 0 {
				planned = strconv.Itoa(it.Minutes)
			}
			t.Rows = append(t.Rows, report.Row{Cells: []string{strconv.Itoa(i + 1), it.Title, planned}})
		}
		add(report.Heading{Level: 2, Text: w.Agenda}, t)
	}
	decided := in.Snap.Minutes.Decisions(m.ID)
	add(report.Heading{Level: 2, Text: w.Decisions})
	if len(decided) == 0 {
		add(report.Text{Text: w.None})
	} else {
		add(in.decided(m, decided))
		add(in.bases(decided)...)
	}
	add(report.Heading{Level: 2, Text: w.FollowUps})
	if open := in.Snap.Minutes.FollowUps(m, m.Date); len(open) > 0 {
		add(in.open(open))
	} else {
		add(report.Text{Text: w.NoFollowUps})
	}
	if hands := in.Snap.Minutes.Hands(m.ID); len(hands) > 0 {
		add(report.Heading{Level: 2, Text: w.Hands}, in.hands(hands))
	}
	add(report.Heading{Level: 2, Text: w.Signatures}, report.Table{
		Columns: []report.Column{{Title: w.Chair, Left: true}, {Title: w.Recorder, Left: true}},
		Rows:    []report.Row{{Cells: []string{"\u00a0", "\u00a0"}}, {Cells: []string{orDash(m.Chair), orDash(recorder(decided))}}},
	})
	return in.stamped(out)
}

// FollowUps gives what is open of all meetings before today, the latest first,
// and by department.
func FollowUps(in Input) report.Page {
	w := in.Env.Words.Lang.MinutesPaper()
	out := report.Page{ID: "followups", Title: w.FollowUps, Sub: in.home().Name}
	var open []meeting.FollowUp
	for _, d := range in.Snap.Minutes.AllDecisions(in.State.Home) {
		if d.Status.IsOpen() {
			open = append(open, meeting.FollowUp{Decision: d, Late: meeting.DaysLate(d, in.Today)})
		}
	}
	if len(open) == 0 {
		out.Blocks = []report.Block{report.Text{Text: w.NoFollowUps}}
		return in.stamped(out)
	}
	slices.SortStableFunc(open, func(a, b meeting.FollowUp) int { return b.Late - a.Late })
	out.Blocks = append(out.Blocks, report.Text{Text: w.CountedTo(in.Env.Words.Lang.DayLong(in.Today)), Tone: report.Aside}, in.open(open))
	late := map[string][2]int{}
	var owners []string
	for _, f := range open {
		k, known := late[f.Decision.Owner]
		if !known {
			owners = append(owners, f.Decision.Owner)
		}
		k[0]++
		if f.Late > 0 {
			k[1]++
		}
		late[f.Decision.Owner] = k
	}
	slices.Sort(owners)
	t := report.Table{Columns: []report.Column{{Title: w.Who, Left: true}, {Title: w.Open}, {Title: w.Late}}}
	for _, o := range owners {
		t.Rows = append(t.Rows, report.Row{Cells: []string{orDash(o), strconv.Itoa(late[o][0]), strconv.Itoa(late[o][1])}, Strong: late[o][1] > 0})
	}
	out.Blocks = append(out.Blocks, report.Heading{Level: 2, Text: w.ByWho}, t)
	return in.stamped(out)
}

func orDash(s string) string {
	if strings.TrimSpace(s) == "" {
		return "-"
	}
	return s
}

// recorder gives who recorded the last decision.
func recorder(ds []meeting.Decision) string {
	if len(ds) == 0 {
		return ""
	}
	return ds[len(ds)-1].By
}

func (in Input) present(m meeting.Meeting) report.Block {
	w := in.Env.Words.Lang.MinutesPaper()
	if len(m.Attendance) == 0 {
		return report.Text{Text: w.NobodyWritten, Tone: report.Aside}
	}
	t := report.Table{Columns: []report.Column{{Title: w.Name, Left: true}, {Title: w.Who, Left: true}, {Title: w.Since, Left: true}, {Title: w.Until, Left: true}}}
	for _, p := range m.Attendance {
		t.Rows = append(t.Rows, report.Row{Cells: []string{p.Name, orDash(p.Department), clock(p.Since), clock(p.Until)}})
	}
	return t
}

// clock gives the time of day of a stamp, which is in UTC.
func clock(s meeting.Stamp) string {
	if len(s) < len("2026-11-25T07:00") {
		return "-"
	}
	return string(s[11:16]) + " UTC"
}

func (in Input) decided(m meeting.Meeting, ds []meeting.Decision) report.Table {
	w, l := in.Env.Words.Lang.MinutesPaper(), in.Env.Words.Lang
	t := report.Table{Columns: []report.Column{
		{Title: "#"}, {Title: w.Item, Left: true}, {Title: w.Decision, Left: true}, {Title: w.Who, Left: true}, {Title: w.Due, Left: true}, {Title: w.Status, Left: true},
	}}
	for _, d := range ds {
		item := "-"
		if d.Item > 0 && d.Item <= len(m.Agenda) {
			item = strconv.Itoa(d.Item)
		}
		t.Rows = append(t.Rows, report.Row{Cells: []string{strconv.Itoa(d.Number), item, d.Text, orDash(d.Owner), l.Day(d.Deadline), l.MeetingStatus(d.Status)}})
	}
	return t
}

// bases gives the figures that decisions were taken on.
func (in Input) bases(ds []meeting.Decision) []report.Block {
	w := in.Env.Words.Lang.MinutesPaper()
	t := report.Table{Caption: w.Basis, Columns: []report.Column{{Title: "#"}, {Title: w.Figure, Left: true}, {Title: w.Value, Left: true}, {Title: w.Source, Left: true}}}
	for _, d := range ds {
		for _, f := range d.Basis.Figures {
			t.Rows = append(t.Rows, report.Row{Cells: []string{strconv.Itoa(d.Number), f.Label, f.Text, orDash(f.Source)}})
		}
		if d.Basis.Dataset != "" && d.Basis.Dataset != in.Snap.Data.Checksum() {
			t.Notes = append(t.Notes, w.OtherData(d.Number, d.Basis.Dataset))
		}
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return []report.Block{t}
}

func (in Input) open(open []meeting.FollowUp) report.Table {
	w, l := in.Env.Words.Lang.MinutesPaper(), in.Env.Words.Lang
	t := report.Table{Columns: []report.Column{
		{Title: w.From, Left: true}, {Title: w.Decision, Left: true}, {Title: w.Who, Left: true}, {Title: w.Due, Left: true}, {Title: w.Status, Left: true}, {Title: w.Late, Left: true},
	}}
	words := in.Env.Words.Minutes
	for _, f := range open {
		d := f.Decision
		late := "-"
		switch {
		case d.Deadline == "":
		case f.Late > 0:
			late = words.LateBy(f.Late)
		default:
			late = words.Left(-f.Late)
		}
		t.Rows = append(t.Rows, report.Row{
			Cells:  []string{l.MeetingName(d.Meeting) + "/" + strconv.Itoa(d.Number), d.Text, orDash(d.Owner), l.Day(d.Deadline), l.MeetingStatus(d.Status), late},
			Strong: f.Late > 0,
		})
	}
	return t
}

func (in Input) hands(hands []meeting.Hands) report.Table {
	w, words := in.Env.Words.Lang.MinutesPaper(), in.Env.Words.Hands
	t := report.Table{Columns: []report.Column{
		{Title: w.Question, Left: true}, {Title: w.Agree}, {Title: w.Disagree}, {Title: w.Abstain}, {Title: w.Asked},
	}}
	for _, h := range hands {
		n := strconv.Itoa
		t.Rows = append(t.Rows, report.Row{Cells: []string{h.Question, n(h.Agree), n(h.Disagree), n(h.Abstain), n(h.Asked)}})
		if h.Few() {
			t.Notes = append(t.Notes, h.Question+": "+words.Few)
		}
	}
	return t
}
