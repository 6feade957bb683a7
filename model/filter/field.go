package filter

import (
	"slices"
	"strings"

	"rakor/model"
)

// Kind tells what can be asked of a field.
type Kind uint8

// The kinds.
const (
	Text    Kind = iota // contains, or =
	Number              // a whole number: year, strategy, target
	Money               // rupiah
	Percent             // 0 to 100 and above
	Choice              // one of Values
)

// Field is one thing that can be asked for, for completion and help.
type Field struct {
	Name    string   // Indonesian
	English string   // English
	Aliases []string // other names that are taken, both languages
	Kind    Kind
	Values  []string // the words that a Choice takes, one each, Indonesian
	Example string   // a part of an expression that uses it
}

// field is the identity of a Field.
type field uint8

const (
	onAnyText field = iota
	onDepartment
	onCode
	onProgramme
	onActivity
	onYear
	onStrategy
	onBudget
	onRealised
	onTarget
	onUnit
	onPlace
	onFunding
	onSource
	onSample
	onWithout
)

// entry of the table of fields.
type named struct {
	id field
	Field
	english []string // those of the aliases that are English
}

func table() []named {
	yes := []string{"ya", "tidak"}
	return []named{
		{onDepartment, Field{"opd", "department", []string{"dinas", "pd", "dept"}, Text, nil, "opd:dinsos"}, []string{"dept"}},
		{onCode, Field{"kode", "code", nil, Text, nil, "kode:1.06"}, nil},
		{onProgramme, Field{"program", "programme", []string{"nama", "name"}, Text, nil, `program:"jaminan sosial"`}, []string{"name"}},
		{onActivity, Field{"kegiatan", "activity", nil, Text, nil, "kegiatan:rtlh"}, nil},
		{onYear, Field{"tahun", "year", []string{"thn"}, Number, nil, "tahun>=2024"}, nil},
		{onStrategy, Field{"strategi", "strategy", []string{"str"}, Number, nil, "strategi:2"}, nil},
		{onBudget, Field{"pagu", "budget", []string{"anggaran", "alokasi", "allocation"}, Money, nil, "pagu>100jt"}, []string{"allocation"}},
		{onRealised, Field{"real", "realised", []string{"realisasi", "realized"}, Percent, nil, "real<50"}, []string{"realized"}},
		{onTarget, Field{"sasaran", "target", nil, Number, nil, "sasaran>=1.000"}, nil},
		{onUnit, Field{"satuan", "unit", nil, Choice, unitWords(0), "satuan:keluarga"}, nil},
		{onPlace, Field{"kec", "place", []string{"kecamatan", "kel", "kelurahan", "lokasi", "tempat", "district", "village"}, Text, nil, "kec:Pahandut"}, []string{"district", "village"}},
		{onFunding, Field{"dana", "funding", []string{"pembiayaan"}, Text, nil, "dana:APBN"}, nil},
		{onSource, Field{"sumber", "source", nil, Text, nil, "sumber:S30"}, nil},
		{onSample, Field{"contoh", "sample", nil, Choice, yes, "contoh:tidak"}, nil},
		{onWithout, Field{"tanpa", "without", nil, Choice, nil, "tanpa:pagu"}, nil},
	}
}

// Fields lists the fields in the order in which they are offered.
func Fields() []Field {
	t := table()
	out := make([]Field, len(t))
	for i, n := range t {
		out[i] = n.Field
		if n.id == onWithout {
			for _, m := range t {
				if m.id != onWithout && m.id != onUnit {
					out[i].Values = append(out[i].Values, m.Name)
				}
			}
		}
	}
	return out
}

// find gives the field of a name; english tells that the name is the English
// one, which decides how m is read behind a number.
func find(t []named, name string) (n named, english, ok bool) {
	folded := Fold(name)
	for _, n := range t {
		switch {
		case n.Name == folded:
			return n, false, true
		case n.English == folded:
			return n, true, true
		case slices.Contains(n.Aliases, folded):
			return n, slices.Contains(n.english, folded), true
		}
	}
	return named{}, false, false
}

// nearest gives the names of fields that a wrong name may have meant: those it
// begins or that begin it, then those at most two typing errors away.
func nearest(t []named, name string) []string {
	folded := Fold(name)
	var first, second []string
	for _, n := range t {
		for _, s := range append([]string{n.Name, n.English}, n.Aliases...) {
			switch {
			case len(folded) > 1 && (strings.HasPrefix(s, folded) || strings.HasPrefix(folded, s)):
				first = append(first, s)
			case len(folded) > 2 && distance(s, folded) <= min(2, len(folded)/3):
				second = append(second, s)
			}
		}
	}
	out := slices.Concat(first, second)
	return out[:min(3, len(out))]
}

// distance is the least number of letters to change, add or leave out
// (Levenshtein 1966).
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost = min(diagonal, row[j], row[j+1]) + 1
			}
			diagonal, row[j+1] = row[j+1], cost
		}
	}
	return row[len(b)]
}

// units are the words that a unit of targets goes by, the Indonesian one
// offered first, the English one second.
func units() []struct {
	unit  model.TargetUnit
	words []string
} {
	return []struct {
		unit  model.TargetUnit
		words []string
	}{
		{model.PerPerson, []string{"jiwa", "person", "orang", "people", "persons"}},
		{model.PerFamily, []string{"keluarga", "family", "kk", "kpm", "families"}},
		{model.PerHousehold, []string{"ruta", "household", "rumah tangga", "households"}},
		{model.PerHouse, []string{"rumah", "house", "houses"}},
		{model.PerBusiness, []string{"usaha", "business", "businesses", "umkm"}},
		{model.PerStudent, []string{"murid", "student", "siswa", "students"}},
		{model.PerGroup, []string{"kelompok", "group", "groups"}},
	}
}

// unitWords gives the i-th word of every unit.
func unitWords(i int) []string {
	var out []string
	for _, u := range units() {
		out = append(out, u.words[i])
	}
	return out
}

func findUnit(word string) (model.TargetUnit, bool) {
	folded := Fold(word)
	for _, u := range units() {
		if slices.Contains(u.words, folded) {
			return u.unit, true
		}
	}
	return "", false
}

// findChoice reads yes and no.
func findChoice(word string) (yes, ok bool) {
	switch Fold(word) {
	case "ya", "y", "yes", "true", "1":
		return true, true
	case "tidak", "tdk", "t", "no", "n", "false", "0", "bukan":
		return false, true
	}
	return false, false
}
