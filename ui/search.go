package ui

import (
	"strings"

	"rakor/model"
	"rakor/ui/state"
)

// regionItems lists regions to compare, or regencies and cities to be home.
// Those chosen stand first; provinces and the nation can be compared too.
func (s *Session) regionItems(query string, home bool) []item {
	chosen := map[model.RegionCode]bool{s.st.Home: true}
	if !home {
		clear(chosen)
		for _, c := range s.st.Compared(s.snap.Data) {
			chosen[c] = true
		}
	}
	words := strings.Fields(strings.ToLower(query))
	var hits []*candidate
	for i, all := 0, s.candidates(); i < len(all); i++ {
		if c := &all[i]; (c.local || !home) && c.holds(words) {
			hits = append(hits, c)
		}
	}
	out := make([]item, 0, len(hits))
	for _, marked := range [...]bool{true, false} {
		for _, c := range hits {
			if chosen[c.code] != marked {
				continue
			}
			it := item{key: string(c.code), label: c.name, detail: c.up, marked: marked, do: c.toggle}
			if home {
				it.do = c.move
			}
			out = append(out, it)
		}
	}
	return out
}

// candidate is a region that can be searched for.
type candidate struct {
	code     model.RegionCode
	name, up string // its own name and its province's
	text     string // all that is searched, in small letters
	local    bool
	toggle   state.Intent // it into the comparison or out of it
	move     state.Intent // home there
}

// holds tells whether every word stands in the text of the candidate.
func (c *candidate) holds(words []string) bool {
	for _, w := range words {
		if !strings.Contains(c.text, w) {
			return false
		}
	}
	return true
}

// candidates lists what can be searched for, made once for the data in use.
func (s *Session) candidates() []candidate {
	if s.searched == s.snap.Data {
		return s.found
	}
	ds := s.snap.Data
	s.searched, s.found = ds, make([]candidate, 0, len(ds.Regions()))
	for _, r := range ds.Regions() {
		if r.Level > model.LevelCity {
			continue
		}
		c := candidate{
			code: r.Code, name: r.Name, local: r.Level.IsLocal(), toggle: state.ToggleRegion{Region: r.Code}, move: state.SetHome{Region: r.Code},
		}
		if p, ok := ds.Region(r.Parent); ok && c.local {
			c.up = p.Name
		}
		c.text = strings.ToLower(r.Name + " " + string(r.Code) + " " + string(r.Kemendagri) + " " + c.up)
		s.found = append(s.found, c)
	}
	return s.found
}
