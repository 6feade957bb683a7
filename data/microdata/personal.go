package microdata

import "rakor/data/personal"

// PersonalKind is what makes a column personal.
type PersonalKind = personal.Kind

// The kinds of personal data.
const (
	// IdentityNumber is an NIK or a family card number: 16 digits.
	IdentityNumber = personal.IdentityNumber
	// PersonName is the name of a person.
	PersonName = personal.PersonName
	// Address is where somebody lives.
	Address = personal.Address
)

// PersonalColumn is a column with personal data.
type PersonalColumn = personal.Column

// PersonalDataError says that a file holds personal data and was not read.
type PersonalDataError = personal.Error

// columnName returns a name for column i that may be shown.
func columnName(header []string, i int) string { return personal.ColumnName(header, i) }

// clean returns text from a file so that it can be shown.
func clean(s string, limit int) string { return personal.Printable(s, limit) }
