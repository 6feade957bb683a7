package lang

// EstimateCost is the words about what the gap costs.
type EstimateCost struct {
	Title      string
	Gap        string
	Filled     func(coverage string) string
	Budget     func(leakage string) string
	Perfect    string
	PerPoor    string // what a poor person lacks a month, on average
	Untargeted string
	Formula    string
	Missing    func(what string) string
	Note       string
	RowBudget  string
}

func costID() EstimateCost {
	return EstimateCost{
		Title:      "Biaya menutup celah setahun",
		Gap:        "Celah semua penduduk miskin",
		Filled:     func(c string) string { return "Ditutup (jangkauan " + c + ")" },
		Budget:     func(l string) string { return "Anggaran (kebocoran " + l + ")" },
		Perfect:    "Paling sedikit: tanpa kebocoran, semua terjangkau. Isi Kebocoran dan Jangkauan.",
		PerPoor:    "Kekurangan sebulan seorang miskin",
		Untargeted: "Bila semua penduduk diberi garis",
		Formula:    "P1 × garis × penduduk × 12",
		Missing:    func(w string) string { return "Belum ada: " + w + "." },
		Note:       "Tanpa biaya penyaluran; harga, kerja dan pengeluaran dianggap tetap.",
		RowBudget:  "Anggaran setahun",
	}
}

func costEN() EstimateCost {
	return EstimateCost{
		Title:      "Cost of filling the gap for a year",
		Gap:        "Gap of all poor people",
		Filled:     func(c string) string { return "Filled (coverage " + c + ")" },
		Budget:     func(l string) string { return "Budget (leakage " + l + ")" },
		Perfect:    "The least: no leakage, everybody reached. Enter Leakage and Coverage.",
		PerPoor:    "A poor person lacks, a month",
		Untargeted: "If everybody were given the line",
		Formula:    "P1 × line × population × 12",
		Missing:    func(w string) string { return "Not there yet: " + w + "." },
		Note:       "Without the cost of handing out; prices, work and spending as they are.",
		RowBudget:  "Budget for a year",
	}
}

// EstimateRegister is the words that set BPS's people beside the register's.
type EstimateRegister struct {
	Title                 string
	ColSource, ColConcept string
	ColPeople, ColFamily  string
	BPS, BPSConcept       string
	Product               string // in place of BPS's count where there is none
	Decile                func(d string) string
	DecileConcept         func(d string) string
	Gap                   func(decile, n string) string
	Explain               string
	Empty                 string
	LinearPeople          func(what, people, families string) string
}

func registerID() EstimateRegister {
	return EstimateRegister{
		Title:     "BPS dan DTSEN: dua konsep, bukan ukuran yang sama",
		ColSource: "Sumber", ColConcept: "konsep", ColPeople: "jiwa", ColFamily: "KK",
		BPS: "BPS Susenas", BPSConcept: "di bawah garis", Product: "tingkat × penduduk",
		Decile:        func(d string) string { return "DTSEN desil " + d },
		DecileConcept: func(d string) string { return d + " % terbawah" },
		Gap: func(d, n string) string {
			return "Desil " + d + " " + n + " jiwa terhadap BPS: selisih konsep, bukan salah data dan bukan orang yang terlewat."
		},
		Explain: "BPS memperkirakan pengeluaran di bawah garis dari sampel; DTSEN mendaftar keluarga menurut skor, sepersepuluh senegara.",
		Empty:   "Isi jumlah desil 1 dan 1-4 dari DTSEN daerah: tidak ada di data.",
		LinearPeople: func(w, p, f string) string {
			return w + ": " + orNothing(p, "", " jiwa") + pickIf(p != "" && f != "", ", ", "") + orNothing(f, "", " KK") + "."
		},
	}
}

func registerEN() EstimateRegister {
	return EstimateRegister{
		Title:     "BPS and DTSEN: two concepts, not one measure",
		ColSource: "Source", ColConcept: "concept", ColPeople: "people", ColFamily: "families",
		BPS: "BPS Susenas", BPSConcept: "below the line", Product: "rate × population",
		Decile:        func(d string) string { return "DTSEN decile " + d },
		DecileConcept: func(d string) string { return "lowest " + d + "%" },
		Gap: func(d, n string) string {
			return "Decile " + d + " is " + n + " people off BPS: a difference of concepts, no error of the data and nobody forgotten."
		},
		Explain: "BPS estimates from a sample who spends below the line; DTSEN lists families by a score, a tenth of the country each.",
		Empty:   "Enter the numbers of deciles 1 and 1-4 from the region's DTSEN: they are not in the data.",
		LinearPeople: func(w, p, f string) string {
			return w + ": " + orNothing(p, "", " people") + pickIf(p != "" && f != "", ", ", "") + orNothing(f, "", " families") + "."
		},
	}
}
