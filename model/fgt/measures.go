package fgt

// Measures holds the measures of Foster, Greer and Thorbecke of one file at one line.
//
// P0, P1 and P2 are fractions of 1 with 0 <= P2 <= P1 <= P0 <= 1; Poor and People are sums of weights.
type Measures struct {
	P0, P1, P2 float64 // headcount ratio, gap index (kedalaman), severity index (keparahan)
	Poor       float64 // people below the line
	People     float64 // all people
	PoorRows   int     // rows below the line: the sample behind the figure
	Rows       int
}

// Gap returns the distance of y below the line z as a share of z, and whether y is poor at all:
//
//	poor = y < z (strictly)    gap = 1 - y/z where poor, else 0
//
// z must be positive. NaN is not poor. Foster, Greer and Thorbecke (1984), equation 1.
func Gap(y, z float64) (gap float64, poor bool) {
	if y < z {
		return 1 - y/z, true
	}
	return 0, false
}

// Of returns the measures of expenditures y with weights w at the line z:
//
//	P_a = sum of w_i gap_i^a over the poor / sum of w_i    a = 0, 1, 2
//
// y holds expenditure per person, not negative; w the people a row stands for, positive, or nil for 1 each; z is
// positive, in the unit of y. Neither slice is modified. Sums are taken in the order of the rows.
//
// Errors: [ErrNoRows], [ErrLength], [ErrLine], or a [*ValueError] for a row that cannot be counted.
//
// Foster, Greer and Thorbecke (1984).
func Of(y, w []float64, z float64) (Measures, error) {
	if err := check(y, w); err != nil {
		return Measures{}, err
	}
	if err := checkLine(z); err != nil {
		return Measures{}, err
	}
	return of(y, w, z), nil
}

// of is Of for input that has been checked.
func of(y, w []float64, z float64) Measures {
	var s sums
	for i, v := range y {
		s.add(v, weight(w, i), z)
	}
	return s.measures()
}

// sums collects what the measures are ratios of.
type sums struct {
	people, poor, gap, sq float64
	rows, poorRows        int
}

func (s *sums) add(y, w, z float64) {
	s.people += w
	s.rows++
	if g, poor := Gap(y, z); poor {
		s.poorRows++
		s.poor += w
		s.gap += w * g
		s.sq += w * g * g
	}
}

func (s *sums) measures() Measures {
	return Measures{
		P0: s.poor / s.people, P1: s.gap / s.people, P2: s.sq / s.people,
		Poor: s.poor, People: s.people,
		PoorRows: s.poorRows, Rows: s.rows,
	}
}

// at returns P0, P1 and P2 as a list by order.
func (m Measures) at() [Orders]float64 { return [Orders]float64{m.P0, m.P1, m.P2} }
