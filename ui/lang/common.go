package lang

// Common is what every screen shows: the frame around the tabs, the panels
// that lie above them, and what the program says of itself.
type Common struct {
	Tabs      [3]string // full titles of the three tabs
	TabsShort [3]string // titles where there is less room
	Data      string    // before the checksum in the title line
	ReadOnly  string
	Source    string // before a source
	Sample    string // mark of a sample row
	Missing   string // word for a figure that is not there

	Welcome     string // the one friendly line of the first run
	DataProblem func(dir, what string) string
	SaveFailed  func(why string) string
	TooSmall    func(w, h, needW, needH int) string

	Warnings   func(n int) string // "2 peringatan"
	NoWarnings string
	More       func(n int) string // rows that did not fit
	Marked     string             // a chosen item of a list

	HelpTitle      string
	HelpGroups     [5]string
	PaletteTitle   string
	PaletteHint    string
	GlossaryTitle  string
	IndicatorTitle string
	RegionsTitle   string
	RegionsHint    string
	HomeTitle      string
	FilterTitle    string
	FilterHint     string
	SearchHint     string // in an empty search field
	NothingFound   string
	CloseHint      string
	AcceptHint     string
	TakeHint       string // Enter takes what is typed
	ListFull       func(n int) string
	LastStays      string
	ScrollHint     string

	UnknownCommand func(name, nearest string) string
	NeedsArgument  func(name, example string) string
	BadValue       func(value, example string) string
	NotHere        func(name string) string // a command of another tab
	LinearPrompt   string
	LinearHelp     string
	LinearBye      string
	Levels         [7]string // by model.Level
}

func common(l Lang) Common {
	return pick(l, commonID(), commonEN())
}

func commonID() Common {
	n := Indonesian.count
	return Common{
		Tabs:      [3]string{"Perbandingan Wilayah", "Estimasi Jumlah Jiwa", "Program OPD"},
		TabsShort: [3]string{"Wilayah", "Estimasi", "Program"},
		Data:      "data",
		ReadOnly:  "baca-saja",
		Source:    "Sumber",
		Sample:    "contoh",
		Missing:   "tidak ada data",
		Welcome:   "Selamat datang: 1 2 3 ganti layar, panah bergerak, ? bantuan (Esc tutup)",
		DataProblem: func(dir, s string) string {
			return "Data pengguna tidak dipakai (rincian: rakor data validate " + dir + "): " + s
		},
		SaveFailed:     func(s string) string { return "Belum tersimpan: " + s },
		TooSmall:       smallID,
		Warnings:       func(k int) string { return n(k) + " peringatan" },
		NoWarnings:     "Tidak ada peringatan: semua angka di layar ini sejenis.",
		More:           func(k int) string { return n(k) + " lagi" },
		Marked:         "dipilih",
		HelpTitle:      "Bantuan: tombol yang berlaku sekarang",
		HelpGroups:     [5]string{"GERAK", "LIHAT", "UBAH", "RAPAT", "UMUM"},
		PaletteTitle:   "Perintah",
		PaletteHint:    "ketik perintah; Tab melengkapi, Enter menjalankan",
		GlossaryTitle:  "Istilah",
		IndicatorTitle: "Pilih indikator",
		RegionsTitle:   "Pilih wilayah yang dibandingkan",
		RegionsHint:    "Enter menambah atau mengeluarkan, Esc selesai",
		HomeTitle:      "Pilih wilayah utama",
		FilterTitle:    "Saring program",
		FilterHint:     "mis. kec:Pahandut strategi:2 pagu>100jt",
		SearchHint:     "ketik untuk mencari",
		NothingFound:   "Tidak ditemukan.",
		CloseHint:      "Esc tutup",
		AcceptHint:     "Enter pilih",
		TakeHint:       "Enter pakai",
		ListFull:       func(k int) string { return "Paling banyak " + n(k) + " wilayah; keluarkan satu dulu." },
		LastStays:      "Satu wilayah harus tetap ada.",
		ScrollHint:     "panah gulir",
		UnknownCommand: func(s, near string) string {
			return "Perintah " + s + " tidak dikenal" + orNothing(near, "; mungkin maksud Anda ", "") + "."
		},
		NeedsArgument: func(s, ex string) string { return "Perintah " + s + " perlu isian, misalnya: " + ex },
		BadValue:      func(v, ex string) string { return "Nilai " + v + " tidak dimengerti, misalnya: " + ex },
		NotHere:       func(s string) string { return "Perintah " + s + " tidak berlaku di layar ini." },
		LinearPrompt:  "Perintah (bantuan, 1, 2, 3, keluar): ",
		LinearHelp:    "Ketik perintah lalu Enter. Perintah yang berlaku:",
		LinearBye:     "Selesai.",
		Levels:        [7]string{"", "nasional", "provinsi", "kabupaten", "kota", "kecamatan", "kelurahan"},
	}
}

func commonEN() Common {
	n := English.count
	return Common{
		Tabs:      [3]string{"Regional comparison", "Headcount estimation", "Programmes"},
		TabsShort: [3]string{"Regions", "Estimate", "Programmes"},
		Data:      "data",
		ReadOnly:  "read-only",
		Source:    "Source",
		Sample:    "sample",
		Missing:   "no data",
		Welcome:   "Welcome: 1 2 3 change screens, arrows move, ? help (Esc closes this line)",
		DataProblem: func(dir, s string) string {
			return "Your data are not in use (details: rakor data validate " + dir + "): " + s
		},
		SaveFailed:     func(s string) string { return "Not saved yet: " + s },
		TooSmall:       smallEN,
		Warnings:       func(k int) string { return n(k) + plural(k, " warning", " warnings") },
		NoWarnings:     "No warnings: all figures on this screen are alike.",
		More:           func(k int) string { return n(k) + " more" },
		Marked:         "chosen",
		HelpTitle:      "Help: the keys that work now",
		HelpGroups:     [5]string{"MOVE", "LOOK", "CHANGE", "MEETING", "GENERAL"},
		PaletteTitle:   "Command",
		PaletteHint:    "type a command; Tab completes, Enter runs it",
		GlossaryTitle:  "Terms",
		IndicatorTitle: "Choose an indicator",
		RegionsTitle:   "Choose the regions compared",
		RegionsHint:    "Enter adds or takes out, Esc when done",
		HomeTitle:      "Choose the home region",
		FilterTitle:    "Filter programmes",
		FilterHint:     "e.g. place:Pahandut strategy:2 budget>100m",
		SearchHint:     "type to search",
		NothingFound:   "Nothing found.",
		CloseHint:      "Esc close",
		AcceptHint:     "Enter choose",
		TakeHint:       "Enter take",
		ListFull:       func(k int) string { return "At most " + n(k) + " regions; take one out first." },
		LastStays:      "One region has to stay.",
		ScrollHint:     "arrows scroll",
		UnknownCommand: func(s, near string) string {
			return "There is no command " + s + orNothing(near, "; did you mean ", "?") + "."
		},
		NeedsArgument: func(s, ex string) string { return "The command " + s + " needs a value, such as: " + ex },
		BadValue:      func(v, ex string) string { return "The value " + v + " is not understood; an example: " + ex },
		NotHere:       func(s string) string { return "The command " + s + " has no meaning on this screen." },
		LinearPrompt:  "Command (help, 1, 2, 3, quit): ",
		LinearHelp:    "Type a command, then Enter. The commands that work now:",
		LinearBye:     "Done.",
		Levels:        [7]string{"", "nation", "province", "regency", "city", "district", "village"},
	}
}

func smallID(w, h, needW, needH int) string {
	n := Indonesian.count
	return "Jendela " + n(w) + "x" + n(h) + " terlalu kecil; perlu " + n(needW) + "x" + n(needH) + ". q keluar. Ringkasan:"
}

func smallEN(w, h, needW, needH int) string {
	n := English.count
	return "The window, " + n(w) + "x" + n(h) + ", is too small; " + n(needW) + "x" + n(needH) + " is needed. q quits. Summary:"
}

// orNothing gives s between before and after, or nothing where s is empty.
func orNothing(s, before, after string) string {
	if s == "" {
		return ""
	}
	return before + s + after
}

// plural picks the English form for n things.
func plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// count writes a small number for a sentence.
func (l Lang) count(n int) string { return l.Int(int64(n)) }
