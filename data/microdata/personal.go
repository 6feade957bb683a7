package microdata

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// PersonalKind is what makes a column personal.
type PersonalKind int

// The kinds of personal data.
const (
	// IdentityNumber is an NIK or a family card number: 16 digits.
	IdentityNumber PersonalKind = iota
	// PersonName is the name of a person.
	PersonName
	// Address is where somebody lives.
	Address
)

// PersonalColumn is a column with personal data.
type PersonalColumn struct {
	Name string // header, or "column 3" where that is empty or personal itself
	Kind PersonalKind
	// ByContent is true where the contents gave it away, not the header.
	ByContent bool
}

// PersonalDataError says that a file holds personal data and was not read. It
// carries none of the contents.
type PersonalDataError struct {
	Name    string // of the file
	Columns []PersonalColumn
}

// Error names the columns and the remedy.
func (e *PersonalDataError) Error() string {
	var parts []string
	for _, c := range e.Columns {
		kind := [...]string{"identity or family card numbers", "names", "addresses"}[c.Kind]
		parts = append(parts, fmt.Sprintf("%s (%s)", c.Name, kind))
	}
	return fmt.Sprintf("%s: personal data in %s; remove these columns first", e.Name, strings.Join(parts, ", "))
}

// columnName returns a name for column i that may be shown.
func columnName(header []string, i int) string {
	if i < len(header) && strings.TrimSpace(header[i]) != "" {
		if sixteen, _ := identityNumber([]byte(header[i])); !sixteen {
			return clean(header[i], 40)
		}
	}
	return fmt.Sprintf("column %d", i+1)
}

// identityNumber tells whether a field is a number of 16 digits, and whether
// these can be an NIK: province, regency and district, then a day of birth
// (women plus 40), month, year, and a serial number that is not 0. An
// apostrophe, spaces, hyphens and grouping points are looked through.
func identityNumber(field []byte) (sixteen, valid bool) {
	if len(field) < 16 || len(field) > 32 {
		return false, false
	}
	var d [16]byte
	n, points := 0, 0
	for i, c := range field {
		switch {
		case c >= '0' && c <= '9':
			if n == 16 {
				return false, false
			}
			d[n] = c - '0'
			n++
		case c == '.':
			points++
		case c == ' ' || c == '-' || c == '\'' && i == 0:
		default:
			return false, false
		}
	}
	if n != 16 || points == 1 {
		return false, false
	}
	two := func(i int) int { return int(d[i])*10 + int(d[i+1]) }
	serial := two(12)*100 + two(14)
	return true, isProvince(two(0)) && two(2) > 0 && two(4) > 0 && isBirthday(two(6), two(8), two(10)) && serial > 0
}

// isProvince tells whether a number is that of a province, as the civil
// registry or BPS counts them.
func isProvince(n int) bool {
	switch {
	case n >= 11 && n <= 19, n == 21, n >= 31 && n <= 36, n >= 51 && n <= 54, n >= 61 && n <= 65,
		n >= 71 && n <= 76, n == 81, n == 82, n >= 91 && n <= 97:
		return true
	}
	return false
}

func isBirthday(day, month, year int) bool {
	if day > 40 {
		day -= 40
	}
	if month < 1 || month > 12 || day < 1 {
		return false
	}
	last := [...]int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}[month-1]
	if month == 2 && year%4 == 0 {
		last = 29
	}
	return day <= last
}

// words splits a header into lower-case words at anything but letters and
// digits, and where a capital follows a small letter.
func words(header string) []string {
	var b strings.Builder
	small := false
	for _, r := range header {
		switch {
		case unicode.IsUpper(r) && small:
			b.WriteByte(' ')
			b.WriteRune(unicode.ToLower(r))
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(unicode.ToLower(r))
		default:
			b.WriteByte(' ')
		}
		small = unicode.IsLower(r)
	}
	return strings.Fields(b.String())
}

// personalHeader tells whether a column's name says that it is personal.
func personalHeader(header string) (PersonalKind, bool) {
	w := words(header)
	has := func(list ...string) bool {
		return slices.ContainsFunc(w, func(s string) bool { return slices.Contains(list, s) })
	}
	joined := strings.Join(w, "")
	is := func(list ...string) bool { return slices.Contains(list, joined) }
	switch {
	case has("nik", "ktp", "noktp", "nokk", "nikkrt", "nikart") || strings.Contains(joined, "nomorindukkependudukan") ||
		strings.Contains(joined, "kartukeluarga") || is("nokk", "noktp", "nonik", "nomorkk", "idkk", "nomorktp", "nkk"):
		return IdentityNumber, true
	case has("alamat", "address", "almt") || is("addr", "namajalan"):
		return Address, true
	// A region, programme or item may have a name.
	case has("kab", "kabupaten", "kota", "kabkota", "prov", "provinsi", "kec", "kecamatan", "desa", "kel", "kelurahan",
		"regency", "province", "district", "village", "city", "region", "wilayah", "daerah", "pulau", "country", "negara",
		"strata", "stratum", "opd", "program", "programme", "kegiatan", "file", "variable", "komoditas"):
		return 0, false
	case has("nama", "name", "names", "fullname", "firstname", "lastname", "surname", "namakrt", "nmkrt", "namaart", "nmart", "namalengkap") ||
		is("nmkk", "namakk", "krtname"):
		return PersonName, true
	}
	return 0, false
}

// personalByHeader returns the columns whose names say that they are personal.
func personalByHeader(header []string) []PersonalColumn {
	var out []PersonalColumn
	for i, h := range header {
		if sixteen, _ := identityNumber([]byte(strings.TrimSpace(h))); sixteen {
			out = append(out, PersonalColumn{Name: columnName(header, i), Kind: IdentityNumber, ByContent: true})
		} else if kind, ok := personalHeader(h); ok {
			out = append(out, PersonalColumn{Name: columnName(header, i), Kind: kind})
		}
	}
	return out
}

// digitCount counts, for one column, fields of 16 digits and those of them that
// can be identity numbers.
type digitCount struct{ sixteen, valid int }

func (c *digitCount) add(field []byte) {
	if sixteen, valid := identityNumber(field); sixteen {
		c.sixteen++
		if valid {
			c.valid++
		}
	}
}

// personal tells whether the numbers are identity numbers. Of random numbers
// of 16 digits one in forty passes for one, of real ones nearly all: half is
// far from both. A single one is enough where there are no others.
func (c digitCount) personal() bool { return c.valid > 0 && 2*c.valid >= c.sixteen }

// personalByContent looks at sample rows for names, addresses and identity
// numbers inside longer text.
func personalByContent(header []string, rows [][]string) []PersonalColumn {
	var out []PersonalColumn
	for i := range header {
		var t textCount
		for _, row := range rows {
			if i < len(row) {
				t.add(row[i])
			}
		}
		if kind, ok := t.personal(); ok {
			out = append(out, PersonalColumn{Name: columnName(header, i), Kind: kind, ByContent: true})
		}
	}
	return out
}

// textCount counts what the texts of one column look like.
type textCount struct {
	texts, addresses, names, numbers int
	distinct                         map[string]bool
}

func (t *textCount) add(field string) {
	if !strings.ContainsFunc(field, unicode.IsLetter) || len(field) > 500 {
		return
	}
	w := words(field)
	t.texts++
	if t.distinct == nil {
		t.distinct = map[string]bool{}
	}
	t.distinct[strings.Join(w, " ")] = true
	if looksLikeAddress(w) {
		t.addresses++
	}
	if slices.ContainsFunc(w, isGivenName) {
		t.names++
	}
	for _, s := range w {
		if _, valid := identityNumber([]byte(s)); valid {
			t.numbers++
		}
	}
}

// personal: a fifth of the texts with a common given name and at least half of
// them different is a column of names, not of regions; an address has a street
// or neighbourhood word with a number.
func (t *textCount) personal() (PersonalKind, bool) {
	switch {
	case t.numbers > 0:
		return IdentityNumber, true
	case t.addresses >= 3 && 10*t.addresses >= 3*t.texts:
		return Address, true
	case t.names >= 3 && 5*t.names >= t.texts && 2*len(t.distinct) >= t.texts:
		return PersonName, true
	}
	return 0, false
}

func looksLikeAddress(w []string) bool {
	street, number := false, false
	for _, s := range w {
		switch s {
		case "jl", "jln", "jalan", "gang", "gg", "rt", "rw", "komplek", "kompleks", "perumahan", "perum", "lorong":
			street = true
		}
		number = number || strings.ContainsFunc(s, unicode.IsDigit)
	}
	return street && (number || len(w) > 2)
}

// isGivenName tells whether a word is one of the given names that are so common
// in Indonesia that a column of people's names holds some of them.
func isGivenName(s string) bool {
	switch s {
	case "siti", "sri", "nur", "nurul", "muhammad", "mohammad", "muhamad", "mohamad", "moh", "muh", "ahmad", "achmad",
		"abdul", "dewi", "budi", "agus", "endang", "eko", "dwi", "tri", "rina", "rini", "yanti", "yuni", "wati", "sari",
		"hasan", "husin", "ibrahim", "ismail", "yusuf", "ali", "umar", "usman", "rahman", "rahmat", "hidayat", "hidayah",
		"fitri", "fatimah", "aisyah", "khadijah", "maria", "yohanes", "paulus", "petrus", "agustinus", "joko", "slamet",
		"suharto", "sutrisno", "supriyadi", "suryani", "susanti", "lestari", "wahyu", "indah", "ratna", "putri", "putra",
		"wayan", "made", "nyoman", "ketut", "andi", "rizki", "rizky", "hendra", "iwan", "dedi", "asep", "ujang", "yani":
		return true
	}
	return false
}
