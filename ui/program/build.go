package program

import (
	"errors"

	"rakor/model"
	"rakor/model/filter"
	"rakor/model/target"
	"rakor/ui/state"
)

// View is what the tab shows: entries, sums and identities; no words, no
// style, no size. Its slices are shared with later copies: do not change them.
type View struct {
	Home   model.Region
	Listed bool   // the home region has a list
	Others []List // where it has none: the regions that do

	Filter string
	Fault  *filter.Error // where the filter cannot be read; nil for nothing
	Partly bool          // the part before the fault is used

	Sort  state.SortKey
	Desc  bool
	Table bool // the bars as a table of numbers

	All        int                // entries of the list
	AllSamples int                // samples among them
	Rows       []*model.Programme // those shown, in their order
	At         int                // the selected one in Rows; -1 for none

	Totals      target.Totals          // of Rows
	Strategies  []StrategySum          // of Rows, in the order of the coded list
	Departments []target.Group[string] // of Rows, most money first
	Press       int                    // budgets in the sums of which the press is the only source
	From, To    model.Year             // years of Rows; 0 where none is known
	Largest     model.Rupiah           // budget of Rows, for the width of its column
	Smallest    model.Rupiah           // above zero, for its decimals; 0 for none
	LargestN    int64                  // target of Rows
	FirstHalf   int                    // rows whose semester I is known

	Look // how it is looked at

	// Marked are the rows that its person has marked; they are nobody else's.
	Marked map[model.ProgrammeID]bool

	data *model.Dataset
}

// List is a region that has a list of programmes.
type List struct {
	Region model.Region
	Rows   int
}

// StrategySum is the sums of one strategy; Item.Code 0 is work without one.
type StrategySum struct {
	Item model.StrategyItem
	target.Totals
}

// Build filters, sorts and adds up. It is total: any state gives a view.
func Build(snap *state.Snapshot, st state.State) View {
	v := View{At: -1, Filter: st.Program.Filter, Sort: st.Program.Sort, Desc: st.Program.Desc, Table: st.Table}
	if snap == nil || snap.Data == nil {
		return v
	}
	v.data = snap.Data
	v.Home, _ = snap.Data.Region(st.Home)
	if snap.Programmes == nil {
		return v
	}
	match := v.parse(st.Home)
	all := snap.Programmes.All()
	rows := make([]*model.Programme, 0, len(all))
	for i := range all {
		p := &all[i]
		if p.Region != st.Home {
			continue
		}
		v.All++
		if p.Sample {
			v.AllSamples++
		}
		if match.Match(p) {
			rows = append(rows, p)
		}
	}
	v.Listed = v.All > 0
	if !v.Listed {
		v.Others = lists(snap)
		return v
	}
	v.Rows = rows
	if orders := st.Program.Orders(); len(orders) > 0 {
		v.Rows = sortRows(rows, orders)
	}
	v.look(snap, st)
	v.sum(snap.Programmes.Strategies())
	for i, p := range v.Rows {
		if p.ID == st.Program.Selected {
			v.At = i
			break
		}
	}
	if v.At < 0 && len(v.Rows) > 0 {
		v.At = 0
	}
	return v
}

// parse reads the filter. Of one that cannot be read to its end, as while it is
// being typed, the part before the fault holds.
func (v *View) parse(home model.RegionCode) filter.Expr {
	e, err := filter.Parse(v.Filter)
	if err == nil {
		return e.Within(v.data, home)
	}
	if !errors.As(err, &v.Fault) {
		return filter.Expr{}
	}
	e, err = filter.Parse(v.Filter[:v.Fault.Pos])
	if err != nil {
		return filter.Expr{}
	}
	v.Partly = !e.Empty()
	return e.Within(v.data, home)
}

func lists(snap *state.Snapshot) []List {
	var out []List
	at := map[model.RegionCode]int{}
	for i := range snap.Programmes.All() {
		code := snap.Programmes.All()[i].Region
		j, ok := at[code]
		if !ok {
			r, known := snap.Data.Region(code)
			if !known {
				r = model.Region{Code: code, Name: string(code)}
			}
			j = len(out)
			at[code] = j
			out = append(out, List{Region: r})
		}
		out[j].Rows++
	}
	return out
}
