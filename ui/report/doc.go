// Package report writes what the screens show as a document to carry away: as
// HTML, Markdown, plain text, CSV, JSON or SVG.
//
// A [Page] is a document in plain data and finished words: headings, paragraphs,
// facts, tables, figures. The tabs make pages of their Views, so that a page
// never differs from the screen; here a page only becomes bytes. A [Figure]
// holds the very spec that package chart draws: in text it is drawn by chart, in
// HTML and SVG as vectors, each with its table as the alternative.
//
// Every format has its own escaping, in escape.go, and nothing else writes text
// into a document: what people or data wrote can neither become markup, nor a
// formula of a spreadsheet, nor a control sequence of a terminal. A page that is
// written asks nothing from anywhere: no script, no style sheet, no font, no
// picture but its own.
//
// Everything is pure: the same page gives the same bytes.
package report
