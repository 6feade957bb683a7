package block

import (
	"strings"

	"rakor/ui/theme"
)

// FiguresHeight is how many lines large figures take.
const FiguresHeight = 5

// figures are the large figures, three dots wide and five high; a dot is two
// columns of one line, so that they are as wide as they should be.
func figures(r rune) [FiguresHeight]string {
	switch r {
	case '0':
		return [...]string{"###", "# #", "# #", "# #", "###"}
	case '1':
		return [...]string{" # ", "## ", " # ", " # ", "###"}
	case '2':
		return [...]string{"###", "  #", "###", "#  ", "###"}
	case '3':
		return [...]string{"###", "  #", "###", "  #", "###"}
	case '4':
		return [...]string{"# #", "# #", "###", "  #", "  #"}
	case '5':
		return [...]string{"###", "#  ", "###", "  #", "###"}
	case '6':
		return [...]string{"###", "#  ", "###", "# #", "###"}
	case '7':
		return [...]string{"###", "  #", "  #", "  #", "  #"}
	case '8':
		return [...]string{"###", "# #", "###", "# #", "###"}
	case '9':
		return [...]string{"###", "# #", "###", "  #", "###"}
	case '%':
		return [...]string{"# #", "  #", " # ", "#  ", "# #"}
	case '-', '−':
		return [...]string{"  ", "  ", "##", "  ", "  "}
	case '+':
		return [...]string{"   ", " # ", "###", " # ", "   "}
	case ',':
		return [...]string{" ", " ", " ", "#", "#"}
	case '.':
		return [...]string{" ", " ", " ", " ", "#"}
	case ' ', '\u00a0', '\u202f':
		return [...]string{" ", " ", " ", " ", " "}
	}
	return [FiguresHeight]string{}
}

// FiguresWidth gives the columns that a text of figures takes drawn large; 0
// where it holds something that is not drawn large.
func FiguresWidth(s string) int {
	w := 0
	for _, r := range s {
		f := figures(r)
		if f[0] == "" {
			return 0
		}
		w += 2*len(f[0]) + 1
	}
	return max(w-1, 0)
}

// Figures draws digits, point, comma, signs and % large, FiguresHeight lines
// from y on, and returns the column after them. What has no large form is left
// out.
func (a Area) Figures(x, y int, st theme.Style, s string) int {
	for _, r := range s {
		f := figures(r)
		for i, row := range f {
			a.Text(x, y+i, st, strings.NewReplacer("#", "██", " ", "  ").Replace(row))
		}
		if f[0] != "" {
			x += 2*len(f[0]) + 1
		}
	}
	return x
}
