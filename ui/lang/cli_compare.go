package lang

import "rakor/model"

// CompareCLI is the words of the analyses on the command line.
type CompareCLI struct {
	Analysis, Against, From, To, Children, RSE string // help of the flags
	Name, Change, Slope, Verdict               string // titles of columns
	NoChildren                                 func(code string) string
	Years                                      func(from, to string) string // a span that runs backward
	Cuts                                       func(region, years string) string
}

// CompareCLI gives the words of the analyses on the command line.
func (l Lang) CompareCLI() CompareCLI {
	return pick(l, CompareCLI{
		Analysis: "position, trend, effectiveness, relevance, association atau quadrant", Against: "indikator lain untuk association",
		From: "tahun pertama", To: "tahun terakhir", Children: "kode BPS provinsi: tambah semua kabupaten/kotanya; yang dicetak hanya --region bila keduanya ada (position per tahun)",
		RSE: "galat relatif angka kabupaten/kota dalam persen, untuk effectiveness", Name: "Wilayah", Change: "Perubahan", Slope: "Kemiringan", Verdict: "Putusan",
		NoChildren: func(c string) string { return "Wilayah " + c + " tidak punya kabupaten/kota di dalam data." },
		Years:      func(a, b string) string { return "Tahun --from " + a + " tidak boleh sesudah --to " + b + "." },
		Cuts: func(r, y string) string {
			return "Putaran atau metode berganti pada garis " + r + ": " + y + "; angka sebelum dan sesudahnya tidak sejenis."
		},
	}, CompareCLI{
		Analysis: "position, trend, effectiveness, relevance, association or quadrant", Against: "the other indicator of association",
		From: "first year", To: "last year", Children: "BPS code of a province: adds all of its regencies and cities; where --region is given too, only those are printed (position by year)",
		RSE: "relative error of regencies' figures in percent, for effectiveness", Name: "Region", Change: "Change", Slope: "Slope", Verdict: "Verdict",
		NoChildren: func(c string) string { return "The region " + c + " has no regencies or cities in the data." },
		Years:      func(a, b string) string { return "The year --from " + a + " must not lie after --to " + b + "." },
		Cuts: func(r, y string) string {
			return "Round or method changed in the line of " + r + ": " + y + "; figures before and after are not alike."
		},
	})
}

// VerdictName gives a verdict in a few words by its stable name.
func (l Lang) VerdictName(v string) string {
	switch v {
	case "cannot-tell":
		return pick(l, "tidak dapat dibedakan dari kebetulan", "cannot be told from noise")
	case "within-noise":
		return pick(l, "di dalam galat", "within noise")
	case "toward":
		return pick(l, "membaik melebihi galat", "better, beyond error")
	case "away":
		return pick(l, "memburuk melebihi galat", "worse, beyond error")
	}
	return pick(l, "tidak dinilai", "not judged")
}

// FigureTitle heads a column of an indicator's figures.
func (l Lang) FigureTitle(ind model.Indicator) string {
	return l.Of(ind.Short) + orNothing(l.Unit(ind.Unit), " (", ")")
}
