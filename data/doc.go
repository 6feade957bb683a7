// Package data holds the published figures and the programmes that rakor opens
// on, and everything that touches data files.
//
// [Open] is the call to know: it gives the embedded data with the user's
// documents laid over them as a [model.Dataset] and [model.Programmes], both
// immutable and safe for concurrent readers. It never stops at a broken file of
// the user: that file is left out and [Store.Problems] says what is wrong.
package data
