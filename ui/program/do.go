package program

import (
	"slices"

	"rakor/model"
	"rakor/ui/keys"
	"rakor/ui/state"
)

// page is how many rows PageUp and PageDown go.
const page = 10

// Do gives the intent of a command that needs to know what is shown; ok is
// false for commands that mean nothing here.
func (v View) Do(c keys.Command) (in state.Intent, ok bool) {
	if in, ok, done := v.doView(c); done {
		return in, ok
	}
	last := len(v.Rows) - 1
	switch c {
	case keys.Up:
		return v.selectRow(v.At - 1)
	case keys.Down:
		return v.selectRow(v.At + 1)
	case keys.PageUp:
		return v.selectRow(v.At - page)
	case keys.PageDown:
		return v.selectRow(v.At + page)
	case keys.First:
		return v.selectRow(0)
	case keys.Last:
		return v.selectRow(last)
	case keys.Sort:
		all := state.SortKeys()
		next := all[(slices.Index(all, v.Sort)+1)%len(all)]
		return state.SetSort{Key: next, Desc: largestFirst(next)}, true
	case keys.SortReverse:
		if v.Sort == state.SortNone {
			return nil, false
		}
		return state.SetSort{Key: v.Sort, Desc: !v.Desc}, true
	default:
		return nil, false
	}
}

func (v View) selectRow(i int) (state.Intent, bool) {
	if len(v.Rows) == 0 {
		return nil, false
	}
	i = min(max(i, 0), len(v.Rows)-1)
	return state.SelectProgramme{ID: v.Rows[i].ID}, true
}

// largestFirst tells whether a column is more often wanted from its large end.
func largestFirst(k state.SortKey) bool {
	switch k {
	case state.SortBudget, state.SortRealised, state.SortTarget, state.SortYear:
		return true
	default:
		return false
	}
}

// sortBy gives the intent of a press on the head of a column: sort by it, or
// the other way round where it is sorted already.
func (v View) sortBy(k state.SortKey) state.Intent {
	if k == v.Sort {
		return state.SetSort{Key: k, Desc: !v.Desc}
	}
	return state.SetSort{Key: k, Desc: largestFirst(k)}
}

// Entry gives the selected entry.
func (v View) Entry() (*model.Programme, bool) { return v.selected() }

// Title is what an entry is called: what is done, or the programme.
func Title(p *model.Programme) string { return title(p) }
