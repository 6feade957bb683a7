// Package paper makes the documents that are carried out of a meeting, from the
// Views of the tabs:
//
//   - [Profile] is the chapter "profil kemiskinan" of RPKD and LP2KD: every
//     indicator with its five analyses;
//   - [Programs] is the list of programmes with its sums;
//   - [Brief] is one sheet for who chairs the meeting.
//
// No figure is worked out here that a tab does not show, so that a document
// never differs from the screen. Everything is pure: the same data, State and
// stamp give the same [report.Page].
package paper
