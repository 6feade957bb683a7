package paper

import (
	"strings"

	"rakor/model"
	"rakor/model/compare"
	"rakor/ui/regional"
	"rakor/ui/report"
	"rakor/ui/state"
)

// MaxIndicators is how many indicators a profile has at most.
const MaxIndicators = 20

// order is that of the chapter: poverty first, then what goes with it
// (Permendagri 53/2020 and the handbook of TNP2K: consumption, work, education,
// health, housing).
func order() []model.IndicatorID {
	return []model.IndicatorID{
		model.P0, model.Poor, model.P1, model.P2, model.Line, "gini", "exp_adj", "tpt", "tpak", "ipm", "ipm_lf",
		"rls", "hls", "uhh", "sanitation", "water", "exp_total", "pdrb_pc", "pdrb_growth", model.Population,
	}
}

// indicators gives those of the chapter that the home region has figures for,
// in its order, and the names of those it has none for.
func (in Input) indicators() (have []model.Indicator, lack []string) {
	l := in.Env.Words.Lang
	for _, id := range order() {
		ind, ok := in.Snap.Data.Indicator(id)
		if !ok {
			continue
		}
		s, err := in.Snap.Data.Series(id)
		if err != nil {
			continue
		}
		if _, ok := s.Newest(in.State.Home); !ok {
			lack = append(lack, l.Of(ind.Short))
			continue
		}
		have = append(have, ind)
	}
	return have[:min(len(have), MaxIndicators)], lack
}

// analyses are the five that planners are taught, in their order.
func analyses() []state.Analysis {
	return []state.Analysis{state.Position, state.Course, state.Effectiveness, state.Relevance, state.Association}
}

// Profile gives the chapter "profil kemiskinan" of RPKD and LP2KD: a table of all
// indicators, then each with relative position, development, effectiveness,
// relevance and association, as chart, table and sentences.
func Profile(in Input) report.Page {
	w, l := in.Env.Words.Lang.PaperWords(), in.Env.Words.Lang
	have, lack := in.indicators()
	prov, _ := in.Snap.Data.Province(in.State.Home)
	p := report.Page{ID: "profile", Title: w.ProfileTitle(in.home().Name), Sub: w.ProfileSub(prov.Name, len(have))}
	var works report.Works
	summary := report.Table{Columns: in.summaryColumns()}
	var chapters []report.Block
	for i, ind := range have {
		st := in.State
		st.Regional = state.Regional{Indicator: ind.ID, RSE: in.State.Regional.RSE}
		first := true
		chapters = append(chapters, report.Heading{Level: 2, Text: w.OneIndicator(i+1, l.Of(ind.Name)+" ("+l.Unit(ind.Unit)+")")})
		for _, a := range analyses() {
			st.Regional.Analysis = a
			v := regional.Build(in.Snap, st)
			if first {
				first = false
				summary.Rows = append(summary.Rows, in.summaryRow(v))
				if _, _, unlike := regional.Say(in.Env, v); unlike != "" {
					chapters = append(chapters, report.Text{Text: unlike, Tone: report.Care})
				}
			}
			chapters = append(chapters, regional.Section(in.Env, v, &works)...)
		}
	}
	p.Blocks = append(p.Blocks, report.Heading{Level: 2, Text: w.Summary}, summary)
	if len(lack) > 0 {
		p.Blocks = append(p.Blocks, report.Text{Text: w.NoData(strings.Join(lack, ", ")), Tone: report.Aside})
	}
	p.Blocks = append(p.Blocks, chapters...)
	p.Sources = works.List()
	return in.stamped(p)
}

func (in Input) summaryColumns() []report.Column {
	w, l := in.Env.Words.Lang.PaperWords(), in.Env.Words.Lang
	a := l.AnalysisWords()
	return []report.Column{
		{Title: w.Indicator, Left: true},
		{Title: w.Unit, Left: true},
		{Title: l.RegionBare(in.home())},
		{Title: a.Province},
		{Title: a.Nation},
		{Title: a.Period, Left: true},
		{Title: w.Rank, Left: true},
	}
}

// summaryRow gives home, province and nation for the period of a comparison; a
// figure of another period says which.
func (in Input) summaryRow(v regional.View) report.Row {
	w, l := in.Env.Words.Lang.PaperWords(), in.Env.Words.Lang
	row := report.Row{Cells: []string{l.Of(v.Indicator.Short), l.Unit(v.Indicator.Unit), "-", "-", "-", l.Period(v.Period), ""}}
	write := func(cell int, r regional.Row) {
		if !r.OK {
			return
		}
		row.Cells[cell] = l.Value(r.Observation.Value, v.Indicator)
		if r.Period != v.Period {
			row.Cells[cell] += " (" + l.Period(r.Period) + ")"
		}
	}
	for _, r := range v.Locals {
		if r.Home {
			write(2, r)
			if r.Rank > 0 {
				row.Cells[6] = w.RankOf(r.Rank, r.RankOf)
			}
		}
	}
	for _, r := range v.Above {
		switch r.Region.Level {
		case model.LevelProvince:
			write(3, r)
		case model.LevelNation:
			write(4, r)
		default:
		}
	}
	if compare.Total(v.Indicator) {
		row.Cells[6] = ""
	}
	return row
}
