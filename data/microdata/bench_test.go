package microdata_test

import (
	"bytes"
	"context"
	"testing"

	"rakor/data/microdata"
)

func generated(b *testing.B, spec microdata.Spec) []byte {
	b.Helper()
	var buf bytes.Buffer
	if err := microdata.Generate(&buf, spec); err != nil {
		b.Fatal(err)
	}
	return buf.Bytes()
}

func benchmarkRead(b *testing.B, spec microdata.Spec, opt microdata.Options) {
	b.Helper()
	data := generated(b, spec)
	opt.Columns.By = []string{"regency"}
	opt.Size = int64(len(data))
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		t, err := microdata.Read(context.Background(), bytes.NewReader(data), opt)
		if err != nil {
			b.Fatal(err)
		}
		if t.Rows() != spec.Households {
			b.Fatalf("%d rows", t.Rows())
		}
	}
}

func BenchmarkRead345k(b *testing.B) {
	spec := microdata.Spec{Households: 345_000, PSUs: 35_000}
	quoted, comma := spec, spec
	quoted.Quote = true
	comma.Separator, comma.DecimalComma, comma.CRLF = ';', true, true
	b.Run("plain", func(b *testing.B) { benchmarkRead(b, spec, microdata.Options{}) })
	b.Run("one-worker", func(b *testing.B) { benchmarkRead(b, spec, microdata.Options{Workers: 1}) })
	b.Run("quoted", func(b *testing.B) { benchmarkRead(b, quoted, microdata.Options{}) })
	b.Run("semicolon", func(b *testing.B) { benchmarkRead(b, comma, microdata.Options{}) })
}

func BenchmarkRead5M(b *testing.B) {
	benchmarkRead(b, microdata.Spec{Households: 5_000_000, PSUs: 500_000}, microdata.Options{})
}

func BenchmarkGenerate(b *testing.B) {
	var n bytes.Buffer
	for b.Loop() {
		n.Reset()
		if err := microdata.Generate(&n, microdata.Spec{Households: 100_000}); err != nil {
			b.Fatal(err)
		}
	}
}
