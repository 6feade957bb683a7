package model

import (
	"fmt"
	"slices"
	"strings"
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
	s := fmt.Sprintf("model: programme %s, %s %q: %s", w.ID, w.Field, w.Found, w.Kind)
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
// two strategies is two entries, and no duplicate.
func Duplicates(entries []Programme) map[ProgrammeID]ProgrammeID {
	first := make(map[string]ProgrammeID, len(entries))
	var out map[ProgrammeID]ProgrammeID
	var key []byte
	for i := range entries {
		p := &entries[i]
		key = p.appendLikeness(key[:0])
		other, again := first[string(key)]
		if !again {
			first[string(key)] = p.ID
			continue
		}
		if out == nil {
			out = map[ProgrammeID]ProgrammeID{}
		}
		out[p.ID] = other
	}
	return out
}

// Alike tells whether two entries say the same, as [Duplicates] means it.
func (p *Programme) Alike(o *Programme) bool {
	return p.Region == o.Region && p.Year == o.Year && p.Strategy == o.Strategy &&
		string(p.appendLikeness(nil)) == string(o.appendLikeness(nil))
}

// appendLikeness appends what makes two entries say the same.
func (p *Programme) appendLikeness(b []byte) []byte {
	b = fmt.Appendf(b, "%s\x00%d\x00%d", p.Region, p.Year, p.Strategy)
	code := p.Code
	if c, err := ParseProgrammeCode(code); err == nil {
		code = c.String()
	}
	for _, s := range [...]string{code, p.Department, p.Name, p.Activity} {
		b = append(b, 0)
		for i, w := range strings.Fields(s) {
			if i > 0 {
				b = append(b, ' ')
			}
			b = append(b, strings.ToLower(w)...)
		}
	}
	places := join(slices.Sorted(slices.Values(p.Places)))
	if len(p.Places) == 0 {
		places = strings.ToLower(strings.Join(slices.Sorted(slices.Values(p.PlaceNames)), ";"))
	}
	return append(append(b, 0), places...)
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
