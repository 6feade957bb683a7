// Package fgt measures poverty in a file of households or people: how many are poor, how far below the line they are,
// and what moves that.
//
// Everything works on plain slices: y is expenditure per person (rupiah a month, or any other unit that the line has
// too), w the weight of the row in people (household weight times household size; nil counts every row once), z the
// line. A row is poor when y is strictly below z, as BPS counts. One call gives the measures of Foster, Greer and
// Thorbecke, their shares and counts:
//
//	m, err := fgt.Of(y, w, 641524)
//	m.P0, m.P1, m.P2 // fractions of 1
//	m.Poor           // people below the line
//
// [Watts], [Sen] and [SST] are the other indices. [Decompose] splits the measures by group so that the parts add up
// to the last bit. [GrowthRedistribution] splits the change between two files. [Vary] moves the line by some percent.
//
// # Lines that differ
//
// Where the line differs by row (urban and rural), divide by it and use the line 1: a row is poor when y/z < 1, and
// every measure here depends on y/z alone. [LinesByGroup] looks lines up by group:
//
//	lines, err := fgt.LinesByGroup(urban, []float64{450_000, 520_000})
//	r, err := fgt.Relative(y, lines)
//	m, err := fgt.Of(r, w, 1)
//
// # A line that moves
//
// A [Curve] sorts the file once and then answers for any line in O(log n); this is what a slider needs:
//
//	c, err := fgt.NewCurve(y, w)
//	m := c.At(650_000)
//
// # Guarantees
//
// The functions are pure: inputs are not modified, results do not depend on anything else, and all may be called from
// many goroutines. Figures of no rows, of a weight that is missing, zero or negative, or of an expenditure that is
// missing, infinite or negative do not exist: the answer is an error that names the row. Errors of how sure a figure
// is, and how to get them from a sample, are the business of package survey.
//
// Sources: Foster, Greer and Thorbecke (1984); Watts (1968); Sen (1976); Shorrocks (1995); Datt and Ravallion (1992);
// Shorrocks (2013).
package fgt
