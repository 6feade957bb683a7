package bps

import (
	"slices"
	"strings"

	"rakor/model"
)

// class is what a name says a region is.
type class uint8

const (
	classNone class = iota
	classNation
	classProvince
	classRegency
	classCity
)

// classWord is a word before or behind a name that tells what it is.
type classWord struct {
	words string
	class class
}

func classWords() [11]classWord {
	return [...]classWord{
		{"kabupaten administrasi", classRegency},
		{"kota administrasi", classCity},
		{"kabupaten", classRegency},
		{"kab", classRegency},
		{"kotamadya", classCity},
		{"kodya", classCity},
		{"kota", classCity},
		{"provinsi", classProvince},
		{"propinsi", classProvince},
		{"prov", classProvince},
		{"kabupaten kota", classNone},
	}
}

// split parts a folded name into its class and the rest.
func split(folded string) (class, string) {
	for _, w := range classWords() {
		if rest, ok := strings.CutPrefix(folded, w.words+" "); ok && rest != "" && w.class != classNone {
			return w.class, rest
		}
	}
	for suffix, c := range map[string]class{" regency": classRegency, " city": classCity, " municipality": classCity, " province": classProvince} {
		if rest, ok := strings.CutSuffix(folded, suffix); ok && rest != "" {
			return c, rest
		}
	}
	if folded == "indonesia" {
		return classNation, folded
	}
	return classNone, folded
}

// classOf tells what a name as a file has it says a region is.
func classOf(name string) class {
	c, _ := split(foldName(name))
	return c
}

// foldName folds a name and writes its abbreviations out.
func foldName(s string) string {
	s = strings.TrimRight(strings.TrimSpace(s), "*0123456789)¹²³ ")
	f := fold(s)
	if strings.HasPrefix(f, "kep ") || strings.Contains(f, " kep ") {
		f = strings.TrimPrefix(strings.ReplaceAll(" "+f, " kep ", " kepulauan "), " ")
	}
	return f
}

// compact writes a folded name without its blanks: "labuhan batu" and
// "labuhanbatu" are one.
func compact(folded string) string { return strings.ReplaceAll(folded, " ", "") }

func isUpper(s string) bool { return strings.ToUpper(s) == s && strings.ToLower(s) != s }

// MatchKind tells how a region was recognised.
type MatchKind string

// The kinds of matches. The last four are none.
const (
	MatchExact     MatchKind = "exact" // by the name, with or without Kab. or Kota
	MatchAlias     MatchKind = "alias" // by an alias of the dataset, or one that the person gave
	MatchCode      MatchKind = "code"  // by the code alone, where the file has no name
	MatchProposed  MatchKind = "proposed"
	MatchAmbiguous MatchKind = "ambiguous"
	MatchUnknown   MatchKind = "unknown"
	MatchCodeName  MatchKind = "code-and-name" // they name different regions
)

// Match is what a name in a file means.
type Match struct {
	Name     string // as the file has it
	Code     string // as the file has it; "" where it has none
	Kind     MatchKind
	Region   model.RegionCode   // where it is known, or proposed
	Distance int                // of a proposed one: letters to change
	Among    []model.RegionCode // of an ambiguous one
	Source   model.SourceID     // of an alias of the dataset
	Figures  int                // of the file with this name
}

// OK tells whether the region is known.
func (m Match) OK() bool {
	return m.Kind == MatchExact || m.Kind == MatchAlias || m.Kind == MatchCode
}

// Matcher tells which region a name means. It is immutable and safe for
// concurrent use.
type Matcher struct {
	ds      *model.Dataset
	stems   map[string][]entry     // compact name without its class
	aliases map[string]model.Alias // compact name as a whole
	own     map[string]model.RegionCode
	all     []entry
}

type entry struct {
	class class
	code  model.RegionCode
	stem  string
}

// NewMatcher builds a matcher for the nation, provinces, regencies and cities of
// a dataset. own holds names that the person explained, as they stand in the
// file; it goes before everything else and may be nil.
func NewMatcher(ds *model.Dataset, own map[string]model.RegionCode) *Matcher {
	m := &Matcher{
		ds: ds, stems: map[string][]entry{}, aliases: map[string]model.Alias{}, own: map[string]model.RegionCode{},
	}
	for _, r := range ds.Regions() {
		c := classOfLevel(r.Level)
		if c == classNone {
			continue
		}
		f := foldName(r.Name)
		if c == classRegency || c == classCity {
			_, f = split(f)
		}
		e := entry{class: c, code: r.Code, stem: compact(f)}
		m.stems[e.stem] = append(m.stems[e.stem], e)
		m.all = append(m.all, e)
	}
	for _, a := range ds.Aliases() {
		if a.Kind != model.AliasSplit {
			m.aliases[compact(foldName(a.Name))] = a
		}
	}
	for name, code := range own {
		m.own[compact(foldName(name))] = code
	}
	return m
}

func classOfLevel(l model.Level) class {
	switch l {
	case model.LevelNation:
		return classNation
	case model.LevelProvince:
		return classProvince
	case model.LevelRegency:
		return classRegency
	case model.LevelCity:
		return classCity
	default:
		return classNone
	}
}

// hint is what a file tells about all of its names.
type hint struct {
	scope scope
	caps  bool // names in capitals without Kab. or Kota are provinces
}

// provinces tells whether a name without a class is that of a province.
func (h hint) provinces(name string) bool { return h.scope == scopeProvince || h.caps && isUpper(name) }

// wants gives the classes that a name without a class can have under a hint,
// the likelier ones first.
func (h hint) wants(name string) [][]class {
	province, local := []class{classProvince, classNation}, []class{classRegency}
	switch {
	case h.provinces(name):
		return [][]class{province}
	case h.scope == scopeLocal && !h.caps, h.caps:
		return [][]class{local, {classCity}, province}
	}
	return [][]class{{classProvince, classNation, classRegency}, {classCity}}
}

// Match tells which region a name means, for a table.
func (m *Matcher) Match(t *Table, name, code string) Match {
	h := hint{}
	if t != nil {
		h = hint{t.scope, t.caps}
	}
	out := Match{Name: name, Code: code, Kind: MatchUnknown}
	byName := m.byName(name, h)
	byName.Name, byName.Code = name, code
	if code == "" || byName.Kind == MatchAlias && m.own[compact(foldName(name))] != "" {
		return byName
	}
	bps, kemendagri := m.byCode(code)
	if fold(name) == "" {
		if bps != "" && (t != nil && t.Layout == LayoutOwn || bps == kemendagri || kemendagri == "") {
			out.Kind, out.Region = MatchCode, bps
		} else if bps != "" {
			out.Kind, out.Among = MatchAmbiguous, []model.RegionCode{bps, kemendagri}
		}
		return out
	}
	switch {
	case byName.Kind == MatchAmbiguous && (slices.Contains(byName.Among, bps) || slices.Contains(byName.Among, kemendagri)):
		byName.Kind, byName.Region, byName.Among = MatchExact, bps, nil
		if !slices.Contains(byName.Among, bps) && bps == "" {
			byName.Region = kemendagri
		}
	case byName.OK() && byName.Region != bps && byName.Region != kemendagri && (bps != "" || kemendagri != ""):
		byName.Kind, byName.Among = MatchCodeName, []model.RegionCode{byName.Region, cmpOr(bps, kemendagri)}
	case byName.Kind == MatchUnknown && bps != "":
		byName.Kind, byName.Region, byName.Distance = MatchProposed, bps, distance(compact(foldName(name)), m.stemOf(bps), 99)
	}
	return byName
}

func cmpOr(a, b model.RegionCode) model.RegionCode {
	if a != "" {
		return a
	}
	return b
}

func (m *Matcher) stemOf(code model.RegionCode) string {
	for _, e := range m.all {
		if e.code == code {
			return e.stem
		}
	}
	return ""
}

// byCode reads a code as one of BPS and as one of Kemendagri.
func (m *Matcher) byCode(code string) (bps, kemendagri model.RegionCode) {
	digits := strings.ReplaceAll(strings.TrimSpace(code), ".", "")
	if !digitsOnly(digits) {
		return "", ""
	}
	dotted := strings.Contains(code, ".")
	kem := code
	switch {
	case len(digits) == 2:
		kem = digits
		digits += "00"
	case len(digits) == 4:
		kem = digits[:2] + "." + digits[2:]
	}
	if r, ok := m.ds.RegionByKemendagri(model.KemendagriCode(kem)); ok {
		kemendagri = r.Code
	}
	if r, ok := m.ds.Region(model.RegionCode(digits)); ok && (!dotted || len(digits) != 4) {
		bps = r.Code
	}
	if r, ok := m.ds.Region(model.RegionCode(code)); ok { // a kecamatan's dotted code
		bps = r.Code
	}
	return bps, kemendagri
}

// byName looks a name up.
func (m *Matcher) byName(name string, h hint) Match {
	f := foldName(name)
	if f == "" {
		return Match{Kind: MatchUnknown}
	}
	if code, ok := m.own[compact(f)]; ok {
		if _, known := m.ds.Region(code); known {
			return Match{Kind: MatchAlias, Region: code}
		}
	}
	if out := m.whole(f, name, h); out.Kind != MatchUnknown {
		return out
	}
	if out, ok := m.double(name, h); ok {
		return out
	}
	return m.propose(f, name, h)
}

// whole looks up a name as it is.
func (m *Matcher) whole(folded, name string, h hint) Match {
	c, stem := split(folded)
	wanted := [][]class{{c}}
	if c == classNone {
		wanted = h.wants(name)
	}
	for i, classes := range wanted {
		if codes := m.of(compact(stem), classes); len(codes) > 0 {
			return matchAmong(codes)
		}
		// Pontianak is the regency's old name before it is the city without Kota.
		if a, ok := m.aliases[compact(folded)]; ok && i == 0 && (!h.provinces(name) || c != classNone || m.levelOf(a.Region) < model.LevelRegency) {
			return Match{Kind: MatchAlias, Region: a.Region, Source: a.Source}
		}
	}
	// Kotabaru, written Kota Baru: the class is part of the name.
	if c != classNone {
		if codes := m.of(compact(folded), []class{classRegency, classCity, classProvince}); len(codes) > 0 {
			return matchAmong(codes)
		}
		if a, ok := m.aliases[compact(stem)]; ok && classOfLevel(m.levelOf(a.Region)) == c {
			return Match{Kind: MatchAlias, Region: a.Region, Source: a.Source}
		}
	}
	return Match{Kind: MatchUnknown}
}

func (m *Matcher) levelOf(code model.RegionCode) model.Level {
	r, _ := m.ds.Region(code)
	return r.Level
}

func (m *Matcher) of(stem string, classes []class) []model.RegionCode {
	var out []model.RegionCode
	for _, e := range m.stems[stem] {
		if slices.Contains(classes, e.class) {
			out = append(out, e.code)
		}
	}
	return out
}

func matchAmong(codes []model.RegionCode) Match {
	if len(codes) == 1 {
		return Match{Kind: MatchExact, Region: codes[0]}
	}
	return Match{Kind: MatchAmbiguous, Among: codes}
}

// double looks up a name with its other name beside it: Toba Samosir / Toba,
// Pontianak (Mempawah).
func (m *Matcher) double(name string, h hint) (Match, bool) {
	parts := strings.FieldsFunc(name, func(r rune) bool { return strings.ContainsRune("/()", r) })
	if len(parts) < 2 {
		return Match{}, false
	}
	var out Match
	for _, p := range parts {
		got := m.whole(foldName(p), p, h)
		switch {
		case got.Kind == MatchUnknown:
		case !got.OK():
			return got, true
		case out.Region == "":
			out = Match{Kind: MatchAlias, Region: got.Region, Source: got.Source}
		case out.Region != got.Region:
			return Match{Kind: MatchAmbiguous, Among: []model.RegionCode{out.Region, got.Region}}, true
		}
	}
	return out, out.Region != ""
}

// propose finds the regions whose names look most like a name that none has.
func (m *Matcher) propose(folded, name string, h hint) Match {
	c, stem := split(folded)
	stem = compact(stem)
	most := min(max(len(stem)/5, 1), 3)
	best := most + 1
	var codes []model.RegionCode
	for _, e := range m.all {
		switch {
		case c != classNone && e.class != c:
			continue
		case c == classNone && h.scope == scopeProvince && e.class != classProvince && e.class != classNation:
			continue
		case c == classNone && h.caps && isUpper(name) != (e.class == classProvince || e.class == classNation):
			continue
		}
		d := distance(stem, e.stem, min(best, most))
		if d > most || d > best {
			continue
		}
		if d < best {
			best, codes = d, nil
		}
		codes = append(codes, e.code)
	}
	switch len(codes) {
	case 0:
		return Match{Kind: MatchUnknown}
	case 1:
		return Match{Kind: MatchProposed, Region: codes[0], Distance: best}
	}
	return Match{Kind: MatchAmbiguous, Among: codes, Distance: best}
}

// distance counts the letters to change between two words (Levenshtein 1966),
// limit+1 where there are more than limit.
func distance(a, b string, limit int) int {
	if len(a)-len(b) > limit || len(b)-len(a) > limit {
		return limit + 1
	}
	prev := make([]int, len(b)+1)
	cur := make([]int, len(b)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(a); i++ {
		cur[0] = i
		least := cur[0]
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			cur[j] = min(prev[j]+1, cur[j-1]+1, prev[j-1]+cost)
			least = min(least, cur[j])
		}
		if least > limit {
			return limit + 1
		}
		prev, cur = cur, prev
	}
	return prev[len(b)]
}
