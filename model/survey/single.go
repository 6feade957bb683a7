package survey

import (
	"fmt"
	"math"
	"slices"

	"rakor/model/fgt"
)

// group returns the part of the rows marked in in, all of them for nil.
func (d *Design) group(f *frame, in []bool) (*part, error) {
	p := &d.whole
	if in != nil {
		if len(in) != len(d.w) {
			return nil, fmt.Errorf("%w: %d rows and %d marks of a domain", ErrLength, len(d.w), len(in))
		}
		p = f.cut(d, marked(in))
	}
	return p, p.refusal()
}

func marked(in []bool) []int32 {
	rows := make([]int32, 0, len(in))
	for r, yes := range in {
		if yes {
			rows = append(rows, int32(r))
		}
	}
	return rows
}

// finite checks values within a part.
func (p *part) finite(x []float64) error {
	if len(x) != len(p.d.w) {
		return fmt.Errorf("%w: %d rows and %d values", ErrLength, len(p.d.w), len(x))
	}
	for k := range p.n() {
		r := p.row(k)
		if c := fgt.Classify(x[r]); c == fgt.Missing || c == fgt.Infinite {
			return &fgt.ValueError{Column: "value", Row: r, Value: x[r], Problem: c}
		}
	}
	return nil
}

// byPSU returns the weighted sums of x by PSU, and over all, of x and of its absolute value.
func (p *part) byPSU(x []float64) (sums []float64, sum, size float64) {
	sums = make([]float64, len(p.psus))
	for k, w := range p.w {
		v := w * x[p.row(k)]
		sums[p.loc[k]] += v
		size += math.Abs(v)
	}
	for _, v := range sums {
		sum += v
	}
	return sums, sum, size
}

// spread returns the weighted mean of squared deviations from m, and whether all values are the same.
func (p *part) spread(x []float64, m float64) (mean float64, flat bool) {
	low, high := math.Inf(1), math.Inf(-1)
	for k, w := range p.w {
		v := x[p.row(k)]
		low, high = min(low, v), max(high, v)
		mean += w * (v - m) * (v - m)
	}
	return mean / p.people, low == high
}

// centre writes the linear form of a mean m into dst: u summed by PSU, (sum of w x - m sum of w) / W.
func (p *part) centre(dst, sums []float64, m float64) []float64 {
	dst = resize(dst, len(p.psus))
	for i, s := range sums {
		dst[i] = (s - m*p.sw[i]) / p.people
	}
	return dst
}

// Mean estimates the mean of x over the rows marked in in, nil for all:
//
//	m = sum of w x / sum of w    u_k = w_k (x_k - m) / W
//
// with a t interval and a design effect. x has one value a row, of any sign and unit; values of rows outside the domain
// are not looked at, so they may be NaN. The estimate keeps its linear form.
//
// Errors: [ErrLength], [*fgt.ValueError] in column "value" for a value that is missing or infinite, [*LonePSUError].
//
// Woodruff (1971), Binder (1983).
func (d *Design) Mean(x []float64, in []bool) (Estimate, error) { return d.mean(x, in, false) }

// Proportion estimates the share of people in rows with yes, 0..1: the mean of 1 and 0, with a logit interval. Errors
// as for [Design.Mean].
func (d *Design) Proportion(yes, in []bool) (Estimate, error) {
	x := make([]float64, len(yes))
	for i, y := range yes {
		if y {
			x[i] = 1
		}
	}
	return d.mean(x, in, true)
}

func (d *Design) mean(x []float64, in []bool, logit bool) (Estimate, error) {
	var f frame
	p, err := d.group(&f, in)
	if err != nil {
		return Estimate{}, err
	}
	if err := p.finite(x); err != nil {
		return Estimate{}, err
	}
	sums, sum, size := p.byPSU(x)
	m := sum / p.people
	spread, flat := p.spread(x, m)
	return p.estimate(&f.student, draft{
		value: m, scale: size / p.people, flat: flat, logit: logit, simple: p.simple(spread), keep: true,
	}, p.centre(nil, sums, m)), nil
}

// Total estimates the sum of w x, with u_k = w_k x_k, a t interval and a design effect. Inputs and errors as for
// [Design.Mean]. The total of 1 is the number of people, see [Design.Count].
func (d *Design) Total(x []float64, in []bool) (Estimate, error) {
	var f frame
	p, err := d.group(&f, in)
	if err != nil {
		return Estimate{}, err
	}
	if err := p.finite(x); err != nil {
		return Estimate{}, err
	}
	sums, sum, size := p.byPSU(x)
	spread, _ := p.spread(x, sum/p.people)
	return p.estimate(&f.student, draft{
		value: sum, scale: size, flat: size == 0, summing: true,
		simple: p.people * p.people * p.simple(spread), keep: true,
	}, sums), nil
}

// Count estimates the number of people, the sum of w. It has an error: another sample would have other weights. Errors
// as for [Design.Mean].
func (d *Design) Count(in []bool) (Estimate, error) {
	var f frame
	p, err := d.group(&f, in)
	if err != nil {
		return Estimate{}, err
	}
	return p.count(&f, true), nil
}

func (p *part) count(f *frame, keep bool) Estimate {
	return p.estimate(&f.student, draft{
		value: p.people, scale: p.people, summing: true, simple: math.NaN(), keep: keep,
	}, p.sw)
}

// Ratio estimates the sum of w times over, divided by the sum of w times under:
//
//	R = A/B    u_k = w_k (over_k - R under_k) / B
//
// with a t interval and no design effect. A denominator of 0 is the reason [NoValue]. Inputs and errors as for
// [Design.Mean].
func (d *Design) Ratio(over, under []float64, in []bool) (Estimate, error) {
	var f frame
	p, err := d.group(&f, in)
	if err != nil {
		return Estimate{}, err
	}
	for _, x := range [][]float64{over, under} {
		if err := p.finite(x); err != nil {
			return Estimate{}, err
		}
	}
	t, a, size := p.byPSU(over)
	s, b, _ := p.byPSU(under)
	r := a / b
	flat := true
	for k := range p.w {
		i := p.row(k)
		flat = flat && over[i] == r*under[i]
	}
	for i := range t {
		t[i] = (t[i] - r*s[i]) / b
	}
	return p.estimate(&f.student, draft{
		value: r, scale: size / math.Abs(b), flat: flat, simple: math.NaN(), keep: true,
	}, t), nil
}

// Gini estimates the Gini index of x with its linearised error and a t interval:
//
//	G = 1 - 2 x area under the Lorenz polygon
//	u_k = w_k ((x_k (2 C_k - W) + T - 2 X_k) / (W T) - G/W - G x_k/T)
//
// C_k and X_k the sums of w and w x over all rows with values up to x_k; W and T over all rows. A sum T that is not
// positive is the reason [NoValue]. Inputs and errors as for [Design.Mean].
//
// Demnati and Rao (2004).
func (d *Design) Gini(x []float64, in []bool) (Estimate, error) {
	var f frame
	p, err := d.group(&f, in)
	if err != nil {
		return Estimate{}, err
	}
	if err := p.finite(x); err != nil {
		return Estimate{}, err
	}
	f.order(p, x)
	sums, _, _ := p.byPSU(x)
	return f.giniOf(p, sums, true), nil
}

// Quantile estimates the smallest value x with F(x) >= prob, F the share of people in rows up to x: never
// interpolated. Interval and standard error are Woodruff's; limits beyond the sample are its lowest and highest value.
// prob lies between 0 and 1, both excluded, else [ErrRequest]. Other errors and inputs as for [Design.Mean].
//
// Hyndman and Fan (1996), definition 1; Woodruff (1952).
func (d *Design) Quantile(x []float64, prob float64, in []bool) (Estimate, error) {
	if !(prob > 0 && prob < 1) {
		return Estimate{}, fmt.Errorf("%w: quantile at %v, expected a number between 0 and 1", ErrRequest, prob)
	}
	var f frame
	p, err := d.group(&f, in)
	if err != nil {
		return Estimate{}, err
	}
	if err := p.finite(x); err != nil {
		return Estimate{}, err
	}
	f.order(p, x)
	return f.quantiles(p, []float64{prob}, true)[0], nil
}

// Combine estimates the sum of coefficient times estimate, all of this design and with their linear forms, with its
// covariances and a t interval. Degrees of freedom are those of the PSUs in any of them.
//
// Errors: [ErrLength], [ErrNoLinear]. Where one has no value the reason is [NoValue]; where one has no standard error
// its reason is that of the result.
func (d *Design) Combine(coefficient []float64, estimates []Estimate) (Estimate, error) {
	if len(coefficient) != len(estimates) || len(estimates) == 0 {
		return Estimate{}, fmt.Errorf("%w: %d coefficients and %d estimates", ErrLength, len(coefficient), len(estimates))
	}
	sum := &Linear{}
	var value, size float64
	why := Estimated
	for i, e := range estimates {
		c := coefficient[i]
		value += c * e.Value
		size += math.Abs(c * e.Value)
		if _, ok := e.StandardError(); !ok {
			why = e.Why
			continue
		}
		psus, t, u, err := d.align(sum, e.Linear)
		if err != nil {
			return Estimate{}, err
		}
		t = slices.Clone(t)
		for j := range t {
			t[j] += c * u[j]
		}
		sum = &Linear{PSU: psus, Total: t}
	}
	p := part{d: d, psus: sum.PSU, spans: d.strataOf(nil, sum.PSU), shared: sum.PSU}
	if why != Estimated {
		e := p.none(why)
		e.Value = value
		return e, nil
	}
	e := p.none(Estimated)
	e.Value, e.Linear = value, sum
	e.SE = math.Sqrt(d.covariance(p.spans, sum.Total, sum.Total))
	if !d.census(p.spans) && !(e.SE > 1e-13*size) {
		e.SE, e.Why = math.NaN(), NoVariation
		return e, nil
	}
	e.limits(new(student), d.rules.Level, false)
	return e, nil
}
