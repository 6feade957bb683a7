// Package intake says what an import would do to a list of programmes, before
// anything is written.
//
// A reader of files (data/matrix) gives rows: an entry each, the fields that
// the file tells and the cell of each, and what is wrong or odd about it.
// [Compare] holds them against the list and gives a [Preview]: of every row
// whether it is new, the same as an entry, a change of one (field by field,
// with the old and the new value), a repetition of an earlier row, ambiguous
// between several entries, or refused. A person chooses; [Preview.Changes]
// gives the chosen ones as changes for one commit, which one undo takes back.
//
// The rules:
//
//   - A row with the id of an entry is that entry. Otherwise it is the entry
//     with the same year, strategy, department, code, programme, activity, sub
//     activity and places; failing that, the only one with the same without
//     regard to places and to what its sub activity or code does not tell.
//   - Only fields that the file tells are compared. A blank cell tells nothing:
//     it never makes a known figure unknown.
//   - Entries that no row speaks of stay; [Preview.Absent] lists them.
//   - What could be two entries is never guessed: it is ambiguous.
//
// Everything is pure; a Preview is immutable once made and safe for concurrent
// readers.
package intake
