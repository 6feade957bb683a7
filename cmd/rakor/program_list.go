package main

import (
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"rakor/model"
	"rakor/model/filter"
	"rakor/model/target"
	"rakor/ui/state"
)

// listing is the flags of program list as typed.
type listing struct {
	filter, sort, columns, group string
	desc                         bool
}

func (a *app) programList() *cobra.Command {
	w := a.words.CLI
	var l listing
	c := &cobra.Command{
		Use: "list", Short: w.ProgramListShort, Args: a.noArgs,
		Example: "  rakor program list --filter 'kec:Pahandut strategi:3'\n" +
			"  rakor program list --sort department,-budget --columns department,name,budget --format csv\n" +
			"  rakor program list --group-by department",
		RunE: func(*cobra.Command, []string) error {
			if err := a.openList(); err != nil {
				return err
			}
			return a.list(l)
		},
	}
	f := c.Flags()
	f.StringVar(&l.filter, "filter", "", w.FlagFilter)
	f.StringVar(&l.sort, "sort", "", w.FlagSort)
	f.BoolVar(&l.desc, "desc", false, w.FlagDesc)
	f.StringVar(&l.columns, "columns", "", w.FlagColumns)
	f.StringVar(&l.group, "group-by", "", a.words.Lang.Listing().FlagGroup)
	return c
}

// list prints the entries that match: each, or a line a group.
func (a *app) list(l listing) error {
	e, err := filter.Parse(l.filter)
	if err != nil {
		return a.filterError(l.filter, err)
	}
	order, err := a.order(l.sort, l.desc)
	if err != nil {
		return err
	}
	cols, err := a.columns(l.columns)
	if err != nil {
		return err
	}
	g, err := a.groupKey(l.group)
	if err != nil {
		return err
	}
	shown := a.matching(e.Within(a.store.Dataset(), a.home()))
	for _, k := range slices.Backward(order) {
		shown = filter.Sort(shown, k.key, k.desc)
	}
	switch {
	case g == nil:
		return a.print(a.programAnswer(shown, cols))
	case l.columns == "":
		cols = nil
	}
	return a.print(a.groupAnswer(shown, cols, *g))
}

// sortKey is one column that a list is ordered by.
type sortKey struct {
	key  string
	desc bool
}

// order reads the columns of --sort, the first one decisive: "department",
// "-budget" or "budget:desc" from the largest. desc turns those round that say
// no direction.
func (a *app) order(text string, desc bool) ([]sortKey, error) {
	var out []sortKey
	for s := range strings.SplitSeq(text, ",") {
		k := sortKey{strings.TrimSpace(s), desc}
		if name, ok := strings.CutPrefix(k.key, "-"); ok {
			k = sortKey{name, true}
		} else if name, way, ok := strings.Cut(k.key, ":"); ok && (way == "asc" || way == "desc") {
			k = sortKey{name, way == "desc"}
		}
		if k.key == "" && text == "" {
			continue
		}
		if k.key == "" || !slices.Contains(state.SortKeys(), state.SortKey(k.key)) {
			return nil, failf(exitUsage, "%s", a.words.CLI.BadValue("--sort", strings.TrimSpace(s), joinKeys()))
		}
		out = append(out, k)
	}
	return out, nil
}

// matching gives the home region's entries that match, in the order of the list.
func (a *app) matching(e filter.Expr) []*model.Programme {
	var out []*model.Programme
	all := a.programmes().Of(a.home())
	for i := range all {
		if e.Match(&all[i]) {
			out = append(out, &all[i])
		}
	}
	return out
}

func (a *app) programAnswer(shown []*model.Programme, cols []column) answer {
	type result struct {
		Entries []programJSON `json:"entries"`
		Totals  totalsJSON    `json:"totals"`
	}
	totals := target.Sum(shown)
	ans := a.entriesAnswer(shown, cols)
	if a.flags.format == "json" {
		ans.result = result{[]programJSON{}, totalsOf(totals)}
		ans.entries = func(yield func(any) bool) {
			twins := model.Duplicates(a.programmes().Of(a.home()))
			for _, p := range shown {
				if !yield(a.programOf(p, twins)) {
					return
				}
			}
		}
	}
	ans.foot = []string{a.words.CLI.Totals(totals)}
	if len(a.programmes().Of(a.home())) == 0 {
		ans.foot = []string{a.words.CLI.NothingKnown}
	}
	return ans
}

// entriesAnswer gives the cells of entries in the form that the format needs:
// for CSV each row is made when it is written, so that a long list takes no
// memory twice.
func (a *app) entriesAnswer(shown []*model.Programme, cols []column) answer {
	ans := answer{command: "program list", rows: [][]string{}, raw: [][]string{}}
	for _, c := range cols {
		ans.header = append(ans.header, c.head)
		ans.rawHead = append(ans.rawHead, c.name)
		ans.right = append(ans.right, c.num)
	}
	switch a.flags.format {
	case "csv":
		ans.each = func(yield func([]string) bool) {
			row := make([]string, len(cols))
			for _, p := range shown {
				for i, c := range cols {
					row[i] = c.program(p)
				}
				if !yield(row) {
					return
				}
			}
		}
	case "json":
	default:
		for _, p := range shown {
			ans.rows = append(ans.rows, texts(cols, p))
		}
	}
	return ans
}

// texts gives the cells of an entry for people.
func texts(cols []column, p *model.Programme) []string {
	row := make([]string, len(cols))
	for i, c := range cols {
		row[i] = c.text(p)
	}
	return row
}

// column is one column of the list.
type column struct {
	name string
	head string
	text func(p *model.Programme) string // for people
	raw  func(p *model.Programme) string // for programs; nil is text
	num  bool
}

// program gives the cell for programs.
func (c column) program(p *model.Programme) string {
	if c.raw != nil {
		return c.raw(p)
	}
	return c.text(p)
}

// allColumns lists every column in the order in which they are printed.
func (a *app) allColumns() []column {
	w, l := a.words, a.words.Lang
	str := func(f func(p *model.Programme) string) func(*model.Programme) string { return f }
	money := func(f func(p *model.Programme) model.Maybe[model.Rupiah]) (text, raw func(*model.Programme) string) {
		return func(p *model.Programme) string {
				if m := f(p); m.OK {
					return l.Rupiah(int64(m.V))
				}
				return "-"
			}, func(p *model.Programme) string {
				if m := f(p); m.OK {
					return strconv.FormatInt(int64(m.V), 10)
				}
				return ""
			}
	}
	holds, holdsRaw := money((*model.Programme).EffectiveBudget)
	budget, budgetRaw := money(func(p *model.Programme) model.Maybe[model.Rupiah] { return p.Budget })
	real, realRaw := money(func(p *model.Programme) model.Maybe[model.Rupiah] { return p.Realised })
	return append([]column{
		{name: "id", head: "id", text: str(func(p *model.Programme) string { return string(p.ID) })},
		{name: "year", head: w.SortName("year"), num: true, text: func(p *model.Programme) string { return strconv.Itoa(int(p.Year)) }},
		{name: "department", head: w.SortName("department"), text: func(p *model.Programme) string { return p.Department }},
		{name: "code", head: w.SortName("code"), text: func(p *model.Programme) string { return p.Code }},
		{name: "name", head: w.SortName("name"), text: func(p *model.Programme) string { return p.Name }},
		{name: "activity", head: w.Program.LabelActivity, text: func(p *model.Programme) string { return p.Activity }},
		{name: "strategy", head: w.SortName("strategy"), text: func(p *model.Programme) string { return strategyText(p.Strategy) }},
		{name: "target", head: w.SortName("target"), text: func(p *model.Programme) string {
			if p.Target.OK {
				return l.Count(p.Target.V)
			}
			return p.TargetText
		}, raw: func(p *model.Programme) string {
			if p.Target.OK {
				return strconv.FormatInt(p.Target.V.N, 10) + " " + string(p.Target.V.Unit)
			}
			return ""
		}},
		{name: "budget", head: w.SortName("budget"), num: true, text: budget, raw: budgetRaw},
		{name: "realised", head: w.SortName("realised"), num: true, text: real, raw: realRaw},
		{name: "place", head: w.SortName("place"), text: func(p *model.Programme) string { return strings.Join(p.PlaceNames, ", ") }},
		{name: "sample", head: a.words.Common.Sample, text: func(p *model.Programme) string {
			if p.Sample {
				return "x"
			}
			return ""
		}, raw: func(p *model.Programme) string { return strconv.FormatBool(p.Sample) }},
		{name: "source", head: a.words.Common.Source, text: func(p *model.Programme) string { return joinSources(p.Sources) }},
	}, append(a.moreColumns(), column{
		name: "budget_effective", head: w.SortName("budget"), num: true, text: holds, raw: holdsRaw,
	})...)
}

func strategyText(s model.Strategy) string {
	if s == 0 {
		return "-"
	}
	return strconv.Itoa(int(s))
}

func joinSources(ids []model.SourceID) string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = string(id)
	}
	return strings.Join(out, ";")
}

// columns picks the columns named; none named gives those that fit a screen,
// and all of them for programs.
func (a *app) columns(names string) ([]column, error) {
	all := a.allColumns()
	if names == "" {
		if a.flags.format == "csv" {
			return all, nil
		}
		names = "id,department,code,activity,strategy,target,budget_effective,sample"
	}
	var out []column
	for _, name := range strings.Split(names, ",") {
		i := slices.IndexFunc(all, func(c column) bool { return c.name == strings.TrimSpace(name) })
		if i < 0 {
			var known []string
			for _, c := range all {
				known = append(known, c.name)
			}
			return nil, failf(exitUsage, "%s", a.words.CLI.BadValue("--columns", name, strings.Join(known, ", ")))
		}
		out = append(out, all[i])
	}
	return out, nil
}
