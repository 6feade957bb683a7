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

// Directness tells how a programme bears on poverty: the third to fifth of the
// columns of activities in the RAT matrix.
type Directness string

// The kinds; "" is not known.
const (
	Direct     Directness = "direct"     // aktivitas langsung
	Indirect   Directness = "indirect"   // aktivitas tidak langsung
	Supporting Directness = "supporting" // aktivitas penunjang
)

// DirectnessKinds lists the kinds in their order.
func DirectnessKinds() []Directness { return []Directness{Direct, Indirect, Supporting} }

// Tag tells whether an entry is tagged as poverty work in SIPD.
type Tag string

// The answers; "" is not known.
const (
	Tagged   Tag = "yes"
	Untagged Tag = "no"
)

// Tags lists the answers in their order.
func Tags() []Tag { return []Tag{Tagged, Untagged} }

// Verification is how far an entry was checked by the coordinator.
type Verification string

// The states; "" is none: nobody has put the entry forward.
const (
	Proposed Verification = "proposed"
	Verified Verification = "verified"
	Returned Verification = "returned" // to its department
)

// Verifications lists the states in their order.
func Verifications() []Verification { return []Verification{Proposed, Verified, Returned} }

// Judged tells whether only a coordinator may set the state.
func (v Verification) Judged() bool { return v == Verified || v == Returned }

// ProgrammeID is the identity of an entry; it never changes.
type ProgrammeID string

// Programme is one entry of a department's (OPD) programme list. What is not
// known is the zero Maybe, the empty text or the empty list: never 0 and never
// a word. The identity is ID alone; see [Warnings] for entries that say the
// same twice. [Programme.Set] changes one field together with what hangs on it.
type Programme struct {
	ID          ProgrammeID
	Region      RegionCode // whose list it stands in
	Year        Year
	Department  string // perangkat daerah
	Code        string // official code by its levels, as far as it is known: "2.17.07"; see [ParseProgrammeCode]
	Name        string // program
	Activity    string // kegiatan, or what is done
	SubActivity string // sub kegiatan
	Strategy    Strategy
	Directness  Directness
	Deed        string        // aktivitas, as the matrices word it in the column of its directness
	Budget      Maybe[Rupiah] // original budget (pagu murni)
	// BudgetComputed tells that the budget is units x price, not a figure seen
	// in a budget document; BudgetBasis says from what.
	BudgetComputed bool
	BudgetBasis    string
	BudgetRevised  Maybe[Rupiah] // pagu perubahan
	// Realised is the sum of both semesters where both are known, else the
	// year's figure that the source gives, if any.
	Realised     Maybe[Rupiah]
	RealisedH1   Maybe[Rupiah] // semester 1
	RealisedH2   Maybe[Rupiah] // semester 2
	TargetText   string        // as the source words it: "1.000 pelaku usaha mikro"
	Target       Maybe[Count]  // read from TargetText where it names number and unit
	TargetGroup  string        // who: decile band, category
	Benefit      string        // what each gets (besaran manfaat), in words
	Reached      Maybe[Count]  // recipients
	Places       []KemendagriCode
	PlaceNames   []string // as the source words them
	Funding      string   // APBN, APBD kota, ...; "" where not known
	AidNature    string   // sifat bantuan: stimulant, grant, once, ...
	AidKind      string   // jenis bantuan: money, goods, service, ...
	Duration     string   // durasi pemberian
	SIPD         Tag
	Indicator    IndicatorID // that it should move; "" where nobody said
	Verification Verification
	Basis        string // the document that it stands on (dasar)
	Sample       bool   // code and name exist in the nomenclature; not seen for this region
	Evidence     string // what of the entry was seen, in the source's letters (P B T C K Sub)
	Sources      []SourceID
	SourceText   string // where a user read it, in words, beside Sources
	SourceDate   Date   // of that source
	Note         string
}

// EffectiveBudget gives the budget that holds: the revised one where it is
// known, else the original one.
func (p *Programme) EffectiveBudget() Maybe[Rupiah] {
	if p.BudgetRevised.OK {
		return p.BudgetRevised
	}
	return p.Budget
}

// EffectiveComputed tells whether the budget that holds was worked out from
// units and prices: a revised one was read.
func (p *Programme) EffectiveComputed() bool { return p.BudgetComputed && !p.BudgetRevised.OK }

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
	budget := p.EffectiveBudget()
	add(!budget.OK, FlagNoBudget)
	add(!p.Realised.OK, FlagNoRealised)
	add(!p.Target.OK, FlagNoTarget)
	add(len(p.Places) == 0 && len(p.PlaceNames) == 0, FlagNoPlace)
	add(p.EffectiveComputed(), FlagComputed)
	add(budget.OK && p.Realised.OK && p.Realised.V > budget.V, FlagOver)
	return fs
}
