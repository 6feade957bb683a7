// Package rank orders rows from the lowest value to the highest.
//
// Quantiles, the Gini index and a poverty line that moves all need the households of a file ordered by expenditure.
// A [Sorter] does that in linear time for any number of rows:
//
//	var s rank.Sorter
//	s.Sort(values, rows) // values ascending, rows moved along
//
// The order is stable: rows with equal values keep the order in which they were given. There is therefore exactly one
// right answer, which does not depend on the machine, the number of workers or the size of the file; sums taken in
// that order are the same bit for bit in every run.
//
// A Sorter keeps its working memory from call to call and is not safe for concurrent use: give each goroutine its own.
//
// The method is least-significant-digit radix sorting on the bits of the float (Knuth, The Art of Computer
// Programming 3, section 5.2.5): first on the upper half of the bits, which leaves few rows out of place, then insertion
// sort to finish; where that turns out too long, the other half as well.
package rank

import "math"

const (
	digitBits = 8
	digits    = 64 / digitBits
	buckets   = 1 << digitBits

	// Below this length the fixed cost of counting digits outweighs the quadratic cost of insertion.
	shortest = 128

	// upper is the first digit of the upper half: sign, exponent and 20 bits of the fraction, one part in a million.
	upper = digits / 2

	// patience is the number of moves a row that finishing by insertion may take: beyond it four more passes are
	// cheaper.
	patience = 4
)

// Sorter orders values together with the rows that they belong to. The zero value is ready for use.
type Sorter struct {
	values []float64
	rows   []int32
}

// Sort puts values in ascending order and moves rows along with them, both in place.
//
// The lengths must be equal, else the shorter of the two is the length that is sorted. Values may be of either sign
// and infinite; -0 counts as 0 and is turned into it. NaN belongs to no order: where there is one, the result is some
// order of the same values. An empty input is left as it is.
//
// The cost is linear: five to a dozen passes over the data, and 12 bytes of working memory a row.
func (s *Sorter) Sort(values []float64, rows []int32) {
	n := min(len(values), len(rows))
	values, rows = values[:n], rows[:n]
	sorted := true
	for i, v := range values {
		values[i] = v + 0 // -0 + 0 is 0
		sorted = sorted && (i == 0 || values[i-1] <= v)
	}
	switch {
	case sorted:
		return
	case n < shortest:
		finish(values, rows, n*n)
		return
	}
	s.grow(n)
	a, b := list{values, rows}, list{s.values[:n], s.rows[:n]}
	a, b = scatter(a, b, upper)
	if !finish(a.values, a.rows, patience*n) {
		// Until here rows have moved about, but no two equal ones past each other.
		a, _ = scatter(a, b, 0)
	}
	if &a.values[0] != &values[0] {
		copy(values, a.values)
		copy(rows, a.rows)
	}
}

// Scratch returns n floats of the Sorter's working memory, with any content, for the caller to use until the next call
// of Sort or Scratch: after a sort of n values they are there anyway.
func (s *Sorter) Scratch(n int) []float64 {
	s.grow(n)
	return s.values[:n]
}

func (s *Sorter) grow(n int) {
	if cap(s.values) < n {
		s.values, s.rows = make([]float64, n), make([]int32, n)
	}
}

// list is values with their rows.
type list struct {
	values []float64
	rows   []int32
}

// scatter makes one pass for every digit from first on in which the values of from differ, and returns the list that
// holds the result and then the spare one.
func scatter(from, to list, first int) (sorted, spare list) {
	var count [digits][buckets]int32
	for _, v := range from.values {
		k := key(v)
		for d := first; d < digits; d++ {
			count[d][byte(k>>(d*digitBits))]++
		}
	}
	for d := first; d < digits; d++ {
		shift := d * digitBits
		c := &count[d]
		if int(c[byte(key(from.values[0])>>shift)]) == len(from.values) {
			continue // all have the same digit here
		}
		var at int32
		for b := range c {
			c[b], at = at, at+c[b]
		}
		for i, v := range from.values {
			b := byte(key(v) >> shift)
			j := c[b]
			c[b] = j + 1
			to.values[j] = v
			to.rows[j] = from.rows[i]
		}
		from, to = to, from
	}
	return from, to
}

// finish sorts by insertion and gives up, with the values in some order, after so many moves.
func finish(values []float64, rows []int32, moves int) bool {
	for i, v := range values {
		if i == 0 || values[i-1] <= v {
			continue
		}
		r := rows[i]
		j := i
		for j > 0 && values[j-1] > v {
			values[j], rows[j] = values[j-1], rows[j-1]
			j--
		}
		values[j], rows[j] = v, r
		if moves -= i - j; moves < 0 {
			return false
		}
	}
	return true
}

// key maps a float to an integer with the same order: negative numbers have all bits turned, the others the sign bit.
func key(v float64) uint64 {
	b := math.Float64bits(v)
	return b ^ (uint64(int64(b)>>63) | 1<<63)
}
