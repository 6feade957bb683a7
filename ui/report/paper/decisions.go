package paper

import (
	"slices"

	"rakor/model/meeting"
	"rakor/ui/report"
)

// mostDecisions is how many open decisions stand on the sheet.
const mostDecisions = 5

// decisions is what meetings decided and is still open, the latest first.
func (b *brief) decisions() {
	w := b.Env.Words.Lang.PaperWords()
	var open []meeting.FollowUp
	all := b.Snap.Minutes.AllDecisions(b.State.Home)
	late := 0
	for _, d := range all {
		if !d.Status.IsOpen() {
			continue
		}
		f := meeting.FollowUp{Decision: d}
		if b.Today != "" {
			f.Late = meeting.DaysLate(d, b.Today)
		}
		if f.Late > 0 {
			late++
		}
		open = append(open, f)
	}
	if len(all) == 0 {
		b.head(4, w.Decisions)
		b.say(4, w.NoDecisions)
		return
	}
	slices.SortStableFunc(open, func(x, y meeting.FollowUp) int { return y.Late - x.Late })
	b.head(1, w.Decisions)
	b.say(1, w.OpenDecisions(len(open), late))
	t := report.Table{Columns: []report.Column{
		{Title: w.ColDecision, Left: true}, {Title: w.ColOwner, Left: true}, {Title: w.ColDeadline, Left: true}, {Title: w.ColLate, Left: true},
	}}
	for _, f := range open[:min(len(open), mostDecisions)] {
		t.Rows = append(t.Rows, report.Row{Cells: []string{f.Decision.Text, f.Decision.Owner, string(f.Decision.Deadline), b.lateness(f)}, Strong: f.Late > 0})
	}
	if rest := len(open) - mostDecisions; rest > 0 {
		t.Notes = []string{w.Left(rest)}
	}
	if len(t.Rows) > 0 {
		b.add(1, t)
	}
}

func (b *brief) lateness(f meeting.FollowUp) string {
	w := b.Env.Words.Lang.PaperWords()
	switch {
	case f.Decision.Deadline == "" || b.Today == "":
		return "-"
	case f.Late > 0:
		return w.DaysLate(f.Late)
	}
	return w.DaysLeft(-f.Late)
}
