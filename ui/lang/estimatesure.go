package lang

// EstimateSure is the words about how sure the number of people is.
type EstimateSure struct {
	Title    string
	Interval string    // "Selang 95 %"
	Bands    [3]string // by headcount.Band
	BandRule string
	Sample   func(n, deff string) string // what the error rests on
	RSE      func(rse string) string
	Assumed  func(what string) string // the mark on the result
	Missing  [4]string                // why there is no interval, by estimate.Unsure

	Error    func(se, rse string) string // standard error
	Rates    func(low, high string) string
	Change   func(points float64, by, from, when string, z string, distinct bool) string
	Entered  func(by, from, when string, z string, distinct bool) string // the user's rate against the published one
	Break    func(when string) string                                    // another round or method: not tested
	Test     func(z, p string) string
	SameRule string // the assumption holds for both

	ColSE, ColRSE, ColInterval string
	RowLow, RowHigh, RowZ      string
	LinearBand                 func(rse, band string) string
}

// verdict ends a sentence about a change.
func verdictID(z string, distinct bool) string {
	if distinct {
		return ": lebih besar daripada galat survei (z = " + z + ")."
	}
	return ": belum dapat dibedakan dari nol (z = " + z + ")."
}

func verdictEN(z string, distinct bool) string {
	if distinct {
		return ": more than the survey's error (z = " + z + ")."
	}
	return ": cannot be told from no change (z = " + z + ")."
}

func sureID() EstimateSure {
	return EstimateSure{
		Title:    "Seberapa pasti",
		Interval: "Selang 95 %",
		Bands:    [3]string{"boleh dipakai (BPS: sampai 25 %)", "pakai hati-hati (BPS: 25-50 %)", "tidak akurat (BPS: > 50 %)"},
		BandRule: "BPS: RSE sampai 25 % boleh dipakai, 25-50 % hati-hati, di atas 50 % tidak akurat.",
		Sample:   func(n, d string) string { return "n " + n + ", efek desain " + d },
		RSE:      func(r string) string { return "RSE " + r },
		Assumed:  func(w string) string { return "* asumsi: " + w },
		Missing: [4]string{
			"",
			"Efek desain belum diisi: belum ada selang.",
			"Sampel n belum diisi: belum ada selang.",
			"Tingkat 0 atau 100 %: tidak ada ragam, jadi tidak ada selang.",
		},
		Error: func(se, rse string) string { return "galat baku " + se + " poin, RSE " + rse },
		Rates: func(a, b string) string { return "selang logit 95 %: " + a + "–" + b },
		Change: func(points float64, by, from, when, z string, distinct bool) string {
			s := "Tetap"
			switch {
			case points > 0:
				s = "Naik " + by + " poin"
			case points < 0:
				s = "Turun " + by + " poin"
			}
			return s + " dari " + from + " (" + when + ")" + verdictID(z, distinct)
		},
		Entered: func(by, from, when, z string, distinct bool) string {
			return "Isian berbeda " + by + " poin dari terbitan " + from + " (" + when + ")" + verdictID(z, distinct)
		},
		Break: func(when string) string {
			return "Putaran atau metode lain daripada " + when + ": perubahannya tidak diuji."
		},
		Test: func(z, p string) string {
			return "uji: z = " + z + "; bila tak berubah, selisih sebesar ini muncul dengan peluang " + p
		},
		SameRule: "Asumsi yang sama dipakai untuk kedua periode, sebagai dua sampel bebas.",

		ColSE: "galat baku", ColRSE: "RSE", ColInterval: "selang 95 %",
		RowLow: "Selang 95 %, bawah", RowHigh: "Selang 95 %, atas", RowZ: "Perubahan: nilai z",
		LinearBand: func(rse, band string) string { return "RSE " + rse + ", " + band },
	}
}

func sureEN() EstimateSure {
	return EstimateSure{
		Title:    "How sure",
		Interval: "95% interval",
		Bands:    [3]string{"may be used (BPS: up to 25%)", "with care (BPS: 25-50%)", "not accurate (BPS: > 50%)"},
		BandRule: "BPS: RSE up to 25% may be used, 25-50% with care, above 50% is not accurate.",
		Sample:   func(n, d string) string { return "n " + n + ", design effect " + d },
		RSE:      func(r string) string { return "RSE " + r },
		Assumed:  func(w string) string { return "* assumed: " + w },
		Missing: [4]string{
			"",
			"The design effect is not entered: no interval yet.",
			"The sample n is not entered: no interval yet.",
			"A rate of 0 or 100% has no variance, and so no interval.",
		},
		Error: func(se, rse string) string { return "standard error " + se + " points, RSE " + rse },
		Rates: func(a, b string) string { return "95% logit interval: " + a + "–" + b },
		Change: func(points float64, by, from, when, z string, distinct bool) string {
			s := "The same as"
			switch {
			case points > 0:
				s = "Up " + by + " points from"
			case points < 0:
				s = "Down " + by + " points from"
			}
			return s + " " + from + " (" + when + ")" + verdictEN(z, distinct)
		},
		Entered: func(by, from, when, z string, distinct bool) string {
			return "The rate entered is " + by + " points off the published " + from + " (" + when + ")" + verdictEN(z, distinct)
		},
		Break: func(when string) string {
			return "Another round or method than " + when + ": the change is not tested."
		},
		Test: func(z, p string) string {
			return "test: z = " + z + "; were nothing changed, a difference like this comes with probability " + p
		},
		SameRule: "The same assumption serves both periods, as two independent samples.",

		ColSE: "std. error", ColRSE: "RSE", ColInterval: "95% interval",
		RowLow: "95% interval, low", RowHigh: "95% interval, high", RowZ: "Change: z value",
		LinearBand: func(rse, band string) string { return "RSE " + rse + ", " + band },
	}
}

// EstimateGoal is the words about the target.
type EstimateGoal struct {
	Constant         string
	Growing          func(growth string) string
	Leave            func(n string) string // how many must leave poverty
	MayRise          func(n string) string // growth alone makes room
	NoGrowth         string
	Reached          func(points string) string
	None             string // no target, short
	NoTarget, NoYear string
	Now, Then        string
	// Short tells by how many the poor must change; growing is "" where there
	// is none.
	Short             func(rate, year, constant, growing, growth string) string
	ShortReached      func(rate, points string) string
	Past              func(year string) string
	Stay, Grow, Flat  string // names of lines: rate stays; to the target, growing; to the target, constant
	RowThen, RowExits string
	RowGrowing        string
	RowPoints         string
	LinearStay        func(year, n string) string
	LinearStep        func(year, rate, people, poor, exits string) string
}

func goalID() EstimateGoal {
	return EstimateGoal{
		Constant: "Penduduk tetap",
		Growing:  func(g string) string { return "Tumbuh " + g + "/thn" },
		Leave:    func(n string) string { return n + " jiwa harus keluar" },
		MayRise:  func(n string) string { return "jumlah boleh naik " + n + " jiwa" },
		NoGrowth: "bila tumbuh: isi pertumbuhan",
		Reached:  func(p string) string { return "sudah tercapai: " + p + " poin di bawah sasaran" },
		None:     "Sasaran wilayah ini tidak ada di data.",
		NoTarget: "Sasaran wilayah ini tidak ada di data. Pilih Sasaran P0, lalu Enter untuk mengetik.",
		NoYear:   "Tahun sasaran belum diisi: belum ada jalan tiap tahun.",
		Now:      "kini", Then: "sasaran",
		Short: func(r, y, c, g, growth string) string {
			s := "Ke " + r + orNothing(y, " (", ")") + ": " + c + " jiwa"
			if g != "" {
				return s + "; bila tumbuh " + growth + ": " + g + "."
			}
			return s + " bila penduduk tetap."
		},
		ShortReached: func(r, p string) string { return "Sasaran " + r + " sudah tercapai: " + p + " poin di bawahnya." },
		Past:         func(y string) string { return "tahun sasaran " + y + " sudah lewat" },
		Stay:         "tingkat tetap", Grow: "sasaran, tumbuh", Flat: "sasaran, tetap",
		RowThen: "Penduduk miskin pada sasaran", RowExits: "Harus keluar (penduduk tetap)",
		RowGrowing: "Harus keluar (penduduk tumbuh)", RowPoints: "Jarak ke sasaran",
		LinearStay: func(y, n string) string {
			return "Bila tingkat tetap, penduduk miskin " + y + ": " + n + " jiwa."
		},
		LinearStep: func(y, r, p, n, x string) string {
			return "Jalan " + y + ": P0 " + r + ", penduduk " + p + ", miskin " + n + " jiwa, keluar tahun itu " + x + " jiwa."
		},
	}
}

func goalEN() EstimateGoal {
	return EstimateGoal{
		Constant: "Constant people",
		Growing:  func(g string) string { return "Growing " + g + "/yr" },
		Leave:    func(n string) string { return n + " people must leave" },
		MayRise:  func(n string) string { return "may rise by " + n + " people" },
		NoGrowth: "when growing: enter the growth",
		Reached:  func(p string) string { return "reached: " + p + " points below the target" },
		None:     "The data have no target of this region.",
		NoTarget: "The data have no target of this region. Choose Target P0, then Enter to type one.",
		NoYear:   "The target year is not entered: no yearly path yet.",
		Now:      "now", Then: "target",
		Short: func(r, y, c, g, growth string) string {
			s := "To " + r + orNothing(y, " (", ")") + ": " + c + " people"
			if g != "" {
				return s + "; growing " + growth + ": " + g + "."
			}
			return s + ", population constant."
		},
		ShortReached: func(r, p string) string { return "The target of " + r + " is reached: " + p + " points below it." },
		Past:         func(y string) string { return "the target year " + y + " has passed" },
		Stay:         "rate stays", Grow: "target, growing", Flat: "target, constant",
		RowThen: "Poor people at the target", RowExits: "Must leave (pop. constant)",
		RowGrowing: "Must leave (pop. growing)", RowPoints: "Distance to the target",
		LinearStay: func(y, n string) string {
			return "If the rate stays, poor people in " + y + ": " + n + "."
		},
		LinearStep: func(y, r, p, n, x string) string {
			return "Path " + y + ": P0 " + r + ", population " + p + ", poor " + n + " people, leaving that year " + x + "."
		},
	}
}
