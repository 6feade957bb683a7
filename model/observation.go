package model

// Reading is one value that sources give for a cell.
type Reading struct {
	Value   float64
	Sources []SourceID // the sources that agree on it, the named one first; never empty
	Note    string
}

// Observation is one figure of the dataset: a region, an indicator, a period,
// the preferred reading and those of sources that differ.
type Observation struct {
	Region    RegionCode
	Indicator IndicatorID
	Period    Period
	Reading
	// Others are readings of sources that differ, in order of preference. The
	// rule: kind of source (see SourceKind), then the order of the source
	// list; it is applied when the data are made, and kept as their order.
	Others []Reading
}

// Series is one indicator for every region and period, columnar and
// immutable. Build it with [NewSeries].
type Series struct {
	indicator Indicator
	periods   []Period // ascending
	regions   []RegionCode
	row       map[RegionCode]int
	cells     []cell // row-major, len(regions) x len(periods)
	readings  []Reading
}

// cell points into readings: first is 1 + the index of the preferred reading,
// 0 where the figure is missing; n counts all readings of the cell.
type cell struct {
	first int32
	n     int32
}

// NewSeries builds a series from observations in any order. A cell given twice
// keeps the later one. The observations' slices are kept, not copied: the
// caller no longer changes them.
func NewSeries(ind Indicator, obs []Observation) *Series {
	s := &Series{indicator: ind, row: map[RegionCode]int{}}
	col := map[Period]int{}
	total := 0
	for _, o := range obs {
		if _, ok := s.row[o.Region]; !ok {
			s.row[o.Region] = len(s.regions)
			s.regions = append(s.regions, o.Region)
		}
		if _, ok := col[o.Period]; !ok {
			col[o.Period] = 0
			s.periods = append(s.periods, o.Period)
		}
		total += 1 + len(o.Others)
	}
	sortPeriods(s.periods)
	for i, p := range s.periods {
		col[p] = i
	}
	s.cells = make([]cell, len(s.regions)*len(s.periods))
	s.readings = make([]Reading, 0, total)
	for _, o := range obs {
		c := &s.cells[s.row[o.Region]*len(s.periods)+col[o.Period]]
		c.first, c.n = int32(len(s.readings)+1), int32(1+len(o.Others))
		s.readings = append(append(s.readings, o.Reading), o.Others...)
	}
	return s
}

// Indicator gives what the series measures.
func (s *Series) Indicator() Indicator { return s.indicator }

// Periods gives the periods for which any region has a figure, oldest first.
// The slice is shared: do not change it.
func (s *Series) Periods() []Period { return s.periods }

// Regions gives the regions that have any figure, in the order of the file.
// The slice is shared: do not change it.
func (s *Series) Regions() []RegionCode { return s.regions }

// HasPeriod tells whether any region has a figure for p.
func (s *Series) HasPeriod(p Period) bool { return s.column(p) >= 0 }

// Value gives the preferred figure of a cell; ok is false where it is missing.
func (s *Series) Value(r RegionCode, p Period) (v float64, ok bool) {
	c := s.cell(r, p)
	if c.first == 0 {
		return 0, false
	}
	return s.readings[c.first-1].Value, true
}

// At gives a cell with its sources and the readings that differ; ok is false
// where the figure is missing.
func (s *Series) At(r RegionCode, p Period) (o Observation, ok bool) {
	c := s.cell(r, p)
	if c.first == 0 {
		return Observation{}, false
	}
	all := s.readings[c.first-1 : c.first-1+c.n]
	return Observation{Region: r, Indicator: s.indicator.ID, Period: p, Reading: all[0], Others: all[1:]}, true
}

// Of gives the observations of one region, oldest first; gaps are left out.
func (s *Series) Of(r RegionCode) []Observation {
	var out []Observation
	for _, p := range s.periods {
		if o, ok := s.At(r, p); ok {
			out = append(out, o)
		}
	}
	return out
}

// Newest gives the latest observation of a region; ok is false where it has
// none.
func (s *Series) Newest(r RegionCode) (o Observation, ok bool) {
	for i := len(s.periods) - 1; i >= 0; i-- {
		if o, ok := s.At(r, s.periods[i]); ok {
			return o, true
		}
	}
	return Observation{}, false
}

// InYear gives the figure of a region for a whole year: of its rounds the one
// of March, else the figure of the year itself, else the only one. ok is false
// where there is none, or several without March.
func (s *Series) InYear(r RegionCode, y Year) (o Observation, ok bool) {
	var found []Observation
	for _, p := range s.periods {
		if p.Year != y {
			continue
		}
		if o, ok := s.At(r, p); ok {
			if p.Month == 3 {
				return o, true
			}
			found = append(found, o)
		}
	}
	switch {
	case len(found) == 1 || len(found) > 1 && found[0].Period.Month == 0:
		return found[0], true
	}
	return Observation{}, false
}

// Conflicts lists the cells for which sources differ, in the order of the
// file's regions and of time.
func (s *Series) Conflicts() []Observation {
	var out []Observation
	for i, c := range s.cells {
		if c.n > 1 {
			o, _ := s.At(s.regions[i/len(s.periods)], s.periods[i%len(s.periods)])
			out = append(out, o)
		}
	}
	return out
}

// Len counts the cells that have a figure.
func (s *Series) Len() int {
	n := 0
	for _, c := range s.cells {
		if c.first > 0 {
			n++
		}
	}
	return n
}

func (s *Series) cell(r RegionCode, p Period) cell {
	row, ok := s.row[r]
	col := s.column(p)
	if !ok || col < 0 {
		return cell{}
	}
	return s.cells[row*len(s.periods)+col]
}

func (s *Series) column(p Period) int {
	lo, hi := 0, len(s.periods)
	for lo < hi {
		mid := (lo + hi) / 2
		if s.periods[mid].Before(p) {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(s.periods) && s.periods[lo] == p {
		return lo
	}
	return -1
}

func sortPeriods(ps []Period) {
	for i := 1; i < len(ps); i++ {
		for j := i; j > 0 && ps[j].Before(ps[j-1]); j-- {
			ps[j], ps[j-1] = ps[j-1], ps[j]
		}
	}
}
