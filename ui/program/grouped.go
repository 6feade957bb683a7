package program

import (
	"rakor/ui/block"
	"rakor/ui/theme"
)

// sections draws the rows under the head of their group, which has its sums; the
// selected one is among them, and the head of its group where there is room. It
// gives the first row shown and the one after the last.
func (t *table) sections(a block.Area, v View) (from, to int) {
	// Line n of the whole is head or row: row i of section s stands in line i+s+1.
	at := v.At + 1
	for s, sec := range v.Sections {
		if v.At >= sec.From {
			at = v.At + s + 1
		}
	}
	first := firstShown(at, len(v.Rows)+len(v.Sections), a.H)
	y, line := 0, 0
	from = -1
	for s, sec := range v.Sections {
		if line >= first && y < a.H {
			t.sectionHead(a, y, v, v.Sections[s])
			y++
		}
		line++
		for i := sec.From; i < sec.To; i++ {
			if line >= first && y < a.H {
				t.row(a, y, i, v)
				if from < 0 {
					from = i
				}
				to = i + 1
				y++
			}
			line++
		}
	}
	return max(from, 0), to
}

// sectionHead writes the name of a group with its sums.
func (t *table) sectionHead(a block.Area, y int, v View, s Section) {
	known := s.Known()
	text := t.w.Looks.GroupHead(t.groupName(v.By, s.Key), s.Counted(), int64(known.Sum), known.Rows, s.Samples)
	x := a.Clip(1, y, a.W-1, theme.Heading, text)
	if x+2 < a.W {
		a.HLine(x+1, y, a.W-x-1, theme.Border)
	}
}
