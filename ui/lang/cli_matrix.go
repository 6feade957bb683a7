package lang

import (
	"strings"

	"rakor/model"
	"rakor/model/intake"
)

// Matrix is the words with which lists of programmes are read from files and
// written to them. [Lang.Matrix] builds it: keep it.
type Matrix struct {
	lang    Lang
	editing Editing

	ImportShort, ImportLong, ExportShort, ExportLong string
	FlagLayout, FlagApply, FlagYear, FlagOnly        string
	FlagFilter, FlagSamples, FlagForce               string
	ColStatus, ColCell, ColEntry, ColField           string
	ColWas, ColNow, ColWhy                           string
	NeedsFile, NoFile                                func(name string) string
	Skipped                                          func(n int) string
	Unused                                           func(columns string) string
	Counts                                           func(p *intake.Preview) string
	NotWritten                                       func(call string) string
	Written                                          func(n int, step uint64) string
	NothingToWrite, NothingUsable                    string
	Absent                                           func(n int) string
	More                                             func(n int) string
	Like                                             func(cell string) string
	Between                                          func(ids string) string
	Exported                                         func(n int, file string) string
	Lost                                             func(fields string) string
	SamplesOut                                       func(n int) string
	Exists, BadName                                  func(file string) string
	NothingToExport                                  string
	Personal                                         func(file, columns string) string
	BadOnly                                          func(value string) string
}

// Matrix gives the words about files of programmes. It builds a new value each
// call.
func (l Lang) Matrix() Matrix {
	m := pick(l, matrixID, matrixEN)()
	m.lang, m.editing = l, l.Editing()
	return m
}

func matrixID() Matrix {
	l := Indonesian
	return Matrix{
		ImportShort: "pratinjau dan impor matriks RAT, OPPKPKE, atau tabel polos",
		ImportLong: "Membaca daftar program dari XLSX, CSV, atau JSON dan memperlihatkan, baris demi baris, apa yang baru, berubah, sama, ganda, ragu, atau ditolak. " +
			"Tidak ada yang ditulis tanpa --apply; satu undo mengembalikan seluruh impor.",
		ExportShort: "tulis daftar sebagai XLSX, CSV, atau JSON", ExportLong: "Menulis daftar program; jenis berkas menurut namanya (.xlsx, .csv, .json). Dibaca kembali, isinya sama.",
		FlagLayout: "bentuk tabel: auto, rat18, oppkpke21, plain", FlagApply: "tulis kelompok ini: new, changed, duplicate", FlagYear: "tahun baris yang tidak menyebut tahun",
		FlagOnly: "hanya baris pada sel ini, misalnya Sheet1!A12,Sheet1!A15", FlagFilter: "hanya yang cocok dengan saringan ini", FlagSamples: "sertakan baris contoh dalam matriks",
		FlagForce: "timpa berkas yang sudah ada",
		ColStatus: "Status", ColCell: "Sel", ColEntry: "Program", ColField: "Isian", ColWas: "Semula", ColNow: "Menjadi", ColWhy: "Sebab",
		NeedsFile: func(ex string) string { return "Perlu nama berkas; contoh: " + ex },
		NoFile:    func(n string) string { return "Tidak ada berkas " + n + ": periksa nama dan foldernya" },
		Skipped:   func(n int) string { return l.count(n) + " baris bukan program (judul, jumlah, nomor kolom) dilewati" },
		Unused:    func(c string) string { return "Kolom yang tidak dipakai: " + c },
		Counts: func(p *intake.Preview) string {
			return l.count(p.Count(intake.New)) + " baru, " + l.count(p.Count(intake.Changed)) + " berubah, " + l.count(p.Count(intake.Same)) + " sama, " +
				l.count(p.Count(intake.Duplicate)) + " ganda, " + l.count(p.Count(intake.Ambiguous)) + " ragu, " + l.count(p.Count(intake.Refused)) + " ditolak"
		},
		NotWritten: func(call string) string { return "Belum ada yang ditulis. Untuk menulis: " + call },
		Written: func(n int, step uint64) string {
			return l.count(n) + " program ditulis sebagai langkah " + l.Int(int64(step)) + "; urungkan semuanya: rakor program undo"
		},
		NothingToWrite: "Tidak ada yang perlu ditulis.", NothingUsable: "Tidak ada baris yang dapat dipakai.",
		Absent:   func(n int) string { return l.count(n) + " program di daftar tidak disebut berkas ini; semuanya tetap" },
		More:     func(n int) string { return "… " + l.count(n) + " baris lagi: --format csv" },
		Like:     func(c string) string { return "sama dengan " + c },
		Between:  func(ids string) string { return "dapat berarti " + ids + "; isi kolom id untuk memilih" },
		Exported: func(n int, f string) string { return l.count(n) + " program ditulis ke " + f },
		Lost:     func(f string) string { return "Bentuk ini tidak punya kolom untuk: " + f },
		SamplesOut: func(n int) string {
			return l.count(n) + " baris contoh tidak ikut: tidak ada kolom yang dapat menandainya (--samples menyertakannya)"
		},
		Exists:          func(f string) string { return f + " sudah ada; pilih nama lain atau --force" },
		BadName:         func(f string) string { return f + ": akhiri dengan .xlsx, .csv, atau .json" },
		NothingToExport: "Tidak ada program yang cocok untuk ditulis.",
		Personal: func(f, c string) string {
			return f + " berisi data pribadi dan tidak dibaca: " + c + ". Hapus kolom itu, atau pakai jumlah per kelompok."
		},
		BadOnly: func(v string) string { return "--only: tidak ada baris di sel " + v + " yang dapat ditulis" },
	}
}

func matrixEN() Matrix {
	l := English
	return Matrix{
		ImportShort: "preview and import RAT and OPPKPKE matrices, or a plain table",
		ImportLong: "Reads a list of programmes from XLSX, CSV or JSON and shows row by row what is new, changed, the same, a duplicate, ambiguous or refused. " +
			"Nothing is written without --apply; one undo takes the whole import back.",
		ExportShort: "write the list as XLSX, CSV or JSON", ExportLong: "Writes the list of programmes; the kind of file goes by its name (.xlsx, .csv, .json). Read again it gives the same.",
		FlagLayout: "shape of the table: auto, rat18, oppkpke21, plain", FlagApply: "write these groups: new, changed, duplicate", FlagYear: "year of rows that name none",
		FlagOnly: "only the rows at these cells, such as Sheet1!A12,Sheet1!A15", FlagFilter: "only what matches this filter", FlagSamples: "take samples into a matrix",
		FlagForce: "replace a file that exists",
		ColStatus: "Status", ColCell: "Cell", ColEntry: "Programme", ColField: "Field", ColWas: "Was", ColNow: "Now", ColWhy: "Why",
		NeedsFile: func(ex string) string { return "Needs the name of a file; example: " + ex },
		NoFile:    func(n string) string { return "No file " + n + ": check its name and folder" },
		Skipped: func(n int) string {
			return l.count(n) + " rows are no programmes (titles, sums, column numbers) and were skipped"
		},
		Unused: func(c string) string { return "Columns that are not used: " + c },
		Counts: func(p *intake.Preview) string {
			return l.count(p.Count(intake.New)) + " new, " + l.count(p.Count(intake.Changed)) + " changed, " + l.count(p.Count(intake.Same)) + " the same, " +
				l.count(p.Count(intake.Duplicate)) + " duplicate, " + l.count(p.Count(intake.Ambiguous)) + " ambiguous, " + l.count(p.Count(intake.Refused)) + " refused"
		},
		NotWritten: func(call string) string { return "Nothing is written yet. To write: " + call },
		Written: func(n int, step uint64) string {
			return l.count(n) + " programmes written as step " + l.Int(int64(step)) + "; take all of it back: rakor program undo"
		},
		NothingToWrite: "There is nothing to write.", NothingUsable: "No row can be used.",
		Absent: func(n int) string {
			return l.count(n) + " programmes of the list are not in this file; they stay as they are"
		},
		More:     func(n int) string { return "… " + l.count(n) + " more rows: --format csv" },
		Like:     func(c string) string { return "the same as " + c },
		Between:  func(ids string) string { return "could be " + ids + "; fill in the column id to choose" },
		Exported: func(n int, f string) string { return l.count(n) + " programmes written to " + f },
		Lost:     func(f string) string { return "This layout has no column for: " + f },
		SamplesOut: func(n int) string {
			return l.count(n) + " samples left out: no column could mark them (--samples takes them in)"
		},
		Exists:          func(f string) string { return f + " exists; choose another name, or --force" },
		BadName:         func(f string) string { return f + ": end the name with .xlsx, .csv or .json" },
		NothingToExport: "No programme matches, so there is nothing to write.",
		Personal: func(f, c string) string {
			return f + " holds data about persons and is not read: " + c + ". Take those columns out, or use counts by group."
		},
		BadOnly: func(v string) string { return "--only: no row at the cell " + v + " can be written" },
	}
}

// Status gives the name of what an import would do with a row.
func (w Matrix) Status(s intake.Status) string {
	if w.lang == English {
		return s.ID()
	}
	return map[intake.Status]string{
		intake.New: "baru", intake.Changed: "berubah", intake.Same: "sama", intake.Duplicate: "ganda", intake.Ambiguous: "ragu", intake.Refused: "ditolak",
	}[s]
}

// Fault says in a sentence why a file cannot be used, and what to do; fault is
// the stable name of it.
func (w Matrix) Fault(file, fault, detail string) string {
	text := map[string][2]string{
		"unreadable":      {"tidak dapat dibaca sampai akhir; salin ulang berkasnya", "cannot be read to its end; copy the file again"},
		"empty":           {"kosong", "is empty"},
		"too-large":       {"terlalu besar untuk daftar program (paling banyak 64 MB)", "is too large for a list of programmes (at most 64 MB)"},
		"expands":         {"mengembang lebih dari 64 MB saat dibuka, jadi tidak dibuka; simpan hanya baris yang terisi", "unpacks to more than 64 MB and was not unpacked; save only the rows that are filled"},
		"macros":          {"berisi makro; simpan sebagai .xlsx biasa", "carries macros; save it as a plain .xlsx"},
		"external-links":  {"mengambil angka dari berkas lain; tempel sebagai nilai lalu simpan", "takes figures from other files; paste them as values and save"},
		"old-format":      {"bukan .xlsx; buka lalu simpan sebagai .xlsx atau .csv", "is no .xlsx; open it and save it as .xlsx or .csv"},
		"encrypted":       {"dikunci dengan kata sandi; simpan tanpa sandi", "has a password; save it without"},
		"not-spreadsheet": {"bukan lembar kerja, CSV, atau JSON", "is no spreadsheet, CSV or JSON"},
		"broken":          {"rusak; buka di Excel lalu simpan ulang", "is damaged; open it in Excel and save it again"},
		"no-table":        {"tidak ada baris judul kolom RAT, OPPKPKE, atau tabel polos", "no row has the headings of RAT, OPPKPKE or a plain table"},
		"no-rows":         {"ada judul kolom, tetapi tidak ada program di bawahnya", "has headings and no programme below them"},
		"no-year":         {"tidak menyebut tahun; tambahkan --year 2026", "names no year; add --year 2026"},
		"missing-column":  {"tidak punya kolom yang wajib ada", "lacks a column that must be there"},
	}[fault]
	out := file + " " + pick(w.lang, text[0], text[1])
	if text[0] == "" {
		out = file + ": " + fault
	}
	if detail = strings.TrimSpace(detail); detail != "" {
		out += " (" + pick(w.lang, inIndonesian(detail), detail) + ")"
	}
	return out
}

// inIndonesian gives the words for what a file turned out to be, and for how
// large it is; other details are names, and stay.
func inIndonesian(detail string) string {
	if s, ok := map[string]string{
		"an encrypted workbook": "berkas terkunci", "a workbook of Excel 97-2003 (.xls)": "berkas Excel 97-2003 (.xls)", "a PDF file": "berkas PDF",
		"a packed file; unpack it first": "berkas terkemas; buka kemasannya dulu", "a picture": "gambar", "a web page under another name": "halaman web dengan nama lain",
		"an XML file": "berkas XML", "JSON that is no document of programmes": "JSON, tetapi bukan daftar program", "a pipe or a device": "pipa atau perangkat",
		"wanted the headings program, kegiatan, kode, alokasi and their like in one row": "judul program, kegiatan, kode, alokasi, dan sejenisnya dalam satu baris",
		"binary workbook (.xlsb)": "berkas biner (.xlsb)", "an archive without a workbook": "arsip tanpa lembar kerja",
	}[detail]; ok {
		return s
	}
	if rest, more := strings.CutPrefix(detail, "more than "); more || detail != "" && detail[0] >= '0' && detail[0] <= '9' {
		s := strings.NewReplacer(" or more", " atau lebih", " rows", " baris", " cells", " sel", " or ", " atau ", " sheets", " lembar", " texts", " teks", " files in it", " berkas di dalamnya").Replace(rest)
		return pickIf(more, "lebih dari ", "") + s
	}
	return detail
}

// Remark says what is wrong or odd about a row, with the cell.
func (w Matrix) Remark(r intake.Remark) string {
	text := map[intake.Kind][2]string{
		intake.NotNumber: {"bukan angka", "is no number"}, intake.TwoReadings: {"dapat dibaca dua cara; tulis tanpa singkatan", "can be read in two ways; write it in full"},
		intake.Negative: {"di bawah nol", "is below zero"}, intake.TooLarge: {"terlalu besar", "is too large"}, intake.NotWhole: {"harus bilangan bulat", "must be a whole number"},
		intake.DateForNumber: {"tanggal di tempat angka", "is a date where a number belongs"}, intake.CellError: {"sel galat", "is an error of the spreadsheet"},
		intake.NoResult: {"rumus tanpa hasil; simpan ulang di Excel", "is a formula without its result; save it in Excel once more"},
		intake.Required: {"wajib diisi", "must be filled in"}, intake.CodeAsNumber: {"kode menjadi angka, nol di belakang hilang; tulis sebagai teks", "is a code that became a number; its zeros are lost: write it as text"},
		intake.CodeAsDate: {"kode menjadi tanggal; tulis sebagai teks", "is a code that became a date; write it as text"}, intake.UnknownChoice: {"tidak ada dalam daftar", "is not in the list"},
		intake.TooLong: {"lebih dari 2.000 huruf", "has more than 2,000 characters"}, intake.OtherRegion: {"milik daftar wilayah lain", "belongs to another region's list"},
		intake.BadDate: {"bukan tanggal", "is no date"}, intake.PlaceTwice: {"dua tempat bernama sama; tulis kodenya", "is the name of two places; write the code"},
		intake.Unfit: {"tidak dapat diterima", "cannot be taken"}, intake.UnknownRef: {"tidak dikenal", "is not known"},
		intake.NoUnit: {"jumlah tanpa satuan", "is a number without a unit"}, intake.NoNumber: {"kata tanpa jumlah", "has words and no number"},
		intake.TwoCounts: {"dua jumlah, tidak ada yang dipilih", "has two numbers; neither was chosen"}, intake.CarriedDown: {"kosong, diambil dari baris di atasnya", "is blank and taken from the row above"},
		intake.UnknownPlace: {"tempat tanpa kode, disimpan sebagai kata", "is a place without a code; kept as words"}, intake.TotalDiffers: {"tidak sama dengan jumlah yang dihitung", "is not the sum that was worked out"},
		intake.SharedAmount:  {"satu nilai untuk beberapa baris, diberikan ke baris pertama", "is one amount over several rows, given to the first"},
		intake.TwoActivities: {"lebih dari satu jenis aktivitas terisi", "has more than one kind of activity filled in"}, intake.MaybeSubtotal: {"mungkin baris jumlah", "may be a subtotal"},
		intake.OddCode: {"bentuk kode tidak biasa", "has a code of an odd form"}, intake.CodeRestored: {"kode dipulihkan", "has a code that was restored"},
		intake.ForCoordinator: {"hanya koordinator yang menetapkan", "is for a coordinator to set"},
	}[r.Kind]
	out := r.Cell + ": "
	if r.Field != "" {
		out += w.FieldName(r.Field) + " "
	}
	if r.Found != "" {
		out += "\u201c" + r.Found + "\u201d "
	}
	if text[0] == "" {
		out += string(r.Kind)
	} else {
		out += pick(w.lang, text[0], text[1])
	}
	if r.Want != "" {
		out += " (" + r.Want + ")"
	}
	return out
}

// FieldName gives the name of a field.
func (w Matrix) FieldName(f model.Field) string { return w.editing.FieldName(f) }

// FieldText writes a field of an entry for people.
func (w Matrix) FieldText(p *model.Programme, f model.Field) string { return w.editing.FieldText(p, f) }
