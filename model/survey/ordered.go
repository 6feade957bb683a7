package survey

import "math"

// slack is how far below a probability F may stay and still reach it: sums of weights round, and a tenth of the rows
// with a tenth of the weight are meant to be a tenth.
const slack = 1e-14

// order puts x of the part's rows in ascending order into f.values, with their weights in f.weights, their PSUs in f.at
// and running sums of weight in f.cum.
func (f *frame) order(p *part, x []float64) {
	n := p.n()
	f.values, f.at, f.cum = resize(f.values, n), resize(f.at, n), resize(f.cum, n)
	for k := range n {
		f.values[k] = x[p.row(k)]
		f.at[k] = int32(k)
	}
	f.sort(p)
	// Neumaier's compensation keeps F exact to the last bits in files of millions of rows.
	var sum, lost float64
	for i, w := range f.weights {
		t := sum + w
		if sum >= w {
			lost += (sum - t) + w
		} else {
			lost += (w - t) + sum
		}
		sum = t
		f.cum[i] = sum + lost
	}
}

// sort orders f.values, whose rows of the part are in f.at, and replaces rows by PSUs and weights. Rows in order of
// expenditure are all over the file: they are fetched here once, so that every later pass goes straight ahead.
func (f *frame) sort(p *part) {
	f.sorter.Sort(f.values, f.at)
	f.weights = f.sorter.Scratch(len(f.values))
	for i, k := range f.at {
		f.weights[i] = p.w[k]
		f.at[i] = p.loc[k]
	}
}

// reach returns the first place in order whose F is at least prob: the quantile of definition 1 of Hyndman and Fan
// (1996), never interpolated. Below every F it is the first place, above every F the last.
func (f *frame) reach(prob float64) int {
	n := len(f.cum)
	total := f.cum[n-1]
	from, to := 0, n-1
	for from < to {
		mid := int(uint(from+to) >> 1)
		if f.cum[mid]/total >= prob-slack {
			to = mid
		} else {
			from = mid + 1
		}
	}
	return from
}

// lastEqual returns the last place in order with the value of place i.
func (f *frame) lastEqual(i int) int {
	for i+1 < len(f.values) && f.values[i+1] == f.values[i] {
		i++
	}
	return i
}

// quantiles estimates the quantiles of an ordered part at ascending probs.
//
// The interval is Woodruff's (1952): the t interval of the share of people up to the quantile, each limit read back
// through the same rule. The standard error is the length of the 95 % interval over 2 t, and the linear form is that of
// the share, scaled to have this standard error.
func (f *frame) quantiles(p *part, probs []float64, keep bool) []Estimate {
	out := make([]Estimate, len(probs))
	if p.n() == 0 {
		for j := range out {
			out[j] = p.none(EmptyGroup)
		}
		return out
	}
	upTo := zeros(f.g, len(p.psus)) // weight of rows up to the quantile, by PSU
	f.g = upTo
	f.t = resize(f.t, len(p.psus))
	next := 0
	for j, prob := range probs {
		end := f.lastEqual(f.reach(prob))
		for ; next <= end; next++ {
			upTo[f.at[next]] += f.weights[next]
		}
		share := f.cum[end] / f.cum[len(f.cum)-1]
		for i, w := range upTo {
			f.t[i] = (w - share*p.sw[i]) / p.people
		}
		out[j] = f.woodruff(p, end, share, keep)
	}
	return out
}

// woodruff estimates the quantile at a place in order, given the share of people up to it and its linear form in f.t.
func (f *frame) woodruff(p *part, place int, share float64, keep bool) Estimate {
	rank := p.estimate(&f.student, draft{
		value: share, scale: 1, flat: place == p.n()-1, simple: math.NaN(), keep: keep,
	}, f.t)
	e := rank
	e.Value, e.Low, e.High, e.SE, e.Method = f.values[place], math.NaN(), math.NaN(), math.NaN(), NoInterval
	if rank.Why != Estimated {
		e.Linear = nil // that of the share, which is no use for the quantile
		return e
	}
	if rank.SE == 0 { // a census
		e.SE, e.Low, e.High, e.Method = 0, e.Value, e.Value, Woodruff
		return e
	}
	limits := func(level float64) (low, high, t float64) {
		t = f.student.two(level, rank.DF)
		return f.values[f.reach(share-t*rank.SE)], f.values[f.reach(share+t*rank.SE)], t
	}
	low, high, t := limits(defaultLevel)
	if low == high {
		e.Why = NoVariation
		return e
	}
	e.SE = (high - low) / (2 * t)
	if level := p.d.rules.Level; level != defaultLevel {
		low, high, _ = limits(level)
	}
	e.Low, e.High, e.Method = low, high, Woodruff
	if e.Linear != nil {
		// A larger share up to a value means a lower quantile.
		for i := range e.Linear.Total {
			e.Linear.Total[i] *= -e.SE / rank.SE
		}
	}
	return e
}

// concentration is the Gini index with what its linear form needs.
type concentration struct{ gini, people, total float64 }

// concentrate returns the Gini index of f.values, which are in order, together with people of weight none who have 0 and
// are not listed. By PSU it adds to acc
//
//	sum of w_k (v_k (2 C_k - W) + T - 2 V_k) / (W T)
//
// over the listed rows, C_k and V_k the sums of w and w v over all rows with values up to v_k. The unlisted add their
// weight / W to their PSUs, which is left to the caller. Demnati and Rao (2004).
func (f *frame) concentrate(none float64, acc []float64) concentration {
	c := concentration{people: none}
	var area float64
	for i, v := range f.values {
		w := f.weights[i]
		before := c.total
		c.people += w
		c.total += w * v
		area += w * (before + c.total)
	}
	c.gini = 1 - area/(c.people*c.total)
	if !(c.total > 0) {
		c.gini = math.NaN()
		return c
	}
	upTo, sum := none, 0.0
	scale := 1 / (c.people * c.total)
	for i := 0; i < len(f.values); {
		v := f.values[i]
		j := i
		for ; j < len(f.values) && f.values[j] == v; j++ {
			upTo += f.weights[j]
			sum += f.weights[j] * v
		}
		slope := (v*(2*upTo-c.people) + c.total - 2*sum) * scale
		for ; i < j; i++ {
			acc[f.at[i]] += f.weights[i] * slope
		}
	}
	return c
}

// giniOf estimates the Gini index of an ordered part; sy is the weighted sum of the values by PSU:
//
//	u_k = the term of concentrate - w_k G/W - w_k v_k G/T
func (f *frame) giniOf(p *part, sy []float64, keep bool) Estimate {
	f.t = zeros(f.t, len(p.psus))
	c := f.concentrate(0, f.t)
	for i := range f.t {
		f.t[i] -= c.gini * (p.sw[i]/c.people + sy[i]/c.total)
	}
	n := p.n()
	return p.estimate(&f.student, draft{
		value: c.gini, scale: 1, flat: n > 0 && f.values[0] == f.values[n-1], simple: math.NaN(), keep: keep,
	}, f.t)
}
