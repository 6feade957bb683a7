package lang

import (
	"rakor/model"
	"rakor/ui/state"
)

// GroupsOfInputs is how many headings the inputs have: how many people, target,
// how sure, cost, register.
const GroupsOfInputs = 5

// Estimate is the words of the second tab. Values come in already written.
type Estimate struct {
	Sure     EstimateSure
	Goal     EstimateGoal
	Cost     EstimateCost
	Register EstimateRegister
	Scenario EstimateScenario
	File     EstimateFile
	Shares   EstimateShares

	Inputs        string                     // title of the panel of inputs
	Result        func(period string) string // title of the panel of the number
	Why           string                     // title of the panel of the published figures
	ToTarget      func(rate, year string) string
	NoTargetTitle string
	LedgerTitle   string // with the key that opens all of it
	HistoryTitle  string
	OutcomeTitle  string // the results as a table

	Groups [GroupsOfInputs]string // headings of the inputs
	Names  [state.Inputs]string
	Units  [state.Inputs]string // short, behind the number
	Helps  [state.Inputs]string // what the input is, a line

	Count, Line string
	Admin       string
	People      string // unit of a number of people
	Thousand    string // "ribu jiwa"
	Points      string // "poin"

	ByUser      string // where an input comes from
	ByUserShort string
	SinceTyped  func(clock string) string // in this session
	Assumed     string                    // an input that no office publishes
	Default     string                    // of an input that nobody chose
	Empty       string                    // an input without a value
	NotUsed     string                    // n and design effect where an RSE was entered
	NotInData   string                    // in place of a source
	Published   func(value string) string
	OtherYear   func(rate string) string // beside a population of another year
	UserMark    string                   // short, beside the result

	Formula      func(rate, population, exact string) string
	RoundRule    string // after the formula
	RoundName    string // the rule in the ledger
	RoundText    string
	RoundSource  string
	Interval     string // name of the rounding interval
	FromTo       func(low, high string) string
	Range        func(low, high string) string // the same, short
	IntervalWhy  func(rate, low, high string) string
	NoInterval   string // the rate was typed
	NoSurvey     string // the error of the survey is not in it, and how to enter it
	PoorMeans    func(line string) string
	CannotRate   string // no result: why
	CannotPeople func(region string) string
	HasAdmin     func(n, period string) string // an alternative that is not taken
	TypeIt       string

	ColPeople, ColBase       string
	RowProduct, RowPublished string
	RowDifference            string
	Implied                  func(count, rate, base, low, high string) string
	WhyDiffers               func(population, survey, year string) string // year is of the population; "" where it is the survey's
	WhyRounding              string
	NoCount                  func(period string) string

	ColInput, ColUsed, ColPublished, ColDifference string
	ColPeriod, ColSource                           string
	ColRate, ColCount, ColImplied, ColLine         string
	RowExact, RowLow, RowHigh, RowImplied          string
	RowAgainst                                     string
	BreakFoot                                      string
	More                                           func(n int) string

	Used, Compared, Meaning, Unused, Rule string // what a line of the ledger is for

	Context     func(rate, population string) string
	ContextUser string
	Assumptions func(what string) string // in the status line
	StatusPart  func(what, publisher, period string) string

	Label func(name, unit string, published bool) string // of the line being typed
	OutOf func(name, low, high string) string
	Whole string

	CardValue, CardUnit, CardPeriod, CardRound, CardSource, CardAlso string
	CardNote, CardOthers, CardURL, CardCopy, CardUser, CardRule      string
	CardRuleText                                                     string
	Round                                                            func(id model.IndicatorID, p model.Period) string

	WarnTitle                                  string
	WarnMissing, WarnYear, WarnBase, WarnOther string
	WarnSecond, WarnUser, WarnPast, WarnMonth  string
	WarnAssumed                                string
	WhyMissing, WhySecond, WhyOther            func(what string) string
	WhyYear                                    func(population, rate string) string
	WhyBase                                    func(percent, population, base string) string
	WhyUser                                    func(name, value, published string) string
	WhyMonth                                   func(period string) string
	WhyAssumed                                 string
	Without                                    func(result string) string // result without an input of the user
	LedgerFoot                                 string                     // what Enter does

	LinearResult, LinearChosen string
	LinearEmpty                func(names string) string
	LinearHow                  func(rate, population, exact string) string
}

func estimate(l Lang) Estimate { return pick(l, estimateID(), estimateEN()) }

func estimateID() Estimate {
	return Estimate{
		Inputs: "Masukan", Result: func(p string) string { return "Perkiraan penduduk miskin, " + p },
		Why:           "Angka BPS, dan mengapa berbeda",
		ToTarget:      func(r, y string) string { return "Menuju sasaran " + r + orNothing(y, " (", ")") },
		NoTargetTitle: "Sasaran", LedgerTitle: "Asumsi dan sumber", HistoryTitle: "Terbitan BPS tiap periode", OutcomeTitle: "Hasil",

		Sure: sureID(), Goal: goalID(), Cost: costID(), Register: registerID(), Scenario: scenarioID(), File: fileID(), Shares: sharesID(),
		Groups: [GroupsOfInputs]string{"Berapa jiwa", "Sasaran", "Seberapa pasti", "Biaya menutup celah", "Register DTSEN"},
		Names:  inputNamesID(), Units: inputUnitsID(), Helps: inputHelpsID(),
		Count: "Jumlah terbitan", Line: "Garis kemiskinan", Admin: "Penduduk register",
		People: "jiwa", Thousand: "ribu jiwa", Points: "poin",

		SinceTyped: func(c string) string { return "sejak pukul " + c },
		ByUser:     "diisi pengguna", ByUserShort: "pengguna", Assumed: "asumsi", Empty: "belum diisi", Default: "bawaan", NotUsed: "tidak dipakai: RSE diisi", NotInData: "tidak ada di data",
		Published: func(v string) string { return "terbitan " + v },
		OtherYear: func(r string) string { return "bukan tahun tingkat (" + r + ")" },
		UserMark:  "* memakai isian pengguna",

		Formula:      func(r, p, x string) string { return r + " × " + p + " = " + x },
		RoundRule:    "dibulatkan ke jiwa terdekat",
		RoundName:    "Pembulatan",
		RoundText:    "ke jiwa terdekat, setengah ke atas",
		RoundSource:  "aturan rakor",
		Interval:     "Selang pembulatan",
		FromTo:       func(a, b string) string { return a + " sampai " + b },
		Range:        func(a, b string) string { return a + "–" + b },
		IntervalWhy:  func(r, a, b string) string { return r + " terbit dengan dua desimal: " + a + " sampai " + b + "." },
		NoInterval:   "Tingkat diisi pengguna: tidak ada selang pembulatan.",
		NoSurvey:     "Tanpa galat survei, yang jauh lebih besar dan tidak diterbitkan: isi n dan efek desain, atau RSE.",
		PoorMeans:    func(v string) string { return "Miskin: pengeluaran di bawah " + v + "/kapita/bulan." },
		CannotRate:   "Tingkat P0 periode ini tidak ada di data.",
		CannotPeople: func(r string) string { return "Jumlah penduduk " + r + " (BPS) tidak ada di data." },
		HasAdmin: func(n, p string) string {
			return "Register Kemendagri mencatat " + n + " jiwa (" + p + "), konsep lain; tidak dipakai diam-diam."
		},
		TypeIt: "Pilih dengan j k, lalu Enter untuk mengetik angka.",

		ColPeople: "jiwa", ColBase: "penduduk",
		RowProduct: "tingkat × penduduk", RowPublished: "terbitan BPS", RowDifference: "selisih",
		Implied: func(c, r, b, lo, hi string) string {
			return "* " + c + " ribu dibagi " + r + " = dasar " + b + " ribu (" + lo + "–" + hi + ")"
		},
		WhyDiffers: func(p, survey, y string) string {
			return "Persen BPS memakai penduduk survei " + survey + " (Susenas), bukan " + p + " jiwa" + orNothing(y, " (", ")") + ": dua dasar, " + pickIf(y == "", "tidak ada yang salah.", "lain tahun pula.")
		},
		WhyRounding: "Selisih sekecil ini dapat berasal dari pembulatan saja.",
		NoCount:     func(p string) string { return "Jumlah penduduk miskin " + p + " tidak ada di data." },

		ColInput: "Masukan", ColUsed: "dipakai", ColPublished: "terbitan", ColDifference: "selisih",
		ColPeriod: "Periode", ColSource: "Sumber",
		ColRate: "P0 (%)", ColCount: "ribu jiwa", ColImplied: "dasar, ribu", ColLine: "garis, Rp",
		RowExact: "Sebelum dibulatkan", RowLow: "Selang pembulatan, bawah", RowHigh: "Selang pembulatan, atas",
		RowImplied: "Dasar tersirat terbitan BPS", RowAgainst: "Penduduk terhadap dasar itu",
		BreakFoot: "┄ putaran atau metode lain daripada baris di bawahnya",
		More:      func(k int) string { return Indonesian.count(k) + " periode lagi" },

		Used: "dipakai", Compared: "pembanding", Meaning: "arti miskin", Unused: "tidak dipakai", Rule: "aturan",

		Context:     func(r, p string) string { return "P0 " + r + " × penduduk " + p },
		ContextUser: "isian pengguna",
		Assumptions: func(w string) string { return "Asumsi: " + w + ", bukan BPS" },
		StatusPart:  func(what, pub, p string) string { return what + ": " + pub + orNothing(p, " ", "") },

		Label: func(n, u string, published bool) string {
			return n + orNothing(u, " (", ")") + "; kosong: " + pickIf(published, "angka terbitan", "tidak dipakai")
		},
		OutOf: func(n, a, b string) string { return n + " harus dari " + a + " sampai " + b },
		Whole: "harus bilangan bulat",

		CardValue: "Nilai", CardUnit: "Satuan", CardPeriod: "Periode", CardRound: "Putaran", CardSource: "Sumber", CardAlso: "Sumber yang sama",
		CardNote: "Catatan", CardOthers: "Nilai sumber lain", CardURL: "Alamat", CardCopy: "Salinan", CardUser: "Diisi pengguna", CardRule: "Yang dipakai",
		CardRuleText: "jenis sumber lebih dulu (tabel, rilis, kantor pemerintah, skripsi, pers), lalu urutan daftar sumber",
		Round:        roundID,

		WarnTitle:   "Peringatan: apa yang tidak sejenis, dan mengapa",
		WarnMissing: "Tidak ada data", WarnYear: "Tahun berbeda", WarnBase: "Dasar berbeda", WarnOther: "Sumber berbeda",
		WarnSecond: "Sumber tidak resmi", WarnUser: "Diisi pengguna", WarnPast: "Sasaran lewat", WarnMonth: "Bulan tidak disebut",
		WarnAssumed: "Galat diasumsikan",
		WhyAssumed:  "Selang dan uji perubahan memakai asumsi pengguna, sama untuk kedua periode; BPS tidak menerbitkan galat ini per kabupaten/kota.",
		WhyMissing:  func(w string) string { return w + ": tidak ada di data, dan itu bukan nol." },
		WhySecond:   func(w string) string { return w + ": dari pers, tesis atau ensiklopedia, bukan terbitan resmi." },
		WhyOther:    func(w string) string { return w + ". D menunjukkan semuanya." },
		WhyYear: func(p, r string) string {
			return "Penduduk " + p + " dikalikan dengan tingkat " + r + ": penduduk tahun itu tidak ada di data, dipakai yang terdekat."
		},
		WhyBase: func(d, p, b string) string {
			return "Penduduk " + p + " berbeda " + d + " dari dasar tersirat terbitan BPS (" + b + "): penduduk survei bukan penduduk terbitan."
		},
		WhyUser: func(n, v, p string) string {
			return n + " " + v + " diisi pengguna" + orNothing(p, "; terbitan ", "") + "."
		},
		WhyMonth:   func(p string) string { return "Angka " + p + " tidak menyebut bulan surveinya." },
		Without:    func(r string) string { return "tanpa isian ini " + r },
		LedgerFoot: "Enter: kembali ke angka terbitan",

		LinearResult: "Perkiraan penduduk miskin", LinearChosen: "Terpilih.",
		LinearEmpty: func(s string) string { return "Belum diisi: " + s + "." },
		LinearHow: func(r, p, x string) string {
			return "Cara: " + r + " kali " + p + " jiwa sama dengan " + x + ", dibulatkan ke jiwa terdekat, setengah ke atas"
		},
	}
}

func estimateEN() Estimate {
	return Estimate{
		Inputs: "Inputs", Result: func(p string) string { return "Estimated poor people, " + p },
		Why:           "BPS's figures, and why they differ",
		ToTarget:      func(r, y string) string { return "To the target of " + r + orNothing(y, " (", ")") },
		NoTargetTitle: "Target", LedgerTitle: "Assumptions and sources", HistoryTitle: "Published by BPS, by period", OutcomeTitle: "Results",

		Sure: sureEN(), Goal: goalEN(), Cost: costEN(), Register: registerEN(), Scenario: scenarioEN(), File: fileEN(), Shares: sharesEN(),
		Groups: [GroupsOfInputs]string{"How many people", "Target", "How sure", "Cost of the gap", "Register DTSEN"},
		Names:  inputNamesEN(), Units: inputUnitsEN(), Helps: inputHelpsEN(),
		Count: "Published count", Line: "Poverty line", Admin: "Civil register",
		People: "people", Thousand: "thousand people", Points: "points",

		SinceTyped: func(c string) string { return "since " + c },
		ByUser:     "entered by the user", ByUserShort: "by the user", Assumed: "assumed", Empty: "not entered", Default: "by default", NotUsed: "not used: an RSE is entered", NotInData: "not in the data",
		Published: func(v string) string { return "published " + v },
		OtherYear: func(r string) string { return "not the rate's year (" + r + ")" },
		UserMark:  "* with inputs of the user",

		Formula:      func(r, p, x string) string { return r + " × " + p + " = " + x },
		RoundRule:    "rounded to whole people",
		RoundName:    "Rounding",
		RoundText:    "to whole people, halves up",
		RoundSource:  "rule of rakor",
		Interval:     "Rounding interval",
		FromTo:       func(a, b string) string { return a + " to " + b },
		Range:        func(a, b string) string { return a + "–" + b },
		IntervalWhy:  func(r, a, b string) string { return r + " is published with two decimals: " + a + " to " + b + "." },
		NoInterval:   "The rate was entered by the user: no rounding interval.",
		NoSurvey:     "Without the survey's error, far larger and not published: enter n and the design effect, or the RSE.",
		PoorMeans:    func(v string) string { return "Poor: spending below " + v + " a person a month." },
		CannotRate:   "The data have no rate P0 for this period.",
		CannotPeople: func(r string) string { return "The data have no population (BPS) of " + r + "." },
		HasAdmin: func(n, p string) string {
			return "The civil register counts " + n + " people (" + p + "), another concept; it is not taken silently."
		},
		TypeIt: "Choose with j k, then Enter to type a number.",

		ColPeople: "people", ColBase: "population",
		RowProduct: "rate × population", RowPublished: "published by BPS", RowDifference: "difference",
		Implied: func(c, r, b, lo, hi string) string {
			return "* " + c + " / " + r + " = base of " + b + " thousand (" + lo + "–" + hi + ")"
		},
		WhyDiffers: func(p, survey, y string) string {
			return "BPS's rate is of its survey's people of " + survey + " (Susenas), not of " + p + orNothing(y, " (", ")") + ": two bases, " + pickIf(y == "", "neither is wrong.", "and two years.")
		},
		WhyRounding: "A difference this small may come from rounding alone.",
		NoCount:     func(p string) string { return "The data have no number of poor people for " + p + "." },

		ColInput: "Input", ColUsed: "used", ColPublished: "published", ColDifference: "change",
		ColPeriod: "Period", ColSource: "Source",
		ColRate: "P0 (%)", ColCount: "thousand", ColImplied: "base, thous.", ColLine: "line, Rp",
		RowExact: "Before rounding", RowLow: "Rounding interval, low", RowHigh: "Rounding interval, high",
		RowImplied: "Implied base of BPS's figures", RowAgainst: "Population against it",
		BreakFoot: "┄ another round or method than the line below it",
		More:      func(k int) string { return English.count(k) + plural(k, " more period", " more periods") },

		Used: "used", Compared: "compared", Meaning: "what poor means", Unused: "not used", Rule: "rule",

		Context:     func(r, p string) string { return "P0 " + r + " × population " + p },
		ContextUser: "user's inputs",
		Assumptions: func(w string) string { return "Assumed: " + w + ", not BPS" },
		StatusPart:  func(what, pub, p string) string { return what + ": " + pub + orNothing(p, " ", "") },

		Label: func(n, u string, published bool) string {
			return n + orNothing(u, " (", ")") + "; empty: " + pickIf(published, "the published figure", "not used")
		},
		OutOf: func(n, a, b string) string { return n + " must be from " + a + " to " + b },
		Whole: "must be a whole number",

		CardValue: "Value", CardUnit: "Unit", CardPeriod: "Period", CardRound: "Round", CardSource: "Source", CardAlso: "Same value in",
		CardNote: "Note", CardOthers: "Other sources", CardURL: "Address", CardCopy: "Copy", CardUser: "Entered by the user", CardRule: "Which is used",
		CardRuleText: "kind of source first (table, release, government office, thesis, press), then the order of the list of sources",
		Round:        roundEN,

		WarnTitle:   "Warnings: what is not alike, and why",
		WarnMissing: "No data", WarnYear: "Years differ", WarnBase: "Bases differ", WarnOther: "Sources differ",
		WarnSecond: "Unofficial source", WarnUser: "Entered by the user", WarnPast: "Target has passed", WarnMonth: "Month not named",
		WarnAssumed: "Error is assumed",
		WhyAssumed:  "Interval and test of the change rest on the user's assumption, the same for both periods; BPS publishes no such error by regency.",
		WhyMissing:  func(w string) string { return w + ": not in the data, and that is not zero." },
		WhySecond: func(w string) string {
			return w + ": from press, a thesis or an encyclopaedia, not an official publication."
		},
		WhyOther: func(w string) string { return w + ". D shows them all." },
		WhyYear: func(p, r string) string {
			return "The population of " + p + " is multiplied by the rate of " + r + ": the data have no population of that year, the nearest is used."
		},
		WhyBase: func(d, p, b string) string {
			return "The population " + p + " is " + d + " off the base that BPS's figures imply (" + b + "): the survey's population is not the published one."
		},
		WhyUser: func(n, v, p string) string {
			return n + " " + v + " was entered by the user" + orNothing(p, "; published ", "") + "."
		},
		WhyMonth:   func(p string) string { return "The figure of " + p + " does not name the month of its survey." },
		Without:    func(r string) string { return "without this " + r },
		LedgerFoot: "Enter: back to the published figures",

		LinearResult: "Estimated poor people", LinearChosen: "Chosen.",
		LinearEmpty: func(s string) string { return "Not entered: " + s + "." },
		LinearHow: func(r, p, x string) string {
			return "How: " + r + " times " + p + " people is " + x + ", rounded to whole people, halves up"
		},
	}
}

func roundID(id model.IndicatorID, p model.Period) string {
	switch {
	case p.Month == 0:
		return "tahun; bulan tidak disebut sumber"
	case id == model.Population && p.Month == 9:
		return "sensus penduduk September"
	case p.Month == 6:
		return "tengah tahun"
	}
	return "survei " + Indonesian.Month(int(p.Month)) + " (Susenas)"
}

func roundEN(id model.IndicatorID, p model.Period) string {
	switch {
	case p.Month == 0:
		return "year; the source names no month"
	case id == model.Population && p.Month == 9:
		return "population census of September"
	case p.Month == 6:
		return "mid-year"
	}
	return "survey of " + English.Month(int(p.Month)) + " (Susenas)"
}
