package lang

import "strings"

// DataCLI is the words of rakor data import, conflicts, diff, undo, log and
// fetch.
type DataCLI struct {
	ImportShort, ImportLong, FlagApply, FlagAs   string
	FlagImportIndicator, FlagImportPeriod        string
	ConflictsShort, ConflictsLong, FlagUse       string
	FlagCellPeriod                               string
	DiffShort, DiffLong, UndoShort, LogShort     string
	FetchShort, FetchLong, FlagVariable          string
	FlagDomain, FlagYears, FlagSave              string
	ColStatus, ColCell, ColWas, ColNow, ColWhy   string
	ColRule, ColOthers, ColChange, ColStep       string
	ColWhen, ColWhat, ColCells                   string
	statuses, reasons, faults, matches           map[string]string
	rules, changes, steps                        map[string]string
	Counts                                       func(new, same, revised, refused, missing int) string
	NotWritten                                   func(example string) string
	Written                                      func(figures int, step uint64) string
	NothingToWrite                               string
	More                                         func(n int) string
	MatchedAs                                    func(name, region, code, kind string) string
	Note                                         func(code, file, detail string, n int) string
	Check                                        func(rule, place, found, expected string) string
	BadFile                                      func(name, fault, detail string) string
	PersonalFile                                 func(name, columns string) string
	ReadOnly                                     string
	Changed                                      string
	Locked                                       func(dir string) string
	Undone                                       func(cells int, title string) string
	NothingToUndo                                string
	UndoConflict                                 func(step uint64, cell string) string
	NoConflict                                   string
	Conflicts                                    func(n int) string
	NotAmong                                     func(source, among string) string
	Chose                                        func(value, source string, step uint64) string
	DiffSame                                     string
	Diff                                         func(added, removed, revised int) string
	FetchOff                                     string
	FetchFailed                                  func(host, why string) string
	FetchRefused                                 func(host string, status int) string
	Saved                                        func(file string) string
	NothingUsable, LargeDocument, NoFile, OneDir string
}

func dataCLI(l Lang) DataCLI { return pick(l, dataID(), dataEN()) }

// Status words what importing a figure would do.
func (d DataCLI) Status(id string) string { return orID(d.statuses, id) }

// Reason words why a cell is refused.
func (d DataCLI) Reason(id string) string { return orID(d.reasons, id) }

// Fault words why a file cannot be used.
func (d DataCLI) Fault(id string) string { return orID(d.faults, id) }

// Match words how a region was recognised.
func (d DataCLI) Match(id string) string { return orID(d.matches, id) }

// Rule words why one of several values is the used one.
func (d DataCLI) Rule(id string) string { return orID(d.rules, id) }

// Change words how two datasets differ in a figure.
func (d DataCLI) Change(id string) string { return orID(d.changes, id) }

// Step words a kind of step of the log.
func (d DataCLI) Step(id string) string { return orID(d.steps, id) }

// orID gives the words of an identifier, itself where there are none.
func orID(words map[string]string, id string) string {
	if s, ok := words[id]; ok {
		return s
	}
	return id
}

func dataID() DataCLI {
	i := Indonesian
	return DataCLI{
		ImportShort:         "impor tabel BPS (CSV, XLSX, JSON Web API); tanpa --apply hanya pratinjau",
		ImportLong:          "Membaca unduhan tabel BPS, jawaban Web API atau CSV rakor dan menunjukkan angka yang\nbaru, sama, direvisi dan ditolak, dengan selnya. Tidak ada yang ditulis tanpa --apply.\nSekali impor adalah satu langkah; rakor data undo membatalkannya.",
		FlagApply:           "tulis kelompok ini: new, revised atau new,revised",
		FlagAs:              "NAMA=KODE: wilayah yang dimaksud sebuah nama dalam berkas (dapat diulang)",
		FlagImportIndicator: "indikator, bila judul tabel tidak menyebutnya",
		FlagImportPeriod:    "2024-03 atau 2024, bila tabel tidak menyebutnya",
		ConflictsShort:      "angka yang berbeda antar sumber; --use memilih yang lain",
		ConflictsLong:       "Menunjukkan sel yang nilainya berbeda antar sumber: semua nilai, yang dipakai, dan\naturannya. --use SUMBER dengan --region, --indicator dan --period memakai nilai sumber\nitu; pilihan tercatat (rakor data log) dan dapat dibatalkan (rakor data undo).",
		FlagUse:             "pakai nilai sumber ini untuk satu sel",
		FlagCellPeriod:      "periode sel, misalnya 2022-03",
		DiffShort:           "beda dua kumpulan data: ditambah, dihapus, direvisi",
		DiffLong:            "Membandingkan dua folder data pengguna, masing-masing di atas data bawaan; embedded\nadalah data bawaan saja.",
		UndoShort:           "batalkan impor atau pilihan terakhir",
		LogShort:            "riwayat impor, pilihan dan pembatalan",
		FetchShort:          "ambil tabel dari Web API BPS dengan token Anda sendiri",
		FetchLong:           "Mati kecuali RAKOR_BPS_TOKEN berisi token Web API BPS milik Anda (webapi.bps.go.id).\nHasilnya dipratinjau seperti rakor data import. Tanpa perintah ini rakor tidak pernah\nmemakai jaringan untuk data.",
		FlagVariable:        "nomor variabel BPS: 619 jumlah, 621 P0, 622 P1, 623 P2, 624 garis, 413 IPM",
		FlagDomain:          "kode domain BPS: 0000 nasional, 6200 provinsi, 6271 kota",
		FlagYears:           "tahun, dipisah koma",
		FlagSave:            "simpan jawaban ke berkas ini (satu tahun)",
		ColStatus:           "Status", ColCell: "Sel", ColWas: "Sebelumnya", ColNow: "Menjadi", ColWhy: "Keterangan",
		ColRule: "Aturan", ColOthers: "Nilai lain", ColChange: "Perubahan", ColStep: "Langkah", ColWhen: "Waktu", ColWhat: "Apa", ColCells: "Angka",
		statuses: map[string]string{"new": "baru", "same": "sama", "revised": "direvisi", "refused": "ditolak"},
		reasons: map[string]string{
			"not-a-number": "bukan angka", "ambiguous-number": "angka bermakna ganda", "unknown-region": "wilayah tidak dikenal",
			"proposed-region": "wilayah perlu ditegaskan (--as)", "ambiguous-region": "nama dimiliki beberapa wilayah",
			"code-and-name": "kode dan nama menunjuk wilayah berbeda", "no-period": "tanpa tahun (--period)",
			"which-round": "putaran survei tidak disebut (--period)", "impossible-period": "bulan yang tidak ada surveinya",
			"no-indicator": "indikator tidak dikenal (--indicator)", "which-indicator": "judul cocok dengan beberapa indikator (--indicator)",
			"unit": "satuan berbeda", "out-of-range": "di luar batas wajar", "magnitude": "besarnya jauh dari angka yang ada",
			"twice": "wilayah dan periode yang sama dua kali", "forecast": "proyeksi, bukan hasil survei",
			"annual-beside-rounds": "angka tahunan di samping putaran survei", "ambiguous-key": "kunci Web API bermakna ganda",
			"unknown-key": "kunci Web API tidak ada di metadata", "zero": "nol sebagai tanda tidak ada data",
		},
		faults: map[string]string{
			"empty": "berkas kosong", "too-large": "terlalu besar", "expands": "mengembang melebihi batas",
			"web-frameset": "halaman web berbingkai yang disimpan sebagai .xls: datanya tidak ada di dalamnya; unduh ulang sebagai CSV atau XLSX",
			"web-page":     "halaman web, bukan tabel; unduh ulang sebagai CSV atau XLSX", "old-format": "bentuk lama; simpan sebagai .xlsx atau CSV",
			"encrypted": "bersandi; hapus sandinya dahulu", "not-table": "bukan tabel (CSV, XLSX atau JSON Web API)", "broken": "rusak",
			"no-table": "tidak ada tabel wilayah dan angka", "no-figures": "tidak ada satu angka pun", "not-available": "Web API menjawab bahwa datanya tidak ada",
			"too-many-keys": "terlalu banyak kombinasi", "personal": "memuat data pribadi", "missing-column": "kolom yang diperlukan tidak ada",
		},
		matches: map[string]string{
			"exact": "nama", "alias": "nama lain", "code": "kode", "proposed": "diusulkan", "ambiguous": "bermakna ganda", "unknown": "tidak dikenal",
			"code-and-name": "kode dan nama berbeda",
		},
		rules: map[string]string{
			"chosen": "dipilih pengguna", "user": "angka pengguna didahulukan", "source-kind": "jenis sumber lebih diutamakan", "source-order": "urutan daftar sumber",
		},
		changes: map[string]string{"added": "ditambah", "removed": "dihapus", "revised": "direvisi"},
		steps:   map[string]string{"import": "impor", "choose": "pilihan", "undo": "pembatalan"},
		Counts: func(n, s, v, r, m int) string {
			return i.count(n) + " baru, " + i.count(s) + " sama, " + i.count(v) + " direvisi, " + i.count(r) + " ditolak; " + i.count(m) + " sel tanpa angka."
		},
		NotWritten: func(ex string) string { return "Belum ada yang ditulis. Untuk menulis: " + ex },
		Written: func(n int, s uint64) string {
			return i.count(n) + " angka ditulis (langkah " + i.count(int(s)) + "); batalkan dengan rakor data undo."
		},
		NothingToWrite: "Tidak ada angka baru atau direvisi dalam kelompok itu; tidak ada yang ditulis.",
		More:           func(n int) string { return i.count(n) + " baris lagi; --format csv atau json menunjukkan semuanya." },
		MatchedAs: func(name, region, code, kind string) string {
			return quote(name) + " dibaca sebagai " + region + " (" + code + "): " + kind + "."
		},
		Note: func(code, file, detail string, n int) string {
			s := map[string]string{
				"round-assumed": "angka tanpa putaran diberi putaran yang dipakai data pada tahun itu", "numbers-by-magnitude": "angka seperti 11.191 dibaca menurut besarnya angka yang ada",
				"mixed-notation": "titik dan koma sama-sama dipakai sebagai tanda desimal", "title-says-other": "judul tabel menyebut indikator lain",
				"before-split": "angka wilayah sebelum wilayah itu dibentuk", "nation-missing": "ada provinsi, tetapi Indonesia tidak ada",
				"codes-unknown": "kode yang tidak dikenal; wilayah dicocokkan dengan namanya", "decimals": "angka di belakang koma lebih sedikit daripada biasanya",
				"jump": "jauh dari angka terdekat wilayahnya; periksa",
			}[code]
			return file + ": " + s + " (" + i.count(n) + " angka" + orNothing(detail, "; ", "") + ")."
		},
		Check: func(rule, place, found, want string) string {
			return "Pemeriksaan " + place + ": " + rule + "; ditemukan " + found + ", seharusnya " + want + "."
		},
		BadFile: func(n, f, d string) string {
			return "Berkas " + quote(n) + " tidak dapat dipakai: " + f + orNothing(d, " (", ")") + "."
		},
		PersonalFile: func(n, c string) string {
			return "Berkas " + quote(n) + " ditolak karena memuat data pribadi di kolom " + c + "; hapus kolom itu dahulu."
		},
		ReadOnly: "Tidak ditulis: --readonly.",
		Changed:  "Data diubah orang lain sejak dibaca; tidak ada yang ditulis. Jalankan sekali lagi.",
		Locked: func(dir string) string {
			return "Folder " + dir + " sedang ditulis program lain; tidak ada yang ditulis."
		},
		Undone: func(n int, title string) string {
			return i.count(n) + " angka dikembalikan" + orNothing(title, " (", ")") + "."
		},
		NothingToUndo: "Tidak ada yang dapat dibatalkan.",
		UndoConflict: func(s uint64, cell string) string {
			return "Langkah " + i.count(int(s)) + " tidak dapat dibatalkan: " + cell + " sudah diubah sesudahnya; tidak ada yang ditulis."
		},
		NoConflict: "Tidak ada angka yang berbeda antar sumber.",
		Conflicts:  func(n int) string { return i.count(n) + " sel berbeda antar sumber." },
		NotAmong: func(s, among string) string {
			return "Sumber " + quote(s) + " tidak memberi nilai untuk sel itu; yang ada: " + among + "."
		},
		Chose: func(v, s string, step uint64) string {
			return "Sekarang dipakai " + v + " (" + s + "), langkah " + i.count(int(step)) + "; batalkan dengan rakor data undo."
		},
		DiffSame: "Tidak ada beda.",
		Diff: func(a, r, v int) string {
			return i.count(a) + " ditambah, " + i.count(r) + " dihapus, " + i.count(v) + " direvisi."
		},
		FetchOff: "Pengambilan data dari Web API mati. Isi RAKOR_BPS_TOKEN dengan token Anda sendiri dari webapi.bps.go.id untuk memakainya.",
		FetchFailed: func(h, why string) string {
			return "Tidak dapat mengambil dari " + h + ": " + why + ". Data yang ada tetap dipakai."
		},
		FetchRefused:  func(h string, s int) string { return h + " menolak token atau permintaan (HTTP " + plainInt(s) + ")." },
		Saved:         func(f string) string { return "Jawaban disimpan di " + f + "." },
		NothingUsable: "Tidak satu angka pun dapat dipakai.", LargeDocument: "Dokumen data akan terlalu besar untuk dibaca kembali; impor lebih sedikit.",
		NoFile: "FILE", OneDir: "Data hanya dapat ditulis ke sebuah folder, bukan ke satu dokumen (--data).",
	}
}

func dataEN() DataCLI {
	i := English
	return DataCLI{
		ImportShort:         "import tables of BPS (CSV, XLSX, Web API JSON); without --apply a preview only",
		ImportLong:          "Reads downloads of BPS tables, answers of the Web API or rakor's own CSV and shows which\nfigures are new, the same, revised and refused, with their cells. Nothing is written\nwithout --apply. An import is one step; rakor data undo takes it back.",
		FlagApply:           "write these groups: new, revised or new,revised",
		FlagAs:              "NAME=CODE: the region that a name in the file means (may be repeated)",
		FlagImportIndicator: "indicator, where the title of the table does not tell",
		FlagImportPeriod:    "2024-03 or 2024, where the table does not tell",
		ConflictsShort:      "figures whose sources differ; --use chooses another",
		ConflictsLong:       "Shows the cells for which sources differ: all values, which one is used, and by which\nrule. --use SOURCE with --region, --indicator and --period uses that source's value; the\nchoice is logged (rakor data log) and can be undone (rakor data undo).",
		FlagUse:             "use this source's value for one cell",
		FlagCellPeriod:      "period of the cell, such as 2022-03",
		DiffShort:           "how two datasets differ: added, removed, revised",
		DiffLong:            "Compares two directories of user's data, each over the built-in data; embedded is the\nbuilt-in data alone.",
		UndoShort:           "take back the last import or choice",
		LogShort:            "history of imports, choices and undoings",
		FetchShort:          "fetch a table from the Web API of BPS with your own token",
		FetchLong:           "Off unless RAKOR_BPS_TOKEN holds your own token of the Web API (webapi.bps.go.id). What\ncomes is previewed as by rakor data import. Without this command rakor never uses the\nnetwork for data.",
		FlagVariable:        "number of a BPS variable: 619 count, 621 P0, 622 P1, 623 P2, 624 line, 413 HDI",
		FlagDomain:          "BPS domain: 0000 nation, 6200 province, 6271 city",
		FlagYears:           "years, parted by commas",
		FlagSave:            "save the answer to this file (one year)",
		ColStatus:           "Status", ColCell: "Cell", ColWas: "Was", ColNow: "Now", ColWhy: "Why",
		ColRule: "Rule", ColOthers: "Other values", ColChange: "Change", ColStep: "Step", ColWhen: "When", ColWhat: "What", ColCells: "Figures",
		statuses: map[string]string{"new": "new", "same": "same", "revised": "revised", "refused": "refused"},
		reasons: map[string]string{
			"not-a-number": "no number", "ambiguous-number": "a number with two readings", "unknown-region": "unknown region",
			"proposed-region": "region to be confirmed (--as)", "ambiguous-region": "several regions have the name",
			"code-and-name": "code and name are of different regions", "no-period": "no year (--period)",
			"which-round": "the survey round is not named (--period)", "impossible-period": "a month without a survey",
			"no-indicator": "unknown indicator (--indicator)", "which-indicator": "the title fits several indicators (--indicator)",
			"unit": "another unit", "out-of-range": "out of the plausible range", "magnitude": "far from the present figures",
			"twice": "the same region and period twice", "forecast": "a forecast, not observed",
			"annual-beside-rounds": "a yearly figure beside survey rounds", "ambiguous-key": "a Web API key with two meanings",
			"unknown-key": "a Web API key without metadata", "zero": "a zero that stands for no data",
		},
		faults: map[string]string{
			"empty": "the file is empty", "too-large": "too large", "expands": "it unpacks beyond the limit",
			"web-frameset": "a web page of frames saved as .xls: the data are not in it; download it again as CSV or XLSX",
			"web-page":     "a web page, no table; download it again as CSV or XLSX", "old-format": "an old form; save it as .xlsx or CSV",
			"encrypted": "it has a password; remove it first", "not-table": "no table (CSV, XLSX or Web API JSON)", "broken": "damaged",
			"no-table": "no table of regions and numbers", "no-figures": "not a single number", "not-available": "the Web API answered that there are no such data",
			"too-many-keys": "too many combinations", "personal": "personal data", "missing-column": "a column that is needed is missing",
		},
		matches: map[string]string{
			"exact": "name", "alias": "other name", "code": "code", "proposed": "proposed", "ambiguous": "ambiguous", "unknown": "unknown",
			"code-and-name": "code and name differ",
		},
		rules: map[string]string{
			"chosen": "chosen by the user", "user": "the user's figures go first", "source-kind": "a kind of source that goes first", "source-order": "order of the list of sources",
		},
		changes: map[string]string{"added": "added", "removed": "removed", "revised": "revised"},
		steps:   map[string]string{"import": "import", "choose": "choice", "undo": "undo"},
		Counts: func(n, s, v, r, m int) string {
			return i.count(n) + " new, " + i.count(s) + " same, " + i.count(v) + " revised, " + i.count(r) + " refused; " + i.count(m) + " cells without a figure."
		},
		NotWritten: func(ex string) string { return "Nothing has been written. To write: " + ex },
		Written: func(n int, s uint64) string {
			return i.count(n) + " figures written (step " + i.count(int(s)) + "); rakor data undo takes them back."
		},
		NothingToWrite: "No new or revised figure in these groups; nothing was written.",
		More:           func(n int) string { return i.count(n) + " rows more; --format csv or json shows all." },
		MatchedAs: func(name, region, code, kind string) string {
			return quote(name) + " was read as " + region + " (" + code + "): " + kind + "."
		},
		Note: func(code, file, detail string, n int) string {
			s := map[string]string{
				"round-assumed": "figures without a round took the one that the data have in that year", "numbers-by-magnitude": "numbers such as 11.191 were read by the present figures",
				"mixed-notation": "points and commas both mark decimals", "title-says-other": "the title names another indicator",
				"before-split": "figures of a region before it existed", "nation-missing": "there are provinces, but no Indonesia",
				"codes-unknown": "unknown codes; regions were matched by name", "decimals": "fewer decimals than usual",
				"jump": "far from the nearest figure of its region; check it",
			}[code]
			return file + ": " + s + " (" + i.count(n) + " figures" + orNothing(detail, "; ", "") + ")."
		},
		Check: func(rule, place, found, want string) string {
			return "Check of " + place + ": " + rule + "; found " + found + ", expected " + want + "."
		},
		BadFile: func(n, f, d string) string {
			return "File " + quote(n) + " cannot be used: " + f + orNothing(d, " (", ")") + "."
		},
		PersonalFile: func(n, c string) string {
			return "File " + quote(n) + " is refused: personal data in " + c + "; remove these columns first."
		},
		ReadOnly: "Not written: --readonly.",
		Changed:  "The data were changed by someone else since they were read; nothing was written. Run it again.",
		Locked:   func(dir string) string { return "Another program is writing to " + dir + "; nothing was written." },
		Undone: func(n int, title string) string {
			return i.count(n) + " figures taken back" + orNothing(title, " (", ")") + "."
		},
		NothingToUndo: "There is nothing to undo.",
		UndoConflict: func(s uint64, cell string) string {
			return "Step " + i.count(int(s)) + " cannot be undone: " + cell + " was changed after it; nothing was written."
		},
		NoConflict: "No figure differs between sources.",
		Conflicts:  func(n int) string { return i.count(n) + " cells differ between sources." },
		NotAmong: func(s, among string) string {
			return "Source " + quote(s) + " gives no value for that cell; there are: " + among + "."
		},
		Chose: func(v, s string, step uint64) string {
			return v + " (" + s + ") is used now, step " + i.count(int(step)) + "; rakor data undo takes it back."
		},
		DiffSame: "No difference.",
		Diff: func(a, r, v int) string {
			return i.count(a) + " added, " + i.count(r) + " removed, " + i.count(v) + " revised."
		},
		FetchOff: "Fetching from the Web API is off. Put your own token of webapi.bps.go.id into RAKOR_BPS_TOKEN to use it.",
		FetchFailed: func(h, why string) string {
			return "Cannot fetch from " + h + ": " + why + ". The present data stay in use."
		},
		FetchRefused: func(h string, s int) string {
			return h + " refused the token or the request (HTTP " + plainInt(s) + ")."
		},
		Saved:         func(f string) string { return "The answer was saved to " + f + "." },
		NothingUsable: "Not a single figure can be used.", LargeDocument: "The document of the data would be too large to be read again; import less.",
		NoFile: "FILE", OneDir: "Data can be written to a directory only, not to a single document (--data).",
	}
}

// plainInt writes a number without marks, for codes.
func plainInt(n int) string { return strings.ReplaceAll(English.count(n), ",", "") }
