package intake

import "rakor/model"

// Row is one row of a file, read.
type Row struct {
	Cell  string // where it begins: "Sheet1!A42", "A42" in a file without sheets
	Sheet string // "" in a file without sheets
	Line  int    // row of the sheet, from 1
	// Entry is what the row says. Its ID is that of the file, "" where the file
	// has none; fields that the file does not tell are unknown.
	Entry model.Programme
	// Told are the fields that the row tells, in the order of [model.Fields].
	Told []Told
	// Refusals say why the row cannot be used; nil for a usable one.
	Refusals []Remark
	// Notes say what is odd about a usable row.
	Notes []Remark
	// Allocation tells that the budget is the one that holds, original or
	// revised: the matrices have a single column for both.
	Allocation bool
}

// Told is a field that a row tells, and where.
type Told struct {
	Field model.Field
	Cell  string
}

// Tells gives the cell that tells a field; ok is false where the row is silent
// about it.
func (r *Row) Tells(f model.Field) (cell string, ok bool) {
	for _, t := range r.Told {
		if t.Field == f {
			return t.Cell, true
		}
	}
	return "", false
}

// Remark is one thing that is wrong or odd, and where.
type Remark struct {
	Kind  Kind
	Cell  string      // "Sheet1!H42"
	Field model.Field // "" where it is about the row as a whole
	Found string      // as the cell shows it, at most 80 bytes; may be empty
	Want  string      // what would do, or was held against it; may be empty
}

// String names the cell and what is wrong, for developers.
func (r Remark) String() string {
	s := r.Cell + ": " + string(r.Kind)
	if r.Field != "" {
		s += ", " + string(r.Field)
	}
	if r.Found != "" {
		s += ", found " + r.Found
	}
	if r.Want != "" {
		s += ", want " + r.Want
	}
	return s
}

// Kind tells what a remark is about; the words are stable.
type Kind string

// Why a row is refused.
const (
	NotNumber     Kind = "not-number"        // words where an amount is expected
	TwoReadings   Kind = "two-readings"      // 1.234 jt: a thousand or one and a bit
	Negative      Kind = "negative"          // an amount below zero
	TooLarge      Kind = "too-large"         // beyond the largest amount
	NotWhole      Kind = "not-whole"         // half a family
	DateForNumber Kind = "date-for-number"   // a date where a number is expected
	CellError     Kind = "cell-error"        // #REF!, #N/A
	NoResult      Kind = "no-result"         // a formula whose result the file lacks
	Required      Kind = "required"          // year, department, code, name or strategy missing
	CodeAsNumber  Kind = "code-as-number"    // 1.10 became 1.1: zeros are lost
	CodeAsDate    Kind = "code-as-date"      // 1.02.05 became a date
	UnknownChoice Kind = "unknown-choice"    // no strategy, unit or word of its list
	TooLong       Kind = "too-long"          // more than 2,000 characters
	OtherRegion   Kind = "other-region"      // an entry of another region's list
	BadDate       Kind = "malformed-date"    // no date of any form
	PlaceTwice    Kind = "ambiguous-place"   // a name that two places have
	Unfit         Kind = "unfit"             // what [model.Programme.Check] refuses
	UnknownRef    Kind = "unknown-reference" // region, indicator or source that does not exist
)

// What is odd about a row that can be used.
const (
	NoUnit       Kind = "no-unit"       // a number of recipients without a unit
	NoNumber     Kind = "no-number"     // words without a number of recipients
	TwoCounts    Kind = "two-counts"    // 500 KK / 2.000 jiwa: none was chosen
	CarriedDown  Kind = "carried-down"  // a blank cell took what stands above it
	UnknownPlace Kind = "unknown-place" // a place without a code; kept as words
	TotalDiffers Kind = "total-differs" // total is not semester 1 + 2
	SharedAmount Kind = "shared-amount" // one amount over several rows, given to the first
	// TwoActivities: more than one of direct, indirect and supporting is filled;
	// the words are kept, the kind is unknown.
	TwoActivities Kind = "two-activities"
	// MaybeSubtotal: the row's code is that of a group whose rows follow, but
	// its amount is not their sum.
	MaybeSubtotal Kind = "maybe-subtotal"
	OddCode       Kind = "malformed-code"
	CodeRestored  Kind = "code-restored" // 1.2.2 read as 1.02.02
	// ForCoordinator: the state is one that only a coordinator sets; the entry
	// keeps its own.
	ForCoordinator Kind = "for-coordinator"
)
