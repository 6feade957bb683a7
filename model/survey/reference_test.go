package survey_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"rakor/model/fgt"
	"rakor/model/survey"
)

// households is testdata/households.csv as columns.
type households struct {
	regency, strata, psu   []int32
	hhsize, weight, people []float64
	expenditure            []float64
	poor, gap, sq, one     []float64
	stratumName, regencyOf *survey.Codes
	rows                   int
}

func readHouseholds(tb testing.TB) *households {
	tb.Helper()
	raw, err := os.ReadFile(filepath.Join("testdata", "households.csv"))
	if err != nil {
		tb.Fatal(err)
	}
	records, err := csv.NewReader(bytes.NewReader(raw)).ReadAll()
	if err != nil {
		tb.Fatal(err)
	}
	column := func(name string) []string {
		k := slices.Index(records[0], name)
		var out []string
		for _, r := range records[1:] {
			out = append(out, r[k])
		}
		return out
	}
	number := func(name string) []float64 {
		var out []float64
		for _, s := range column(name) {
			v, err := strconv.ParseFloat(s, 64)
			if err != nil {
				tb.Fatal(err)
			}
			out = append(out, v)
		}
		return out
	}
	h := &households{
		hhsize: number("hhsize"), weight: number("weight"), expenditure: number("expenditure"),
		rows: len(records) - 1,
	}
	h.strata, h.stratumName = survey.Encode(column("strata"))
	h.psu, _ = survey.Encode(column("psu"))
	h.regency, h.regencyOf = survey.Encode(column("regency"))
	if h.people, err = survey.PersonWeights(h.weight, h.hhsize); err != nil {
		tb.Fatal(err)
	}
	for _, y := range h.expenditure {
		g, poor := fgt.Gap(y, 500_000)
		p := 0.0
		if poor {
			p = 1
		}
		h.poor, h.gap, h.sq, h.one = append(h.poor, p), append(h.gap, g), append(h.sq, g*g), append(h.one, 1)
	}
	return h
}

func (h *households) design(tb testing.TB, l survey.Lonely) *survey.Design {
	tb.Helper()
	d, err := survey.New(survey.Columns{
		Weight: h.people, Strata: h.strata, PSU: h.psu, StratumName: h.stratumName.Name,
	}, survey.Rules{Lonely: l})
	if err != nil {
		tb.Fatal(err)
	}
	return d
}

// worst keeps the largest relative difference of each kind and fails beyond its tolerance.
type worst struct {
	t    *testing.T
	most map[string]float64
	n    map[string]int
}

func (w *worst) check(kind, name string, got, want, tol float64) {
	w.t.Helper()
	off := math.Abs(got - want)
	if want != 0 {
		off /= math.Abs(want)
	}
	if !(off <= tol) {
		w.t.Errorf("%s: %.15g, reference %.15g, relative difference %.2g", name, got, want, off)
	}
	w.most[kind] = max(w.most[kind], off)
	w.n[kind]++
}

func (w *worst) report() {
	var kinds []string
	for k := range w.most {
		kinds = append(kinds, k)
	}
	slices.Sort(kinds)
	for _, k := range kinds {
		w.t.Logf("%-14s %3d figures, largest relative difference %.2g", k, w.n[k], w.most[k])
	}
}

func newWorst(t *testing.T) *worst {
	t.Helper()
	return &worst{t, map[string]float64{}, map[string]int{}}
}

func readJSON(tb testing.TB, name string, into any) {
	tb.Helper()
	raw, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		tb.Fatal(err)
	}
	if err := json.Unmarshal(raw, into); err != nil {
		tb.Fatal(err)
	}
}

// must returns an estimate that came without an error.
func must(tb testing.TB) func(survey.Estimate, error) survey.Estimate {
	tb.Helper()
	return func(e survey.Estimate, err error) survey.Estimate {
		tb.Helper()
		if err != nil {
			tb.Fatal(err)
		}
		return e
	}
}

// rFigures is testdata/households.json: n rows; z line; lonely rule; persons sum of weights; mean, se, deff and ci95_t
// of each variable (poor 1 below z; gap; its square; expenditure); total and total_se; df; ci95_logit of poor; quantile
// at 0.1, 0.2, 0.4, 0.5, 0.6, 0.9; gini; by regency means of poor, gap and sq with their se.
type rFigures struct {
	N        int
	Z        float64
	Lonely   string
	Persons  float64
	Mean     map[string]float64
	SE       map[string]float64
	Deff     map[string]float64
	Total    map[string]float64
	TotalSE  map[string]float64    `json:"total_se"`
	DF       int                   `json:"df"`
	CIT      map[string][2]float64 `json:"ci95_t"`
	CILogit  [2]float64            `json:"ci95_logit"`
	Quantile []float64
	Gini     float64
	By       struct {
		Regency       []int
		Poor, Gap, Sq []float64
		SEPoor        []float64 `json:"se.poor"`
		SEGap         []float64 `json:"se.gap"`
		SESq          []float64 `json:"se.sq"`
	}
}

func quantileProbs() []float64 { return []float64{0.1, 0.2, 0.4, 0.5, 0.6, 0.9} }

// TestAgreesWithR compares every figure of households.json, from single calls and from the table.
func TestAgreesWithR(t *testing.T) {
	var want rFigures
	readJSON(t, "households.json", &want)
	h := readHouseholds(t)
	lonely, err := survey.ParseLonely(want.Lonely)
	if err != nil {
		t.Fatal(err)
	}
	d := h.design(t, lonely)
	w := newWorst(t)
	defer w.report()

	w.check("sizes", "n", float64(d.Rows()), float64(want.N), 0)
	w.check("sizes", "df", float64(d.DF()), float64(want.DF), 0)
	w.check("sizes", "persons", d.People(), want.Persons, 1e-14)

	table, err := d.ByGroup(survey.Request{
		Y: h.expenditure, Line: want.Z, Group: h.regency, Groups: h.regencyOf.Len(),
		Measures: []survey.Measure{
			survey.P0, survey.P1, survey.P2, survey.Mean, survey.Gini, survey.Poor, survey.Persons,
		},
		Quantiles: quantileProbs(), Workers: 2,
	})
	if err != nil {
		t.Fatal(err)
	}
	column := map[string][]float64{"poor": h.poor, "gap": h.gap, "sq": h.sq, "expenditure": h.expenditure}
	measure := map[string]survey.Measure{
		"poor": survey.P0, "gap": survey.P1, "sq": survey.P2, "expenditure": survey.Mean,
	}
	for name, x := range column {
		single := must(t)(d.Mean(x, nil))
		for from, e := range map[string]survey.Estimate{"single": single, "table": table.All.Measure(measure[name])} {
			w.check("mean", name+" "+from, e.Value, want.Mean[name], 1e-9)
			w.check("se", name+" "+from, e.SE, want.SE[name], 1e-9)
			w.check("deff", name+" "+from, e.Deff, want.Deff[name], 1e-9)
			if from == "table" && name == "poor" {
				w.check("ci95_logit", "low", e.Low, want.CILogit[0], 1e-7)
				w.check("ci95_logit", "high", e.High, want.CILogit[1], 1e-7)
				continue
			}
			w.check("ci95_t", name+" low "+from, e.Low, want.CIT[name][0], 1e-9)
			w.check("ci95_t", name+" high "+from, e.High, want.CIT[name][1], 1e-9)
		}
	}
	yes := make([]bool, h.rows)
	for i, p := range h.poor {
		yes[i] = p == 1
	}
	share := must(t)(d.Proportion(yes, nil))
	w.check("ci95_logit", "low of a proportion", share.Low, want.CILogit[0], 1e-7)
	w.check("ci95_logit", "high of a proportion", share.High, want.CILogit[1], 1e-7)

	for from, e := range map[string]survey.Estimate{
		"single": must(t)(d.Total(h.poor, nil)), "table": table.All.Measure(survey.Poor),
	} {
		w.check("total", "poor "+from, e.Value, want.Total["poor"], 1e-9)
		w.check("total_se", "poor "+from, e.SE, want.TotalSE["poor"], 1e-9)
	}
	for from, e := range map[string]survey.Estimate{
		"total": must(t)(d.Total(h.one, nil)), "count": must(t)(d.Count(nil)), "table": table.All.Measure(survey.Persons),
	} {
		w.check("total", "one "+from, e.Value, want.Total["one"], 1e-9)
		w.check("total_se", "one "+from, e.SE, want.TotalSE["one"], 1e-9)
	}
	for j, p := range quantileProbs() {
		w.check("quantile", fmt.Sprint("single ", p), must(t)(d.Quantile(h.expenditure, p, nil)).Value, want.Quantile[j], 0)
		w.check("quantile", fmt.Sprint("table ", p), table.All.Quantiles[j].Value, want.Quantile[j], 0)
	}
	w.check("gini", "single", must(t)(d.Gini(h.expenditure, nil)).Value, want.Gini, 1e-9)
	w.check("gini", "table", table.All.Measure(survey.Gini).Value, want.Gini, 1e-9)

	if len(want.By.Regency) != len(table.Groups) {
		t.Fatalf("%d groups, R has %d", len(table.Groups), len(want.By.Regency))
	}
	for i, regency := range want.By.Regency {
		if name := h.regencyOf.Name(int32(i)); name != strconv.Itoa(regency) {
			t.Fatalf("group %d is %s, R has %d", i, name, regency)
		}
		for m, list := range map[survey.Measure][2][]float64{
			survey.P0: {want.By.Poor, want.By.SEPoor},
			survey.P1: {want.By.Gap, want.By.SEGap},
			survey.P2: {want.By.Sq, want.By.SESq},
		} {
			e := table.Groups[i].Measure(m)
			name := fmt.Sprint(m.ID(), " of ", regency)
			w.check("by", name, e.Value, list[0][i], 1e-9)
			se, ok := e.StandardError()
			if list[1][i] == 0 {
				// R's 0 is no precision: nobody in the sample is poor.
				if ok || e.Why != survey.NoVariation || !errors.Is(e.Err(), survey.ErrNoVariation) {
					t.Errorf("%s has standard error %v, reason %v", name, se, e.Why)
				}
				continue
			}
			w.check("by se", name, se, list[1][i], 1e-9)
		}
	}
}

// further is testdata/further.json.
type further struct {
	LonelySE    map[string]map[string]float64 `json:"lonely_se"`
	LoneStratum string                        `json:"lone_stratum"`
	T           float64                       `json:"t_975_99"`
	GiniSE      float64                       `json:"gini_se"`
	Quantile    struct {
		P, Low, High, SE float64
		SEMedian         float64 `json:"se_median"`
	}
	Domain struct {
		N       int
		Poor    float64
		SE      float64
		CutDown float64 `json:"cut_down_se"`
		Deff    float64
		Total   float64
		TotalSE float64 `json:"total_se"`
	} `json:"domain_5_or_more"`
	Wrong map[string]float64
}

// TestAgreesWithFurtherFigures compares what R gave beyond the JSON.
func TestAgreesWithFurtherFigures(t *testing.T) {
	var want further
	readJSON(t, "further.json", &want)
	h := readHouseholds(t)
	w := newWorst(t)
	defer w.report()

	for name, se := range want.LonelySE {
		rule, err := survey.ParseLonely(name)
		if err != nil {
			t.Fatal(err)
		}
		d := h.design(t, rule)
		w.check("lonely", name+" poor", must(t)(d.Mean(h.poor, nil)).SE, se["poor"], 1e-9)
		w.check("lonely", name+" expenditure", must(t)(d.Mean(h.expenditure, nil)).SE, se["expenditure"], 1e-9)
		w.check("lonely", name+" total poor", must(t)(d.Total(h.poor, nil)).SE, se["total_poor"], 1e-9)
		w.check("lonely", name+" total one", must(t)(d.Count(nil)).SE, se["total_one"], 1e-9)
		e := must(t)(d.Mean(h.expenditure, nil))
		w.check("t", name, (e.High-e.Value)/e.SE, want.T, 1e-9)
	}

	d := h.design(t, survey.Adjust)
	w.check("gini se", "gini", must(t)(d.Gini(h.expenditure, nil)).SE, want.GiniSE, 1e-9)
	q := must(t)(d.Quantile(h.expenditure, want.Quantile.P, nil))
	w.check("woodruff", "low", q.Low, want.Quantile.Low, 0)
	w.check("woodruff", "high", q.High, want.Quantile.High, 0)
	w.check("woodruff", "se", q.SE, want.Quantile.SE, 1e-9)
	w.check("woodruff", "se of the median", must(t)(d.Quantile(h.expenditure, 0.5, nil)).SE, want.Quantile.SEMedian, 1e-9)

	large := make([]bool, h.rows)
	for i, size := range h.hhsize {
		large[i] = size >= 5
	}
	e, total := must(t)(d.Mean(h.poor, large)), must(t)(d.Total(h.poor, large))
	w.check("domain", "n", float64(e.N), float64(want.Domain.N), 0)
	w.check("domain", "poor", e.Value, want.Domain.Poor, 1e-9)
	w.check("domain", "se", e.SE, want.Domain.SE, 1e-9)
	w.check("domain", "deff", e.Deff, want.Domain.Deff, 1e-9)
	w.check("domain", "total", total.Value, want.Domain.Total, 1e-9)
	w.check("domain", "total se", total.SE, want.Domain.TotalSE, 1e-9)

	// The file cut down to the domain gives the wrong answer that the reference warns of.
	var cut households
	for i := range large {
		if large[i] {
			cut.people, cut.poor = append(cut.people, h.people[i]), append(cut.poor, h.poor[i])
			cut.strata, cut.psu = append(cut.strata, h.strata[i]), append(cut.psu, h.psu[i])
		}
	}
	cut.stratumName = h.stratumName
	w.check("domain", "cut down", must(t)(cut.design(t, survey.Adjust).Mean(cut.poor, nil)).SE, want.Domain.CutDown, 1e-9)
}

func TestFailNamesTheStratum(t *testing.T) {
	var want further
	readJSON(t, "further.json", &want)
	h := readHouseholds(t)
	d := h.design(t, survey.Fail)

	var lone *survey.LonePSUError
	_, err := d.Mean(h.poor, nil)
	if !errors.As(err, &lone) || lone.Name != want.LoneStratum || lone.Strata != 1 {
		t.Errorf("mean: %v", err)
	}
	if codes := d.LoneStrata(); len(codes) != 1 || h.stratumName.Name(codes[0]) != want.LoneStratum {
		t.Errorf("lone strata: %v", codes)
	}
	request := survey.Request{
		Y: h.expenditure, Line: 500_000, Group: h.regency, Groups: h.regencyOf.Len(), Measures: []survey.Measure{survey.P0},
	}
	if _, err := d.ByGroup(request); !errors.As(err, &lone) || lone.Name != want.LoneStratum {
		t.Errorf("table: %v", err)
	}
	// Where no lone stratum has a part, there is nothing to fail for.
	other := make([]bool, h.rows)
	for i, s := range h.strata {
		other[i] = h.stratumName.Name(s) != want.LoneStratum
	}
	if e := must(t)(d.Mean(h.poor, other)); e.Why != survey.Estimated {
		t.Errorf("domain without the stratum: %v", e.Why)
	}
	request.In = other
	if _, err := d.ByGroup(request); err != nil {
		t.Errorf("table without the stratum: %v", err)
	}
}

// TestKnownMistakes makes sure that the figures which the reference lists as signs of mistakes are not ours, and come
// from where it says they do.
func TestKnownMistakes(t *testing.T) {
	var want further
	readJSON(t, "further.json", &want)
	h := readHouseholds(t)
	byHousehold, err := survey.New(survey.Columns{Weight: h.weight, Strata: h.strata, PSU: h.psu},
		survey.Rules{Lonely: survey.Adjust})
	if err != nil {
		t.Fatal(err)
	}
	w := newWorst(t)
	w.check("wrong", "household weights", must(t)(byHousehold.Mean(h.poor, nil)).Value, want.Wrong["household_weights"], 1e-5)
	d := h.design(t, survey.Adjust)
	e := must(t)(d.Mean(h.poor, nil))
	n := float64(h.rows)
	w.check("wrong", "no correction", e.Deff*(1-n/d.People()), want.Wrong["deff_no_correction"], 1e-6)
	w.check("wrong", "n for n-1", e.Deff*n/(n-1), want.Wrong["deff_n"], 1e-6)
	g := must(t)(d.Gini(h.expenditure, nil))
	w.check("wrong", "gini n/(n-1)", g.Value*n/(n-1), want.Wrong["gini_n"], 1e-6)
}
