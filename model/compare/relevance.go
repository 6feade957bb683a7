package compare

import (
	"rakor/model"
)

// Step is one year of lines set side by side.
type Step struct {
	Year model.Year
	// Points is the change of each line from the year before; unknown where
	// either figure is missing or a cut lies between.
	Points []model.Maybe[float64]
}

// Pair is how two lines went together.
type Pair struct {
	Other model.Region
	// Same of Of steps went the same way: both up, both down, or both without
	// change.
	Same, Of int
	Apart    []model.Year // the years in which they parted
}

// Share gives Same of Of in percent; unknown where there is nothing to compare.
func (p Pair) Share() model.Maybe[float64] {
	if p.Of == 0 {
		return model.Maybe[float64]{}
	}
	return model.Known(100 * float64(p.Same) / float64(p.Of))
}

// Together is whether a region moves with those above it (relevansi).
type Together struct {
	Steps []Step
	Pairs []Pair // the first line against each of the others
	// AllSame of AllOf steps that every line has went the same way for all.
	AllSame, AllOf int
}

// Relevance sets the changes from year to year of the first line against those
// of the others, line by line. Only steps of one year, of the same round and
// method, count: share = same / compared. Changes of sampled figures are noisy,
// so half of the years in the same way is what two unrelated lines would give.
func Relevance(ys Years, decimals int) Together {
	var out Together
	if len(ys.Lines) == 0 {
		return out
	}
	for _, l := range ys.Lines[1:] {
		out.Pairs = append(out.Pairs, Pair{Other: l.Region})
	}
	for k := 1; k < len(ys.Years); k++ {
		st := Step{Year: ys.Years[k], Points: make([]model.Maybe[float64], len(ys.Lines))}
		any := false
		for i, l := range ys.Lines {
			st.Points[i] = stepAt(l, k, decimals)
			any = any || st.Points[i].OK
		}
		if !any {
			continue
		}
		out.Steps = append(out.Steps, st)
		out.count(st)
	}
	return out
}

func stepAt(l Line, k, decimals int) model.Maybe[float64] {
	if k >= len(l.Points) || !l.Points[k].OK || !l.Points[k-1].OK || l.Points[k].Cut {
		return model.Maybe[float64]{}
	}
	return model.Known(changeOf(l.Points[k-1].Observation, l.Points[k].Observation, decimals).Points)
}

func (t *Together) count(st Step) {
	if !st.Points[0].OK {
		return
	}
	own := way(st.Points[0].V)
	all, same := true, true
	for i := range t.Pairs {
		x := st.Points[i+1]
		if !x.OK {
			all = false
			continue
		}
		p := &t.Pairs[i]
		p.Of++
		if way(x.V) == own {
			p.Same++
			continue
		}
		same = false
		p.Apart = append(p.Apart, st.Year)
	}
	if all && len(t.Pairs) > 0 {
		t.AllOf++
		if same {
			t.AllSame++
		}
	}
}
