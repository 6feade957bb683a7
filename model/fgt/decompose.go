package fgt

import (
	"cmp"
	"fmt"
	"math"
	"slices"
)

// Orders is the number of measures, P0, P1 and P2: the length of lists that hold one figure for each.
const Orders = 3

// Part is one group's place in the poverty of all.
type Part struct {
	Measures // the group's own; P0, P1 and P2 are NaN for a group without rows

	Share        float64         // of the group's people in all people, 0..1
	Contribution [Orders]float64 // to P0, P1, P2 of all: Share times the group's measure
	Relative     [Orders]float64 // Contribution as a share of the measure of all, 0..1; NaN where that is 0
}

// Decomposition is poverty split by groups.
type Decomposition struct {
	Total Measures
	Parts []Part // by group code
}

// Decompose splits P0, P1 and P2 by groups that cover everybody:
//
//	P = sum over groups of share_g P_g
//
// y, w and z are as for [Of]; group holds a code 0..groups-1 for each row. Adding up is exact, not near: taken in the
// order of Parts, the sums of People, Poor and each Contribution are bit for bit those of Total, and the sums of Share
// and of each Relative are 1. (Total is defined by those sums, so it may differ from [Of] in the last bit, and the
// largest Share and Relative carry the rounding of the others.)
//
// Errors: those of [Of], and [ErrGroup].
//
// Foster, Greer and Thorbecke (1984), proposition 1.
func Decompose(y, w []float64, z float64, group []int32, groups int) (Decomposition, error) {
	if err := check(y, w); err != nil {
		return Decomposition{}, err
	}
	if err := checkLine(z); err != nil {
		return Decomposition{}, err
	}
	if len(group) != len(y) {
		return Decomposition{}, fmt.Errorf("%w: %d rows and %d group codes", ErrLength, len(y), len(group))
	}
	by := make([]sums, groups)
	for i, v := range y {
		g := int(group[i])
		if g < 0 || g >= groups {
			return Decomposition{}, fmt.Errorf("%w: row %d has %d, expected 0 to %d", ErrGroup, i, g, groups-1)
		}
		by[g].add(v, weight(w, i), z)
	}
	return assemble(by), nil
}

// assemble turns sums by group into parts that add up.
func assemble(by []sums) Decomposition {
	d := Decomposition{Parts: make([]Part, len(by))}
	for g := range by {
		d.Total.People += by[g].people
		d.Total.Poor += by[g].poor
		d.Total.Rows += by[g].rows
		d.Total.PoorRows += by[g].poorRows
	}
	var total [Orders]float64
	for g := range by {
		s, p := &by[g], &d.Parts[g]
		p.Measures = s.measures() // 0/0 is NaN for an empty group
		p.Share = s.people / d.Total.People
		p.Contribution = [Orders]float64{
			s.poor / d.Total.People, s.gap / d.Total.People, s.sq / d.Total.People,
		}
		for a, c := range p.Contribution {
			total[a] += c
		}
	}
	d.Total.P0, d.Total.P1, d.Total.P2 = total[0], total[1], total[2]

	list := make([]float64, len(by))
	for g, p := range d.Parts {
		list[g] = p.Share
	}
	closeToOne(list)
	for g, v := range list {
		d.Parts[g].Share = v
	}
	for a := range Orders {
		for g, p := range d.Parts {
			list[g] = p.Contribution[a] / total[a]
		}
		closeToOne(list)
		for g, v := range list {
			d.Parts[g].Relative[a] = v
		}
	}
	return d
}

// closeToOne moves shares that add up to nearly 1 by the few last bits that are missing, so that their sum in order is
// 1. It starts with the largest share, where a bit matters least. Shares that are NaN stay so.
func closeToOne(shares []float64) {
	order := make([]int, len(shares))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(shares[b], shares[a]) })
	for _, i := range order {
		// One correction is nearly always enough. Where rounding of the later terms swallows it or overshoots, another
		// share has other terms after it.
		for range 3 {
			rest := 1 - sum(shares)
			if rest == 0 || math.IsNaN(rest) {
				return
			}
			shares[i] += rest
		}
	}
	// The last term that is not 0 has nothing after it to round: p + (1 - p) is 1 for every p in 0..1.
	for i := len(shares) - 1; i >= 0; i-- {
		if shares[i] != 0 {
			shares[i] = 1 - sum(shares[:i])
			return
		}
	}
}

func sum(v []float64) (s float64) {
	for _, x := range v {
		s += x
	}
	return s
}
