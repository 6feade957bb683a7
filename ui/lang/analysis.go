package lang

import (
	"math"
	"strconv"
	"strings"

	"rakor/model"
	"rakor/model/compare"
)

// AnalysisName names an analysis by its stable name; "" is position and course
// on one screen.
func (l Lang) AnalysisName(a string) string {
	switch a {
	case "":
		return pick(l, "Ringkasan", "Overview")
	case "position":
		return pick(l, "Posisi relatif", "Relative position")
	case "trend":
		return pick(l, "Perkembangan antar waktu", "Development over time")
	case "effectiveness":
		return pick(l, "Efektivitas", "Effectiveness")
	case "relevance":
		return pick(l, "Relevansi", "Relevance")
	case "association":
		return pick(l, "Keterkaitan", "Association")
	case "quadrant":
		return pick(l, "Kuadran prioritas", "Priority quadrants")
	case "multiples":
		return pick(l, "Semua wilayah sekaligus", "All regions at once")
	case "decomposition":
		return pick(l, "Dari mana perubahan provinsi", "Where the province's change comes from")
	case "convergence":
		return pick(l, "Konvergensi", "Convergence")
	case "difference":
		return pick(l, "Selisih dan ketidakpastiannya", "Differences and their uncertainty")
	}
	return a
}

// PeersName names a peer group; "" is the regions compared.
func (l Lang) PeersName(g compare.PeerGroup) string {
	switch g {
	case compare.PeersProvince:
		return pick(l, "kabupaten/kota seprovinsi", "regencies and cities of the province")
	case compare.PeersCapitals:
		return pick(l, "ibu kota provinsi", "provincial capitals")
	case compare.PeersSize:
		return pick(l, "kabupaten/kota seukuran", "regions of like size")
	case compare.PeersNearest:
		return pick(l, "kabupaten/kota paling mirip", "regions most alike")
	}
	if g != "" { // one that the user saved
		return quote(string(g))
	}
	return pick(l, "wilayah yang dibandingkan", "the regions compared")
}

// Analysis is the words of the analyses on screen: titles of columns.
type Analysis struct {
	ToProvince, ToNation, People, OfAll, OfPeers, Percentile, Year, Change, Percent string
	Province, Nation, Same, Apart, Rate, Number, Within, Between, Sum, Part         string
	Mean, SD, CV, Regions, Compared, Difference, Interval, NeededRSE, Base, Unknown string
	Quadrant, Period, City                                                          string
	Corners                                                                         [4]string // I to IV
	Letters                                                                         [5]string // "-", I to IV
	Ones                                                                            string    // last resort of a label
	NoRoom                                                                          func(n int) string
	Covered                                                                         func(n int) string
	NoFigures                                                                       string
	Against, CutMedian, CutProvince, NotZero, SharedScale, HeatHint, Groups         string
	Wanted                                                                          string
}

// AnalysisWords gives the words of the analyses.
func (l Lang) AnalysisWords() Analysis {
	n := l.count
	return pick(l, Analysis{
		ToProvince: "ke prov.", ToNation: "ke nas.", People: "jiwa", OfAll: "dari 514", OfPeers: "kelompok", Percentile: "persentil",
		Year: "Tahun", Change: "Ubah", Percent: "%", Province: "Provinsi", Nation: "Nasional", Same: "Searah", Apart: "Berpisah",
		Rate: "P0 (%)", Number: "ribu jiwa", Within: "tingkat", Between: "penduduk", Sum: "andil", Part: "bagian",
		Mean: "rata-rata", SD: "simpangan", CV: "koef.", Regions: "wilayah", Compared: "Pembanding", Difference: "selisih", Interval: "selang 95 %",
		NeededRSE: "RSE paling besar", Base: "penduduk survei", Unknown: "tidak diketahui", Quadrant: "Kuadran", Period: "Periode", City: "Wilayah",
		Corners:   [4]string{"I persen & jumlah tinggi", "II persen tinggi", "III jumlah tinggi", "IV keduanya rendah"},
		Letters:   [5]string{"-", "I", "II", "III", "IV"},
		NoRoom:    func(k int) string { return n(k) + " titik tanpa nama, lihat tabel (t)" },
		Covered:   func(k int) string { return n(k) + " titik tertutup titik lain" },
		NoFigures: "Belum ada angka untuk analisis ini.",
		Against:   "v pasangan lain", CutMedian: "garis di median (c: nilai provinsi)", CutProvince: "garis di nilai provinsi (c: median)",
		NotZero: "sumbu tidak dari nol", SharedScale: "skala sama, dari nol sampai", HeatHint: "gelap: lebih tinggi", Groups: "v kelompok lain",
		Wanted: "arah yang diinginkan",
	}, Analysis{
		ToProvince: "to prov.", ToNation: "to nat.", People: "people", OfAll: "of 514", OfPeers: "in group", Percentile: "percentile",
		Year: "Year", Change: "Change", Percent: "%", Province: "Province", Nation: "Nation", Same: "Same way", Apart: "Apart",
		Rate: "P0 (%)", Number: "thousand people", Within: "rate", Between: "people", Sum: "part", Part: "share",
		Mean: "mean", SD: "deviation", CV: "coeff.", Regions: "regions", Compared: "Against", Difference: "difference", Interval: "95% interval",
		NeededRSE: "largest RSE", Base: "survey's people", Unknown: "unknown", Quadrant: "Quadrant", Period: "Period", City: "Region",
		Corners: [4]string{"I rate & number high", "II rate high", "III number high", "IV both low"},
		Letters: [5]string{"-", "I", "II", "III", "IV"},
		NoRoom: func(k int) string {
			return n(k) + plural(k, " point", " points") + " without a name, see the table (t)"
		},
		Covered:   func(k int) string { return n(k) + plural(k, " point", " points") + " under another" },
		NoFigures: "There are no figures for this analysis.",
		Against:   "v another pair", CutMedian: "lines at the median (c: province's figures)", CutProvince: "lines at the province's figures (c: median)",
		NotZero: "axis not from zero", SharedScale: "one scale, from zero to", HeatHint: "darker: higher", Groups: "v another group",
		Wanted: "wanted way",
	})
}

// People writes a number of people that carries the rounding of printed
// figures: to tens.
func (l Lang) People(v float64) string {
	return l.Int(int64(math.Round(math.Abs(v)/10)*10)) + pick(l, " jiwa", " people")
}

// SignedPeople writes the same with its sign, without the word.
func (l Lang) SignedPeople(v float64) string {
	return l.Signed(math.Round(v/10)*10, 0)
}

// sideways words a distance: "1,57 poin di bawah Kalimantan Tengah".
func (l Lang) sideways(diff float64, other string, ind model.Indicator) string {
	switch {
	case model.Round(diff, ind.Decimals) == 0:
		return pick(l, "sama dengan ", "equal to ") + other
	case diff > 0:
		return l.Distance(diff, ind) + pick(l, " di atas ", " above ") + other
	}
	return l.Distance(diff, ind) + pick(l, " di bawah ", " below ") + other
}

// SayStanding words where a region stands: level, distances in points and in
// people, place among all and among the peers.
func (l Lang) SayStanding(st compare.Standing, sc Scene, province model.RegionCode, group compare.PeerGroup) []string {
	r := st.Row
	name := sc.Name(r.Region.Code)
	if !r.OK {
		return []string{pick(l, "Tidak ada angka "+name+" untuk "+l.PeriodLong(r.Period)+".", "There is no figure of "+name+" for "+l.PeriodLong(r.Period)+".")}
	}
	head := name + " " + l.WithUnit(r.Observation.Value, sc.Indicator) + pick(l, " pada ", " in ") + l.PeriodLong(r.Period)
	var parts []string
	for _, d := range [...]struct {
		points, people model.Maybe[float64]
		other          model.RegionCode
	}{{r.ToProvince, st.PeopleToProvince, province}, {r.ToNation, st.PeopleToNation, model.Nation}} {
		if !d.points.OK || compare.Total(sc.Indicator) {
			continue
		}
		text := l.sideways(d.points.V, sc.Name(d.other), sc.Indicator)
		if d.people.OK && math.Abs(d.people.V) >= 5 {
			text += pick(l, ", setara ", ", as much as ") + l.People(d.people.V)
		}
		parts = append(parts, text)
	}
	out := []string{head + orNothing(strings.Join(parts, "; "), ": ", "") + "."}
	if st.Of > 1 {
		text := pick(l, "Dari "+l.count(st.Of)+" kabupaten/kota se-Indonesia yang punya angka: urutan ", "Of the "+l.count(st.Of)+" regencies and cities of Indonesia with a figure: place ") + l.count(st.Rank)
		if r.Percentile.OK {
			text += pick(l, "; "+l.Number(r.Percentile.V, 0)+" % yang lain lebih rendah", "; "+l.Number(r.Percentile.V, 0)+"% of the others are lower")
		}
		if st.PeerOf > 1 {
			text += pick(l, ". Di antara ", ". Among ") + l.PeersName(group) + pick(l, ": urutan ", ": place ") + l.count(st.PeerRank) + pick(l, " dari ", " of ") + l.count(st.PeerOf)
		}
		out = append(out, text+".")
	}
	return out
}

// Caution says that what is seen may be chance; "" for figures that are no
// sample's.
func (l Lang) Caution(ind model.Indicator) string {
	if !compare.Sampled(ind.ID) {
		return ""
	}
	return pick(l,
		"Galat sampel kabupaten/kota tidak diterbitkan; selisih kecil bisa kebetulan.",
		"Sampling errors of regencies are not published; small gaps can be chance.")
}

// SayCourse words how a line went.
func (l Lang) SayCourse(c compare.Course, sc Scene) []string {
	name := sc.Name(c.Region.Code)
	if !c.HasWhole {
		return []string{pick(l, name+": belum ada dua angka sejenis untuk disandingkan.", name+": there are no two figures alike to set side by side.")}
	}
	w := c.Whole
	out := []string{name + pick(l, " sejak ", " since ") + l.PeriodLong(w.From.Period) + " (" + l.count(c.Figures) + pick(l, " angka sejenis): ", " figures alike): ") + l.moved(w, sc) + pick(l, ", dari ", ", from ") +
		l.WithUnit(w.From.Value, sc.Indicator) + pick(l, " ke ", " to ") + l.WithUnit(w.To.Value, sc.Indicator) + pick(l, " pada ", " in ") + l.PeriodLong(w.To.Period) + "."}
	if last := c.Changes[len(c.Changes)-1]; len(c.Changes) > 1 {
		out[0] += pick(l, " Terakhir ", " Lately ") + l.moved(last, sc) + pick(l, " dari ", " from ") + l.PeriodLong(last.From.Period) + "."
	}
	if r := c.Longest; c.HasLongest {
		out = append(out, pick(l, "Rangkaian terpanjang: ", "Longest run: ")+pickIf(r.Up, pick(l, "naik ", "up "), pick(l, "turun ", "down "))+l.count(r.Steps)+
			pick(l, " kali berturut-turut, ", plural(r.Steps, " time, ", " times in a row, "))+l.PeriodLong(r.From.Period)+pick(l, " sampai ", " to ")+l.PeriodLong(r.To.Period)+
			" ("+l.Distance(r.Points, sc.Indicator)+").")
	}
	if len(c.Cuts) > 0 {
		out = append(out, pick(l, "Garis diputus karena putaran atau metode berganti: ", "The line is cut where round or method changed: ")+Years(c.Cuts)+
			pick(l, "; angka sebelum dan sesudahnya tidak disandingkan.", "; figures before and after are not set against each other."))
	}
	return out
}

// moved words a change in points and percent: "turun 0,29 poin (-7,4 %)".
func (l Lang) moved(ch compare.Change, sc Scene) string {
	text := l.move(compare.Fact{Diff: ch.Points}, sc)
	if ch.Points != 0 && ch.Percent.OK {
		text += " (" + l.Signed(ch.Percent.V, 1) + pick(l, " %", "%") + ")"
	}
	return text
}

// SayEffect words whether a line goes the wanted way, and how little that
// tells.
func (l Lang) SayEffect(e compare.Effect, sc Scene) []string {
	name := sc.Name(e.Course.Region.Code)
	if e.Verdict == compare.VerdictNone {
		if sc.Indicator.Better == model.BetterNone {
			return []string{pick(l, "Untuk indikator ini tidak ada arah yang diinginkan: tidak ada yang dinilai.", "No way of this indicator is wanted: nothing is judged.")}
		}
		return []string{pick(l, name+": angka sejenis kurang dari tiga, belum dapat dinilai.", name+": fewer than three figures alike, nothing can be judged.")}
	}
	w := e.Course.Whole
	want := pickIf(sc.Indicator.Better == model.BetterLower, pick(l, "turun", "down"), pick(l, "naik", "up"))
	out := []string{pick(l, "Diinginkan: ", "Wanted: ") + want + ". " + name + " " + l.PeriodLong(w.From.Period) + pick(l, " sampai ", " to ") + l.PeriodLong(w.To.Period) + ": " +
		l.moved(w, sc) + pick(l, "; kemiringan ", "; slope ") + l.Signed(e.Slope.V, sc.Indicator.Decimals+1) + pick(l, " poin setahun; ", " points a year; ") +
		l.count(e.Toward) + pick(l, " perubahan searah, ", plural(e.Toward, " change that way, ", " changes that way, ")) + l.count(e.Away) + pick(l, " berlawanan", " the other") +
		orNothing(pickIf(e.Flat > 0, l.count(e.Flat), ""), ", ", pick(l, " tetap", " none")) + "."}
	out = append(out, l.Verdict(e))
	return append(out, pick(l,
		"Garis tidak menunjukkan sebab: program hanya satu dari banyak hal yang menggerakkannya.",
		"The line does not show causes: programmes are only one of many things that move it."))
}

// Verdict words a verdict.
func (l Lang) Verdict(e compare.Effect) string {
	way := map[int]string{1: pick(l, "searah dengan yang diinginkan", "the wanted way"), -1: pick(l, "berlawanan dengan yang diinginkan", "the other way"), 0: pick(l, "mendatar", "level")}[e.Way]
	switch e.Verdict {
	case compare.VerdictToward:
		return pick(l, "Putusan: membaik, dan perubahan itu melebihi galat survei yang diberikan.", "Verdict: better, and the change is beyond the survey error given.")
	case compare.VerdictAway:
		return pick(l, "Putusan: memburuk, dan perubahan itu melebihi galat survei yang diberikan.", "Verdict: worse, and the change is beyond the survey error given.")
	case compare.VerdictNoise:
		return pick(l, "Putusan: garisnya "+way+", tetapi perubahannya di dalam galat survei yang diberikan: tidak dapat dibedakan dari kebetulan.",
			"Verdict: the line goes "+way+", yet its change is within the survey error given: it cannot be told from noise.")
	case compare.VerdictUntold:
		text := pick(l, "Putusan: garisnya "+way+", tetapi tidak dapat dibedakan dari kebetulan: galat sampel tidak diketahui", "Verdict: the line goes "+way+", yet it cannot be told from noise: the sampling error is not known")
		if e.Gap.NeededRSE.OK {
			text += pick(l, " (perlu RSE paling besar "+l.Percent(e.Gap.NeededRSE.V, 1)+")", " (an RSE of at most "+l.Percent(e.Gap.NeededRSE.V, 1)+" is needed)")
		}
		return text + "."
	case compare.VerdictNone:
	}
	return ""
}

// SayRelevance words whether a region moves with those above it.
func (l Lang) SayRelevance(t compare.Together, region model.RegionCode, sc Scene) []string {
	var parts, apart []string
	for _, p := range t.Pairs {
		if p.Of == 0 {
			parts = append(parts, pick(l, "dengan ", "with ")+sc.Name(p.Other.Code)+pick(l, " tidak ada tahun yang sebanding", " no year can be compared"))
			continue
		}
		parts = append(parts, pick(l, "searah dengan ", "the same way as ")+sc.Name(p.Other.Code)+" "+l.count(p.Same)+pick(l, " dari ", " of ")+l.count(p.Of)+pick(l, " tahun (", " years (")+l.Percent(p.Share().V, 0)+")")
		if len(p.Apart) > 0 {
			apart = append(apart, pick(l, "dari ", "from ")+sc.Name(p.Other.Code)+" "+Years(p.Apart))
		}
	}
	if len(parts) == 0 {
		return []string{pick(l, "Belum ada garis untuk disandingkan.", "There are no lines to set side by side.")}
	}
	text := sc.Name(region) + " " + strings.Join(parts, "; ")
	if len(t.Pairs) > 1 && t.AllOf > 0 {
		text += pick(l, "; semuanya searah ", "; all the same way in ") + l.count(t.AllSame) + pick(l, " dari ", " of ") + l.count(t.AllOf)
	}
	out := []string{text + "."}
	if len(apart) > 0 {
		out = append(out, pick(l, "Berpisah ", "Parted ")+strings.Join(apart, "; ")+".")
	}
	return append(out, pick(l,
		"Dua garis yang tidak berkaitan pun searah pada sekitar separuh tahun, dan tiap perubahan memuat galat survei: ini bukan bukti keterkaitan.",
		"Two unrelated lines go the same way in about half of the years, and every change carries survey error: this proves no link."))
}

// SayAssociation words how two indicators go together; fewer than five pairs:
// only that nothing can be said.
func (l Lang) SayAssociation(a *compare.Association) []string {
	n := len(a.Points)
	if n < compare.LeastPairs {
		return []string{pick(l, "Hanya "+l.count(n)+" pasangan angka: tidak ada yang dapat dikatakan tentang keterkaitan.", "Only "+l.count(n)+plural(n, " pair", " pairs")+" of figures: nothing can be said of an association.")}
	}
	if !a.OK {
		return []string{pick(l, "Semua angka satu indikator sama: tidak ada korelasi.", "All figures of one indicator are equal: there is no correlation.")}
	}
	text := pick(l, "Korelasi peringkat Spearman ", "Spearman's rank correlation ") + l.Of(a.Y.Short) + pick(l, " dengan ", " with ") + l.Of(a.X.Short) + " " + strconv.Itoa(int(a.Year)) + ": " + l.Signed(a.Rho, 2) +
		" (n = " + l.count(n) + pick(l, ", selang 95 % ", ", 95% interval ") + l.Signed(a.Low, 2) + pick(l, " sampai ", " to ") + l.Signed(a.High, 2) + ")"
	if a.Low <= 0 && a.High >= 0 {
		text += pick(l, "; selangnya memuat nol, arahnya pun tidak dapat dipastikan", "; the interval holds zero, not even the direction is sure")
	}
	out := []string{text + ".", pick(l,
		"Ini tidak membuktikan apa pun: n kecil, angka survei bergalat, dan dua hal dapat bergerak bersama karena sebab ketiga.",
		"This proves nothing: n is small, survey figures carry error, and two things can move together for a third reason.")}
	if a.Unlike {
		out = append(out, pick(l, "Putaran berbeda: ", "Rounds differ: ")+l.roundsOf(a))
	}
	return out
}

func (l Lang) roundsOf(a *compare.Association) string {
	p := a.Points[0]
	return l.Of(a.X.Short) + " " + l.PeriodLong(p.X.Period) + ", " + l.Of(a.Y.Short) + " " + l.PeriodLong(p.Y.Period) + "."
}

// SayPriority words who lies in which quadrant of rate and number.
func (l Lang) SayPriority(a *compare.Association, home model.RegionCode, sc Scene) []string {
	if len(a.Points) == 0 || !a.CutX.OK || !a.CutY.OK {
		return []string{l.AnalysisWords().NoFigures}
	}
	w := l.AnalysisWords()
	var out []string
	if p, ok := a.Point(home); ok {
		out = append(out, sc.Name(home)+" "+l.WithUnit(p.Y.Value, a.Y)+", "+l.WithUnit(p.X.Value, a.X)+": "+pick(l, "kuadran ", "quadrant ")+w.Corners[p.Quadrant-1]+".")
	}
	for q := compare.Quadrant(1); q <= 3; q++ {
		var names []string
		for _, r := range a.In(q) {
			names = append(names, l.RegionBare(r))
		}
		if len(names) > 0 {
			out = append(out, w.Corners[q-1]+": "+strings.Join(names, ", ")+".")
		}
	}
	return append(out, pick(l,
		"Garis: P0 "+l.WithUnit(a.CutY.V, a.Y)+pickIf(a.Cut == compare.CutProvince, " (provinsi)", "")+", jumlah "+l.WithUnit(a.CutX.V, a.X)+" (median). Yang dekat garis dapat berpindah karena galat survei saja.",
		"Lines: P0 "+l.WithUnit(a.CutY.V, a.Y)+pickIf(a.Cut == compare.CutProvince, " (province)", "")+", number "+l.WithUnit(a.CutX.V, a.X)+" (median). Those near a line can change sides by survey error alone."))
}
