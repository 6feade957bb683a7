package lang

import (
	"strings"

	"rakor/model"
	"rakor/model/target"
)

// Judge is the words of what a list is judged by: figures, their names and the
// sentences about them. [Lang.Judge] builds it: keep it.
type Judge struct {
	lang Lang

	Title                                            string
	Poor                                             func(n, period, source string) string
	NoPoor                                           string
	Coverage, Money, Converge, Link, Ready, Targeted string // headings

	ByStrategy, ByDepartment, ByFunding string
	NoStrategy, NoFunding               string
	Line                                func(l target.Line) string

	ColWhat, ColRows, ColBudget, ColSpent, ColShare, ColBand string
	ColSemester, ColYear, ColMark                            string
	Everywhere, Rows, People, Rupiah                         string
	EmptyCells                                               func(list string) string
	Full                                                     string
	NotInCells                                               func(m *target.Matrix) string
	Overlap                                                  func(o target.Overlap) string
	NoOverlap                                                string
	OverlapTitle                                             string
	Parts                                                    [target.Parts]string
	NeedsDeciles, PerHousehold                               string
}

// Judge gives the words about the judgement of a list. It builds a new value
// each call.
func (l Lang) Judge() Judge {
	j := pick(l, judgeID, judgeEN)()
	j.lang = l
	return j
}

func judgeID() Judge {
	l := Indonesian
	n := l.count
	return Judge{
		Title:    "Apakah program mencapai yang miskin",
		Poor:     func(v, p, s string) string { return v + " penduduk miskin (" + p + ", " + s + ")" },
		NoPoor:   "jumlah penduduk miskin tidak diterbitkan untuk wilayah ini",
		Coverage: "Cakupan", Money: "Serapan", Converge: "Konvergensi kecamatan × strategi", Link: "Keterkaitan indikator", Ready: "Kesiapan baris", Targeted: "Ketepatan sasaran",
		ByStrategy: "menurut strategi", ByDepartment: "menurut OPD", ByFunding: "menurut sumber dana", NoStrategy: "tanpa strategi", NoFunding: "dana tidak diketahui",
		Line: func(x target.Line) string {
			return l.Percent(x.Percent, 0) + " pada akhir semester " + n(x.Semester) + ": " + x.Source.ID
		},
		ColWhat: "Kelompok", ColRows: "Baris", ColBudget: "Pagu", ColSpent: "Realisasi", ColShare: "Serapan", ColBand: "Tingkat",
		ColSemester: "Sem I", ColYear: "Setahun", ColMark: "Tanda",
		Everywhere: "semua kecamatan", Rows: "jumlah baris", People: "sasaran, jiwa", Rupiah: "pagu",
		EmptyCells: func(s string) string { return "Kosong: " + s + "." },
		Full:       "Setiap kecamatan punya program di setiap strategi.",
		NotInCells: func(m *target.Matrix) string {
			var out []string
			add := func(k int, text string) {
				if k > 0 {
					out = append(out, n(k)+" "+text)
				}
			}
			add(m.Unplaced, "baris tanpa lokasi")
			add(m.Unknown, "baris dengan lokasi tanpa kode kecamatan")
			add(m.Other, "baris tanpa strategi")
			add(m.Samples, "contoh")
			if len(out) == 0 {
				return ""
			}
			return "Tidak dihitung: " + strings.Join(out, ", ") + "."
		},
		Overlap: func(o target.Overlap) string {
			return o.A.Department + " dan " + o.B.Department + ": " + o.Kind + " untuk " + o.Group + " di " + o.Place
		},
		OverlapTitle: "Mungkin tumpang tindih", NoOverlap: "Tidak ada yang terlihat; hanya baris yang menyebut kelompok, jenis bantuan dan lokasi yang dapat dibandingkan.",
		Parts:        [target.Parts]string{"jumlah sasaran", "satuan sasaran", "lokasi", "pagu", "realisasi", "sumber", "tanda SIPD"},
		PerHousehold: "anggota per rumah tangga miskin",
		NeedsDeciles: "Perlu jumlah penerima menurut desil (DTSEN): --reached-deciles 120,90,60,40,20,10,0,0,0,0",
	}
}

func judgeEN() Judge {
	l := English
	n := l.count
	return Judge{
		Title:    "Do the programmes reach the poor",
		Poor:     func(v, p, s string) string { return v + " poor people (" + p + ", " + s + ")" },
		NoPoor:   "no number of poor people is published for this region",
		Coverage: "Coverage", Money: "Absorption", Converge: "Convergence, district × strategy", Link: "Link to indicators", Ready: "Readiness of entries", Targeted: "Targeting",
		ByStrategy: "by strategy", ByDepartment: "by department", ByFunding: "by source of money", NoStrategy: "no strategy", NoFunding: "source of money not known",
		Line: func(x target.Line) string {
			return l.Percent(x.Percent, 0) + " by the end of semester " + n(x.Semester) + ": " + x.Source.EN
		},
		ColWhat: "Group", ColRows: "Rows", ColBudget: "Budget", ColSpent: "Realised", ColShare: "Absorbed", ColBand: "Step",
		ColSemester: "Sem I", ColYear: "Year", ColMark: "Mark",
		Everywhere: "all districts", Rows: "number of entries", People: "targets, people", Rupiah: "budget",
		EmptyCells: func(s string) string { return "Empty: " + s + "." },
		Full:       "Every district has a programme of every strategy.",
		NotInCells: func(m *target.Matrix) string {
			var out []string
			add := func(k int, text string) {
				if k > 0 {
					out = append(out, n(k)+" "+text)
				}
			}
			add(m.Unplaced, "without a place")
			add(m.Unknown, "whose place has no district code")
			add(m.Other, "without a strategy")
			add(m.Samples, "samples")
			if len(out) == 0 {
				return ""
			}
			return "Not counted: " + strings.Join(out, ", ") + "."
		},
		Overlap: func(o target.Overlap) string {
			return o.A.Department + " and " + o.B.Department + ": " + o.Kind + " for " + o.Group + " in " + o.Place
		},
		OverlapTitle: "May overlap", NoOverlap: "None seen; only entries that tell group, kind of help and place can be compared.",
		Parts:        [target.Parts]string{"number of targets", "unit of targets", "place", "budget", "realised", "source", "SIPD tag"},
		PerHousehold: "members of a poor household",
		NeedsDeciles: "Needs recipients by decile (DTSEN): --reached-deciles 120,90,60,40,20,10,0,0,0,0",
	}
}

// Band gives the name of a step of absorption.
func (j Judge) Band(b target.Band) string {
	text := map[string][2]string{"low": {"rendah", "low"}, "slow": {"lambat", "slow"}, "on-way": {"berjalan", "on its way"}, "good": {"baik", "good"}}[b.Name]
	return pick(j.lang, text[0], text[1])
}

// Percent writes a share that may not be known.
func (j Judge) Percent(v model.Maybe[float64]) string {
	if !v.OK {
		return "-"
	}
	return j.lang.Percent(v.V, 1)
}

// SayCoverage says what one unit aims at and reaches.
func (j Judge) SayCoverage(c target.Coverage, factor string) string {
	l := j.lang
	who := func(k int64) string { return l.Count(model.Count{N: k, Unit: c.Unit}) }
	var out string
	if c.TargetedRows > 0 {
		out = pick(l, "Sasaran "+who(c.Targeted)+" dari "+l.count(c.TargetedRows)+" baris", "Target of "+who(c.Targeted)+" in "+l.count(c.TargetedRows)+pickIf(c.TargetedRows == 1, " entry", " entries"))
		if c.Aim.OK {
			out += pick(l, ", setara "+l.Percent(c.Aim.V, 1)+" penduduk miskin", ", as many as "+l.Percent(c.Aim.V, 1)+" of the poor people")
			if c.Aim.V > 100 {
				out += pick(l, "; seorang dapat terhitung di beberapa program", "; somebody may be counted in several programmes")
			}
		}
		out += "."
	}
	if c.ReachedRows > 0 {
		out += pick(l, " Terjangkau "+who(c.Reached), " Reached "+who(c.Reached))
		if c.Reach.OK {
			out += pick(l, ", setara "+l.Percent(c.Reach.V, 1)+" penduduk miskin", ", as many as "+l.Percent(c.Reach.V, 1)+" of the poor people")
		}
		if c.Executed.OK {
			out += pick(l, " ("+l.Percent(c.Executed.V, 1)+" dari sasaran baris yang sama)", " ("+l.Percent(c.Executed.V, 1)+" of the target of the same entries)")
		}
		out += "."
	}
	if !c.Comparable() {
		out += pick(l, " Satuan berbeda dengan penduduk miskin: tidak dibandingkan", " Another unit than poor people: not compared")
		if factor != "" {
			out += pick(l, "; pengali yang dapat mengubahnya: "+factor, "; the factor that could convert it: "+factor)
		}
		out += "."
	}
	return strings.TrimSpace(out)
}

// SayMoney says how much of the money was realised, against the line.
func (j Judge) SayMoney(a target.Absorption, line target.Line) []string {
	l, n := j.lang, j.lang.count
	entries := func(k int) string { return n(k) + plural(k, " entry", " entries") }
	var out []string
	switch {
	case a.Semester1.OK:
		below := pick(l, "di bawah", "below")
		if a.Semester1.V >= line.Percent {
			below = pick(l, "di atas atau pada", "at or above")
		}
		out = append(out, pick(l,
			"Semester I terserap "+l.Percent(a.Semester1.V, 1)+" dari pagu "+n(a.Rows1)+" baris yang menyebutnya, "+below+" garis "+l.Percent(line.Percent, 0)+"; "+n(a.Below)+" baris di bawah garis.",
			"Semester I absorbed "+l.Percent(a.Semester1.V, 1)+" of the budgets of "+entries(a.Rows1)+" with a figure, "+below+" the line of "+l.Percent(line.Percent, 0)+"; "+entries(a.Below)+" below the line."))
	default:
		out = append(out, pick(l, "Belum ada baris yang menyebut realisasi semester I: garis "+l.Percent(line.Percent, 0)+" belum dapat dinilai.",
			"No entry tells what semester I realised: the line of "+l.Percent(line.Percent, 0)+" cannot be judged yet."))
	}
	if a.Year.OK {
		out = append(out, pick(l, "Setahun terserap "+l.Percent(a.Year.V, 1)+" dari pagu "+n(a.RowsYear)+" baris.", "The year absorbed "+l.Percent(a.Year.V, 1)+" of the budgets of "+entries(a.RowsYear)+"."))
	}
	if a.Over > 0 {
		out = append(out, pick(l, "! "+n(a.Over)+" baris realisasinya di atas pagu: periksa angkanya.", "! "+entries(a.Over)+" realised more than budgeted: check the figures."))
	}
	if a.Nothing > 0 {
		out = append(out, pick(l, n(a.Nothing)+" baris berpagu belum terserap sama sekali.", entries(a.Nothing)+" with a budget realised nothing."))
	}
	if a.NoBudget > 0 || a.NoRealised > 0 {
		out = append(out, pick(l, n(a.NoBudget)+" baris tanpa pagu dan "+n(a.NoRealised)+" tanpa realisasi tidak ikut: tidak diketahui bukan nol.",
			entries(a.NoBudget)+" without a budget and "+n(a.NoRealised)+" without realisation left out: not known is not zero."))
	}
	return out
}

// SayTop says how concentrated the money is.
func (j Judge) SayTop(percent float64, rows int) string {
	l := j.lang
	return pick(l, l.count(rows)+" pagu terbesar memuat "+l.Percent(percent, 1)+" dari seluruh pagu yang diketahui.", "The "+l.count(rows)+" largest budgets hold "+l.Percent(percent, 1)+" of all known budgets.")
}

// SayPerPoor says what the list spends for each poor person.
func (j Judge) SayPerPoor(rupiah float64) string {
	l := j.lang
	return pick(l, "Pagu yang diketahui setara "+l.Rupiah(int64(rupiah+0.5))+" per penduduk miskin; bukan yang diterima tiap orang.",
		"The known budgets are "+l.Rupiah(int64(rupiah+0.5))+" for each poor person; not what each receives.")
}

// SayReady says how many entries are fit to be discussed.
func (j Judge) SayReady(r target.Readiness) string {
	l, n := j.lang, j.lang.count
	if r.Rows == 0 {
		return pick(l, "Tidak ada baris selain contoh.", "There is nothing but samples.")
	}
	var lack []string
	for p, k := range r.Lacking {
		if k > 0 {
			lack = append(lack, n(k)+" "+pick(l, "tanpa ", "without ")+j.Parts[p])
		}
	}
	out := pick(l, n(r.Fit)+" dari "+n(r.Rows)+" baris siap dibahas, "+n(r.Almost)+" kurang satu isian", n(r.Fit)+" of "+n(r.Rows)+" entries are fit to be discussed, "+n(r.Almost)+" lack one part")
	if len(lack) > 0 {
		out += ": " + strings.Join(lack, ", ")
	}
	return out + "."
}

// SayTargeting says how well recipients by decile hit the poor.
func (j Judge) SayTargeting(t target.Targeting) string {
	l := j.lang
	out := pick(l,
		l.Percent(t.Share, 1)+" penerima dari desil 1-4 (rasio Coady-Grosh-Hoddinott "+l.Number(t.CGH, 2)+"; 1 berarti sama dengan memberi kepada semua); salah sasaran (inclusion error) "+l.Percent(t.Inclusion, 1),
		l.Percent(t.Share, 1)+" of the recipients are of deciles 1-4 (Coady-Grosh-Hoddinott ratio "+l.Number(t.CGH, 2)+"; 1 is as good as giving to everybody); inclusion error "+l.Percent(t.Inclusion, 1))
	if t.Exclusion.OK {
		out += pick(l, "; terlewat (exclusion error) "+l.Percent(t.Exclusion.V, 1), "; exclusion error "+l.Percent(t.Exclusion.V, 1))
	}
	return out + "."
}

// SayGaps names the empty cells of the matrix, grouped by strategy.
func (j Judge) SayGaps(m *target.Matrix) string {
	gaps := m.Gaps()
	if len(gaps) == 0 {
		return j.Full
	}
	var parts []string
	for _, s := range m.Strategies {
		var names []string
		for _, g := range gaps {
			if g.Strategy.Code == s.Code {
				names = append(names, g.Place.Name)
			}
		}
		switch {
		case len(names) == len(m.Places) && len(names) > 1:
			parts = append(parts, pick(j.lang, "semua kecamatan", "all districts")+" "+pick(j.lang, "strategi ", "strategy ")+j.lang.count(int(s.Code)))
		case len(names) > 0:
			parts = append(parts, strings.Join(names, ", ")+" "+pick(j.lang, "strategi ", "strategy ")+j.lang.count(int(s.Code)))
		}
	}
	return j.EmptyCells(strings.Join(parts, "; "))
}

// SayAim says how an indicator moved that entries are to move.
func (j Judge) SayAim(a target.Aim, name, from, to, change string) string {
	l := j.lang
	who := l.count(a.Rows)
	if from == "" {
		return pick(l, who+" baris menyasar "+name+"; belum ada dua angka yang sejenis.", who+plural(a.Rows, " entry aims at ", " entries aim at ")+name+"; there are no two figures that are alike.")
	}
	return pick(l, who+" baris menyasar "+name+": "+from+" menjadi "+to+" ("+change+"). Bukan bukti bahwa program penyebabnya.",
		who+plural(a.Rows, " entry aims at ", " entries aim at ")+name+": "+from+" became "+to+" ("+change+"). No proof that they did it.")
}

// NoAim says how many entries name no indicator.
func (j Judge) NoAim(k int) string {
	return pick(j.lang, j.lang.count(k)+" baris tidak menyebut indikator yang disasar.", j.lang.count(k)+plural(k, " entry names", " entries name")+" no indicator to move.")
}

// CLIScore is the words of program score.
type CLIScore struct {
	Short, Long, FlagDeciles, FlagLow, Nothing, NoRecipients string
}

// CLIScore gives the words of program score.
func (l Lang) CLIScore() CLIScore {
	return pick(l, CLIScore{
		Short: "menilai daftar: cakupan, serapan, konvergensi, kesiapan",
		Long: "Menilai apakah program mencapai penduduk miskin: cakupan dalam satuan yang sama, serapan terhadap garis 50 % akhir semester I, sel kosong kecamatan × strategi, " +
			"kemungkinan tumpang tindih, kesiapan baris, dan gerak indikator yang disasar. Contoh dan yang tidak diketahui tidak ikut.",
		FlagDeciles: "penerima menurut desil 1 sampai 10, dipisah koma", FlagLow: "jumlah orang di desil 1-4, untuk salah lewat (exclusion error)",
		Nothing: "Tidak ada program yang cocok untuk dinilai.", NoRecipients: "Ketepatan sasaran tidak dapat dihitung: tidak ada penerima.",
	}, CLIScore{
		Short: "judge the list: coverage, absorption, convergence, readiness",
		Long: "Judges whether the programmes reach the poor: coverage in the same unit, absorption against the line of 50 % by the end of semester I, empty cells of district × strategy, " +
			"possible overlaps, readiness of entries, and how the indicators moved that they aim at. Samples and what is not known take no part.",
		FlagDeciles: "recipients of deciles 1 to 10, between commas", FlagLow: "people of deciles 1-4, for the exclusion error",
		Nothing: "No programme matches, so there is nothing to judge.", NoRecipients: "Targeting cannot be worked out: there are no recipients.",
	})
}
