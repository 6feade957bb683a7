package lorenz_test

import (
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"testing"

	"rakor/model/lorenz"
)

// curveRef is one curve of testdata/lorenz.json.
type curveRef struct {
	Mean         float64    `json:"mean"`
	PovertyLine  float64    `json:"poverty_line"`
	Gini         float64    `json:"gini"`
	Median       float64    `json:"median"`
	Polarization float64    `json:"polarization"`
	MLD          float64    `json:"mld"`
	DCM          float64    `json:"dcm"`
	Deciles      []float64  `json:"deciles"`
	Headcount    float64    `json:"headcount"`
	PovertyGap   float64    `json:"poverty_gap"`
	Severity     float64    `json:"poverty_severity"`
	Watts        float64    `json:"watts"`
	IsNormal     bool       `json:"is_normal"`
	IsValid      bool       `json:"is_valid"`
	SSE          float64    `json:"sse"`
	SSEZ         float64    `json:"ssez"`
	SST          float64    `json:"sst"`
	R2           float64    `json:"r2"`
	MSE          float64    `json:"mse"`
	SE           [3]float64 `json:"se"`
}

type reference struct {
	P, L      []float64
	Mean      float64  `json:"mean"`
	Line      float64  `json:"line"`
	Quadratic curveRef `json:"general_quadratic"`
	Beta      curveRef `json:"beta"`
	Chosen    string   `json:"chosen"`
}

func readReference(tb testing.TB) reference {
	tb.Helper()
	raw, err := os.ReadFile(filepath.Join("testdata", "lorenz.json"))
	if err != nil {
		tb.Fatal(err)
	}
	var ref reference
	if err := json.Unmarshal(raw, &ref); err != nil {
		tb.Fatal(err)
	}
	return ref
}

func mustEstimate(tb testing.TB, p, l []float64, mean, line float64) lorenz.Fit {
	tb.Helper()
	pts, err := lorenz.Parse(p, l)
	if err != nil {
		tb.Fatal(err)
	}
	f, err := lorenz.Estimate(pts, mean, line)
	if err != nil {
		tb.Fatal(err)
	}
	return f
}

// relative returns |got - want| / |want|, or the difference where want is 0.
func relative(got, want float64) float64 {
	if want == 0 {
		return math.Abs(got)
	}
	return math.Abs(got-want) / math.Abs(want)
}

// agreement collects differences and keeps the largest one.
type agreement struct {
	t       *testing.T
	largest float64
	where   string
}

func (a *agreement) near(name string, got, want, tolerance float64) {
	a.t.Helper()
	d := relative(got, want)
	if !(d <= tolerance) {
		a.t.Errorf("%s = %.15g, want %.15g: relative difference %.2g above %.2g", name, got, want, d, tolerance)
	}
	if d > a.largest {
		a.largest, a.where = d, name
	}
}

func TestRuralIndia(t *testing.T) {
	ref := readReference(t)
	f := mustEstimate(t, ref.P, ref.L, ref.Mean, ref.Line)
	if got := map[lorenz.Family]string{lorenz.GeneralQuadratic: "general_quadratic", lorenz.Beta: "beta"}[f.ForPoverty]; got != ref.Chosen {
		t.Errorf("chosen for poverty: %s, want %s", got, ref.Chosen)
	}
	if f.ForInequality != lorenz.GeneralQuadratic || f.Reason != lorenz.LowerError {
		t.Errorf("chosen for inequality: %v by %v", f.ForInequality, f.Reason)
	}
	cases := []struct {
		family           lorenz.Family
		want             curveRef
		coefficients     [3]float64 // README of the reference folder
		headcount        float64    // exact root where the file's is coarse
		watts, mld, gini float64    // exact integrals
		shape, inexact   float64    // tolerances: figures of the curve, those the file has coarsely
	}{
		{
			family: lorenz.GeneralQuadratic, want: ref.Quadratic,
			coefficients: [3]float64{0.887747843623989, -1.45144591812713, 0.202640047738778},
			headcount:    ref.Quadratic.Headcount, watts: 0.159614887882, mld: 0.134825394054, gini: ref.Quadratic.Gini,
			shape: 1e-9, inexact: 1e-9,
		},
		{
			family: lorenz.Beta, want: ref.Beta,
			coefficients: [3]float64{0.561353174425275, 0.930950066049077, 0.580025924368325},
			headcount:    0.451173272262, watts: 0.165181502121, mld: 0.138229374124, gini: 0.28940450067,
			shape: 1e-9, inexact: 1e-4,
		},
	}
	for _, c := range cases {
		t.Run(c.family.ID(), func(t *testing.T) {
			got := f.Curve(c.family)
			a := &agreement{t: t}
			for i := range 3 {
				a.near("coefficient", got.Coefficients[i], c.coefficients[i], 1e-11)
				a.near("se", got.Regression.SE[i], c.want.SE[i], 1e-9)
			}
			if d := math.Abs(got.Headcount - c.want.Headcount); !(d <= math.Min(c.inexact, 1e-4)) {
				t.Errorf("headcount %.15g, file %.15g", got.Headcount, c.want.Headcount)
			}
			gapTolerance := 1e-9
			if c.family == lorenz.Beta {
				gapTolerance = 1e-5
			}
			a.near("poverty_gap", got.PovertyGap, c.want.PovertyGap, gapTolerance)
			a.near("poverty_severity", got.PovertySeverity, c.want.Severity, gapTolerance)
			a.near("median", got.Median, c.want.Median, c.shape)
			for i, want := range c.want.Deciles {
				a.near("decile", got.Deciles[i], want, c.shape)
			}
			a.near("sse", got.SSE, c.want.SSE, c.shape)
			a.near("ssez", got.SSEZ, c.want.SSEZ, c.shape)
			a.near("sst", got.Regression.SST, c.want.SST, c.shape)
			a.near("r2", got.Regression.R2, c.want.R2, c.shape)
			a.near("mse", got.Regression.MSE, c.want.MSE, c.shape)
			t.Logf("largest relative difference to the file, exact figures: %.1e (%s)", a.largest, a.where)
			a.near("gini", got.Gini, c.want.Gini, c.inexact)
			a.near("dcm", got.DCM, c.want.DCM, c.inexact)
			a.near("polarization", got.Polarization, c.want.Polarization, c.inexact)
			a.near("exact headcount", got.Headcount, c.headcount, 1e-11)
			a.near("exact gini", got.Gini, c.gini, 1e-10)
			a.near("exact watts", got.Watts, c.watts, 1e-11)
			a.near("exact mld", got.MLD, c.mld, 1e-11)
			t.Logf("largest relative difference, all: %.1e (%s)", a.largest, a.where)
			if got.Normal != c.want.IsNormal || got.Valid != c.want.IsValid {
				t.Errorf("normal, valid = %v, %v", got.Normal, got.Valid)
			}
			if got.Mean != c.want.Mean || got.Line != c.want.PovertyLine {
				t.Errorf("mean, line = %v, %v", got.Mean, got.Line)
			}
		})
	}
}

// Datt (1998) prints H 45.06, PG 12.47 and Gini 28.9 % for these data.
func TestDattPrinted(t *testing.T) {
	ref := readReference(t)
	c := mustEstimate(t, ref.P, ref.L, ref.Mean, ref.Line).Curve(lorenz.GeneralQuadratic)
	for _, x := range []struct{ got, printed, half float64 }{
		{100 * c.Headcount, 45.06, 0.005}, {100 * c.PovertyGap, 12.47, 0.005}, {100 * c.Gini, 28.9, 0.05},
	} {
		if math.Abs(x.got-x.printed) > x.half {
			t.Errorf("%.4f, printed %.2f", x.got, x.printed)
		}
	}
}

func unequal() (p, l []float64) {
	p = []float64{0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1}
	return p, []float64{0.020, 0.052, 0.092, 0.140, 0.198, 0.268, 0.354, 0.463, 0.613, 1}
}

// The quadratic ends at A + C = 0.945 and delta is 0.382: the two places where
// copied code goes wrong.
func TestUnequalDeciles(t *testing.T) {
	p, l := unequal()
	f := mustEstimate(t, p, l, 100, 45)
	if f.ForPoverty != lorenz.Beta || f.ForInequality != lorenz.GeneralQuadratic || f.Reason != lorenz.LowerError {
		t.Errorf("chosen: %v for poverty, %v for the rest, %v", f.ForPoverty, f.ForInequality, f.Reason)
	}
	for _, c := range []struct {
		family         lorenz.Family
		h, pg, p2, gin float64
	}{
		{lorenz.GeneralQuadratic, 0.317816154746, 0.0980142315382, 0.0397575609335, 0.47747628038},
		{lorenz.Beta, 0.312581633881, 0.0986480028173, 0.0428054164934, 0.477419114122},
	} {
		t.Run(c.family.ID(), func(t *testing.T) {
			got := f.Curve(c.family)
			a := &agreement{t: t}
			a.near("headcount", got.Headcount, c.h, 1e-11)
			a.near("gap", got.PovertyGap, c.pg, 1e-11)
			a.near("severity", got.PovertySeverity, c.p2, 1e-11)
			a.near("gini", got.Gini, c.gin, 1e-10)
			if !got.Valid || !got.Normal {
				t.Errorf("valid %v, normal %v", got.Valid, got.Normal)
			}
		})
	}
	q := f.Curve(lorenz.GeneralQuadratic)
	for _, k := range q.Checks {
		if want := k.Condition != lorenz.EndsAtOne; k.Holds != want {
			t.Errorf("condition %v holds: %v", k.Condition, k.Holds)
		}
	}
	if got := q.Coefficients[0] + q.Coefficients[2]; math.Abs(got-0.945) > 5e-4 {
		t.Errorf("A + C = %g", got)
	}
	if d := f.Curve(lorenz.Beta).Coefficients[2]; math.Abs(d-0.382) > 5e-4 {
		t.Errorf("delta = %g", d)
	}
}
