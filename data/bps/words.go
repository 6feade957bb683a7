package bps

import (
	"strconv"
	"strings"

	"rakor/model"
)

// fold writes a text in small letters with blanks for everything that is
// neither letter nor digit.
func fold(s string) string {
	var b strings.Builder
	gap := false
	for _, r := range strings.ToLower(s) {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r > 0x7f && !strings.ContainsRune("–—’‘“”…\u00a0", r) {
			if gap && b.Len() > 0 {
				b.WriteByte(' ')
			}
			gap = false
			b.WriteRune(r)
			continue
		}
		gap = true
	}
	return b.String()
}

// has tells whether a folded text has a phrase in it, at the edges of words.
func has(folded, phrase string) bool {
	return strings.Contains(" "+folded+" ", " "+phrase+" ")
}

func hasAny(folded string, phrases ...string) bool {
	for _, p := range phrases {
		if has(folded, p) {
			return true
		}
	}
	return false
}

// isForecast tells whether a heading announces figures that nobody observed.
func isForecast(folded string) bool {
	return hasAny(folded, "proyeksi", "prediksi", "ramalan", "perkiraan", "forecast", "forecasts", "projection", "projected", "prediction", "target")
}

// areaOf reads a heading or label as an area; ok is false where it is none.
func areaOf(folded string) (Area, bool) {
	switch folded {
	case "perkotaan", "kota k", "urban", "daerah perkotaan":
		return AreaUrban, true
	case "perdesaan", "pedesaan", "desa", "rural", "daerah perdesaan":
		return AreaRural, true
	case "jumlah", "total", "perkotaan perdesaan", "perkotaan dan perdesaan", "kota desa", "tidak ada", "none", "urban rural", "urban and rural":
		return AreaTotal, true
	}
	return "", false
}

// roundOf reads a heading or label as a time within a year.
func roundOf(folded string) (month int8, round Round, ok bool) {
	switch {
	case hasAny(folded, "semester 1", "semester i", "maret", "march") && !hasAny(folded, "september"):
		return 3, RoundMonth, true
	case hasAny(folded, "semester 2", "semester ii", "september"):
		return 9, RoundMonth, true
	case folded == "tahun" || folded == "tahunan" || folded == "annual" || folded == "yearly" || folded == "year":
		return 0, RoundAnnual, true
	case folded == "tidak ada" || folded == "none":
		return 0, RoundUnknown, true
	}
	for i, names := range [12][2]string{
		{"januari", "january"},
		{"februari", "february"},
		{"maret", "march"},
		{"april", "april"},
		{"mei", "may"},
		{"juni", "june"},
		{"juli", "july"},
		{"agustus", "august"},
		{"september", "september"},
		{"oktober", "october"},
		{"november", "november"},
		{"desember", "december"},
	} {
		if hasAny(folded, names[0], names[1]) {
			return int8(i + 1), RoundMonth, true
		}
	}
	return 0, RoundUnknown, false
}

// yearWords finds years in a folded text.
func yearWords(folded string) []model.Year {
	var out []model.Year
	for w := range strings.FieldsSeq(folded) {
		if y, ok := yearOf(w); ok {
			out = append(out, y)
		}
	}
	return out
}

func yearOf(s string) (model.Year, bool) {
	if len(s) == 5 && s[4] > '9' { // 2023r
		s = s[:4]
	}
	n, err := strconv.Atoi(s)
	if err != nil || len(s) != 4 || n < 1990 || n > 2100 {
		return 0, false
	}
	return model.Year(n), true
}

// heading is what the cells above a column tell.
type heading struct {
	year     model.Year
	month    int8
	round    Round
	area     Area
	titles   []string
	forecast bool
	title    string // titles, joined
	unit     string // that the title names
}

// add takes one cell of a heading.
func (h *heading) add(c cell) {
	if c.kind == number {
		if y := model.Year(c.num); float64(y) == c.num && y >= 1990 && y <= 2100 {
			h.year = y
		}
		return
	}
	f := fold(c.text)
	if f == "" {
		return
	}
	h.forecast = h.forecast || isForecast(f)
	if a, ok := areaOf(f); ok {
		h.area = a
		return
	}
	if p, err := model.ParsePeriod(c.text); err == nil {
		h.year = p.Year
		if p.Month != 0 {
			h.month, h.round = p.Month, RoundMonth
		}
		return
	}
	f = strings.TrimSuffix(f, " 0") // 2023.0
	years := yearWords(f)
	month, round, timed := roundOf(f)
	if len(c.text) <= 40 && len(years) <= 1 && (timed || len(years) == 1) && timeOnly(f) {
		if len(years) == 1 {
			h.year = years[0]
		}
		if timed {
			h.month, h.round = month, round
		}
		return
	}
	if len(h.titles) == 0 || h.titles[len(h.titles)-1] != c.text {
		h.titles = append(h.titles, c.text)
	}
}

// timeOnly tells whether a heading speaks of nothing but time.
func timeOnly(folded string) bool {
	for w := range strings.FieldsSeq(folded) {
		if _, year := yearOf(w); year {
			continue
		}
		if _, _, ok := roundOf(w); ok {
			continue
		}
		switch w {
		case "semester", "1", "2", "i", "ii", "tahun", "year", "sementara", "angka", "r", "revisi", "provisional", "data", "bulan":
			continue
		}
		if isForecast(w) {
			continue
		}
		return false
	}
	return true
}

// isHead tells whether the name cell of a row is the heading of the column of
// regions: Provinsi/Kabupaten/Kota, Nama Wilayah, 38 Provinsi.
func isHead(s string) bool {
	f := fold(s)
	for w := range strings.FieldsSeq(f) {
		switch w {
		case "nama", "wilayah", "provinsi", "propinsi", "kabupaten", "kab", "kota", "kecamatan", "daerah", "region", "regions", "province",
			"provinces", "regency", "regencies", "municipality", "municipalities", "city", "cities", "district", "area", "name", "of", "the",
			"dan", "and", "menurut", "by", "no", "nomor", "kode", "code", "indonesia":
		default:
			if n, err := strconv.Atoi(w); err != nil || n > 999 {
				return false
			}
		}
	}
	return f != "" && f != "indonesia"
}

// scopeOf reads the level from a heading of the column of regions, or a title.
func scopeOf(folded string) scope {
	local := hasAny(folded, "kabupaten", "kab", "kota", "regency", "regencies", "municipality", "district")
	province := hasAny(folded, "provinsi", "propinsi", "province", "provinces")
	switch {
	case local && !province:
		return scopeLocal
	case province && !local:
		return scopeProvince
	}
	return scopeAny
}

// isNote tells whether a row begins a footnote.
func isNote(s string) bool {
	f := fold(s)
	for _, w := range []string{"catatan", "sumber", "source", "note", "notes", "keterangan", "ket", "r angka", "data diolah", "badan pusat statistik"} {
		if f == w || strings.HasPrefix(f, w+" ") {
			return true
		}
	}
	return strings.HasPrefix(s, "*") || len(s) > 120
}

// guess is one way in which a title tells an indicator.
type guess struct {
	id  model.IndicatorID
	any []string // one of these phrases
	all []string // and each of these
	not []string // and none of these
}

// guesses lists the phrases of titles, both languages.
func guesses() []guess {
	return []guess{
		{id: "line_nonfood", any: []string{"garis kemiskinan", "poverty line"}, all: []string{"bukan makanan"}},
		{id: "line_nonfood", any: []string{"poverty line"}, all: []string{"non food"}},
		{id: "line_food", any: []string{"garis kemiskinan makanan", "food poverty line"}, not: []string{"bukan makanan", "non food"}},
		{id: "p1", any: []string{"indeks kedalaman", "poverty gap", "p1"}},
		{id: "p2", any: []string{"indeks keparahan", "poverty severity", "p2"}},
		{id: "p0", any: []string{"persentase penduduk miskin", "persentase kemiskinan", "tingkat kemiskinan", "percentage of poor", "percentage of poor people", "percentage of the poor", "poverty rate", "headcount", "p0"}},
		{id: "poor", any: []string{"jumlah penduduk miskin", "number of poor", "number of poor people", "jumlah dan persentase penduduk miskin"}},
		{id: "p0", any: []string{"jumlah dan persentase penduduk miskin"}},
		{id: "line", any: []string{"garis kemiskinan", "poverty line"}, not: []string{"makanan", "food", "di bawah garis kemiskinan", "below poverty line", "below the poverty line"}},
		{id: "ipm_lf", any: []string{"indeks pembangunan manusia", "human development index", "ipm", "hdi"}, not: []string{"sp2010"}},
		{id: "ipm", any: []string{"indeks pembangunan manusia", "human development index", "ipm", "hdi"}, not: []string{"sp2020", "long form", "lf"}},
		{id: "tpt", any: []string{"pengangguran terbuka", "open unemployment", "unemployment rate", "tpt"}},
		{id: "tpak", any: []string{"partisipasi angkatan kerja", "labor force participation", "labour force participation", "tpak"}},
		{id: "rls", any: []string{"rata rata lama sekolah", "mean years of schooling", "rls"}},
		{id: "hls", any: []string{"harapan lama sekolah", "expected years of schooling", "hls"}},
		{id: "uhh", any: []string{"umur harapan hidup", "angka harapan hidup", "usia harapan hidup", "life expectancy"}, not: []string{"indeks pembangunan manusia", "human development index", "ipm"}},
		{id: "gini", any: []string{"gini", "gini ratio", "rasio gini"}},
		{id: "sanitation", any: []string{"sanitasi layak", "proper sanitation", "improved sanitation"}},
		{id: "water", any: []string{"air minum layak", "sumber air minum layak", "proper drinking water", "improved drinking water"}},
		{id: "exp_adj", any: []string{"pengeluaran per kapita disesuaikan", "pengeluaran per kapita yang disesuaikan", "adjusted per capita expenditure", "adjusted expenditure"}},
		{id: "pdrb_growth", any: []string{"laju pertumbuhan"}, all: []string{"pdrb"}},
		{id: "pdrb_growth", any: []string{"laju pertumbuhan produk domestik regional bruto"}},
		{id: "area", any: []string{"luas wilayah", "luas daerah", "total area"}},
		{id: "population", any: []string{"jumlah penduduk", "population"}, not: []string{"miskin", "poor", "jumlah penduduk miskin"}},
	}
}

// indicatorsOf lists the indicators that a title can mean, each once.
func indicatorsOf(title string) []model.IndicatorID {
	f := fold(title)
	var out []model.IndicatorID
next:
	for _, g := range guesses() {
		if !hasAny(f, g.any...) || hasAny(f, g.not...) {
			continue
		}
		for _, w := range g.all {
			if !has(f, w) {
				continue next
			}
		}
		for _, id := range out {
			if id == g.id {
				continue next
			}
		}
		out = append(out, g.id)
	}
	return out
}

// unitIn finds the unit that a title names in brackets, the last one; "" where
// there is none.
func unitIn(title string) string {
	end := len(title)
	for end > 0 {
		end = strings.LastIndexAny(title[:end], ")]")
		if end < 0 {
			return ""
		}
		if start := strings.LastIndexAny(title[:end], "(["); start >= 0 && end-start <= 60 && unitOf(title[start+1:end]) != model.UnitNone {
			return title[start+1 : end]
		}
	}
	return ""
}

// unitOf reads a unit as files word it; none where it is unknown.
func unitOf(s string) model.Unit {
	if strings.TrimSpace(s) == "%" {
		return model.UnitPercent
	}
	f := fold(s)
	thousand := hasAny(f, "ribu", "thousand", "000")
	million := hasAny(f, "juta", "million")
	rupiah := hasAny(f, "rupiah", "rp", "idr")
	switch {
	case rupiah && million:
		return model.UnitMillionRupiah
	case rupiah && thousand:
		return model.UnitThousandRupiahYear
	case rupiah && hasAny(f, "bulan", "month"):
		return model.UnitRupiahMonth
	case million || rupiah:
		return model.UnitNone
	case hasAny(f, "persen", "percent", "persentase"):
		return model.UnitPercent
	case hasAny(f, "jiwa", "orang", "people", "persons", "person"):
		if thousand {
			return model.UnitThousandPersons
		}
		return model.UnitPersons
	case f == "tahun" || f == "years" || f == "year":
		return model.UnitYears
	case hasAny(f, "km2", "km persegi", "km²", "square km", "sq km"):
		return model.UnitSquareKm
	case f == "indeks" || f == "index" || f == "poin":
		return model.UnitIndex
	}
	return model.UnitNone
}
