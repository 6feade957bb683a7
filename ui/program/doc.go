// Package program is the third tab, Program OPD: what the departments do about
// poverty, with how much money, for whom and where.
//
// [Build] filters, sorts and adds up the home region's list; [Render] draws it
// as a table with the detail of the selected entry and the sums by strategy;
// [Linear] says the same in lines for a screen reader. [Detail], [Card] and
// [Warnings] are the sheets that lie above it; [View.Do] turns commands into
// intents.
//
// The tab keeps three promises. Unknown is written as unknown and never added
// as zero. Samples, which were not seen for the region, carry an x, are counted
// and stay out of every sum. A budget that was computed from units and prices
// carries ≈ and is summed apart.
package program
