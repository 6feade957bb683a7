package model_test

import (
	"math"
	"math/big"
	"strconv"
	"strings"
	"testing"

	"rakor/model"
)

func TestRound(t *testing.T) {
	inf := math.Inf(1)
	for _, c := range []struct {
		v        float64
		decimals int
		want     float64
	}{
		{0.125, 2, 0.13},
		{-0.125, 2, -0.13},
		{2.5, 0, 3},
		{-2.5, 0, -3},
		{0.5, 0, 1},
		{1.005, 2, 1.01}, // binary value below the half
		{1.255, 2, 1.26},
		{0.285, 2, 0.29},
		{1.0049999999, 2, 1},
		{9.995, 2, 10},
		{0.095, 1, 0.1},
		{0.05, 1, 0.1},
		{0.0499, 1, 0},
		{3.52, 2, 3.52},
		{3.52, 7, 3.52},
		{0.1 + 0.2, 15, 0.3},
		{1234.5, -2, 1200},
		{1250, -2, 1300},
		{50, -2, 100},
		{49, -2, 0},
		{-50, -2, -100},
		{49, -3, 0},
		{1e22, 2, 1e22},
		{123456789012345.675, 2, 123456789012345.67}, // no nearer float
		{4503599627370497.5, 0, 4503599627370498},
		{5e-324, 2, 0},
		{5e-324, 400, 5e-324},
		{math.MaxFloat64, 2, math.MaxFloat64},
		{math.MaxFloat64, -308, math.MaxFloat64}, // 2e308 is no float
		{inf, 2, inf},
		{-inf, 2, -inf},
	} {
		if got := model.Round(c.v, c.decimals); got != c.want {
			t.Errorf("Round(%v, %d) = %v, want %v", c.v, c.decimals, got, c.want)
		}
	}
	if got := model.Round(math.NaN(), 2); !math.IsNaN(got) {
		t.Errorf("Round(NaN) = %v", got)
	}
	for _, v := range []float64{-0.001, math.Copysign(0, -1), -0.4} {
		if got := model.Round(v, 0); math.Signbit(got) {
			t.Errorf("Round(%v, 0) is a negative zero", v)
		}
	}
}

// slowRound is the definition: the shortest decimal form, rounded as a fraction.
func slowRound(v float64, decimals int) float64 {
	r, _ := new(big.Rat).SetString(strconv.FormatFloat(v, 'e', -1, 64))
	ten := new(big.Rat).SetFrac(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(decimals, -decimals))), nil), big.NewInt(1))
	if decimals < 0 {
		ten.Inv(ten)
	}
	r.Mul(r, ten)
	s := new(big.Rat).Abs(r).FloatString(0) // half away from zero
	n, _ := new(big.Rat).SetString(s)
	if r.Sign() < 0 {
		n.Neg(n)
	}
	f, _ := n.Quo(n, ten).Float64()
	return f
}

func FuzzRound(f *testing.F) {
	for _, v := range []float64{1.005, 2.675, 0.125, -3.5250001, 1e15 + 0.5, 1e-9, 310182, 641524.5} {
		f.Add(v, 2)
		f.Add(v, 0)
		f.Add(v, -3)
	}
	f.Fuzz(func(t *testing.T, v float64, decimals int) {
		if math.IsNaN(v) || math.IsInf(v, 0) || math.Abs(v) > 1e300 || decimals < -20 || decimals > 20 {
			return
		}
		got, want := model.Round(v, decimals), slowRound(v, decimals)
		if got != want {
			t.Errorf("Round(%v, %d) = %v, want %v", v, decimals, got, want)
		}
		if again := model.Round(got, decimals); again != got {
			t.Errorf("Round(%v, %d) = %v, and again %v", v, decimals, got, again)
		}
		if decimals >= 0 {
			s := strconv.FormatFloat(got, 'f', -1, 64)
			if _, frac, _ := strings.Cut(s, "."); len(frac) > decimals && math.Abs(v) < 1e15 {
				t.Errorf("Round(%v, %d) = %s: too many decimals", v, decimals, s)
			}
		}
	})
}

func BenchmarkRound(b *testing.B) {
	for b.Loop() {
		model.Round(3.5249, 2)
	}
}

func BenchmarkRoundHalf(b *testing.B) {
	for b.Loop() {
		model.Round(3.525, 2)
	}
}
