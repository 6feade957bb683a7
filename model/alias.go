package model

// AliasKind tells why a region goes by another name.
type AliasKind string

// The kinds of aliases.
const (
	AliasSpelling AliasKind = "spelling" // the same name, written otherwise
	AliasRenamed  AliasKind = "renamed"  // the name until the region took another
	AliasSplit    AliasKind = "split"    // its own name; the region exists since the year told
)

// AliasKinds lists the kinds in their order.
func AliasKinds() []AliasKind { return []AliasKind{AliasSpelling, AliasRenamed, AliasSplit} }

// Alias is another name under which tables know a region (nama lain), or the
// year since which it exists. It is data, with its source: nothing in the
// program guesses a name.
type Alias struct {
	Name   string     `json:"name"`
	Region RegionCode `json:"region"`
	Kind   AliasKind  `json:"kind"`
	Since  Year       `json:"since,omitempty"` // of the new name, or of the region; 0 where not known
	Source SourceID   `json:"source"`
	Note   string     `json:"note,omitempty"`
}

// Aliases gives the other names of regions. The slice is shared: do not change
// it.
func (d *Dataset) Aliases() []Alias { return d.p.Aliases }
