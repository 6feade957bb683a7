package lang

// EstimateFile is the words about a file of households.
type EstimateFile struct {
	FromFile string // in place of a source
	Open     string // where no file is open
	Fixed    string // an input that the file gives cannot be typed
	NoLine   string

	Title      func(name string) string
	Own, Whole string // which households
	WholeShort string // on the number itself
	Lone       func(n string) string
	Rests      func(households, psus string) string // what the interval rests on

	Measures                      string // title of the table
	ColMeasure, ColValue, ColDeff string
	Poor, Mean, Gini              string
	More                          string // what the other inputs show
	Why                           func(reason string) string

	Curve  func(line string) string // titles of the pictures
	Lorenz func(gini string) string
	Equal  string
	Change func(before, after string) string

	Growth, Redistribution, Total string
	LineOfBefore                  func(line string) string
	Independent                   string

	Label        string // of the path being typed
	Opened       func(name, households string) string
	SharesOpened func(name string, groups int) string
	Closed       string
	Reading      func(name string) string
	Rows         func(n string) string
	Cancel       string
	Cancelled    string
	NotOpened    string // title above a sentence that is long
	Refused      func(file, rows, all, first string) string
	OnlyHere     string // not over the network
	NotFile      func(file string) string
	Context      func(file, line string) string

	WarnWhole, WarnLine, WarnLone string
	WhyWhole                      func(file, region string) string
	WhyLine                       func(file, period string) string

	Linear func(name, value, se, low, high string) string
}

func fileID() EstimateFile {
	return EstimateFile{
		FromFile: "dihitung dari berkas", Open: "O buka berkas",
		Fixed:  "dari berkas; Cara tingkat untuk mengetik",
		NoLine: "Berkas perlu garis kemiskinan: pilih Garis kemiskinan, lalu Enter untuk mengetik.",

		Title:      func(n string) string { return "Berkas " + n },
		WholeShort: "seluruh berkas",
		Own:        "wilayah ini saja, rancangan seluruh berkas", Whole: "! seluruh berkas: wilayah ini tidak dibedakan di dalamnya",
		Lone: func(n string) string {
			return "! " + n + " strata dengan satu PSU: dihitung penuh, galat cenderung besar"
		},
		Rests: func(h, p string) string { return h + " ruta, " + p + " PSU" },

		Measures: "Ukuran dari berkas", ColMeasure: "Ukuran", ColValue: "perkiraan", ColDeff: "deff",
		Poor: "Miskin, jiwa", More: "Pilih Garis: kurva P0; Cara: Lorenz; dua berkas, Penduduk: perubahan.",
		Mean: "Rata ribu Rp", Gini: "Gini",
		Why: Indonesian.CLIEstimate().Why,

		Curve:  func(l string) string { return "P0 (%) menurut garis; kini " + l },
		Lorenz: func(g string) string { return "Kurva Lorenz, Gini " + g },
		Equal:  "merata",
		Change: func(a, b string) string { return "P0 dari " + a + " ke " + b + ", poin" },

		Growth: "karena rata-rata", Redistribution: "karena pemerataan", Total: "perubahan",
		LineOfBefore: func(l string) string { return "garis berkas pertama " + l },
		Independent:  "Dua berkas sebagai sampel bebas.",

		Label:  "Berkas rumah tangga atau data kelompok (CSV, .gz, .zst); kosong: tutup",
		Opened: func(n, h string) string { return "Berkas " + n + ": " + h + " rumah tangga." },
		SharesOpened: func(n string, g int) string {
			return "Berkas " + n + ": " + Indonesian.Int(int64(g)) + " kelompok."
		},
		Closed:    "Berkas rumah tangga ditutup.",
		Reading:   func(n string) string { return "Membaca " + n },
		Rows:      func(n string) string { return n + " ruta" },
		Cancel:    "Esc batal",
		Cancelled: "Pembacaan berkas dibatalkan.", NotOpened: "Berkas tidak dibuka",
		Refused: func(f, n, all, first string) string {
			return f + ": " + n + " dari " + all + " baris ditolak, pertama " + first + "; perbaiki lalu buka lagi. Rakor estimate survey merinci semuanya."
		},
		OnlyHere: "Berkas rumah tangga hanya dapat dibuka di komputer tempat rakor berjalan, bukan lewat jaringan.",
		NotFile:  func(f string) string { return f + " bukan berkas biasa; sebutkan berkas CSV." },
		Context:  func(f, l string) string { return "berkas " + f + orNothing(l, " · garis ", "") },

		WarnWhole: "Bukan wilayah ini", WarnLine: "Garis dan berkas", WarnLone: "Satu PSU",
		WhyWhole: func(f, r string) string {
			return "Berkas " + f + " tidak membedakan " + r + ": angkanya untuk semua ruta di berkas, sasaran dan register untuk wilayah ini."
		},
		WhyLine: func(f, p string) string {
			return "Garis " + p + " dipakai untuk berkas " + f + ": tahun berkas tidak diketahui, pastikan sama."
		},

		Linear: func(n, v, se, a, b string) string {
			return n + " dari berkas: " + v + orNothing(se, ", galat baku ", "") + orNothing(a, ", selang 95 % ", " sampai "+b) + "."
		},
	}
}

func fileEN() EstimateFile {
	return EstimateFile{
		FromFile: "from the file", Open: "O opens a file",
		Fixed:  "is from the file; Method rate to type it",
		NoLine: "The file needs a poverty line: choose Poverty line, then Enter to type one.",

		Title:      func(n string) string { return "File " + n },
		WholeShort: "the whole file",
		Own:        "this region alone, the design of the whole file", Whole: "! the whole file: it does not tell this region apart",
		Lone: func(n string) string {
			return "! " + n + " strata with one PSU: counted in full, errors tend to be large"
		},
		Rests: func(h, p string) string { return h + " households, " + p + " PSUs" },

		Measures: "Measures from the file", ColMeasure: "Measure", ColValue: "estimate", ColDeff: "deff",
		Poor: "Poor people", More: "Choose Line: P0 curve; Method: Lorenz; two files, Population: change.",
		Mean: "Mean Rp 1000", Gini: "Gini",
		Why: English.CLIEstimate().Why,

		Curve:  func(l string) string { return "P0 (%) by the line; now " + l },
		Lorenz: func(g string) string { return "Lorenz curve, Gini " + g },
		Equal:  "equal",
		Change: func(a, b string) string { return "P0 from " + a + " to " + b + ", points" },

		Growth: "by the mean", Redistribution: "by distribution", Total: "change",
		LineOfBefore: func(l string) string { return "line of the first file " + l },
		Independent:  "The two files as independent samples.",

		Label:  "File of households or grouped shares (CSV, .gz, .zst); empty: close",
		Opened: func(n, h string) string { return "File " + n + ": " + h + " households." },
		SharesOpened: func(n string, g int) string {
			return "File " + n + ": " + English.Int(int64(g)) + " groups."
		},
		Closed:    "The files of households are closed.",
		Reading:   func(n string) string { return "Reading " + n },
		Rows:      func(n string) string { return n + " households" },
		Cancel:    "Esc cancels",
		Cancelled: "Reading the file was cancelled.", NotOpened: "The file is not opened",
		Refused: func(f, n, all, first string) string {
			return f + ": " + n + " of " + all + " rows refused, first " + first + "; mend them and open it again. Rakor estimate survey lists them all."
		},
		OnlyHere: "Files of households can only be opened on the computer that rakor runs on, not over the network.",
		NotFile:  func(f string) string { return f + " is no regular file; name a CSV file." },
		Context:  func(f, l string) string { return "file " + f + orNothing(l, " · line ", "") },

		WarnWhole: "Not this region", WarnLine: "Line and file", WarnLone: "One PSU",
		WhyWhole: func(f, r string) string {
			return "The file " + f + " does not tell " + r + " apart: its figures are of all its households, target and register are of the region."
		},
		WhyLine: func(f, p string) string {
			return "The line of " + p + " is used for the file " + f + ": the file's year is not known, see that it is the same."
		},

		Linear: func(n, v, se, a, b string) string {
			return n + " from the file: " + v + orNothing(se, ", standard error ", "") + orNothing(a, ", 95% interval ", " to "+b) + "."
		},
	}
}

// Method gives the short name of where rate and population come from; "" beyond
// the last one.
func (l Lang) Method(m int) string {
	names := pick(l, [...]string{"tingkat", "berkas", "kelompok"}, [...]string{"rate", "file", "groups"})
	if m < 0 || m >= len(names) {
		return ""
	}
	return names[m]
}
