package filter

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Fold gives s in the form in which texts are compared: small letters, no
// accents, no marks without width, one kind of blank and of apostrophe. It is
// total: bytes that are no UTF-8 become the replacement character.
func Fold(s string) string {
	if folded(s) {
		return s
	}
	return string(appendFold(make([]byte, 0, len(s)), s))
}

// folded tells whether s is plain text in small letters.
func folded(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf || s[i] >= 'A' && s[i] <= 'Z' {
			return false
		}
	}
	return true
}

// appendFold appends s in its folded form.
func appendFold(b []byte, s string) []byte {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			for _, r := range s[i:] {
				b = foldRune(b, r)
			}
			return b
		}
		b = append(b, lower(s[i]))
	}
	return b
}

func foldRune(b []byte, r rune) []byte {
	if r < utf8.RuneSelf {
		return append(b, lower(byte(r)))
	}
	if unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
		return b
	}
	r = unicode.ToLower(r)
	switch {
	case r < utf8.RuneSelf: // the Kelvin sign is a k
		return append(b, byte(r))
	case unicode.Is(unicode.Zs, r):
		return append(b, ' ')
	case r == '‘' || r == '’' || r == 'ʼ' || r == '´':
		return append(b, '\'')
	}
	if s := baseLetters(r); s != "" {
		return append(b, s...)
	}
	return utf8.AppendRune(b, r)
}

// baseLetters gives what a small Latin letter is without its accent, "" where
// it has none. It covers Latin-1 and Latin Extended-A; accents written as
// marks of their own are dropped before.
func baseLetters(r rune) string {
	if r < 'ß' || r > 'ſ' {
		return ""
	}
	for _, g := range [...]struct{ accented, base string }{
		{"àáâãäåāăą", "a"},
		{"çćĉċč", "c"},
		{"ðďđ", "d"},
		{"èéêëēĕėęě", "e"},
		{"ĝğġģ", "g"},
		{"ĥħ", "h"},
		{"ìíîïĩīĭįı", "i"},
		{"ĵ", "j"},
		{"ķĸ", "k"},
		{"ĺļľŀł", "l"},
		{"ñńņňŉŋ", "n"},
		{"òóôõöøōŏő", "o"},
		{"ŕŗř", "r"},
		{"śŝşšſ", "s"},
		{"ţťŧ", "t"},
		{"ùúûüũūŭůűų", "u"},
		{"ŵ", "w"},
		{"ýÿŷ", "y"},
		{"źżž", "z"},
		{"æ", "ae"},
		{"œ", "oe"},
		{"ß", "ss"},
		{"þ", "th"},
		{"ĳ", "ij"},
	} {
		if strings.ContainsRune(g.accented, r) {
			return g.base
		}
	}
	return ""
}

// contains tells whether hay holds needle, which is folded. Plain ASCII, nearly
// all there is, is compared where it stands.
func contains(hay, needle string) bool {
	if needle == "" {
		return true
	}
	if !ascii(hay) {
		return strings.Contains(Fold(hay), needle)
	}
	for i := 0; i+len(needle) <= len(hay); i++ {
		if lower(hay[i]) == needle[0] && equalLower(hay[i:i+len(needle)], needle) {
			return true
		}
	}
	return false
}

// begins tells whether s begins with the folded prefix.
func begins(s, prefix string) bool {
	if !ascii(s) {
		return strings.HasPrefix(Fold(s), prefix)
	}
	return len(s) >= len(prefix) && equalLower(s[:len(prefix)], prefix)
}

// equals tells whether s, folded, is the folded text.
func equals(s, folded string) bool {
	if !ascii(s) {
		return Fold(s) == folded
	}
	return len(s) == len(folded) && equalLower(s, folded)
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

// equalLower compares texts of one length; small is in small letters.
func equalLower(s, small string) bool {
	for i := range len(s) {
		if lower(s[i]) != small[i] {
			return false
		}
	}
	return true
}

// Limits of what is tried as a short name.
const (
	longestShort = 24
	longestName  = 128
	mostWords    = 16
)

// shortens tells whether a folded word is a usual way to shorten a name:
// pieces of its words in their order, as dinsos is of Dinas Sosial, disdik of
// Dinas Pendidikan and bappeda of Badan Perencanaan Pembangunan Daerah. The
// first piece takes letters of the first word, in their order and from its
// first; every further piece stands in one word without a gap, at its
// beginning where it is a single letter. Words may be left out.
func shortens(word, name string) bool {
	if len(word) < 4 || len(word) > longestShort || len(name) > longestName || !letters(word) {
		return false
	}
	if !ascii(name) {
		name = Fold(name)
	}
	var buf [longestName]byte
	for i := range min(len(name), len(buf)) {
		buf[i] = lower(name[i])
	}
	var words nameWords
	words.split(buf[:min(len(name), len(buf))])
	first := words.word(&buf, 0)
	if words.n < 2 || first[0] != word[0] {
		return false
	}
	// As many letters of the first word as fit, then fewer: the rest decides.
	took, at := 0, 0
	for took < len(word) {
		i := bytes.IndexByte(first[at:], word[took])
		if i < 0 {
			break
		}
		took, at = took+1, at+i+1
	}
	for ; took > 0; took-- {
		if took < len(word) && words.pieces(&buf, word[took:]) {
			return true
		}
	}
	return false
}

func letters(s string) bool {
	for i := range len(s) {
		if s[i] < 'a' || s[i] > 'z' {
			return false
		}
	}
	return true
}

// nameWords are the places of the words of a name: numbers, so that nothing
// has to leave the stack.
type nameWords struct {
	n     int
	spans [mostWords][2]int
}

// split finds the runs of letters in s, as many as there is room for.
func (ws *nameWords) split(s []byte) {
	start := -1
	for i := range len(s) + 1 {
		letter := i < len(s) && s[i] >= 'a' && s[i] <= 'z'
		switch {
		case letter && start < 0:
			start = i
		case !letter && start >= 0:
			if ws.n == mostWords {
				return
			}
			ws.spans[ws.n] = [2]int{start, i}
			ws.n++
			start = -1
		}
	}
}

// word gives the i-th word, empty where there is none.
func (ws *nameWords) word(s *[longestName]byte, i int) []byte {
	return s[ws.spans[i][0]:ws.spans[i][1]]
}

// pieces tells whether rest is made of pieces of the second word and those
// after it, in their order: bit p of reached says that rest[:p] is.
func (ws *nameWords) pieces(s *[longestName]byte, rest string) bool {
	reached := uint64(1)
	for i := 1; i < ws.n; i++ {
		w, next := ws.word(s, i), reached
		for p := range len(rest) {
			if reached&(1<<p) == 0 {
				continue
			}
			for n := 1; p+n <= len(rest) && holds(w, rest[p:p+n]); n++ {
				if n > 1 || w[0] == rest[p] {
					next |= 1 << (p + n)
				}
			}
		}
		reached = next
	}
	return reached&(1<<len(rest)) != 0
}

func holds(w []byte, piece string) bool {
	for i := 0; i+len(piece) <= len(w); i++ {
		if string(w[i:i+len(piece)]) == piece {
			return true
		}
	}
	return false
}
