package lang

import "rakor/model"

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

	Looks ProgramViews // the other ways of looking at the list
}

func program(l Lang) Program {
	w := pick(l, programID, programEN)()
	w.Looks = programViews(l)
	return w
}

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
