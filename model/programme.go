package model

// Maybe is a value that may be unknown. Unknown is never zero and never empty:
// the zero Maybe is unknown.
type Maybe[T any] struct {
	V  T
	OK bool
}

// Known makes a known value.
func Known[T any](v T) Maybe[T] { return Maybe[T]{V: v, OK: true} }

// Rupiah is an amount of money in whole rupiah.
type Rupiah int64

// TargetUnit is what a programme's target or recipients are counted in. Counts
// of different units are never added.
type TargetUnit string

// The units of targets.
const (
	PerPerson    TargetUnit = "person"    // jiwa
	PerFamily    TargetUnit = "family"    // keluarga, KK, KPM
	PerHousehold TargetUnit = "household" // rumah tangga
	PerHouse     TargetUnit = "house"     // rumah
	PerBusiness  TargetUnit = "business"  // usaha
	PerStudent   TargetUnit = "student"   // murid
	PerGroup     TargetUnit = "group"     // kelompok
)

// TargetUnits lists the units in their order.
func TargetUnits() []TargetUnit {
	return []TargetUnit{PerPerson, PerFamily, PerHousehold, PerHouse, PerBusiness, PerStudent, PerGroup}
}

// Count is a number with its unit.
type Count struct {
	N    int64
	Unit TargetUnit
}

// Strategy is the code of a strategy of Inpres 8/2025 (1, 2 or 3), or of
// another list that the data carry; 0 is work without a strategy of its own.
type Strategy int8

// StrategyItem is one line of the coded list of strategies.
type StrategyItem struct {
	Code   Strategy `json:"code"`
	Name   Text     `json:"name"`
	Short  Text     `json:"short"`
	Source SourceID `json:"source"`
}

// ProgrammeID is the identity of an entry; it never changes.
type ProgrammeID string

// Programme is one entry of a department's (OPD) programme list.
type Programme struct {
	ID         ProgrammeID
	Region     RegionCode // whose list it stands in
	Year       Year
	Department string // perangkat daerah
	Code       string // official code by its levels, as far as it is known: "2.17.07"
	Name       string // program
	Activity   string // kegiatan, or what is done
	Strategy   Strategy
	Budget     Maybe[Rupiah]
	// BudgetComputed tells that the budget is units x price, not a figure seen
	// in a budget document; BudgetBasis says from what.
	BudgetComputed bool
	BudgetBasis    string
	Realised       Maybe[Rupiah]
	TargetText     string       // as the source words it: "1.000 pelaku usaha mikro"
	Target         Maybe[Count] // read from TargetText where it names number and unit
	Places         []KemendagriCode
	PlaceNames     []string // as the source words them
	Funding        string   // APBN, APBD kota, ...; "" where not known
	Sample         bool     // code and name exist in the nomenclature; not seen for this region
	Evidence       string   // what of the entry was seen, in the source's letters (P B T C K Sub)
	Sources        []SourceID
	Note           string
}

// Flag is something missing or odd about an entry.
type Flag uint8

// The flags of an entry.
const (
	FlagSample     Flag = iota // sample row, not seen for this region
	FlagNoBudget               // pagu not known
	FlagNoRealised             // realisation not known
	FlagNoTarget               // no number with a unit
	FlagNoPlace                // no kecamatan
	FlagComputed               // budget computed from units x price
	FlagOver                   // realised above budget
)

// Flags gives what is missing or odd about an entry, in the order of the
// constants.
func (p Programme) Flags() []Flag {
	var fs []Flag
	add := func(is bool, f Flag) {
		if is {
			fs = append(fs, f)
		}
	}
	add(p.Sample, FlagSample)
	add(!p.Budget.OK, FlagNoBudget)
	add(!p.Realised.OK, FlagNoRealised)
	add(!p.Target.OK, FlagNoTarget)
	add(len(p.Places) == 0 && len(p.PlaceNames) == 0, FlagNoPlace)
	add(p.BudgetComputed, FlagComputed)
	add(p.Budget.OK && p.Realised.OK && p.Realised.V > p.Budget.V, FlagOver)
	return fs
}

// Programmes is an immutable list of entries with its coded lists.
type Programmes struct {
	entries    []Programme
	index      map[ProgrammeID]int
	strategies []StrategyItem
}

// NewProgrammes indexes entries; the slices are kept, not copied.
func NewProgrammes(entries []Programme, strategies []StrategyItem) *Programmes {
	ps := &Programmes{entries: entries, strategies: strategies, index: make(map[ProgrammeID]int, len(entries))}
	for i, e := range entries {
		ps.index[e.ID] = i
	}
	return ps
}

// All gives every entry. The slice is shared: do not change it.
func (ps *Programmes) All() []Programme { return ps.entries }

// Of gives the entries of one region's list.
func (ps *Programmes) Of(r RegionCode) []Programme {
	var out []Programme
	for _, e := range ps.entries {
		if e.Region == r {
			out = append(out, e)
		}
	}
	return out
}

// Get finds an entry.
func (ps *Programmes) Get(id ProgrammeID) (Programme, bool) {
	i, ok := ps.index[id]
	if !ok {
		return Programme{}, false
	}
	return ps.entries[i], true
}

// Strategies gives the coded list of strategies. The slice is shared: do not
// change it.
func (ps *Programmes) Strategies() []StrategyItem { return ps.strategies }
