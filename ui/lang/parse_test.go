package lang_test

import (
	"errors"
	"math"
	"testing"

	"rakor/model"
	"rakor/ui/lang"
)

func TestReadNumber(t *testing.T) {
	for _, c := range []struct {
		l     lang.Lang
		in    string
		want  float64
		other bool
	}{
		{id, "3,52", 3.52, false},
		{id, "3.52", 3.52, true},
		{en, "3.52", 3.52, false},
		{en, "3,52", 3.52, true},
		{id, "1,234", 1.234, false}, // its own decimal mark
		{en, "1.234", 1.234, false},
		{id, "1.450.000.000", 1450000000, false},
		{en, "1,450,000,000", 1450000000, false},
		{id, "1,450,000", 1450000, true},
		{id, "1.234,5", 1234.5, false},
		{id, "1,234.5", 1234.5, true},
		{en, "1.234,5", 1234.5, true},
		{id, "1234", 1234, false},
		{id, "1234.567", 1234.567, true}, // four digits are no group
		{id, "0.292", 0.292, true},       // no group begins with zero
		{id, ".5", 0.5, true},
		{id, ",5", 0.5, false},
		{id, "1 450 000", 1450000, false},
		{id, "1 450 000,25", 1450000.25, false},
		{id, "1\u00a0450", 1450, false},
		{id, "  -3,5 ", -3.5, false},
		{id, "−3,5", -3.5, false},
		{id, "+0,10", 0.1, false},
		{id, "-0", 0, false},
		{id, "007", 7, false},
		{id, "1,45 M", 1.45e9, false},
		{id, "1,45m", 1.45e9, false},
		{id, "1450jt", 1.45e9, false},
		{id, "1450 juta", 1.45e9, false},
		{id, "1,2 T", 1.2e12, false},
		{id, "2 triliun", 2e12, false},
		{id, "500rb", 5e5, false},
		{id, "500 ribu", 5e5, false},
		{id, "1,45 miliar", 1.45e9, false},
		{id, "1,45 milyar", 1.45e9, false},
		{id, "2.5 bn", 2.5e9, true},
		{id, "3 million", 3e6, false},
		{en, "720 m", 7.2e8, false},
		{en, "720 jt", 7.2e8, false},
		{en, "2.50 bn", 2.5e9, false},
		{en, "1.5 Billion", 1.5e9, false},
		{en, "12k", 12000, false},
		{en, "1.2 trillion", 1.2e12, false},
		{en, "1.2 miliar", 1.2e9, false},
	} {
		got, err := c.l.ReadNumber(c.in)
		if err != nil || got.Value != c.want || got.OtherMark != c.other {
			t.Errorf("%s: ReadNumber(%q) = %+v, %v; want %v, other mark %v", c.l.Code(), c.in, got, err, c.want, c.other)
		}
	}
	if v, _ := id.ParseNumber("-0"); math.Signbit(v) {
		t.Error("-0 is read as a negative zero")
	}
}

func TestAmbiguous(t *testing.T) {
	for _, c := range []struct {
		l                  lang.Lang
		in                 string
		thousands, decimal float64
	}{
		{id, "1.234", 1234, 1.234},
		{en, "1,234", 1234, 1.234},
		{id, "310.182", 310182, 310.182},
		{id, "-1.000", -1000, -1},
		{id, "1.234 jt", 1234e6, 1.234e6},
		{en, "1,450 bn", 1450e9, 1.45e9},
	} {
		_, err := c.l.ParseNumber(c.in)
		var e *lang.AmbiguousError
		if !errors.As(err, &e) {
			t.Errorf("%s: ParseNumber(%q): %v, want an AmbiguousError", c.l.Code(), c.in, err)
			continue
		}
		if e.Text != c.in || e.AsThousands != c.thousands || e.AsDecimal != c.decimal {
			t.Errorf("%s: ParseNumber(%q): %+v", c.l.Code(), c.in, e)
		}
		if s := c.l.Explain(err); s == "" {
			t.Errorf("%s: %q is not explained", c.l.Code(), c.in)
		}
	}
	_, err := id.ParseNumber("1.234")
	if got, want := id.Explain(err), "“1.234” dapat berarti 1234 atau 1,234; ketik salah satunya"; got != want {
		t.Errorf("Explain = %q, want %q", got, want)
	}
}

func TestExplainLargeReadings(t *testing.T) {
	_, err := id.ParseNumber("1.234 jt")
	if got, want := id.Explain(err), "“1.234 jt” dapat berarti 1.234.000.000 atau 1.234.000; ketik salah satunya"; got != want {
		t.Errorf("Explain = %q, want %q", got, want)
	}
}

func TestAmbiguousWithin(t *testing.T) {
	e := &lang.AmbiguousError{AsThousands: 1234, AsDecimal: 1.234}
	for _, c := range []struct {
		name   string
		lo, hi float64
		want   float64
		ok     bool
	}{
		{"a rate", 0, 100, 1.234, true},
		{"people", 1000, 1e9, 1234, true},
		{"both", 0, 1e9, 0, false},
		{"neither", 5, 10, 0, false},
		{"ends allowed", 1.234, 1.234, 1.234, true},
	} {
		if v, ok := e.Within(c.lo, c.hi); v != c.want || ok != c.ok {
			t.Errorf("%s: Within(%v, %v) = %v, %v", c.name, c.lo, c.hi, v, ok)
		}
	}
}

func TestNumberErrors(t *testing.T) {
	for _, c := range []struct {
		l     lang.Lang
		in    string
		fault lang.NumberFault
	}{
		{id, "", lang.NumberEmpty},
		{id, "   ", lang.NumberEmpty},
		{id, "-", lang.NumberForm},
		{id, "abc", lang.NumberForm},
		{id, ".", lang.NumberForm},
		{id, "5,", lang.NumberForm},
		{id, "1.234,", lang.NumberForm},
		{id, "1,2,3.4.5", lang.NumberForm},
		{id, "1.234,5,6", lang.NumberForm},
		{id, "--5", lang.NumberForm},
		{id, "Rp5000", lang.NumberForm},
		{id, "1,5 %", lang.NumberSuffix},
		{id, "1.23.456", lang.NumberGroups},
		{id, "1.2345.678", lang.NumberGroups},
		{id, "0.123.456", lang.NumberGroups},
		{id, "1234.567.890", lang.NumberGroups},
		{id, "1 45 000", lang.NumberGroups},
		{id, "5 kg", lang.NumberSuffix},
		{id, "1e5", lang.NumberSuffix},
		{id, "NaN", lang.NumberForm},
		{id, "Inf", lang.NumberForm},
		{id, "0x10", lang.NumberSuffix},
		{id, "１２", lang.NumberForm},
		{en, "1.45 M", lang.NumberClash},
		{id, "99999999999999999999999999999999999999999999999999999999999999999", lang.NumberTooLarge},
	} {
		_, err := c.l.ParseNumber(c.in)
		var e *lang.NumberError
		if !errors.As(err, &e) || e.Fault != c.fault {
			t.Errorf("%s: ParseNumber(%q): %v, want fault %d", c.l.Code(), c.in, err, c.fault)
			continue
		}
		if id.Explain(err) == "" || en.Explain(err) == "" || e.Error() == "" {
			t.Errorf("ParseNumber(%q) is not explained", c.in)
		}
	}
	if s := id.Explain(errors.New("other")); s != "" {
		t.Errorf("another error is explained as %q", s)
	}
}

func TestParseRupiah(t *testing.T) {
	for _, c := range []struct {
		l    lang.Lang
		in   string
		want int64
	}{
		{id, "Rp641.524", 641524}, // no part of a rupiah: one reading
		{id, "641.524", 641524},
		{en, "641,524", 641524},
		{en, "641.524", 0}, // the decimal mark
		{id, "Rp 2.500.000.000", 2500000000},
		{id, "Rp. 50.000,-", 50000},
		{id, "rp500rb", 500000},
		{id, "1,45 M", 1450000000},
		{id, "100jt", 100000000},
		{id, "Rp641.524,00", 641524},
		{id, "-Rp1.000", -1000},
		{id, "Rp9.223.372.036.854.775.807", math.MaxInt64},
		{id, "0", 0},
	} {
		got, err := c.l.ParseRupiah(c.in)
		if c.want == 0 && c.in != "0" {
			var e *lang.NumberError
			if !errors.As(err, &e) || e.Fault != lang.NumberNotWhole {
				t.Errorf("ParseRupiah(%q) = %d, %v; want not whole", c.in, got, err)
			}
			continue
		}
		if err != nil || got != c.want {
			t.Errorf("%s: ParseRupiah(%q) = %d, %v; want %d", c.l.Code(), c.in, got, err, c.want)
		}
	}
	for in, fault := range map[string]lang.NumberFault{
		"":                             lang.NumberEmpty,
		"Rp":                           lang.NumberEmpty,
		"0,5":                          lang.NumberNotWhole,
		"Rp-5":                         lang.NumberForm,
		"--5":                          lang.NumberForm,
		"9.223.372.036.854.775.808":    lang.NumberTooLarge,
		"99999999999999999999 triliun": lang.NumberTooLarge,
	} {
		_, err := id.ParseRupiah(in)
		var e *lang.NumberError
		if !errors.As(err, &e) || e.Fault != fault || e.Text != in {
			t.Errorf("ParseRupiah(%q): %v, want fault %d", in, err, fault)
		}
	}
	_, err := id.ParseRupiah("1.234 jt")
	var e *lang.AmbiguousError
	if !errors.As(err, &e) || e.AsThousands != 1234e6 || e.AsDecimal != 1234e3 {
		t.Errorf("ParseRupiah(1.234 jt): %v", err)
	}
}

func TestParsePercent(t *testing.T) {
	for _, s := range []string{id.Percent(3.52, 2), en.Percent(3.52, 2), "3,52", "3,52%"} {
		l := id
		if s == en.Percent(3.52, 2) {
			l = en
		}
		if v, err := l.ParsePercent(s); err != nil || v != 3.52 {
			t.Errorf("ParsePercent(%q) = %v, %v", s, v, err)
		}
	}
}

// What is written is read back: at once, or as one of the two readings.
func FuzzNumber(f *testing.F) {
	for _, v := range []float64{3.52, 1234, 1.234, -0.292, 310182, 1e15, 0} {
		f.Add(v, uint8(0))
		f.Add(v, uint8(3))
	}
	f.Fuzz(func(t *testing.T, v float64, decimals uint8) {
		if math.IsNaN(v) || math.Abs(v) > 1e15 {
			return
		}
		d := int(decimals % 7)
		want := model.Round(v, d)
		for _, l := range []lang.Lang{id, en} {
			s := l.Number(v, d)
			got, err := l.ParseNumber(s)
			var e *lang.AmbiguousError
			switch {
			case errors.As(err, &e):
				if e.AsThousands != want && e.AsDecimal != want {
					t.Errorf("%s: %v written %q, read %v", l.Code(), want, s, err)
				}
				if d > 0 {
					t.Errorf("%s: %q with decimals is ambiguous", l.Code(), s)
				}
			case err != nil || got != want:
				t.Errorf("%s: %v written %q, read %v, %v", l.Code(), want, s, got, err)
			}
			if got, err := l.ParseNumber(l.Signed(v, d)); err == nil && got != want {
				t.Errorf("%s: signed %v read %v", l.Code(), want, got)
			}
		}
	})
}

func FuzzRupiah(f *testing.F) {
	for _, n := range []int64{0, 641524, -1000, 1450000000, math.MaxInt64, math.MinInt64} {
		f.Add(n)
	}
	f.Fuzz(func(t *testing.T, n int64) {
		for _, l := range []lang.Lang{id, en} {
			if got, err := l.ParseRupiah(l.Rupiah(n)); err != nil || got != n {
				t.Errorf("%s: %d written %q, read %d, %v", l.Code(), n, l.Rupiah(n), got, err)
			}
			if n > 9e18 || n < -9e18 {
				continue // rounded, it may not fit
			}
			for _, s := range []string{l.Money(n), l.MoneyShort(n)} {
				got, err := l.ParseRupiah(s)
				if err != nil {
					t.Errorf("%s: %q: %v", l.Code(), s, err)
				}
				if d := math.Abs(float64(got) - float64(n)); d > 0.0051*math.Abs(float64(n)) {
					t.Errorf("%s: %d written %q, read %d", l.Code(), n, s, got)
				}
			}
		}
	})
}

// No text makes reading panic, and what is read without a word is finite.
func FuzzParse(f *testing.F) {
	for _, s := range []string{"3,52", "1.234", "Rp 1.450.000,-", "1,45 M", "−5 jt", "1 2 3", "%", "\xff5"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, l := range []lang.Lang{id, en} {
			v, err := l.ParseNumber(s)
			if err == nil && (math.IsNaN(v) || math.IsInf(v, 0)) {
				t.Errorf("%q is read as %v", s, v)
			}
			if err != nil && l.Explain(err) == "" {
				t.Errorf("%q: %v is not explained", s, err)
			}
			if n, err := l.ParseRupiah(s); err == nil {
				if back, err := l.ParseRupiah(l.Rupiah(n)); err != nil || back != n {
					t.Errorf("%q is read as %d, written and read as %d, %v", s, n, back, err)
				}
			}
			if _, err := l.ParsePercent(s); err != nil && l.Explain(err) == "" {
				t.Errorf("%q as a percentage: %v is not explained", s, err)
			}
		}
	})
}

func BenchmarkParseNumber(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := id.ParseNumber("1.450.000,25"); err != nil {
			b.Fatal(err)
		}
	}
}
