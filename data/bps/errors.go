package bps

import "fmt"

// Fault is why a file as a whole cannot be used.
type Fault string

// The faults of files. The names are stable.
const (
	Empty         Fault = "empty"          // nothing is in it
	TooLarge      Fault = "too-large"      // larger than any table of BPS
	Expands       Fault = "expands"        // a spreadsheet that unpacks to too much
	WebFrames     Fault = "web-frameset"   // a web page of frames, saved as .xls: no data inside
	WebPage       Fault = "web-page"       // a web page, whatever its name says
	OldFormat     Fault = "old-format"     // .xls or .ods
	Encrypted     Fault = "encrypted"      // a spreadsheet with a password
	NotTable      Fault = "not-table"      // something else: PDF, picture, archive
	Broken        Fault = "broken"         // damaged
	NoTable       Fault = "no-table"       // no row of names and numbers
	NoFigures     Fault = "no-figures"     // a table without a single number
	NotAvailable  Fault = "not-available"  // the Web API answered that it has no such data
	TooManyKeys   Fault = "too-many-keys"  // a Web API answer with more combinations than any table
	FaultPersonal Fault = "personal"       // holds personal data
	MissingColumn Fault = "missing-column" // a file of records without a column that it needs
)

// FileError says why a file as a whole cannot be used. Nothing of it was kept.
type FileError struct {
	Name   string // of the file
	Fault  Fault
	Detail string // what was found; may be empty
	Err    error  // what a decoder said; may be nil
}

// Error names the file, the fault and what was found.
func (e *FileError) Error() string {
	s := fmt.Sprintf("bps: %s: %s", e.Name, e.Fault)
	if e.Detail != "" {
		s += ": " + e.Detail
	}
	if e.Err != nil {
		s += ": " + e.Err.Error()
	}
	return s
}

// Unwrap gives what a decoder said.
func (e *FileError) Unwrap() error { return e.Err }

// Reason is why one cell, or one row of a preview, is refused.
type Reason string

// The reasons. The names are stable.
const (
	NotNumber       Reason = "not-a-number"
	AmbiguousNumber Reason = "ambiguous-number" // 11.191: eleven thousand, or eleven
	UnknownRegion   Reason = "unknown-region"
	ProposedRegion  Reason = "proposed-region"  // a name that looks like one region's
	AmbiguousRegion Reason = "ambiguous-region" // a name that several regions have
	CodeName        Reason = "code-and-name"    // the code is one region's, the name another's
	NoPeriod        Reason = "no-period"
	WhichRound      Reason = "which-round" // a year, where the indicator has several rounds in it
	BadPeriod       Reason = "impossible-period"
	NoIndicator     Reason = "no-indicator"
	WhichIndicator  Reason = "which-indicator" // the title fits several
	WrongUnit       Reason = "unit"
	OutOfRange      Reason = "out-of-range"
	Magnitude       Reason = "magnitude" // far from the region's present figures
	Twice           Reason = "twice"     // the same region and period again
	Forecast        Reason = "forecast"
	AnnualBeside    Reason = "annual-beside-rounds"
	AmbiguousKey    Reason = "ambiguous-key" // of the Web API: two combinations give it
	UnknownKey      Reason = "unknown-key"   // of the Web API: no combination gives it
	ZeroNoData      Reason = "zero"          // a zero that stands for no data
)
