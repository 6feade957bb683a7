package estimate

import "rakor/ui/block"

// ScenarioRows gives the scenarios side by side as plain text, for a file: the
// names of the columns, a line an input that any of them has, then a line a
// result. It is empty where none are compared.
func ScenarioRows(env block.Env, v View) (head []string, rows [][]string) {
	p := newPage(env, v)
	if !p.Comparing || len(p.Columns) < 2 {
		return nil, nil
	}
	head = append([]string{p.w.Scenario.ColInput}, p.cells(p.Columns, p.heading)...)
	rows = append(rows, append([]string{p.w.ColPeriod}, p.cells(p.Columns, func(c Column) string { return p.l.Period(c.Period) })...))
	for _, in := range p.compareInputs(p.Columns) {
		rows = append(rows, append([]string{p.w.Names[in]}, p.cells(p.Columns, func(c Column) string {
			x := c.Inputs[in]
			switch {
			case !x.OK:
				return "-"
			case x.User:
				return p.value(in, x.Value) + " *"
			}
			return p.value(in, x.Value)
		})...))
	}
	for _, r := range p.outcomes(p.Columns) {
		rows = append(rows, append([]string{r.name}, r.texts...))
	}
	return head, append(rows, append([]string{"* " + p.w.ByUser}, make([]string, len(p.Columns))...))
}
