package microdata

import (
	"errors"
	"fmt"
	"strings"
)

// MaxProblems is how many refused rows are kept with their reason; the others
// are counted only.
const MaxProblems = 20

// Errors about a file as a whole.
var (
	// ErrEmpty says that the file has nothing in it.
	ErrEmpty = errors.New("the file is empty")
	// ErrNoRows says that there is a header and no household under it.
	ErrNoRows = errors.New("no rows under the header")
	// ErrNoHeader says that the first line holds figures where column names are expected.
	ErrNoHeader = errors.New("the first line has no column names")
	// ErrNotText says that the file is a spreadsheet, archive or data file of another program.
	ErrNotText = errors.New("not a text file")
	// ErrLineEnds says that lines end with a carriage return alone.
	ErrLineEnds = errors.New("lines end with a carriage return alone; save the file with LF or CR LF line ends")
	// ErrRecordTooLong says that a line, or a quoted field that is never closed, exceeds the buffer.
	ErrRecordTooLong = errors.New("a line is longer than 512 KiB, or a quote is never closed")
	// ErrTooManyRows says that the file has more rows than Options.MaxRows.
	ErrTooManyRows = errors.New("too many rows")
	// ErrRead says that reading or decompressing failed.
	ErrRead = errors.New("reading failed")
)

// Reason is why a row was refused.
type Reason int

// The reasons.
const (
	// NoReason is the zero value: the row is fine.
	NoReason Reason = iota
	// Missing: the field is empty or holds a sign for it (NA, N/A, a point, a dash, null).
	Missing
	// NotNumber: the field is no number in the file's way of writing them.
	NotNumber
	// TooLarge: the number does not fit a double.
	TooLarge
	// ZeroWeight: the weight is 0.
	ZeroWeight
	// NegativeWeight: the weight is below 0.
	NegativeWeight
	// ZeroSize: the household has no members.
	ZeroSize
	// NegativeSize: the household has a negative number of members.
	NegativeSize
	// FieldCount: the line has another number of fields than the header.
	FieldCount
	// BadQuote: a quote stands inside a field, or is not closed.
	BadQuote
	// LongLabel: a stratum, PSU or group is longer than 100 bytes.
	LongLabel
	// NotPositive: the finite population correction is 0 or below.
	NotPositive
	// NegativeValue: the value is below 0, and Options.Sign does not allow it.
	NegativeValue
	// ZeroValue: the value is 0, and Options.Sign does not allow it.
	ZeroValue
)

// ID returns the name of the reason in output that programs read; "" for NoReason.
func (r Reason) ID() string {
	if r < NoReason || r > ZeroValue {
		return ""
	}
	return [...]string{
		"", "missing", "not-number", "too-large", "zero-weight", "negative-weight", "zero-size", "negative-size",
		"field-count", "bad-quote", "long-label", "not-positive", "negative-value", "zero-value",
	}[r]
}

// text is the reason in plain words.
func (r Reason) text() string {
	switch r {
	case Missing:
		return "value missing"
	case NotNumber:
		return "not a number"
	case TooLarge:
		return "number too large"
	case ZeroWeight:
		return "weight is 0"
	case NegativeWeight:
		return "weight is negative"
	case ZeroSize:
		return "household size is 0"
	case NegativeSize:
		return "household size is negative"
	case FieldCount:
		return "wrong number of fields"
	case BadQuote:
		return "quote inside a field or not closed"
	case LongLabel:
		return "label longer than 100 bytes"
	case NotPositive:
		return "finite population correction is not above 0"
	case NegativeValue:
		return "value is negative"
	case ZeroValue:
		return "value is 0"
	default:
		return "fine"
	}
}

// Problem is one refused row.
type Problem struct {
	Line   int    // counted from 1, the header included; where the record begins
	Column string // header of the column; empty where the whole line is meant
	Value  string // what was found, at most 40 bytes, control characters replaced
	Reason Reason
	// Found and Want are the numbers of fields under FieldCount.
	Found, Want int
}

// String returns the problem as a sentence in English.
func (p Problem) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "line %d", p.Line)
	if p.Column != "" {
		fmt.Fprintf(&b, ", column %s", p.Column)
	}
	b.WriteString(": ")
	b.WriteString(p.Reason.text())
	if p.Reason == FieldCount {
		fmt.Fprintf(&b, ": %d, the header has %d", p.Found, p.Want)
	} else if p.Value != "" {
		fmt.Fprintf(&b, ": %q", p.Value)
	}
	return b.String()
}

// RefusedError says that a file has rows that cannot be used.
type RefusedError struct {
	Name     string    // of the file
	Rows     int       // rows that could be used
	Refused  int       // rows that could not
	Problems []Problem // the first MaxProblems of them, in the order of the file
}

// Error returns the count and the first problem.
func (e *RefusedError) Error() string {
	s := fmt.Sprintf("%s: %d of %d rows refused", e.Name, e.Refused, e.Rows+e.Refused)
	if len(e.Problems) > 0 {
		s += "; first: " + e.Problems[0].String()
	}
	return s
}

// ColumnError says that a column is not there, or there twice.
type ColumnError struct {
	Name string // of the file
	Role Role
	// Wanted is the name asked for; empty where the usual names were tried.
	Wanted string
	// Twice is true where two columns have that name.
	Twice bool
	// Header holds the names that the file has, each at most 40 bytes.
	Header []string
}

// Error returns what was looked for and what the file has.
func (e *ColumnError) Error() string {
	what := fmt.Sprintf("no column for %s (usual names: %s)", e.Role.ID(), strings.Join(UsualNames(e.Role), ", "))
	switch {
	case e.Twice:
		what = fmt.Sprintf("two columns named %q", e.Wanted)
	case e.Wanted != "":
		what = fmt.Sprintf("no column %q for %s", e.Wanted, e.Role.ID())
	}
	header := e.Header
	more := ""
	if len(header) > 20 {
		more = fmt.Sprintf(" and %d more", len(header)-20)
		header = header[:20]
	}
	return fmt.Sprintf("%s: %s; the file has %s%s", e.Name, what, strings.Join(header, ", "), more)
}
