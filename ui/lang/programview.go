package lang

import (
	"rakor/model/target"
	"rakor/ui/keys"
)

// ProgramViews is the words of the ways of looking at the list of programmes.
type ProgramViews struct {
	Judge Judge

	Views    map[string]string // names, by state.ProgramView; the list is ""
	Groups   map[string]string // "per strategi", by state.ProgramBy
	Measures map[string]string // what the cells of the matrix hold, by state.Measure

	MoneyTitle, DepartmentTitle, MatrixTitle, JudgeTitle string
	Conclusion                                           string // heading of the sentences

	ColGroup, ColRows, ColBudget, ColHalf, ColYear, ColAbsorbed string
	// Figures of the judgement, few words each.
	OfPoor, HalfDone func(percent string) string
	NotYet           string
	Pairs            func(n int) string
	FitRows          func(fit, rows int, score string) string
	Aims             func(indicators int) string

	ColReady, ColGaps, ColBelow, ColDistrict, ColTotal string
	Half                                               string // name of the reference line
	OfYear                                             string // mark of a bar of the whole year
	OfYearWhy                                          string

	Empty      string // an empty cell
	Everywhere string // the row of what is for all of the region
	NoMoney    string // a cell whose budgets are not known
	Shades     string // what the shades mean

	EmptyCells func(n, of int) string
	// Saved filters, and what cannot be done.
	TooLong, NothingToKeep, FilterName, FiltersTitle, Use, KeepThis, NoFilters, ListFirst string
	FiltersFull                                                                           func(most int) string
	FilterKept                                                                            func(name string, removed bool) string

	Enter                           string // what Enter does on a cell or group
	EnterPart                       string // and on a part of the judgement
	ListSource                      string // where the figures come from
	ColBar                          string // the bar of absorption in a row
	Below                           func(n int) string
	HalfShare, YearShare, TargetsOf func(text string) string
	NoGroups                        string
	Unknown                         map[string]string // the group of what is not known, by state.ProgramBy

	Deciles    string // what is needed for targeting
	GroupHead  func(name string, rows int, known int64, budgeted, samples int) string
	LinearCell func(place, strategy string) string
	LinearView string
	AndThen    string // between two columns that the list is sorted by
	SavedAs    func(name string) string
	NoAbsorbed string
	Samples    func(n int) string
	More       func(n int) string
	MoreBelow  string
	Shared     func(n int) string
}

func programViews(l Lang) ProgramViews {
	return pick(l, programViewsID, programViewsEN)()
}

func programViewsID() ProgramViews {
	l := Indonesian
	n := l.count
	return ProgramViews{
		Judge:           l.Judge(),
		Views:           map[string]string{"": "daftar", "money": "serapan", "department": "OPD", "matrix": "matriks", "judgement": "penilaian"},
		Groups:          map[string]string{"": "tanpa kelompok", "strategy": "per strategi", "department": "per OPD", "funding": "per sumber dana", "year": "per tahun"},
		Measures:        map[string]string{"": "jumlah baris", "money": "pagu, juta Rp", "people": "sasaran, jiwa"},
		MoneyTitle:      "Serapan pagu",
		DepartmentTitle: "Perangkat daerah",
		MatrixTitle:     "Konvergensi kecamatan × strategi",
		JudgeTitle:      "Apakah program mencapai yang miskin?",
		Conclusion:      "Bacaan",
		ColGroup:        "Kelompok", ColRows: "Baris", ColBudget: "Pagu jt", ColHalf: "Sem I", ColYear: "Setahun", ColAbsorbed: "Serapan, persen dari pagu",
		ColReady: "Siap", ColGaps: "Paling kurang", ColBelow: "<50%", ColDistrict: "Kecamatan", ColTotal: "Jumlah",
		OfPoor:   func(p string) string { return "sasaran jiwa setara " + p + " penduduk miskin" },
		HalfDone: func(p string) string { return "semester I " + p + ", garis 50 %" },
		NotYet:   "belum dapat dinilai",
		Pairs: func(k int) string {
			if k == 0 {
				return "tidak terlihat"
			}
			return n(k) + " pasangan"
		},
		FitRows: func(fit, rows int, score string) string {
			return n(fit) + " dari " + n(rows) + " baris siap; isian lengkap " + score
		},
		Aims: func(k int) string { return n(k) + " indikator disasar" },
		Half: "50 %", OfYear: "*", OfYearWhy: "* realisasi setahun; semester I tidak diketahui",
		Empty: "kosong", Everywhere: "Seluruh kota/kabupaten", NoMoney: "?", Shades: "makin gelap, makin besar",
		EmptyCells: func(k, of int) string { return n(k) + " dari " + n(of) + " sel kosong" },
		TooLong:    "Saringan itu terlalu panjang; hapus dulu sebagian saringan (Esc).", NothingToKeep: "Tidak ada saringan yang terbaca untuk disimpan; tulis dulu dengan /.",
		FilterName: "Simpan saringan dengan nama", FiltersTitle: "Saringan tersimpan", Use: "Pakai", ListFirst: "Pilih barisnya di daftar dulu: Enter, atau Esc.", KeepThis: "Simpan saringan ini …", NoFilters: "Belum ada; tulis saringan dengan /, lalu simpan di sini",
		FiltersFull: func(k int) string { return "Sudah ada " + n(k) + " saringan; hapus salah satu dulu (F)." },
		FilterKept: func(name string, removed bool) string {
			if removed {
				return "Saringan " + quote(name) + " dihapus."
			}
			return "Saringan " + quote(name) + " disimpan; F memakainya."
		},
		Enter: "Enter: baris-barisnya", EnterPart: "Enter: tampilannya", ListSource: "daftar program OPD", ColBar: "0·50·",
		Below:     func(k int) string { return n(k) + " baris di bawah garis" },
		HalfShare: func(s string) string { return "semester I " + s },
		YearShare: func(s string) string { return "setahun " + s },
		TargetsOf: func(s string) string { return "sasaran " + s },
		NoGroups:  "Tidak ada baris selain contoh.",
		Unknown:   map[string]string{"strategy": "tanpa strategi", "department": "OPD tidak diketahui", "funding": "dana tidak diketahui", "year": "tahun tidak diketahui"},
		Deciles:   "belum dapat dihitung. Perlu jumlah penerima menurut desil DTSEN; lalu jalankan rakor program score --reached-deciles",
		GroupHead: func(name string, rows int, known int64, budgeted, samples int) string {
			out := name + " · " + n(rows) + " baris"
			if samples > 0 {
				out += ", " + n(samples) + " contoh"
			}
			if budgeted > 0 {
				return out + " · pagu " + l.Money(known) + " dari " + n(budgeted)
			}
			return out + " · pagu belum diketahui"
		},
		LinearCell: func(place, strategy string) string { return place + ", strategi " + strategy },
		LinearView: "Tampilan", AndThen: " lalu ",
		SavedAs:    func(name string) string { return "saringan “" + name + "”" },
		NoAbsorbed: "realisasi tidak diketahui",
		Samples:    func(k int) string { return n(k) + " contoh tidak ikut" },
		More:       func(k int) string { return n(k) + " pasangan lagi: rakor program score" },
		MoreBelow:  "… selengkapnya: D",
		Shared: func(k int) string {
			return n(k) + " baris untuk beberapa kecamatan dihitung di tiap kecamatan; pagu dan sasarannya tidak, karena tidak dapat dipisah."
		},
	}
}

func programViewsEN() ProgramViews {
	l := English
	n := l.count
	return ProgramViews{
		Judge:           l.Judge(),
		Views:           map[string]string{"": "list", "money": "absorption", "department": "offices", "matrix": "matrix", "judgement": "judgement"},
		Groups:          map[string]string{"": "no groups", "strategy": "by strategy", "department": "by office", "funding": "by funding", "year": "by year"},
		Measures:        map[string]string{"": "number of entries", "money": "budget, million Rp", "people": "targets, people"},
		MoneyTitle:      "Absorption of budgets",
		DepartmentTitle: "Offices",
		MatrixTitle:     "Convergence, district × strategy",
		JudgeTitle:      "Do the programmes reach the poor?",
		Conclusion:      "Reading",
		ColGroup:        "Group", ColRows: "Rows", ColBudget: "Rp m", ColHalf: "Sem I", ColYear: "Year", ColAbsorbed: "Absorbed, per cent of the budget",
		ColReady: "Ready", ColGaps: "Most lacking", ColBelow: "<50%", ColDistrict: "District", ColTotal: "Total",
		OfPoor:   func(p string) string { return "targets in people are " + p + " of the poor" },
		HalfDone: func(p string) string { return "semester I " + p + ", line 50%" },
		NotYet:   "cannot be told yet",
		Pairs: func(k int) string {
			if k == 0 {
				return "none seen"
			}
			return n(k) + plural(k, " pair", " pairs")
		},
		FitRows: func(fit, rows int, score string) string {
			return n(fit) + " of " + n(rows) + plural(rows, " row", " rows") + " fit; parts told " + score
		},
		Aims: func(k int) string { return n(k) + plural(k, " indicator aimed at", " indicators aimed at") },
		Half: "50%", OfYear: "*", OfYearWhy: "* of the whole year; semester I is not known",
		Empty: "empty", Everywhere: "All of the region", NoMoney: "?", Shades: "the darker, the more",
		EmptyCells: func(k, of int) string { return n(k) + " of " + n(of) + plural(of, " cell", " cells") + " empty" },
		TooLong:    "That filter is too long; clear part of the filter first (Esc).", NothingToKeep: "There is no filter that can be read to be kept; type one first with /.",
		FilterName: "Keep the filter under the name", FiltersTitle: "Saved filters", Use: "Use", ListFirst: "Choose the row in the list first: Enter, or Esc.", KeepThis: "Keep this filter …", NoFilters: "None yet; type a filter with /, then keep it here",
		FiltersFull: func(k int) string { return "There are " + n(k) + " filters; remove one first (F)." },
		FilterKept: func(name string, removed bool) string {
			if removed {
				return "The filter " + quote(name) + " is removed."
			}
			return "The filter " + quote(name) + " is kept; F uses it."
		},
		Enter: "Enter: its rows", EnterPart: "Enter: its view", ListSource: "list of programmes", ColBar: "0·50·",
		Below:     func(k int) string { return n(k) + plural(k, " row", " rows") + " below the line" },
		HalfShare: func(s string) string { return "semester I " + s },
		YearShare: func(s string) string { return "year " + s },
		TargetsOf: func(s string) string { return "targets " + s },
		NoGroups:  "There is nothing but samples.",
		Unknown:   map[string]string{"strategy": "no strategy", "department": "office not known", "funding": "funding not known", "year": "year not known"},
		Deciles:   "cannot be told yet. It needs recipients by decile of DTSEN; then run rakor program score --reached-deciles",
		GroupHead: func(name string, rows int, known int64, budgeted, samples int) string {
			out := name + " · " + n(rows) + plural(rows, " row", " rows")
			if samples > 0 {
				out += ", " + n(samples) + plural(samples, " sample", " samples")
			}
			if budgeted > 0 {
				return out + " · budget " + l.Money(known) + " from " + n(budgeted)
			}
			return out + " · no budget known"
		},
		LinearCell: func(place, strategy string) string { return place + ", strategy " + strategy },
		LinearView: "View", AndThen: " then ",
		SavedAs:    func(name string) string { return "filter “" + name + "”" },
		NoAbsorbed: "spending not known",
		Samples:    func(k int) string { return n(k) + plural(k, " sample", " samples") + " left out" },
		More:       func(k int) string { return n(k) + plural(k, " more pair", " more pairs") + ": rakor program score" },
		MoreBelow:  "… all of it: D",
		Shared: func(k int) string {
			return n(k) + plural(k, " row", " rows") + " for several districts count in each; their budgets and targets do not, since they cannot be told apart."
		},
	}
}

// Band names a step of absorption where it is known.
func (v ProgramViews) Band(x target.Absorption) string {
	switch {
	case x.Semester1.OK:
		return v.Judge.Band(target.BandOf(x.Semester1.V))
	case x.Year.OK:
		return v.Judge.Band(target.BandOf(x.Year.V))
	}
	return ""
}

// programCommandWords gives the words of the commands of the third tab's views.
func programCommandWords(c keys.Command) [2]CommandWords {
	two := func(id, en CommandWords) [2]CommandWords { return [2]CommandWords{id, en} }
	switch c {
	case keys.SortThen:
		return two(CommandWords{"urut juga", "urut menurut kolom berikut dulu, lalu urutan sekarang", "urut juga"}, CommandWords{"sort also", "sort by the next column first, then as now", "sort also"})
	case keys.Matrix:
		return two(CommandWords{"matriks", "kecamatan × strategi, dan kembali", "matriks"}, CommandWords{"matrix", "district × strategy, and back", "matrix"})
	case keys.GroupBy:
		return two(CommandWords{"kelompok berikut", "kelompokkan menurut strategi, OPD, dana, tahun; matriks: jumlah, pagu, jiwa", "kelompok"}, CommandWords{"group next", "group by strategy, office, funding, year; matrix: entries, budget, people", "group"})
	case keys.SaveFilter:
		return two(CommandWords{"simpan saringan", "simpan saringan ini dengan nama", "simpan"}, CommandWords{"save filter", "keep this filter under a name", "save"})
	default:
		return two(CommandWords{"saringan tersimpan", "pakai, simpan, hapus saringan", "saringan"}, CommandWords{"saved filters", "use, keep, remove a filter", "filters"})
	}
}
