package data

import (
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"

	"rakor/data/durable"
	"rakor/data/internal/jscan"
	"rakor/model"
)

const (
	// SettingsFile is the name of the file that remembers what the user chose,
	// in [Dirs.Data].
	SettingsFile   = "settings.json"
	settingsFormat = "rakor/settings/1"
)

// Settings is what the program remembers of a user.
type Settings struct {
	Home          model.RegionCode // the region that the screens speak of; "" where none was chosen
	HintDismissed bool             // the friendly line of the first run is not wanted any more
	Name          string           // who sits at this computer, for the history of the programmes; "" where nobody said
	Coordinators  []string         // names of those who may verify programmes
	Peers         []PeerSet        // peer groups of regions that the user saved
	Filters       []SavedFilter    // filters of the programme list that the user saved
}

// PeerSet is a list of regions under a name.
type PeerSet struct {
	Name    string             `json:"name"`
	Regions []model.RegionCode `json:"regions"`
}

// Limits of what is read of peer groups; what lies beyond is left out.
const (
	maxPeerSets    = 50
	maxPeerRegions = 600
)

// SavedFilter is a filter of the programme list under a name.
type SavedFilter struct {
	Name   string `json:"name"`
	Filter string `json:"filter"`
}

// maxFilters bounds what is read of saved filters; what lies beyond is left out.
const maxFilters = 50

// readFilters reads the saved filters; one without a name or a text is left out.
func readFilters(r *jscan.Reader) (out []SavedFilter) {
	r.Array(func(int) {
		var f SavedFilter
		r.Map(func(name []byte) {
			switch string(name) {
			case "name":
				f.Name = r.String()
			case "filter":
				f.Filter = r.String()
			}
		})
		if f.Name != "" && f.Filter != "" && len(out) < maxFilters {
			out = append(out, f)
		}
	})
	return out
}

// readPeers reads the peer groups; one without a name or a region is left out.
func readPeers(r *jscan.Reader) (out []PeerSet) {
	r.Array(func(int) {
		var p PeerSet
		r.Map(func(name []byte) {
			switch string(name) {
			case "name":
				p.Name = r.String()
			case "regions":
				r.Array(func(int) {
					at := r.Offset()
					code, err := model.ParseRegionCode(r.String())
					if err != nil {
						r.ReportAt(at, RuleSchema, "no region code", "a region code such as 6271")
					} else if len(p.Regions) < maxPeerRegions {
						p.Regions = append(p.Regions, code)
					}
				})
			}
		})
		if p.Name != "" && len(p.Regions) > 0 && len(out) < maxPeerSets {
			out = append(out, p)
		}
	})
	return out
}

// LoadSettings reads the settings in a user's directory. Where there are none,
// or none that can be read, it gives the zero Settings; in the latter case with
// what is wrong. A home region is not looked up: it may belong to a dataset
// that is not in use now.
func LoadSettings(dir string) (Settings, []Problem) {
	path := filepath.Join(dir, SettingsFile)
	b, problem := readBounded(path)
	switch {
	case problem != nil:
		return Settings{}, []Problem{*problem}
	case b == nil:
		return Settings{}, nil
	}
	var s Settings
	c := &collector{file: path, b: b}
	r := jscan.New(b, c.fault)
	r.Map(func(name []byte) { // members of later versions are passed over
		switch string(name) {
		case "format":
			if got := r.String(); got != settingsFormat {
				r.Report(RuleSchema, fmt.Sprintf("format %q", got), settingsFormat)
			}
		case "home":
			at := r.Offset()
			code, err := model.ParseRegionCode(r.String())
			if err != nil {
				r.ReportAt(at, RuleSchema, "no region code", "a region code such as 6271")
				return
			}
			s.Home = code
		case "hint_dismissed":
			s.HintDismissed = r.Bool()
		case "name":
			s.Name = r.String()
		case "coordinators":
			r.Array(func(int) { s.Coordinators = append(s.Coordinators, r.String()) })
		case "peers":
			s.Peers = readPeers(r)
		case "filters":
			s.Filters = readFilters(r)
		}
	})
	r.End()
	c.syntax(r.Err())
	if c.problems != nil {
		return Settings{}, c.problems
	}
	return s, nil
}

// SaveSettings writes the settings into a user's directory, which is made where
// it does not exist. It has been written durably when SaveSettings returns; on
// an error the old settings are still there. Members that a later version
// wrote are kept.
func SaveSettings(dir string, s Settings) error { return saveSettings(durable.OS(), dir, s) }

func saveSettings(fsys durable.Tree, dir string, s Settings) error {
	path := filepath.Join(dir, SettingsFile)
	members := map[string]any{}
	b, problem := readBounded(path)
	if problem != nil {
		return fmt.Errorf("data: settings not saved: %w", errors.New(problem.String()))
	}
	var old map[string]json.RawMessage
	if json.Unmarshal(b, &old) == nil { // broken settings are written anew
		for name, v := range old {
			members[name] = v
		}
	}
	members["format"] = settingsFormat
	members["hint_dismissed"] = s.HintDismissed
	delete(members, "home")
	if s.Home != "" {
		members["home"] = s.Home
	}
	delete(members, "name")
	if s.Name != "" {
		members["name"] = s.Name
	}
	delete(members, "coordinators")
	if len(s.Coordinators) > 0 {
		members["coordinators"] = s.Coordinators
	}
	delete(members, "peers")
	if len(s.Peers) > 0 {
		members["peers"] = s.Peers
	}
	delete(members, "filters")
	if len(s.Filters) > 0 {
		members["filters"] = s.Filters
	}
	b, err := json.MarshalIndent(members, "", "  ")
	if err == nil {
		err = durable.MakeDir(fsys, dir)
	}
	if err == nil {
		err = durable.WriteFile(fsys, path, append(b, '\n'))
	}
	if err != nil {
		return fmt.Errorf("data: settings not saved: %w", err)
	}
	return nil
}
