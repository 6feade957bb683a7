package model

// SourceID names a source ("bps-p0-kab-0425", "S49").
type SourceID string

// SourceKind ranks sources by what they are; earlier kinds are preferred where
// two sources differ.
type SourceKind string

// The kinds, in order of preference.
const (
	SourceTable        SourceKind = "table"      // copy of a BPS table
	SourceRelease      SourceKind = "release"    // official press release
	SourceGovernment   SourceKind = "government" // another government office
	SourceThesis       SourceKind = "thesis"     // academic data set
	SourcePress        SourceKind = "press"      // newspaper
	SourceEncyclopedia SourceKind = "encyclopaedia"
	SourceNomenclature SourceKind = "nomenclature" // programme codes
	SourcePeer         SourceKind = "peer"         // another program
	SourceUser         SourceKind = "user"         // typed in by the user
)

// Source is where figures were read.
type Source struct {
	ID        SourceID   `json:"id"`
	Kind      SourceKind `json:"kind"`
	Title     string     `json:"title"`
	Publisher string     `json:"publisher"`
	Year      Year       `json:"year,omitempty"` // of publication; 0 where the source does not tell
	URL       string     `json:"url,omitempty"`
	Note      string     `json:"note,omitempty"` // how the copy was reached
}

// Target is a figure a region has set itself (sasaran RPJMD).
type Target struct {
	Region    RegionCode  `json:"region"`
	Indicator IndicatorID `json:"indicator"`
	Year      Year        `json:"year"`
	Value     float64     `json:"value"` // in the indicator's unit
	Source    SourceID    `json:"source"`
	Note      string      `json:"note,omitempty"`
}
