// Package jscan reads JSON documents in one pass, fast, and goes on after a
// value of the wrong type, so that a person gets all faults of a file at once
// and each with its place.
//
// A [Reader] walks the bytes: [Reader.Object] and [Reader.Array] call back for
// each member, [Reader.String], [Reader.Float] and the like take one value.
// There are two kinds of faults. A value that is not what was asked for is
// reported with its JSON pointer and skipped; reading goes on. A text that is
// no JSON ends the reading: every later call does nothing and gives the zero
// value, [Reader.Err] tells where it broke.
//
// [Check] looks at the syntax alone. Documents may begin with a byte order
// mark, as Windows editors write it. Nesting deeper than [MaxDepth] is refused,
// so that no document can exhaust the stack. A Reader is for one goroutine.
//
// encoding/json takes four times as long for a table of figures, stops at the
// first value of a wrong type and does not tell the line.
package jscan
