// Package lang holds every word that a person reads, in Indonesian and in
// English, and the way numbers, money, periods and dates are written and read
// in each.
//
// [For] gives the [Catalogue] of a language: one struct a screen, one field a
// sentence. Sentences with values in them are functions, so that the compiler
// sees their arguments. A test fails when a field is empty in either language.
// Numbers go through the methods of [Lang]; nothing else formats a figure.
package lang

// Lang is a language. The zero value is Indonesian.
type Lang uint8

// The languages.
const (
	Indonesian Lang = iota
	English
)

// Code gives the two-letter code, "id" or "en".
func (l Lang) Code() string {
	if l == English {
		return "en"
	}
	return "id"
}

// Parse reads "id" or "en"; ok is false for anything else.
func Parse(code string) (l Lang, ok bool) {
	switch code {
	case "id":
		return Indonesian, true
	case "en":
		return English, true
	}
	return Indonesian, false
}
