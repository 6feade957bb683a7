package main

import (
	"slices"
	"strings"

	"rakor/data"
	"rakor/ui/state"
)

// usedFilters gives the saved filters of the user as the screens use them.
func (a *app) usedFilters() []state.SavedFilter {
	var out []state.SavedFilter
	for _, f := range a.settings.Filters {
		if state.CleanName(f.Name) == f.Name && len(f.Filter) <= state.MaxFilter {
			out = append(out, state.SavedFilter(f))
		}
	}
	slices.SortStableFunc(out, func(x, y state.SavedFilter) int {
		return strings.Compare(strings.ToLower(x.Name), strings.ToLower(y.Name))
	})
	return slices.CompactFunc(out, func(x, y state.SavedFilter) bool { return x.Name == y.Name })
}

// writeFilter keeps a filter in the settings, or with no text takes it out.
func (a *app) writeFilter(f state.SavedFilter) (state.Intent, error) {
	err := a.remember(func(s *data.Settings) {
		s.Filters = slices.DeleteFunc(slices.Clone(s.Filters), func(x data.SavedFilter) bool { return x.Name == f.Name })
		if f.Filter != "" {
			s.Filters = append(s.Filters, data.SavedFilter(f))
		}
	})
	a.saving.Lock()
	filters := a.usedFilters()
	a.saving.Unlock()
	rev := a.renew(func(s *state.Snapshot) { s.Filters = filters })
	if err != nil {
		return state.Loaded{Rev: rev}, err
	}
	return state.FilterKept{Rev: rev, Name: f.Name, Removed: f.Filter == ""}, nil
}
