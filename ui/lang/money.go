package lang

import "rakor/model"

// scale is a word for a power of ten that amounts of money are told in.
type scale struct {
	unit int64
	word string // "miliar", after a blank
	mark string // "M", for columns
}

// scales lists the powers of ten, largest first.
func (l Lang) scales() [4]scale {
	if l == English {
		return [...]scale{
			{1e12, "trillion", "tn"},
			{1e9, "billion", "bn"},
			{1e6, "million", "m"},
			{1e3, "thousand", "k"},
		}
	}
	return [...]scale{
		{1e12, "triliun", "T"},
		{1e9, "miliar", "M"},
		{1e6, "juta", "jt"},
		{1e3, "ribu", "rb"},
	}
}

// Money writes an amount as it is said, with at most two decimals: "Rp1,45
// miliar", "Rp720 juta"; under a million in full, "Rp641.524".
func (l Lang) Money(n int64) string {
	if n > -1e6 && n < 1e6 {
		return l.Rupiah(n)
	}
	scales := l.scales()
	s, v, _ := scaled(scales[:3], n, func(float64) int { return 2 })
	decimals := 2
	for decimals > 0 && model.Round(v, decimals-1) == v {
		decimals--
	}
	text := l.Number(v, decimals)
	if n < 0 {
		return "-Rp" + text[1:] + " " + s.word
	}
	return "Rp" + text + " " + s.word
}

// MoneyShort writes an amount for a column of amounts: three digits and a mark,
// "2,50 M", "12,5 M", "720 jt", "641 rb" in Indonesian (M is miliar, 10^9),
// "2.50 bn", "720 m" in English; a whole number of the unit without decimals,
// "13 M". Under a thousand it is the plain number.
func (l Lang) MoneyShort(n int64) string {
	if n > -1000 && n < 1000 {
		return l.Int(n)
	}
	scales := l.scales()
	s, v, decimals := scaled(scales[:], n, func(abs float64) int {
		switch {
		case abs < 10:
			return 2
		case abs < 100:
			return 1
		}
		return 0
	})
	if n%s.unit == 0 {
		decimals = 0
	}
	return l.Number(v, decimals) + " " + s.mark
}

// scaled finds the largest unit that n, once rounded, has at least one of, so
// that 999.999.999 is 1 miliar and not 1.000 juta.
func scaled(scales []scale, n int64, decimals func(abs float64) int) (s scale, v float64, d int) {
	for _, s = range scales {
		v = float64(n) / float64(s.unit)
		abs := max(v, -v)
		d = decimals(abs)
		r := model.Round(v, d)
		if max(r, -r) >= 1 {
			// Rounding may have added a digit: 9,996 is 10,0 and not 10,00.
			if d2 := decimals(max(r, -r)); d2 < d {
				d = d2
				r = model.Round(v, d)
			}
			return s, r, d
		}
	}
	return s, v, d
}
