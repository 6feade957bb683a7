package state

import (
	"rakor/model"
	"rakor/model/compare"
)

// Intent is one wish to change the State, whatever asked for it: a key, the
// palette, the mouse, a presenter, the answer of an effect. Intents are plain
// data and can be logged and replayed.
type Intent interface{ intent() }

// The intents. A name that does not exist, a value out of range: the state
// stays as it was.
type (
	// ShowTab opens a tab.
	ShowTab struct {
		Tab Tab `json:"tab"`
	}
	// ToggleTable turns charts into tables and back.
	ToggleTable struct{}
	// SetHome makes another regency or city the home region; what was chosen
	// for the old one is dropped.
	SetHome struct {
		Region model.RegionCode `json:"region"`
	}

	// SetIndicator compares another indicator; the period goes back to the
	// newest common one where the new indicator lacks it.
	SetIndicator struct {
		Indicator model.IndicatorID `json:"indicator"`
	}
	// SetPeriod compares another period; none is the newest common one.
	SetPeriod struct {
		Period model.Period `json:"period"`
	}
	// StepPeriod moves the common period by that many periods of the series.
	StepPeriod struct {
		By int `json:"by"`
	}
	// StepOwn moves the period of one region alone.
	StepOwn struct {
		Region model.RegionCode `json:"region"`
		By     int              `json:"by"`
	}
	// SetOwn gives one region a period of its own; none gives it the common
	// one back.
	SetOwn struct {
		Region model.RegionCode `json:"region"`
		Period model.Period     `json:"period"`
	}
	// LikeForLike gives every region the common period back and, where Period
	// is set, makes it that one.
	LikeForLike struct {
		Period model.Period `json:"period"`
	}
	// ToggleRegion adds a region to the comparison or takes it out.
	ToggleRegion struct {
		Region model.RegionCode `json:"region"`
	}
	// UsualRegions goes back to home, province, nation and sisters.
	UsualRegions struct{}
	// ToggleTrend adds a region to the trend or takes it out.
	ToggleTrend struct {
		Region model.RegionCode `json:"region"`
	}
	// SetReference moves the reference line to province or nation.
	SetReference struct {
		Region model.RegionCode `json:"region"`
	}
	// SelectRegion selects a row of the comparison.
	SelectRegion struct {
		Region model.RegionCode `json:"region"`
	}
	// SetAnalysis looks at the comparison in another way.
	SetAnalysis struct {
		Analysis Analysis `json:"analysis"`
	}
	// SetAgainst sets the indicator against another one, in the association.
	SetAgainst struct {
		Indicator model.IndicatorID `json:"indicator"`
	}
	// SetPeers chooses the peer group of the position; none is the regions
	// compared.
	SetPeers struct {
		Group compare.PeerGroup `json:"group"`
	}
	// SetCut draws the quadrants at the province's figures or at the median.
	SetCut struct {
		ByProvince bool `json:"by_province"`
	}
	// SetRSE gives the relative standard error of figures of regencies and
	// cities; nil: not known.
	SetRSE struct {
		Percent *float64 `json:"percent"`
	}

	// SelectInput selects a line of the estimate.
	SelectInput struct {
		Input Input `json:"input"`
	}
	// SetInput sets an input; nil is the published figure, or none.
	SetInput struct {
		Input Input    `json:"input"`
		Value *float64 `json:"value"`
	}
	// SetEstimatePeriod takes the rate of another period; none is the newest.
	SetEstimatePeriod struct {
		Period model.Period `json:"period"`
	}
	// ResetEstimate drops everything that was typed into the estimate.
	ResetEstimate struct{}

	// SelectProgramme selects an entry of the list.
	SelectProgramme struct {
		ID model.ProgrammeID `json:"id"`
	}
	// SetFilter filters the list; "" shows all.
	SetFilter struct {
		Filter string `json:"filter"`
	}
	// SetSort sorts the list.
	SetSort struct {
		Key  SortKey `json:"key"`
		Desc bool    `json:"desc"`
	}

	// OpenHouseholds reads a file of households.
	OpenHouseholds struct {
		Path string `json:"path"`
	}
	// CloseHouseholds lets the files of households go.
	CloseHouseholds struct{}
	// HouseholdsOpened answers that a file was read.
	HouseholdsOpened struct {
		Rev  uint64 `json:"rev"`
		Name string `json:"name"`
	}
	// HouseholdsClosed answers that the files are gone.
	HouseholdsClosed struct {
		Rev uint64 `json:"rev"`
	}
	// Loaded answers that a new snapshot is in use.
	Loaded struct {
		Rev uint64 `json:"rev"`
	}
)

func (ShowTab) intent()           {}
func (ToggleTable) intent()       {}
func (SetHome) intent()           {}
func (SetIndicator) intent()      {}
func (SetPeriod) intent()         {}
func (StepPeriod) intent()        {}
func (StepOwn) intent()           {}
func (SetOwn) intent()            {}
func (LikeForLike) intent()       {}
func (ToggleRegion) intent()      {}
func (UsualRegions) intent()      {}
func (ToggleTrend) intent()       {}
func (SetReference) intent()      {}
func (SelectRegion) intent()      {}
func (SetAnalysis) intent()       {}
func (SetAgainst) intent()        {}
func (SetPeers) intent()          {}
func (SetCut) intent()            {}
func (SetRSE) intent()            {}
func (SelectInput) intent()       {}
func (SetInput) intent()          {}
func (SetEstimatePeriod) intent() {}
func (ResetEstimate) intent()     {}
func (SelectProgramme) intent()   {}
func (SetFilter) intent()         {}
func (SetSort) intent()           {}
func (OpenHouseholds) intent()    {}
func (CloseHouseholds) intent()   {}
func (HouseholdsOpened) intent()  {}
func (HouseholdsClosed) intent()  {}
func (Loaded) intent()            {}
