package bps

import (
	"fmt"
	"slices"
	"strconv"

	"rakor/model"
)

// Status is what importing one figure would do.
type Status uint8

// The statuses.
const (
	New     Status = iota // the dataset has no figure there
	Same                  // the dataset uses this very figure
	Revised               // the dataset uses another
	Refused
	statuses
)

// String gives the name used in JSON and flags.
func (s Status) String() string {
	return [...]string{"new", "same", "revised", "refused", ""}[min(s, statuses)]
}

// Row is one figure of a file against the dataset.
type Row struct {
	Status    Status
	File      string
	Cell      string
	Name      string // the region's, as the file has it
	Region    model.RegionCode
	Indicator model.IndicatorID
	Period    model.Period
	Value     float64
	Text      string // the number as the file has it
	Was       model.Maybe[model.Reading]
	Reason    Reason // of a refused one
	Detail    string // what was found; what was expected: names and numbers, no sentence; of [NoteJump] too
	table     int
}

// The codes of notes.
const (
	NoteRound     = "round-assumed"        // figures of a year took the round of their level
	NoteMagnitude = "numbers-by-magnitude" // 11.191 was read by the region's present figures
	NoteNotation  = "mixed-notation"       // points and commas both mark decimals
	NoteTitle     = "title-says-other"     // the title fits another indicator than the one asked for
	NoteSplit     = "before-split"         // figures of a region before it existed
	NoteOrder     = "nation-missing"       // provinces without Indonesia
	NoteCodes     = "codes-unknown"        // codes that the dataset does not have; matched by name
	NoteDecimals  = "decimals"             // fewer digits than the indicator's
	NoteJump      = "jump"                 // far from the region's nearest present figure
)

// Note is a remark about a file.
type Note struct {
	Code   string
	File   string
	N      int // figures it is about
	Detail string
}

// Preview is what importing files would do. Nothing of it has been written.
type Preview struct {
	Rows    []Row // in the order of the files
	Matches []Match
	Notes   []Note
}

// Count counts the rows of a status.
func (p *Preview) Count(s Status) int {
	n := 0
	for i := range p.Rows {
		if p.Rows[i].Status == s {
			n++
		}
	}
	return n
}

// Options tell what the files do not.
type Options struct {
	Indicator model.IndicatorID // "": as the titles tell
	// Period gives figures without a year their year, and those of its year
	// without a month their month. The zero Period: as the files tell.
	Period model.Period
}

// Compare holds the figures of files against a dataset. Every figure becomes a
// row, in the order of the files. Errors: *model.NotFoundError for an
// unknown indicator asked for, or what the dataset gave.
//
// Cost: some 0.1 ms a thousand figures, and the decoding of the indicators met.
func Compare(ds *model.Dataset, m *Matcher, tables []*Table, o Options) (*Preview, error) {
	if _, ok := ds.Indicator(o.Indicator); o.Indicator != "" && !ok {
		return nil, &model.NotFoundError{Kind: "indicator", Name: string(o.Indicator), Nearest: ds.NearestIndicators(string(o.Indicator), 3)}
	}
	c := &comparer{
		ds: ds, m: m, o: o, out: &Preview{}, series: map[model.IndicatorID]*present{}, seen: map[figureKey]int{}, notes: map[[2]string]int{},
		since: map[model.RegionCode]model.Year{},
	}
	for _, a := range ds.Aliases() {
		if a.Kind == model.AliasSplit {
			c.since[a.Region] = a.Since
		}
	}
	for i, t := range tables {
		if err := c.table(i, t); err != nil {
			return nil, err
		}
	}
	return c.out, nil
}

type figureKey struct {
	r  model.RegionCode
	id model.IndicatorID
	p  model.Period
}

type nameKey struct{ name, code string }

type comparer struct {
	ds     *model.Dataset
	m      *Matcher
	o      Options
	out    *Preview
	series map[model.IndicatorID]*present
	seen   map[figureKey]int // place in the rows
	notes  map[[2]string]int // file and code to place in the notes
	since  map[model.RegionCode]model.Year

	// of the table at hand
	t       *Table
	matches map[nameKey]int // place in the matches
	titles  map[string]titled
	rounds  map[roundKey]bool
	units   map[string]model.Unit
}

type roundKey struct {
	title string
	area  Area
	year  model.Year
}

// note counts a figure under a remark about the file at hand.
func (c *comparer) note(code, detail string) {
	key := [2]string{c.t.Name, code}
	i, ok := c.notes[key]
	if !ok {
		i = len(c.out.Notes)
		c.notes[key] = i
		c.out.Notes = append(c.out.Notes, Note{Code: code, File: c.t.Name, Detail: detail})
	}
	c.out.Notes[i].N++
}

func (c *comparer) table(i int, t *Table) error {
	c.t, c.matches, c.titles, c.rounds = t, map[nameKey]int{}, map[string]titled{}, map[roundKey]bool{}
	c.units = map[string]model.Unit{}
	if t.Notation == NotationMixed {
		c.note(NoteNotation, "")
	}
	for _, f := range t.Figures {
		if f.Round == RoundMonth {
			c.rounds[roundKey{f.Indicator, f.Area, f.Year}] = true
		}
	}
	c.out.Rows = slices.Grow(c.out.Rows, len(t.Figures)+len(t.Refused))
	nation, provinces := false, 0
	for j := range t.Figures {
		f := &t.Figures[j]
		row := Row{File: t.Name, Cell: f.Cell, Name: f.Region, Value: f.Value, Text: f.Text, table: i}
		if err := c.figure(f, &row); err != nil {
			return err
		}
		if row.Reason != "" {
			row.Status = Refused
		}
		c.out.Rows = append(c.out.Rows, row)
		switch c.m.levelOf(row.Region) {
		case model.LevelNation:
			nation = true
		case model.LevelProvince:
			provinces++
		default:
		}
	}
	for _, r := range t.Refused {
		c.out.Rows = append(c.out.Rows, Row{Status: Refused, File: t.Name, Cell: r.Cell, Name: r.Region, Text: r.Text, Reason: r.Reason, table: i})
	}
	if provinces >= 30 && !nation {
		c.note(NoteOrder, "")
	}
	return nil
}

// figure fills the row of a figure in; a Reason refuses it.
func (c *comparer) figure(f *Figure, row *Row) error {
	match := c.match(f)
	if match.Region != "" && match.OK() {
		row.Region = match.Region
	}
	id, reason, detail := c.indicator(f)
	if row.Indicator = id; reason != "" {
		row.refuse(reason, detail)
		return nil
	}
	if !match.OK() {
		row.refuse(c.regionReason(match))
		return nil
	}
	ind, _ := c.ds.Indicator(id)
	s, err := c.present(id)
	if err != nil {
		return err
	}
	if f.Forecast {
		row.refuse(Forecast, "")
		return nil
	}
	if unit := c.unit(f); unit != model.UnitNone && unit != ind.Unit && !(unit == model.UnitPercent && ind.Unit == model.UnitIndex) {
		row.refuse(WrongUnit, fmt.Sprintf("%s; %s", unit, ind.Unit))
		return nil
	}
	region, _ := c.ds.Region(row.Region)
	if row.Period, reason, detail = c.period(f, ind, s, region.Level); reason != "" {
		row.refuse(reason, detail)
		return nil
	}
	if year := c.since[row.Region]; row.Period.Year < year {
		c.note(NoteSplit, region.Name)
	}
	c.value(f, row, ind, s)
	if row.Reason == "" {
		c.compare(f, row, ind, s)
	}
	return nil
}

func (r *Row) refuse(reason Reason, detail string) {
	r.Status, r.Reason, r.Detail = Refused, reason, detail
}

// match looks the region of a figure up, once a name.
func (c *comparer) match(f *Figure) Match {
	key := nameKey{f.Region, f.Code}
	i, ok := c.matches[key]
	if !ok {
		i = len(c.out.Matches)
		c.matches[key] = i
		m := c.m.Match(c.t, f.Region, f.Code)
		c.out.Matches = append(c.out.Matches, m)
		if f.Code != "" && m.OK() {
			if bps, kem := c.m.byCode(f.Code); bps == "" && kem == "" {
				c.note(NoteCodes, f.Code)
			}
		}
	}
	c.out.Matches[i].Figures++
	return c.out.Matches[i]
}

func (c *comparer) regionReason(m Match) (Reason, string) {
	names := ""
	for i, code := range m.Among {
		if i > 0 {
			names += ", "
		}
		r, _ := c.ds.Region(code)
		names += r.Name + " (" + string(code) + ")"
	}
	switch m.Kind {
	case MatchProposed:
		r, _ := c.ds.Region(m.Region)
		return ProposedRegion, fmt.Sprintf("%s (%s), d=%d", r.Name, m.Region, m.Distance)
	case MatchAmbiguous:
		return AmbiguousRegion, names
	case MatchCodeName:
		return CodeName, names
	default:
		return UnknownRegion, strconv.Quote(m.Name)
	}
}

// titled is what a title means.
type titled struct {
	id     model.IndicatorID
	reason Reason
	detail string
}

// indicator tells which indicator a figure is of.
func (c *comparer) indicator(f *Figure) (model.IndicatorID, Reason, string) {
	key := string(f.ID) + "\x00" + f.Indicator + "\x00" + string(f.Area)
	t, ok := c.titles[key]
	if !ok {
		t = c.title(f)
		c.titles[key] = t
	}
	return t.id, t.reason, t.detail
}

func (c *comparer) title(f *Figure) titled {
	id := c.o.Indicator
	var told []model.IndicatorID
	if f.ID != "" {
		told = []model.IndicatorID{f.ID}
	} else {
		for _, s := range []string{f.Indicator, c.t.Title} {
			if told = c.known(indicatorsOf(s)); len(told) > 0 {
				break
			}
		}
	}
	if id != "" {
		if len(told) == 1 && told[0] != id {
			if f.ID != "" {
				return titled{told[0], NoIndicator, string(told[0])}
			}
			c.note(NoteTitle, fmt.Sprintf("%s; %s", told[0], id))
		}
	} else {
		switch len(told) {
		case 0:
			return titled{"", NoIndicator, fmt.Sprintf("%.80q", cmpText(f.Indicator, c.t.Title))}
		case 1:
			id = told[0]
		default:
			return titled{"", WhichIndicator, fmt.Sprint(told)}
		}
	}
	if f.Area != AreaTotal {
		id = model.IndicatorID(string(id) + "_" + string(f.Area))
	}
	if _, ok := c.ds.Indicator(id); !ok {
		return titled{"", NoIndicator, fmt.Sprintf("%.80q", string(id))}
	}
	return titled{id: id}
}

func cmpText(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// known leaves out the indicators that the dataset does not have.
func (c *comparer) known(ids []model.IndicatorID) []model.IndicatorID {
	var out []model.IndicatorID
	for _, id := range ids {
		if _, ok := c.ds.Indicator(id); ok {
			out = append(out, id)
		}
	}
	return out
}

// unit gives the unit that a file names for a figure.
func (c *comparer) unit(f *Figure) model.Unit {
	s := cmpText(f.Unit, c.t.Unit)
	u, ok := c.units[s]
	if !ok {
		if c.t.Layout != LayoutOwn || s == "" || u.UnmarshalText([]byte(s)) != nil {
			u = unitOf(s)
		}
		c.units[s] = u
	}
	return u
}
