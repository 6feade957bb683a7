// Package regional is the first tab, Perbandingan Wilayah: where a region
// stands, against whom, since when, and whether the comparison is fair.
//
//	Snapshot, State -> Build -> View (numbers, no style) -> Render -> cells
//
// [Build] gathers the comparison, the lines over the years and the facts of the
// reading; it is pure and total. [Render] draws them into an area of any size:
// from 110 columns on two panels side by side above the reading, below that one
// column. [Linear] gives the same as lines for a screen reader, [Card] where the
// selected figure comes from, [Warnings] what is not alike and the comparison
// that would be. [View.Do] turns commands that depend on what is shown into
// intents.
//
// Marks on screen: "▸" the selected row, "●" the home region, "*" a figure of another period, "?" one
// on which sources differ or that is no official publication, "-" no data, "│"
// the reference line, "┊" a change of round or method.
package regional
