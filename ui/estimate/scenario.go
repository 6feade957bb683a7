package estimate

import (
	"time"

	"rakor/model"
	"rakor/ui/block"
	"rakor/ui/state"
	"rakor/ui/theme"
)

// Column is one set of inputs beside others, with what it comes to.
type Column struct {
	Name   string // "" for the present inputs
	Period model.Period
	Inputs [state.Inputs]Input
	Outcome
	OtherData bool // it was kept on other data than those in use
}

// scenarios tells whose inputs these are and sets scenarios side by side.
func (v *View) scenarios(snap *state.Snapshot, st state.State) {
	v.Kept = len(snap.ScenariosOf(st.Home))
	v.Comparing = st.Estimate.Comparing
	if x, ok := snap.Scenario(st.Home, st.Estimate.Scenario); ok {
		v.Scenario, v.Saved = x.Name, x.Saved
		v.Changed = !state.SameInputs(snap.Data, st.Home, st.Estimate, x.Estimate)
	}
	if !v.Comparing {
		return
	}
	v.Columns = []Column{{Period: v.Period, Inputs: v.Inputs, Outcome: v.Outcome}}
	for _, name := range st.ComparedScenarios(snap) {
		x, ok := snap.Scenario(st.Home, name)
		if !ok {
			continue
		}
		w := View{Region: v.Region, Newest: v.Newest}
		_, f := w.begin(snap, st.Home, x.Estimate)
		v.Columns = append(v.Columns, Column{
			Name: name, Period: w.Period, Inputs: w.Inputs, Outcome: f.reckon(), OtherData: x.Dataset != snap.Data.Checksum(),
		})
	}
}

// compareWidths gives the columns of the names and of each scenario, and how
// many scenarios fit beside the present inputs.
func compareWidths(w, scenarios int) (label, column, fit int) {
	label = min(max(w/5, 18), 26)
	const least = 13
	fit = min(scenarios, max((w-label)/least, 1))
	return label, min((w-label)/max(fit, 1), 24), fit
}

// comparison draws scenarios side by side: inputs first, then what they come
// to. The present inputs stand first and can be changed as ever.
func (p page) comparison(a block.Area) {
	if len(p.Columns) < 2 {
		paint(a, []item{gap(), text(rankFirst, theme.Plain, 2, a.W-2, p.w.Scenario.Empty)})
		return
	}
	label, column, fit := compareWidths(a.W, len(p.Columns))
	shown := p.Columns[:fit]
	outcomes := p.outcomeRows(shown, label, column)
	head := []item{
		one(rankFirst, p.compareRow(label, column, theme.Heading, p.w.Scenario.ColInput, p.cells(shown, p.heading))),
		one(rankDetail, p.compareRow(label, column, theme.Muted, "", p.cells(shown, func(c Column) string { return p.l.Period(c.Period) }))),
	}
	foot := p.compareFoot(shown)
	rows := p.compareInputs(shown)
	if room := a.H - len(head) - len(outcomes) - len(foot) - 1; len(rows) > room {
		at := 0
		for i, in := range rows {
			if in == p.Selected {
				at = i
			}
		}
		room = max(room, 1)
		top := min(max(at-room/2, 0), len(rows)-room)
		rows = rows[top : top+room]
	}
	items := head
	for _, in := range rows {
		items = append(items, one(rankFirst, p.compareInput(shown, in, label, column)))
	}
	items = append(items, one(rankTitle, func(a block.Area, y int) { a.HLine(0, y, min(a.W, label+fit*column), theme.Border) }))
	paint(a, append(append(items, outcomes...), foot...))
}

// heading names a column.
func (p page) heading(c Column) string {
	if c.Name == "" {
		return p.w.Scenario.Now
	}
	return c.Name
}

// cells gives a text of each column.
func (p page) cells(cs []Column, of func(Column) string) []string {
	out := make([]string, len(cs))
	for i, c := range cs {
		out[i] = of(c)
	}
	return out
}

// compareRow draws a line of the comparison.
func (p page) compareRow(label, column int, st theme.Style, name string, texts []string) line {
	return func(a block.Area, y int) {
		a.Clip(2, y, label-3, theme.Plain, name)
		for i, s := range texts {
			a.Right(label+i*column+1, y, column-2, st, s)
		}
	}
}

// compareInputs lists the inputs that any column has, and the selected one.
func (p page) compareInputs(cs []Column) []state.Input {
	var out []state.Input
	for in := range state.Inputs {
		any := in == p.Selected
		for _, c := range cs {
			any = any || c.Inputs[in].OK
		}
		if any {
			out = append(out, in)
		}
	}
	return out
}

// compareInput draws an input over the columns: its value, or "=" where it is
// the present one.
func (p page) compareInput(cs []Column, in state.Input, label, column int) line {
	return func(a block.Area, y int) {
		row := a.Row(y)
		row.Hit(0, 0, row.W, 1, state.SelectInput{Input: in})
		name := theme.Plain
		if in == p.Selected {
			row.Text(0, 0, theme.Accent, "▸")
			name = theme.Strong
		}
		row.Clip(2, 0, label-3, name, p.w.Names[in])
		for i, c := range cs {
			x, now := c.Inputs[in], cs[0].Inputs[in]
			s, st := "-", theme.Muted
			switch {
			case i > 0 && x.OK == now.OK && x.Value == now.Value:
				s = "="
			case x.OK:
				s, st = p.value(in, x.Value), theme.Plain
				if i > 0 {
					st = theme.Strong
				}
			}
			if x.User && s != "=" {
				s = "* " + s
			}
			row.Right(label+i*column+1, 0, column-2, st, s)
		}
		if in == p.Selected {
			row.Select(0)
		}
	}
}

// outcomeRows lists what the columns come to.
func (p page) outcomeRows(cs []Column, label, column int) []item {
	var out []item
	for _, r := range p.outcomes(cs) {
		out = append(out, one(r.rank, p.compareRow(label, column, r.style, r.name, r.texts)))
	}
	return out
}

// outcome is a line of what the columns come to.
type outcome struct {
	rank  uint8
	style theme.Style
	name  string
	texts []string
}

// outcomes gives the lines that any of the columns has.
func (p page) outcomes(cs []Column) []outcome {
	var out []outcome
	add := func(rank uint8, st theme.Style, name string, of func(Column) string) {
		texts, any := p.cells(cs, of), false
		for i, s := range texts {
			any = any || s != ""
			if s == "" {
				texts[i] = "-"
			}
		}
		if any {
			out = append(out, outcome{rank, st, name, texts})
		}
	}
	number := func(n int64, ok bool) string {
		if !ok {
			return ""
		}
		return p.count(n)
	}
	now := cs[0]
	add(rankFirst, theme.Figure, p.w.Scenario.Poor, func(c Column) string { return number(c.Result.V.Poor, c.Result.OK) })
	add(rankBeside, theme.Plain, p.w.Scenario.Difference, func(c Column) string {
		if c.Name == "" || !c.Result.OK || !now.Result.OK {
			return ""
		}
		return p.signed(c.Result.V.Poor - now.Result.V.Poor)
	})
	add(rankResult, theme.Plain, p.w.Scenario.Low, func(c Column) string { return number(c.Sure.V.Interval.Low.N(), c.Sure.OK) })
	add(rankResult, theme.Plain, p.w.Scenario.High, func(c Column) string { return number(c.Sure.V.Interval.High.N(), c.Sure.OK) })
	add(rankBeside, theme.Plain, "RSE", func(c Column) string {
		if !c.Sure.OK {
			return ""
		}
		return p.l.Percent(c.Sure.V.RSE, 1)
	})
	add(rankResult, theme.Plain, p.w.Scenario.Exits, func(c Column) string { return number(max(c.Goal.V.Exits, 0), c.Goal.OK) })
	add(rankResult, theme.Plain, p.w.Scenario.Growing, func(c Column) string {
		return number(max(c.Goal.V.Growing.V.Exits, 0), c.Goal.OK && c.Goal.V.Growing.OK)
	})
	add(rankBeside, theme.Plain, p.w.Scenario.Budget, func(c Column) string {
		if !c.Cost.OK {
			return ""
		}
		return p.l.MoneyShort(c.Cost.V.Budget)
	})
	return out
}

// compareFoot explains the marks, and says what is not on the screen.
func (p page) compareFoot(shown []Column) []item {
	s := p.w.Scenario.SameAsNow + "   * " + p.w.ByUser
	if n := len(p.Columns) - len(shown); n > 0 {
		s += "   " + p.w.Scenario.NotFit(n)
	}
	out := []item{one(rankMeaning, func(a block.Area, y int) { a.Clip(2, y, a.W-2, theme.Muted, s) })}
	for _, c := range shown {
		if c.OtherData && c.Name != "" {
			text := p.w.Scenario.OtherData + ": " + c.Name
			out = append(out, one(rankMeaning, func(a block.Area, y int) { a.Clip(2, y, a.W-2, theme.Warn, text) }))
		}
	}
	return out
}

// linearScenarios is the comparison, one scenario a line.
func (p page) linearScenarios() []string {
	if !p.Comparing {
		return nil
	}
	if len(p.Columns) < 2 {
		return []string{p.w.Scenario.Empty}
	}
	out := []string{p.w.Scenario.Title + "."}
	for _, c := range p.Columns {
		s := p.w.Scenario.Linear(p.heading(c)+" ("+p.l.PeriodLong(c.Period)+")", p.linearCell(c, state.InputRate), p.linearCell(c, state.InputPopulation), p.count(c.Result.V.Poor))
		iv, exits := "", ""
		if c.Sure.OK {
			iv = p.w.FromTo(p.count(c.Sure.V.Interval.Low.N()), p.count(c.Sure.V.Interval.High.N()))
		}
		if c.Goal.OK {
			exits = p.count(max(c.Goal.V.Exits, 0))
		}
		out = append(out, s+p.w.Scenario.LinearMore(iv, exits))
	}
	return out
}

func (p page) linearCell(c Column, in state.Input) string {
	if !c.Inputs[in].OK {
		return "-"
	}
	return write(p.l, in, c.Inputs[in].Value)
}

// since tells since when an input of the user holds: since a scenario was kept,
// where it is one of its inputs, or since it was entered in this session; "" for
// one that came from elsewhere.
func (p page) since(in state.Input) string {
	if p.EnteredAt[in] != "" {
		return p.w.SinceTyped(p.EnteredAt[in])
	}
	if p.Scenario == "" || p.Changed {
		return ""
	}
	return p.w.Scenario.Since(p.Scenario, p.day(p.Saved))
}

// day writes a date of ISO 8601; what is none is given back as it is.
func (p page) day(iso string) string {
	t, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return iso
	}
	return p.l.Date(t.Year(), int(t.Month()), t.Day())
}
