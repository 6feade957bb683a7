package state

import (
	"fmt"
	"hash/fnv"
	"slices"
	"strings"
	"unicode/utf8"

	"rakor/model"
)

// Limits of what the third tab remembers.
const (
	MaxGroup   = 12 // bytes that name a group
	MaxOrders  = 3  // columns that the list is sorted by
	MaxFilters = 50 // filters saved under a name
)

// ProgramView names a way of looking at the list of programmes.
type ProgramView string

// The views.
const (
	ListView       ProgramView = "" // entry by entry
	MoneyView      ProgramView = "money"
	DepartmentView ProgramView = "department"
	MatrixView     ProgramView = "matrix"
	JudgeView      ProgramView = "judgement"
)

// ProgramViews lists the views in the order in which they are gone through.
func ProgramViews() []ProgramView {
	return []ProgramView{ListView, MoneyView, DepartmentView, MatrixView, JudgeView}
}

// ProgramBy names what entries are put into groups by.
type ProgramBy string

// The groups.
const (
	GroupNone       ProgramBy = ""
	GroupStrategy   ProgramBy = "strategy"
	GroupDepartment ProgramBy = "department"
	GroupFunding    ProgramBy = "funding"
	GroupYear       ProgramBy = "year"
)

// ProgramGroups lists what entries can be put into groups by, in the order in
// which it is gone through.
func ProgramGroups() []ProgramBy {
	return []ProgramBy{GroupNone, GroupStrategy, GroupDepartment, GroupFunding, GroupYear}
}

// Measure names what stands in the cells of the matrix.
type Measure string

// The measures.
const (
	MeasureRows   Measure = "" // how many entries
	MeasureMoney  Measure = "money"
	MeasurePeople Measure = "people"
)

// Measures lists the measures in the order in which they are gone through.
func Measures() []Measure { return []Measure{MeasureRows, MeasureMoney, MeasurePeople} }

// MatrixCell is a cell of the matrix: a kecamatan and a strategy. The zero cell
// is the first one.
type MatrixCell struct {
	Place    model.KemendagriCode `json:"place,omitempty"`
	Strategy model.Strategy       `json:"strategy,omitempty"`
}

// Order is one column that the list is sorted by.
type Order struct {
	Key  SortKey `json:"key"`
	Desc bool    `json:"desc,omitempty"`
}

// Program is the state of the third tab.
type Program struct {
	Selected model.ProgrammeID `json:"selected,omitempty"` // none is the first row shown
	Filter   string            `json:"filter,omitempty"`   // expression of model/filter
	Sort     SortKey           `json:"sort,omitempty"`
	Desc     bool              `json:"desc,omitempty"`
	// Then are the columns that decide where the first one does not.
	Then [MaxOrders - 1]Order `json:"then,omitzero"`

	View    ProgramView `json:"view,omitempty"`
	By      ProgramBy   `json:"by,omitempty"` // groups of the list, and of the money
	Measure Measure     `json:"measure,omitempty"`
	Cell    MatrixCell  `json:"cell,omitzero"`
	// Group is the selected group of the money, see [GroupID], or part of the
	// judgement; "" is the first.
	Group string `json:"group,omitempty"`
}

// MarshalText gives the name of the column, after "-" where it is descending.
func (o Order) MarshalText() ([]byte, error) {
	if o.Desc {
		return []byte("-" + o.Key), nil
	}
	return []byte(o.Key), nil
}

// UnmarshalText reads what [Order.MarshalText] gave.
func (o *Order) UnmarshalText(text []byte) error {
	key, desc := strings.CutPrefix(string(text), "-")
	*o = Order{Key: SortKey(key), Desc: desc}
	return nil
}

// GroupID names a group in the state: by its key, a long one by its beginning
// and a checksum.
func GroupID(key string) string {
	if len(key) <= MaxGroup {
		return key
	}
	h := fnv.New32a()
	h.Write([]byte(key))
	cut := MaxGroup - 9
	for cut > 0 && !utf8.RuneStart(key[cut]) {
		cut--
	}
	return fmt.Sprintf("%s#%08x", key[:cut], h.Sum32())
}

// Orders gives the columns that the list is sorted by, the most important one
// first.
func (p Program) Orders() []Order {
	var out []Order
	for _, o := range append([]Order{{p.Sort, p.Desc}}, p.Then[:]...) {
		if o.Key != SortNone && !slices.ContainsFunc(out, func(x Order) bool { return x.Key == o.Key }) {
			out = append(out, o)
		}
	}
	return out
}

// SavedFilter is a filter under a name.
type SavedFilter struct {
	Name   string // see [CleanName]
	Filter string
}

// SavedAs gives the name under which a filter was saved; "" where it was not.
func (s *Snapshot) SavedAs(filter string) string {
	for _, f := range s.Filters {
		if f.Filter == filter && filter != "" {
			return f.Name
		}
	}
	return ""
}

// SavedFilter finds a saved filter by its name.
func (s *Snapshot) SavedFilter(name string) (SavedFilter, bool) {
	i := slices.IndexFunc(s.Filters, func(f SavedFilter) bool { return f.Name == name })
	if i < 0 {
		return SavedFilter{}, false
	}
	return s.Filters[i], true
}

// The intents of the third tab's views.
type (
	// SetProgramView looks at the list in another way.
	SetProgramView struct {
		View ProgramView `json:"view"`
	}
	// SetProgramBy puts entries into other groups.
	SetProgramBy struct {
		By ProgramBy `json:"by"`
	}
	// SetMeasure puts something else into the cells of the matrix.
	SetMeasure struct {
		Measure Measure `json:"measure"`
	}
	// SelectCell selects a cell of the matrix.
	SelectCell struct {
		Cell MatrixCell `json:"cell"`
	}
	// SelectGroup selects a group of the money.
	SelectGroup struct {
		Group string `json:"group"`
	}
	// ShowRows lists the entries that a filter leaves.
	ShowRows struct {
		Filter string `json:"filter"`
	}
	// SetOrder sorts the list by several columns; none is the list's own order.
	SetOrder struct {
		Orders []Order `json:"orders"`
	}
	// SaveFilter keeps a filter under a name; an old one of that name is
	// replaced.
	SaveFilter struct {
		Name   string `json:"name"`
		Filter string `json:"filter"`
	}
	// RemoveFilter forgets a filter that was saved.
	RemoveFilter struct {
		Name string `json:"name"`
	}
	// FilterKept answers both.
	FilterKept struct {
		Rev     uint64 `json:"rev"`
		Name    string `json:"name"`
		Removed bool   `json:"removed,omitempty"`
	}
	// UseFilter filters the list by a saved filter.
	UseFilter struct {
		Name string `json:"name"`
	}
)

func (SetProgramView) intent() {}
func (SetProgramBy) intent()   {}
func (SetMeasure) intent()     {}
func (SelectCell) intent()     {}
func (SelectGroup) intent()    {}
func (ShowRows) intent()       {}
func (SetOrder) intent()       {}
func (SaveFilter) intent()     {}
func (RemoveFilter) intent()   {}
func (FilterKept) intent()     {}
func (UseFilter) intent()      {}

// WriteFilter keeps a filter, or with none forgets the one of that name.
// Answer: [FilterKept].
type WriteFilter struct{ Filter SavedFilter }

func (WriteFilter) effect() {}

// programIntents lists the intents of the third tab's views, for the log.
func programIntents() []Intent {
	return []Intent{
		SetProgramView{},
		SetProgramBy{},
		SetMeasure{},
		SelectCell{},
		SelectGroup{},
		ShowRows{},
		SetOrder{},
		SaveFilter{},
		RemoveFilter{},
		FilterKept{},
		UseFilter{},
	}
}

// applyProgram carries out an intent on the third tab; ok is false for any
// other.
func applyProgram(snap *Snapshot, st State, in Intent) (next State, effects []Effect, ok bool) {
	if effects, ok = keepFilter(snap, in); ok {
		return st, effects, true
	}
	g := &st.Program
	switch in := in.(type) {
	case SelectProgramme:
		if _, ok := snap.Programmes.Get(in.ID); ok {
			g.Selected = in.ID
		}
	case SetFilter:
		g.setFilter(in.Filter)
	case ShowRows:
		if g.setFilter(in.Filter) {
			g.View = ListView
		}
	case UseFilter:
		if f, found := snap.SavedFilter(in.Name); found {
			g.setFilter(f.Filter)
		}
	case FilterKept:
		st.Rev = max(st.Rev, in.Rev)
	case SetSort:
		if !slices.Contains(SortKeys(), in.Key) {
			break
		}
		if g.Sort, g.Desc = in.Key, in.Desc; in.Key == SortNone {
			g.Then = [MaxOrders - 1]Order{}
		}
	case SetOrder:
		g.setOrder(in.Orders)
	case SetProgramView:
		if g.View != in.View {
			g.View, g.Group = in.View, ""
		}
	case SetProgramBy:
		g.By, g.Group = in.By, ""
	case SetMeasure:
		g.Measure = in.Measure
	case SelectCell:
		g.Cell = in.Cell
	case SelectGroup:
		g.Group = in.Group
	default:
		return st, nil, false
	}
	return st, nil, true
}

// keepFilter gives the effect of an intent that changes which filters are
// saved; ok is false for any other.
func keepFilter(snap *Snapshot, in Intent) (effects []Effect, ok bool) {
	switch in := in.(type) {
	case SaveFilter:
		name := CleanName(in.Name)
		_, old := snap.SavedFilter(name)
		if snap.ReadOnly || name == "" || !soundFilter(in.Filter) || in.Filter == "" || !old && len(snap.Filters) >= MaxFilters {
			return nil, true
		}
		return []Effect{WriteFilter{SavedFilter{Name: name, Filter: in.Filter}}}, true
	case RemoveFilter:
		if _, found := snap.SavedFilter(in.Name); found && !snap.ReadOnly {
			return []Effect{WriteFilter{SavedFilter{Name: in.Name}}}, true
		}
		return nil, true
	}
	return nil, false
}

func soundFilter(f string) bool { return len(f) <= MaxFilter && utf8.ValidString(f) }

// setFilter filters; false where the filter is too long to be one.
func (p *Program) setFilter(f string) bool {
	if !soundFilter(f) {
		return false
	}
	p.Filter = f
	return true
}

func (p *Program) setOrder(orders []Order) {
	p.Sort, p.Desc, p.Then = SortNone, false, [MaxOrders - 1]Order{}
	n := 0
	for _, o := range orders {
		switch {
		case !slices.Contains(SortKeys(), o.Key) || o.Key == SortNone || n >= MaxOrders:
			continue
		case n == 0:
			p.Sort, p.Desc = o.Key, o.Desc
		default:
			p.Then[n-1] = o
		}
		n++
	}
}

func validProgram(snap *Snapshot, g Program) Program {
	if _, ok := snap.Programmes.Get(g.Selected); !ok {
		g.Selected = ""
	}
	if !soundFilter(g.Filter) {
		g.Filter = ""
	}
	if !slices.Contains(SortKeys(), g.Sort) {
		g.Sort, g.Desc = SortNone, false
	}
	for i, o := range g.Then {
		if !slices.Contains(SortKeys(), o.Key) || o.Key == SortNone {
			g.Then[i] = Order{}
		}
	}
	if !slices.Contains(ProgramViews(), g.View) {
		g.View = ListView
	}
	if !slices.Contains(ProgramGroups(), g.By) {
		g.By = GroupNone
	}
	if !slices.Contains(Measures(), g.Measure) {
		g.Measure = MeasureRows
	}
	if r, ok := snap.Data.RegionByKemendagri(g.Cell.Place); !ok || r.Level != model.LevelDistrict {
		g.Cell = MatrixCell{}
	}
	if len(g.Group) > MaxGroup || !utf8.ValidString(g.Group) {
		g.Group = ""
	}
	if g.View == ListView || g.View == MatrixView { // which have no groups to select
		g.Group = ""
	} else {
		g.Cell = MatrixCell{}
	}
	return g
}
