package regional

import (
	"slices"

	"rakor/model"
	"rakor/ui/keys"
	"rakor/ui/state"
)

// page is how many rows PgUp and PgDn move by.
const page = 8

// Do gives the intent of a command that depends on what is shown; ok is false
// for commands that are not this tab's.
func (v View) Do(c keys.Command) (state.Intent, bool) {
	switch c {
	case keys.PrevPeriod:
		return state.StepPeriod{By: -1}, true
	case keys.NextPeriod:
		return state.StepPeriod{By: 1}, true
	case keys.Align:
		return state.LikeForLike{Period: v.Alike}, true
	case keys.UsualRegions:
		return state.UsualRegions{}, true
	case keys.Analysis:
		all := state.Analyses()
		return state.SetAnalysis{Analysis: all[(slices.Index(all, v.Analysis)+1)%len(all)]}, true
	case keys.Against:
		return v.doAgainst(), true
	case keys.Reference:
		if v.Analysis == state.Association || v.Analysis == state.Quadrant {
			return state.SetCut{ByProvince: !v.found.byProvince}, true
		}
		return state.SetReference{Region: v.nextRef}, true
	default:
		if v.Selected == "" {
			return nil, false
		}
		return v.doSelected(c)
	}
}

// doAgainst gives the next of what the comparison is set against: the next peer
// group in the position, else the next indicator, in the association.
func (v View) doAgainst() state.Intent {
	if v.Analysis != state.Position {
		return state.SetAgainst{Indicator: v.nextAgainst(v.found.against)}
	}
	groups := v.found.sets
	return state.SetPeers{Group: groups[(slices.Index(groups, v.found.group)+1)%len(groups)]}
}

// doSelected gives the intent of a command on the selected row.
func (v View) doSelected(c keys.Command) (state.Intent, bool) {
	switch c {
	case keys.OwnPrev:
		return state.StepOwn{Region: v.Selected, By: -1}, true
	case keys.OwnNext:
		return state.StepOwn{Region: v.Selected, By: 1}, true
	case keys.OwnReset:
		return state.SetOwn{Region: v.Selected}, true
	case keys.Trend:
		return state.ToggleTrend{Region: v.Selected}, true
	case keys.Up:
		return v.move(-1), true
	case keys.Down:
		return v.move(1), true
	case keys.PageUp:
		return v.move(-page), true
	case keys.PageDown:
		return v.move(page), true
	case keys.First:
		return v.move(-len(v.order)), true
	case keys.Last:
		return v.move(len(v.order)), true
	default:
		return nil, false
	}
}

func (v View) move(by int) state.Intent {
	i := slices.Index(v.order, v.Selected) + by
	return state.SelectRegion{Region: v.order[min(max(i, 0), len(v.order)-1)]}
}

// bare takes the tier off a name.
func bare(name string) string {
	for _, tier := range [...]string{"Kabupaten Administrasi ", "Kota Administrasi ", "Kabupaten ", "Kota "} {
		if len(name) > len(tier) && name[:len(tier)] == tier {
			return name[len(tier):]
		}
	}
	return name
}

// name finds the full name of a region for a sentence; an unknown one is
// called by its code.
func (v View) region(c model.RegionCode) model.Region {
	if r, ok := v.ds.Region(c); ok {
		return r
	}
	return model.Region{Code: c, Name: string(c)}
}
