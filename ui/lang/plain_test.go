package lang_test

import (
	"strconv"
	"testing"

	"rakor/model"
	"rakor/ui/lang"
)

// What Number and Signed write, PlainNumber reads as strconv would.
func TestPlainNumber(t *testing.T) {
	for _, l := range []lang.Lang{lang.Indonesian, lang.English} {
		for _, v := range []float64{0, 3.52, -0.32, 10916, 1234567.5, -1000, 0.004} {
			for d := range 4 {
				for _, s := range []string{l.Number(v, d), l.Signed(v, d)} {
					plain, ok := l.PlainNumber(s)
					got, err := strconv.ParseFloat(plain, 64)
					if !ok || err != nil || got != model.Round(v, d) {
						t.Errorf("%v: %q is read as %q, %v", v, s, plain, ok)
					}
				}
			}
		}
	}
	for _, s := range []string{"", "-", "3,5a", "1.23", "12.3456", "1,", "Rp5", "2025-03", "..", "1.000.00"} {
		if plain, ok := lang.Indonesian.PlainNumber(s); ok {
			t.Errorf("%q is read as %q", s, plain)
		}
	}
}
