package block

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/displaywidth"
)

// maxMarks is how many combining marks a character may have; more only serve
// to spill over other lines.
const maxMarks = 4

// unknown is drawn for what must not or cannot be drawn.
const unknown = "�"

// next takes the first character of s: how many bytes it has, how many columns
// it takes, and what is to be drawn for it. Control characters become a
// replacement mark, line breaks and tabs a blank; format characters (bidi
// marks, joiners, variation selectors) have no width and no text.
//
// Terminals and the renderer measure text by character or by cluster, as they
// know how. So that all agree, nothing passes that would be one cluster with a
// neighbour: flags become their letters, skin tones are left out, and marks
// with a width of their own become a replacement mark.
func next(s string) (n, w int, text string) {
	if c := s[0]; c >= ' ' && c < 0x7f {
		return 1, 1, s[:1]
	}
	r, n := utf8.DecodeRuneInString(s)
	if r >= 0xa1 && r < 0x250 && r != 0xad || r >= 0x2500 && r < 0x25a2 {
		return n, 1, s[:n] // Latin letters, box drawing and blocks: the usual ones
	}
	switch {
	case r == '\t' || r == '\n' || r == '\r', unicode.In(r, unicode.Zl, unicode.Zp):
		return n, 1, " "
	case unicode.In(r, unicode.Cf, unicode.Variation_Selector):
		return n, 0, ""
	case r == utf8.RuneError && n == 1, sticky(r):
		return n, 1, unknown
	case unicode.In(r, unicode.Mn, unicode.Me):
		return n, 0, s[:n]
	case r >= 0x1f1e6 && r <= 0x1f1ff: // half a flag
		return n, 1, letters[r-0x1f1e6 : r-0x1f1e6+1]
	case r >= 0x1f3fb && r <= 0x1f3ff: // skin tone
		return n, 0, ""
	case !unicode.In(r, unicode.L, unicode.N, unicode.P, unicode.S, unicode.Zs):
		return n, 1, unknown // controls, private use, not assigned
	}
	switch w = displaywidth.Rune(r); {
	case w <= 0:
		return n, 0, ""
	case w > 2:
		w = 2
	}
	return n, w, s[:n]
}

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

// sticky tells whether r is one cluster with a character beside it although it
// has a width of its own: spacing vowel signs, signs that bind consonants,
// signs that stand before, single letters of Korean syllables.
func sticky(r rune) bool {
	switch {
	case r < 0x900:
		return false
	case unicode.Is(unicode.Mc, r):
		return true
	case r >= 0x1100 && r <= 0x11ff, r >= 0xa960 && r <= 0xa97f, r >= 0xd7b0 && r <= 0xd7ff:
		return true
	}
	switch r {
	case 0xe33, 0xeb3, 0xff9e, 0xff9f:
		return true
	case 0x94d, 0x9cd, 0xacd, 0xb4d, 0xc4d, 0xd4d:
		return true
	case 0xd4e, 0x111c2, 0x111c3, 0x113d1, 0x1193f, 0x11941, 0x11a84, 0x11a85, 0x11a86, 0x11a87, 0x11a88, 0x11a89, 0x11d46, 0x11f02:
		return true
	}
	return false
}

// Width gives the columns that s takes when drawn.
func Width(s string) int {
	sum := 0
	for len(s) > 0 {
		n, w, _ := next(s)
		s = s[n:]
		sum += w
	}
	return sum
}

// Clip cuts s to at most w columns; what is cut ends in an ellipsis ("…", or
// "~" under ASCII, where a real one is not to be had in one column).
func Clip(s string, w int, ascii bool) string {
	if w <= 0 {
		return ""
	}
	sum, cut := 0, 0
	for i := 0; i < len(s); {
		n, k, _ := next(s[i:])
		if sum+k > w {
			mark := "…"
			if ascii {
				mark = "~"
			}
			return s[:cut] + mark
		}
		sum += k
		i += n
		if sum <= w-1 {
			cut = i
		}
	}
	return s
}

// Clean gives s as it would be drawn: without control sequences, bidi marks
// and line breaks. It is the door for text that leaves by another way than a
// canvas (linear mode, command line).
func Clean(s string) string {
	ok := true
	for i := range len(s) {
		if s[i] < ' ' || s[i] >= 0x7f {
			ok = false
			break
		}
	}
	if ok {
		return s
	}
	var b strings.Builder
	marks := maxMarks // none before the first character
	for len(s) > 0 {
		n, w, text := next(s)
		s = s[n:]
		if w > 0 {
			marks = 0
		} else if marks++; marks > maxMarks {
			continue
		}
		b.WriteString(text)
	}
	return b.String()
}
