// Package survey estimates from a sample and says how sure the estimate is.
//
// The sample is stratified and drawn in one or two stages with unequal weights, as Susenas is. A [Design] holds what
// is known about the drawing; it is built once from columns, one entry a row (household):
//
//	people, err := survey.PersonWeights(weight, hhsize)
//	d, err := survey.New(survey.Columns{Weight: people, Strata: strata, PSU: psu}, survey.Rules{Lonely: survey.Adjust})
//
// Strata and PSUs (the units drawn first: census blocks) are integer codes; [Codes] makes them from names. A PSU is
// the pair of stratum and PSU code, so the same code may be used again in another stratum.
//
// Single figures, for everybody or for a domain (rows marked true), come with their error:
//
//	e, err := d.Mean(expenditure, nil)
//	e, err = d.Proportion(poor, large) // of households marked large, the full design kept
//	if se, ok := e.StandardError(); ok { … } else { … e.Why … }
//
// All poverty measures of all regencies at once are faster as a table, on as many goroutines as wanted:
//
//	table, err := d.ByGroup(survey.Request{
//		Y: expenditure, Line: 500_000, Group: regency, Groups: 514,
//		Measures: []survey.Measure{survey.P0, survey.Mean, survey.Gini}, Quantiles: []float64{0.5}, Workers: 2,
//	})
//
// Is a difference more than noise? [Design.Difference] answers for two figures of one sample, with their covariance;
// [Independent] for two samples. For two rounds of one panel put both files under each other in one Design, with the
// round as the domain: the PSUs that both share then give the covariance.
//
// # No standard error
//
// An answer that does not exist is never 0. [Estimate.Why] is a [Reason]: the group has no row, or a single PSU, or
// nothing in it varies (no poor household in the sample does not mean none in the regency), or its strata have one PSU
// each. The figure itself is still there where there is one. Only a wrong call, wrong data, or a lone PSU under the
// rule [Fail] is an error.
//
// # Method and guarantees
//
// Errors are those of Taylor linearisation with PSUs as if drawn with replacement within strata, only the first stage
// counted, as in R's package survey; an optional finite population correction multiplies each stratum by the share of
// PSUs that were not drawn. A domain is never computed on a cut-down file: PSUs without a row in it count as zeros.
// Degrees of freedom are PSUs minus strata, of a domain those that have a row in it.
//
// Inputs are not modified and must not be modified while a Design made of them is used. A Design is immutable and may
// be used from many goroutines. Every sum is taken in an order that the data alone determine, so results are the same
// bit for bit with any number of workers.
//
// Sources: Hansen, Hurwitz and Madow (1953); Woodruff (1952, 1971); Kish (1965); Binder (1983); Demnati and Rao
// (2004); Lumley (2004).
package survey
