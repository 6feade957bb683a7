// Package headcount answers what a poverty rate means in people: how many are
// poor, how sure that number is, how many must leave poverty to reach a
// target, and what the gap costs.
//
// The shortest use:
//
//	rate, _ := headcount.NewPercent(3.52)
//	n, err := headcount.Of(rate, headcount.People(310113)) // 10916 people
//
// [RoundingInterval] gives what is known from the published digits alone;
// [FromRSE] and [FromSample] add the error of the survey, [Sampled.Interval]
// its interval and [Compare] the test whether two rates differ.
// [ImpliedBase] puts the published count beside the published rate, [ToTarget]
// and [Path] count who must leave poverty, [CostOfGap] what closing the gap
// takes, [Reconcile] sets a survey beside a register. [FromDataset] collects
// the published figures of a region, each with period and sources.
//
// # Units are types
//
// [Persons], [Families], [Households], [Houses], [Businesses], [Students] and
// [Groups] are counts that cannot be added, compared or converted into one
// another: it does not compile. The only bridge is a [Factor], which has a
// name and a source. [RupiahMonth] and [RupiahYear], [Percent], [Share] and
// [Points] are kept apart in the same way. Values that come from outside with
// their unit as data enter through [FromCount], which refuses the wrong one
// with a sentence.
//
// # Rules
//
// Everything is pure. Rounding is half away from zero ([model.Round]) and
// exact for rates of up to six decimals. A rate is from 0 to 100 percent and a
// population from 0 to [MaxPersons]; anything else is a *[RangeError]. What
// does not exist is an error and never 0: a rate of 0 has no interval
// ([ErrNoVariance]), nor a count without a rate a base ([ErrNoBase]).
//
// A population is not the base of a survey's rate: what BPS publishes as count
// and rate belongs to the survey's own population. Rate times population is
// therefore an estimate beside the published count, never its correction.
//
// Sources: Foster, Greer and Thorbecke (1984), Econometrica 52(3), 761-766,
// for the gap; Kish (1965), Survey Sampling, ch. 8, for the design effect;
// Korn and Graubard (1999), Analysis of Health Surveys, ch. 2, for the logit
// interval; BPS for the bands of the relative standard error.
package headcount
