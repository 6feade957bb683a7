// Package minutes is the screen of the minutes: what this meeting decided, what
// earlier ones left open and how late that is, and for the selected decision
// the figures that it was taken on, then and now.
//
// As the tabs do, Build gathers numbers and identities, and Render, Linear and
// the others put them into words. [Figures] gives the figures of any view, to
// be kept with a decision that is taken on it.
package minutes
