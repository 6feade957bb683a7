package doc

import (
	"bytes"
	"fmt"

	"rakor/data/internal/jscan"
	"rakor/model"
)

// Programmes is a list of programmes.
type Programmes struct {
	Entries []model.Programme
	Removed []model.ProgrammeID // of the list below it, in a user's document
	// Journal is the number of the last entry of the journal beside the document
	// that the document includes; 0 where there is none.
	Journal uint64
}

// ReadProgrammes reads a list of programmes. What could be read is given
// whatever was reported: entries keep their places, a member with a fault is
// empty or unknown.
func ReadProgrammes(b []byte, report Report) (Programmes, *jscan.SyntaxError) {
	r := jscan.New(b, report)
	var x Programmes
	e := newEntryReader(r)
	object(r, 2, []member{
		{"format", func() { format(r, ProgrammesFormat) }},
		{"programmes", func() {
			// An entry takes a line: the list is made once, with room for the
			// entries below it. A list that says otherwise grows as it is read.
			x.Entries = make([]model.Programme, 0, min(bytes.Count(b, []byte{'\n'}), mostAtOnce)+roomBelow)
			list(r, &x.Entries, e.read)
		}},
		{"removed", func() { list(r, &x.Removed, id[model.ProgrammeID]) }},
		{"journal", func() {
			n, _ := whole(r, 0, mostRupiah)
			x.Journal = uint64(n)
		}},
	})
	return x, finish(r)
}

// mostAtOnce is how many entries there is room for before one was read, and
// roomBelow how many more, for the list that a document is laid over.
const (
	mostAtOnce = 1 << 15
	roomBelow  = 64
)

// ReadEntries reads entries that stand alone, one JSON object each, as
// [AppendEntry] writes them. They share the texts that they have in common.
func ReadEntries(objects [][]byte, report Report) ([]model.Programme, *jscan.SyntaxError) {
	out := make([]model.Programme, len(objects))
	shared := map[string]string{}
	for i, b := range objects {
		e := newEntryReader(jscan.New(b, report))
		e.shared = shared
		out[i] = e.read(e.r)
		if syntax := finish(e.r); syntax != nil {
			return nil, syntax
		}
	}
	return out, nil
}

// mostRupiah is the largest amount: the largest whole number that every JSON
// reader keeps.
const mostRupiah = model.MostRupiah

// entryReader reads entries one after the other. It is a struct with one
// method that takes a member, and not a table of closures, because a list may
// have twenty thousand entries.
type entryReader struct {
	r      *jscan.Reader
	p      model.Programme // the one being read
	have   uint8
	shared map[string]string // texts that many entries have in common
	places map[string]model.KemendagriCode
	dates  map[string]model.Date
	member func(name []byte)
}

func newEntryReader(r *jscan.Reader) *entryReader {
	e := &entryReader{r: r, shared: map[string]string{}, places: map[string]model.KemendagriCode{}, dates: map[string]model.Date{}}
	e.member = e.take
	return e
}

// needed are the members that an entry must have, in the order of the bits of
// have.
func needed() [6]string {
	return [...]string{"id", "region", "year", "department", "code", "name"}
}

func (e *entryReader) read(r *jscan.Reader) model.Programme {
	e.p, e.have = model.Programme{}, 0
	at := r.Offset()
	if !r.Object(e.member) {
		return e.p
	}
	for i, name := range needed() {
		if e.have&(1<<i) == 0 {
			r.ReportAt(at, jscan.RuleSchema, "no member "+name, "a member "+name)
		}
	}
	if e.p.RealisedH1.OK && e.p.RealisedH2.OK {
		e.p.Realised = model.Known(e.p.RealisedH1.V + e.p.RealisedH2.V)
	}
	return e.p
}

// share gives a text that entries have in common once.
func (e *entryReader) share(b []byte) string {
	if s, ok := e.shared[string(b)]; ok {
		return s
	}
	s := string(b)
	e.shared[s] = s
	return s
}

// text takes a text that entries often have in common.
func (e *entryReader) text() string { return e.share(e.r.Bytes()) }

// name takes a text that must not be empty.
func (e *entryReader) name(bit uint8) string {
	e.have |= bit
	at := e.r.Offset()
	b := e.r.Bytes()
	if b != nil && len(b) == 0 {
		e.r.ReportAt(at, jscan.RuleSchema, "an empty text", "a text")
	}
	return e.share(b)
}

func (e *entryReader) take(member []byte) {
	p, r := &e.p, e.r
	switch string(member) {
	case "id":
		e.have |= 1
		p.ID = id[model.ProgrammeID](r)
	case "region":
		e.have |= 2
		p.Region = model.RegionCode(e.share([]byte(code(r))))
	case "year":
		e.have |= 4
		p.Year = year(r)
	case "department":
		p.Department = e.name(8)
	case "code":
		p.Code = e.name(16)
	case "name":
		p.Name = e.name(32)
	case "activity":
		p.Activity = e.text()
	case "sub_activity":
		p.SubActivity = e.text()
	case "strategy":
		n, _ := whole(r, 0, 99)
		p.Strategy = model.Strategy(n)
	case "directness":
		p.Directness = choice(r, model.DirectnessKinds())
	case "deed":
		p.Deed = e.text()
	case "target_text":
		p.TargetText = r.String()
	case "target":
		p.Target = count(r)
	case "target_group":
		p.TargetGroup = e.text()
	case "benefit":
		p.Benefit = e.text()
	case "reached":
		p.Reached = count(r)
	case "places":
		list(r, &p.Places, e.place)
	case "place_names":
		list(r, &p.PlaceNames, func(*jscan.Reader) string { return e.text() })
	case "sources":
		list(r, &p.Sources, id[model.SourceID])
	case "note":
		p.Note = r.String()
	default:
		e.takeMoney(member)
	}
}

// takeMoney takes the members about money, and what else is rarer.
func (e *entryReader) takeMoney(member []byte) {
	p, r := &e.p, e.r
	switch string(member) {
	case "budget":
		p.Budget = money(r)
	case "budget_computed":
		p.BudgetComputed = r.Bool()
	case "budget_basis":
		p.BudgetBasis = r.String()
	case "budget_revised":
		p.BudgetRevised = money(r)
	case "realised":
		p.Realised = money(r)
	case "realised_h1":
		p.RealisedH1 = money(r)
	case "realised_h2":
		p.RealisedH2 = money(r)
	case "funding":
		p.Funding = e.text()
	case "aid_nature":
		p.AidNature = e.text()
	case "aid_kind":
		p.AidKind = e.text()
	case "duration":
		p.Duration = e.text()
	case "sipd":
		p.SIPD = choice(r, model.Tags())
	case "indicator":
		p.Indicator = id[model.IndicatorID](r)
	case "verification":
		p.Verification = choice(r, model.Verifications())
	case "basis":
		p.Basis = e.text()
	case "sample":
		p.Sample = r.Bool()
	case "evidence":
		p.Evidence = e.text()
	case "source_text":
		p.SourceText = e.text()
	case "source_date":
		p.SourceDate = e.date()
	}
}

// place takes a code of Kemendagri, checked when it is first met.
func (e *entryReader) place(r *jscan.Reader) model.KemendagriCode {
	at := r.Offset()
	b := r.Bytes()
	if c, ok := e.places[string(b)]; ok {
		return c
	}
	c, err := model.ParseKemendagriCode(string(b))
	if err == nil {
		e.places[string(c)] = c
	} else if b != nil {
		r.ReportAt(at, jscan.RuleSchema, fmt.Sprintf("%q", b), "a code of Kemendagri such as 62.71")
	}
	return c
}

// date takes a date in its canonical form, checked when it is first met.
func (e *entryReader) date() model.Date {
	r := e.r
	at := r.Offset()
	b := r.Bytes()
	if d, ok := e.dates[string(b)]; ok {
		return d
	}
	d, err := model.ParseDate(string(b))
	if err != nil || b != nil && (len(b) == 0 || string(d) != string(b)) {
		r.ReportAt(at, jscan.RuleSchema, fmt.Sprintf("%q", b), "a date such as 2026-03-31, 2026-03 or 2026")
		return ""
	}
	if b != nil {
		e.dates[string(d)] = d
	}
	return d
}

// money takes an amount, or a null where it is not known.
func money(r *jscan.Reader) (m model.Maybe[model.Rupiah]) {
	if r.Null() {
		return m
	}
	if n, ok := whole(r, 0, mostRupiah); ok {
		m = model.Known(model.Rupiah(n))
	}
	return m
}

// count takes a number with its unit, or a null where it is not known.
func count(r *jscan.Reader) (m model.Maybe[model.Count]) {
	if r.Null() {
		return m
	}
	var c model.Count
	var ok bool
	object(r, 2, []member{
		{"count", func() { c.N, ok = whole(r, 0, mostRupiah) }},
		{"unit", func() { c.Unit = choice(r, model.TargetUnits()) }},
	})
	if ok && c.Unit != "" {
		m = model.Known(c)
	}
	return m
}
