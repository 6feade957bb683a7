package compare

import (
	"math"

	"rakor/model"
)

// Change is what happened between two figures of one line that may be joined.
type Change struct {
	From, To model.Observation
	Points   float64 // To - From, in points of the indicator; 0 where both print alike
	// Percent is 100 x Points / From; unknown where From is zero.
	Percent model.Maybe[float64]
	Years   int // from one to the other; more than one where years are missing
}

// Run is a stretch of changes from year to year that all go one way.
type Run struct {
	From, To model.Observation
	Up       bool
	Steps    int // changes in it, at least one
	Points   float64
}

// Course is how one line went (perkembangan antar waktu). Figures between which
// the round or the method changed are never set against each other.
type Course struct {
	Region model.Region
	// Changes are those between neighbouring figures, oldest first; a cut has
	// none.
	Changes []Change
	// Whole is the change from the first figure after the last cut to the last
	// figure: the longest stretch up to now that is alike. HasWhole tells
	// that it has at least two figures.
	Whole    Change
	HasWhole bool
	// Figures is how many figures that stretch has.
	Figures int
	// Longest is the longest run of changes from one year to the next, the
	// latest of those equally long; a cut, a missing year and a year without
	// change end a run.
	Longest    Run
	HasLongest bool
	Cuts       []model.Year // first year after each cut
}

// Follow gives the course of a line. decimals are those of the indicator:
// figures that print alike are no change.
func Follow(l Line, decimals int) Course {
	c := Course{Region: l.Region}
	var before *Point
	var first model.Observation
	var run Run
	for i := range l.Points {
		p := &l.Points[i]
		if !p.OK {
			continue
		}
		if before == nil || p.Cut {
			if before != nil {
				c.Cuts = append(c.Cuts, p.Observation.Period.Year)
			}
			first, c.Figures, run = p.Observation, 1, Run{}
			before = p
			continue
		}
		ch := changeOf(before.Observation, p.Observation, decimals)
		c.Changes = append(c.Changes, ch)
		c.Figures++
		run = extend(run, ch)
		if run.Steps > 0 && run.Steps >= c.Longest.Steps {
			c.Longest, c.HasLongest = run, true
		}
		before = p
	}
	if before != nil && c.Figures > 1 {
		c.Whole, c.HasWhole = changeOf(first, before.Observation, decimals), true
	}
	return c
}

func changeOf(a, b model.Observation, decimals int) Change {
	ch := Change{From: a, To: b, Years: int(b.Period.Year - a.Period.Year)}
	if model.Round(a.Value, decimals) != model.Round(b.Value, decimals) {
		ch.Points = difference(b.Value, a.Value, decimals)
	}
	if a.Value != 0 {
		ch.Percent = model.Known(100 * ch.Points / math.Abs(a.Value))
	}
	return ch
}

// extend gives the run that ends with ch; none where ch goes no way or skips
// a year.
func extend(r Run, ch Change) Run {
	if ch.Points == 0 || ch.Years != 1 {
		return Run{}
	}
	up := ch.Points > 0
	if r.Steps == 0 || r.Up != up {
		return Run{From: ch.From, To: ch.To, Up: up, Steps: 1, Points: ch.Points}
	}
	r.To, r.Steps, r.Points = ch.To, r.Steps+1, r.Points+ch.Points
	return r
}

// Verdict is what a line tells of the way that is wanted (efektivitas).
type Verdict string

// The verdicts; the words are part of the command line's contract.
const (
	// VerdictNone: fewer than three figures that are alike, or no way is wanted.
	VerdictNone Verdict = "none"
	// VerdictUntold: the line goes somewhere, but without a standard error that
	// cannot be told from noise.
	VerdictUntold Verdict = "cannot-tell"
	// VerdictNoise: with the standard error given, the change is within it.
	VerdictNoise Verdict = "within-noise"
	// VerdictToward and VerdictAway: the change is beyond the standard error,
	// and goes the wanted way or the other.
	VerdictToward Verdict = "toward"
	VerdictAway   Verdict = "away"
)

// Effect sets a line against the wanted way. It never speaks of what caused
// the line to go so.
type Effect struct {
	Course Course
	// Slope is the least-squares slope over the figures since the last cut, in
	// points a year: sum((t - mean t)(y - mean y)) / sum((t - mean t)^2).
	// Known where there are at least three.
	Slope model.Maybe[float64]
	// Toward, Away and Flat count the changes since the last cut that go the
	// wanted way, the other, or neither.
	Toward, Away, Flat int
	// Way is 1 where Slope goes the wanted way, -1 where the other, else 0.
	Way     int
	Verdict Verdict
	// Gap is the difference of the last and the first figure since the cut with
	// its uncertainty, from what is known of the error.
	Gap Difference
}

// Effectiveness judges a line. u is what is known of the error of each figure:
// BPS does not print it for regencies and cities, so without it the verdict is
// [VerdictUntold]. The figures are taken as independent samples.
func Effectiveness(l Line, ind model.Indicator, u Uncertainty) Effect {
	e := Effect{Course: Follow(l, ind.Decimals), Verdict: VerdictNone}
	if ind.Better == model.BetterNone || e.Course.Figures < 3 {
		return e
	}
	sign := 1.0
	if ind.Better == model.BetterLower {
		sign = -1
	}
	ps := lastStretch(l)
	e.Slope = model.Known(slope(ps))
	e.Way = way(sign * model.Round(e.Slope.V, ind.Decimals+2))
	for _, ch := range e.Course.Changes {
		if ch.From.Period.Before(ps[0].Period) {
			continue
		}
		switch way(sign * ch.Points) {
		case 1:
			e.Toward++
		case -1:
			e.Away++
		default:
			e.Flat++
		}
	}
	w := e.Course.Whole
	level := l.Region.Level
	e.Gap = Differ(u.Of(w.To.Value, ind, level), u.Of(w.From.Value, ind, level), DefaultLevel)
	e.Verdict = VerdictUntold
	if e.Gap.Known {
		e.Verdict = VerdictNoise
		if e.Gap.Beyond() {
			e.Verdict = VerdictAway
			if sign*e.Gap.Points > 0 {
				e.Verdict = VerdictToward
			}
		}
	}
	return e
}

// lastStretch gives the figures since the last cut.
func lastStretch(l Line) []model.Observation {
	var out []model.Observation
	for _, p := range l.Points {
		if !p.OK {
			continue
		}
		if p.Cut {
			out = out[:0]
		}
		out = append(out, p.Observation)
	}
	return out
}

// slope is the least-squares slope a year; at least two different years.
func slope(os []model.Observation) float64 {
	n := float64(len(os))
	var mt, my float64
	for _, o := range os {
		mt += float64(o.Period.Year) / n
		my += o.Value / n
	}
	var sxy, sxx float64
	for _, o := range os {
		t := float64(o.Period.Year) - mt
		sxy += t * (o.Value - my)
		sxx += t * t
	}
	if sxx == 0 {
		return 0
	}
	return sxy / sxx
}

func way(v float64) int {
	switch {
	case v > 0:
		return 1
	case v < 0:
		return -1
	}
	return 0
}
