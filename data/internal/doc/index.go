package doc

import (
	"encoding"
	"fmt"

	"rakor/data/internal/jscan"
	"rakor/model"
)

// Index is what the figures refer to. In a user's index every part may be
// missing.
type Index struct {
	Regions    []model.Region
	Indicators []model.Indicator
	Sources    []model.Source
	Targets    []model.Target
	Breaks     []model.Break
	Strategies []model.StrategyItem
}

// ReadIndex reads an index. What could be read is given whatever was reported;
// an element with a fault is left out, so that the parts of the index are
// shorter than the document's.
func ReadIndex(b []byte, report Report) (Index, *jscan.SyntaxError) {
	r := jscan.New(b, report)
	var x Index
	x.Regions = make([]model.Region, 0, 600)
	object(r, 1, []member{
		{"format", func() { readFormat(r, IndexFormat) }},
		{"regions", func() { list(r, &x.Regions, readRegion) }},
		{"indicators", func() { list(r, &x.Indicators, readIndicator) }},
		{"sources", func() { list(r, &x.Sources, readSource) }},
		{"targets", func() { list(r, &x.Targets, readTarget) }},
		{"breaks", func() { list(r, &x.Breaks, readBreak) }},
		{"strategies", func() { list(r, &x.Strategies, readStrategy) }},
	})
	return x, finish(r)
}

// list reads an array of objects.
func list[T any](r *jscan.Reader, into *[]T, read func(*jscan.Reader) (T, bool)) {
	r.Array(func(int) {
		if v, ok := read(r); ok {
			*into = append(*into, v)
		}
	})
}

func readRegion(r *jscan.Reader) (model.Region, bool) {
	var x model.Region
	sound := true
	ok := object(r, 3, []member{
		{"code", func() { x.Code, sound = readCode(r, sound) }},
		{"level", func() { sound = readText(r, &x.Level, "nation, province, regency, city, district or village") && sound }},
		{"name", func() { x.Name, sound = readName(r, sound) }},
		{"kemendagri", func() { x.Kemendagri, sound = readKemendagri(r, sound) }},
		{"parent", func() { x.Parent, sound = readCode(r, sound) }},
	})
	return x, ok && sound
}

// readCode takes a region code.
func readCode(r *jscan.Reader, sound bool) (model.RegionCode, bool) {
	at := r.Offset()
	b := r.Bytes()
	if len(b) == 4 && digit(b[0]) && digit(b[1]) && digit(b[2]) && digit(b[3]) {
		return model.RegionCode(b), sound
	}
	c, err := model.ParseRegionCode(string(b))
	if err != nil {
		if b != nil {
			r.ReportAt(at, jscan.RuleSchema, fmt.Sprintf("%q", b), "a region code such as 6271")
		}
		return "", false
	}
	return c, sound
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

func readKemendagri(r *jscan.Reader, sound bool) (model.KemendagriCode, bool) {
	at := r.Offset()
	b := r.Bytes()
	c, err := model.ParseKemendagriCode(string(b))
	if err != nil {
		if b != nil {
			r.ReportAt(at, jscan.RuleSchema, fmt.Sprintf("%q", b), "a code of Kemendagri such as 62.71")
		}
		return "", false
	}
	return c, sound
}

// readName takes a text that must not be empty.
func readName(r *jscan.Reader, sound bool) (string, bool) {
	at := r.Offset()
	b := r.Bytes()
	if b != nil && len(b) == 0 {
		r.ReportAt(at, jscan.RuleSchema, "an empty text", "a text")
	}
	return string(b), sound && len(b) > 0
}

// readText takes a text of a coded kind; expected lists the codes.
func readText(r *jscan.Reader, into encoding.TextUnmarshaler, expected string) bool {
	at := r.Offset()
	b := r.Bytes()
	if b == nil {
		return false
	}
	if err := into.UnmarshalText(b); err != nil || len(b) == 0 {
		r.ReportAt(at, jscan.RuleSchema, fmt.Sprintf("%q", b), expected)
		return false
	}
	return true
}

// readID takes an identifier: letters, digits, hyphen and underscore, which are
// safe in file names and on the command line.
func readID(r *jscan.Reader, sound bool) (string, bool) {
	at := r.Offset()
	b := r.Bytes()
	if b != nil && !isID(b) {
		r.ReportAt(at, jscan.RuleSchema, fmt.Sprintf("%q", b), "letters, digits, - and _, at most 64")
		return "", false
	}
	return string(b), sound && b != nil
}

func isID(b []byte) bool {
	for _, c := range b {
		if !digit(c) && (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && c != '-' && c != '_' {
			return false
		}
	}
	return len(b) > 0 && len(b) <= 64
}

// readBilingual takes a name in both languages.
func readBilingual(r *jscan.Reader, sound bool) (model.Text, bool) {
	var t model.Text
	ok := object(r, 2, []member{
		{"id", func() { t.ID, sound = readName(r, sound) }},
		{"en", func() { t.EN, sound = readName(r, sound) }},
	})
	return t, ok && sound
}

func readIndicator(r *jscan.Reader) (model.Indicator, bool) {
	x := model.Indicator{Months: make([]int8, 0, 4)}
	sound := true
	number := func(into *float64) func() {
		return func() {
			var ok bool
			*into, ok = r.Float()
			sound = sound && ok
		}
	}
	ok := object(r, 9, []member{
		{"id", func() {
			var id string
			id, sound = readID(r, sound)
			x.ID = model.IndicatorID(id)
		}},
		{"name", func() { x.Name, sound = readBilingual(r, sound) }},
		{"short", func() { x.Short, sound = readBilingual(r, sound) }},
		{"unit", func() { sound = readText(r, &x.Unit, "a unit such as percent") && sound }},
		{"better", func() { sound = readText(r, &x.Better, "none, lower or higher") && sound }},
		{"decimals", func() {
			n, ok := readInt(r, 0, 6)
			x.Decimals, sound = int(n), sound && ok
		}},
		{"min", number(&x.Min)},
		{"max", number(&x.Max)},
		{"months", func() {
			ok := r.Array(func(int) {
				m, ok := readInt(r, 0, 12)
				x.Months, sound = append(x.Months, int8(m)), sound && ok
			})
			sound = sound && ok
		}},
	})
	if ok && sound && (x.Min > x.Max || len(x.Months) == 0) {
		r.Report(jscan.RuleSchema, "an empty range or no month", "min <= max and at least one month")
		return x, false
	}
	return x, ok && sound
}

// readInt takes a whole number from lo to hi.
func readInt(r *jscan.Reader, lo, hi int64) (n int64, ok bool) {
	at := r.Offset()
	n, ok = r.Int()
	if ok && (n < lo || n > hi) {
		r.ReportAt(at, jscan.RuleSchema, fmt.Sprint(n), fmt.Sprintf("%d to %d", lo, hi))
		return 0, false
	}
	return n, ok
}

func readYear(r *jscan.Reader, sound bool) (model.Year, bool) {
	n, ok := readInt(r, 1900, 2100)
	return model.Year(n), sound && ok
}

func readSource(r *jscan.Reader) (model.Source, bool) {
	var x model.Source
	sound := true
	ok := object(r, 4, []member{
		{"id", func() { x.ID, sound = readSourceID(r, sound) }},
		{"kind", func() { x.Kind, sound = readKind(r, sound) }},
		{"title", func() { x.Title, sound = readName(r, sound) }},
		{"publisher", func() { x.Publisher, sound = readName(r, sound) }},
		{"year", func() { x.Year, sound = readYear(r, sound) }},
		{"url", func() { x.URL = r.String() }},
		{"note", func() { x.Note = r.String() }},
	})
	return x, ok && sound
}

func readSourceID(r *jscan.Reader, sound bool) (model.SourceID, bool) {
	id, sound := readID(r, sound)
	return model.SourceID(id), sound
}

// Kinds lists the kinds of sources in order of preference.
func Kinds() []model.SourceKind {
	return []model.SourceKind{
		model.SourceTable, model.SourceRelease, model.SourceGovernment, model.SourceThesis, model.SourcePress,
		model.SourceEncyclopedia, model.SourceNomenclature, model.SourcePeer, model.SourceUser,
	}
}

func readKind(r *jscan.Reader, sound bool) (model.SourceKind, bool) {
	at := r.Offset()
	b := r.Bytes()
	for _, k := range Kinds() {
		if string(b) == string(k) {
			return k, sound
		}
	}
	if b != nil {
		r.ReportAt(at, jscan.RuleSchema, fmt.Sprintf("%q", b), "table, release, government, thesis, press, encyclopaedia, nomenclature, peer or user")
	}
	return "", false
}

func readTarget(r *jscan.Reader) (model.Target, bool) {
	var x model.Target
	sound := true
	ok := object(r, 5, []member{
		{"region", func() { x.Region, sound = readCode(r, sound) }},
		{"indicator", func() {
			var id string
			id, sound = readID(r, sound)
			x.Indicator = model.IndicatorID(id)
		}},
		{"year", func() { x.Year, sound = readYear(r, sound) }},
		{"value", func() {
			var ok bool
			x.Value, ok = r.Float()
			sound = sound && ok
		}},
		{"source", func() { x.Source, sound = readSourceID(r, sound) }},
		{"note", func() { x.Note = r.String() }},
	})
	return x, ok && sound
}

func readBreak(r *jscan.Reader) (model.Break, bool) {
	var x model.Break
	sound := true
	ok := object(r, 4, []member{
		{"indicators", func() {
			r.Array(func(int) {
				var id string
				id, sound = readID(r, sound)
				x.Indicators = append(x.Indicators, model.IndicatorID(id))
			})
		}},
		{"from", func() { sound = readText(r, &x.From, "a period such as 2021 or 2021-03") && sound }},
		{"what", func() { x.What, sound = readBilingual(r, sound) }},
		{"source", func() { x.Source, sound = readSourceID(r, sound) }},
		{"regions", func() {
			r.Array(func(int) {
				var c model.RegionCode
				c, sound = readCode(r, sound)
				x.Regions = append(x.Regions, c)
			})
		}},
		{"levels", func() {
			r.Array(func(int) {
				var l model.Level
				sound = readText(r, &l, "a level such as city") && sound
				x.Levels = append(x.Levels, l)
			})
		}},
	})
	return x, ok && sound
}

func readStrategy(r *jscan.Reader) (model.StrategyItem, bool) {
	var x model.StrategyItem
	sound := true
	ok := object(r, 4, []member{
		{"code", func() {
			n, ok := readInt(r, 1, 99)
			x.Code, sound = model.Strategy(n), sound && ok
		}},
		{"name", func() { x.Name, sound = readBilingual(r, sound) }},
		{"short", func() { x.Short, sound = readBilingual(r, sound) }},
		{"source", func() { x.Source, sound = readSourceID(r, sound) }},
	})
	return x, ok && sound
}
