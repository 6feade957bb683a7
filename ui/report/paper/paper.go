package paper

import (
	"rakor/model"
	"rakor/ui/block"
	"rakor/ui/program"
	"rakor/ui/report"
	"rakor/ui/state"
)

// Input is what a document is made of.
type Input struct {
	Env   block.Env // its words; size and colours do not matter
	Snap  *state.Snapshot
	State state.State
	Today model.Date // that lateness is counted to; "" for nobody says
	Stamp report.Stamp
}

// stamped completes a page.
func (in Input) stamped(p report.Page) report.Page {
	period := p.Stamp.Period
	p.Stamp = in.Stamp
	p.Stamp.Period = period
	p.Lang = in.Env.Words.Lang
	return p
}

func (in Input) home() model.Region {
	r, _ := in.Snap.Data.Region(in.State.Home)
	return r
}

// samples gives the words that stand at the top where sample rows are in the
// list, "" where there are none.
func (in Input) samples(v program.View) string {
	if v.Totals.Samples == 0 {
		return ""
	}
	return in.Env.Words.Lang.PaperWords().Samples(v.Totals.Samples, v.Totals.Rows)
}

// Programs gives the list of programmes with its sums.
func Programs(in Input) report.Page {
	v := program.Build(in.Snap, in.State)
	p := in.stamped(program.Report(in.Env, v))
	p.ID, p.Title = "programs", in.Env.Words.Lang.PaperWords().ProgramsTitle(in.home().Name)
	return p
}
