package program

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"rakor/model"
	"rakor/model/filter"
	"rakor/model/target"
	"rakor/ui/keys"
	"rakor/ui/state"
)

// Look is what the ways of looking at the list other than entry by entry show.
type Look struct {
	View    state.ProgramView
	By      state.ProgramBy
	Measure state.Measure
	Orders  []state.Order // of the list, the most important first
	Saved   string        // the saved filter in use

	Sections []Section // of the list, where it is in groups
	Judge    *target.Judgement
	Groups   []Group // of money and departments
	GroupAt  int     // the selected one; -1 for none
	Cell     [2]int  // the selected one of the matrix: kecamatan, strategy
}

// Section is a run of rows of the list that share a group.
type Section struct {
	Key      string
	From, To int // in Rows
	target.Totals
}

// Group is entries that share a strategy, a department, a source of money or a
// year; Key is "" where that is not known.
type Group struct {
	Key string
	target.Absorption
	Ready target.Readiness
}

// unknownGroup stands for the group of what is not known, since none selected is
// "" in the state.
const unknownGroup = "-"

func (g Group) id() string { return cmp.Or(state.GroupID(g.Key), unknownGroup) }

// keyOf gives the group of an entry.
func keyOf(by state.ProgramBy, p *model.Programme) string {
	switch by {
	case state.GroupStrategy:
		if p.Strategy != 0 {
			return strconv.Itoa(int(p.Strategy))
		}
	case state.GroupDepartment:
		return p.Department
	case state.GroupFunding:
		return p.Funding
	case state.GroupYear:
		if p.Year != 0 {
			return strconv.Itoa(int(p.Year))
		}
	}
	return ""
}

// look builds what the state's view shows of the rows.
func (v *View) look(snap *state.Snapshot, st state.State) {
	g := st.Program
	v.Look = Look{View: g.View, By: g.By, Measure: g.Measure, Orders: g.Orders(), Saved: snap.SavedAs(g.Filter), GroupAt: -1}
	switch g.View {
	case state.ListView:
		v.section()
		return
	case state.MoneyView, state.DepartmentView:
		if g.View == state.DepartmentView {
			v.By = state.GroupDepartment
		}
		if v.By == state.GroupNone {
			v.By = state.GroupStrategy
		}
		v.group(g.Group)
	}
	if g.View == state.JudgeView {
		v.GroupAt = partAt(g.Group)
	}
	only := map[state.ProgramView][]target.Aspect{
		state.MoneyView: {target.Spending}, state.DepartmentView: {target.Spending, target.Fitness}, state.MatrixView: {target.Convergence},
		state.JudgeView: {target.Reach, target.Spending, target.Convergence, target.Fitness, target.Linking},
	}[g.View]
	j := target.Judge(snap.Data, st.Home, v.Rows, snap.Programmes.Strategies(), only...)
	v.Judge = &j
	for i, p := range j.Matrix.Places {
		if p.Kemendagri == g.Cell.Place {
			v.Cell[0] = i
		}
	}
	for i, s := range j.Matrix.Strategies {
		if s.Code == g.Cell.Strategy {
			v.Cell[1] = i
		}
	}
}

// section puts the rows into groups; within a group they keep their order.
func (v *View) section() {
	if v.By == state.GroupNone || len(v.Rows) == 0 {
		return
	}
	groups := target.By(v.Rows, func(p *model.Programme) string { return keyOf(v.By, p) })
	slices.SortStableFunc(groups, func(a, b target.Group[string]) int { return byKey(v.By, a.Key, b.Key) })
	at := make(map[string]int, len(groups))
	from := 0
	for i, g := range groups {
		at[g.Key] = i
		v.Sections = append(v.Sections, Section{Key: g.Key, From: from, To: from, Totals: g.Totals})
		from += g.Rows
	}
	rows := make([]*model.Programme, len(v.Rows))
	for _, p := range v.Rows {
		s := &v.Sections[at[keyOf(v.By, p)]]
		rows[s.To] = p
		s.To++
	}
	v.Rows = rows
}

// byKey orders groups: numbers by value, names by letters, what is not known
// last.
func byKey(by state.ProgramBy, a, b string) int {
	switch {
	case a == b:
		return 0
	case a == "":
		return 1
	case b == "":
		return -1
	case by == state.GroupStrategy && len(a) != len(b):
		return len(a) - len(b)
	}
	return strings.Compare(strings.ToLower(a), strings.ToLower(b))
}

// group adds up the money of each group; those of nothing but samples are left
// out.
func (v *View) group(selected string) {
	members := map[string][]*model.Programme{}
	for _, p := range v.Rows {
		k := keyOf(v.By, p)
		members[k] = append(members[k], p)
	}
	line := target.HalfBySemester1()
	for k, ps := range members {
		g := Group{Key: k, Absorption: target.Absorb(ps, line), Ready: target.Ready(ps)}
		if g.Rows > 0 {
			v.Groups = append(v.Groups, g)
		}
	}
	ordered := v.By == state.GroupStrategy || v.By == state.GroupYear
	slices.SortFunc(v.Groups, func(a, b Group) int {
		if !ordered && a.Budget.Sum != b.Budget.Sum {
			return cmp.Compare(b.Budget.Sum, a.Budget.Sum)
		}
		if !ordered && a.Rows != b.Rows {
			return b.Rows - a.Rows
		}
		return byKey(v.By, a.Key, b.Key)
	})
	for i, g := range v.Groups {
		if v.GroupAt < 0 || g.id() == selected {
			v.GroupAt = i
			if g.id() == selected {
				break
			}
		}
	}
}

// sortRows sorts by every column asked for, the least important one first.
func sortRows(rows []*model.Programme, orders []state.Order) []*model.Programme {
	for _, o := range slices.Backward(orders) {
		rows = filter.Sort(rows, string(o.Key), o.Desc)
	}
	return rows
}

// next gives the one after x, the first one after the last.
func next[T comparable](all []T, x T) T { return all[(slices.Index(all, x)+1)%len(all)] }

// doView gives the intent of a command on a view; done is false where it means
// the same as in the list.
func (v View) doView(c keys.Command) (in state.Intent, ok, done bool) {
	if !v.Listed {
		return nil, false, false
	}
	switch c {
	case keys.Analysis:
		return state.SetProgramView{View: next(state.ProgramViews(), v.View)}, true, true
	case keys.Matrix:
		if v.View == state.MatrixView {
			return state.SetProgramView{}, true, true
		}
		return state.SetProgramView{View: state.MatrixView}, true, true
	case keys.GroupBy:
		return v.nextGroup()
	case keys.SortThen:
		if len(v.Orders) == 0 || v.View != state.ListView {
			return nil, false, true
		}
		first := next(state.SortKeys(), v.Orders[0].Key)
		if first == state.SortNone {
			first = state.SortKeys()[1]
		}
		return state.SetOrder{Orders: append([]state.Order{{Key: first, Desc: largestFirst(first)}}, v.Orders...)}, true, true
	}
	switch v.View {
	case state.ListView:
		return nil, false, false
	case state.MatrixView:
		in, ok = v.moveCell(c)
	case state.MoneyView, state.DepartmentView:
		in, ok = v.moveGroup(c)
	case state.JudgeView:
		in, ok = v.movePart(c)
	}
	return in, ok, true
}

// What the list is judged by, in the order of [Passages].
const (
	partCoverage = iota
	partTargeting
	partMoney
	partMatrix
	partOverlaps
	partReady
	partLinks
	partCount
)

// partID names a part of the judgement in the state, partAt finds it.
func partID(i int) string { return strconv.Itoa(i) }

func partAt(id string) int {
	i, err := strconv.Atoi(id)
	if err != nil || i < 0 || i >= partCount {
		return 0
	}
	return i
}

// movePart goes through the parts of the judgement; Enter opens the view that a
// part speaks of.
func (v View) movePart(c keys.Command) (state.Intent, bool) {
	i, ok := moved(c, v.GroupAt, partCount)
	switch {
	case ok:
		return state.SelectGroup{Group: partID(i)}, true
	case c != keys.Open:
		return nil, false
	}
	switch v.GroupAt {
	case partMoney:
		return state.SetProgramView{View: state.MoneyView}, true
	case partMatrix, partOverlaps:
		return state.SetProgramView{View: state.MatrixView}, true
	case partReady:
		return state.SetProgramView{View: state.DepartmentView}, true
	}
	return state.SetProgramView{}, true
}

// moved gives where a movement leads among n lines; ok is false for any other
// command.
func moved(c keys.Command, i, n int) (at int, ok bool) {
	switch c {
	case keys.Up:
		i--
	case keys.Down:
		i++
	case keys.PageUp:
		i -= page
	case keys.PageDown:
		i += page
	case keys.First:
		i = 0
	case keys.Last:
		i = n - 1
	default:
		return 0, false
	}
	return min(max(i, 0), n-1), true
}

// nextGroup goes on to the next groups, or to what else the cells can hold.
func (v View) nextGroup() (in state.Intent, ok, done bool) {
	switch v.View {
	case state.MatrixView:
		return state.SetMeasure{Measure: next(state.Measures(), v.Measure)}, true, true
	case state.ListView:
		return state.SetProgramBy{By: next(state.ProgramGroups(), v.By)}, true, true
	case state.MoneyView:
		by := next(state.ProgramGroups(), v.By)
		if by == state.GroupNone {
			by = state.GroupStrategy
		}
		return state.SetProgramBy{By: by}, true, true
	}
	return nil, false, true
}

func (v View) moveGroup(c keys.Command) (state.Intent, bool) {
	if len(v.Groups) == 0 {
		return nil, false
	}
	if i, ok := moved(c, v.GroupAt, len(v.Groups)); ok {
		return state.SelectGroup{Group: v.Groups[i].id()}, true
	}
	if c != keys.Open {
		return nil, false
	}
	return v.showGroup(v.Groups[v.GroupAt])
}

// showGroup lists the entries of a group.
func (v View) showGroup(g Group) (state.Intent, bool) {
	field := map[state.ProgramBy]string{
		state.GroupStrategy: "strategi", state.GroupDepartment: "opd", state.GroupFunding: "dana", state.GroupYear: "tahun",
	}[v.By]
	part := "tanpa:" + field
	switch {
	case g.Key == "":
	case v.By == state.GroupStrategy || v.By == state.GroupYear:
		part = field + "=" + g.Key
	case strings.ContainsAny(g.Key, `"`): // no quotation mark can stand between two of its kind
		part = field + "=“" + g.Key + "”"
	default:
		part = field + `="` + g.Key + `"`
	}
	return v.show(part)
}

// show lists the rows shown now that a part more of the filter leaves.
func (v View) show(part string) (state.Intent, bool) {
	was := strings.TrimSpace(v.sound())
	f := strings.TrimSpace(was + " " + part)
	if !strings.Contains(" "+was+" ", " -contoh:ya ") {
		f += " -contoh:ya"
	}
	return state.ShowRows{Filter: f}, len(f) <= state.MaxFilter
}

// sound gives the part of the filter that is in use.
func (v View) sound() string {
	switch {
	case v.Fault == nil:
		return v.Filter
	case v.Partly:
		return v.Filter[:v.Fault.Pos]
	}
	return ""
}
