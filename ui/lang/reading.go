package lang

import (
	"strconv"
	"strings"

	"rakor/model"
	"rakor/model/compare"
)

// Scene is what is needed to put facts into words.
type Scene struct {
	Indicator model.Indicator
	Name      func(model.RegionCode) string // full name of a region
}

// Length is how much a sentence may say.
type Length uint8

// The lengths.
const (
	Full  Length = iota // level, change, distances, rank
	Short               // without the distances
	Terse               // change and rank alone: the figures stand beside it
)

// Sentence puts the facts of a reading into one sentence: level, change,
// distance to province and nation, rank. Facts that have no place in it are
// worded by [Lang.Say].
func (l Lang) Sentence(fs []compare.Fact, sc Scene, length Length) string {
	if f, ok := compare.Find(fs, compare.RuleNoFigure); ok {
		return l.noFigure(f, sc)
	}
	f, ok := compare.Find(fs, compare.RuleLevel)
	if !ok {
		return ""
	}
	head := sc.Name(f.Region) + " " + l.WithUnit(f.Now, sc.Indicator) + pick(l, " pada ", " in ") + l.PeriodLong(f.To)
	if length == Terse {
		return l.terse(fs, sc, head)
	}
	var parts []string
	if f, ok := compare.Find(fs, compare.RuleChange); ok {
		parts = append(parts, l.change(f, sc))
	}
	if length == Full {
		if s := l.distances(fs, sc); s != "" {
			parts = append(parts, s)
		}
	}
	if f, ok := compare.Find(fs, compare.RuleRank); ok {
		parts = append(parts, l.rank(f, sc.Indicator))
	}
	if len(parts) == 0 {
		return head + "."
	}
	return head + ": " + strings.Join(parts, "; ") + "."
}

// terse says change and rank, or the level where there is neither.
func (l Lang) terse(fs []compare.Fact, sc Scene, level string) string {
	var parts []string
	if f, ok := compare.Find(fs, compare.RuleChange); ok {
		parts = append(parts, sc.Name(f.Region)+" "+l.move(f, sc))
	}
	if f, ok := compare.Find(fs, compare.RuleRank); ok {
		parts = append(parts, l.place(f))
	}
	if len(parts) == 0 {
		return level + "."
	}
	return strings.Join(parts, "; ") + "."
}

func (l Lang) noFigure(f compare.Fact, sc Scene) string {
	ind, name := l.Of(sc.Indicator.Short), sc.Name(f.Region)
	if f.From.IsZero() {
		return pick(l,
			"Tidak ada angka "+ind+" untuk "+name+" di dalam data.",
			"The data hold no figure of "+ind+" for "+name+".")
	}
	return pick(l,
		"Tidak ada angka "+ind+" "+name+" untuk "+l.PeriodLong(f.To)+"; yang terbaru "+l.PeriodLong(f.From)+".",
		"There is no figure of "+ind+" for "+name+" in "+l.PeriodLong(f.To)+"; the newest is of "+l.PeriodLong(f.From)+".")
}

func (l Lang) change(f compare.Fact, sc Scene) string {
	was := l.PeriodLong(f.From) + " (" + l.WithUnit(f.Was, sc.Indicator) + ")"
	if f.Diff == 0 {
		return pick(l, "sama dengan ", "the same as in ") + was
	}
	return l.move(f, sc) + pick(l, " dari ", " from ") + was
}

// move words the direction and size of a change.
func (l Lang) move(f compare.Fact, sc Scene) string {
	switch {
	case f.Diff == 0:
		return pick(l, "tetap", "unchanged")
	case f.Diff > 0:
		return pick(l, "naik ", "up ") + l.Distance(f.Diff, sc.Indicator)
	}
	return pick(l, "turun ", "down ") + l.Distance(f.Diff, sc.Indicator)
}

// distances words how far the province and the nation are.
func (l Lang) distances(fs []compare.Fact, sc Scene) string {
	var parts []string
	for _, r := range [...]compare.Rule{compare.RuleToProvince, compare.RuleToNation} {
		if f, ok := compare.Find(fs, r); ok {
			parts = append(parts, l.aside(f, sc))
		}
	}
	return strings.Join(parts, pick(l, " dan ", " and "))
}

func (l Lang) aside(f compare.Fact, sc Scene) string {
	other := sc.Name(f.Other)
	if f.Unseen {
		other += " (" + l.WithUnit(f.Was, sc.Indicator) + ")"
	}
	switch {
	case f.Diff == 0:
		return pick(l, "sama dengan ", "equal to ") + other
	case f.Diff > 0:
		return l.Distance(f.Diff, sc.Indicator) + pick(l, " di atas ", " above ") + other
	}
	return l.Distance(f.Diff, sc.Indicator) + pick(l, " di bawah ", " below ") + other
}

func (l Lang) rank(f compare.Fact, ind model.Indicator) string {
	order := pick(l, "terbesar dulu", "largest first")
	switch ind.Better {
	case model.BetterLower:
		order = pick(l, "terendah dulu", "lowest first")
	case model.BetterHigher:
		order = pick(l, "tertinggi dulu", "highest first")
	case model.BetterNone:
	}
	s := l.place(f) + pick(l, " kabupaten/kota (", " regencies and cities (") + order
	if f.Tied {
		s += pick(l, ", seri", ", shared")
	}
	return s + ")"
}

func (l Lang) place(f compare.Fact) string {
	return pick(l, "urutan ", "place ") + l.count(f.N) + pick(l, " dari ", " of ") + l.count(f.Of)
}

// Say words a fact that has no place in [Lang.Sentence]; "" for those that
// have one.
func (l Lang) Say(f compare.Fact, sc Scene) string {
	switch f.Rule {
	case compare.RuleUnlike:
		return l.unlike(f, sc)
	case compare.RuleSmallChange:
		return pick(l,
			"Perubahan "+l.Distance(f.Diff, sc.Indicator)+" sebesar pembulatan angka terbit: mungkin tidak ada perubahan.",
			"A change of "+l.Distance(f.Diff, sc.Indicator)+" is the size of rounding: there may be none.")
	case compare.RuleGapBefore:
		return pick(l, "Di antara kedua angka itu tidak ada data: ", "Between the two figures there are no data: ") + Years(f.Years) + "."
	case compare.RuleBroken:
		return pick(l, "Tidak dibandingkan dengan ", "Not compared with ") + l.PeriodLong(f.From) + ": " + l.Of(f.Break.What)
	case compare.RuleFirstRound:
		return pick(l,
			"Tidak ada angka putaran yang sama sebelumnya (terakhir "+l.PeriodLong(f.From)+"): perubahan tidak dihitung.",
			"There is no earlier figure of the same round (the last is of "+l.PeriodLong(f.From)+"): no change is stated.")
	case compare.RuleSmallGap:
		return pick(l,
			"Selisih ke "+sc.Name(f.Other)+" sebesar pembulatan angka terbit: mungkin tidak ada selisih.",
			"The distance to "+sc.Name(f.Other)+" is the size of rounding: there may be none.")
	case compare.RuleTarget:
		return l.target(f, sc)
	case compare.RuleNoSamplingError:
		return pick(l,
			"Galat sampel "+sc.Name(f.Region)+pickIf(f.Local, " tidak diterbitkan", " tidak ada di dalam data")+
				": tidak dapat dikatakan apakah selisih ini nyata.",
			"The sampling error of "+sc.Name(f.Region)+pickIf(f.Local, " is not published", " is not in the data")+
				": whether these differences are real cannot be said.")
	case compare.RuleDisputed:
		return pick(l, "Sumber lain menyebut ", "Another source says ") + l.WithUnit(f.Was, sc.Indicator) +
			pick(l, " untuk ", " for ") + l.PeriodLong(f.To) + "."
	case compare.RuleGaps:
		return pick(l, "Tahun tanpa angka: ", "Years without a figure: ") + Years(f.Years) + "."
	case compare.RuleRounds:
		return pick(l, "Putaran survei berganti, garis diputus: ", "The survey round changed, the line is broken: ") + Years(f.Years) + "."
	case compare.RuleNoFigure, compare.RuleLevel, compare.RuleChange, compare.RuleToProvince, compare.RuleToNation, compare.RuleRank:
	}
	return ""
}

// who names the first of the regions and counts the others.
func (l Lang) who(rs []model.RegionCode, sc Scene) string {
	out := sc.Name(rs[0])
	if n := len(rs) - 1; n > 0 {
		out += pick(l, " dan ", " and ") + l.count(n) + pick(l, " wilayah lain", pickIf(n == 1, " other region", " other regions"))
	}
	return out
}

func (l Lang) unlike(f compare.Fact, sc Scene) string {
	s := pick(l,
		"Angka di layar ini tidak sejenis: "+l.who(f.Regions, sc)+" bukan "+l.PeriodLong(f.To)+".",
		"The figures on this screen are not alike: "+l.who(f.Regions, sc)+" not of "+l.PeriodLong(f.To)+".")
	if !f.Offer.IsZero() {
		s += pick(l, " Banding setara ada untuk ", " Like for like there is ") + l.PeriodLong(f.Offer) + "."
	}
	return s
}

// Unlike words [compare.RuleUnlike] for a single line.
func (l Lang) Unlike(f compare.Fact, sc Scene) string {
	return pick(l, "Tidak sejenis: ", "Not alike: ") + l.who(f.Regions, sc) + pick(l, " bukan ", " not of ") + l.Period(f.To)
}

func (l Lang) target(f compare.Fact, sc Scene) string {
	year := strconv.Itoa(int(f.To.Year))
	goal := pick(l, "Sasaran ", "Target ") + year + ": " + l.WithUnit(f.Was, sc.Indicator)
	if f.Better >= 0 {
		return goal + pick(l, ", sudah tercapai oleh angka ", ", reached by the figure of ") + l.PeriodLong(f.From) + "."
	}
	people := ""
	if f.People.OK {
		people = pick(l, ", kira-kira ", ", about ") + l.People(f.People.V)
	}
	return goal + pick(l, ", masih ", ", still ") + l.Distance(f.Diff, sc.Indicator) + people + pick(l, " lagi.", " to go.")
}
