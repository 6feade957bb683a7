package lang

import "math"

// Intake is the words of files that are read in and previewed.
type Intake struct {
	Title, ChooserTitle, ChooserHint, Hint string
	Folder                                 string
	Size                                   func(bytes int64) string
	NoRows, NothingTicked, OnlyHere        string
	Embedded, YourData                     string // while the user's own figures are read
	Cancelled                              string
	Kept                                   func(do, n, title string) string
	ListTitle, Absent, Skipped, NoYear     string // of files of programmes
	ListColumns                            []string
	ListHead                               func(layout, sheet, year string, rows int) string
	KeptList                               func(n int) string
	HowToKeep                              func(command string) string
	Jump                                   func(what string) string
	New, Same, Revised, Refused            string
	Names, Remarks                         string
	Proposed                               func(name, region, code string, distance int) string
	AsIndicator, AsPeriod                  func(what string) string
	Head                                   func(form string, figures, missing string) string
	Layout                                 func(id string) string
	Columns                                []string
	Choose, Chosen, HowToChoose            string
	UseHere                                func(value, source string) string
}

func intakeWords(l Lang) Intake { return pick(l, intakeID(), intakeEN()) }

// size writes bytes as people say them.
func (l Lang) size(b int64) string {
	switch {
	case b < 1000:
		return l.Int(b) + " B"
	case b < 1_000_000:
		return l.Int(int64(math.Round(float64(b)/1000))) + " kB"
	}
	return l.Number(float64(b)/1e6, 1) + " MB"
}

// layoutWords names the forms of files in both languages.
func layoutWords() map[string][2]string {
	return map[string][2]string{
		"year":    {"tabel setahun", "table of a year"},
		"years":   {"tabel beberapa tahun", "table of several years"},
		"rounds":  {"tabel per semester", "table by semester"},
		"dynamic": {"tabel dinamis lama", "old dynamic table"},
		"portal":  {"portal data terbuka", "open-data portal"},
		"webapi":  {"jawaban Web API", "answer of the Web API"},
		"own":     {"CSV rakor", "rakor's own CSV"},
	}
}

func (l Lang) layout(id string) string {
	if w, ok := layoutWords()[id]; ok {
		return pick(l, w[0], w[1])
	}
	return id
}

// listLayout names the layout of a file of programmes.
func listLayout(l Lang, id string) string {
	switch id {
	case "rat18":
		return pick(l, "matriks RAT", "RAT matrix")
	case "oppkpke21":
		return pick(l, "matriks OPPKPKE", "OPPKPKE matrix")
	}
	return pick(l, "tabel polos", "plain table")
}

func intakeID() Intake {
	l := Indonesian
	return Intake{
		Title: "Pratinjau impor", ChooserTitle: "Impor berkas BPS: pilih berkas",
		ChooserHint: "ketik jalur atau nama · Tab lengkapi · ↑↓ pilih · Enter buka · Esc batal",
		Hint:        "↑↓ kelompok · Spasi tandai · PgDn baris · Enter tulis [✓] · Esc batal",
		Folder:      "folder", Size: l.size,
		Embedded: "sementara: angka bawaan", YourData: "data Anda",
		NoRows: "tidak ada baris", NothingTicked: "Tidak ada kelompok yang ditandai; tandai dengan Spasi, atau Esc untuk batal.",
		OnlyHere:  "Berkas hanya dapat diimpor di komputer ini sendiri, tanpa --readonly.",
		Cancelled: "Pembacaan berkas dibatalkan; tidak ada yang ditulis.",
		Kept: func(do, n, title string) string {
			switch do {
			case "import":
				return n + " angka ditulis" + orNothing(title, " dari ", "") + "; u mengurungkan."
			case "choose":
				return "Sumber lain dipakai" + orNothing(title, ": ", "") + "; u mengurungkan."
			case "undo":
				return n + " angka dikembalikan" + orNothing(title, " (", ")") + "."
			}
			return "Tidak ada yang dapat diurungkan."
		},
		HowToKeep: func(c string) string { return "Ketik: " + c + ". Belum ada yang ditulis." },
		ListTitle: "Impor daftar program (RAT, OPPKPKE, tabel): pilih berkas", Absent: "di daftar, tidak di berkas (tetap)", Skipped: "bukan program (judul, jumlah)",
		NoYear:      "Berkas ini tidak menyebut tahun. Tahun berapa?",
		ListColumns: []string{"Sel", "Program", "Isian", "Semula", "Menjadi", "Sebab"},
		ListHead: func(layout, sheet, year string, rows int) string {
			return listLayout(l, layout) + orNothing(sheet, " · ", "") + orNothing(year, " · ", "") + " · " + l.count(rows) + " baris"
		},
		KeptList: func(n int) string { return l.count(n) + " program ditulis; u mengurungkan." },
		Jump:     func(s string) string { return "jauh dari angka terdekat wilayahnya: " + s },
		New:      "baru", Same: "sama", Revised: "direvisi", Refused: "ditolak",
		Names: "nama wilayah yang dibaca lain", Remarks: "catatan dan pemeriksaan",
		Proposed: func(name, region, code string, d int) string {
			if d == 0 { // it was answered
				return quote(name) + " = " + region + " (" + code + ")"
			}
			return quote(name) + " = " + region + " (" + code + ")? beda " + l.count(d) + " huruf"
		},
		AsIndicator: func(s string) string { return "baca sebagai " + s },
		AsPeriod:    func(s string) string { return "periode berkas " + s },
		Head: func(form, n, m string) string {
			return form + " · " + n + " angka, " + m + " sel tanpa angka"
		},
		Layout:  l.layout,
		Columns: []string{"Sel", "Wilayah", "Indikator", "Periode", "Sebelum", "Menjadi", "Keterangan"},
		Choose:  "Pilih sumber lain", Chosen: "dipakai", HowToChoose: "Enter memakai nilai ini (tercatat; u mengurungkan)",
		UseHere: func(v, s string) string { return v + " dari " + s },
	}
}

func intakeEN() Intake {
	l := English
	return Intake{
		Title: "Import preview", ChooserTitle: "Import a BPS file: choose the file",
		ChooserHint: "type a path or name · Tab completes · ↑↓ choose · Enter opens · Esc cancels",
		Hint:        "↑↓ group · Space tick · PgDn rows · Enter write [✓] · Esc cancel",
		Folder:      "folder", Size: l.size,
		Embedded: "until then: the built-in figures", YourData: "your data",
		NoRows: "no rows", NothingTicked: "No group is ticked; tick one with Space, or press Esc to leave.",
		OnlyHere:  "Files can be imported on this computer itself only, without --readonly.",
		Cancelled: "Reading the file was cancelled; nothing was written.",
		Kept: func(do, n, title string) string {
			switch do {
			case "import":
				return n + " figures written" + orNothing(title, " from ", "") + "; u takes them back."
			case "choose":
				return "Another source is used" + orNothing(title, ": ", "") + "; u takes it back."
			case "undo":
				return n + " figures put back" + orNothing(title, " (", ")") + "."
			}
			return "There is nothing to take back."
		},
		HowToKeep: func(c string) string { return "Type: " + c + ". Nothing is written yet." },
		ListTitle: "Import a list of programmes (RAT, OPPKPKE, table): choose the file", Absent: "in the list, not in the file (they stay)", Skipped: "no programme (title, sum)",
		NoYear:      "This file names no year. Which one is it?",
		ListColumns: []string{"Cell", "Programme", "Field", "Was", "Now", "Why"},
		ListHead: func(layout, sheet, year string, rows int) string {
			return listLayout(l, layout) + orNothing(sheet, " · ", "") + orNothing(year, " · ", "") + " · " + l.count(rows) + plural(rows, " row", " rows")
		},
		KeptList: func(n int) string {
			return l.count(n) + plural(n, " programme", " programmes") + " written; u takes all of it back."
		},
		Jump: func(s string) string { return "far from the region's nearest figure: " + s },
		New:  "new", Same: "the same", Revised: "revised", Refused: "refused",
		Names: "names of regions read as others", Remarks: "remarks and checks",
		Proposed: func(name, region, code string, d int) string {
			if d == 0 { // it was answered
				return quote(name) + " = " + region + " (" + code + ")"
			}
			return quote(name) + " = " + region + " (" + code + ")? " + l.count(d) + " letters differ"
		},
		AsIndicator: func(s string) string { return "read as " + s },
		AsPeriod:    func(s string) string { return "period of the file " + s },
		Head: func(form, n, m string) string {
			return form + " · " + n + " figures, " + m + " cells without one"
		},
		Layout:  l.layout,
		Columns: []string{"Cell", "Region", "Indicator", "Period", "Before", "Becomes", "Remark"},
		Choose:  "Choose another source", Chosen: "in use", HowToChoose: "Enter uses this value (logged; u takes it back)",
		UseHere: func(v, s string) string { return v + " from " + s },
	}
}
