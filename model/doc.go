// Package model holds the domain of rakor: regions, indicators, periods,
// observations, sources, targets and programmes, and the rules that bind them.
//
// It answers "what is known, for whom, when, and from where". Everything here
// is pure: no files, no clock, no terminal. Values are immutable once built
// and safe for concurrent readers.
//
// The calls to know:
//
//   - [Dataset.Series] gives one indicator for every region and period;
//   - [Series.At] gives one figure with its sources and the values of other
//     sources, or tells that it is missing;
//   - [Dataset.Sisters] gives the regencies and cities of the same province.
//
// Three laws run through the package. Missing is not zero: a figure is always
// asked for together with whether it is there. A figure never travels without
// its period, unit and source: [Observation] carries all three. And codes of
// BPS and of Kemendagri are different types ([RegionCode], [KemendagriCode]),
// because they number eight regencies of Central Kalimantan differently.
package model
