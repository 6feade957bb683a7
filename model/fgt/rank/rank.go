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
	keys, spareKeys []uint64
	spareRows       []int32
}

// Sort puts values in ascending order and moves rows along with them, both in place.
//
// The lengths must be equal, else the shorter of the two is the length that is sorted. Values may be of either sign
// and infinite; -0 counts as 0 and is turned into it. NaN belongs to no order: it comes last, or first if its sign
// bit is set. An empty input is left as it is.
//
// The cost is linear: five to a dozen passes over the data, and 20 bytes of working memory a row.
func (s *Sorter) Sort(values []float64, rows []int32) {
	n := min(len(values), len(rows))
	values, rows = values[:n], rows[:n]
	if n < shortest {
		insertion(values, rows)
		return
	}
	s.grow(n)
	keys, to := s.keys[:n], s.spareKeys[:n]
	from, toRows := rows, s.spareRows[:n]

	sorted := true
	var last uint64
	for i, v := range values {
		k := key(v)
		keys[i] = k
		sorted = sorted && k >= last
		last = k
	}
	if !sorted {
		count := tally(keys, upper)
		keys, from, to, toRows = scatter(keys, from, to, toRows, count[:], upper)
		if !finish(keys, from, patience*n) {
			// The passes over the upper digits and finish moved rows about, but no two equal ones past each other.
			count = tally(keys, 0)
			keys, from, _, _ = scatter(keys, from, to, toRows, count[:], 0)
		}
	}
	for i, k := range keys {
		values[i] = value(k)
	}
	if &from[0] != &rows[0] {
		copy(rows, from)
	}
}

// scatter makes one pass for every digit from first on in which the keys differ. It uses count up, and returns the
// slices that hold the result and then the spare ones.
func scatter(
	keys []uint64, rows []int32, to []uint64, toRows []int32, count [][buckets]int32, first int,
) ([]uint64, []int32, []uint64, []int32) {
	for d := first; d < digits; d++ {
		shift := d * digitBits
		c := &count[d]
		if int(c[byte(keys[0]>>shift)]) == len(keys) {
			continue // every key has the same digit here
		}
		var at int32
		for b := range c {
			c[b], at = at, at+c[b]
		}
		for i, k := range keys {
			b := byte(k >> shift)
			j := c[b]
			c[b] = j + 1
			to[j] = k
			toRows[j] = rows[i]
		}
		keys, to = to, keys
		rows, toRows = toRows, rows
	}
	return keys, rows, to, toRows
}

// finish sorts by insertion and gives up, with the keys in some order, after so many moves.
func finish(keys []uint64, rows []int32, moves int) bool {
	for i, k := range keys {
		if i == 0 || keys[i-1] <= k {
			continue
		}
		r := rows[i]
		j := i
		for j > 0 && keys[j-1] > k {
			keys[j], rows[j] = keys[j-1], rows[j-1]
			j--
		}
		keys[j], rows[j] = k, r
		if moves -= i - j; moves < 0 {
			return false
		}
	}
	return true
}

// tally counts how often each value of each digit from first on occurs.
func tally(keys []uint64, first int) (count [digits][buckets]int32) {
	for _, k := range keys {
		for d := first; d < digits; d++ {
			count[d][byte(k>>(d*digitBits))]++
		}
	}
	return count
}

func (s *Sorter) grow(n int) {
	if cap(s.keys) < n {
		s.keys = make([]uint64, n)
		s.spareKeys = make([]uint64, n)
		s.spareRows = make([]int32, n)
	}
}

// key maps a float to an integer with the same order: negative numbers have all bits turned, the others the sign bit.
func key(v float64) uint64 {
	b := math.Float64bits(v + 0) // -0 + 0 is 0
	return b ^ (uint64(int64(b)>>63) | 1<<63)
}

// value is the inverse of key.
func value(k uint64) float64 {
	return math.Float64frombits(k ^ (^uint64(int64(k)>>63) | 1<<63))
}

func insertion(values []float64, rows []int32) {
	for i, v := range values {
		v += 0
		r := rows[i]
		j := i
		for j > 0 && values[j-1] > v {
			values[j], rows[j] = values[j-1], rows[j-1]
			j--
		}
		values[j], rows[j] = v, r
	}
}
