package model

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// WarningKind names something odd about an entry; the words are stable.
type WarningKind string

// The kinds. An entry with a warning is kept all the same.
const (
	// WarnDuplicate: another entry has the same code, year, strategy,
	// department, name, activity and places.
	WarnDuplicate WarningKind = "duplicate"
	// WarnNomenclature: the code is not in the built-in nomenclature, or that
	// of the user.
	WarnNomenclature WarningKind = "not-in-nomenclature"
	// WarnCode: the code is not of the form urusan.bidang.program[...].
	WarnCode WarningKind = "malformed-code"
	// WarnOverBudget: more was realised than is budgeted.
	WarnOverBudget WarningKind = "over-budget"
	// WarnOverTarget: more were reached than aimed at, in the same unit.
	WarnOverTarget WarningKind = "over-target"
	// WarnUnits: target and reached are counted in different units, so that
	// they cannot be compared.
	WarnUnits WarningKind = "units-differ"
	// WarnRealised: the year's realised figure is below that of a semester.
	WarnRealised WarningKind = "realised-below-semester"
)

// Warning is one odd thing about an entry.
type Warning struct {
	Kind  WarningKind
	ID    ProgrammeID
	Field Field       // the field it is about
	Found string      // as plain text
	Want  string      // what it was held against; may be empty
	Other ProgrammeID // the earlier entry that says the same; "" for other kinds
}

// String names the entry and what is odd, for developers.
func (w Warning) String() string {
	s := "model: programme " + string(w.ID) + ", " + string(w.Field) + " " + strconv.Quote(w.Found) + ": " + string(w.Kind)
	if w.Other != "" {
		s += " of " + string(w.Other)
	}
	return s
}

// Warnings gives what is odd about an entry by itself, in the order of the
// kinds. A nil nomenclature asks nothing of the code but its form.
func (p *Programme) Warnings(n *Nomenclature) []Warning {
	var out []Warning
	warn := func(k WarningKind, f Field, want string) {
		out = append(out, Warning{Kind: k, ID: p.ID, Field: f, Found: p.Text(f), Want: want})
	}
	if _, err := ParseProgrammeCode(p.Code); err != nil {
		warn(WarnCode, FieldCode, "")
	} else if n != nil {
		if _, ok := n.Find(p.Code); !ok {
			near, _ := n.Nearest(p.Code)
			warn(WarnNomenclature, FieldCode, near.Code)
		}
	}
	if b := p.EffectiveBudget(); b.OK && p.Realised.OK && p.Realised.V > b.V {
		budget := Programme{Budget: b}
		warn(WarnOverBudget, FieldRealised, budget.Text(FieldBudget))
	}
	if p.Target.OK && p.Reached.OK {
		switch {
		case p.Target.V.Unit != p.Reached.V.Unit:
			warn(WarnUnits, FieldReached, p.Text(FieldTarget))
		case p.Reached.V.N > p.Target.V.N:
			warn(WarnOverTarget, FieldReached, p.Text(FieldTarget))
		}
	}
	for _, f := range []Field{FieldRealisedH1, FieldRealisedH2} {
		if m := p.money(f); m.OK && p.Realised.OK && p.Realised.V < m.V {
			warn(WarnRealised, f, p.Text(FieldRealised))
		}
	}
	return out
}

// Warnings gives what is odd about the entries of a list: of each by itself,
// and those that say the same as an earlier one. They come in the order of the
// entries. The entries are not changed. Cost: O(n).
func Warnings(entries []Programme, n *Nomenclature) []Warning {
	twins := Duplicates(entries)
	var out []Warning
	for i := range entries {
		p := &entries[i]
		if other, ok := twins[p.ID]; ok {
			out = append(out, Warning{Kind: WarnDuplicate, ID: p.ID, Field: FieldName, Found: p.Name, Other: other})
		}
		out = append(out, p.Warnings(n)...)
	}
	return out
}

// Duplicates gives, for every entry that says the same as an earlier one, that
// earlier one: the same region, code, year, strategy, department, name,
// activity and places, without regard to case and blanks. One programme under
// two strategies is two entries, and no duplicate. Cost: O(n).
func Duplicates(entries []Programme) map[ProgrammeID]ProgrammeID {
	first := make(map[uint64]int, len(entries)) // by a digest of what makes two the same
	var out map[ProgrammeID]ProgrammeID
	var key, other []byte
	for i := range entries {
		key = entries[i].appendLikeness(key[:0])
		digest := fnv(key)
		at, again := first[digest]
		if !again {
			first[digest] = i
			continue
		}
		other = entries[at].appendLikeness(other[:0])
		if !bytes.Equal(key, other) { // another text of the same digest: one in 2^64
			continue
		}
		if out == nil {
			out = map[ProgrammeID]ProgrammeID{}
		}
		out[entries[i].ID] = entries[at].ID
	}
	return out
}

// fnv is the digest FNV-1a of 64 bits (Fowler, Noll, Vo).
func fnv(b []byte) uint64 {
	h := uint64(14695981039346656037)
	for _, c := range b {
		h = (h ^ uint64(c)) * 1099511628211
	}
	return h
}

// Alike tells whether two entries say the same, as [Duplicates] means it.
func (p *Programme) Alike(o *Programme) bool {
	return p.Region == o.Region && p.Year == o.Year && p.Strategy == o.Strategy &&
		len(p.Places) == len(o.Places) && bytes.Equal(p.appendLikeness(nil), o.appendLikeness(nil))
}

// appendLikeness appends what makes two entries say the same.
func (p *Programme) appendLikeness(b []byte) []byte {
	b = append(append(b, p.Region...), 0)
	b = append(strconv.AppendInt(b, int64(p.Year), 10), 0)
	b = append(strconv.AppendInt(b, int64(p.Strategy), 10), 0)
	b = appendPlainCode(b, p.Code)
	for _, s := range [...]string{p.Department, p.Name, p.Activity} {
		b = appendPlain(append(b, 0), s)
	}
	// Places are the same in any order; few entries have more than one.
	if len(p.Places) > 0 {
		return appendSorted(append(b, 0), p.Places)
	}
	return appendSorted(append(b, 1), p.PlaceNames)
}

// appendPlainCode appends a code without the zeros that a spreadsheet drops.
func appendPlainCode(b []byte, code string) []byte {
	start := true
	for i := range len(code) {
		if c := code[i]; c != '0' || !start || i+1 == len(code) || code[i+1] == '.' {
			b = append(b, c)
			start = c == '.'
		}
	}
	return b
}

// appendPlain appends a text in small letters, one blank between its words.
func appendPlain(b []byte, s string) []byte {
	gap := false
	from := len(b)
	for _, r := range s {
		if unicode.IsSpace(r) {
			gap = true
			continue
		}
		if gap && len(b) > from {
			b = append(b, ' ')
		}
		gap = false
		b = utf8.AppendRune(b, unicode.ToLower(r))
	}
	return b
}

func appendSorted[T ~string](b []byte, xs []T) []byte {
	if !slices.IsSorted(xs) {
		xs = slices.Sorted(slices.Values(xs))
	}
	for _, x := range xs {
		b = append(appendPlain(b, string(x)), ';')
	}
	return b
}

// Deciles reads a band of deciles from the words of a target group: "desil
// 1-4", "desil 1 s.d. 4", "decile 3", "D1-D4". ok is false where the words name
// none, or none from 1 to 10.
func Deciles(group string) (from, to int, ok bool) {
	words := strings.FieldsFunc(strings.ToLower(group), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	})
	for i, w := range words {
		rest := words[i+1:]
		switch {
		case w == "desil" || w == "decile" || w == "deciles":
		case len(w) > 1 && w[0] == 'd' && digits(w[1:]):
			rest = append([]string{w[1:]}, rest...)
		default:
			continue
		}
		from, to = decileBand(rest)
		return from, to, from >= 1 && to >= from && to <= 10
	}
	return 0, 0, false
}

// decileBand reads one number, or the first and last of a band, from the words
// behind the name.
func decileBand(words []string) (from, to int) {
	for _, w := range words {
		switch n := decile(w); {
		case n > 0 && from == 0:
			from, to = n, n
		case n > 0:
			return from, n
		case from > 0 && (w == "s" || w == "d" || w == "sd" || w == "sampai" || w == "hingga" || w == "to"):
		default:
			return from, to
		}
	}
	return from, to
}

// decile reads 1 to 10, with or without a d before it; 0 for anything else.
func decile(w string) int {
	w = strings.TrimPrefix(w, "d")
	switch {
	case len(w) == 1 && w >= "1" && w <= "9":
		return int(w[0] - '0')
	case w == "10":
		return 10
	}
	return 0
}
