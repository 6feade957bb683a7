package compare

import (
	"cmp"
	"math"
	"slices"

	"gonum.org/v1/gonum/stat/distuv"

	"rakor/model"
)

// LeastPairs is the number of pairs below which nothing is said of how two
// indicators go together.
const LeastPairs = 5

// Cutting tells where the lines that make quadrants of a scatter lie.
type Cutting uint8

// The ways of cutting.
const (
	CutMedian   Cutting = iota // at the median of the points
	CutProvince                // at the province's own figures
)

// Quadrant is a quarter of a scatter, or a priority: I high and high, II high
// rate and low number, III low rate and high number, IV low and low; 0 where
// there are no lines to tell by. A figure on a line counts as high.
type Quadrant uint8

// Scattered is one region as a point.
type Scattered struct {
	Region   model.Region
	X, Y     model.Observation // of the other indicator, and of the one looked at
	Quadrant Quadrant
}

// Association is one indicator against another over regions (keterkaitan).
type Association struct {
	X, Y   model.Indicator // the other indicator, and the one looked at
	Year   model.Year
	Points []Scattered // in the order of the regions asked for
	// Missing are regions without one of the figures.
	Missing []model.RegionCode
	// Unlike tells that X and Y are of different rounds of the year.
	Unlike bool
	// CutX and CutY are where the quadrants meet; unknown where the province
	// has no figure, or there is no point.
	CutX, CutY model.Maybe[float64]
	// Cut is how they were asked to be cut; counts are cut at the median always.
	Cut Cutting
	// OK: at least [LeastPairs] pairs, so that Rho holds. Where all figures of
	// one side are equal there is no Rho either.
	OK bool
	// Rho is Spearman's rank correlation: Pearson's of the ranks, ties given
	// their mean rank.
	Rho float64
	// Low and High are its interval at Level: tanh(atanh(rho) -+ z s) with
	// s = sqrt((1 + rho^2/2) / (n-3)) (Bonett and Wright 2000). It takes the
	// regions for a random sample, which all regions of a province are not.
	Low, High, Level float64
}

// Usual pairs of [model.P0] (S18 of the project's reading list names nine): the
// indicators that the poverty chapter of a plan sets against it.
func Usual(ds *model.Dataset) []model.IndicatorID {
	var out []model.IndicatorID
	for _, id := range [...]model.IndicatorID{"tpt", "ipm", "rls", "uhh", "exp_adj", "sanitation", "water", model.Line, model.P1} {
		if _, ok := ds.Indicator(id); ok {
			out = append(out, id)
		}
	}
	return out
}

// Associate sets indicator y against x over regions in a year. Of the rounds of
// a year those of [model.Series.InYear] are taken, else the latest one. Errors:
// *[model.NotFoundError] for an unknown indicator.
func Associate(ds *model.Dataset, y, x model.IndicatorID, regions []model.RegionCode, province model.RegionCode, year model.Year, cut Cutting) (Association, error) {
	sy, err := series(ds, y)
	if err != nil {
		return Association{}, err
	}
	sx, err := series(ds, x)
	if err != nil {
		return Association{}, err
	}
	a := Association{X: sx.Indicator(), Y: sy.Indicator(), Year: year, Level: DefaultLevel}
	for _, c := range regions {
		r, ok := ds.Region(c)
		if !ok || !r.Level.IsLocal() {
			continue
		}
		ox, okX := yearFigure(sx, c, year)
		oy, okY := yearFigure(sy, c, year)
		if !okX || !okY {
			a.Missing = append(a.Missing, c)
			continue
		}
		a.Unlike = a.Unlike || !ox.Period.SameRound(oy.Period)
		a.Points = append(a.Points, Scattered{Region: r, X: ox, Y: oy})
	}
	a.Cut = cut
	a.CutX, a.CutY = cutOf(sx, a.Points, province, year, cut, func(p Scattered) float64 { return p.X.Value }),
		cutOf(sy, a.Points, province, year, cut, func(p Scattered) float64 { return p.Y.Value })
	a.quadrants()
	a.correlate()
	return a, nil
}

// Priority is the quadrant of the rate (y) against the number of poor people
// (x). A province's number is the sum of its regencies, so that the number is
// always cut at the median of the points, whatever the rate is cut at.
func Priority(ds *model.Dataset, regions []model.RegionCode, province model.RegionCode, year model.Year, cut Cutting) (Association, error) {
	a, err := Associate(ds, model.P0, model.Poor, regions, province, year, cut)
	if err != nil {
		return a, err
	}
	a.CutX = median(values(a.Points, func(p Scattered) float64 { return p.X.Value }))
	a.quadrants()
	return a, nil
}

// NewestPair gives the newest year, not after upTo, for which at least half of
// the regions have both figures, or any pair where no year has half; 0 for none.
func NewestPair(ds *model.Dataset, y, x model.IndicatorID, regions []model.RegionCode, upTo model.Year) model.Year {
	sy, errY := ds.Series(y)
	sx, errX := ds.Series(x)
	if errY != nil || errX != nil || len(sy.Periods()) == 0 {
		return 0
	}
	best, most := model.Year(0), 0
	for year := upTo; year >= sy.Periods()[0].Year; year-- {
		n, of := 0, 0
		for _, c := range regions {
			of++
			_, okX := yearFigure(sx, c, year)
			_, okY := yearFigure(sy, c, year)
			if okX && okY {
				n++
			}
		}
		if n > most {
			best, most = year, n
		}
		if n > 0 && 2*n >= of {
			return year
		}
	}
	return best
}

// yearFigure gives the figure of a year: as InYear does, else the latest round.
func yearFigure(s *model.Series, r model.RegionCode, y model.Year) (model.Observation, bool) {
	if o, ok := s.InYear(r, y); ok {
		return o, true
	}
	for _, p := range slices.Backward(s.Periods()) {
		if p.Year == y {
			if o, ok := s.At(r, p); ok {
				return o, true
			}
		}
	}
	return model.Observation{}, false
}

func values(ps []Scattered, of func(Scattered) float64) []float64 {
	out := make([]float64, 0, len(ps))
	for _, p := range ps {
		out = append(out, of(p))
	}
	return out
}

func cutOf(s *model.Series, ps []Scattered, province model.RegionCode, year model.Year, cut Cutting, of func(Scattered) float64) model.Maybe[float64] {
	if cut == CutMedian || Total(s.Indicator()) {
		return median(values(ps, of))
	}
	if o, ok := yearFigure(s, province, year); ok {
		return model.Known(o.Value)
	}
	return model.Maybe[float64]{}
}

// median gives the middle of the values, the mean of the two middle ones where
// their number is even.
func median(vs []float64) model.Maybe[float64] {
	if len(vs) == 0 {
		return model.Maybe[float64]{}
	}
	vs = slices.Clone(vs)
	slices.Sort(vs)
	n := len(vs)
	if n%2 == 1 {
		return model.Known(vs[n/2])
	}
	return model.Known((vs[n/2-1] + vs[n/2]) / 2)
}

func (a *Association) quadrants() {
	for i := range a.Points {
		p := &a.Points[i]
		p.Quadrant = 0
		if !a.CutX.OK || !a.CutY.OK {
			continue
		}
		right, up := p.X.Value >= a.CutX.V, p.Y.Value >= a.CutY.V
		switch {
		case up && right:
			p.Quadrant = 1
		case up:
			p.Quadrant = 2
		case right:
			p.Quadrant = 3
		default:
			p.Quadrant = 4
		}
	}
}

// In lists the regions of a quadrant, in the order of the points.
func (a *Association) In(q Quadrant) []model.Region {
	var out []model.Region
	for _, p := range a.Points {
		if p.Quadrant == q {
			out = append(out, p.Region)
		}
	}
	return out
}

// Point finds a region's point.
func (a *Association) Point(c model.RegionCode) (Scattered, bool) {
	for _, p := range a.Points {
		if p.Region.Code == c {
			return p, true
		}
	}
	return Scattered{}, false
}

func (a *Association) correlate() {
	n := len(a.Points)
	if n < LeastPairs {
		return
	}
	rho, ok := Spearman(values(a.Points, func(p Scattered) float64 { return p.X.Value }), values(a.Points, func(p Scattered) float64 { return p.Y.Value }))
	if !ok {
		return
	}
	a.OK, a.Rho = true, rho
	z := distuv.UnitNormal.Quantile((1 + a.Level) / 2)
	s := math.Sqrt((1 + rho*rho/2) / float64(n-3))
	if math.Abs(rho) == 1 {
		a.Low, a.High = rho, rho
		return
	}
	f := math.Atanh(rho)
	a.Low, a.High = math.Tanh(f-z*s), math.Tanh(f+z*s)
}

// Spearman gives the rank correlation of pairs, ties given their mean rank; ok
// is false for fewer than two pairs, unequal lengths, or where all figures of
// one side are equal.
func Spearman(x, y []float64) (rho float64, ok bool) {
	if len(x) != len(y) || len(x) < 2 {
		return 0, false
	}
	rx, ry := ranks(x), ranks(y)
	mean := float64(len(x)+1) / 2
	var sxy, sxx, syy float64
	for i := range rx {
		dx, dy := rx[i]-mean, ry[i]-mean
		sxy, sxx, syy = sxy+dx*dy, sxx+dx*dx, syy+dy*dy
	}
	if sxx == 0 || syy == 0 {
		return 0, false
	}
	return min(max(sxy/math.Sqrt(sxx*syy), -1), 1), true
}

// ranks gives each value its rank from 1, equal ones the mean of theirs.
func ranks(vs []float64) []float64 {
	order := make([]int, len(vs))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int { return cmp.Compare(vs[i], vs[j]) })
	out := make([]float64, len(vs))
	for i := 0; i < len(order); {
		j := i
		for j+1 < len(order) && vs[order[j+1]] == vs[order[i]] {
			j++
		}
		for k := i; k <= j; k++ {
			out[order[k]] = float64(i+j)/2 + 1
		}
		i = j + 1
	}
	return out
}
