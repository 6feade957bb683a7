package compare

import (
	"errors"
	"fmt"
	"slices"

	"rakor/model"
)

// ErrNoRegion is returned for a request that names no region.
var ErrNoRegion = errors.New("no region to compare")

// Pick is a region of a comparison, with a period of its own where Period is
// set.
type Pick struct {
	Region model.RegionCode
	Period model.Period // none is the common period
}

// Request asks for a comparison of one indicator.
type Request struct {
	Indicator model.IndicatorID
	// Period is the common period. A period without a month is the year: of a
	// region's rounds in it the March figure, else the figure of the year,
	// else the only one (see [model.Series.InYear]). None is the newest period
	// that every region without a period of its own has; where there is none,
	// each gets its newest. Regions of which the indicator has no figure at
	// all have no say in this.
	Period model.Period
	// Picks are the regions in the order of the rows; one named twice for the
	// same period keeps its first place.
	Picks []Pick
	// Position asks for the distances to province and nation and for the
	// percentile.
	Position bool
}

// Row is one region of a comparison.
type Row struct {
	Region model.Region
	// Period is that of the figure; where it is missing, the one asked for,
	// or none.
	Period      model.Period
	Own         bool // a period of its own was asked for
	Observation model.Observation
	OK          bool // there is a figure
	// Rank counts from 1, the best, among RankOf regencies and cities of the
	// call that have a figure for the period of [Result.Ranked]; equal figures
	// share a rank. Both are 0 for province and nation, for a row without a
	// figure, and for one of another period.
	Rank, RankOf int
	// ToProvince and ToNation are the figure less that of the region's
	// province and of the nation for the same period, in points of the
	// indicator; unknown where either is missing or the row is itself the
	// other side. Only set where Position was asked for.
	ToProvince, ToNation model.Maybe[float64]
	// Percentile is the part, in percent, of all other regencies and cities
	// with a figure for the same period whose figure is lower, those equal
	// counted half; 0 is the lowest. Unknown for other levels. Only set where
	// Position was asked for.
	Percentile model.Maybe[float64]
}

// Result is a comparison.
type Result struct {
	Indicator model.Indicator
	// Period is that of most rows, own periods aside: what the comparison
	// speaks of. Without any figure it is what was asked for.
	Period model.Period
	// Ranked is the period within which rows are ranked.
	Ranked model.Period
	Rows   []Row
	Notes  []Note
	// Alike is the newest period, not after the newest of the rows, for which
	// every region that has a figure here has one; none where the rows are
	// alike already or there is no such period. It is the comparison like for
	// like that can be offered instead.
	Alike model.Period
}

// Row finds the row of a region.
func (r Result) Row(c model.RegionCode) (Row, bool) {
	for _, row := range r.Rows {
		if row.Region.Code == c {
			return row, true
		}
	}
	return Row{}, false
}

// Note finds a note by its code.
func (r Result) Note(c NoteCode) (Note, bool) {
	for _, n := range r.Notes {
		if n.Code == c {
			return n, true
		}
	}
	return Note{}, false
}

// Compare puts the regions of a request side by side.
//
// Errors: [ErrNoRegion]; [model.ErrPeriod] for a period that no calendar has;
// *[model.NotFoundError] of kind "indicator", "region" or "period" (one for
// which the indicator has no figure anywhere), with the nearest real ones. A
// figure that only some regions lack is no error: the row tells, and the note
// [Missing].
func Compare(ds *model.Dataset, req Request) (Result, error) {
	s, err := series(ds, req.Indicator)
	if err != nil {
		return Result{}, err
	}
	rows, err := rowsOf(ds, s, req)
	if err != nil {
		return Result{}, err
	}
	c := comparison{ds: ds, s: s, req: req, Result: Result{Indicator: s.Indicator(), Rows: rows}}
	c.fill()
	c.rank()
	if req.Position {
		c.position()
	}
	c.notes()
	c.Alike = c.alike()
	return c.Result, nil
}

type comparison struct {
	ds     *model.Dataset
	s      *model.Series
	req    Request
	chosen model.Period // the common period, where it was chosen here
	Result
}

func series(ds *model.Dataset, id model.IndicatorID) (*model.Series, error) {
	if _, ok := ds.Indicator(id); !ok {
		names := make([]string, 0, len(ds.Indicators()))
		for _, x := range ds.Indicators() {
			names = append(names, string(x.ID))
		}
		return nil, &model.NotFoundError{Kind: "indicator", Name: string(id), Nearest: model.Nearest(string(id), names, nearestKept)}
	}
	s, err := ds.Series(id)
	if err != nil {
		return nil, fmt.Errorf("compare %s: %w", id, err)
	}
	return s, nil
}

// rowsOf makes the rows without figures and refuses what does not exist.
func rowsOf(ds *model.Dataset, s *model.Series, req Request) ([]Row, error) {
	if len(req.Picks) == 0 {
		return nil, fmt.Errorf("compare: %w", ErrNoRegion)
	}
	if err := knownPeriod(s, req.Period); err != nil {
		return nil, err
	}
	rows := make([]Row, 0, len(req.Picks))
	seen := make(map[Pick]bool, len(req.Picks))
	for _, p := range req.Picks {
		r, ok := ds.Region(p.Region)
		if !ok {
			return nil, unknownRegion(ds, p.Region)
		}
		if err := knownPeriod(s, p.Period); err != nil {
			return nil, err
		}
		if seen[p] {
			continue
		}
		seen[p] = true
		rows = append(rows, Row{Region: r, Period: p.Period, Own: !p.Period.IsZero()})
	}
	return rows, nil
}

// knownPeriod refuses a malformed period and one that the indicator has for no
// region.
func knownPeriod(s *model.Series, p model.Period) error {
	switch {
	case p.IsZero():
		return nil
	case p.Month < 0 || p.Month > 12 || p.Year < 1900 || p.Year > 2100:
		return fmt.Errorf("compare: %w: year %d, month %d", model.ErrPeriod, p.Year, p.Month)
	case p.Month != 0 && s.HasPeriod(p):
		return nil
	case p.Month == 0 && slices.ContainsFunc(s.Periods(), func(q model.Period) bool { return q.Year == p.Year }):
		return nil
	}
	return &model.NotFoundError{Kind: "period", Name: p.String(), Nearest: nearestPeriods(s, p)}
}

// fill looks the figures up.
func (c *comparison) fill() {
	common := c.req.Period
	if common.IsZero() {
		common = newestOfAll(c.s, c.Rows)
		c.chosen = common
	}
	for i := range c.Rows {
		r := &c.Rows[i]
		p := common
		if r.Own {
			p = r.Period
		}
		r.Observation, r.OK = at(c.s, r.Region.Code, p)
		r.Period = p
		if r.OK {
			r.Period = r.Observation.Period
		}
	}
	c.Period = usual(c.Rows, func(Row) bool { return true })
	if c.Period.IsZero() {
		c.Period = common
	}
}

// at gives the figure of a region for a round or a year; no period is its
// newest.
func at(s *model.Series, r model.RegionCode, p model.Period) (model.Observation, bool) {
	switch {
	case p.IsZero():
		return s.Newest(r)
	case p.Month == 0:
		return s.InYear(r, p.Year)
	}
	return s.At(r, p)
}

// newestOfAll gives the newest period that every row without a period of its
// own has, rows without any figure aside; none where there is no such period
// or no such row.
func newestOfAll(s *model.Series, rows []Row) model.Period {
	rs := make([]model.RegionCode, 0, len(rows))
	for _, r := range rows {
		if !r.Own && hasAny(s, r.Region.Code) {
			rs = append(rs, r.Region.Code)
		}
	}
	if len(rs) == 0 {
		return model.Period{}
	}
	for _, p := range slices.Backward(s.Periods()) {
		if hasAll(s, rs, p) {
			return p
		}
	}
	return model.Period{}
}

// usual gives the period of most rows with a figure among those that are let
// in, the newest of equally many; rows with a period of their own count only
// where there are no others.
func usual(rows []Row, in func(Row) bool) model.Period {
	for _, own := range [...]bool{false, true} {
		var best model.Period
		most := 0
		for _, r := range rows {
			if !r.OK || r.Own != own || !in(r) {
				continue
			}
			n := 0
			for _, q := range rows {
				if q.OK && q.Own == own && in(q) && q.Period == r.Period {
					n++
				}
			}
			if n > most || n == most && best.Before(r.Period) {
				best, most = r.Period, n
			}
		}
		if most > 0 {
			return best
		}
	}
	return model.Period{}
}

// alike finds the period of the comparison like for like, not after the newest
// of the rows.
func (c *comparison) alike() model.Period {
	if _, ok := c.Note(PeriodMismatch); !ok {
		return model.Period{}
	}
	var newest model.Period
	for _, r := range c.Rows {
		if r.OK && newest.Before(r.Period) {
			newest = r.Period
		}
	}
	p := AlikeUpTo(c.ds, c.Result, newest)
	own := slices.ContainsFunc(c.Rows, func(r Row) bool { return r.Own })
	if p == c.req.Period && !own { // what was asked for mixes rounds already
		return model.Period{}
	}
	return p
}

// AlikeUpTo gives the newest period, not after upTo, for which every region
// that has a figure in the comparison has one; none where there is no such
// period.
func AlikeUpTo(ds *model.Dataset, res Result, upTo model.Period) model.Period {
	s, err := ds.Series(res.Indicator.ID)
	if err != nil {
		return model.Period{}
	}
	rs := make([]model.RegionCode, 0, len(res.Rows))
	for _, r := range res.Rows {
		if r.OK {
			rs = append(rs, r.Region.Code)
		}
	}
	if len(rs) == 0 {
		return model.Period{}
	}
	for _, p := range slices.Backward(s.Periods()) {
		if !upTo.Before(p) && hasAll(s, rs, p) {
			return p
		}
	}
	return model.Period{}
}
