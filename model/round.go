package model

import (
	"math"
	"strconv"
)

// Round rounds v to a number of decimals, half away from zero, as people round
// by hand and as BPS prints: 0.125 gives 0.13, -2.5 gives -3. What counts is
// the decimal number that a person sees, the shortest one that reads back as v:
// 1.005 gives 1.01 at two decimals although its binary value lies a little
// below. Negative decimals round to tens, hundreds and so on. The result never
// is a negative zero. NaN and infinities come back as they are.
//
// It is the only place where a figure is rounded; formatting happens after it,
// since the usual formatters round half to even, or on the binary value.
func Round(v float64, decimals int) float64 {
	if math.IsNaN(v) || math.IsInf(v, 0) || v == 0 {
		if v == 0 {
			return 0
		}
		return v
	}
	powers := tens()
	if decimals >= 0 && decimals < len(powers) {
		// Far from a half the nearest integer is not in doubt, and dividing two
		// exact floats gives the float nearest to the decimal number.
		p := powers[decimals]
		x := math.Abs(v) * p
		if n := math.Floor(x); x < 1<<50 && math.Abs(x-n-0.5) > 1e-9*(1+x) {
			if x-n > 0.5 {
				n++
			}
			return signed(n/p, v)
		}
	}
	return roundDigits(v, decimals)
}

// tens gives the powers of ten that matter for figures; all are exact floats.
func tens() [10]float64 {
	return [...]float64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9}
}

func signed(abs, like float64) float64 {
	if abs == 0 {
		return 0 // never -0
	}
	return math.Copysign(abs, like)
}

// roundDigits rounds on the digits of the shortest decimal form.
func roundDigits(v float64, decimals int) float64 {
	var buf [32]byte
	s := strconv.AppendFloat(buf[:0], math.Abs(v), 'e', -1, 64)
	// s is d[.ddd]e±xx
	digits := make([]byte, 0, len(s)+1)
	i := 0
	for ; s[i] != 'e'; i++ {
		if s[i] != '.' {
			digits = append(digits, s[i])
		}
	}
	exp, err := strconv.Atoi(string(s[i+1:])) // place of the first digit
	if err != nil {
		return v
	}
	if decimals > 400 {
		return v // finer than any float
	}
	keep := exp + 1 + decimals // digits that stay
	if keep >= len(digits) {
		return v
	}
	if keep < 0 {
		return 0
	}
	up := digits[keep] >= '5'
	digits = digits[:keep]
	if up {
		digits, exp = increment(digits, exp)
	}
	if len(digits) == 0 {
		return 0
	}
	out := append(digits, 'e')
	out = strconv.AppendInt(out, int64(exp-len(out)+2), 10)
	r, err := strconv.ParseFloat(string(out), 64)
	if err != nil { // beyond the largest float
		return v
	}
	return signed(r, v)
}

// increment adds one to the last digit; a carry past the first one makes the
// number a digit longer. No digits at all are taken for a zero.
func increment(digits []byte, exp int) (sum []byte, newExp int) {
	for i := len(digits) - 1; i >= 0; i-- {
		if digits[i] < '9' {
			digits[i]++
			return digits, exp
		}
		digits[i] = '0'
	}
	out := make([]byte, 0, len(digits)+2)
	return append(append(out, '1'), digits...), exp + 1
}
