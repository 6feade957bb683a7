package lang

import (
	"math"

	"rakor/model"
	"rakor/model/compare"
)

// SayMultiples words many lines at once: how many went which way in the last
// step of one year.
func (l Lang) SayMultiples(cs []compare.Course, sc Scene) []string {
	up, down, flat := 0, 0, 0
	var at model.Period
	for _, c := range cs {
		if n := len(c.Changes); n > 0 && at.Before(c.Changes[n-1].To.Period) {
			at = c.Changes[n-1].To.Period
		}
	}
	for _, c := range cs {
		if len(c.Changes) == 0 {
			continue
		}
		switch last := c.Changes[len(c.Changes)-1]; {
		case last.To.Period != at || last.Years != 1:
		case last.Points > 0:
			up++
		case last.Points < 0:
			down++
		default:
			flat++
		}
	}
	if up+down+flat == 0 {
		return []string{l.AnalysisWords().NoFigures}
	}
	out := []string{pick(l,
		"Sampai "+l.PeriodLong(at)+", dibanding setahun sebelumnya: "+l.count(down)+" wilayah turun, "+l.count(up)+" naik, "+l.count(flat)+" tetap.",
		"To "+l.PeriodLong(at)+", against a year before: "+l.count(down)+" down, "+l.count(up)+" up, "+l.count(flat)+" unchanged.")}
	if c := l.Caution(sc.Indicator); c != "" {
		out = append(out, c)
	}
	return out
}

// SayDecomposition words where a province's change comes from.
func (l Lang) SayDecomposition(d *compare.Decomposition, ind model.Indicator) []string {
	if !d.OK {
		return []string{pick(l,
			"Tidak dapat diuraikan: tidak semua kabupaten/kota punya P0 dan jumlah penduduk miskin untuk dua periode yang sejenis.",
			"It cannot be broken down: not all regencies and cities have rate and number of the poor for two periods alike.")}
	}
	most, least := d.Shares[0], d.Shares[0]
	for _, s := range d.Shares {
		if s.Points() > most.Points() {
			most = s
		}
		if s.Points() < least.Points() {
			least = s
		}
	}
	pts := func(v float64) string { return l.Signed(v, 4) + pick(l, " poin", " points") }
	out := []string{
		pick(l, "P0 ", "P0 of ") + l.Region(d.Province) + " " + l.PeriodLong(d.From) + pick(l, " sampai ", " to ") + l.PeriodLong(d.To) + pick(l, ", jumlah dari kabupaten/kota: ", ", summed over its regions: ") + pts(d.Total()) +
			pick(l, " = perubahan tingkat ", " = changes of rates ") + pts(d.Within) + pick(l, " + perpindahan bobot penduduk ", " + shifts of population ") + pts(d.Between) + ".",
		pick(l, "Paling menurunkan: ", "Lowered it most: ") + l.RegionBare(least.Region) + " (" + pts(least.Points()) + pick(l, "); paling menaikkan: ", "); raised it most: ") + l.RegionBare(most.Region) + " (" + pts(most.Points()) + ").",
	}
	if u := d.Unexplained(); u.OK {
		out = append(out, pick(l,
			"Angka terbit provinsi berubah "+pts(d.Published.V)+"; sisa "+pts(u.V)+" karena pembulatan angka terbit.",
			"The province's printed rate changed by "+pts(d.Published.V)+"; "+pts(u.V)+" is left by the rounding of printed figures."))
	}
	return append(out, l.Caution(ind))
}

// SayConvergence words whether regions draw nearer.
func (l Lang) SayConvergence(c *compare.Convergence, of string, ind model.Indicator) []string {
	if !c.OK || len(c.Sigma) < 2 {
		return []string{pick(l,
			of+": kurang dari lima wilayah dengan angka sejenis, tidak ada yang dapat dikatakan.",
			of+": fewer than five regions with figures alike, nothing can be said.")}
	}
	first, last := c.Sigma[0], c.Sigma[len(c.Sigma)-1]
	trend := pick(l, "mengecil", "narrowed")
	if last.SD > first.SD {
		trend = pick(l, "melebar", "widened")
	}
	text := of + " (n = " + l.count(c.N) + "): " + pick(l, "sigma, simpangan baku, ", "sigma, the standard deviation, ") + trend + pick(l, " dari ", " from ") + l.Number(first.SD, 2) + " (" + l.Period(first.Period) + pick(l, ") ke ", ") to ") + l.Number(last.SD, 2) + " (" + l.Period(last.Period) + ")" +
		pick(l, "; relatif terhadap rata-rata ", "; relative to the mean ") + l.Number(100*first.CV, 0) + pick(l, " % ke ", "% to ") + l.Number(100*last.CV, 0) + pick(l, " %", "%") +
		pick(l, "; beta ", "; beta ") + l.Signed(c.Beta, 3) + pick(l, " poin setahun tiap poin awal (selang 95 % ", " points a year for each point at the start (95% interval ") + l.Signed(c.BetaLow, 3) + pick(l, " sampai ", " to ") + l.Signed(c.BetaHigh, 3) + ")."
	_ = ind
	return []string{text}
}

// ConvergenceCare says what beta cannot tell.
func (l Lang) ConvergenceCare() string {
	return pick(l,
		"Beta negatif muncul juga tanpa konvergensi: angka survei yang kebetulan tinggi turun dengan sendirinya. Sigma lebih dapat dipegang.",
		"Beta is below zero without convergence too: a survey figure that is high by chance falls back by itself. Sigma is the better guide.")
}

// SayDifference words a difference with its uncertainty. what is what is set
// against what: "Mar 2025 dan Mar 2024".
func (l Lang) SayDifference(d compare.Difference, what string, ind model.Indicator) string {
	text := what + ": " + l.Signed(d.Points, ind.Decimals)
	switch {
	case !d.Known && d.NeededRSE.OK:
		return text + pick(l,
			"; ketidakpastiannya tidak diketahui. Baru melebihi galat bila RSE kedua angka paling besar "+l.Percent(d.NeededRSE.V, 1)+".",
			"; its uncertainty is unknown. It is beyond error only if both figures have an RSE of at most "+l.Percent(d.NeededRSE.V, 1)+".")
	case !d.Known:
		return text + pick(l, "; tidak ada selisih pada angka terbit, ketidakpastiannya tidak diketahui.", "; the printed figures do not differ, the uncertainty is unknown.")
	}
	level := l.Number(math.Round(d.Level*1000)/10, 0)
	text += pick(l, " (selang "+level+" % ", " ("+level+"% interval ") + l.Signed(d.Low, ind.Decimals) + pick(l, " sampai ", " to ") + l.Signed(d.High, ind.Decimals) + ")"
	if d.Beyond() {
		return text + pick(l, ": melebihi galat survei yang diberikan.", ": beyond the survey error given.")
	}
	return text + pick(l, ": di dalam galat survei yang diberikan, tidak dapat dibedakan dari nol.", ": within the survey error given, it cannot be told from zero.")
}

// AllRegions names all regencies and cities.
func (l Lang) AllRegions() string {
	return pick(l, "semua kabupaten/kota se-Indonesia", "all regencies and cities of Indonesia")
}

// AssumedError says that what is known of the error of regencies' figures was
// typed in, not printed.
func (l Lang) AssumedError(u compare.Uncertainty) string {
	what := "RSE " + l.Percent(u.RSE, 1)
	if u.RSE <= 0 {
		deff := u.Deff
		if deff == 0 {
			deff = 1
		}
		what = pick(l, "Sampel "+l.count(u.Sample)+" rumah tangga dengan efek desain ", "A sample of "+l.count(u.Sample)+" households with design effect ") + l.Number(deff, 2)
	}
	return pick(l, what+" untuk angka kabupaten/kota adalah isian Anda, bukan angka BPS.", what+" for figures of regencies and cities was typed in, it is not BPS's.")
}

// HowRSE tells how a relative standard error is given.
func (l Lang) HowRSE() string {
	return pick(l, "Bila BPS memberi RSE: perintah “rse wilayah 12”; bila ukuran sampelnya: “sampel wilayah 640/1,5”.", "Where BPS gives an RSE: the command “region rse 12”; where it gives the sample: “region sample 640/1.5”.")
}

// OlderPair says that a pair of indicators is of another year than the
// comparison, since no newer one has both figures.
func (l Lang) OlderPair(a *compare.Association, p model.Period) string {
	return pick(l,
		"Tahun terbaru yang punya kedua angka adalah "+l.Period(model.Period{Year: a.Year})+", bukan "+l.Period(model.Period{Year: p.Year})+".",
		"The newest year with both figures is "+l.Period(model.Period{Year: a.Year})+", not "+l.Period(model.Period{Year: p.Year})+".")
}

// SavedPeers tells how many regions a saved peer group has.
func (l Lang) SavedPeers(n int) string {
	return pick(l, l.count(n)+" wilayah, kelompok sendiri", l.count(n)+plural(n, " region, your own group", " regions, your own group"))
}

// PeersKept says that a peer group was saved, or removed.
func (l Lang) PeersKept(name string, removed bool) string {
	if removed {
		return pick(l, "Kelompok "+quote(name)+" dihapus.", "The group "+quote(name)+" is removed.")
	}
	return pick(l, "Kelompok "+quote(name)+" disimpan; B memilih kelompok.", "The group "+quote(name)+" is kept; B goes through the groups.")
}
