package microdata_test

import (
	"bytes"
	"errors"
	"io"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rakor/data/microdata"
)

func TestGenerate(t *testing.T) {
	spec := microdata.Spec{Households: 3000, PSUs: 310, Regencies: 30, Seed: 9}
	var a, b, other bytes.Buffer
	if err := errors.Join(microdata.Generate(&a, spec), microdata.Generate(&b, spec)); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Error("two runs differ")
	}
	seed := spec
	seed.Seed++
	if err := microdata.Generate(&other, seed); err != nil {
		t.Fatal(err)
	}
	if bytes.Equal(a.Bytes(), other.Bytes()) {
		t.Error("the seed changes nothing")
	}
	want := mustRead(t, a.Bytes(), byRegency())
	if want.Rows() != 3000 || len(want.PSU.Levels) != 310 || len(want.Groups[0].Levels) != 30 || len(want.Strata.Levels) != 60 {
		t.Errorf("%d rows, %d PSUs, %d regencies, %d strata", want.Rows(), len(want.PSU.Levels), len(want.Groups[0].Levels), len(want.Strata.Levels))
	}
	// Every dress is over the same households.
	for _, dress := range []microdata.Spec{
		{Separator: ';', DecimalComma: true, CRLF: true, BOM: true},
		{Separator: ',', DecimalComma: true},
		{Separator: '\t', Quote: true, BOM: true},
	} {
		dress.Households, dress.PSUs, dress.Regencies, dress.Seed = 3000, 310, 30, 9
		var file bytes.Buffer
		if err := microdata.Generate(&file, dress); err != nil {
			t.Fatal(err)
		}
		got := mustRead(t, file.Bytes(), byRegency())
		if got.Format.BOM != dress.BOM || got.Format.Separator != dress.Separator {
			t.Errorf("format %+v of %+v", got.Format, dress)
		}
		got.Format = want.Format
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%+v: %s", dress, d)
		}
	}
}

func TestGenerateErrors(t *testing.T) {
	for _, spec := range []microdata.Spec{
		{Households: 10, PSUs: 20}, {Households: 100, PSUs: 5, Regencies: 6}, {Households: -1}, {Households: 100_000, Regencies: 5000},
	} {
		if err := microdata.Generate(io.Discard, spec); !errors.Is(err, microdata.ErrSpec) {
			t.Errorf("%+v: %v", spec, err)
		}
	}
	full := errors.New("disk full")
	if err := microdata.Generate(failingWriter{full}, microdata.Spec{Households: 100_000}); !errors.Is(err, full) {
		t.Error(err)
	}
}

type failingWriter struct{ err error }

func (w failingWriter) Write([]byte) (int, error) { return 0, w.err }
