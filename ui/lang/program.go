package lang

import (
	"strings"

	"rakor/model"
	"rakor/model/filter"
)

// Program is the words of the tab.
type Program struct {
	Title string

	// Heads of the columns, at most as wide as the narrowest column.
	ColDepartment, ColCode, ColActivity, ColProgramme, ColStrategy, ColYear string
	ColTarget, ColBudget, ColRealised, ColPlace, ColFlags                   string
	SortWord                                                                func(key string) string // "urut pagu"

	RowsAll   func(rows, samples int) string
	RowsShown func(shown, all int) string
	RowsRange func(from, to, of int) string
	Years     func(from, to model.Year) string

	// Pieces of the line of sums; each stands for itself.
	SumRows     func(rows int) string
	SumBudget   func(rows int, sum int64) string
	SumComputed func(rows int, sum int64) string // without the mark before it
	SumNone     func(rows int) string
	SumSamples  func(rows int) string
	SumYears    func(from, to model.Year) string
	SumNothing  string
	// The same in few columns.
	FewBudget   func(rows int, sum int64) string
	FewComputed func(rows int, sum int64) string
	FewNone     func(rows int) string
	FewSamples  func(rows int) string

	FilterLabel  string
	FilterUnused string // the filter is not used at all
	FilterPart   string // only what stands before the fault is used
	NoMatch      string
	NoMatchHint  string

	// Home regions without a list.
	NoList       func(region string) string
	NoListWhy    string
	ListsOf      func(regions string) string
	ChangeHome   func(example string) string
	OwnData      string
	RegionCount  func(region string, rows int) string
	NoListLinear func(region string) string

	// Flags, by model.Flag: a letter of one column and what it means.
	FlagLetters [7]string
	FlagWords   [7]string
	FlagLegend  [7]string // short, for the legend line
	Without     string    // before the letters of what is missing
	SampleTag   string    // before the activity of a sample
	SampleWhy   string    // what a sample is

	// Labels of an entry's facts.
	LabelActivity, LabelProgramme, LabelDepartment, LabelCode, LabelYear, LabelStrategy string
	LabelTarget, LabelBudget, LabelRealised, LabelPlace, LabelFunding, LabelEvidence    string
	LabelSource, LabelNote, LabelFlags, LabelID, LabelUnit, LabelHow                    string

	Unknown    string // "tidak diketahui"
	NotKnown   func(labels string) string
	NoStrategy string
	// NoStrategyShort is the same in at most 10 columns.
	NoStrategyShort string
	NoFlags         string
	AllPlaces       string
	TargetAs        func(text string) string // how the source words it
	TargetNoUnit    string                   // words without a number and unit
	Computed        func(basis string) string
	ReadBudget      string // the figure was read, not worked out
	OfBudget        func(percent string) string
	UnitBudget      func(year model.Year) string
	UnitNoYear      string
	UnknownWhy      string // why an unknown budget is not zero
	Evidence        func(code string) string
	SourceKind      func(k model.SourceKind) string
	Entry           func(n, of int) string
	MoreLines       func(n int) string
	NoEntry         string
	DetailTitle     string
	CardTitle       func(name string) string
	StatusSource    func(sources string) string
	StatusSample    func(sources string) string
	StatusNone      string

	// The panel of sums by strategy and department.
	ByStrategy, ByDepartment                                                         string
	SumColName, SumColRows, SumColBudgeted, SumColKnown, SumColRead                  string
	SumColComputed, SumColNone                                                       string
	Unit                                                                             string // of the bars
	BarNote                                                                          func(samples int) string
	YearNote                                                                         func(from, to model.Year) string
	LinearStrategy                                                                   func(coded bool, name string) string
	LinearStrategySum                                                                func(rows, budgeted int, sum int64) string
	LinearTargets                                                                    string
	LinearRow                                                                        func(n int) string
	SortOrder                                                                        func(word string, desc bool) string
	LinearFilter, LinearSort, LinearRows, LinearSums, LinearSelected, LinearMoreRows string

	// Warnings: what, and why it matters.
	WarnTitle                                                string
	WarnFilter, WarnFilterWhy                                string
	WarnYears                                                func(from, to model.Year) string
	WarnYearsWhy                                             string
	WarnComputed, WarnNoBudget, WarnNoRealised, WarnNoTarget func(n, of int) string
	WarnComputedWhy                                          func(mark string) string
	WarnNoBudgetWhy, WarnNoRealisedWhy                       string
	WarnNoTargetWhy, WarnSamplesWhy, WarnPressWhy            string
	WarnNoPlaceWhy, WarnOverWhy, WarnUnitsWhy                string
	WarnSamples, WarnPress, WarnNoPlace, WarnOver            func(n, of int) string
	WarnUnits                                                func(list string) string
}

func program(l Lang) Program { return pick(l, programID(), programEN()) }

func programID() Program {
	l := Indonesian
	n := l.count
	rows := func(k int) string { return n(k) + " baris" }
	of := func(text string) func(int, int) string {
		return func(k, all int) string { return n(k) + " dari " + n(all) + " " + text }
	}
	return Program{
		Title:         "Program OPD",
		ColDepartment: "OPD", ColCode: "Kode", ColActivity: "Kegiatan", ColProgramme: "Program", ColStrategy: "S",
		ColYear:   "Thn",
		ColTarget: "Sasaran", ColBudget: "Pagu jt", ColRealised: "Real", ColPlace: "Lokasi", ColFlags: "Tanda",
		SortWord: sortWordID,

		RowsAll: func(k, samples int) string {
			if samples == 0 {
				return rows(k)
			}
			return rows(k) + ", " + n(samples) + " contoh"
		},
		RowsShown: func(k, all int) string { return n(k) + " dari " + rows(all) },
		RowsRange: func(a, b, all int) string { return "baris " + n(a) + "-" + n(b) + " dari " + n(all) },
		Years:     years,

		SumRows:     func(k int) string { return "Tampil " + rows(k) },
		SumBudget:   func(k int, v int64) string { return "pagu " + l.Money(v) + " dari " + rows(k) },
		SumComputed: func(k int, v int64) string { return "dihitung " + l.Money(v) + " dari " + rows(k) },
		SumNone:     func(k int) string { return n(k) + " tanpa pagu" },
		SumSamples:  func(k int) string { return n(k) + " contoh (x) tidak dijumlah" },
		SumYears:    func(a, b model.Year) string { return "tahun " + years(a, b) + " tercampur" },
		SumNothing:  "belum ada pagu yang diketahui",
		FewBudget:   func(k int, v int64) string { return "Rp" + l.MoneyShort(v) + " (" + n(k) + ")" },
		FewComputed: func(k int, v int64) string { return l.MoneyShort(v) + " (" + n(k) + ")" },
		FewNone:     func(k int) string { return n(k) + " tanpa pagu" },
		FewSamples:  func(k int) string { return n(k) + " contoh x" },

		FilterLabel:  "Saring",
		FilterUnused: "saringan belum dipakai",
		FilterPart:   "hanya bagian sebelum tanda ^ yang dipakai",
		NoMatch:      "Tidak ada baris yang cocok dengan saringan.",
		NoMatchHint:  "Esc menghapus saringan.",

		NoList:       func(r string) string { return "Belum ada daftar program untuk " + r + "." },
		NoListWhy:    "Data bawaan tidak memuat program OPD wilayah ini. Itu tidak berarti wilayah ini tidak punya program.",
		ListsOf:      func(r string) string { return "Daftar yang ada: " + r + "." },
		ChangeHome:   func(ex string) string { return "Untuk melihatnya, jalankan perintah: " + ex },
		OwnData:      "Daftar sendiri dibaca dari folder data: rakor --data FOLDER",
		RegionCount:  func(r string, k int) string { return r + " (" + rows(k) + ")" },
		NoListLinear: func(r string) string { return "Program OPD " + r + ": belum ada daftar" },

		FlagLetters: [7]string{"x", "P", "R", "S", "L", "≈", ">"},
		FlagWords: [7]string{
			"contoh", "tanpa pagu", "tanpa realisasi", "sasaran tanpa angka dan satuan", "tanpa lokasi", "pagu dihitung", "realisasi di atas pagu",
		},
		FlagLegend: [7]string{"contoh", "pagu", "realisasi", "sasaran", "lokasi", "dihitung", "di atas pagu"},
		Without:    "Tanpa:",
		SampleTag:  "contoh",
		SampleWhy:  "Contoh: kode dan nama ada dalam nomenklatur, tetapi belum terlihat dijalankan di wilayah ini.",

		LabelActivity: "Kegiatan", LabelProgramme: "Program", LabelDepartment: "OPD", LabelCode: "Kode", LabelYear: "Tahun", LabelStrategy: "Strategi",
		LabelTarget: "Sasaran", LabelBudget: "Pagu", LabelRealised: "Realisasi", LabelPlace: "Lokasi", LabelFunding: "Dana", LabelEvidence: "Terlihat",
		LabelSource: "Sumber", LabelNote: "Catatan", LabelFlags: "Tanda", LabelID: "Nomor", LabelUnit: "Satuan", LabelHow: "Asal angka",

		Unknown:         "tidak diketahui",
		NotKnown:        func(s string) string { return "tidak diketahui: " + s },
		NoStrategy:      "tanpa strategi (penunjang)",
		NoStrategyShort: "Penunjang",
		NoFlags:         "tidak ada",
		AllPlaces:       "semua",
		TargetAs:        func(s string) string { return "“" + s + "”" },
		TargetNoUnit:    "sumber tidak menyebut angka dengan satuan",
		Computed: func(b string) string {
			return "dihitung" + orNothing(b, ": ", "")
		},
		ReadBudget: "terbaca di sumber",
		OfBudget:   func(p string) string { return p + " dari pagu" },
		UnitBudget: func(y model.Year) string { return "rupiah, tahun anggaran " + years(y, y) },
		UnitNoYear: "rupiah, tahun tidak diketahui",
		UnknownWhy: "Tidak diketahui bukan nol: baris ini tidak ikut dalam jumlah.",
		Evidence:   evidenceID,
		SourceKind: sourceKindID,
		Entry:      func(k, all int) string { return "baris " + n(k) + " dari " + n(all) },
		MoreLines:  func(k int) string { return "… " + n(k) + " lagi: Enter" },
		NoEntry:    "Tidak ada baris terpilih.",

		DetailTitle:  "Rincian",
		CardTitle:    func(s string) string { return "Pagu: " + s },
		StatusSource: func(s string) string { return "Sumber: " + s },
		StatusSample: func(s string) string { return "Baris contoh, bukan data wilayah ini. Acuan: " + s },
		StatusNone:   "Sumber baris ini tidak diketahui",

		ByStrategy: "Pagu diketahui per strategi", ByDepartment: "Per perangkat daerah",
		SumColName: "Strategi", SumColRows: "Baris", SumColBudgeted: "Berpagu", SumColKnown: "Juta Rp",
		SumColRead: "Dibaca", SumColComputed: "Dihitung", SumColNone: "Tanpa",
		Unit: "juta Rp",
		BarNote: func(k int) string {
			if k == 0 {
				return "Termasuk pagu yang dihitung."
			}
			return "Termasuk pagu yang dihitung; tanpa " + n(k) + " baris contoh."
		},
		YearNote: func(a, b model.Year) string { return "Tahun " + years(a, b) + " tercampur: bukan angka setahun." },
		LinearStrategy: func(coded bool, s string) string {
			if !coded {
				return s
			}
			return "Strategi " + s
		},
		LinearStrategySum: func(k, b int, v int64) string {
			out := rows(k) + " di luar contoh"
			if b == 0 {
				return out + ", belum ada pagu yang diketahui"
			}
			return out + ", " + n(b) + " di antaranya berpagu, jumlah " + l.Rupiah(v)
		},
		LinearTargets: "Jumlah sasaran, per satuan",
		LinearRow:     func(k int) string { return "Baris " + n(k) },
		SortOrder: func(s string, desc bool) string {
			if desc {
				return s + " turun"
			}
			return s + " naik"
		},
		LinearFilter: "Saringan", LinearSort: "Urutan", LinearRows: "Baris", LinearSums: "Jumlah", LinearSelected: "Baris terpilih", LinearMoreRows: "Baris lain",

		WarnTitle:     "Peringatan: Program OPD",
		WarnFilter:    "Saringan tidak terbaca seluruhnya",
		WarnFilterWhy: "Daftar dan jumlah hanya memakai bagian yang terbaca.",
		WarnYears:     func(a, b model.Year) string { return "Jumlah pagu mencampur tahun " + years(a, b) },
		WarnYearsWhy:  "Itu bukan pagu setahun. Saring satu tahun, misalnya tahun:2025.",
		WarnComputed:  of("pagu dihitung dari unit x harga"),
		WarnComputedWhy: func(m string) string {
			return "Plafon bukan pagu dokumen anggaran; jumlahnya ditulis terpisah dengan tanda " + m + "."
		},
		WarnNoBudget:    of("baris tanpa pagu"),
		WarnNoBudgetWhy: "Tidak diketahui bukan nol: jumlah pagu adalah batas bawah.",
		WarnNoRealised:  of("baris tanpa realisasi"),
		WarnNoRealisedWhy: "Serapan belum dapat dinilai; OPD perlu mengisi realisasi " +
			"semester.",
		WarnNoTarget:    of("baris tanpa sasaran dengan angka dan satuan"),
		WarnNoTargetWhy: "Jangkauan baris itu tidak dapat dihitung.",
		WarnSamples:     of("baris adalah contoh (x)"),
		WarnSamplesWhy:  "Kode dan nama ada dalam nomenklatur, tetapi belum terlihat dijalankan di wilayah ini. Tidak ikut dalam jumlah.",
		WarnPress:       of("pagu berasal dari berita"),
		WarnPressWhy:    "Angka berita perlu dicocokkan dengan dokumen anggaran.",
		WarnNoPlace:     of("baris tanpa lokasi"),
		WarnNoPlaceWhy:  "Tidak dapat dinilai apakah program sampai ke kecamatan yang membutuhkan.",
		WarnOver:        of("baris dengan realisasi di atas pagu"),
		WarnOverWhy:     "Periksa pagu perubahan atau salah ketik.",
		WarnUnits:       func(s string) string { return "Sasaran dalam satuan berbeda: " + s },
		WarnUnitsWhy:    "Satuan berbeda tidak dijumlahkan: satu keluarga bukan satu jiwa.",
	}
}

func programEN() Program {
	l := English
	n := l.count
	rows := func(k int) string { return n(k) + plural(k, " row", " rows") }
	of := func(noun, one, many string) func(int, int) string {
		return func(k, all int) string {
			return n(k) + " of " + n(all) + " " + noun + plural(all, "", "s") + " " + plural(k, one, many)
		}
	}
	return Program{
		Title:         "Programmes",
		ColDepartment: "Office", ColCode: "Code", ColActivity: "Activity", ColProgramme: "Programme", ColStrategy: "S", ColYear: "Year",
		ColTarget: "Target", ColBudget: "Rp m", ColRealised: "Spent", ColPlace: "Place", ColFlags: "Flags",
		SortWord: sortWordEN,

		RowsAll: func(k, samples int) string {
			if samples == 0 {
				return rows(k)
			}
			return rows(k) + ", " + n(samples) + plural(samples, " sample", " samples")
		},
		RowsShown: func(k, all int) string { return n(k) + " of " + rows(all) },
		RowsRange: func(a, b, all int) string { return "rows " + n(a) + "-" + n(b) + " of " + n(all) },
		Years:     years,

		SumRows:     func(k int) string { return rows(k) + " shown" },
		SumBudget:   func(k int, v int64) string { return "budget " + l.Money(v) + " from " + rows(k) },
		SumComputed: func(k int, v int64) string { return "computed " + l.Money(v) + " from " + rows(k) },
		SumNone:     func(k int) string { return n(k) + " without budget" },
		SumSamples:  func(k int) string { return n(k) + plural(k, " sample", " samples") + " (x) not summed" },
		SumYears:    func(a, b model.Year) string { return "years " + years(a, b) + " mixed" },
		SumNothing:  "no budget is known yet",
		FewBudget:   func(k int, v int64) string { return "Rp" + l.MoneyShort(v) + " (" + n(k) + ")" },
		FewComputed: func(k int, v int64) string { return l.MoneyShort(v) + " (" + n(k) + ")" },
		FewNone:     func(k int) string { return n(k) + " no budget" },
		FewSamples:  func(k int) string { return n(k) + plural(k, " sample x", " samples x") },

		FilterLabel:  "Filter",
		FilterUnused: "the filter is not used yet",
		FilterPart:   "only what stands before the ^ is used",
		NoMatch:      "No row matches the filter.",
		NoMatchHint:  "Esc clears the filter.",

		NoList:       func(r string) string { return "There is no list of programmes for " + r + " yet." },
		NoListWhy:    "The built-in data have no programmes of this region. That does not mean that it has none.",
		ListsOf:      func(r string) string { return "Lists there are: " + r + "." },
		ChangeHome:   func(ex string) string { return "To see it, run the command: " + ex },
		OwnData:      "A list of your own is read from a data folder: rakor --data FOLDER",
		RegionCount:  func(r string, k int) string { return r + " (" + rows(k) + ")" },
		NoListLinear: func(r string) string { return "Programmes of " + r + ": no list yet" },

		FlagLetters: [7]string{"x", "B", "S", "T", "P", "≈", ">"},
		FlagWords: [7]string{
			"sample", "no budget", "spending not known", "target without number and unit", "no place", "budget computed", "spent more than budgeted",
		},
		FlagLegend: [7]string{"sample", "budget", "spending", "target", "place", "computed", "above budget"},
		Without:    "Without:",
		SampleTag:  "sample",
		SampleWhy:  "Sample: code and name stand in the nomenclature, but this region was not seen to run it.",

		LabelActivity: "Activity", LabelProgramme: "Programme", LabelDepartment: "Office", LabelCode: "Code", LabelYear: "Year", LabelStrategy: "Strategy",
		LabelTarget: "Target", LabelBudget: "Budget", LabelRealised: "Spent", LabelPlace: "Place", LabelFunding: "Funding", LabelEvidence: "Seen",
		LabelSource: "Source", LabelNote: "Note", LabelFlags: "Flags", LabelID: "Number", LabelUnit: "Unit", LabelHow: "Origin",

		Unknown:         "not known",
		NotKnown:        func(s string) string { return "not known: " + s },
		NoStrategy:      "no strategy (supporting work)",
		NoStrategyShort: "Supporting",
		NoFlags:         "none",
		AllPlaces:       "all",
		TargetAs:        func(s string) string { return "“" + s + "”" },
		TargetNoUnit:    "the source names no number with a unit",
		Computed: func(b string) string {
			return "computed" + orNothing(b, ": ", "")
		},
		ReadBudget: "read in the source",
		OfBudget:   func(p string) string { return p + " of the budget" },
		UnitBudget: func(y model.Year) string { return "rupiah, budget year " + years(y, y) },
		UnitNoYear: "rupiah, year not known",
		UnknownWhy: "Not known is not zero: this row is in no sum.",
		Evidence:   evidenceEN,
		SourceKind: sourceKindEN,
		Entry:      func(k, all int) string { return "row " + n(k) + " of " + n(all) },
		MoreLines:  func(k int) string { return "… " + n(k) + " more: Enter" },
		NoEntry:    "No row is selected.",

		DetailTitle:  "Detail",
		CardTitle:    func(s string) string { return "Budget: " + s },
		StatusSource: func(s string) string { return "Source: " + s },
		StatusSample: func(s string) string { return "A sample row, not data of this region. Reference: " + s },
		StatusNone:   "The source of this row is not known",

		ByStrategy: "Known budget by strategy", ByDepartment: "By office",
		SumColName: "Strategy", SumColRows: "Rows", SumColBudgeted: "Budget", SumColKnown: "Rp m",
		SumColRead: "Read", SumColComputed: "Computed", SumColNone: "None",
		Unit: "million Rp",
		BarNote: func(k int) string {
			if k == 0 {
				return "Computed budgets are included."
			}
			return "Computed budgets are included; " + n(k) + plural(k, " sample row is not.", " sample rows are not.")
		},
		YearNote: func(a, b model.Year) string {
			return "Years " + years(a, b) + " are mixed: not a figure of one year."
		},
		LinearStrategy: func(coded bool, s string) string {
			if !coded {
				return s
			}
			return "Strategy " + s
		},
		LinearStrategySum: func(k, b int, v int64) string {
			out := rows(k) + " without samples"
			if b == 0 {
				return out + ", no budget is known"
			}
			return out + ", " + n(b) + " with a budget, together " + l.Rupiah(v)
		},
		LinearTargets: "Sums of targets, each unit apart",
		LinearRow:     func(k int) string { return "Row " + n(k) },
		SortOrder: func(s string, desc bool) string {
			if desc {
				return s + ", descending"
			}
			return s + ", ascending"
		},
		LinearFilter: "Filter", LinearSort: "Order", LinearRows: "Rows", LinearSums: "Sums", LinearSelected: "Selected row", LinearMoreRows: "Other rows",

		WarnTitle:     "Warnings: Programmes",
		WarnFilter:    "The filter could not be read to its end",
		WarnFilterWhy: "List and sums use only the part that could be read.",
		WarnYears:     func(a, b model.Year) string { return "The sum of budgets mixes the years " + years(a, b) },
		WarnYearsWhy:  "It is not the budget of a year. Filter one year, such as year:2025.",
		WarnComputed:  of("budget", "is computed from units x price", "are computed from units x price"),
		WarnComputedWhy: func(m string) string {
			return "A ceiling is no budget of a document; their sum is written apart, with the mark " + m + "."
		},
		WarnNoBudget:      of("row", "has no budget", "have no budget"),
		WarnNoBudgetWhy:   "Not known is not zero: the sum of budgets is a lower bound.",
		WarnNoRealised:    of("row", "has no figure of spending", "have no figure of spending"),
		WarnNoRealisedWhy: "Absorption cannot be judged yet; the offices have to fill in each semester.",
		WarnNoTarget:      of("row", "has no target with number and unit", "have no target with number and unit"),
		WarnNoTargetWhy:   "The coverage of those rows cannot be told.",
		WarnSamples:       of("row", "is a sample (x)", "are samples (x)"),
		WarnSamplesWhy:    "Code and name stand in the nomenclature, but this region was not seen to run them. They are in no sum.",
		WarnPress:         of("budget", "comes from the press", "come from the press"),
		WarnPressWhy:      "Check press figures against the budget documents.",
		WarnNoPlace:       of("row", "has no place", "have no place"),
		WarnNoPlaceWhy:    "Whether the programme reaches the districts in need cannot be judged.",
		WarnOver:          of("row", "spent more than its budget", "spent more than their budget"),
		WarnOverWhy:       "Check for a revised budget or a typing error.",
		WarnUnits:         func(s string) string { return "Targets are in different units: " + s },
		WarnUnitsWhy:      "Different units are not added: a family is not a person.",
	}
}

// years writes one year, or the first and last of several.
func years(from, to model.Year) string {
	a := Indonesian.Period(model.Period{Year: from})
	if from == to {
		return a
	}
	return a + "-" + Indonesian.Period(model.Period{Year: to})
}

func sortWordID(key string) string {
	switch key {
	case "department":
		return "OPD"
	case "code":
		return "kode"
	case "name":
		return "kegiatan"
	case "strategy":
		return "strategi"
	case "target":
		return "sasaran"
	case "budget":
		return "pagu"
	case "realised":
		return "serapan"
	case "place":
		return "lokasi"
	case "year":
		return "tahun"
	}
	return "daftar"
}

func sortWordEN(key string) string {
	switch key {
	case "department":
		return "office"
	case "code", "strategy", "target", "budget", "place", "year":
		return key
	case "name":
		return "activity"
	case "realised":
		return "absorption"
	}
	return "list"
}

// evidence spells out the letters of what was seen of an entry: "P+B+T".
func evidence(code string, words map[string]string, and string) string {
	var out []string
	for part := range strings.SplitSeq(code, "+") {
		part = strings.TrimSpace(part)
		if w, ok := words[part]; ok {
			part = w
		}
		if part != "" {
			out = append(out, part)
		}
	}
	return strings.Join(out, and)
}

func evidenceID(code string) string {
	return evidence(code, map[string]string{
		"P": "program", "B": "pagu", "T": "sasaran", "C": "kode program", "K": "kegiatan", "Sub": "sub kegiatan", "Sub(nama)": "nama sub kegiatan",
	}, ", ")
}

func evidenceEN(code string) string {
	return evidence(code, map[string]string{
		"P": "programme", "B": "budget", "T": "target", "C": "code of the programme", "K": "activity", "Sub": "sub-activity", "Sub(nama)": "name of the sub-activity",
	}, ", ")
}

func sourceKindID(k model.SourceKind) string {
	switch k {
	case model.SourceTable:
		return "tabel BPS"
	case model.SourceRelease:
		return "rilis resmi"
	case model.SourceGovernment:
		return "instansi pemerintah"
	case model.SourceThesis:
		return "karya ilmiah"
	case model.SourcePress:
		return "berita"
	case model.SourceEncyclopedia:
		return "ensiklopedia"
	case model.SourceNomenclature:
		return "nomenklatur"
	case model.SourcePeer:
		return "aplikasi daerah lain"
	case model.SourceUser:
		return "diisi pengguna"
	default:
		return string(k)
	}
}

func sourceKindEN(k model.SourceKind) string {
	switch k {
	case model.SourceTable:
		return "BPS table"
	case model.SourceRelease:
		return "official release"
	case model.SourceGovernment:
		return "government office"
	case model.SourceThesis:
		return "academic work"
	case model.SourcePress:
		return "press"
	case model.SourceEncyclopedia:
		return "encyclopaedia"
	case model.SourceNomenclature:
		return "nomenclature"
	case model.SourcePeer:
		return "program of another region"
	case model.SourceUser:
		return "typed in by the user"
	default:
		return string(k)
	}
}

// FilterFault says what is wrong with a part of a filter and what could stand
// there, in one sentence.
func (l Lang) FilterFault(e *filter.Error) string {
	token := e.Token
	list := strings.Join(e.Suggest, ", ")
	switch e.Reason {
	case filter.NoField:
		return pick(l, "sebelum "+token+" harus ada nama kolom, misalnya pagu"+token+"100jt", token+" needs a field before it, such as budget"+token+"100bn")
	case filter.UnknownField:
		return pick(l,
			"kolom "+token+" tidak dikenal"+orNothing(list, "; mungkin ", ""),
			"there is no field "+token+orNothing(list, "; did you mean ", "?"))
	case filter.NoValue:
		return pick(l, "setelah "+token+" harus ada isian", token+" needs a value after it")
	case filter.OpenQuote:
		return pick(l, "tanda kutip belum ditutup", "the quotation mark is not closed")
	case filter.NothingNegated:
		return pick(l, "setelah "+token+" harus ada yang dikecualikan", token+" needs something to leave out after it")
	case filter.NoOrder:
		return pick(l, "kolom ini teks: pakai : (memuat) atau =", "this field is text: use : (contains) or =")
	case filter.AmbiguousNumber:
		return pick(l,
			token+" dapat dibaca dua cara; tulis 1,2 jt atau 1200 jt",
			token+" can be read in two ways; write 1.2m or 1200m")
	case filter.AmbiguousUnit:
		return pick(l, "M berarti miliar atau juta? tulis bn atau m, atau pakai kolom pagu", "does M mean 10^9 or 10^6? write bn or m")
	case filter.NeedsUnit:
		return pick(l, token+" perlu satuan: jt, M atau T", token+" needs a unit: m, bn or tn")
	case filter.NotWhole:
		return pick(l, token+" harus bilangan bulat", token+" has to be a whole number")
	case filter.NotPercent:
		return pick(l, "isi dengan persen dari pagu, misalnya real<50", "give a percentage of the budget, such as realised<50")
	case filter.BadChoice:
		return pick(l, token+" tidak dikenal"+orNothing(list, "; pilih ", ""), token+" is not known"+orNothing(list, "; choose ", ""))
	default:
		return pick(l, token+" bukan angka", token+" is not a number")
	}
}

// HomeCommand writes the command that makes a region the home region, as it is
// typed.
func (l Lang) HomeCommand(code string) string { return l.Argument(ArgHome).Names[0] + " " + code }
