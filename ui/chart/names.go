package chart

import (
	"slices"

	"rakor/ui/theme"
)

// name is what a line is called, with its letter, and where it ends.
type name struct {
	text  string
	style theme.Style
	y     float64
}

// named gives the names of the series that have any figure and of the target.
func (s *LineSpec) named() []name {
	var out []name
	for i := range s.Series {
		x := &s.Series[i]
		for step := len(s.Steps) - 1; step >= 0; step-- {
			v, ok := x.at(step)
			if !ok {
				continue
			}
			text := x.Label
			if r := x.letter(); r != 0 && text != "" {
				text = string(r) + " " + text
			}
			if text != "" {
				out = append(out, name{text, x.Style, v})
			}
			break
		}
	}
	if s.targetKnown() && s.Target.Label != "" {
		out = append(out, name{"○ " + s.Target.Label, s.Target.Style, s.Target.Y})
	}
	return out
}

// names writes the names: at the right beside the ends of the lines, moved
// apart where ends are close, or in a line below.
func (p *plot) names() {
	all := p.s.named()
	if p.under {
		x, y := 0, p.top+p.grid.rows+2
		for i, n := range all {
			if i > 0 {
				x += 2
			}
			if x >= p.a.W { // cut between two names
				p.a.Text(p.a.W-1, y, theme.Muted, string(p.pick('…', '~')))
				return
			}
			x = p.a.Clip(x, y, p.a.W-x, n.style, n.text)
		}
		return
	}
	if !p.beside {
		return
	}
	slices.SortStableFunc(all, func(a, b name) int { return p.grid.row(b.y) - p.grid.row(a.y) })
	lines := make([]int, len(all))
	for i, n := range all {
		lines[i] = p.grid.rows - 1 - p.grid.row(n.y)
		if i > 0 {
			lines[i] = max(lines[i], lines[i-1]+1)
		}
	}
	for i := len(all) - 1; i >= 0; i-- {
		last := p.grid.rows - 1
		if i < len(all)-1 {
			last = lines[i+1] - 1
		}
		lines[i] = min(lines[i], last)
		x := p.left + p.w + 1
		p.a.Clip(x, p.top+lines[i], p.a.W-x, all[i].style, all[i].text)
	}
}
