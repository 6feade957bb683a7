package doc

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"strconv"

	"rakor/model"
)

// writer puts together a document, one element of a list on a line.
type writer struct {
	buf bytes.Buffer
	n   int // members or elements so far at the level being written
	err error
}

// value gives v as JSON on one line.
func (w *writer) value(v any) []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil && w.err == nil {
		w.err = fmt.Errorf("doc: %w", err)
	}
	return bytes.TrimRight(b.Bytes(), "\n")
}

func (w *writer) name(name string) {
	if w.n > 0 {
		w.buf.WriteString(",\n")
	}
	w.n++
	w.buf.WriteString("  ")
	w.buf.Write(w.value(name))
	w.buf.WriteString(": ")
}

func (w *writer) member(name string, v any) {
	w.name(name)
	w.buf.Write(w.value(v))
}

// lines writes a list or table, one element a line; nothing where it is empty.
func (w *writer) lines(name string, brackets string, n int, element func(i int) []byte) {
	if n == 0 {
		return
	}
	w.name(name)
	w.buf.WriteByte(brackets[0])
	for i := range n {
		if i > 0 {
			w.buf.WriteByte(',')
		}
		w.buf.WriteString("\n    ")
		w.buf.Write(element(i))
	}
	w.buf.WriteString("\n  ")
	w.buf.WriteByte(brackets[1])
}

func (w *writer) document(format string, body func()) ([]byte, error) {
	w.buf.WriteString("{\n")
	w.member("format", format)
	body()
	w.buf.WriteString("\n}\n")
	return w.buf.Bytes(), w.err
}

func lines[T any](w *writer, name string, list []T) {
	w.lines(name, "[]", len(list), func(i int) []byte { return w.value(list[i]) })
}

// WriteIndex writes an index.
func WriteIndex(x Index) ([]byte, error) {
	var w writer
	return w.document(IndexFormat, func() {
		lines(&w, "regions", x.Regions)
		lines(&w, "indicators", x.Indicators)
		lines(&w, "sources", x.Sources)
		lines(&w, "targets", x.Targets)
		lines(&w, "breaks", x.Breaks)
		lines(&w, "aliases", x.Aliases)
		lines(&w, "strategies", x.Strategies)
	})
}

// origin, cell, other, amount and programme are the members as JSON has them.
type (
	origin struct {
		Sources []model.SourceID `json:"sources"`
		Note    string           `json:"note,omitempty"`
	}
	cell struct {
		Region model.RegionCode `json:"region"`
		Period model.Period     `json:"period"`
		Origin *int             `json:"origin,omitempty"`
		Others []other          `json:"others,omitempty"`
	}
	other struct {
		Value  float64 `json:"value"`
		Origin int     `json:"origin"`
	}
	amount struct {
		Count int64            `json:"count"`
		Unit  model.TargetUnit `json:"unit"`
	}
	programme struct {
		ID             model.ProgrammeID      `json:"id"`
		Region         model.RegionCode       `json:"region"`
		Year           model.Year             `json:"year"`
		Department     string                 `json:"department"`
		Code           string                 `json:"code"`
		Name           string                 `json:"name"`
		Activity       string                 `json:"activity,omitempty"`
		SubActivity    string                 `json:"sub_activity,omitempty"`
		Strategy       model.Strategy         `json:"strategy,omitempty"`
		Directness     model.Directness       `json:"directness,omitempty"`
		Deed           string                 `json:"deed,omitempty"`
		Budget         *model.Rupiah          `json:"budget,omitempty"`
		BudgetComputed bool                   `json:"budget_computed,omitempty"`
		BudgetBasis    string                 `json:"budget_basis,omitempty"`
		BudgetRevised  *model.Rupiah          `json:"budget_revised,omitempty"`
		Realised       *model.Rupiah          `json:"realised,omitempty"`
		RealisedH1     *model.Rupiah          `json:"realised_h1,omitempty"`
		RealisedH2     *model.Rupiah          `json:"realised_h2,omitempty"`
		TargetText     string                 `json:"target_text,omitempty"`
		Target         *amount                `json:"target,omitempty"`
		TargetGroup    string                 `json:"target_group,omitempty"`
		Benefit        string                 `json:"benefit,omitempty"`
		Reached        *amount                `json:"reached,omitempty"`
		Places         []model.KemendagriCode `json:"places,omitempty"`
		PlaceNames     []string               `json:"place_names,omitempty"`
		Funding        string                 `json:"funding,omitempty"`
		AidNature      string                 `json:"aid_nature,omitempty"`
		AidKind        string                 `json:"aid_kind,omitempty"`
		Duration       string                 `json:"duration,omitempty"`
		SIPD           model.Tag              `json:"sipd,omitempty"`
		Indicator      model.IndicatorID      `json:"indicator,omitempty"`
		Verification   model.Verification     `json:"verification,omitempty"`
		Basis          string                 `json:"basis,omitempty"`
		Sample         bool                   `json:"sample,omitempty"`
		Evidence       string                 `json:"evidence,omitempty"`
		Sources        []model.SourceID       `json:"sources,omitempty"`
		SourceText     string                 `json:"source_text,omitempty"`
		SourceDate     model.Date             `json:"source_date,omitempty"`
		Note           string                 `json:"note,omitempty"`
	}
)

// WriteTable writes one indicator. Columns is not looked at: the periods are
// written in their order.
func WriteTable(t *Table) ([]byte, error) {
	var w writer
	return w.document(IndicatorFormat, func() {
		w.member("indicator", t.Indicator)
		w.member("periods", t.Periods)
		w.lines("origins", "[]", len(t.Origins), func(i int) []byte { return w.value(origin(t.Origins[i])) })
		w.from(t)
		w.lines("rows", "{}", len(t.Regions), func(i int) []byte {
			b := append(w.value(t.Regions[i]), ": ["...)
			for col := range t.Periods {
				if col > 0 {
					b = append(b, ',')
				}
				b = appendNumber(b, t.Values[t.At(i, col)])
			}
			return append(b, ']')
		})
		w.lines("cells", "[]", len(t.Cells), func(i int) []byte {
			c := t.Cells[i]
			out := cell{Region: t.Regions[c.Row], Period: t.Periods[c.Col]}
			if c.Origin >= 0 {
				out.Origin = &c.Origin
			}
			for _, o := range c.Others {
				out.Others = append(out.Others, other(o))
			}
			return w.value(out)
		})
	})
}

func (w *writer) from(t *Table) {
	var tiers []Tier
	for tier := range Tiers {
		if t.From[tier] != nil {
			tiers = append(tiers, tier)
		}
	}
	w.lines("from", "{}", len(tiers), func(i int) []byte {
		b := append(w.value(tiers[i].String()), ": ["...)
		for col, n := range t.From[tiers[i]] {
			if col > 0 {
				b = append(b, ',')
			}
			if n < 0 {
				b = append(b, "null"...)
				continue
			}
			b = strconv.AppendInt(b, int64(n), 10)
		}
		return append(b, ']')
	})
}

func appendNumber(b []byte, v float64) []byte {
	if math.IsNaN(v) {
		return append(b, "null"...)
	}
	return strconv.AppendFloat(b, v, 'f', -1, 64)
}

// WriteProgrammes writes a list of programmes.
func WriteProgrammes(x Programmes) ([]byte, error) {
	var w writer
	return w.document(ProgrammesFormat, func() {
		if x.Journal > 0 {
			w.member("journal", x.Journal)
		}
		if len(x.Removed) > 0 {
			w.member("removed", x.Removed)
		}
		if len(x.Entries) == 0 {
			w.member("programmes", []programme{})
		}
		w.lines("programmes", "[]", len(x.Entries), func(i int) []byte { return w.value(entry(&x.Entries[i])) })
	})
}

// AppendEntry appends one entry as a JSON object on one line.
func AppendEntry(b []byte, p *model.Programme) ([]byte, error) {
	var w writer
	b = append(b, w.value(entry(p))...)
	return b, w.err
}

func entry(p *model.Programme) programme {
	out := programme{
		ID: p.ID, Region: p.Region, Year: p.Year, Department: p.Department, Code: p.Code, Name: p.Name,
		Activity: p.Activity, SubActivity: p.SubActivity, Strategy: p.Strategy, Directness: p.Directness, Deed: p.Deed,
		Budget: known(p.Budget), BudgetComputed: p.BudgetComputed, BudgetBasis: p.BudgetBasis, BudgetRevised: known(p.BudgetRevised),
		RealisedH1: known(p.RealisedH1), RealisedH2: known(p.RealisedH2),
		TargetText: p.TargetText, Target: amountOf(p.Target), TargetGroup: p.TargetGroup, Benefit: p.Benefit, Reached: amountOf(p.Reached),
		Places: p.Places, PlaceNames: p.PlaceNames, Funding: p.Funding, AidNature: p.AidNature, AidKind: p.AidKind, Duration: p.Duration,
		SIPD: p.SIPD, Indicator: p.Indicator, Verification: p.Verification, Basis: p.Basis, Sample: p.Sample,
		Evidence: p.Evidence, Sources: p.Sources, SourceText: p.SourceText, SourceDate: p.SourceDate, Note: p.Note,
	}
	if !p.RealisedH1.OK || !p.RealisedH2.OK { // else it is their sum
		out.Realised = known(p.Realised)
	}
	return out
}

func known(m model.Maybe[model.Rupiah]) *model.Rupiah {
	if !m.OK {
		return nil
	}
	return &m.V
}

func amountOf(m model.Maybe[model.Count]) *amount {
	if !m.OK {
		return nil
	}
	return &amount{m.V.N, m.V.Unit}
}
