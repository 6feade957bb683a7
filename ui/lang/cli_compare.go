package lang

import "rakor/model"

// CompareCLI is the words of the analyses on the command line.
type CompareCLI struct {
	Analysis, Against, From, To, Children, RSE string // help of the flags
	Name, Change, Slope, Verdict               string // titles of columns
	NoChildren                                 func(code string) string
	Years                                      func(from, to string) string // a span that runs backward
	Cuts                                       func(region, years string) string
	Sample, Deff, Peers, Near, Cut             string
	Either                                     string
	Lines                                      func(n int) string // that many lines
	NeedsSample                                func(deff string) string
	PeersShort, PeersLong, PeersNone           string
	PeersSave, PeersRemove                     string
	PeersTitle, PeersCount                     string
	PeersName                                  func(name string) string
	PeersFull                                  func(groups, regions int) string
	NoPeriod                                   func(region, period string) string // one region has no figure
	NoTwo                                      string
}

// CompareCLI gives the words of the analyses on the command line.
func (l Lang) CompareCLI() CompareCLI {
	return pick(l, CompareCLI{
		Analysis: "position, trend, effectiveness, relevance, association, quadrant, multiples, decomposition, convergence atau difference", Against: "indikator lain untuk association",
		From: "tahun pertama", To: "tahun terakhir", Children: "kode BPS provinsi: tambah semua kabupaten/kotanya pada periode itu; yang dicetak hanya --region bila keduanya ada (position per tahun)",
		RSE: "galat relatif angka kabupaten/kota dalam persen, untuk effectiveness dan difference", Name: "Wilayah", Change: "Perubahan", Slope: "Kemiringan", Verdict: "Putusan",
		NoChildren: func(c string) string { return "Wilayah " + c + " tidak punya kabupaten/kota di dalam data." },
		Years:      func(a, b string) string { return "Tahun --from " + a + " tidak boleh sesudah --to " + b + "." },
		Cuts: func(r, y string) string {
			return "Putaran atau metode berganti pada garis " + r + ": " + y + "; angka sebelum dan sesudahnya tidak sejenis."
		},
		Sample: "sebagai ganti --rse: rumah tangga sampel tiap kabupaten/kota", Deff: "efek desain sampel itu (1)",
		Peers:  "tambah sebuah kelompok: province, capitals, size, nearest, atau nama yang disimpan (rakor data peers)",
		Cut:    "garis kuadran: median atau province (nilai provinsi)",
		Near:   "indikator untuk --peers nearest, dipisah koma",
		Lines:  func(n int) string { return Indonesian.count(n) + " wilayah" },
		Either: "Pakai --rse atau --sample, tidak keduanya.",
		NeedsSample: func(d string) string {
			return "--deff " + d + " tidak dapat dipakai: di atas 0 sampai 100, bersama --sample."
		},
		PeersShort: "kelompok pembanding milik Anda: daftar, --save, --remove",
		PeersLong:  "Kelompok disimpan bersama data pengguna dan dipakai di layar (B) dan di compare --peers NAMA.",
		PeersNone:  "Belum ada kelompok yang disimpan.", PeersSave: "simpan --region dan --children-of dengan nama ini", PeersRemove: "hapus kelompok ini",
		PeersTitle: "Kelompok", PeersCount: "Jumlah",
		PeersName: func(n string) string {
			return "Nama kelompok " + quote(n) + " tidak dapat dipakai: huruf dan angka, paling panjang 40, bukan province, capitals, size atau nearest."
		},
		PeersFull: func(g, r int) string {
			return "Paling banyak " + Indonesian.count(g) + " kelompok, masing-masing " + Indonesian.count(r) + " wilayah."
		},
		NoPeriod: func(r, p string) string { return r + " tidak punya angka " + p + "." },
		NoTwo:    "Butuh dua angka untuk disandingkan: dua wilayah, atau satu wilayah dengan dua periode (6271@2025-03,6271@2024-03).",
	}, CompareCLI{
		Analysis: "position, trend, effectiveness, relevance, association, quadrant, multiples, decomposition, convergence or difference", Against: "the other indicator of association",
		From: "first year", To: "last year", Children: "BPS code of a province: adds all of its regencies and cities at that period; where --region is given too, only those are printed (position by year)",
		RSE: "relative error of regencies' figures in percent, for effectiveness and difference", Name: "Region", Change: "Change", Slope: "Slope", Verdict: "Verdict",
		NoChildren: func(c string) string { return "The region " + c + " has no regencies or cities in the data." },
		Years:      func(a, b string) string { return "The year --from " + a + " must not lie after --to " + b + "." },
		Cuts: func(r, y string) string {
			return "Round or method changed in the line of " + r + ": " + y + "; figures before and after are not alike."
		},
		Sample: "in place of --rse: households in the sample of each regency", Deff: "design effect of that sample (1)",
		Peers:  "adds a group: province, capitals, size, nearest, or the name of a saved one (rakor data peers)",
		Cut:    "lines of the quadrants: median or province (its figures)",
		Near:   "indicators for --peers nearest, parted by commas",
		Lines:  func(n int) string { return English.count(n) + " regions" },
		Either: "Use --rse or --sample, not both.",
		NeedsSample: func(d string) string {
			return "--deff " + d + " cannot be used: above 0 to 100, together with --sample."
		},
		PeersShort: "your own peer groups: list, --save, --remove",
		PeersLong:  "Groups are kept with the user's data and used on the screen (B) and in compare --peers NAME.",
		PeersNone:  "No group is saved.", PeersSave: "keep --region and --children-of under this name", PeersRemove: "remove this group",
		PeersTitle: "Group", PeersCount: "Number",
		PeersName: func(n string) string {
			return "The group name " + quote(n) + " cannot be used: letters and digits, at most 40 long, not province, capitals, size or nearest."
		},
		PeersFull: func(g, r int) string {
			return "At most " + English.count(g) + " groups of " + English.count(r) + " regions each."
		},
		NoPeriod: func(r, p string) string { return r + " has no figure of " + p + "." },
		NoTwo:    "Two figures are needed to be set side by side: two regions, or one region with two periods (6271@2025-03,6271@2024-03).",
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
