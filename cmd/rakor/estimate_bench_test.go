package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"rakor/data/microdata"
)

// BenchmarkEstimateSurvey measures a whole call, from the bytes of the file to
// those of the JSON: P0, P1, P2, mean, Gini and quantiles with their errors,
// by regency. RAKOR_BENCH_HOUSEHOLDS=5000000 adds a size: a national file of a
// dozen years takes 200 MB and a few seconds to make.
func BenchmarkEstimateSurvey(b *testing.B) {
	sizes := []int{34_500, 345_000}
	if s := os.Getenv("RAKOR_BENCH_HOUSEHOLDS"); s != "" {
		n, err := strconv.Atoi(s)
		if err != nil {
			b.Fatal(err)
		}
		sizes = append(sizes, n)
	}
	for _, n := range sizes {
		b.Run(fmt.Sprintf("%d households", n), func(b *testing.B) {
			path := filepath.Join(b.TempDir(), "susenas.csv")
			f, err := os.Create(path)
			if err != nil {
				b.Fatal(err)
			}
			spec := microdata.Spec{Households: n, PSUs: n * 35 / 345}
			if err := microdata.Generate(f, spec); err != nil {
				b.Fatal(err)
			}
			if err := f.Close(); err != nil {
				b.Fatal(err)
			}
			info, err := os.Stat(path)
			if err != nil {
				b.Fatal(err)
			}
			b.SetBytes(info.Size())
			b.ReportAllocs()
			p := process{out: io.Discard, err: os.Stderr, env: []string{"HOME=" + b.TempDir()}, now: time.Now}
			for b.Loop() {
				if code := run(b.Context(), []string{"estimate", "survey", path, "--line", "550000", "--by", "regency", "--lonely", "adjust", "--format", "json"}, p); code != exitOK {
					b.Fatalf("exit status %d", code)
				}
			}
		})
	}
}

func BenchmarkEstimateGrouped(b *testing.B) {
	path := filepath.Join(b.TempDir(), "deciles.csv")
	text := "population_share,welfare_share\n0.1,0.03\n0.1,0.045\n0.1,0.055\n0.1,0.065\n0.1,0.076\n0.1,0.088\n0.1,0.102\n0.1,0.125\n0.1,0.158\n0.1,0.256\n"
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		b.Fatal(err)
	}
	p := process{out: io.Discard, err: os.Stderr, env: []string{"HOME=" + b.TempDir()}, now: time.Now}
	for b.Loop() {
		if code := run(b.Context(), []string{"estimate", "grouped", path, "--line", "500000", "--mean", "1000000", "--format", "json"}, p); code != exitOK {
			b.Fatalf("exit status %d", code)
		}
	}
}
