// Package target judges what a list of programmes amounts to.
//
// [Sum] adds up a list: how many entries, how many of them are samples, what
// is budgeted and realised and by how many entries, how many people, families
// or houses they aim at. [By] does the same a group. [Absorbed] gives what of
// one budget was spent.
//
// Three rules hold everywhere. What is not known is counted, not added as
// zero. Samples, which nobody has seen in this region, are counted and kept
// out of every sum. And counts of different units are never added: two
// thousand families and a thousand persons stay two figures. Budgets that were
// worked out from units and prices are summed apart from budgets that were
// read in a document; [Totals.Years] tells when a sum runs over several years.
//
// Everything is pure and safe for concurrent use.
package target
