// Package estimate is the second tab, Estimasi Jumlah Jiwa: how many people a
// poverty rate is, what BPS published beside it, and how far the target lies.
//
//	Snapshot, State -> Build -> View -> Render, Linear, Card, Warnings, Ledger
//
// [Build] takes the published figures of the home region, lays what the user
// entered over them and does the arithmetic of model/headcount. It is total:
// what is missing stays missing. [Render] draws the view into any area: two
// columns from 110 columns and 20 lines on, else one; lines that do not fit are
// left out by their rank, so that the number itself is always there.
//
// An input that equals its published figure counts as published: moving a
// slider away and back leaves no trace.
package estimate
