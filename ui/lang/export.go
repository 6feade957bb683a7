package lang

// Export is the words of what is copied and carried away.
type Export struct {
	Title, Screen, Reports, Preview string
	Hint, CopyHint                  string // the line of keys, for who may save and who may not
	Formats                         map[string]string
	Brief, Profile, Programs        string
	Minutes, FollowUps              string
	Copied                          func(lines int) string
	TooLong                         string
	Saved                           func(file string) string
	NotSaved                        func(why string) string
	NoPlace                         string
}

// ExportWords gives the words of what is copied and carried away.
func (l Lang) ExportWords() Export {
	n := l.count
	return pick(l, Export{
		Title: "Bawa keluar", Screen: "Layar ini", Reports: "Laporan", Preview: "Pratinjau",
		Hint:     "Enter simpan ke berkas · y salin · ↑ ↓ pilih · PgDn gulir · Esc tutup",
		CopyHint: "Enter atau y salin ke terminal Anda · ↑ ↓ pilih · PgDn gulir · Esc tutup",
		Formats: map[string]string{
			"txt": "teks", "md": "Markdown", "csv": "CSV untuk lembar kerja", "json": "JSON untuk program", "svg": "SVG, gambar", "html": "HTML, siap cetak",
		},
		Brief: "Ringkasan satu halaman", Profile: "Profil kemiskinan", Programs: "Daftar program OPD", Minutes: "Notulen rapat", FollowUps: "Tindak lanjut",
		Copied: func(k int) string {
			return n(k) + " baris disalin (OSC 52). Tidak tertempel? Tekan x untuk berkas."
		},
		TooLong:  "Terlalu panjang untuk papan klip terminal; simpan ke berkas dengan x.",
		Saved:    func(f string) string { return "Tersimpan: " + f },
		NotSaved: func(why string) string { return "Tidak tersimpan: " + why },
		NoPlace:  "folder pengguna tidak diketahui; jalankan dengan --data FOLDER",
	}, Export{
		Title: "Carry away", Screen: "This screen", Reports: "Documents", Preview: "Preview",
		Hint:     "Enter save to a file · y copy · ↑ ↓ choose · PgDn scroll · Esc close",
		CopyHint: "Enter or y copy to your terminal · ↑ ↓ choose · PgDn scroll · Esc close",
		Formats: map[string]string{
			"txt": "text", "md": "Markdown", "csv": "CSV for a spreadsheet", "json": "JSON for programs", "svg": "SVG, a picture", "html": "HTML, ready to print",
		},
		Brief: "One-page brief", Profile: "Poverty profile", Programs: "The list of programmes", Minutes: "Minutes of the meeting", FollowUps: "Follow-ups",
		Copied: func(k int) string {
			return n(k) + " lines copied (OSC 52). Nothing to paste? Press x for a file."
		},
		TooLong:  "Too long for the clipboard of a terminal; save it to a file with x.",
		Saved:    func(f string) string { return "Saved: " + f },
		NotSaved: func(why string) string { return "Not saved: " + why },
		NoPlace:  "there is no user folder; start with --data FOLDER",
	})
}
