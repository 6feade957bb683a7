package matrix

import (
	"math"
	"strconv"
	"strings"
	"time"

	"rakor/model"
	"rakor/model/intake"
)

// unknownText tells whether a text says that nothing is known: a dash of any
// kind, or words for it.
func unknownText(s string) bool {
	if strings.Trim(s, "-–—−_.… ") == "" {
		return true
	}
	switch fold(s) {
	case "n/a", "na", "n.a.", "null", "nihil data", "tidak ada data", "tidak diketahui", "belum ada data", "belum diketahui", "belum diisi",
		"belum ada", "tba", "unknown", "not known":
		return true
	}
	return false
}

// marks counts how the texts of a sheet write decimals, for numbers that could
// be read in two ways.
type marks struct{ comma, point int }

// add looks at one text.
func (m *marks) add(s string) {
	digits, _ := cutNumber(stripCurrency(s))
	switch lastMark(digits) {
	case ',':
		m.comma++
	case '.':
		m.point++
	}
}

// lastMark gives the mark that surely begins the decimals of a number, or
// surely does not group: 0 where that is not clear.
func lastMark(digits string) byte {
	i := strings.LastIndexAny(digits, ".,")
	if i < 0 {
		return 0
	}
	mark := digits[i]
	other := byte('.')
	if mark == '.' {
		other = ','
	}
	switch {
	case strings.IndexByte(digits, other) >= 0: // 1.234.567,8
		return mark
	case strings.Count(digits, string(mark)) > 1: // 1.234.567 groups with the mark
		return other
	case len(digits)-i-1 != 3: // 1,45
		return mark
	}
	return 0
}

// stripCurrency takes off what people write round an amount.
func stripCurrency(s string) string {
	s = strings.TrimSpace(s)
	for _, p := range []string{"Rp", "IDR"} {
		if len(s) > len(p) && strings.EqualFold(s[:len(p)], p) {
			s = strings.TrimLeft(s[len(p):], ".: ")
			break
		}
	}
	for _, p := range []string{",-", ".-", ",--", ",–", ",00-"} {
		s = strings.TrimSuffix(s, p)
	}
	return strings.TrimSpace(s)
}

// cutNumber cuts the digits with their marks from the words behind them.
// Blanks between groups of three digits belong to the number.
func cutNumber(s string) (digits, rest string) {
	end := 0
	for end < len(s) {
		c := s[end]
		if c >= '0' && c <= '9' || (c == '.' || c == ',') && end+1 < len(s) && s[end+1] >= '0' && s[end+1] <= '9' {
			end++
			continue
		}
		if c == ' ' && end > 0 && threeDigits(s[end+1:]) && !strings.ContainsAny(s[:end], ".,") {
			end++
			continue
		}
		break
	}
	return strings.ReplaceAll(s[:end], " ", ""), strings.TrimSpace(s[end:])
}

// threeDigits tells whether a text begins with a group of exactly three digits.
func threeDigits(s string) bool {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return n == 3
}

// scale gives the factor of a word behind an amount.
func scale(word string) (float64, bool) {
	switch fold(strings.Trim(word, ". ")) {
	case "":
		return 1, true
	case "rb", "ribu", "ribuan", "rb rupiah", "ribu rupiah":
		return 1e3, true
	case "jt", "juta", "jutaan", "juta rupiah":
		return 1e6, true
	case "m", "mld", "miliar", "milyar", "miliar rupiah", "milyar rupiah":
		return 1e9, true
	case "t", "triliun", "trilyun", "triliun rupiah":
		return 1e12, true
	case "rupiah", "rp":
		return 1, true
	}
	return 0, false
}

// digitsValue reads digits with marks. fractions tells that decimals are
// possible, so that a single mark before three digits has two readings: then
// the sheet's own habit decides, and where it has none the number is refused.
func digitsValue(digits string, fractions bool, habit marks) (float64, intake.Kind) {
	if digits == "" {
		return 0, intake.NotNumber
	}
	mark := lastMark(digits)
	if mark == 0 && strings.ContainsAny(digits, ".,") {
		single := digits[strings.IndexAny(digits, ".,")]
		head := digits[:strings.IndexByte(digits, single)]
		switch {
		case len(head) > 3 || head == "" || head[0] == '0':
			mark = single // 1234,567 and 0,125 group nothing
		case !fractions:
			mark = otherMark(single)
		case habit.comma > 0 && habit.point == 0:
			mark = ','
		case habit.point > 0 && habit.comma == 0:
			mark = '.'
		default:
			return 0, intake.TwoReadings
		}
	}
	if mark == 0 {
		mark = ','
	}
	whole, frac, _ := strings.Cut(digits, string(mark))
	group := string(otherMark(mark))
	if strings.ContainsAny(frac, ".,") || !groups(whole, group) {
		return 0, intake.NotNumber
	}
	v, err := strconv.ParseFloat(strings.ReplaceAll(whole, group, "")+"."+frac, 64)
	if err != nil {
		return 0, intake.NotNumber
	}
	return v, ""
}

func otherMark(m byte) byte {
	if m == '.' {
		return ','
	}
	return '.'
}

// groups tells whether the digits before the decimals are grouped in threes,
// or not at all.
func groups(s, mark string) bool {
	parts := strings.Split(s, mark)
	if len(parts) == 1 {
		return s != ""
	}
	for i, p := range parts {
		if i == 0 && (len(p) == 0 || len(p) > 3) || i > 0 && len(p) != 3 {
			return false
		}
	}
	return true
}

// amountOf reads an amount of money: "Rp 1.450.000.000,-", "1,450,000,000.00",
// "1,45 M", "(1.000)" is below zero. unit is what the column's heading says
// (1e6 under "juta rupiah"). Half a rupiah is rounded away from zero.
func amountOf(c cell, unit float64, habit marks) (model.Maybe[model.Rupiah], intake.Kind) {
	none := model.Maybe[model.Rupiah]{}
	switch c.kind {
	case blank:
		return none, ""
	case number:
		return rupiah(c.num * unit)
	case date:
		return none, intake.DateForNumber
	case fault:
		return none, intake.CellError
	case recipe:
		return none, intake.NoResult
	case text:
	}
	if unknownText(c.text) {
		return none, ""
	}
	s := stripCurrency(tidy(c.text))
	below := strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")")
	if below {
		s = stripCurrency(s[1 : len(s)-1])
	}
	if rest, ok := strings.CutPrefix(s, "-"); ok {
		s, below = stripCurrency(rest), true
	}
	digits, word := cutNumber(s)
	by, ok := scale(word)
	if !ok {
		return none, intake.NotNumber
	}
	if by != 1 {
		unit = by // the cell's own word is meant, whatever the heading says
	}
	v, why := digitsValue(digits, unit != 1, habit)
	if why != "" {
		return none, why
	}
	if below && v != 0 {
		return none, intake.Negative
	}
	return rupiah(v * unit)
}

func rupiah(v float64) (model.Maybe[model.Rupiah], intake.Kind) {
	v = math.Round(v)
	switch {
	case v < 0:
		return model.Maybe[model.Rupiah]{}, intake.Negative
	case v > model.MostRupiah:
		return model.Maybe[model.Rupiah]{}, intake.TooLarge
	}
	return model.Known(model.Rupiah(v)), ""
}

// countOf reads a number of recipients with its unit: "500 KK", "1.000 pelaku
// usaha mikro". fallback is the unit that the column's heading, or a column of
// its own, names. What names no number, or a number without a unit, or two
// numbers, is no count and no fault: the words are kept as they are.
func countOf(c cell, fallback model.TargetUnit) (n model.Maybe[model.Count], why, warn intake.Kind) {
	switch c.kind {
	case blank:
		return n, "", ""
	case date:
		return n, intake.DateForNumber, ""
	case fault:
		return n, intake.CellError, ""
	case recipe:
		return n, intake.NoResult, ""
	case number:
		if c.num != math.Trunc(c.num) {
			return n, intake.NotWhole, ""
		}
		if c.num < 0 {
			return n, intake.Negative, ""
		}
		if fallback == "" {
			return n, "", intake.NoUnit
		}
		return people(c.num, fallback)
	case text:
	}
	s := tidy(c.text)
	if unknownText(s) {
		return n, "", ""
	}
	s = strings.TrimLeft(s, "±≈~ ")
	if rest, ok := strings.CutPrefix(s, "-"); ok && rest != "" && rest[0] >= '1' && rest[0] <= '9' {
		return n, intake.Negative, ""
	}
	digits, words := cutNumber(s)
	if digits == "" {
		return n, "", intake.NoNumber
	}
	unit, known := unitOf(words)
	switch {
	case words == "":
		unit = fallback
	case !known:
		unit = ""
	}
	if otherNumber(words) {
		return n, "", intake.TwoCounts
	}
	v, why := digitsValue(digits, false, marks{})
	switch {
	case why != "":
		return n, why, ""
	case v != math.Trunc(v):
		return n, intake.NotWhole, ""
	case unit == "":
		return n, "", intake.NoUnit
	}
	return people(v, unit)
}

func people(v float64, unit model.TargetUnit) (model.Maybe[model.Count], intake.Kind, intake.Kind) {
	if v > model.MostRupiah {
		return model.Maybe[model.Count]{}, intake.TooLarge, ""
	}
	return model.Known(model.Count{N: int64(v), Unit: unit}), "", ""
}

// otherNumber tells whether the words behind a number name a second count:
// "500 KK / 2.000 jiwa". A number that stands before no unit ("usia 60 tahun",
// "desil 1-4") is none.
func otherNumber(words string) bool {
	for i := 0; i < len(words); i++ {
		if words[i] < '0' || words[i] > '9' {
			continue
		}
		digits, rest := cutNumber(words[i:])
		if _, ok := unitOf(rest); ok {
			return true
		}
		i += max(len(digits), 1)
	}
	return false
}

// unitOf finds the unit in the words behind a number.
func unitOf(words string) (model.TargetUnit, bool) {
	w := strings.FieldsFunc(fold(words), func(r rune) bool { return (r < 'a' || r > 'z') && r != '-' })
	for len(w) > 0 && (w[0] == "unit" || w[0] == "orang-orang") && len(w) > 1 {
		w = w[1:] // "29 unit rumah"
	}
	if len(w) == 0 {
		return "", false
	}
	two := ""
	if len(w) > 1 {
		two = w[0] + " " + w[1]
	}
	switch two {
	case "rumah tangga":
		return model.PerHousehold, true
	case "kepala keluarga", "keluarga penerima":
		return model.PerFamily, true
	case "pelaku usaha", "pelaku umkm", "pelaku ukm", "usaha mikro", "pelaku ikm":
		return model.PerBusiness, true
	case "ibu hamil", "anak asuh", "tenaga kerja", "pencari kerja", "penyandang disabilitas", "warga binaan":
		return model.PerPerson, true
	}
	switch w[0] {
	case "jiwa", "orang", "org", "penduduk", "baduta", "balita", "bayi", "lansia", "anak", "penganggur", "pekerja", "bumil", "warga", "peserta",
		"person", "persons", "people", "petani", "nelayan", "remaja", "perempuan":
		return model.PerPerson, true
	case "kk", "kpm", "keluarga", "family", "families":
		return model.PerFamily, true
	case "ruta", "rtm", "rts", "rtsm", "household", "households":
		return model.PerHousehold, true
	case "rumah", "rtlh", "house", "houses":
		return model.PerHouse, true
	case "usaha", "umkm", "ukm", "ikm", "wirausaha", "business", "businesses":
		return model.PerBusiness, true
	case "murid", "siswa", "pelajar", "mahasiswa", "santri", "student", "students":
		return model.PerStudent, true
	case "kelompok", "klp", "poktan", "gapoktan", "kube", "group", "groups":
		return model.PerGroup, true
	}
	return "", false
}

// firstDay and lastDay bound the serial numbers that are taken for dates: 1990
// to 2099.
const (
	firstDay = 32_874
	lastDay  = 73_050
)

// dayOf gives the date of a spreadsheet's serial number as 2025-03-26.
func dayOf(serial float64, from1904 bool) (string, bool) {
	if from1904 {
		serial += 1462
	}
	if serial < firstDay || serial >= lastDay+1 {
		return "", false
	}
	day := time.Date(1899, time.December, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, int(serial))
	return day.Format(time.DateOnly), true
}

// parseDay reads a date that is written out: 2025-03-26, 26-3-2025, 26 Maret 2025.
func parseDay(s string) (string, bool) {
	parts := strings.FieldsFunc(fold(s), func(r rune) bool { return r == '-' || r == '/' || r == '.' || r == ' ' || r == ',' })
	if len(parts) != 3 {
		return "", false
	}
	if len(parts[0]) == 4 {
		parts[0], parts[2] = parts[2], parts[0]
	}
	month := monthOf(parts[1])
	day, err1 := strconv.Atoi(parts[0])
	year, err2 := strconv.Atoi(parts[2])
	if month == 0 || err1 != nil || err2 != nil || year < 1990 || year > 2099 {
		return "", false
	}
	d := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if d.Day() != day {
		return "", false
	}
	return d.Format(time.DateOnly), true
}

// monthOf reads a month by number or name, Indonesian or English; 0 for none.
func monthOf(s string) int {
	if n, err := strconv.Atoi(s); err == nil && n >= 1 && n <= 12 {
		return n
	}
	for i, names := range [...]string{
		"januari january jan", "februari february feb pebruari peb", "maret march mar", "april apr", "mei may", "juni june jun",
		"juli july jul", "agustus august agu aug ags agt", "september sep sept", "oktober october okt oct", "november nov nopember nop",
		"desember december des dec",
	} {
		for name := range strings.SplitSeq(names, " ") {
			if s == name {
				return i + 1
			}
		}
	}
	return 0
}
