package lang

import (
	"strconv"
	"strings"

	"rakor/model"
)

// Regional is the words of the first tab.
type Regional struct {
	Position func(period, indicator, unit string) string // title of the panel of bars
	Trend    func(from, to, unit string) string          // title of the panel of lines
	Reading  string                                      // title of the panel of what is seen
	Care     string                                      // title of the panel of what to heed
	NoTrend  string                                      // instead of the lines
	NoRows   string                                      // instead of the bars

	ColRank, ColRegion, ColPeriod, ColYear string
	ColToProvince, ColToNation, ColSource  string

	FootOwn    string // what "*" means
	FootDoubt  string // what "?" means
	FootRef    func(region, value string) string
	FootCut    string // the axis does not begin at zero
	FootBreaks func(years string) string
	LeftOut    func(letters string) string // lines that would flatten the first one
	Hidden     func(above, below int) string
	Target     func(value string) string // name of the point aimed at
	LastRounds string                    // before the last figures
	TargetLine func(year, value string) string

	CardValue, CardUnit, CardPeriod, CardRound, CardSource, CardPublisher string
	CardAlso, CardOthers, CardNote, CardURL, CardCopy, CardRank, CardRule string
	CardTo, CardCode, CardMissing, CardNewest, CardData                   string
	CardChoose                                                            string
	CardTrust                                                             string
	Trust                                                                 func(kind string, official bool, sources int) string
	Band                                                                  func(letter, level string) string
	CardRuleText                                                          string
	PublishedIn                                                           func(publisher, year string) string

	WarnTitle                                       string
	WarnPeriod, WarnRound, WarnBreak, WarnMissing   string
	WarnSecond, WarnDisputed, WarnTrend, WarnRounds string
	WhyPeriod                                       func(period string) string
	WhyRound, WhySecond, WhyDisputed, WhyRounds     string
	WhyMissing                                      func(period string) string
	WhyTrend                                        string
	Offer                                           func(period string) string // what Enter does
	OfferLabel                                      string
	NoOffer                                         string

	// Linear is the words of the lines for a screen reader.
	LinearHead   func(indicator, unit, period string) string
	LinearRank   func(rank, of int, tied bool) string
	LinearTrend  func(region string) string
	LinearSource string
	LinearOwn    string
	LinearRef    func(region string) string
	LinearChosen string
}

func regional(l Lang) Regional {
	return pick(l, regionalID(), regionalEN())
}

func regionalID() Regional {
	n := Indonesian.count
	return Regional{
		Position: func(period, ind, unit string) string { return "Posisi " + period + " · " + joined(ind, unit) },
		Trend: func(from, to, unit string) string {
			return "Perkembangan " + span(from, to) + orNothing(unit, " · ", "")
		},
		Reading: "Bacaan",
		Care:    "Perlu diingat",
		NoTrend: "Belum ada angka untuk digambar.",
		NoRows:  "Belum ada angka untuk indikator ini di wilayah yang dibandingkan.",

		ColRank: "#", ColRegion: "Wilayah", ColPeriod: "Periode", ColYear: "Tahun",
		ColToProvince: "ke prov.", ColToNation: "ke nas.", ColSource: "Sumber",

		FootOwn:    "* periode lain, tanpa peringkat",
		FootDoubt:  "? sumber berbeda atau tidak resmi",
		FootRef:    func(r, v string) string { return "│ " + r + " " + v },
		FootCut:    "≈ tidak dari nol",
		FootBreaks: func(y string) string { return "┊ putaran atau metode berganti " + y },
		LeftOut:    func(s string) string { return "tanpa " + s + " (beda skala)" },
		Hidden:     hiddenID,
		Target:     func(v string) string { return "sasaran " + v },
		LastRounds: "Putaran terakhir: ",
		TargetLine: func(y, v string) string { return "Sasaran " + y + ": " + v },

		CardValue: "Nilai", CardUnit: "Satuan", CardPeriod: "Periode", CardRound: "Putaran", CardSource: "Sumber",
		CardPublisher: "Penerbit", CardAlso: "Sumber yang sama", CardOthers: "Nilai sumber lain", CardNote: "Catatan",
		CardURL: "Alamat", CardCopy: "Salinan", CardRank: "Peringkat", CardRule: "Yang dipakai", CardTo: "Selisih ke",
		CardCode: "Kode wilayah", CardMissing: "tidak ada angka untuk periode ini", CardNewest: "Yang terbaru", CardData: "Data",
		CardChoose: "Enter: pakai nilai sumber lain",
		CardTrust:  "Keyakinan",
		Trust: func(kind string, official bool, n int) string {
			text := kind + pickIf(official, ", resmi", ", tidak resmi: periksa ke BPS")
			if n > 1 {
				text += "; " + Indonesian.count(n) + " sumber sama"
			}
			return text
		},
		Band:         func(k, level string) string { return "garis tipis: selang " + level + " " + k },
		CardRuleText: "Urutannya: jenis sumber lebih dulu (tabel, rilis, kantor pemerintah, skripsi, pers), lalu urutan daftar sumber.",
		PublishedIn:  func(p, y string) string { return p + ", " + orText(y, "tahun terbit tidak disebut") },

		WarnTitle:  "Peringatan: apa yang tidak sejenis, dan mengapa",
		WarnPeriod: "Periode berbeda", WarnRound: "Putaran berbeda", WarnBreak: "Metode berganti", WarnMissing: "Tidak ada data",
		WarnSecond: "Sumber tidak resmi", WarnDisputed: "Sumber berbeda", WarnTrend: "Garis terputus: metode", WarnRounds: "Garis terputus: putaran",
		WhyPeriod:   func(p string) string { return "bukan " + p + "; angka tahun lain tidak boleh dibandingkan langsung:" },
		WhyRound:    "survei Maret, September dan angka tahunan tidak sama; musim ikut membedakan:",
		WhySecond:   "dikutip dari tesis, pers atau ensiklopedia, bukan dari terbitan resmi:",
		WhyDisputed: "sumber menyebut angka yang tidak sama; D menunjukkan semuanya:",
		WhyRounds:   "tidak semua angka pada garis dari putaran yang sama; garis diputus di antara:",
		WhyMissing:  func(p string) string { return "tidak ada angka " + p + ", dan itu bukan nol:" },
		WhyTrend:    "cara menghitung berganti, jadi garis diputus:",
		Offer:       func(p string) string { return "Enter: samakan semua ke " + p },
		OfferLabel:  "Banding setara",
		NoOffer:     "tidak ada periode yang dimiliki semua wilayah ini",

		LinearHead: func(ind, unit, period string) string {
			return "Indikator: " + joined(ind, unit) + ". Periode: " + period + "."
		},
		LinearRank: func(r, of int, tied bool) string {
			return "peringkat " + n(r) + " dari " + n(of) + pickIf(tied, " (sama dengan wilayah lain)", "")
		},
		LinearTrend:  func(r string) string { return "Perkembangan " + r },
		LinearSource: "Sumber",
		LinearOwn:    "periode lain dari yang dibandingkan, tidak ikut peringkat",
		LinearRef:    func(r string) string { return "Garis acuan: " + r + "." },
		LinearChosen: "Terpilih",
	}
}

func regionalEN() Regional {
	n := English.count
	return Regional{
		Position: func(period, ind, unit string) string { return "Position " + period + " · " + joined(ind, unit) },
		Trend: func(from, to, unit string) string {
			return "Over time " + span(from, to) + orNothing(unit, " · ", "")
		},
		Reading: "Reading",
		Care:    "Keep in mind",
		NoTrend: "There is no figure to draw.",
		NoRows:  "This indicator has no figure for the regions compared.",

		ColRank: "#", ColRegion: "Region", ColPeriod: "Period", ColYear: "Year",
		ColToProvince: "to prov.", ColToNation: "to nat.", ColSource: "Source",

		FootOwn:    "* another period, not ranked",
		FootDoubt:  "? sources differ or not official",
		FootRef:    func(r, v string) string { return "│ " + r + " " + v },
		FootCut:    "≈ not from zero",
		FootBreaks: func(y string) string { return "┊ round or method changed " + y },
		LeftOut:    func(s string) string { return "without " + s + " (off scale)" },
		Hidden:     hiddenEN,
		Target:     func(v string) string { return "target " + v },
		LastRounds: "Last rounds: ",
		TargetLine: func(y, v string) string { return "Target " + y + ": " + v },

		CardValue: "Value", CardUnit: "Unit", CardPeriod: "Period", CardRound: "Round", CardSource: "Source",
		CardPublisher: "Publisher", CardAlso: "Sources alike", CardOthers: "Other sources say", CardNote: "Note",
		CardURL: "Address", CardCopy: "Copy", CardRank: "Rank", CardRule: "Which is used", CardTo: "Distance to",
		CardCode: "Region code", CardMissing: "there is no figure for this period", CardNewest: "The newest", CardData: "Data",
		CardChoose: "Enter: use another source's value",
		CardTrust:  "Confidence",
		Trust: func(kind string, official bool, n int) string {
			text := kind + pickIf(official, ", official", ", not official: check with BPS")
			if n > 1 {
				text += "; " + English.count(n) + " sources agree"
			}
			return text
		},
		Band:         func(k, level string) string { return "thin lines: " + level + " interval of " + k },
		CardRuleText: "The order: kind of source first (table, release, government office, thesis, press), then the order of the list of sources.",
		PublishedIn:  func(p, y string) string { return p + ", " + orText(y, "year of publication not named") },

		WarnTitle:  "Warnings: what is not alike, and why",
		WarnPeriod: "Periods differ", WarnRound: "Rounds differ", WarnBreak: "Method changed", WarnMissing: "No data",
		WarnSecond: "Not official", WarnDisputed: "Sources differ", WarnTrend: "Line broken: method", WarnRounds: "Line broken: round",
		WhyPeriod:   func(p string) string { return "not " + p + "; figures of another time must not be compared directly:" },
		WhyRound:    "surveys of March and September and yearly figures are not the same; the season plays a part:",
		WhySecond:   "quoted from a thesis, the press or an encyclopaedia, not from an official publication:",
		WhyDisputed: "sources give unequal figures; D shows all of them:",
		WhyRounds:   "not all figures of a line are of the same round; it is broken between:",
		WhyMissing:  func(p string) string { return "there is no figure of " + p + ", which is not zero:" },
		WhyTrend:    "the way of counting changed, so the line is broken:",
		Offer:       func(p string) string { return "Enter: the same period for all, " + p },
		OfferLabel:  "Like for like",
		NoOffer:     "there is no period that all of these regions have",

		LinearHead: func(ind, unit, period string) string {
			return "Indicator: " + joined(ind, unit) + ". Period: " + period + "."
		},
		LinearRank: func(r, of int, tied bool) string {
			return "rank " + n(r) + " of " + n(of) + pickIf(tied, " (shared)", "")
		},
		LinearTrend:  func(r string) string { return "Over time, " + r },
		LinearSource: "Source",
		LinearOwn:    "another period than the one compared, not ranked",
		LinearRef:    func(r string) string { return "Reference line: " + r + "." },
		LinearChosen: "Selected",
	}
}

func hiddenID(above, below int) string {
	return hidden(Indonesian, above, below, "di atas", "di bawah")
}

func hiddenEN(above, below int) string { return hidden(English, above, below, "above", "below") }

// hidden tells how many rows lie outside of what is shown.
func hidden(l Lang, above, below int, up, down string) string {
	var parts []string
	if above > 0 {
		parts = append(parts, "↑ "+l.count(above)+" "+up)
	}
	if below > 0 {
		parts = append(parts, "↓ "+l.count(below)+" "+down)
	}
	return strings.Join(parts, "  ")
}

// span writes a first and a last year, one alone where they are the same.
func span(from, to string) string {
	if from == to {
		return from
	}
	return from + "-" + to
}

// joined writes a name with its unit.
func joined(name, unit string) string { return name + orNothing(unit, ", ", "") }

func orText(s, instead string) string { return pickIf(s != "", s, instead) }

func pickIf(is bool, yes, no string) string {
	if is {
		return yes
	}
	return no
}

// Region writes the full name of a region: "Kota Palangka Raya", "Provinsi
// Kalimantan Tengah", "Indonesia".
func (l Lang) Region(r model.Region) string {
	if r.Level == model.LevelProvince {
		return pick(l, "Provinsi "+r.Name, r.Name+" Province")
	}
	return r.Name
}

// RegionShort writes a name for a column: "Kotawaringin Barat" for the regency,
// "Kota Palangka Raya" for the city, which may share its name with a regency,
// and "Prov. Kalimantan Tengah".
func (l Lang) RegionShort(r model.Region) string {
	switch r.Level {
	case model.LevelProvince:
		return pick(l, "Prov. "+r.Name, r.Name+" Prov.")
	case model.LevelRegency:
		return strings.TrimPrefix(strings.TrimPrefix(r.Name, "Kabupaten "), "Administrasi ")
	case model.LevelCity:
		return strings.Replace(r.Name, "Kota Administrasi ", "Kota ", 1)
	default:
		return r.Name
	}
}

// RegionBare writes a name without its tier, for the end of a line: "Palangka
// Raya", "Kalimantan Tengah".
func (l Lang) RegionBare(r model.Region) string {
	if r.Level == model.LevelProvince {
		return r.Name
	}
	return strings.TrimPrefix(l.RegionShort(r), "Kota ")
}

// WithUnit writes a figure with its unit, short: "3,62 %", "Rp587.075",
// "11,16 ribu jiwa".
func (l Lang) WithUnit(v float64, ind model.Indicator) string {
	s := l.Value(v, ind)
	switch ind.Unit {
	case model.UnitPercent:
		return l.Percent(v, ind.Decimals)
	case model.UnitRupiahMonth:
		return "Rp" + s
	case model.UnitNone, model.UnitIndex, model.UnitRatio:
		return s
	default:
		return s + " " + l.Unit(ind.Unit)
	}
}

// WithUnitLong writes a figure with its unit as it is read aloud: "3,62
// persen".
func (l Lang) WithUnitLong(v float64, ind model.Indicator) string {
	s := l.Value(v, ind)
	switch ind.Unit {
	case model.UnitNone, model.UnitIndex, model.UnitRatio:
		return s
	default:
		return s + " " + l.UnitLong(ind.Unit)
	}
}

// Distance writes the size of a difference of two figures, without its sign:
// "0,10 poin", "Rp31.457".
func (l Lang) Distance(diff float64, ind model.Indicator) string {
	if diff < 0 {
		diff = -diff
	}
	switch ind.Unit {
	case model.UnitPercent, model.UnitIndex, model.UnitRatio, model.UnitNone:
		return l.Value(diff, ind) + pick(l, " poin", " points")
	default:
		return l.WithUnit(diff, ind)
	}
}

// Round names the survey round of a figure: "Susenas Maret", "Sakernas
// Agustus", "tengah tahun", "tahunan".
func (l Lang) Round(ind model.Indicator, p model.Period) string {
	month := l.Month(int(p.Month))
	switch {
	case p.IsZero():
		return missing
	case p.Month == 0:
		return pick(l, "tahunan, atau bulan surveinya tidak disebut", "yearly, or the month of the survey is not named")
	case ind.ID == model.Population && p.Month == 9:
		return pick(l, "Sensus Penduduk September", "population census of September")
	case p.Month == 6:
		return pick(l, "tengah tahun", "mid-year")
	case p.Month == 3 || p.Month == 9:
		return pick(l, "Susenas "+month, "Susenas survey of "+month)
	case p.Month == 2 || p.Month == 8:
		return pick(l, "Sakernas "+month, "Sakernas survey of "+month)
	}
	return month
}

// Years writes years in few letters, runs of them drawn together: "2019-2020,
// 2022". They must ascend.
func Years(ys []model.Year) string {
	var b strings.Builder
	for i := 0; i < len(ys); {
		j := i
		for j+1 < len(ys) && ys[j+1] == ys[j]+1 {
			j++
		}
		if b.Len() > 0 {
			b.WriteString(", ")
		}
		b.WriteString(strconv.Itoa(int(ys[i])))
		if j > i {
			b.WriteString("-" + strconv.Itoa(int(ys[j])))
		}
		i = j + 1
	}
	return b.String()
}
