// Package block holds the pieces that screens are laid out with: the cells of
// a frame, panels, columns, and the environment a frame is drawn for.
//
// A [Canvas] is a grid of cells, each with a [theme.Style]; an [Area] is a
// rectangle of it that clips what is drawn. Text enters through one door that
// drops control sequences and bidi marks and measures wide and combining
// characters, so that nothing that data or people wrote can move the cursor or
// break a column. [Canvas.Frame] turns the cells into one string, under
// ASCII with twins for box drawing and blocks.
//
// Nothing here keeps state between frames; a Canvas belongs to one goroutine.
package block

import (
	"rakor/ui/lang"
	"rakor/ui/theme"
)

// Env is what one viewer's terminal and taste are: everything but State and
// data that a frame depends on. Two viewers with equal Env see equal frames.
type Env struct {
	Width, Height int
	Theme         *theme.Theme
	Words         *lang.Catalogue
	ASCII         bool // no box drawing, blocks or arrows
	Large         bool // fewer rows, larger figures, more air
}

// Hit is a rectangle that the mouse can press and what pressing does: a
// state.Intent or a keys.Command, told apart by who receives it.
type Hit struct {
	X, Y, W, H int
	Do         any
}

// Contains tells whether the cell x, y lies in the hit area.
func (h Hit) Contains(x, y int) bool {
	return x >= h.X && x < h.X+h.W && y >= h.Y && y < h.Y+h.H
}
