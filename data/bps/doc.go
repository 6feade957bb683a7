// Package bps reads the tables that people have of BPS figures and says what
// each would change, before anything is written.
//
// The calls to know:
//
//   - [Read] takes the bytes of one file, in whatever layout, and gives a
//     [Table]: region, indicator, period and number as the file words them, each
//     with its cell;
//   - [Compare] holds tables against the dataset in use and gives a [Preview]:
//     which figures are new, the same or revised, and which are refused, with
//     cell and reason;
//   - [NewMatcher] tells which region a name means, and how it knows.
//
// # Layouts
//
// Nine layouts are known: the yearly CSV with three header lines; several years
// in columns; province by area by semester under merged headings; spreadsheets
// (.xlsx) of the same; the old dynamic table with semicolons; open-data portals
// with a code and a name a row; the answer of the Web API; and the project's
// own CSV, as data/source/observations.csv or as "rakor data show --format csv"
// writes it. A web page saved as .xls holds no data and is refused with that
// reason.
//
// # Nothing is guessed silently
//
// A region is matched by its name (with and without "Kab." or "Kota", written
// apart or together), by an alias that the dataset names with its source, or by
// a code that agrees with the name. A name that only looks alike is proposed,
// with its distance, and refused until the person says which region it is. A
// number that can be read in two ways (11.191) is read by what else stands in
// the file, or else by the region's present figures, which is noted; otherwise
// it is refused. A year without a round takes the round that figures of the same
// level have in that year, which is noted; where there are two it is refused. A
// unit that is not the indicator's and a value far from the region's present ones
// are refused.
//
// Everything is pure and bounded: sizes are checked before anything is unpacked,
// nothing panics on a broken file, and no file is opened here.
package bps
