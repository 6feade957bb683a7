package filter_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rakor/model"
	"rakor/model/filter"
)

// list is six entries that differ in what can be asked for.
func list() []model.Programme {
	return []model.Programme{
		{
			ID: "bpum", Year: 2025, Department: "DPKUKMP", Code: "2.17.07", Name: "Program Pemberdayaan UMKM",
			Activity: "Bantuan modal usaha mikro", Strategy: 2, Budget: model.Known[model.Rupiah](2_500_000_000),
			Realised: model.Known[model.Rupiah](825_000_000), TargetText: "1.000 pelaku usaha mikro",
			Target: model.Known(model.Count{N: 1000, Unit: model.PerBusiness}), Sources: []model.SourceID{"S30"}, Funding: "APBD kota",
		},
		{
			ID: "bst", Year: 2023, Department: "Dinas Sosial", Code: "1.06.05", Name: "Program Perlindungan dan Jaminan Sosial",
			Activity: "Bantuan Sosial Tunai", Strategy: 1, Budget: model.Known[model.Rupiah](880_000_000), TargetText: "2.200 KPM",
			Target: model.Known(model.Count{N: 2200, Unit: model.PerFamily}), Sources: []model.SourceID{"S36"},
		},
		{
			ID: "rtlh", Year: 2025, Department: "Disperkimtan", Code: "1.04.04", Name: "Program Perumahan", Activity: "RTLH 29 unit",
			Strategy: 3, Budget: model.Known[model.Rupiah](1_450_000_000), BudgetComputed: true,
			Realised: model.Known[model.Rupiah](1_500_000_000), TargetText: "29 rumah",
			Target: model.Known(model.Count{N: 29, Unit: model.PerHouse}), Places: []model.KemendagriCode{"62.71.03.1001"}, PlaceNames: []string{"Palangka"},
			Sources: []model.SourceID{"S31", "S33"},
		},
		{
			ID: "dashat", Year: 2025, Department: "DPPKBP3APM", Code: "2.14.03", Name: "Program KB", Activity: "Dapur Sehat",
			Strategy: 1, TargetText: "keluarga berisiko stunting", PlaceNames: []string{"semua"}, Sources: []model.SourceID{"S46"},
		},
		{
			ID: "jalan", Year: 2025, Department: "Dinas PUPR", Code: "1.03.10", Name: "Program Penyelenggaraan Jalan",
			Activity: "Rehabilitasi Jalan", Strategy: 3, Sample: true, Places: []model.KemendagriCode{"62.71.05", "62.71.02"},
			Sources: []model.SourceID{"S13"}, TargetText: "kelurahan",
		},
		{ID: "tkpk", Year: 2025, Department: "Bapperida", Code: "5.01.03", Name: "Program Koordinasi", Activity: "Koordinasi TKPK"},
	}
}

func dataset() *model.Dataset {
	return model.NewDataset(model.Parts{
		Regions: []model.Region{
			{Code: "6271", Kemendagri: "62.71", Level: model.LevelCity, Name: "Kota Palangka Raya"},
			{Code: "62.71.02", Kemendagri: "62.71.02", Level: model.LevelDistrict, Name: "Bukit Batu", Parent: "6271"},
			{Code: "62.71.03", Kemendagri: "62.71.03", Level: model.LevelDistrict, Name: "Jekan Raya", Parent: "6271"},
			{Code: "62.71.03.1001", Kemendagri: "62.71.03.1001", Level: model.LevelVillage, Name: "Palangka", Parent: "62.71.03"},
			{Code: "62.71.05", Kemendagri: "62.71.05", Level: model.LevelDistrict, Name: "Rakumpit", Parent: "6271"},
			{Code: "62.71.05.1005", Kemendagri: "62.71.05.1005", Level: model.LevelVillage, Name: "Pager", Parent: "62.71.05"},
		},
		Sources: []model.Source{{ID: "S36", Title: "Dinsos BST", Publisher: "tribunnews"}},
	})
}

func matches(t *testing.T, expr string) []string {
	t.Helper()
	e, err := filter.Parse(expr)
	if err != nil {
		t.Fatalf("Parse(%q): %v", expr, err)
	}
	e = e.Within(dataset(), "6271")
	out := []string{}
	for _, p := range list() {
		if e.Match(&p) {
			out = append(out, string(p.ID))
		}
	}
	return out
}

func TestMatch(t *testing.T) {
	all := []string{"bpum", "bst", "rtlh", "dashat", "jalan", "tkpk"}
	for _, c := range []struct {
		name, expr string
		want       []string
	}{
		{"nothing asked", "", all},
		{"blanks alone", " \t ", all},
		{"free text over the activity", "bantuan", []string{"bpum", "bst"}},
		{"parts are joined by and", "bantuan modal", []string{"bpum"}},
		{"quoted words stand together", `"modal bantuan"`, nil},
		{"curly quotes", "“bantuan modal”", []string{"bpum"}},
		{"case and accents", "BÀNTUÁN MÓDAL", []string{"bpum"}},
		{"free text over department", "pupr", []string{"jalan"}},
		{"free text over target", "stunting", []string{"dashat"}},
		{"free text over place names", "semua", []string{"dashat"}},
		{"free text over named places of codes", "rakumpit", []string{"jalan"}},
		{"an op inside quotes is text", `"strategi:2"`, nil},

		{"strategy", "strategi:2", []string{"bpum"}},
		{"strategy in English", "strategy:2", []string{"bpum"}},
		{"strategy none", "strategi:0", []string{"tkpk"}},
		{"no strategy is not below 2", "strategi<2", []string{"bst", "dashat"}},
		{"office contains", "opd:sosial", []string{"bst"}},
		{"office shortened", "opd:dinsos", []string{"bst"}},
		{"office exact", "opd=bapperida", []string{"tkpk"}},
		{"office exact is not contains", "opd=dinas", nil},
		{"office quoted", `department:"dinas sosial"`, []string{"bst"}},
		{"code begins", "kode:1.0", []string{"bst", "rtlh", "jalan"}},
		{"code does not contain", "kode:06", nil},
		{"year", "tahun:2023", []string{"bst"}},
		{"year compared", "year>2023 -contoh:ya", []string{"bpum", "rtlh", "dashat", "tkpk"}},

		{"budget above", "pagu>1M", []string{"bpum", "rtlh"}},
		{"budget jt", "pagu<900jt", []string{"bst"}},
		{"budget in full", "pagu=1.450.000.000", []string{"rtlh"}},
		{"budget with comma and M", "pagu=1,45M", []string{"rtlh"}},
		{"unit as a word of its own", "pagu>=1,45 M", []string{"bpum", "rtlh"}},
		{"unit apart and a word after it", "pagu > 100 juta modal", []string{"bpum"}},
		{"Rp before", "pagu<=Rp880.000.000", []string{"bst"}},
		{"Rp apart", "pagu<= Rp 880 jt", []string{"bst"}},
		{"English million", "budget<1000m", []string{"bst"}},
		{"English billion", "budget>=1.45bn", []string{"bpum", "rtlh"}},
		{"m is miliar behind an Indonesian name", "pagu>2m", []string{"bpum"}},
		{"atMost sign", "pagu≤880jt", []string{"bst"}},
		{"unknown is not below", "pagu<1000T", []string{"bpum", "bst", "rtlh"}},
		{"unknown is not below, turned round", "-pagu<1000T", nil},
		{"unknown has a word of its own", "tanpa:pagu", []string{"dashat", "jalan", "tkpk"}},
		{"known", "!tanpa:pagu", []string{"bpum", "bst", "rtlh"}},
		{"realised", "real<50", []string{"bpum"}},
		{"realised equal as shown", "real=33", []string{"bpum"}},
		{"realised equal with decimals", "real=33,1", nil},
		{"realised over", "real>100%", []string{"rtlh"}},
		{"realised per cent apart", "real > 100 %", []string{"rtlh"}},
		{"without realised", "tanpa:realisasi", []string{"bst", "dashat", "jalan", "tkpk"}},
		{"without sample leaves them out", "tanpa:contoh tahun:2025 strategi:3", []string{"rtlh"}},

		{"target number", "sasaran>=1.000", []string{"bpum", "bst"}},
		{"target number in words", "sasaran:keluarga", []string{"dashat"}},
		{"target number equal", "target=29", []string{"rtlh"}},
		{"target number contained in words", "sasaran:1.000", []string{"bpum"}},
		{"unit", "satuan:kk", []string{"bst"}},
		{"unit quoted", `unit:"house"`, []string{"rtlh"}},
		{"unit turned round leaves unknown out", "-satuan:kk", []string{"bpum", "rtlh"}},

		{"place by name", "kec:Rakumpit", []string{"jalan"}},
		{"place holds its villages", "kec:jekan", []string{"rtlh"}},
		{"a village is not its district", "kec:Pager", nil},
		{"place by code", "place:62.71.03", []string{"rtlh"}},
		{"place code is cut at dots", "place:62.71.0", nil},
		{"place exact", "kec=palangka", []string{"rtlh"}},
		{"blank after the colon", "kec: Rakumpit", []string{"jalan"}},
		{"without place", "tanpa:kec", []string{"bpum", "bst", "tkpk"}},
		{"turned round text", "-bantuan -program:jalan", []string{"rtlh", "dashat", "tkpk"}},
		{"turned round quote", `-"bantuan modal" bantuan`, []string{"bst"}},

		{"source", "sumber:s30", []string{"bpum"}},
		{"source is not a beginning", "sumber:S3", nil},
		{"source by publisher", "source:tribun", []string{"bst"}},
		{"funding", "dana:apbd", []string{"bpum"}},
		{"sample", "contoh:ya", []string{"jalan"}},
		{"no sample", "sample:no kode:1", []string{"bst", "rtlh"}},
		{"the line of the manual", `strategi:2 pagu>100jt real<50 opd:dpk "bantuan modal" mikro`, []string{"bpum"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if c.want == nil {
				c.want = []string{}
			}
			if d := cmp.Diff(c.want, matches(t, c.expr)); d != "" {
				t.Errorf("%q (-want +got):\n%s", c.expr, d)
			}
		})
	}
}

func TestWholeRegionIsForEachOfItsPlaces(t *testing.T) {
	all := &model.Programme{Activity: "Dana kelurahan", Places: []model.KemendagriCode{"62.71"}}
	for expr, want := range map[string]bool{
		"kec:Rakumpit":       true,
		"kec:Pager":          true,
		"-kec:Rakumpit":      false,
		"kec=Rakumpit":       false, // named, not reached
		"kec:Sampit":         false, // no place of this region
		"rakumpit":           false, // a word that nowhere stands
		"place:62.71":        true,
		"place:62.71.05":     true,
		"tanpa:kec":          false,
		`kelurahan:"palang"`: true,
	} {
		e, err := filter.Parse(expr)
		if err != nil {
			t.Fatal(err)
		}
		if got := e.Within(dataset(), "6271").Match(all); got != want {
			t.Errorf("%s = %v, want %v", expr, got, want)
		}
	}
}

func TestShortNamesOfOffices(t *testing.T) {
	for _, c := range []struct {
		word, name string
		want       bool
	}{
		{"dinsos", "Dinas Sosial", true},
		{"disdik", "Dinas Pendidikan", true},
		{"dinkes", "Dinas Kesehatan", true},
		{"diskan", "Dinas Perikanan", true},
		{"disdukcapil", "Dinas Kependudukan dan Pencatatan Sipil", true},
		{"bappeda", "Badan Perencanaan Pembangunan Daerah", true},
		{"dpkp", "Dinas Pertanian dan Ketahanan Pangan", true},
		{"dinsos", "Dinas Kesehatan", false},
		{"disdik", "Dinas Kesehatan", false},
		{"dinkes", "Dinas Pendidikan", false},
		{"dinkes", "DPKP (Pertanian & Ketahanan Pangan)", false},
		{"sosdin", "Dinas Sosial", false},
		{"dins", "Disperkimtan", false},
	} {
		e, err := filter.Parse("opd:" + c.word)
		if err != nil {
			t.Fatal(err)
		}
		if got := e.Match(&model.Programme{Department: c.name}); got != c.want {
			t.Errorf("opd:%s on %q = %v, want %v", c.word, c.name, got, c.want)
		}
	}
}

func TestErrorsPointAtTheFault(t *testing.T) {
	for _, c := range []struct {
		name, expr string
		want       filter.Error
	}{
		{"unknown field", "kec:a pagi>1", filter.Error{Pos: 6, Len: 4, Token: "pagi", Reason: filter.UnknownField, Suggest: []string{"pagu"}}},
		{"unknown field without a neighbour", "xyzzy:1", filter.Error{Pos: 0, Len: 5, Token: "xyzzy", Reason: filter.UnknownField}},
		{"no field", ":5", filter.Error{Pos: 0, Len: 1, Token: ":", Reason: filter.NoField}},
		{"no value", "a pagu>", filter.Error{Pos: 2, Len: 5, Token: "pagu>", Reason: filter.NoValue}},
		{"empty quotes", `kec:""`, filter.Error{Pos: 4, Len: 2, Token: `""`, Reason: filter.NoValue}},
		{"open quote", `a "bc`, filter.Error{Pos: 2, Len: 3, Token: `"bc`, Reason: filter.OpenQuote}},
		{"nothing negated", "a - b", filter.Error{Pos: 2, Len: 1, Token: "-", Reason: filter.NothingNegated}},
		{"text has no order", "kec<5", filter.Error{Pos: 3, Len: 1, Token: "<", Reason: filter.NoOrder}},
		{"bad number", "pagu>banyak", filter.Error{Pos: 5, Len: 6, Token: "banyak", Reason: filter.BadNumber}},
		{"bad groups", "pagu>1.45.000", filter.Error{Pos: 5, Len: 8, Token: "1.45.000", Reason: filter.BadNumber}},
		{"two readings", "pagu>1.234 jt", filter.Error{Pos: 5, Len: 8, Token: "1.234 jt", Reason: filter.AmbiguousNumber}},
		{"two readings of a percentage", "real<1.234", filter.Error{Pos: 5, Len: 5, Token: "1.234", Reason: filter.AmbiguousNumber}},
		{"M in English", "budget>1M", filter.Error{Pos: 7, Len: 2, Token: "1M", Reason: filter.AmbiguousUnit}},
		{"part of a rupiah", "pagu>1,45", filter.Error{Pos: 5, Len: 4, Token: "1,45", Reason: filter.NeedsUnit}},
		{"part of a year", "tahun>2024,5", filter.Error{Pos: 6, Len: 6, Token: "2024,5", Reason: filter.NotWhole}},
		{"amount where a percentage belongs", "real>100jt", filter.Error{Pos: 5, Len: 5, Token: "100jt", Reason: filter.NotPercent}},
		{"bad choice", "contoh:entah", filter.Error{Pos: 7, Len: 5, Token: "entah", Reason: filter.BadChoice, Suggest: []string{"ya", "tidak"}}},
		{"bad field of without", "tanpa:pagi", filter.Error{Pos: 6, Len: 4, Token: "pagi", Reason: filter.BadChoice, Suggest: []string{"pagu"}}},
		{"after accents the place is in bytes", "é kec<5", filter.Error{Pos: 6, Len: 1, Token: "<", Reason: filter.NoOrder}},
	} {
		t.Run(c.name, func(t *testing.T) {
			e, err := filter.Parse(c.expr)
			var fault *filter.Error
			if !errors.As(err, &fault) {
				t.Fatalf("Parse(%q) error = %v, want a *filter.Error", c.expr, err)
			}
			if d := cmp.Diff(c.want, *fault); d != "" {
				t.Errorf("%q (-want +got):\n%s", c.expr, d)
			}
			if !e.Empty() {
				t.Error("an expression came with the error")
			}
		})
	}
}

func TestNumbersHaveOneReading(t *testing.T) {
	for _, c := range []struct {
		text string
		want int64 // 0: an error
	}{
		{"100jt", 100_000_000},
		{"1450jt", 1_450_000_000},
		{"1.450.000.000", 1_450_000_000},
		{"1,450,000,000", 1_450_000_000},
		{"1.450 jt", 0}, // 1,45 or 1450 million
		{"1.450,5jt", 1_450_500_000},
		{"1,450.5jt", 1_450_500_000},
		{"1.450", 1_450},
		{"0.125 M", 125_000_000},
		{"1,5 miliar", 1_500_000_000},
		{"2 triliun", 2_000_000_000_000},
		{"5 rb", 5_000},
		{"Rp. 5rb", 5_000},
		{"12,", 0},
		{",5jt", 0},
		{"1.5.5", 0},
		{"1,2.3,4", 0},
		{"1..5", 0},
		{"5 kg", 0},
		{"50%", 0},
		{strings.Repeat("9", 400), 0},
	} {
		e, err := filter.Parse(`pagu="` + c.text + `"`)
		if c.want == 0 {
			if err == nil {
				t.Errorf("%q was read", c.text)
			}
			continue
		}
		if err != nil {
			t.Errorf("%q: %v", c.text, err)
			continue
		}
		if !e.Match(&model.Programme{Budget: model.Known(model.Rupiah(c.want))}) {
			t.Errorf("%q is not %d", c.text, c.want)
		}
	}
}

func TestFieldsHaveWorkingExamplesAndUniqueNames(t *testing.T) {
	seen := map[string]bool{}
	for _, f := range filter.Fields() {
		if _, err := filter.Parse(f.Example); err != nil {
			t.Errorf("%s: the example does not parse: %v", f.Name, err)
		}
		for _, n := range append([]string{f.Name, f.English}, f.Aliases...) {
			if n == "" || seen[n] {
				t.Errorf("name %q of %s is empty or taken", n, f.Name)
			}
			seen[n] = true
		}
		for _, v := range f.Values {
			if _, err := filter.Parse(f.Name + `:"` + v + `"`); err != nil {
				t.Errorf("%s: offered value %q: %v", f.Name, v, err)
			}
		}
		if f.Kind == filter.Choice && len(f.Values) == 0 {
			t.Errorf("%s offers no values", f.Name)
		}
	}
}

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"Palangka RAYA": "palangka raya",
		"E\u0301COLE":   "ecole",
		"Ça Œuvre":      "ca oeuvre",
		"Ja’far":        "ja'far",
		"a\u00a0b":      "a b",
		"pa\u200bger":   "pager",
		"\u202Eabc":     "abc",
		"日本":            "日本",
	} {
		if got := filter.Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestSort(t *testing.T) {
	ps := list()
	ptrs := make([]*model.Programme, len(ps))
	for i := range ps {
		ptrs[i] = &ps[i]
	}
	before := slices.Clone(ptrs)
	for _, c := range []struct {
		key  string
		desc bool
		want string
	}{
		{"", false, "bpum bst rtlh dashat jalan tkpk"},
		{"nonsense", true, "bpum bst rtlh dashat jalan tkpk"},
		{"department", false, "tkpk jalan bst rtlh bpum dashat"},
		{"code", false, "jalan rtlh bst dashat bpum tkpk"},
		{"name", false, "bpum bst dashat tkpk jalan rtlh"},
		{"strategy", false, "bst dashat bpum rtlh jalan tkpk"},
		{"strategy", true, "rtlh jalan bpum bst dashat tkpk"},
		{"target", false, "bst rtlh bpum dashat jalan tkpk"},
		{"target", true, "bst rtlh bpum dashat jalan tkpk"},
		{"budget", false, "bst rtlh bpum dashat jalan tkpk"},
		{"budget", true, "bpum rtlh bst dashat jalan tkpk"},
		{"realised", false, "bpum rtlh bst dashat jalan tkpk"},
		{"realised", true, "rtlh bpum bst dashat jalan tkpk"},
		{"place", false, "jalan rtlh dashat bpum bst tkpk"},
		{"year", false, "bst bpum rtlh dashat jalan tkpk"},
		{"year", true, "bpum rtlh dashat jalan tkpk bst"},
	} {
		var got []string
		for _, p := range filter.Sort(ptrs, c.key, c.desc) {
			got = append(got, string(p.ID))
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("Sort(%q, desc=%v) = %s, want %s", c.key, c.desc, s, c.want)
		}
	}
	if !slices.Equal(ptrs, before) {
		t.Error("the slice passed in was changed")
	}
}

// Match must not build strings for plain text: a list of 20,000 is filtered on
// every key.
func TestMatchDoesNotAllocate(t *testing.T) {
	e, err := filter.Parse(`kec:rakumpit strategi:3 -opd:dinsos jalan tanpa:pagu`)
	if err != nil {
		t.Fatal(err)
	}
	e = e.Within(dataset(), "6271")
	ps := list()
	n := testing.AllocsPerRun(100, func() {
		for i := range ps {
			e.Match(&ps[i])
		}
	})
	if n > 0 {
		t.Errorf("%v allocations a run", n)
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{
		`kec:Pahandut strategi:2 pagu>100jt real<50 tanpa:pagu opd:dinsos "bantuan modal" teks`, "-!x", "pagu>1,45 M", "\xff:\xfe", "a≤b",
		`“x”y"z`, "pagu = Rp Rp Rp 1", "é<é", "sasaran:balita",
	} {
		f.Add(s)
	}
	ds, ps := dataset(), list()
	f.Fuzz(func(t *testing.T, s string) {
		e, err := filter.Parse(s)
		if err != nil {
			var fault *filter.Error
			if !errors.As(err, &fault) {
				t.Fatalf("%q: error %T", s, err)
			}
			if fault.Pos < 0 || fault.Len < 0 || fault.Pos+fault.Len > len(s) || s[fault.Pos:fault.Pos+fault.Len] != fault.Token || fault.Reason == "" {
				t.Fatalf("%q: the error points nowhere: %+v", s, fault)
			}
			return
		}
		bound := e.Within(ds, "6271")
		for i := range ps {
			if e.Match(&ps[i]) && !strings.ContainsAny(s, "-!") && !bound.Match(&ps[i]) {
				t.Fatalf("%q: binding names lost entry %s", s, ps[i].ID)
			}
		}
		if len(strings.Fields(s)) == 0 != e.Empty() {
			t.Fatalf("%q: empty = %v", s, e.Empty())
		}
	})
}

func Benchmark20000(b *testing.B) {
	base := list()
	ps := make([]*model.Programme, 20_000)
	for i := range ps {
		p := base[i%len(base)]
		p.Budget.V += model.Rupiah(i * 7919 % 10007)
		ps[i] = &p
	}
	e, err := filter.Parse(`a -contoh:ya opd:dinsos`)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("filter", func(b *testing.B) {
		for b.Loop() {
			for _, p := range ps {
				e.Match(p)
			}
		}
	})
	for _, key := range []string{"name", "budget"} {
		b.Run("sort="+key, func(b *testing.B) {
			for b.Loop() {
				filter.Sort(ps, key, true)
			}
		})
	}
}

// The budget that is searched, sorted and held against what was spent is the
// one that holds: the revised one where there is one.
func TestTheRevisedBudgetHolds(t *testing.T) {
	t.Parallel()
	money := model.Known[model.Rupiah]
	cut := &model.Programme{ID: "cut", Budget: money(100), BudgetRevised: money(10), Realised: money(5)}
	plain := &model.Programme{ID: "plain", Budget: money(50), Realised: money(5)}
	late := &model.Programme{ID: "late", BudgetRevised: money(70)}
	all := []*model.Programme{cut, plain, late}
	for expr, want := range map[string]string{"pagu>40": "plain late ", "pagu=10": "cut ", "tanpa:pagu": "", "real=50": "cut ", "-pagu>40": "cut "} {
		e, err := filter.Parse(expr)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, p := range all {
			if e.Match(p) {
				got += string(p.ID) + " "
			}
		}
		if got != want {
			t.Errorf("%s finds %q, want %q", expr, got, want)
		}
	}
	if got := filter.Sort(all, "budget", true); got[0] != late || got[2] != cut {
		t.Errorf("sorted %s %s %s", got[0].ID, got[1].ID, got[2].ID)
	}
}
