package scenarios

import (
	"errors"
	"fmt"
	"maps"
	"math"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"rakor/model"
)

// Limits of what is kept.
const (
	MaxName = 40  // bytes of a name
	Most    = 100 // scenarios
)

// Scenario is a named set of inputs for a region.
type Scenario struct {
	Name    string             `json:"name"`
	Region  model.RegionCode   `json:"region"`
	Period  model.Period       `json:"period"` // of the published figures below the inputs
	Inputs  map[string]float64 `json:"inputs"`
	Dataset string             `json:"dataset,omitempty"` // checksum of the data in use when it was saved
	Saved   time.Time          `json:"saved"`
}

// key is what tells scenarios apart.
type key struct {
	region model.RegionCode
	name   string
}

func (s Scenario) key() key { return key{s.Region, s.Name} }

// same tells whether two scenarios say the same, whenever they were saved.
func (s Scenario) same(t Scenario) bool {
	return s.key() == t.key() && s.Period == t.Period && s.Dataset == t.Dataset && maps.Equal(s.Inputs, t.Inputs)
}

func (s Scenario) clone() Scenario {
	s.Inputs = maps.Clone(s.Inputs)
	return s
}

// What a change is refused for.
var (
	// ErrName: a name is empty, longer than MaxName bytes, or has characters
	// that cannot be shown.
	ErrName = errors.New("scenarios: not a name")
	// ErrFull: there are Most scenarios already.
	ErrFull = errors.New("scenarios: no room for more")
	// ErrReadOnly: the store was opened for reading.
	ErrReadOnly = errors.New("scenarios: opened for reading only")
	// ErrNothing: there is no change to undo.
	ErrNothing = errors.New("scenarios: nothing to undo")
	// ErrInvalid: an input is not a finite number, or the region is none.
	ErrInvalid = errors.New("scenarios: not a scenario")
	// ErrBroken: the journal holds something else than scenarios.
	ErrBroken = errors.New("scenarios: the journal is not one of scenarios")
)

// ConflictError tells that a scenario is no longer what the change was made
// for. Nothing was written.
type ConflictError struct {
	Name string
	Now  *Scenario // what is there; nil where it is gone
}

// Error names the scenario and what has become of it.
func (e *ConflictError) Error() string {
	if e.Now == nil {
		return fmt.Sprintf("scenarios: %q was removed by another program", e.Name)
	}
	return fmt.Sprintf("scenarios: %q was changed or made by another program", e.Name)
}

// checkName refuses what cannot be a name.
func checkName(name string) error {
	bad := name == "" || len(name) > MaxName || !utf8.ValidString(name) || strings.TrimSpace(name) != name ||
		strings.ContainsFunc(name, func(r rune) bool { return !unicode.IsPrint(r) })
	if bad {
		return fmt.Errorf("%w: %q", ErrName, name)
	}
	return nil
}

// check refuses what is no scenario.
func (s Scenario) check() error {
	if err := checkName(s.Name); err != nil {
		return err
	}
	if _, err := model.ParseRegionCode(string(s.Region)); err != nil {
		return fmt.Errorf("%w: %q: %w", ErrInvalid, s.Name, err)
	}
	if len(s.Inputs) > 64 {
		return fmt.Errorf("%w: %q: %d inputs", ErrInvalid, s.Name, len(s.Inputs))
	}
	for in, v := range s.Inputs {
		if math.IsNaN(v) || math.IsInf(v, 0) || len(in) > MaxName {
			return fmt.Errorf("%w: %q: input %q is %v", ErrInvalid, s.Name, in, v)
		}
	}
	return nil
}
