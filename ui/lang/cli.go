package lang

import (
	"strconv"
	"strings"

	"rakor/model"
	"rakor/model/target"
)

// CLI is the words of the command line: help, results and errors.
type CLI struct {
	Short, Long, Examples string

	HeadUsage, HeadExamples, HeadCommands, HeadFlags, HeadGlobal string
	HelpShort, CompletionShort, FlagHelp                         string

	FlagData, FlagHome, FlagLang, FlagFormat, FlagNoColor, FlagASCII string
	FlagText, FlagReadonly, FlagStrict, FlagQuiet                    string

	CompletionFor                                            func(shell string) string
	NoDescriptions                                           string
	CompareShort, CompareLong                                string
	FlagRegion, FlagIndicator, FlagPeriod                    string
	EstimateShort, HeadcountShort, HeadcountLong             string
	FlagRate, FlagPopulation, FlagTarget                     string
	ProgramShort, ProgramListShort                           string
	ProgramShowShort                                         string
	FlagFilter, FlagSort, FlagColumns, FlagDesc              string
	DataShort, DataShowShort, DataValidateShort              string
	DataSourcesShort, DataPathShort                          string
	VersionShort, InfoShort, ManShort                        string
	ColRegion, ColPeriod, ColValue, ColUnit                  string
	ColRank, ColSource, ColKind, ColPublisher                string
	ColTitle, ColIndicator, ColFigures, ColFrom              string
	ColTo, ColRegions, ColPlace, ColFound, ColID             string
	ColWanted, ColSeverity, ColName, ColItem                 string
	ColLevel                                                 string
	Yes, No, Warning, Error                                  string
	RankOf                                                   func(rank, of int) string
	RankTotal                                                func(n int) string
	SourcesHead                                              string
	DataClean                                                func(files, warnings int) string
	NoteChosenSome                                           func(period string) string
	MeansCode                                                func(word, code, name string) string
	NotLocal                                                 func(name string) string
	NoFigure                                                 func(what, region, flag string) string
	NoDataFiles, NoHome                                      string
	DataFaulty                                               func(files, errors, warnings int) string
	NothingKnown                                             string
	BadFlag                                                  func(what, example string) string
	BadValue                                                 func(flag, value, allowed string) string
	ExtraWord                                                func(word, example string) string
	WantsCommand                                             func(path, word, names string) string
	NotFound                                                 func(kind, name string, nearest []string) string
	BadPeriod, BadCode                                       func(what string) string
	UnknownCommand                                           func(what, nearest string) string
	Needs                                                    func(flag, example string) string
	BadFilter                                                func(expr string, at int, reason string) string
	BrokenData                                               func(what string) string
	NoteChosen                                               func(period string) string
	NotePeriods, NoteRounds, NoteMissing                     func(regions string) string
	NoteBreak                                                func(what, regions string) string
	NoteSecondary, NoteDisputed                              func(regions string) string
	Alike                                                    func(period string) string
	PathBase, PathUser, PathSettings, PathPrograms, PathKeys string
	FlagOneRegion, FlagRSE, FlagSample, FlagDeff             string
	FlagLevel, FlagLine, FlagGap                             string
	NotePopulation                                           func(rate, population string) string
	NotBoth                                                  func(a, b, example string) string
	OutOfRange                                               func(what, value, low, high string) string
	NoVariance, NotFinite, Given                             string
	RoundingRule, BaseRule, HeadKeys                         string
	Problem                                                  func(file, place, rule, found, expected string) string
	BudgetBasis, NoteHead                                    string
	Totals                                                   func(t target.Totals) string
	ColFile, ColRule                                         string
	FlagDataRegion, ColDecimals, ColBetter                   string
	BetterNames                                              [3]string
	quantities, units, bands                                 map[string]string
	InfoVersion, InfoGo, InfoSystem, InfoTerm                string
	InfoSize, InfoColour, InfoLocale, InfoData               string
	InfoHome, InfoPath, InfoNoTerminal                       string
}

func cli(l Lang) CLI { return pick(l, cliID(), cliEN()) }

func cliID() CLI {
	i := Indonesian
	return CLI{
		Short:           "rapat koordinasi penanggulangan kemiskinan, di terminal",
		Long:            "rakor membuka angka kemiskinan wilayah Anda di terminal: perbandingan wilayah,\nestimasi jumlah jiwa dan program OPD. Luring, tanpa pemasangan lain.",
		Examples:        "  rakor\n  rakor compare --region 6271,6200,0000 --indicator p0 --period 2024-03\n  rakor estimate headcount --region 6271 --target 3.30\n  rakor program list --filter 'kec:Pahandut strategi:3'",
		HeadUsage:       "Cara pakai:",
		HeadExamples:    "Contoh:",
		HeadCommands:    "Perintah:",
		HeadFlags:       "Pilihan:",
		HeadGlobal:      "Pilihan untuk semua perintah:",
		HelpShort:       "bantuan sebuah perintah",
		CompletionShort: "skrip pelengkap perintah untuk shell Anda",
		FlagHelp:        "bantuan perintah ini",
		CompletionFor:   func(s string) string { return "skrip pelengkap untuk " + s },
		NoDescriptions:  "tanpa keterangan di samping pilihan",

		FlagData:     "folder data pengguna yang diletakkan di atas data bawaan",
		FlagHome:     "kode BPS kabupaten/kota yang dibicarakan, misalnya 6271",
		FlagLang:     "bahasa: id atau en",
		FlagFormat:   "bentuk hasil: table, json, csv atau md",
		FlagNoColor:  "tanpa warna (juga lewat NO_COLOR)",
		FlagASCII:    "tanpa garis kotak, balok dan panah",
		FlagText:     "bentuk baris demi baris, untuk pembaca layar",
		FlagReadonly: "tidak membuka berkas apa pun untuk ditulis",
		FlagStrict:   "gagal bila ada peringatan",
		FlagQuiet:    "tanpa catatan dan peringatan",

		CompareShort:      "bandingkan wilayah untuk satu indikator",
		CompareLong:       "Membandingkan wilayah untuk satu indikator. Tanpa --period dipakai putaran terbaru\nyang dimiliki semua wilayah. KODE@PERIODE memberi satu wilayah periodenya sendiri;\nperiode yang berbeda diberi catatan.",
		FlagRegion:        "kode BPS, dipisah koma; KODE@PERIODE untuk periode sendiri",
		FlagIndicator:     "indikator, misalnya p0, p1, line, ipm (rakor data show)",
		FlagPeriod:        "2024-03, 2024 atau latest",
		EstimateShort:     "hitung jumlah jiwa",
		HeadcountShort:    "jumlah penduduk miskin dari tingkat dan penduduk",
		HeadcountLong:     "Mengalikan tingkat kemiskinan dengan penduduk, menunjukkan selang pembulatan dan\ndasar yang tersirat dari angka terbitan. --region mengisi angka dari data.",
		FlagRate:          "tingkat kemiskinan dalam persen",
		FlagPopulation:    "jumlah penduduk (jiwa)",
		FlagTarget:        "sasaran tingkat kemiskinan dalam persen",
		ProgramShort:      "daftar program OPD",
		ProgramListShort:  "program, disaring dan diurutkan",
		ProgramShowShort:  "satu program dengan semua isiannya",
		FlagFilter:        "saringan, misalnya 'kec:Pahandut strategi:2 pagu>100jt'",
		FlagSort:          "kolom urutan, beberapa dipisah koma, - untuk menurun: department, code, name, strategy, target, budget, realised, place, year",
		FlagColumns:       "kolom yang dicetak, dipisah koma",
		FlagDesc:          "urutan menurun",
		DataShort:         "data yang dipakai",
		DataShowShort:     "indikator dan cakupannya",
		DataValidateShort: "periksa data: semua masalah sekaligus",
		DataSourcesShort:  "daftar sumber",
		DataPathShort:     "letak berkas",
		VersionShort:      "versi program",
		InfoShort:         "letak berkas, versi dan kemampuan terminal",
		ManShort:          "halaman manual (troff)",

		ColRegion: "Wilayah", ColPeriod: "Periode", ColValue: "Nilai", ColUnit: "Satuan", ColRank: "Peringkat",
		ColSource: "Sumber", ColKind: "Jenis", ColPublisher: "Penerbit", ColTitle: "Judul", ColIndicator: "Indikator",
		ColFigures: "Angka", ColFrom: "Dari", ColTo: "Sampai", ColRegions: "Wilayah", ColPlace: "Tempat",
		ColFound: "Ditemukan", ColWanted: "Seharusnya", ColSeverity: "Tingkat", ColName: "Nama", ColItem: "Isian", ColID: "Kode", ColLevel: "Jenjang",
		Yes: "ya", No: "tidak", Warning: "peringatan", Error: "galat",
		RankOf:      func(r, of int) string { return i.count(r) + " dari " + i.count(of) },
		RankTotal:   i.count,
		SourcesHead: "Sumber:",
		DataClean: func(f, w int) string {
			return "Data sah: " + i.count(f) + " berkas, " + i.count(w) + " peringatan."
		},
		NoteChosenSome: func(p string) string {
			return "Periode dipilih sendiri: " + p + ", putaran terbaru semua wilayah yang punya angka."
		},
		MeansCode: func(word, code, name string) string {
			return quote(word) + " bukan kode BPS; " + name + " berkode " + code + "."
		},
		NotLocal: func(name string) string {
			return name + " bukan kabupaten atau kota; --home perlu salah satunya, misalnya 6271."
		},
		NoFigure: func(what, region, flag string) string {
			return what + " " + region + " tidak ada di data; isi dengan " + flag + "."
		},
		NoDataFiles: "Tidak ada berkas data di sana; yang dibaca: index.json, programmes.json dan INDIKATOR.json.",
		NoHome:      "tidak ada (HOME tidak diatur)",
		DataFaulty: func(f, e, w int) string {
			return i.count(f) + " berkas: " + i.count(e) + " galat dan " + i.count(w) + " peringatan."
		},
		NothingKnown: "Tidak ada yang diketahui untuk wilayah ini.",
		BadFlag: func(what, ex string) string {
			return "Pilihan tidak dimengerti (" + what + "); contoh: " + ex
		},
		BadValue: func(f, v, ok string) string {
			return "Nilai " + quote(v) + " untuk " + f + " tidak dimengerti; yang berlaku: " + ok + "."
		},
		ExtraWord: func(w, ex string) string { return "Kata " + quote(w) + " tidak dipakai perintah ini; contoh: " + ex },
		WantsCommand: func(path, word, names string) string {
			if word != "" {
				return quote(word) + " bukan perintah dari " + path + "; yang ada: " + names + "."
			}
			return path + " perlu perintah: " + names + "."
		},
		NotFound: func(kind, name string, near []string) string {
			k := map[string]string{"indicator": "Indikator", "region": "Wilayah", "period": "Periode", "programme": "Program", "file": "Berkas", "group": "Kelompok"}[kind]
			return orNothing(k, "", " ") + quote(name) + " tidak ditemukan" + orNothing(strings.Join(near, ", "), "; yang terdekat: ", "") + "."
		},
		BadPeriod: func(w string) string { return "Periode " + quote(w) + " tidak dimengerti; tulis 2024 atau 2024-03." },
		BadCode: func(w string) string {
			return "Kode wilayah " + quote(w) + " tidak dimengerti; tulis empat angka BPS, misalnya 6271."
		},
		UnknownCommand: func(w, near string) string {
			return "Tidak ada perintah " + quote(w) + orNothing(near, "; mungkin maksud Anda ", "") + "; lihat rakor --help."
		},
		Needs: func(f, ex string) string { return "Perlu " + f + "; contoh: " + ex },
		BadFilter: func(e string, at int, why string) string {
			return "Saringan " + quote(e) + " salah di huruf ke-" + i.count(at) + ": " + why
		},
		BrokenData: func(w string) string { return "Data tidak dapat dipakai: " + w },
		NoteChosen: func(p string) string {
			return "Periode dipilih sendiri: " + p + ", putaran terbaru yang dimiliki semua wilayah."
		},
		NotePeriods: func(r string) string {
			return "Periode berbeda, tidak sebanding langsung: " + r + "."
		},
		NoteRounds:    func(r string) string { return "Putaran survei berbeda (Maret, September atau tahunan): " + r + "." },
		NoteMissing:   func(r string) string { return "Tidak ada angka untuk periode ini: " + r + "." },
		NoteBreak:     func(w, r string) string { return "Perubahan metode di antaranya (" + r + "): " + w },
		NoteSecondary: func(r string) string { return "Sumber bukan terbitan resmi: " + r + "." },
		NoteDisputed:  func(r string) string { return "Sumber berbeda untuk angka: " + r + "." },
		Alike:         func(p string) string { return "Banding setara: --period " + p + "." },
		PathBase:      "data bawaan", PathUser: "data pengguna", PathSettings: "setelan", PathPrograms: "program", PathKeys: "tombol",
		InfoVersion: "rakor", InfoGo: "Go", InfoSystem: "sistem", InfoTerm: "terminal", InfoSize: "ukuran",
		InfoColour: "warna", InfoLocale: "bahasa sistem", InfoData: "data", InfoHome: "wilayah utama", InfoPath: "folder data",
		InfoNoTerminal: "bukan terminal",

		FlagOneRegion: "kode BPS wilayah; mengisi tingkat dan penduduk dari data",
		FlagRSE:       "galat baku relatif dalam persen",
		FlagSample:    "jumlah rumah tangga sampel",
		FlagDeff:      "efek desain sampel",
		FlagLevel:     "tingkat kepercayaan selang, misalnya 0.95",
		FlagLine:      "garis kemiskinan, rupiah per orang per bulan",
		FlagGap:       "indeks kedalaman P1, seperti dicetak BPS",
		NotePopulation: func(r, p string) string {
			return "Tingkat " + r + " dikalikan penduduk " + p + ": periodenya berbeda."
		},
		NotBoth: func(x, y, ex string) string { return "Pilih " + x + " atau " + y + ", bukan keduanya; contoh: " + ex },
		OutOfRange: func(q, v, lo, hi string) string {
			return "Nilai " + v + " untuk " + q + " di luar batas " + lo + " sampai " + hi + "."
		},
		NoVariance:   "Tidak ada jawaban: tingkat 0 atau 100 persen tidak punya galat baku.",
		NotFinite:    "Nilai itu bukan angka; tulis misalnya 3.52.",
		Given:        "diisi pengguna",
		RoundingRule: "Jumlah = tingkat / 100 x penduduk, dibulatkan ke jiwa terdekat (setengah menjauhi nol). Selang pembulatan hanya dari angka terbitan, bukan galat survei.",
		BaseRule:     "Dasar tersirat = jumlah terbitan / tingkat: penduduk menurut survei, bukan penduduk terbitan. Keduanya berbeda konsep.",
		HeadKeys:     "TOMBOL",
		BudgetBasis:  "Dasar pagu", NoteHead: "Catatan", FlagDataRegion: "kode BPS wilayah; tanpa ini semua wilayah",
		ColFile: "Berkas", ColRule: "Aturan", ColDecimals: "Desimal", ColBetter: "Lebih baik", BetterNames: [3]string{"-", "turun", "naik"},
		Totals: func(t target.Totals) string {
			out := "Tampil " + i.count(t.Rows) + " baris, " + i.count(t.Samples) + " contoh (tidak dijumlahkan)."
			if t.Budget.Rows > 0 {
				out += " Pagu terbaca " + i.Money(int64(t.Budget.Sum)) + " dari " + i.count(t.Budget.Rows) + " baris."
			}
			if t.Computed.Rows > 0 {
				out += " Pagu dihitung " + i.Money(int64(t.Computed.Sum)) + " dari " + i.count(t.Computed.Rows) + " baris."
			}
			return out + " " + i.count(t.NoBudget) + " baris tanpa pagu." + yearsID(t.Years)
		},
		Problem: func(f, p, rule, found, want string) string {
			return f + orNothing(p, " di ", "") + ": " + rule + " [" + found + "; " + want + "]."
		},
		quantities: map[string]string{
			"rate": "Tingkat kemiskinan", "population": "Penduduk", "target": "Sasaran", "rse": "RSE", "sample": "Sampel", "deff": "Efek desain",
			"p1": "Indeks kedalaman P1", "line": "Garis kemiskinan", "poor": "Penduduk miskin", "rounding_low": "Selang pembulatan, bawah",
			"rounding_high": "Selang pembulatan, atas", "se": "Galat baku", "rse_result": "Galat baku relatif (RSE)", "interval_low": "Selang kepercayaan, bawah",
			"interval_high": "Selang kepercayaan, atas", "published": "Jumlah terbitan BPS", "implied_base": "Dasar yang tersirat", "target_points": "Jarak ke sasaran",
			"target_poor": "Penduduk miskin pada sasaran", "target_exits": "Harus keluar dari kemiskinan", "cost_per_year": "Biaya menutup kesenjangan",
			"level": "tingkat kepercayaan", "growth": "pertumbuhan", "years": "tahun",
		},
		units: map[string]string{
			"percent": "%", "persons": "jiwa", "points": "poin", "household": "rumah tangga", "rupiah_month": "Rp/orang/bulan", "rupiah_year": "per tahun", "index": "indeks", "": "",
		},
		bands: map[string]string{"use": "dapat dipakai", "care": "hati-hati", "not": "tidak akurat"},
	}
}

func cliEN() CLI {
	i := English
	return CLI{
		Short:           "the poverty coordination meeting, in the terminal",
		Long:            "rakor opens your region's poverty figures in the terminal: regional comparison,\nheadcount estimation and the departments' programmes. Offline, nothing else to install.",
		Examples:        "  rakor\n  rakor compare --region 6271,6200,0000 --indicator p0 --period 2024-03\n  rakor estimate headcount --region 6271 --target 3.30\n  rakor program list --filter 'place:Pahandut strategy:3'",
		HeadUsage:       "Usage:",
		HeadExamples:    "Examples:",
		HeadCommands:    "Commands:",
		HeadFlags:       "Flags:",
		HeadGlobal:      "Flags of every command:",
		HelpShort:       "help for a command",
		CompletionShort: "completion script for your shell",
		FlagHelp:        "help for this command",
		CompletionFor:   func(s string) string { return "completion script for " + s },
		NoDescriptions:  "no explanations beside the choices",

		FlagData:     "folder of the user's data, laid over the built-in ones",
		FlagHome:     "BPS code of the regency or city spoken of, such as 6271",
		FlagLang:     "language: id or en",
		FlagFormat:   "form of the result: table, json, csv or md",
		FlagNoColor:  "no colour (also by NO_COLOR)",
		FlagASCII:    "no box drawing, blocks or arrows",
		FlagText:     "line by line, for screen readers",
		FlagReadonly: "open no file for writing",
		FlagStrict:   "fail where there are warnings",
		FlagQuiet:    "no notes and warnings",

		CompareShort:      "compare regions for one indicator",
		CompareLong:       "Compares regions for one indicator. Without --period the newest round that every\nregion has is taken. CODE@PERIOD gives one region a period of its own; periods that\ndiffer get a note.",
		FlagRegion:        "BPS codes, separated by commas; CODE@PERIOD for a period of its own",
		FlagIndicator:     "indicator, such as p0, p1, line, ipm (rakor data show)",
		FlagPeriod:        "2024-03, 2024 or latest",
		EstimateShort:     "how many people",
		HeadcountShort:    "poor people from a rate and a population",
		HeadcountLong:     "Multiplies a poverty rate by a population, shows the rounding interval and the base\nthat the published figures imply. --region fills the figures from the data.",
		FlagRate:          "poverty rate in percent",
		FlagPopulation:    "population (people)",
		FlagTarget:        "target of the poverty rate in percent",
		ProgramShort:      "the departments' programmes",
		ProgramListShort:  "programmes, filtered and sorted",
		ProgramShowShort:  "one programme with all its fields",
		FlagFilter:        "filter, such as 'place:Pahandut strategy:2 budget>100m'",
		FlagSort:          "columns to sort by, with commas between, - for descending: department, code, name, strategy, target, budget, realised, place, year",
		FlagColumns:       "columns to print, separated by commas",
		FlagDesc:          "descending order",
		DataShort:         "the data in use",
		DataShowShort:     "indicators and what they cover",
		DataValidateShort: "check data: all problems at once",
		DataSourcesShort:  "the list of sources",
		DataPathShort:     "where files lie",
		VersionShort:      "version of the program",
		InfoShort:         "paths, versions and what the terminal can do",
		ManShort:          "manual page (troff)",

		ColRegion: "Region", ColPeriod: "Period", ColValue: "Value", ColUnit: "Unit", ColRank: "Rank",
		ColSource: "Source", ColKind: "Kind", ColPublisher: "Publisher", ColTitle: "Title", ColIndicator: "Indicator",
		ColFigures: "Figures", ColFrom: "From", ColTo: "To", ColRegions: "Regions", ColPlace: "Place",
		ColFound: "Found", ColWanted: "Expected", ColSeverity: "Severity", ColName: "Name", ColItem: "Field", ColID: "Code", ColLevel: "Level",
		Yes: "yes", No: "no", Warning: "warning", Error: "error",
		RankOf:      func(r, of int) string { return i.count(r) + " of " + i.count(of) },
		RankTotal:   i.count,
		SourcesHead: "Sources:",
		DataClean: func(f, w int) string {
			return "The data are valid: " + i.count(f) + plural(f, " file, ", " files, ") + i.count(w) + plural(w, " warning.", " warnings.")
		},
		NoteChosenSome: func(p string) string {
			return "No period was asked for; " + p + " is the newest round of every region that has a figure."
		},
		MeansCode: func(word, code, name string) string {
			return quote(word) + " is no code of BPS; " + name + " has the code " + code + "."
		},
		NotLocal: func(name string) string { return name + " is no regency or city; --home needs one, such as 6271." },
		NoFigure: func(what, region, flag string) string {
			return "The data hold no figure for: " + what + ", " + region + "; give " + flag + "."
		},
		NoDataFiles: "There is no data file there; what is read: index.json, programmes.json and INDICATOR.json.",
		NoHome:      "none (HOME is not set)",
		DataFaulty: func(f, e, w int) string {
			return i.count(f) + plural(f, " file: ", " files: ") + i.count(e) + plural(e, " error and ", " errors and ") + i.count(w) + plural(w, " warning.", " warnings.")
		},
		NothingKnown: "Nothing is known for this region.",
		BadFlag: func(what, ex string) string {
			return "A flag was not understood (" + what + "); example: " + ex
		},
		BadValue: func(f, v, ok string) string {
			return "The value " + quote(v) + " of " + f + " was not understood; allowed: " + ok + "."
		},
		ExtraWord: func(w, ex string) string {
			return "The word " + quote(w) + " is not used by this command; example: " + ex
		},
		WantsCommand: func(path, word, names string) string {
			if word != "" {
				return quote(word) + " is no command of " + path + "; there are: " + names + "."
			}
			return path + " wants a command: " + names + "."
		},
		NotFound: func(kind, name string, near []string) string {
			return "The " + orNothing(kind, "", " ") + quote(name) + " was not found" + orNothing(strings.Join(near, ", "), "; nearest: ", "") + "."
		},
		BadPeriod: func(w string) string { return "The period " + quote(w) + " was not understood; write 2024 or 2024-03." },
		BadCode: func(w string) string {
			return "The region code " + quote(w) + " was not understood; write four digits of BPS, such as 6271."
		},
		UnknownCommand: func(w, near string) string {
			return "There is no command " + quote(w) + orNothing(near, "; did you mean ", "") + "; see rakor --help."
		},
		Needs: func(f, ex string) string { return f + " is needed; example: " + ex },
		BadFilter: func(e string, at int, why string) string {
			return "The filter " + quote(e) + " is wrong at character " + i.count(at) + ": " + why
		},
		BrokenData: func(w string) string { return "The data cannot be used: " + w },
		NoteChosen: func(p string) string {
			return "No period was asked for; " + p + " is the newest round that every region has."
		},
		NotePeriods: func(r string) string {
			return "The periods differ, not directly comparable: " + r + "."
		},
		NoteRounds: func(r string) string {
			return "The survey rounds differ (March, September or a whole year): " + r + "."
		},
		NoteMissing:   func(r string) string { return "No figure for this period: " + r + "." },
		NoteBreak:     func(w, r string) string { return "A change of method lies between them (" + r + "): " + w },
		NoteSecondary: func(r string) string { return "The source is no official publication: " + r + "." },
		NoteDisputed:  func(r string) string { return "Sources differ on: " + r + "." },
		Alike:         func(p string) string { return "Like for like: --period " + p + "." },
		PathBase:      "built-in data", PathUser: "user's data", PathSettings: "settings", PathPrograms: "programmes", PathKeys: "keys",
		InfoVersion: "rakor", InfoGo: "Go", InfoSystem: "system", InfoTerm: "terminal", InfoSize: "size",
		InfoColour: "colour", InfoLocale: "system language", InfoData: "data", InfoHome: "home region", InfoPath: "data folder",
		InfoNoTerminal: "no terminal",

		FlagOneRegion: "BPS code of a region; fills rate and population from the data",
		FlagRSE:       "relative standard error in percent",
		FlagSample:    "households in the sample",
		FlagDeff:      "design effect of the sample",
		FlagLevel:     "confidence level of the interval, such as 0.95",
		FlagLine:      "poverty line, rupiah a person a month",
		FlagGap:       "poverty gap index P1, as BPS prints it",
		NotePopulation: func(r, p string) string {
			return "The rate of " + r + " is multiplied by the population of " + p + ": the periods differ."
		},
		NotBoth: func(x, y, ex string) string { return "Give " + x + " or " + y + ", not both; example: " + ex },
		OutOfRange: func(q, v, lo, hi string) string {
			return "The value " + v + " of " + q + " lies outside of " + lo + " to " + hi + "."
		},
		NoVariance:   "There is no answer: a rate of 0 or 100 percent has no standard error.",
		NotFinite:    "That value is no number; write 3.52, for example.",
		Given:        "given in the call",
		RoundingRule: "Number = rate / 100 x population, rounded to whole people (half away from zero). The rounding interval comes from the published digits alone, not from the survey's error.",
		BaseRule:     "Implied base = published number / rate: the survey's own population, not the published one. The two are different concepts.",
		HeadKeys:     "KEYS",
		BudgetBasis:  "Basis of the budget", NoteHead: "Note", FlagDataRegion: "BPS code of a region; without it every region",
		ColFile: "File", ColRule: "Rule", ColDecimals: "Decimals", ColBetter: "Better", BetterNames: [3]string{"-", "lower", "higher"},
		Totals: func(t target.Totals) string {
			out := i.count(t.Rows) + plural(t.Rows, " row", " rows") + " shown, " + i.count(t.Samples) + plural(t.Samples, " sample", " samples") + " (not summed)."
			if t.Budget.Rows > 0 {
				out += " Budgets read: " + i.Money(int64(t.Budget.Sum)) + " in " + i.count(t.Budget.Rows) + plural(t.Budget.Rows, " row.", " rows.")
			}
			if t.Computed.Rows > 0 {
				out += " Budgets computed: " + i.Money(int64(t.Computed.Sum)) + " in " + i.count(t.Computed.Rows) + plural(t.Computed.Rows, " row.", " rows.")
			}
			return out + " " + i.count(t.NoBudget) + plural(t.NoBudget, " row", " rows") + " without a budget." + yearsEN(t.Years)
		},
		Problem: func(f, p, rule, found, want string) string {
			return f + orNothing(p, " at ", "") + ": " + rule + " (found " + found + ", expected " + want + ")."
		},
		quantities: map[string]string{
			"rate": "Poverty rate", "population": "Population", "target": "Target", "rse": "RSE", "sample": "Sample", "deff": "Design effect",
			"p1": "Poverty gap index P1", "line": "Poverty line", "poor": "Poor people", "rounding_low": "Rounding interval, low",
			"rounding_high": "Rounding interval, high", "se": "Standard error", "rse_result": "Relative standard error (RSE)", "interval_low": "Confidence interval, low",
			"interval_high": "Confidence interval, high", "published": "Published by BPS", "implied_base": "Implied base", "target_points": "Distance to the target",
			"target_poor": "Poor people at the target", "target_exits": "Must leave poverty", "cost_per_year": "Cost of closing the gap",
			"level": "confidence level", "growth": "growth", "years": "years",
		},
		units: map[string]string{
			"percent": "%", "persons": "people", "points": "points", "household": "households", "rupiah_month": "Rp/person/month", "rupiah_year": "a year", "index": "index", "": "",
		},
		bands: map[string]string{"use": "may be used", "care": "with care", "not": "not accurate"},
	}
}

// quote puts a word that a person typed between marks.
func quote(s string) string { return "'" + s + "'" }

// Quantity gives the name of a quantity of an estimate by its stable id, the
// id itself where there is none.
func (c CLI) Quantity(id string) string {
	if s, ok := c.quantities[id]; ok {
		return s
	}
	return id
}

// UnitName gives the name of a unit by its stable id.
func (c CLI) UnitName(id string) string {
	if s, ok := c.units[id]; ok {
		return s
	}
	return id
}

// Band gives BPS's advice for a band of the relative standard error.
func (c CLI) Band(id string) string {
	if s, ok := c.bands[id]; ok {
		return s
	}
	return id
}

// yearsID warns of a sum that runs over several years.
func yearsID(ys []model.Year) string {
	if len(ys) < 2 {
		return ""
	}
	return " Pagu dari beberapa tahun (" + strconv.Itoa(int(ys[0])) + "-" + strconv.Itoa(int(ys[len(ys)-1])) + "): bukan pagu satu tahun."
}

func yearsEN(ys []model.Year) string {
	if len(ys) < 2 {
		return ""
	}
	return " Budgets of several years (" + strconv.Itoa(int(ys[0])) + "-" + strconv.Itoa(int(ys[len(ys)-1])) + "): no budget of one year."
}
