package estimate

import (
	"rakor/ui/block"
	"rakor/ui/theme"
)

// item is one or more lines that stand or fall together.
type item struct {
	rank  uint8 // what is least needed has the highest rank and goes first
	lines []line
}

// line draws one line of an area; nil is an empty one.
type line func(a block.Area, y int)

// Ranks of items, from what always stays to what goes first.
const (
	rankFirst uint8 = iota
	rankResult
	rankBeside
	rankDetail
	rankTitle
	rankWhy
	rankPicture
	rankMeaning
	rankLedger
	rankGap
	rankPad
)

// fit leaves out items until the rest has at most h lines: those of the highest
// rank first, of one rank the last first.
func fit(items []item, h int) []item {
	n := 0
	for _, it := range items {
		n += len(it.lines)
	}
	out := items
	for n > h {
		drop := -1
		for i, it := range out {
			if drop < 0 || it.rank >= out[drop].rank {
				drop = i
			}
		}
		if drop < 0 || out[drop].rank == rankFirst {
			break
		}
		n -= len(out[drop].lines)
		out = append(append(make([]item, 0, len(out)), out[:drop]...), out[drop+1:]...)
	}
	return out
}

// paint draws the items that fit.
func paint(a block.Area, items []item) {
	y := 0
	for _, it := range fit(items, a.H) {
		for _, l := range it.lines {
			if l != nil && y < a.H {
				l(a, y)
			}
			y++
		}
	}
}

// panel draws items in a box.
func panel(a block.Area, title string, items []item) {
	in := a.Box(theme.Border, theme.Heading, title)
	paint(in.Sub(1, 0, in.W-2, in.H), items)
}

// height gives the lines of items with a box around them.
func height(items []item) int {
	n := 2
	for _, it := range items {
		n += len(it.lines)
	}
	return n
}

func gap() item { return item{rank: rankGap, lines: []line{nil}} }

// pad is the air at the top of a panel, the first to go.
func pad() item { return item{rank: rankPad, lines: []line{nil}} }

func one(rank uint8, l line) item { return item{rank: rank, lines: []line{l}} }

// text is a sentence broken into lines of at most w columns, x columns from
// the left.
func text(rank uint8, st theme.Style, x, w int, s string) item {
	it := item{rank: rank}
	for _, part := range block.Wrap(s, max(w-x, 8)) {
		it.lines = append(it.lines, func(a block.Area, y int) { a.Clip(x, y, a.W-x, st, part) })
	}
	return it
}

// inset moves items two columns to the right, to where the numbers of the other
// panels begin.
func inset(items []item) []item {
	for _, it := range items {
		for i, l := range it.lines {
			if l != nil {
				it.lines[i] = func(a block.Area, y int) { l(a.Sub(2, 0, a.W-2, a.H), y) }
			}
		}
	}
	return items
}
