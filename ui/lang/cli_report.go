package lang

// ReportCLI is the words of the command report.
type ReportCLI struct {
	Short, Long                           string
	ProfileShort, ProgramsShort           string
	BriefShort, MinutesShort              string
	FollowUpsShort, FlagMeeting           string
	FlagFormat, FlagOut, FlagAt, FlagOver string
	BadTime                               func(s string) string
	Exists                                func(file string) string
	NoFolder                              func(dir string) string
	Written                               func(file string) string
	NotWritten                            func(file, why string) string
}

// CLIReport gives the words of the command report.
func (l Lang) CLIReport() ReportCLI {
	return pick(l, ReportCLI{
		Short:         "laporan untuk dibawa: ringkasan, profil, program",
		Long:          "Laporan dari data yang sama dengan layar: satu berkas HTML yang dapat dicetak di A4,\natau Markdown, teks, JSON, CSV. Tiap laporan membawa sumber, versi program, jejak\ndata, dan perintah untuk membuatnya lagi; dengan --at yang sama isinya sama persis.",
		ProfileShort:  "bab profil kemiskinan RPKD/LP2KD: tiap indikator, lima analisis",
		ProgramsShort: "daftar program OPD dengan jumlah menurut strategi dan OPD",
		BriefShort:    "satu halaman A4 untuk pimpinan rapat",
		MinutesShort:  "notulen: hadir, agenda, keputusan dengan dasarnya, tindak lanjut", FollowUpsShort: "semua keputusan yang masih terbuka, yang paling lewat dahulu",
		FlagMeeting: "rapat (baku: yang terakhir), misalnya 2026-07-07",
		FlagFormat:  "html, md, txt, json atau csv (biasanya menurut nama berkas; txt di terminal, html di pipa)",
		FlagOut:     "tulis ke berkas ini; yang sudah ada tidak ditimpa tanpa --replace",
		FlagAt:      "waktu pembuatan, misalnya 2026-02-18T14:02:00+07:00 (biasanya sekarang)",
		FlagOver:    "timpa berkas yang sudah ada",
		BadTime: func(s string) string {
			return "Waktu --at " + s + " tidak dapat dibaca; tulis misalnya 2026-02-18, 2026-02-18T14:02 atau 2026-02-18T14:02:00+07:00."
		},
		Exists:   func(f string) string { return "Berkas " + f + " sudah ada; pilih nama lain, atau tambahkan --replace." },
		NoFolder: func(d string) string { return "Folder " + d + " tidak ada; buat dulu, atau pilih folder lain." },
		Written:  func(f string) string { return "Tertulis: " + f },
		NotWritten: func(f, why string) string {
			return "Berkas " + f + " tidak dapat ditulis (" + why + "); pilih tempat lain."
		},
	}, ReportCLI{
		Short:         "documents to carry away: brief, profile, programmes",
		Long:          "Documents from the same data as the screens: one HTML file that prints on A4, or\nMarkdown, text, JSON, CSV. Each carries its sources, the program's version, the\nchecksum of the data and the command that makes it again; with the same --at it is\nthe same to the byte.",
		ProfileShort:  "the chapter poverty profile of RPKD/LP2KD: every indicator, five analyses",
		ProgramsShort: "the list of programmes with sums by strategy and department",
		BriefShort:    "one A4 page for who chairs the meeting",
		MinutesShort:  "minutes: those present, agenda, decisions with their basis, follow-ups", FollowUpsShort: "every decision that is still open, the latest first",
		FlagMeeting: "meeting (default: the newest), such as 2026-07-07",
		FlagFormat:  "html, md, txt, json or csv (usually by the file's name; txt on a terminal, html into a pipe)",
		FlagOut:     "write to this file; one that exists is not overwritten without --replace",
		FlagAt:      "when it was made, as 2026-02-18T14:02:00+07:00 (usually now)",
		FlagOver:    "overwrite a file that exists",
		BadTime: func(s string) string {
			return "The time --at " + s + " cannot be read; write it as 2026-02-18, 2026-02-18T14:02 or 2026-02-18T14:02:00+07:00."
		},
		Exists:   func(f string) string { return "The file " + f + " exists; choose another name, or add --replace." },
		NoFolder: func(d string) string { return "There is no folder " + d + "; make it first, or choose another." },
		Written:  func(f string) string { return "Written: " + f },
		NotWritten: func(f, why string) string {
			return "The file " + f + " cannot be written (" + why + "); choose another place."
		},
	})
}
