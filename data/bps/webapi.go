package bps

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"rakor/model"
)

// word is a text that the Web API writes as a text or as a number.
type word string

// UnmarshalJSON reads a text, a number or null.
func (w *word) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] == '"' {
		var s string
		if err := json.Unmarshal(b, &s); err != nil {
			return err
		}
		*w = word(s)
		return nil
	}
	switch s := string(b); {
	case s == "null":
		*w = ""
	case len(b) > 0 && (b[0] == '-' || b[0] >= '0' && b[0] <= '9'):
		*w = word(s)
	default:
		return fmt.Errorf("found %.20s, expected a text or number", s)
	}
	return nil
}

// item is one value of a dimension.
type item struct {
	Val   word   `json:"val"`
	Label word   `json:"label"`
	Unit  string `json:"unit"`
}

// webAnswer is an answer of the Web API.
type webAnswer struct {
	Status       word            `json:"status"`
	Message      word            `json:"message"`
	Availability word            `json:"data-availability"`
	Updated      word            `json:"last_update"`
	Var          []item          `json:"var"`
	TurVar       []item          `json:"turvar"`
	LabelVerVar  word            `json:"labelvervar"`
	VerVar       []item          `json:"vervar"`
	Tahun        []item          `json:"tahun"`
	TurTahun     []item          `json:"turtahun"`
	Content      map[string]word `json:"datacontent"`
}

// readWebAPI reads an answer of the Web API. A key of datacontent is made of
// five values written one after the other without padding, so it cannot be cut:
// every combination of the metadata is built and looked up. A key that two
// combinations give, or none, is refused.
func readWebAPI(name string, b []byte) (*Table, error) {
	var a webAnswer
	dec := json.NewDecoder(bytes.NewReader(b))
	if err := dec.Decode(&a); err != nil {
		return nil, &FileError{Name: name, Fault: Broken, Err: errors.New(jsonReason(err, b))}
	}
	if s := strings.ToLower(string(a.Availability)); a.Status != "OK" && a.Status != "" || s != "" && s != "available" {
		return nil, &FileError{Name: name, Fault: NotAvailable, Detail: tidy(strings.Join([]string{string(a.Status), string(a.Availability), string(a.Message)}, " "))}
	}
	if len(a.Content) == 0 || len(a.VerVar) == 0 || len(a.Var) == 0 || len(a.Tahun) == 0 {
		return nil, &FileError{Name: name, Fault: NoTable, Detail: "no datacontent, vervar, var or tahun"}
	}
	for _, dim := range []*[]item{&a.TurVar, &a.TurTahun} {
		if len(*dim) == 0 {
			*dim = []item{{Val: "0"}}
		}
	}
	product := 1
	for _, n := range []int{len(a.VerVar), len(a.Var), len(a.TurVar), len(a.Tahun), len(a.TurTahun)} {
		if product *= n; product > maxKeys {
			return nil, &FileError{Name: name, Fault: TooManyKeys, Detail: strconv.Itoa(product) + " combinations or more"}
		}
	}
	t := &Table{Name: name, Layout: LayoutWebAPI, Updated: tidy(string(a.Updated)), scope: scopeOf(fold(string(a.LabelVerVar)))}
	r := &webReader{a: &a, t: t, used: make(map[string]int, len(a.Content))}
	for _, v := range a.Var {
		t.Title = joinOnce([]string{t.Title, tidy(string(v.Label))})
		t.Unit = tidy(v.Unit)
	}
	t.Title = strings.TrimPrefix(t.Title, "; ")
	r.combine()
	r.unknown()
	t.finish(r.raws)
	return t, nil
}

// jsonReason words an error of the decoder with the place of it.
func jsonReason(err error, b []byte) string {
	var s *json.SyntaxError
	var u *json.UnmarshalTypeError
	switch {
	case errors.As(err, &s):
		return fmt.Sprintf("%v at byte %d of %d", err, s.Offset, len(b))
	case errors.As(err, &u):
		return fmt.Sprintf("%s: found %s, expected %s", u.Field, u.Value, u.Type)
	}
	return err.Error()
}

type webReader struct {
	a    *webAnswer
	t    *Table
	raws []raw
	used map[string]int // key to its place in raws
}

// combination is one value of each dimension.
type combination struct{ vervar, variable, turvar, tahun, turtahun item }

// combinations gives every combination with its key.
func (a *webAnswer) combinations(yield func(key []byte, c combination)) {
	var key []byte
	for _, vv := range a.VerVar {
		for _, v := range a.Var {
			for _, tv := range a.TurVar {
				for _, y := range a.Tahun {
					key = append(append(append(append(key[:0], vv.Val...), v.Val...), tv.Val...), y.Val...)
					stem := len(key)
					for _, tt := range a.TurTahun {
						key = append(key[:stem], tt.Val...)
						yield(key, combination{vv, v, tv, y, tt})
					}
				}
			}
		}
	}
}

// combine looks up every combination.
func (r *webReader) combine() {
	twice := map[string]bool{}
	r.a.combinations(func(key []byte, c combination) {
		value, ok := r.a.Content[string(key)]
		if !ok {
			return
		}
		k := string(key)
		if _, again := r.used[k]; again {
			twice[k] = true
			return
		}
		r.used[k] = len(r.raws)
		r.raws = append(r.raws, raw{c: valueCell(value), f: c.figure(k)})
	})
	if len(twice) == 0 {
		return
	}
	for k := range twice {
		f := r.raws[r.used[k]]
		r.t.Refused = append(r.t.Refused, Refusal{Cell: f.f.Cell, Reason: AmbiguousKey, Text: f.c.text, Region: f.f.Region})
	}
	slices.SortFunc(r.t.Refused, func(a, b Refusal) int { return strings.Compare(a.Cell, b.Cell) })
	r.raws = slices.DeleteFunc(r.raws, func(f raw) bool { return twice[strings.TrimPrefix(f.f.Cell, keyPlace)] })
}

// keyPlace stands before a key in the name of its place.
const keyPlace = "datacontent/"

func digitsOnly(s string) bool { return strings.Trim(s, "0123456789") == "" }

// valueCell makes a cell of a value: a number as JSON has it is never
// ambiguous, a text can be.
func valueCell(w word) cell {
	s := strings.TrimSpace(string(w))
	if v, err := strconv.ParseFloat(s, 64); err == nil && finite(v) && shapeOf(s).ok && !(shapeOf(s).point && shapeOf(s).comma) {
		return cell{kind: number, num: v, text: s}
	}
	return textCell(s)
}

// figure words a combination as a figure.
func (c combination) figure(key string) Figure {
	v, tv, y, tt := c.variable, c.turvar, c.tahun, c.turtahun
	f := Figure{Region: tidy(string(c.vervar.Label)), Indicator: tidy(string(v.Label)), Unit: tidy(v.Unit), Cell: keyPlace + key}
	if code := string(c.vervar.Val); len(code) == 4 && digitsOnly(code) {
		f.Code = code
	}
	if year, ok := yearOf(tidy(string(y.Label))); ok {
		f.Year = year
	} else if n, err := strconv.Atoi(string(y.Val)); err == nil && n >= 90 && n <= 200 {
		f.Year = model.Year(1900 + n)
	}
	if area, ok := areaOf(fold(tidy(string(tv.Label)))); ok {
		f.Area = area
	} else if tv.Label != "" {
		f.Area = Area(tidy(string(tv.Label)))
	}
	if m, round, ok := roundOf(fold(tidy(string(tt.Label)))); ok {
		f.Month, f.Round = m, round
	}
	f.Forecast = isForecast(fold(f.Indicator))
	return f
}

// unknown refuses the keys that no combination gives.
func (r *webReader) unknown() {
	var left []string
	for k := range r.a.Content {
		if _, ok := r.used[k]; !ok {
			left = append(left, k)
		}
	}
	slices.Sort(left)
	for _, k := range left {
		r.t.Refused = append(r.t.Refused, Refusal{Cell: keyPlace + k, Reason: UnknownKey, Text: tidy(string(r.a.Content[k]))})
	}
}
