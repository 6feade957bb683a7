package target

import (
	"slices"

	"rakor/model"
)

// Coverage is what the entries of one unit aim at and reach, beside the number
// of poor people. People are compared with people only: a family is not a
// person, and neither is a house.
//
//	reach   = recipients reached / poor people x 100
//	aim     = target / poor people x 100
//	execute = reached / target x 100, over entries that know both
//
// Recipients are counted as often as they are listed: somebody in two
// programmes counts twice, so that a coverage is an upper bound of the share of
// people. Samples are left out.
type Coverage struct {
	Unit model.TargetUnit
	Rows int // entries with a target or recipients in this unit

	Targeted, Reached         int64 // sums over the entries that know them
	TargetedRows, ReachedRows int

	// Aim and Reach are per cent of the poor people, 0 and above; only for
	// persons, and only where their number is known and above zero.
	Aim, Reach model.Maybe[float64]
	// Executed is reached over target in per cent, over the BothRows entries
	// that know both in this unit.
	Executed model.Maybe[float64]
	BothRows int
}

// Comparable tells whether the unit can be held against poor people.
func (c Coverage) Comparable() bool { return c.Unit == model.PerPerson }

// Covered gives the coverage of each unit that occurs, in the order of units.
// poor is the number of poor people; not known gives no share.
func Covered(entries []*model.Programme, poor model.Maybe[int64]) []Coverage {
	by := map[model.TargetUnit]*Coverage{}
	at := func(u model.TargetUnit) *Coverage {
		if by[u] == nil {
			by[u] = &Coverage{Unit: u}
		}
		return by[u]
	}
	both := map[model.TargetUnit][2]int64{}
	for _, p := range entries {
		if p.Sample {
			continue
		}
		if p.Target.OK {
			c := at(p.Target.V.Unit)
			c.Rows++
			c.TargetedRows++
			c.Targeted = saturating(c.Targeted, p.Target.V.N)
		}
		if p.Reached.OK {
			c := at(p.Reached.V.Unit)
			if !p.Target.OK || p.Target.V.Unit != p.Reached.V.Unit {
				c.Rows++
			}
			c.ReachedRows++
			c.Reached = saturating(c.Reached, p.Reached.V.N)
		}
		if p.Target.OK && p.Reached.OK && p.Target.V.Unit == p.Reached.V.Unit {
			c := at(p.Target.V.Unit)
			c.BothRows++
			sums := both[c.Unit]
			both[c.Unit] = [2]int64{saturating(sums[0], p.Reached.V.N), saturating(sums[1], p.Target.V.N)}
		}
	}
	out := make([]Coverage, 0, len(by))
	for _, c := range by {
		c.share(poor)
		if s := both[c.Unit]; s[1] > 0 {
			c.Executed = model.Known(float64(s[0]) / float64(s[1]) * 100)
		}
		out = append(out, *c)
	}
	slices.SortFunc(out, func(a, b Coverage) int { return place(a.Unit) - place(b.Unit) })
	return out
}

// share holds persons against the number of poor people.
func (c *Coverage) share(poor model.Maybe[int64]) {
	if !c.Comparable() || !poor.OK || poor.V <= 0 {
		return
	}
	if c.TargetedRows > 0 {
		c.Aim = model.Known(float64(c.Targeted) / float64(poor.V) * 100)
	}
	if c.ReachedRows > 0 {
		c.Reach = model.Known(float64(c.Reached) / float64(poor.V) * 100)
	}
}

// Deciles is how many recipients come from each tenth of all people, the
// poorest first.
type Deciles [10]int64

// Targeting is how well what is given goes to the poor.
//
//	Share  = recipients of deciles 1-4 / all recipients x 100
//	CGH    = Share / 40: above 1 reaches them more than giving to everybody would
//	         (Coady, Grosh and Hoddinott 2004, with the poorest 40 per cent)
//	Inclusion error = recipients of deciles 5-10 / all recipients x 100
//	Exclusion error = people of deciles 1-4 who receive nothing / people of
//	                  deciles 1-4 x 100
//
// The four lowest deciles are the bands of the national programmes (PKH 1-4).
type Targeting struct {
	All, Low  int64   // recipients, and those of deciles 1-4
	Share     float64 // per cent
	CGH       float64
	Inclusion float64 // per cent
	// Exclusion is not known where the number of people of deciles 1-4 is not,
	// or is below the recipients among them.
	Exclusion model.Maybe[float64]
}

// LowDeciles is how many deciles the programmes aim at.
const LowDeciles = 4

// Targeted judges recipients by decile. people is the number of people of
// deciles 1-4 in the same unit as the recipients; ok is false where there are no
// recipients, or a count is below zero.
func Targeted(d Deciles, people model.Maybe[int64]) (t Targeting, ok bool) {
	for i, n := range d {
		if n < 0 {
			return Targeting{}, false
		}
		t.All = saturating(t.All, n)
		if i < LowDeciles {
			t.Low = saturating(t.Low, n)
		}
	}
	if t.All == 0 {
		return Targeting{}, false
	}
	t.Share = float64(t.Low) / float64(t.All) * 100
	t.CGH = t.Share / (LowDeciles * 10)
	t.Inclusion = 100 - t.Share
	if people.OK && people.V > 0 && people.V >= t.Low {
		t.Exclusion = model.Known(float64(people.V-t.Low) / float64(people.V) * 100)
	}
	return t, true
}
