package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/zstd"

	"rakor/data/microdata"
	"rakor/ui/lang"
)

// households is 1,200 made-up households with what R's package survey makes of
// them; see the folder's own README.
const (
	households = "../../data/microdata/testdata/households.csv"
	fromR      = "../../model/survey/testdata/households.json"
	fromWbpip  = "../../model/lorenz/testdata/lorenz.json"
)

// call runs the program in this process.
func call(t testing.TB, in io.Reader, args ...string) (out, errs string, code int) {
	t.Helper()
	var o, e bytes.Buffer
	code = run(t.Context(), args, process{
		in: in, out: &o, err: &e, env: []string{"HOME=" + t.TempDir()}, now: func() time.Time { return time.Date(2025, 7, 7, 9, 0, 0, 0, time.UTC) },
	})
	return o.String(), e.String(), code
}

// result runs the program with --format json and gives what it answers.
func result(t testing.TB, in io.Reader, args ...string) map[string]any {
	t.Helper()
	out, errs, code := call(t, in, append(args, "--format", "json")...)
	if code != 0 {
		t.Fatalf("%q ends with %d: %s", args, code, errs)
	}
	var v struct {
		Command string
		Result  map[string]any
	}
	if err := json.Unmarshal([]byte(out), &v); err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(v.Command, "estimate ") {
		t.Errorf("command %q", v.Command)
	}
	return v.Result
}

// at follows a path of keys to a number.
func at(t testing.TB, v any, keys ...string) float64 {
	t.Helper()
	for _, k := range keys {
		m, ok := v.(map[string]any)
		if !ok {
			t.Fatalf("nothing at %q", keys)
		}
		v = m[k]
	}
	f, ok := v.(float64)
	if !ok {
		t.Fatalf("%q is %v, no number", keys, v)
	}
	return f
}

// agreement collects the largest relative difference.
type agreement struct {
	t     testing.TB
	worst float64
	where string
	n     int
}

func (a *agreement) check(where string, got, want, within float64) {
	a.t.Helper()
	diff := math.Abs(got - want)
	if want != 0 {
		diff /= math.Abs(want)
	}
	if !(diff <= within) {
		a.t.Errorf("%s: %.15g, want %.15g", where, got, want)
	}
	a.n++
	if diff > a.worst {
		a.worst, a.where = diff, where
	}
}

// What is printed is what R computes.
func TestSurveyPrintsWhatRComputes(t *testing.T) {
	t.Parallel()
	var want struct {
		N                     int
		Z, Persons, DF, Gini  float64
		Mean, SE, Deff, Total map[string]float64
		TotalSE               map[string]float64   `json:"total_se"`
		CIT                   map[string][]float64 `json:"ci95_t"`
		CILogit               []float64            `json:"ci95_logit"`
		Quantile              []float64
		By                    struct {
			Regency       []json.Number
			Poor, Gap, Sq []float64
			SEPoor        []float64 `json:"se.poor"`
			SEGap         []float64 `json:"se.gap"`
			SESq          []float64 `json:"se.sq"`
		}
	}
	raw, err := os.ReadFile(fromR)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(raw, &want); err != nil {
		t.Fatal(err)
	}
	got := result(t, nil, "estimate", "survey", households, "--line", "500000", "--lonely", "adjust", "--by", "regency")
	a := &agreement{t: t}
	a.check("households", at(t, got, "households"), float64(want.N), 0)
	a.check("line", at(t, got, "line"), want.Z, 0)
	a.check("persons", at(t, got, "persons"), want.Persons, 1e-12)
	a.check("df", at(t, got, "degrees_of_freedom"), want.DF, 0)
	a.check("gini", at(t, got, "gini", "estimate"), want.Gini, 1e-9)
	for id, r := range map[string]string{"p0": "poor", "p1": "gap", "p2": "sq", "mean": "expenditure"} {
		a.check(id, at(t, got, "measures", id, "estimate"), want.Mean[r], 1e-9)
		a.check(id+" se", at(t, got, "measures", id, "se"), want.SE[r], 1e-9)
		a.check(id+" deff", at(t, got, "measures", id, "deff"), want.Deff[r], 1e-9)
		a.check(id+" rse", at(t, got, "measures", id, "rse"), 100*want.SE[r]/want.Mean[r], 1e-9)
		if id == "p0" {
			continue
		}
		a.check(id+" low", at(t, got, "measures", id, "ci_low"), want.CIT[r][0], 1e-9)
		a.check(id+" high", at(t, got, "measures", id, "ci_high"), want.CIT[r][1], 1e-9)
	}
	a.check("poor", at(t, got, "poor", "estimate"), want.Total["poor"], 1e-9)
	a.check("poor se", at(t, got, "poor", "se"), want.TotalSE["poor"], 1e-9)
	for i, p := range probabilities() {
		p := strconv.FormatFloat(p, 'g', -1, 64)
		a.check("quantile "+p, at(t, got, "quantiles", p, "estimate"), want.Quantile[i], 0)
	}
	by := got["by"].([]any)
	if len(by) != len(want.By.Regency) {
		t.Fatalf("%d regencies, want %d", len(by), len(want.By.Regency))
	}
	for i, g := range by {
		name := want.By.Regency[i].String()
		if label := g.(map[string]any)["group"]; label != name {
			t.Fatalf("regency %v, want %s", label, name)
		}
		for id, lists := range map[string][2][]float64{"p0": {want.By.Poor, want.By.SEPoor}, "p1": {want.By.Gap, want.By.SEGap}, "p2": {want.By.Sq, want.By.SESq}} {
			a.check(name+" "+id, at(t, g, "measures", id, "estimate"), lists[0][i], 1e-9)
			m := g.(map[string]any)["measures"].(map[string]any)[id].(map[string]any)
			if lists[1][i] == 0 { // R prints 0: nobody poor in the sample, which is no precision
				if m["se"] != nil || m["reason"] != "no-variation" {
					t.Errorf("%s %s: %v", name, id, m)
				}
				continue
			}
			a.check(name+" "+id+" se", at(t, g, "measures", id, "se"), lists[1][i], 1e-9)
		}
	}
	t.Logf("%d figures agree; largest relative difference %.1e (%s)", a.n, a.worst, a.where)
	logit := &agreement{t: t}
	logit.check("low", at(t, got, "measures", "p0", "ci_low"), want.CILogit[0], 1e-7)
	logit.check("high", at(t, got, "measures", "p0", "ci_high"), want.CILogit[1], 1e-7)
	t.Logf("logit limits: %.1e", logit.worst)
	if a.n < 80 {
		t.Errorf("only %d figures were compared", a.n)
	}
}

// What is printed of grouped data is what the World Bank's code computes; the
// Watts index and MLD are better than that (see the kernel's tests).
func TestGroupedPrintsTheReference(t *testing.T) {
	t.Parallel()
	var want struct {
		P, L             []float64
		Mean, Line       float64
		GeneralQuadratic map[string]any `json:"general_quadratic"`
		Beta             map[string]any
	}
	raw, err := os.ReadFile(fromWbpip)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(raw, &want); err != nil {
		t.Fatal(err)
	}
	text := "population_share,welfare_share\n"
	for i := range want.P {
		text += strconv.FormatFloat(want.P[i], 'g', -1, 64) + "," + strconv.FormatFloat(want.L[i], 'g', -1, 64) + "\n"
	}
	number := func(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
	for curve, ref := range map[string]map[string]any{"gq": want.GeneralQuadratic, "beta": want.Beta} {
		got := result(t, strings.NewReader(text), "estimate", "grouped", "-", "--line", number(want.Line), "--mean", number(want.Mean), "--lorenz", curve)
		a := &agreement{t: t}
		p0, poverty, gini := 1e-9, 1e-9, 1e-9
		if curve == "beta" {
			p0, poverty, gini = 1e-4/0.45, 1e-5, 1e-4/0.28
		}
		a.check("p0", at(t, got, "p0"), at(t, ref, "headcount"), p0)
		a.check("p1", at(t, got, "p1"), at(t, ref, "poverty_gap"), poverty)
		a.check("p2", at(t, got, "p2"), at(t, ref, "poverty_severity"), poverty)
		a.check("gini", at(t, got, "gini"), at(t, ref, "gini"), gini)
		a.check("median", at(t, got, "median"), at(t, ref, "median"), 1e-9)
		a.check("sse", at(t, got, "fit", "chosen", "sse"), at(t, ref, "sse"), 1e-9)
		if got["lorenz"] != curve || got["valid"] != true || len(got["alternatives"].([]any)) != 1 {
			t.Errorf("%s: %v", curve, got)
		}
		t.Logf("%s: largest relative difference %.1e (%s)", curve, a.worst, a.where)
	}
}

// A packed file, one with semicolons and decimal commas, and one on standard
// input give the same answer to the last bit.
func TestSurveyInEveryDress(t *testing.T) {
	t.Parallel()
	plain, err := os.ReadFile(households)
	if err != nil {
		t.Fatal(err)
	}
	comma := strings.ReplaceAll(strings.ReplaceAll(string(plain), ",", ";"), ".", ",")
	args := func(file string) []string {
		return []string{"estimate", "survey", file, "--line", "500000", "--lonely", "average", "--by", "urban", "--measures", "p0,watts,sen,sst,total,gini,quantiles"}
	}
	want := result(t, nil, args(households)...)
	delete(want, "file")
	dir := t.TempDir()
	for name, content := range map[string][]byte{
		"a.csv.gz": packed(t, plain, func(w io.Writer) io.WriteCloser { return gzip.NewWriter(w) }),
		"b.csv.zst": packed(t, plain, func(w io.Writer) io.WriteCloser {
			z, err := zstd.NewWriter(w)
			if err != nil {
				t.Fatal(err)
			}
			return z
		}),
		"comma.csv": []byte("\ufeff" + strings.ReplaceAll(comma, "\n", "\r\n")),
	} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		for _, got := range []map[string]any{result(t, nil, args(path)...), result(t, bytes.NewReader(content), args("-")...)} {
			delete(got, "file")
			if d := cmp.Diff(want, got); d != "" {
				t.Errorf("%s: %s", name, d)
			}
		}
	}
	// A file that was cut short on its way.
	z := packed(t, plain, func(w io.Writer) io.WriteCloser { return gzip.NewWriter(w) })
	_, errs, code := call(t, bytes.NewReader(z[:len(z)/2]), args("-")...)
	if want := "rakor: masukan standar: pembacaan gagal di tengah jalan: berkas rusak atau terpotong; salin ulang berkasnya.\n"; code != exitFailed || errs != want {
		t.Errorf("%d %q", code, errs)
	}
}

func packed(t *testing.T, content []byte, writer func(io.Writer) io.WriteCloser) []byte {
	t.Helper()
	var b bytes.Buffer
	w := writer(&b)
	if _, err := w.Write(content); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// endless gives rows until it is closed, and then waits as a pipe does.
type endless struct {
	header io.Reader
	asked  chan struct{} // closed when the rows are used up
	once   bool
}

func (e *endless) Read(p []byte) (int, error) {
	n, err := e.header.Read(p)
	if !errors.Is(err, io.EOF) {
		return n, err
	}
	if !e.once {
		e.once = true
		close(e.asked)
	}
	select {}
}

// A call that waits for input ends when the system asks for it.
func TestSurveyEndsWhenTold(t *testing.T) {
	t.Parallel()
	plain, err := os.ReadFile(households)
	if err != nil {
		t.Fatal(err)
	}
	in := &endless{header: bytes.NewReader(plain), asked: make(chan struct{})}
	ctx, cancel := context.WithCancel(t.Context())
	go func() {
		<-in.asked
		cancel()
	}()
	var out, errs bytes.Buffer
	code := run(ctx, []string{"--lang", "en", "estimate", "survey", "-", "--line", "500000"}, process{in: in, out: &out, err: &errs, env: []string{"HOME=" + t.TempDir()}, now: time.Now})
	if code != exitTerminated || out.Len() > 0 || errs.String() != "rakor: Stopped before the end; there is no result.\n" {
		t.Errorf("%d %q %q", code, out.String(), errs.String())
	}
}

// Every way in which the reader can refuse a row or a column has words in both
// languages.
func TestReaderNamesAreWorded(t *testing.T) {
	t.Parallel()
	for _, l := range []lang.Lang{lang.Indonesian, lang.English} {
		w := l.CLIEstimate()
		for r := microdata.Missing; r <= microdata.ZeroValue; r++ {
			if s := w.Row(7, "c", "v", r.ID(), 1, 2); strings.Contains(s, r.ID()) && r != microdata.Missing || !strings.Contains(s, "7") {
				t.Errorf("%s: %s: %q", l.Code(), r.ID(), s)
			}
		}
		var worded []string
		for r := microdata.RoleValue; r <= microdata.RoleWelfareShare; r++ {
			if s := w.Role(r.ID()); s == "" || strings.Contains(s, "_") {
				t.Errorf("%s: role %s: %q", l.Code(), r.ID(), s)
			} else {
				worded = append(worded, s)
			}
		}
		slices.Sort(worded)
		if n := len(slices.Compact(worded)); n < 12 {
			t.Errorf("%s: %d roles are told apart", l.Code(), n)
		}
	}
}

func TestLabelsAreInOrder(t *testing.T) {
	t.Parallel()
	got := []string{"Kota", "62", "7", "Desa", "06", "6271"}
	slices.SortFunc(got, compareLabels)
	if want := []string{"06", "7", "62", "6271", "Desa", "Kota"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}
