package state

import (
	"bytes"

	"rakor/model"
	"rakor/model/compare"
)

// Tab is one of the three screens.
type Tab uint8

// The tabs, in their order.
const (
	TabRegional Tab = iota // Perbandingan Wilayah
	TabEstimate            // Estimasi Jumlah Jiwa
	TabProgram             // Program OPD
	Tabs                   // how many
)

// Limits of a State, so that it stays under 2 KB as JSON.
const (
	MaxRegions = 32  // regions in a comparison
	MaxTrend   = 4   // regions in the trend
	MaxFilter  = 200 // bytes of a filter
	MaxNear    = 5   // indicators that the nearest peers are chosen by
)

// Version is the version of State's JSON.
const Version = 1

// State is what everybody in the room sees. The zero values of its parts mean
// "the usual": no regions is the home region with its province, the nation
// and its sisters; no period is the newest that they share.
type State struct {
	Version int              `json:"version"`
	Rev     uint64           `json:"rev"`
	Tab     Tab              `json:"tab"`
	Home    model.RegionCode `json:"home"`
	Table   bool             `json:"table,omitempty"` // charts as tables of numbers
	// Pointer lights the selected row or point.
	Pointer  bool     `json:"pointer,omitempty"`
	Regional Regional `json:"regional"`
	Estimate Estimate `json:"estimate"`
	Program  Program  `json:"program"`
	Meeting  Meeting  `json:"meeting,omitzero"`
}

// Pick is a region with a period of its own. In JSON it is written as on the
// command line, "6200@2023-03".
type Pick struct {
	Region model.RegionCode
	Period model.Period
}

// MarshalText gives region and period.
func (k Pick) MarshalText() ([]byte, error) {
	p, err := k.Period.MarshalText()
	return append([]byte(k.Region+"@"), p...), err
}

// UnmarshalText reads what [Pick.MarshalText] gave.
func (k *Pick) UnmarshalText(text []byte) error {
	region, period, _ := bytes.Cut(text, []byte("@"))
	k.Region = model.RegionCode(region)
	return k.Period.UnmarshalText(period)
}

// Regional is the state of the first tab.
type Regional struct {
	Indicator model.IndicatorID `json:"indicator"`
	// Period is the common period; the zero Period is the newest round that
	// the home region, its province, the nation and at least three quarters
	// of the sisters have.
	Period model.Period `json:"period,omitzero"`
	// Regions replaces the usual set (home, province, nation, sisters); at
	// most MaxRegions.
	Regions []model.RegionCode `json:"regions,omitempty"`
	// Own are the regions shown for another period than the common one.
	Own []Pick `json:"own,omitempty"`
	// Trend are the regions drawn over the years; none is home, province and
	// nation. At most MaxTrend.
	Trend     []model.RegionCode `json:"trend,omitempty"`
	Reference model.RegionCode   `json:"reference,omitempty"` // of the reference line; none is the province
	Selected  model.RegionCode   `json:"selected,omitempty"`  // none is home
	// Analysis is what is looked at; none is position and course on one screen.
	Analysis Analysis `json:"analysis,omitempty"`
	// Against is the other indicator of the association; none is the first of
	// the usual ones.
	Against model.IndicatorID `json:"against,omitempty"`
	// Peers is the peer group of the position, the name of one that the user
	// saved among them; none is the regions compared.
	Peers compare.PeerGroup `json:"peers,omitempty"`
	// ByProvince draws the quadrants at the province's figures, not at the
	// median.
	ByProvince bool `json:"by_province,omitempty"`
	// RSE is the relative standard error in percent that a person gives for
	// figures of regencies and cities, above 0 to 100; nil: not known.
	RSE *float64 `json:"rse,omitempty"`
	// Sample and Deff are what a person gives instead: households in the
	// survey's sample of a region, and its design effect; 0: not known, and 1.
	Sample int     `json:"sample,omitempty"`
	Deff   float64 `json:"deff,omitempty"`
	// Near are the indicators that the nearest peers are chosen by; none are the
	// usual ones. At most MaxNear.
	Near []model.IndicatorID `json:"near,omitempty"`
}

// Uncertainty is what the person knows of the error of regencies' figures.
func (g Regional) Uncertainty() compare.Uncertainty {
	u := compare.Uncertainty{Sample: g.Sample, Deff: g.Deff}
	if g.RSE != nil {
		u.RSE = *g.RSE
	}
	return u
}

// Analysis names a way of looking at the comparison; the names are those of the
// command line.
type Analysis string

// The analyses.
const (
	Overview      Analysis = "" // position and course on one screen
	Position      Analysis = "position"
	Course        Analysis = "trend"
	Effectiveness Analysis = "effectiveness"
	Relevance     Analysis = "relevance"
	Association   Analysis = "association"
	Quadrant      Analysis = "quadrant"
	Multiples     Analysis = "multiples"
	Decomposition Analysis = "decomposition"
	Convergence   Analysis = "convergence"
	Difference    Analysis = "difference"
)

// Analyses lists the analyses in the order in which they are gone through.
func Analyses() []Analysis {
	return []Analysis{
		Overview, Position, Course, Effectiveness, Relevance, Association, Quadrant,
		Multiples, Decomposition, Convergence, Difference,
	}
}

// SortKey is a column that the programme list can be sorted by.
type SortKey string

// The columns.
const (
	SortNone       SortKey = "" // the order of the list
	SortDepartment SortKey = "department"
	SortCode       SortKey = "code"
	SortName       SortKey = "name"
	SortStrategy   SortKey = "strategy"
	SortTarget     SortKey = "target"
	SortBudget     SortKey = "budget"
	SortRealised   SortKey = "realised"
	SortPlace      SortKey = "place"
	SortYear       SortKey = "year"
)

// SortKeys lists the columns in the order in which `s` goes through them.
func SortKeys() []SortKey {
	return []SortKey{
		SortNone, SortDepartment, SortCode, SortName, SortStrategy, SortTarget, SortBudget, SortRealised, SortPlace, SortYear,
	}
}

// New gives the state in which the program opens for a home region.
func New(home model.RegionCode) State {
	return State{Version: Version, Home: home, Regional: Regional{Indicator: model.P0}}
}
