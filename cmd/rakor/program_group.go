package main

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"rakor/model"
	"rakor/model/target"
)

// groupBy tells how entries are put into groups. An entry lies in one group: of
// several places, in that of all of them together.
type groupBy struct {
	name, head string
	key        func(p *model.Programme) string // for programs; "" is not known
	text       func(key string) string         // for people; nil is the key
}

// groupings lists what entries can be grouped by.
func (a *app) groupings() []groupBy {
	w := a.words.Lang.Editing()
	out := []groupBy{
		{name: "department", key: func(p *model.Programme) string { return p.Department }},
		{
			name: "strategy", key: func(p *model.Programme) string {
				if p.Strategy == 0 {
					return ""
				}
				return strconv.Itoa(int(p.Strategy))
			}, text: func(key string) string {
				for _, s := range a.programmes().Strategies() {
					if strconv.Itoa(int(s.Code)) == key {
						return key + " " + a.words.Lang.Of(s.Short)
					}
				}
				return key
			},
		},
		{name: "year", key: func(p *model.Programme) string { return p.Text(model.FieldYear) }},
		{name: "code", key: func(p *model.Programme) string { return programmeLevel(p.Code) }},
		{name: "place", key: func(p *model.Programme) string { return strings.Join(p.PlaceNames, ", ") }},
		{name: "sample", key: func(p *model.Programme) string { return strconv.FormatBool(p.Sample) }, text: func(key string) string {
			if key == "true" {
				return a.words.CLI.Yes
			}
			return a.words.CLI.No
		}},
	}
	for i := range out {
		out[i].head = cmp.Or(a.words.SortName(out[i].name), a.words.Common.Sample)
	}
	for _, f := range []model.Field{model.FieldName, model.FieldFunding, model.FieldDirectness, model.FieldAidKind, model.FieldTargetGroup, model.FieldSIPD, model.FieldVerification, model.FieldIndicator} {
		out = append(out, groupBy{
			name: string(f), head: w.FieldName(f), key: func(p *model.Programme) string { return p.Text(f) },
			text: func(key string) string {
				if f == model.FieldDirectness || f == model.FieldSIPD || f == model.FieldVerification {
					return w.FieldWord(key)
				}
				return key
			},
		})
	}
	return out
}

// programmeLevel gives a code down to its programme; a code that cannot be read
// is a group of its own.
func programmeLevel(code string) string {
	c, err := model.ParseProgrammeCode(code)
	if err != nil {
		return code
	}
	return model.ProgrammeCode{Affair: c.Affair, Field: c.Field, Program: c.Program}.String()
}

// groupKey finds a grouping by its name; "" is none.
func (a *app) groupKey(name string) (*groupBy, error) {
	if name == "" {
		return nil, nil //nolint:nilnil // none was asked for
	}
	var known []string
	for _, g := range a.groupings() {
		if g.name == strings.TrimSpace(name) {
			return &g, nil
		}
		known = append(known, g.name)
	}
	return nil, failf(exitUsage, "%s", a.words.CLI.BadValue("--group-by", name, strings.Join(known, ", ")))
}

// groupJSON is the sums of one group.
type groupJSON struct {
	Key     *string             `json:"key"` // null is not known
	Entries []model.ProgrammeID `json:"entries"`
	Totals  totalsJSON          `json:"totals"`
}

// groupAnswer gives entries in groups with their sums. Without columns it has a
// line a group; with them the entries, each group before its sum, which CSV
// leaves out.
func (a *app) groupAnswer(shown []*model.Programme, cols []column, g groupBy) answer {
	type result struct {
		By     string      `json:"group_by"`
		Groups []groupJSON `json:"groups"`
		Totals totalsJSON  `json:"totals"`
	}
	members := map[string][]*model.Programme{}
	var keys []string // in the order of the list as it is sorted
	for _, p := range shown {
		k := g.key(p)
		if members[k] == nil {
			keys = append(keys, k)
		}
		members[k] = append(members[k], p)
	}
	slices.SortStableFunc(keys, func(x, y string) int { // what is not known comes last
		switch {
		case x == "" && y != "":
			return 1
		case y == "" && x != "":
			return -1
		}
		return 0
	})
	total := target.Sum(shown)
	out := result{By: g.name, Groups: []groupJSON{}, Totals: totalsOf(total)}
	ans := a.groupHeads(g, cols)
	for _, k := range keys {
		sum := target.Sum(members[k])
		j := groupJSON{Key: known(k), Entries: make([]model.ProgrammeID, len(members[k])), Totals: totalsOf(sum)}
		for i, p := range members[k] {
			j.Entries[i] = p.ID
		}
		out.Groups = append(out.Groups, j)
		name := k
		if g.text != nil && k != "" {
			name = g.text(k)
		}
		name = cmp.Or(name, a.words.Common.Missing)
		if cols == nil {
			ans.rows = append(ans.rows, a.sumRow(name, sum))
			ans.raw = append(ans.raw, rawSums(k, j.Totals))
			continue
		}
		for _, p := range members[k] {
			ans.rows = append(ans.rows, append([]string{name}, texts(cols, p)...))
			row := []string{k}
			for _, c := range cols {
				row = append(row, c.program(p))
			}
			ans.raw = append(ans.raw, row)
		}
		ans.rows = append(ans.rows, a.subtotal(name, cols, members[k], sum))
	}
	if cols == nil && len(keys) > 1 {
		ans.rows = append(ans.rows, a.sumRow(a.words.Lang.Listing().All, total))
	}
	ans.foot = []string{a.words.CLI.Totals(total)}
	ans.result = out
	return ans
}

// groupHeads begins the answer of a grouped list.
func (a *app) groupHeads(g groupBy, cols []column) answer {
	w := a.words.Lang.Listing()
	ans := answer{command: "program list", rows: [][]string{}, raw: [][]string{}}
	ans.header, ans.rawHead, ans.right = []string{g.head}, []string{g.name}, []bool{false}
	if cols == nil {
		ans.header = append(ans.header, w.Rows, w.Samples, w.Budget, w.NoBudget, w.Realised, w.Targets)
		ans.rawHead = append(ans.rawHead, "rows", "samples", "budget", "no_budget_rows", "realised", "realised_rows", "targets")
		ans.right = append(ans.right, true, true, true, true, true, false)
		return ans
	}
	for _, c := range cols {
		ans.header, ans.rawHead, ans.right = append(ans.header, c.head), append(ans.rawHead, c.name), append(ans.right, c.num)
	}
	return ans
}

// sumRow writes the sums of a group for people.
func (a *app) sumRow(name string, t target.Totals) []string {
	l := a.words.Lang
	money := func(m target.Money) string {
		if m.Rows == 0 {
			return "-"
		}
		return l.Rupiah(int64(m.Sum))
	}
	var targets []string
	for _, u := range t.Targets {
		targets = append(targets, l.Count(model.Count{N: u.N, Unit: u.Unit}))
	}
	return []string{
		name, l.Int(int64(t.Rows)), l.Int(int64(t.Samples)), money(t.Known()), l.Int(int64(t.NoBudget)), money(t.Realised), strings.Join(targets, ", "),
	}
}

// rawSums writes the sums of a group for programs.
func rawSums(key string, t totalsJSON) []string {
	sum := func(parts ...*model.Rupiah) string {
		out := ""
		total := int64(0)
		for _, p := range parts {
			if p != nil {
				total = saturate(total, int64(*p))
				out = strconv.FormatInt(total, 10)
			}
		}
		return out
	}
	var targets []string
	for _, u := range model.TargetUnits() {
		if n, ok := t.Targets[string(u)]; ok {
			targets = append(targets, strconv.FormatInt(n, 10)+" "+string(u))
		}
	}
	return []string{
		key, strconv.Itoa(t.Rows), strconv.Itoa(t.Samples), sum(t.Budget, t.Computed), strconv.Itoa(t.NoBudget), sum(t.Realised), strconv.Itoa(t.RealRows),
		strings.Join(targets, "; "),
	}
}

// subtotal writes the sums of a group under the columns of money.
func (a *app) subtotal(name string, cols []column, entries []*model.Programme, t target.Totals) []string {
	row := make([]string, len(cols)+1)
	row[0] = a.words.Lang.Listing().Subtotal(name, t.Rows, t.Samples)
	for i, c := range cols {
		switch c.name {
		case "budget", "budget_revised", "budget_effective", "realised", "realised_h1", "realised_h2":
			row[i+1] = a.sumOfColumn(c, entries)
		}
	}
	return row
}

// sumOfColumn adds up a column of money, samples left out; "" where no entry
// has an amount.
func (a *app) sumOfColumn(c column, entries []*model.Programme) string {
	sum, rows := int64(0), 0
	for _, p := range entries {
		if n, err := strconv.ParseInt(c.program(p), 10, 64); err == nil && !p.Sample {
			sum, rows = saturate(sum, n), rows+1
		}
	}
	if rows == 0 {
		return ""
	}
	return a.words.Lang.Rupiah(sum)
}

// saturate adds amounts of at least 0; a sum beyond the largest number stays
// there.
func saturate(a, b int64) int64 {
	if a > math.MaxInt64-b {
		return math.MaxInt64
	}
	return a + b
}
