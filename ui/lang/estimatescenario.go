package lang

// EstimateScenario is the words about scenarios.
type EstimateScenario struct {
	SaveLabel   string // of the name being typed
	RenameLabel func(name string) string
	Replace     func(name string) string // it exists: Enter once more
	NoName      string

	ListTitle, None string
	Compare, Closed string // rows of the list: side by side, or no longer
	SaveNow         string
	Open, Rename    string // what can be done with one
	Beside, Apart   string
	Remove          string
	CompareFull     func(n int) string

	Saved, Removed, Opened func(name string) string // what was done
	Renamed                func(from, to string) string
	Undone, Redone         func(what, name string) string // what: save, rename, remove
	ReadOnly               string
	Context                func(name string, changed bool, kept int) string // kept 0: leave the number out

	// Why it was not done.
	Conflict, Gone                func(name string) string
	Full                          string
	Nothing, NothingForth, Broken string
	NoPlace                       string

	Title      string // of the comparison
	Now        string // heading of the present inputs
	SameAsNow  string
	ColInput   string
	Poor       string
	Difference string
	Low, High  string
	Budget     string
	NotFit     func(n int) string // columns without room
	Empty      string
	Exits      string
	Growing    string
	OtherData  string // saved on other data
	Linear     func(name, rate, population, poor string) string
	LinearMore func(interval, exits string) string
	Since      func(name, date string) string
}

func scenarioID() EstimateScenario {
	return EstimateScenario{
		SaveLabel: "Simpan masukan ini sebagai skenario", RenameLabel: func(n string) string { return "Nama baru untuk " + n },
		Replace: func(n string) string { return n + " sudah ada: Enter sekali lagi menimpanya" },
		NoName:  "tulis nama",

		ListTitle: "Skenario", None: "Belum ada skenario: W menyimpan masukan ini.",
		Compare: "bandingkan berdampingan", Closed: "tutup perbandingan", SaveNow: "simpan masukan ini …",
		Open: "pakai masukannya", Rename: "ganti nama …", Beside: "masukkan ke perbandingan", Apart: "keluarkan dari perbandingan",
		Remove:      "hapus (u mengurungkan)",
		CompareFull: func(n int) string { return "Sudah " + Indonesian.count(n) + " berdampingan: keluarkan satu dulu." },

		Saved:    func(n string) string { return "Skenario " + n + " tersimpan." },
		Removed:  func(n string) string { return "Skenario " + n + " dihapus; u mengurungkan." },
		Opened:   func(n string) string { return "Masukan skenario " + n + " dipakai." },
		Renamed:  func(a, b string) string { return "Skenario " + a + " kini bernama " + b + "." },
		Undone:   func(w, n string) string { return undoneID(w) + " " + n + " diurungkan." },
		ReadOnly: "Dibuka untuk dibaca saja: tidak ada yang disimpan.",
		Context: func(n string, changed bool, kept int) string {
			return "skenario " + n + pickIf(changed, "*", "") + pickIf(kept > 0, " ("+Indonesian.count(kept)+" tersimpan)", "")
		},

		Conflict:     func(n string) string { return "skenario " + n + " diubah program lain; tidak ada yang ditimpa" },
		Gone:         func(n string) string { return "skenario " + n + " sudah dihapus program lain" },
		Full:         "sudah 100 skenario; hapus satu dulu",
		Redone:       func(w, n string) string { return undoneID(w) + " " + n + " diulangi." },
		NothingForth: "Tidak ada perubahan yang dapat diulangi.",
		Nothing:      "Tidak ada perubahan yang dapat diurungkan.",
		Broken:       "berkas skenario rusak, tidak dipakai",
		NoPlace:      "skenario tidak dapat disimpan di sini: lihat rakor info",

		Title: "Skenario berdampingan", Now: "Kini", SameAsNow: "= sama dengan kini", ColInput: "Masukan",
		Poor: "Penduduk miskin", Difference: "Selisih", Low: "Selang, bawah", High: "Selang, atas", Budget: "Anggaran, Rp",
		NotFit: func(k int) string { return Indonesian.count(k) + " skenario lagi tidak muat" },
		Empty:  "Belum ada skenario untuk dibandingkan: W menyimpan masukan ini, v menutup.",
		Exits:  "Keluar, tetap", Growing: "Keluar, tumbuh",
		OtherData: "! disimpan dengan data lain",
		Linear: func(n, r, p, poor string) string {
			return "Skenario " + n + ": P0 " + r + ", penduduk " + p + ", miskin " + poor + " jiwa"
		},
		LinearMore: func(iv, x string) string {
			return orNothing(iv, ", selang 95 % ", "") + orNothing(x, ", harus keluar ", " jiwa") + "."
		},
		Since: func(n, d string) string { return "skenario " + n + orNothing(d, ", ", "") },
	}
}

func undoneID(what string) string {
	switch what {
	case "rename":
		return "Ganti nama skenario"
	case "remove":
		return "Penghapusan skenario"
	}
	return "Penyimpanan skenario"
}

func scenarioEN() EstimateScenario {
	return EstimateScenario{
		SaveLabel: "Keep these inputs as a scenario", RenameLabel: func(n string) string { return "New name for " + n },
		Replace: func(n string) string { return n + " exists: Enter once more replaces it" },
		NoName:  "write a name",

		ListTitle: "Scenarios", None: "No scenarios yet: W keeps these inputs.",
		Compare: "show side by side", Closed: "close the comparison", SaveNow: "keep these inputs …",
		Open: "use its inputs", Rename: "rename …", Beside: "put beside the others", Apart: "take out of the comparison",
		Remove:      "remove (u undoes it)",
		CompareFull: func(n int) string { return English.count(n) + " are side by side: take one out first." },

		Saved:    func(n string) string { return "Scenario " + n + " is kept." },
		Removed:  func(n string) string { return "Scenario " + n + " is removed; u undoes it." },
		Opened:   func(n string) string { return "The inputs of scenario " + n + " are in use." },
		Renamed:  func(a, b string) string { return "Scenario " + a + " is now called " + b + "." },
		Undone:   func(w, n string) string { return undoneEN(w) + " scenario " + n + " is undone." },
		ReadOnly: "Opened for reading only: nothing is kept.",
		Context: func(n string, changed bool, kept int) string {
			return "scenario " + n + pickIf(changed, "*", "") + pickIf(kept > 0, " ("+English.count(kept)+" kept)", "")
		},

		Conflict: func(n string) string {
			return "scenario " + n + " was changed by another program; nothing was overwritten"
		},
		Gone:         func(n string) string { return "scenario " + n + " was removed by another program" },
		Full:         "there are 100 scenarios; remove one first",
		Redone:       func(w, n string) string { return undoneEN(w) + " scenario " + n + " is made again." },
		NothingForth: "There is no change to make again.",
		Nothing:      "There is no change to undo.",
		Broken:       "the file of scenarios is broken and not in use",
		NoPlace:      "scenarios cannot be kept here: see rakor info",

		Title: "Scenarios side by side", Now: "Now", SameAsNow: "= the same as now", ColInput: "Input",
		Poor: "Poor people", Difference: "Difference", Low: "Interval, low", High: "Interval, high", Budget: "Budget, Rp",
		NotFit: func(k int) string { return English.count(k) + plural(k, " more does not fit", " more do not fit") },
		Empty:  "No scenarios to compare yet: W keeps these inputs, v closes.",
		Exits:  "Leave, constant", Growing: "Leave, growing",
		OtherData: "! kept on other data",
		Linear: func(n, r, p, poor string) string {
			return "Scenario " + n + ": P0 " + r + ", population " + p + ", poor " + poor + " people"
		},
		LinearMore: func(iv, x string) string {
			return orNothing(iv, ", 95% interval ", "") + orNothing(x, ", must leave ", " people") + "."
		},
		Since: func(n, d string) string { return "scenario " + n + orNothing(d, ", ", "") },
	}
}

func undoneEN(what string) string {
	switch what {
	case "rename":
		return "Renaming"
	case "remove":
		return "Removing"
	}
	return "Keeping"
}
