package filter

import (
	"fmt"
	"strings"
)

// Reason tells what is wrong with a part of an expression.
type Reason string

// The reasons.
const (
	NoField         Reason = "no-field"         // an operator with nothing before it
	UnknownField    Reason = "unknown-field"    // Suggest has the nearest names
	NoValue         Reason = "no-value"         // a field with nothing after the operator
	OpenQuote       Reason = "open-quote"       // a quotation mark that is never closed
	NothingNegated  Reason = "nothing-negated"  // - or ! alone
	NoOrder         Reason = "no-order"         // < or > on a field that is text
	BadNumber       Reason = "bad-number"       // not a number
	AmbiguousNumber Reason = "ambiguous-number" // 1.234 jt: 1,234 or 1234 million
	AmbiguousUnit   Reason = "ambiguous-unit"   // M after an English field name
	NeedsUnit       Reason = "needs-unit"       // pagu>1,45: a part of a rupiah
	NotWhole        Reason = "not-whole"        // a fraction of a year or of a person
	NotPercent      Reason = "not-percent"      // an amount where a percentage belongs
	BadChoice       Reason = "bad-choice"       // Suggest has the words that are taken
)

// Error points at the part of an expression that cannot be read.
type Error struct {
	Pos     int      // byte at which the fault begins
	Len     int      // bytes; 0 where something is missing
	Token   string   // the faulty text itself
	Reason  Reason   // why
	Suggest []string // what could stand there, best first; may be empty
}

// Error names the place, the text and the reason.
func (e *Error) Error() string {
	s := fmt.Sprintf("filter: byte %d: %q: %s", e.Pos, e.Token, e.Reason)
	if len(e.Suggest) > 0 {
		s += ": want " + strings.Join(e.Suggest, ", ")
	}
	return s
}
