// Package chart draws figures into cells: horizontal bars, lines over years,
// scatters, matrices, small multiples. It knows nothing of regions or indicators: numbers, words and styles
// come in, cells go out.
//
// Bars. A caller that lays out its own columns makes a [Track], a strip of
// columns with a [Scale] that begins at zero, and draws each row's bar in it
// with [Track.Bar], the axis with [Track.Axis] and the names of reference lines
// with [Track.RefNames]. [Bars] does all of it for plain rows of name, number
// and bar. Bars are exact to an eighth of a cell, in ASCII to a cell.
//
// Lines. [Lines] draws up to a handful of series over equal steps of time. What
// it promises: every figure stands in the row and the column that are nearest to
// it, so a peak is never smoothed away; a missing figure is a gap that no line
// crosses; a figure between two gaps is a mark of its own; figures before and
// after a change of method are not joined; the axis has round numbers, and where
// it does not begin at zero its corner says so and [Drawn] tells the caller;
// series are told apart by letter and dash, never by colour alone.
//
// Others. [Scatter] sets one figure against another, with labels that avoid each
// other and never stand on another's point; its axes need not begin at zero.
// [Heat] is a matrix with a number in every cell, shaded by marks. [Panels] are
// small multiples over one scale from zero, made of [Columns]; [Spark] is a
// shape in one line. [Dots] are figures with their error bars, [Series] may have
// a band of them; [Track.Interval] draws a single one.
//
// NaN and infinities are missing figures. Nothing here panics or keeps state,
// whatever the sizes and numbers; in an area too small nothing is drawn.
//
// The curves themselves are asciigraph's; this package is its only importer and
// keeps it from what it cannot do: empty input, infinities, its own sampling,
// its axes.
package chart
