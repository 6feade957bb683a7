package lang_test

import (
	"math"
	"testing"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"

	"rakor/model"
	"rakor/ui/lang"
)

const (
	id = lang.Indonesian
	en = lang.English
)

func TestNumber(t *testing.T) {
	for _, c := range []struct {
		v        float64
		decimals int
		id, en   string
	}{
		{3.52, 2, "3,52", "3.52"},
		{3.5, 2, "3,50", "3.50"},
		{10916, 0, "10.916", "10,916"},
		{999, 0, "999", "999"},
		{1000, 0, "1.000", "1,000"},
		{1450000000, 0, "1.450.000.000", "1,450,000,000"},
		{-1234.5, 1, "-1.234,5", "-1,234.5"},
		{-123, 0, "-123", "-123"},
		{0.125, 2, "0,13", "0.13"}, // half away from zero
		{1.005, 2, "1,01", "1.01"},
		{999.995, 2, "1.000,00", "1,000.00"},
		{-0.001, 2, "0,00", "0.00"}, // no sign on a zero
		{0, 0, "0", "0"},
		{3.7, -1, "4", "4"},
		{math.NaN(), 2, "-", "-"},
		{math.Inf(1), 2, "-", "-"},
		{math.Inf(-1), 2, "-", "-"},
	} {
		if got := id.Number(c.v, c.decimals); got != c.id {
			t.Errorf("Indonesian Number(%v, %d) = %q, want %q", c.v, c.decimals, got, c.id)
		}
		if got := en.Number(c.v, c.decimals); got != c.en {
			t.Errorf("English Number(%v, %d) = %q, want %q", c.v, c.decimals, got, c.en)
		}
	}
}

// The grouping and the marks are those of CLDR.
func TestNumberLikeCLDR(t *testing.T) {
	printers := map[lang.Lang]*message.Printer{
		id: message.NewPrinter(language.Indonesian),
		en: message.NewPrinter(language.English),
	}
	for l, p := range printers {
		for _, v := range []float64{0, 7, 52.25, 999.75, 1234.5, 56789.125, 310182, 2087000000, -641524.25, 1e15} {
			for decimals := range 4 {
				r := model.Round(v, decimals)
				want := p.Sprint(number.Decimal(r, number.Scale(decimals)))
				if got := l.Number(v, decimals); got != want {
					t.Errorf("%s: Number(%v, %d) = %q, CLDR %q", l.Code(), v, decimals, got, want)
				}
			}
		}
	}
}

func TestSignedPercentRupiah(t *testing.T) {
	for _, c := range []struct{ name, got, want string }{
		{"rise", id.Signed(0.1, 2), "+0,10"},
		{"fall", id.Signed(-0.32, 2), "-0,32"},
		{"rounds to zero", id.Signed(0.004, 2), "0,00"},
		{"rounds up from nothing", en.Signed(0.005, 2), "+0.01"},
		{"missing change", id.Signed(math.NaN(), 2), "-"},
		{"infinite change", id.Signed(math.Inf(1), 2), "-"},
		{"percent", id.Percent(3.52, 2), "3,52 %"},
		{"percent English", en.Percent(3.52, 2), "3.52%"},
		{"missing percent", id.Percent(math.NaN(), 2), "-"},
		{"rupiah", id.Rupiah(641524), "Rp641.524"},
		{"rupiah English", en.Rupiah(641524), "Rp641,524"},
		{"debt", id.Rupiah(-1000), "-Rp1.000"},
		{"smallest", id.Rupiah(math.MinInt64), "-Rp9.223.372.036.854.775.808"},
		{"int", id.Int(-1234567), "-1.234.567"},
		{"value", id.Value(0.2922, model.Indicator{Decimals: 3}), "0,292"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", c.name, c.got, c.want)
		}
	}
}

func TestMoney(t *testing.T) {
	for _, c := range []struct {
		n                        int64
		id, en, shortID, shortEN string
	}{
		{0, "Rp0", "Rp0", "0", "0"},
		{500, "Rp500", "Rp500", "500", "500"},
		{641524, "Rp641.524", "Rp641,524", "642 rb", "642 k"},
		{999999, "Rp999.999", "Rp999,999", "1,00 jt", "1.00 m"},
		{1000000, "Rp1 juta", "Rp1 million", "1 jt", "1 m"},
		{2500000, "Rp2,5 juta", "Rp2.5 million", "2,50 jt", "2.50 m"},
		{16800, "Rp16.800", "Rp16,800", "16,8 rb", "16.8 k"},
		{720000000, "Rp720 juta", "Rp720 million", "720 jt", "720 m"},
		{999999999, "Rp1 miliar", "Rp1 billion", "1,00 M", "1.00 bn"},
		{1450000000, "Rp1,45 miliar", "Rp1.45 billion", "1,45 M", "1.45 bn"},
		{2500000000, "Rp2,5 miliar", "Rp2.5 billion", "2,50 M", "2.50 bn"},
		{9996000000, "Rp10 miliar", "Rp10 billion", "10,0 M", "10.0 bn"},
		{13000000000, "Rp13 miliar", "Rp13 billion", "13 M", "13 bn"},
		{253400000000, "Rp253,4 miliar", "Rp253.4 billion", "253 M", "253 bn"},
		{632470087081, "Rp632,47 miliar", "Rp632.47 billion", "632 M", "632 bn"},
		{1200000000000, "Rp1,2 triliun", "Rp1.2 trillion", "1,20 T", "1.20 tn"},
		{-1450000000, "-Rp1,45 miliar", "-Rp1.45 billion", "-1,45 M", "-1.45 bn"},
	} {
		for _, k := range []struct{ what, got, want string }{
			{"Money id", id.Money(c.n), c.id},
			{"Money en", en.Money(c.n), c.en},
			{"MoneyShort id", id.MoneyShort(c.n), c.shortID},
			{"MoneyShort en", en.MoneyShort(c.n), c.shortEN},
		} {
			if k.got != k.want {
				t.Errorf("%s(%d) = %q, want %q", k.what, c.n, k.got, k.want)
			}
		}
	}
}

func TestPeriodAndDate(t *testing.T) {
	march := model.Period{Year: 2025, Month: 3}
	for _, c := range []struct{ name, got, want string }{
		{"round", id.Period(march), "Mar 2025"},
		{"round long", id.PeriodLong(march), "Maret 2025"},
		{"round English", en.PeriodLong(march), "March 2025"},
		{"August", id.Period(model.Period{Year: 2024, Month: 8}), "Agu 2024"},
		{"year", id.Period(model.Period{Year: 2024}), "2024"},
		{"none", id.PeriodLong(model.Period{}), "-"},
		{"broken month", id.Period(model.Period{Year: 2024, Month: 13}), "2024"},
		{"negative month", en.Period(model.Period{Year: 2024, Month: -1}), "2024"},
		{"date", id.Date(2026, 10, 24), "24 Okt 2026"},
		{"date long", id.DateLong(2026, 11, 24), "24 November 2026"},
		{"date English", en.Date(2026, 8, 1), "1 Aug 2026"},
		{"no date", en.Date(0, 0, 0), "-"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", c.name, c.got, c.want)
		}
	}
}

func TestCount(t *testing.T) {
	for _, c := range []struct {
		c      model.Count
		id, en string
	}{
		{model.Count{N: 1, Unit: model.PerHouse}, "1 rumah", "1 house"},
		{model.Count{N: 2, Unit: model.PerHouse}, "2 rumah", "2 houses"},
		{model.Count{N: 0, Unit: model.PerBusiness}, "0 usaha", "0 businesses"},
		{model.Count{N: 1000, Unit: model.PerBusiness}, "1.000 usaha", "1,000 businesses"},
		{model.Count{N: 1, Unit: model.PerPerson}, "1 jiwa", "1 person"},
		{model.Count{N: -992, Unit: model.PerPerson}, "-992 jiwa", "-992 people"},
		{model.Count{N: 2200, Unit: model.PerFamily}, "2.200 keluarga", "2,200 families"},
		{model.Count{N: 142, Unit: "baduta"}, "142 baduta", "142 baduta"},
	} {
		if got := id.Count(c.c); got != c.id {
			t.Errorf("Indonesian Count(%v) = %q, want %q", c.c, got, c.id)
		}
		if got := en.Count(c.c); got != c.en {
			t.Errorf("English Count(%v) = %q, want %q", c.c, got, c.en)
		}
	}
}

func TestUnitsHaveNames(t *testing.T) {
	for _, l := range []lang.Lang{id, en} {
		for _, u := range model.Units() {
			if l.Unit(u) == "" || l.UnitLong(u) == "" {
				t.Errorf("%s: unit %v has no name", l.Code(), u)
			}
		}
		for _, u := range model.TargetUnits() {
			if name := l.TargetUnit(u, 2); name == "" || name == string(u) {
				t.Errorf("%s: target unit %q has no name", l.Code(), u)
			}
		}
		if l.Unit(model.UnitNone) != "" {
			t.Errorf("%s: no unit has the name %q", l.Code(), l.Unit(model.UnitNone))
		}
	}
}

func BenchmarkNumber(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		id.Number(641524.25, 2)
	}
}
