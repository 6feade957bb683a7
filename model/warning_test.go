package model_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rakor/model"
)

func TestParseProgrammeCode(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]model.ProgrammeCode{
		"1.06.05":           {Affair: "1", Field: "06", Program: "05"},
		"1.06.05.2.02":      {Affair: "1", Field: "06", Program: "05", Tier: "2", Activity: "02"},
		"1.06.05.2.02.0006": {Affair: "1", Field: "06", Program: "05", Tier: "2", Activity: "02", Sub: "0006"},
		"1.06.05.2.02.06":   {Affair: "1", Field: "06", Program: "05", Tier: "2", Activity: "02", Sub: "06"},
		"X.XX.01":           {Affair: "X", Field: "XX", Program: "01"},
	} {
		got, err := model.ParseProgrammeCode(text)
		if err != nil || got != want || got.String() != text {
			t.Errorf("%s: %+v %v", text, got, err)
		}
	}
	for _, bad := range []string{"", "1", "1.06", "1.06.05.2", "1.06.05.2.02.0006.1", "1..05", "1.06.XX", "11.06.05", "1.06.05.2.02.", "a.b.c", "1,06,05"} {
		if _, err := model.ParseProgrammeCode(bad); !errors.Is(err, model.ErrProgrammeCode) {
			t.Errorf("%q: %v", bad, err)
		}
	}
	up, _ := model.ParseProgrammeCode("1.06.05.2.02.0006")
	for _, want := range []string{"1.06.05.2.02", "1.06.05"} {
		if up = up.Up(); up.String() != want {
			t.Errorf("%s, want %s", up, want)
		}
	}
	if up.Up() != (model.ProgrammeCode{}) {
		t.Error("a code above a programme")
	}
}

func FuzzParseProgrammeCode(f *testing.F) {
	f.Add("1.06.05.2.02.0006")
	f.Add("1.6.5")
	f.Add("X.XX.01")
	f.Fuzz(func(t *testing.T, s string) {
		c, err := model.ParseProgrammeCode(s)
		if err != nil {
			return
		}
		again, err := model.ParseProgrammeCode(c.String())
		if err != nil || again != c {
			t.Fatalf("%q: %q reads as %v, %v", s, c.String(), again, err)
		}
	})
}

func FuzzParseDate(f *testing.F) {
	f.Add("2026-03-31")
	f.Add("31/3/2026")
	f.Fuzz(func(t *testing.T, s string) {
		d, err := model.ParseDate(s)
		if err != nil {
			return
		}
		if again, err := model.ParseDate(string(d)); err != nil || again != d {
			t.Fatalf("%q: %q reads as %q, %v", s, d, again, err)
		}
	})
}

func TestNomenclature(t *testing.T) {
	t.Parallel()
	n := model.NewNomenclature([]model.NomenclatureItem{
		{Code: "1.06.05", Name: "Perlindungan"}, {Code: "1.06.05.2.02", Name: "Data"}, {Code: "1.06.05", Name: "Perlindungan baru"},
	})
	if it, ok := n.Find("1.6.5"); !ok || it.Name != "Perlindungan baru" || len(n.Items()) != 2 {
		t.Errorf("%v %v", it, n.Items())
	}
	if _, ok := n.Find("1.06.05.2.02.0006"); ok {
		t.Error("found a sub activity that is not there")
	}
	if it, ok := n.Nearest("1.06.05.2.02.0006"); !ok || it.Code != "1.06.05.2.02" {
		t.Errorf("nearest %v", it)
	}
	if it, ok := n.Nearest("1.06.05.2.09.0001"); !ok || it.Code != "1.06.05" {
		t.Errorf("nearest %v", it)
	}
	if _, ok := (*model.Nomenclature)(nil).Find("1.06.05"); ok {
		t.Error("found in no list")
	}
}

func TestWarnings(t *testing.T) {
	t.Parallel()
	n := model.NewNomenclature([]model.NomenclatureItem{{Code: "1.06.05"}})
	base := edit(t, full(), "code", "1.06.05")
	next := func(id model.ProgrammeID, pairs ...string) model.Programme {
		p := edit(t, *base, pairs...)
		p.ID = id
		return *p
	}
	malformed := next("e")
	malformed.Code = "bukan kode"
	list := []model.Programme{
		*base,
		next("b", "department", "DINAS  sosial"), // blanks and case
		next("c", "strategy", "2"),               // another strategy: another entry
		next("d", "code", "1.06.09", "name", "Lain", "realised_h1", "5000"), // 5,400 of 1,200
		malformed,
		next("f", "places", "62.71.02", "reached", "30 person"), // target in families
		next("g", "places", "62.71.03", "reached", "21 family"), // of 20
	}
	var got []string
	for _, w := range model.Warnings(list, n) {
		got = append(got, string(w.ID)+" "+string(w.Kind)+" "+string(w.Other))
	}
	want := []string{"b duplicate u1", "d not-in-nomenclature ", "d over-budget ", "e malformed-code ", "f units-differ ", "g over-target "}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestAlike(t *testing.T) {
	t.Parallel()
	a := full()
	a.Places = []model.KemendagriCode{"62.71.01", "62.71.02"}
	for name, c := range map[string]struct {
		change func(p *model.Programme)
		want   bool
	}{
		"itself":            {func(*model.Programme) {}, true},
		"case and blanks":   {func(p *model.Programme) { p.Name = "  PERLINDUNGAN " }, true},
		"zeros of the code": {func(p *model.Programme) { p.Code = "1.6.5.2.2.6" }, true},
		"order of places":   {func(p *model.Programme) { p.Places = []model.KemendagriCode{"62.71.02", "62.71.01"} }, true},
		"money":             {func(p *model.Programme) { p.Budget = model.Maybe[model.Rupiah]{} }, true},
		"another place":     {func(p *model.Programme) { p.Places = []model.KemendagriCode{"62.71.01", "62.71.03"} }, false},
		"another code":      {func(p *model.Programme) { p.Code = "1.06.05.2.02.0060" }, false},
		"another code, 10":  {func(p *model.Programme) { p.Code = "1.60.5.2.02.0006" }, false},
		"words moved":       {func(p *model.Programme) { p.Name, p.Activity = "Perlindungan Bantuan", "" }, false},
		"another year":      {func(p *model.Programme) { p.Year++ }, false},
	} {
		b := full()
		b.Places = []model.KemendagriCode{"62.71.01", "62.71.02"}
		b.ID = "other"
		c.change(&b)
		_, duplicate := model.Duplicates([]model.Programme{a, b})["other"]
		if a.Alike(&b) != c.want || b.Alike(&a) != c.want || duplicate != c.want {
			t.Errorf("%s: alike %v, duplicate %v", name, a.Alike(&b), duplicate)
		}
	}
}

func TestDeciles(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][3]int{
		"desil 1-4": {1, 4, 1}, "Desil 1 s.d. 4": {1, 4, 1}, "lansia desil 3": {3, 3, 1}, "D1–D4 DTSEN": {1, 4, 1}, "decile 1 to 10": {1, 10, 1},
		"murid SD keluarga desil 1-4": {1, 4, 1}, "desil": {0, 0, 0}, "1.000 pelaku usaha": {0, 0, 0}, "desil 4-1": {4, 1, 0}, "desil 12": {0, 0, 0}, "": {0, 0, 0},
	} {
		from, to, ok := model.Deciles(text)
		if ok != (want[2] == 1) || ok && (from != want[0] || to != want[1]) {
			t.Errorf("%q: %d-%d %v, want %v", text, from, to, ok, want)
		}
	}
}
