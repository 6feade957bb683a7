package lang

import "strconv"

// Paper is the words of the documents that are carried away.
type Paper struct {
	BriefTitle, ProfileTitle func(region string) string
	ProgramsTitle            func(region string) string
	BriefSub                 func(province, period string) string
	ProfileSub               func(province string, indicators int) string

	Stand, People, Goal, Programmes, Decisions, Conclude string
	RateOf                                               func(region string) string
	PoorOf, Exits, Points, Rank                          string
	RankOf                                               func(rank, of int) string
	ToTarget                                             func(target, year string) string
	SourceNo                                             func(n int) string
	Samples                                              func(n, of int) string // at the top of a document
	NoDecisions                                          string
	OpenDecisions                                        func(open, late int) string
	ColDecision, ColOwner, ColDeadline, ColLate          string
	DaysLate                                             func(n int) string
	DaysLeft                                             func(n int) string

	Summary, Indicator, Unit        string
	NoData                          func(names string) string
	OneIndicator                    func(n int, name string) string
	HalfLine                        func(realised, budget string, rows int, percent string) string
	HalfUnknown                     func(rows int) string
	NoiseRise, NoiseFall, NoiseSame func(points string) string
	NeedYear                        func(people, year, points string) string
	BudgetGap                       func(without, rows int) string
	Left                            func(n int) string
	NoTarget, NoSurvey              string
	PopulationOf                    func(period string) string
}

// PaperWords gives the words of the documents that are carried away.
func (l Lang) PaperWords() Paper {
	n := l.count
	return pick(l, Paper{
		BriefTitle:    func(r string) string { return "Ringkasan kemiskinan " + r },
		ProfileTitle:  func(r string) string { return "Profil kemiskinan " + r },
		ProgramsTitle: func(r string) string { return "Program OPD " + r },
		BriefSub:      func(p, t string) string { return joinDot(p, "keadaan "+t, "satu halaman untuk pimpinan rapat") },
		ProfileSub:    func(p string, k int) string { return joinDot(p, n(k)+" indikator, lima analisis tiap indikator") },
		Stand:         "Di mana kita", People: "Berapa jiwa, seberapa yakin", Goal: "Menuju target", Programmes: "Program OPD",
		Decisions: "Keputusan dan yang terlambat", Conclude: "Yang perlu diputuskan",
		RateOf: func(r string) string { return "P0 " + r }, PoorOf: "Penduduk miskin", Exits: "Harus keluar dari miskin", Points: "Jarak ke target, poin", Rank: "Peringkat",
		RankOf:   func(r, of int) string { return n(r) + " dari " + n(of) },
		ToTarget: func(t, y string) string { return "target " + t + " tahun " + y },
		SourceNo: func(k int) string { return "[" + n(k) + "]" },
		Samples: func(k, of int) string {
			return n(k) + " dari " + n(of) + " baris program adalah CONTOH: kode dan namanya resmi, tetapi belum terlihat untuk wilayah ini. Jumlah tidak memuatnya."
		},
		NoDecisions:   "Belum ada keputusan rapat yang tercatat.",
		OpenDecisions: func(o, k int) string { return n(o) + " keputusan terbuka, " + n(k) + " melewati tenggat." },
		ColDecision:   "Keputusan", ColOwner: "Penanggung jawab", ColDeadline: "Tenggat", ColLate: "Keadaan",
		DaysLate: func(k int) string { return "terlambat " + n(k) + " hari" }, DaysLeft: func(k int) string { return "sisa " + n(k) + " hari" },
		Summary: "Ringkasan indikator", Indicator: "Indikator", Unit: "Satuan",
		NoData:       func(s string) string { return "Tanpa angka untuk wilayah ini, jadi tanpa bab: " + s + "." },
		OneIndicator: func(k int, s string) string { return n(k) + ". " + s },
		HalfLine: func(r, b string, rows int, p string) string {
			return "Realisasi " + r + " dari pagu " + b + " (" + n(rows) + " baris yang keduanya diketahui), " + p + "; garis Semester I 50 %."
		},
		HalfUnknown: func(rows int) string {
			return "Serapan terhadap garis 50 % Semester I belum dapat dihitung: " + n(rows) + " baris tanpa realisasi. Tidak diketahui bukan nol."
		},
		NoiseRise: func(p string) string {
			return "P0 naik " + p + " poin dari periode sebelumnya; tanpa galat survei dari BPS, jangan disimpulkan memburuk."
		},
		NoiseFall: func(p string) string {
			return "P0 turun " + p + " poin dari periode sebelumnya; tanpa galat survei dari BPS, jangan disimpulkan membaik."
		},
		NoiseSame: func(string) string { return "P0 tidak berubah dari periode sebelumnya." },
		NeedYear: func(people, year, points string) string {
			return "Untuk target " + year + ", P0 harus berubah " + points + " poin: " + people + " jiwa keluar dari miskin, bila penduduk tetap."
		},
		BudgetGap: func(k, rows int) string {
			return n(k) + " dari " + n(rows) + " baris program belum punya pagu: OPD melengkapinya sebelum rapat berikut."
		},
		Left:         func(k int) string { return n(k) + " lagi dalam notulen." },
		PopulationOf: func(p string) string { return "penduduk " + p },
		NoTarget:     "Data belum memuat target P0 wilayah ini.",
		NoSurvey:     "Galat survei jauh lebih besar dari pembulatan, dan tidak diterbitkan untuk kabupaten/kota.",
	}, Paper{
		BriefTitle:    func(r string) string { return "Poverty in brief: " + r },
		ProfileTitle:  func(r string) string { return "Poverty profile: " + r },
		ProgramsTitle: func(r string) string { return "Programmes: " + r },
		BriefSub:      func(p, t string) string { return joinDot(p, "as of "+t, "one page for who chairs the meeting") },
		ProfileSub: func(p string, k int) string {
			return joinDot(p, n(k)+plural(k, " indicator", " indicators")+", five analyses each")
		},
		Stand: "Where we stand", People: "How many people, how sure", Goal: "The way to the target", Programmes: "Programmes",
		Decisions: "Decisions and what is late", Conclude: "To be decided",
		RateOf: func(r string) string { return "P0 " + r }, PoorOf: "Poor people", Exits: "Must leave poverty", Points: "Distance to the target, points", Rank: "Rank",
		RankOf:   func(r, of int) string { return n(r) + " of " + n(of) },
		ToTarget: func(t, y string) string { return "target " + t + " in " + y },
		SourceNo: func(k int) string { return "[" + n(k) + "]" },
		Samples: func(k, of int) string {
			return n(k) + " of " + n(of) + " programme rows are SAMPLES: code and name are official, but not seen for this region. Sums leave them out."
		},
		NoDecisions: "No decision of a meeting has been recorded.",
		OpenDecisions: func(o, k int) string {
			return n(o) + plural(o, " decision", " decisions") + " open, " + n(k) + " past the deadline."
		},
		ColDecision: "Decision", ColOwner: "Owner", ColDeadline: "Deadline", ColLate: "State",
		DaysLate: func(k int) string { return n(k) + plural(k, " day", " days") + " late" }, DaysLeft: func(k int) string { return n(k) + plural(k, " day", " days") + " left" },
		Summary: "Indicators at a glance", Indicator: "Indicator", Unit: "Unit",
		NoData:       func(s string) string { return "Without figures for this region, so without a chapter: " + s + "." },
		OneIndicator: func(k int, s string) string { return n(k) + ". " + s },
		HalfLine: func(r, b string, rows int, p string) string {
			return "Realised " + r + " of a budget of " + b + " (" + n(rows) + plural(rows, " row", " rows") + " with both known), " + p + "; the line of the first semester is 50%."
		},
		HalfUnknown: func(rows int) string {
			return "How much is spent against the 50% line of the first semester cannot be said: " + n(rows) + plural(rows, " row", " rows") + " without a figure. Unknown is not zero."
		},
		NoiseRise: func(p string) string {
			return "P0 rose by " + p + " points since the period before; without BPS's survey error, do not conclude that it got worse."
		},
		NoiseFall: func(p string) string {
			return "P0 fell by " + p + " points since the period before; without BPS's survey error, do not conclude that it got better."
		},
		NoiseSame: func(string) string { return "P0 has not changed since the period before." },
		NeedYear: func(people, year, points string) string {
			return "For the target of " + year + " P0 must change by " + points + " points: " + people + " people out of poverty, if the population stays as it is."
		},
		BudgetGap: func(k, rows int) string {
			return n(k) + " of " + n(rows) + " programme rows have no budget yet: departments complete them before the next meeting."
		},
		Left:         func(k int) string { return n(k) + " more in the minutes." },
		PopulationOf: func(p string) string { return "population of " + p },
		NoTarget:     "The data have no target of P0 for this region.",
		NoSurvey:     "The survey's error is far larger than the rounding, and is not published for regencies and cities.",
	})
}

// joinDot sets words one behind the other, a dot between; empty ones are left
// out.
func joinDot(words ...string) string {
	out := ""
	for _, w := range words {
		switch {
		case w == "":
		case out == "":
			out = w
		default:
			out += " · " + w
		}
	}
	return out
}

// YearText writes a year.
func (l Lang) YearText(y int) string { return strconv.Itoa(y) }
