// Package compare puts regions side by side (perbandingan antar wilayah): who
// stands where, since when, and whether the comparison is fair.
//
// The calls to know:
//
//   - [Compare] gives one row a region: figure, period, source, rank with
//     ties, and, where asked for, the distance to province and nation; its
//     notes tell wherever figures are not alike, and [Result.Alike] is the
//     period in which they would be;
//   - [Trend] gives the figures of regions year by year, gaps left as gaps,
//     with the years at which a line must not be joined;
//   - [Read] gives what can be said of one region in plain words, as facts,
//     from a table of rules; the words themselves are the language's business;
//   - [NewestCommon] and [StepPeriod] choose periods for a screen;
//   - [Standings] and [Yearly], [Follow], [Effectiveness], [Relevance] and
//     [Associate] are the five analyses that planners are taught; [Priority]
//     gives the quadrants of rate and number;
//   - [Peers] finds regions worth setting beside one, [Decompose] breaks a
//     province's change into its regencies', [Converge] asks whether regions
//     draw nearer, [Differ] gives a difference with its uncertainty.
//
// Two laws run through the package. Figures of different periods are shown
// together only with a note, and are never ranked together. And nothing here
// claims significance on its own: standard errors of regencies and cities are
// not published, so a change is set against the rounding of the printed figures
// and nothing more, unless the caller gives a standard error.
//
// Everything is pure and safe for concurrent use; inputs are not modified.
package compare
