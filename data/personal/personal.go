// Package personal recognises data about persons, so that files which hold them
// are refused before anything of them is kept.
//
// [ByHeader] looks at the names of columns. [Digits] and [Text] look at what
// stands in one column: the first counts numbers that can be those of an
// identity card (NIK) or a family card, and is cheap enough for every field of
// a large file; the second finds identity numbers inside longer text,
// addresses, and names of persons. What was found goes into an [*Error], which
// names the columns and repeats nothing of their contents.
//
// A false alarm costs a person a renamed column; a miss puts somebody's
// identity number on a screen. The rules lean to the first, but they let the
// names of regions, programmes and offices pass, and numbers of 16 digits that
// are no identity numbers.
//
// Everything is pure; a count is for one goroutine.
package personal

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// Kind is what makes a column personal.
type Kind int

// The kinds of personal data.
const (
	// IdentityNumber is an NIK or a family card number: 16 digits.
	IdentityNumber Kind = iota
	// PersonName is the name of a person.
	PersonName
	// Address is where somebody lives.
	Address
)

// Column is a column with personal data.
type Column struct {
	Name string // header, or "column 3" where that is empty or personal itself
	Kind Kind
	// ByContent is true where the contents gave it away, not the header.
	ByContent bool
}

// Error says that a file holds personal data and was not read. It carries
// none of the contents.
type Error struct {
	Name    string // of the file
	Columns []Column
}

// Error names the columns and the remedy.
func (e *Error) Error() string {
	var parts []string
	for _, c := range e.Columns {
		kind := [...]string{"identity or family card numbers", "names", "addresses"}[c.Kind]
		parts = append(parts, fmt.Sprintf("%s (%s)", c.Name, kind))
	}
	return fmt.Sprintf("%s: personal data in %s; remove these columns first", e.Name, strings.Join(parts, ", "))
}

// ColumnName returns a name for column i that may be shown.
func ColumnName(header []string, i int) string {
	if i < len(header) && strings.TrimSpace(header[i]) != "" {
		if !holdsNumber(header[i]) {
			return Printable(header[i], 40)
		}
	}
	return fmt.Sprintf("column %d", i+1)
}

// holdsNumber tells whether a text is a number of 16 digits or holds an
// identity number.
func holdsNumber(s string) bool {
	sixteen, _ := IdentityNumber16([]byte(strings.TrimSpace(s)))
	return sixteen || Inside(s)
}

// Inside tells whether an identity number stands in a text, between other
// words: 16 digits in one piece, or in groups of 4-4-4-4, 6-6-4 or 2-2-2-6-4.
// Other groups are left alone, or a programme's code followed by a year would
// pass for a person.
func Inside(s string) bool {
	var groups [5]string // the last ones, newest at the end
	prev := -1           // where the last one ended
	for i := 0; i < len(s); {
		if s[i] < '0' || s[i] > '9' {
			i++
			continue
		}
		end := i
		for end < len(s) && s[end] >= '0' && s[end] <= '9' {
			end++
		}
		if prev < 0 || i-prev != 1 || s[prev] != ' ' && s[prev] != '-' && s[prev] != '.' {
			groups = [5]string{}
		}
		copy(groups[:], groups[1:])
		groups[4] = s[i:end]
		if grouped(groups) {
			return true
		}
		i, prev = end, end
	}
	return false
}

// grouped tells whether the last groups make an identity number.
func grouped(g [5]string) bool {
	for _, shape := range [...][]int{{16}, {4, 4, 4, 4}, {6, 6, 4}, {2, 2, 2, 6, 4}} {
		last := g[5-len(shape):]
		fits := true
		for i, n := range shape {
			fits = fits && len(last[i]) == n
		}
		if !fits {
			continue
		}
		if _, valid := IdentityNumber16([]byte(strings.Join(last, ""))); valid {
			return true
		}
	}
	return false
}

// Printable returns text from a file so that it can be shown: at most limit
// bytes, valid UTF-8, control characters (a terminal would obey them) replaced.
func Printable(s string, limit int) string {
	cut := false
	if len(s) > limit {
		s, cut = s[:limit], true
	}
	s = strings.ToValidUTF8(s, "\uFFFD")
	s = strings.Map(func(r rune) rune {
		if r < 0x20 || r >= 0x7f && r < 0xa0 || r == 0x2028 || r == 0x2029 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 {
			return '\uFFFD'
		}
		return r
	}, s)
	if cut {
		s += "..."
	}
	return s
}

// IdentityNumber16 tells whether a field is a number of 16 digits, and whether
// these can be an NIK: province, regency and district, then a day of birth
// (women plus 40), month, year, and a serial number that is not 0. An
// apostrophe, spaces, hyphens and grouping points are looked through.
func IdentityNumber16(field []byte) (sixteen, valid bool) {
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

// Header tells whether a column's name says that it is personal.
func Header(header string) (Kind, bool) {
	w := words(header)
	has := func(list ...string) bool {
		return slices.ContainsFunc(w, func(s string) bool { return slices.Contains(list, s) })
	}
	joined := strings.Join(w, "")
	is := func(list ...string) bool { return slices.Contains(list, joined) }
	switch {
	case has("nik", "ktp", "noktp", "nokk", "nikkrt", "nikart") || strings.Contains(joined, "nomorindukkependudukan") ||
		strings.Contains(joined, "kartukeluarga") || is("nik", "nokk", "noktp", "nonik", "nomorkk", "idkk", "nomorktp", "nkk"):
		return IdentityNumber, true
	case has("alamat", "address", "almt") || is("addr", "namajalan"):
		return Address, true
	case has("nama", "name") && has("penerima", "krt", "kepala", "anggota", "recipient", "beneficiary"):
		return PersonName, true
	// A region, programme, office or item may have a name.
	case has("kab", "kabupaten", "kota", "kabkota", "prov", "provinsi", "kec", "kecamatan", "desa", "kel", "kelurahan",
		"regency", "province", "district", "village", "city", "region", "wilayah", "daerah", "pulau", "country", "negara",
		"strata", "stratum", "opd", "skpd", "instansi", "dinas", "bidang", "urusan", "program", "programme", "kegiatan", "aktivitas",
		"indikator", "strategi", "file", "variable", "komoditas"):
		return 0, false
	case has("nama", "name", "names", "fullname", "firstname", "lastname", "surname", "namakrt", "nmkrt", "namaart", "nmart", "namalengkap") ||
		is("nmkk", "namakk", "krtname"):
		return PersonName, true
	}
	return 0, false
}

// ByHeader returns the columns whose names say that they are personal.
func ByHeader(header []string) []Column {
	var out []Column
	for i, h := range header {
		if holdsNumber(h) {
			out = append(out, Column{Name: ColumnName(header, i), Kind: IdentityNumber, ByContent: true})
		} else if kind, ok := Header(h); ok {
			out = append(out, Column{Name: ColumnName(header, i), Kind: kind})
		}
	}
	return out
}

// Digits counts, for one column, fields of 16 digits and those of them that
// can be identity numbers.
type Digits struct{ Sixteen, Valid int }

// Add counts a field, in any of the ways in which such numbers are written.
func (c *Digits) Add(field []byte) {
	if sixteen, valid := IdentityNumber16(field); sixteen {
		c.Sixteen++
		if valid {
			c.Valid++
		}
	}
}

// Personal tells whether the numbers are identity numbers. Of random numbers
// of 16 digits one in forty passes for one, of real ones nearly all: half is
// far from both. A single one is enough where there are no others.
func (c Digits) Personal() bool { return c.Valid > 0 && 2*c.Valid >= c.Sixteen }

// ByContent looks at sample rows for names, addresses and identity numbers
// inside longer text.
func ByContent(header []string, rows [][]string) []Column {
	var out []Column
	for i := range header {
		var t Text
		for _, row := range rows {
			if i < len(row) {
				t.Add(row[i])
			}
		}
		if kind, ok := t.Personal(); ok {
			out = append(out, Column{Name: ColumnName(header, i), Kind: kind, ByContent: true})
		}
	}
	return out
}

// longestName is how many words a person's name has at most, titles among
// them; longer texts are sentences.
const longestName = 6

// Text counts what the texts of one column look like.
type Text struct {
	texts, addresses, names, numbers int
	distinct                         map[string]bool
}

// Add counts the text of a field; a field without letters counts for nothing.
func (t *Text) Add(field string) {
	if !strings.ContainsFunc(field, unicode.IsLetter) {
		return
	}
	if Inside(field) {
		t.numbers++
	}
	if len(field) > 500 {
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
	if len(w) <= longestName && slices.ContainsFunc(w, isGivenName) {
		t.names++
	}
}

// Personal tells what the column is, if it is personal: a single identity
// number is enough; a fifth of the texts with a common given name, and at least
// half of them different, is a column of names, not of regions; an address has
// a street or neighbourhood word with a number.
func (t *Text) Personal() (Kind, bool) {
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
