package chart

import (
	"math"

	"rakor/model"
)

// largest is the largest figure that is drawn; beyond it numbers are taken for
// missing, since no label could hold them.
const largest = 1e18

// known tells whether v is a figure that can be drawn.
func known(v float64) bool { return !math.IsNaN(v) && math.Abs(v) <= largest }

// Scale is an axis from Lo to Hi with a round number every Step.
type Scale struct {
	Lo, Hi, Step float64
}

// NewScale makes an axis that holds zero and every figure from lo to hi, with
// at most ticks round numbers besides zero on its longer side. It ends at the
// next half step, so that little room is lost. Figures that are missing count
// as zero; an axis of nothing goes from 0 to 1.
func NewScale(lo, hi float64, ticks int) Scale {
	if !known(lo) || lo > 0 {
		lo = 0
	}
	if !known(hi) || hi < 0 {
		hi = 0
	}
	long := max(hi, -lo)
	if long < 1e-9 {
		return Scale{Lo: 0, Hi: 1, Step: 1}
	}
	ticks = max(ticks, 1)
	step := 0.0
	for e := math.Floor(math.Log10(long)) - 2; step == 0; e++ {
		for _, m := range mantissas() {
			if s := times10(m, int(e)); long/s <= float64(ticks) {
				step = s
				break
			}
		}
	}
	half := step / 2
	return Scale{Lo: math.Floor(lo/half+1e-9) * half, Hi: math.Ceil(hi/half-1e-9) * half, Step: step}
}

// mantissas gives the round numbers between 1 and 10 that axes count in.
func mantissas() [4]float64 { return [...]float64{1, 2, 2.5, 5} }

// times10 gives m x 10^e as the float nearest to that decimal number.
func times10(m float64, e int) float64 {
	if e < 0 {
		return m / math.Pow10(-e)
	}
	return m * math.Pow10(e)
}

// Ticks gives the round numbers of the axis, ascending.
func (s Scale) Ticks() []float64 {
	if math.IsNaN(s.Step) || s.Step <= 0 || s.Hi < s.Lo || !known(s.Lo) || !known(s.Hi) || (s.Hi-s.Lo)/s.Step > 1000 {
		return nil
	}
	first, last := math.Ceil(s.Lo/s.Step-1e-9), math.Floor(s.Hi/s.Step+1e-9)
	out := make([]float64, 0, int(last-first)+1)
	for i := first; i <= last; i++ {
		out = append(out, model.Round(i*s.Step, s.Decimals()))
	}
	return out
}

// Decimals gives how many decimals the ticks need.
func (s Scale) Decimals() int {
	for d := range 9 {
		if x := s.Step * math.Pow10(d); math.Abs(x-math.Round(x)) < 1e-6*x {
			return d
		}
	}
	return 9
}

// part gives how far along the axis v lies, 0 at Lo and 1 at Hi, and the
// nearest end for figures outside.
func (s Scale) part(v float64) float64 {
	if s.Hi <= s.Lo {
		return 0
	}
	return min(max((v-s.Lo)/(s.Hi-s.Lo), 0), 1)
}

// grid is the axis of a line chart: a Scale whose ticks stand exactly on rows,
// per rows apart.
type grid struct {
	Scale
	per  int
	rows int // used, from the lowest tick to the highest
}

// row gives the row of v, counted from the bottom.
func (g grid) row(v float64) int { return int(math.Floor(g.part(v)*float64(g.rows-1) + 0.5)) }

// fit chooses the axis for figures from lo to hi in at most that many rows (at
// least 2): the one on which they fill the most rows while the ticks stay round
// and not too dense. It begins at zero where zero is near, or asked for.
func fit(lo, hi float64, rows, decimals int, zero bool) grid {
	lo, hi = padded(lo, hi, decimals, zero)
	best, bestScore := grid{}, math.Inf(-1)
	size := int(math.Floor(math.Log10(hi - lo)))
	for e := size - 1; e <= size+1; e++ {
		for _, m := range mantissas() {
			g, ok := gridOf(lo, hi, times10(m, e), rows)
			if !ok {
				continue
			}
			score := (hi - lo) / g.Step * float64(g.per) // rows that the figures span
			if g.per == 1 && rows > 5 {
				score *= 0.8 // dense
			}
			if g.per == g.rows-1 && rows > 4 {
				score *= 0.7 // two numbers only
			}
			if m == 2.5 {
				score *= 0.95
			}
			if score > bestScore {
				best, bestScore = g, score
			}
		}
	}
	if best.rows == 0 { // unreachable for finite figures; an axis all the same
		best = grid{Scale: Scale{Lo: lo, Hi: hi, Step: hi - lo}, per: rows - 1, rows: rows}
	}
	return best
}

// padded gives the ends that an axis must hold: zero where it is near or asked
// for, and room on both sides, but never past zero, where all figures are alike.
func padded(lo, hi float64, decimals int, zero bool) (from, to float64) {
	if zero || lo >= 0 && lo <= 0.4*hi {
		lo = min(lo, 0)
	}
	if zero || hi <= 0 && hi >= 0.4*lo {
		hi = max(hi, 0)
	}
	least := math.Pow10(-min(max(decimals, 0), 9))
	if hi-lo >= least {
		return lo, hi
	}
	pad := max(least, math.Abs(hi)*0.05)
	switch {
	case lo > 0:
		return max(lo-pad, 0), hi + pad
	case hi < 0:
		return lo - pad, min(hi+pad, 0)
	}
	return lo, hi + pad
}

// gridOf makes the axis with that step; ok is false where its ticks do not fit
// into the rows.
func gridOf(lo, hi, step float64, rows int) (g grid, ok bool) {
	from, to := math.Floor(lo/step+1e-9), math.Ceil(hi/step-1e-9)
	if to-from < 1 || to-from > float64(rows-1) {
		return grid{}, false
	}
	n := int(to - from)
	g = grid{Scale: Scale{Lo: from * step, Hi: to * step, Step: step}, per: (rows - 1) / n}
	g.rows = n*g.per + 1
	return g, true
}
