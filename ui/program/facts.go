package program

import (
	"strings"

	"rakor/model"
	"rakor/model/target"
	"rakor/ui/block"
	"rakor/ui/lang"
	"rakor/ui/theme"
)

// fact is one thing known, or known to be unknown, about an entry.
type fact struct {
	label, text string
	unknown     bool
	style       theme.Style
}

// writer turns an entry into words for one environment.
type writer struct {
	l    lang.Lang
	w    *lang.Program
	mark string // before what was computed and not read
	data *model.Dataset
	home model.Region
	sums []StrategySum // for the names of strategies
}

func (v View) writer(env block.Env) writer {
	x := writer{l: env.Words.Lang, w: &env.Words.Program, mark: "≈", data: v.data, home: v.Home, sums: v.Strategies}
	if env.ASCII {
		x.mark = "~"
	}
	return x
}

// selected gives the selected entry.
func (v View) selected() (*model.Programme, bool) {
	if v.At < 0 || v.At >= len(v.Rows) {
		return nil, false
	}
	return v.Rows[v.At], true
}

// title is what an entry is called: what is done, or the programme.
func title(p *model.Programme) string {
	if s := strings.TrimSpace(p.Activity); s != "" {
		return s
	}
	if s := strings.TrimSpace(p.Name); s != "" {
		return s
	}
	return string(p.ID)
}

// shortTitle leaves out a code that stands before the words.
func shortTitle(p *model.Programme) string {
	s := title(p)
	if head, rest, ok := strings.Cut(s, " "); ok && strings.Count(head, ".") > 1 && strings.Trim(head, "0123456789.") == "" {
		return rest
	}
	return s
}

// facts gives what is to be said of an entry, the most asked for first.
func (x writer) facts(p *model.Programme) []fact {
	w := x.w
	text := func(label, s string) fact {
		if strings.TrimSpace(s) == "" {
			return fact{label: label, text: w.Unknown, unknown: true, style: theme.Muted}
		}
		return fact{label: label, text: s}
	}
	fs := []fact{
		text(w.LabelProgramme, p.Name),
		text(w.LabelDepartment, p.Department),
		text(w.LabelCode, p.Code),
		text(w.LabelYear, x.year(p.Year)),
		{label: w.LabelStrategy, text: x.strategy(p.Strategy)},
		x.target(p),
		x.budget(p),
		x.realised(p),
		text(w.LabelPlace, x.places(p, ", ")),
		text(w.LabelFunding, p.Funding),
	}
	for i, id := range p.Sources {
		label := w.LabelSource
		if i > 0 {
			label = ""
		}
		fs = append(fs, fact{label: label, text: x.source(id)})
	}
	if len(p.Sources) == 0 {
		fs = append(fs, text(w.LabelSource, ""))
	}
	if p.Note != "" {
		fs = append(fs, fact{label: w.LabelNote, text: p.Note})
	}
	if p.Evidence != "" {
		fs = append(fs, fact{label: w.LabelEvidence, text: w.Evidence(p.Evidence)})
	}
	return fs
}

func (x writer) year(y model.Year) string {
	if y == 0 {
		return ""
	}
	return x.l.Period(model.Period{Year: y})
}

// strategy gives code and name.
func (x writer) strategy(s model.Strategy) string {
	if s == 0 {
		return x.w.NoStrategy
	}
	code := x.l.Int(int64(s))
	for _, k := range x.sums {
		if name := x.l.Of(k.Item.Name); k.Item.Code == s && name != "" {
			return code + " " + name
		}
	}
	return code
}

// target gives the number with its unit and, where it says more, the words of
// the source.
func (x writer) target(p *model.Programme) fact {
	f := fact{label: x.w.LabelTarget}
	words := strings.TrimSpace(p.TargetText)
	switch {
	case p.Target.OK:
		f.text = x.l.Count(p.Target.V)
		// The sources write Indonesian: the same figure in their words is no news.
		if words != "" && words != lang.Indonesian.Count(p.Target.V) {
			f.text += ", " + x.w.TargetAs(words)
		}
	case words != "":
		f.text = words + " (" + x.w.TargetNoUnit + ")"
	default:
		f.text, f.unknown, f.style = x.w.Unknown, true, theme.Muted
	}
	return f
}

func (x writer) budget(p *model.Programme) fact {
	f := fact{label: x.w.LabelBudget}
	budget := p.EffectiveBudget()
	if !budget.OK {
		f.text, f.unknown, f.style = x.w.Unknown, true, theme.Muted
		return f
	}
	f.text = x.l.Rupiah(int64(budget.V))
	if p.EffectiveComputed() {
		f.text = x.mark + f.text + " (" + x.w.Computed(x.basis(p.BudgetBasis)) + ")"
	}
	return f
}

// basis writes the cross of a multiplication as one: 36x20jt is 36 × 20jt.
func (x writer) basis(s string) string {
	b := []byte(s)
	var out strings.Builder
	for i, c := range b {
		between := c == 'x' && i > 0 && i+1 < len(b) && digit(b[i-1]) && digit(b[i+1])
		if between {
			out.WriteString(" × ")
			continue
		}
		out.WriteByte(c)
	}
	return out.String()
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

func (x writer) realised(p *model.Programme) fact {
	f := fact{label: x.w.LabelRealised}
	if !p.Realised.OK {
		f.text, f.unknown, f.style = x.w.Unknown, true, theme.Muted
		return f
	}
	f.text = x.l.Rupiah(int64(p.Realised.V))
	if share, ok := target.Absorbed(p); ok {
		f.text += ", " + x.w.OfBudget(x.l.Percent(share, 0))
		if share > 100 {
			f.style = theme.Warn
			f.text = "! " + f.text
		}
	}
	return f
}

// places names where an entry is: as the source words it, or by code.
func (x writer) places(p *model.Programme, sep string) string {
	if x.everywhere(p) {
		return x.w.AllPlaces
	}
	if len(p.PlaceNames) > 0 {
		return strings.Join(p.PlaceNames, sep)
	}
	names := make([]string, len(p.Places))
	for i, c := range p.Places {
		names[i] = x.place(c)
	}
	return strings.Join(names, sep)
}

// everywhere tells whether an entry is explicitly for the whole region.
func (x writer) everywhere(p *model.Programme) bool {
	return len(p.Places) == 1 && x.home.Kemendagri != "" && p.Places[0] == x.home.Kemendagri
}

func (x writer) place(c model.KemendagriCode) string {
	if x.data != nil {
		if r, ok := x.data.RegionByKemendagri(c); ok {
			return r.Name
		}
	}
	return string(c)
}

// placeShort names the first place and counts the others.
func (x writer) placeShort(p *model.Programme) string {
	if x.everywhere(p) {
		return x.w.AllPlaces
	}
	first, n := "", max(len(p.PlaceNames), len(p.Places))
	switch {
	case len(p.PlaceNames) > 0:
		first = p.PlaceNames[0]
	case len(p.Places) > 0:
		first = x.place(p.Places[0])
	}
	if n > 1 {
		return first + " +" + x.l.Int(int64(n-1))
	}
	return first
}

// source gives the id of a source with its title.
func (x writer) source(id model.SourceID) string {
	if x.data == nil {
		return string(id)
	}
	s := x.data.Source(id)
	if s.Title == "" || s.Title == string(id) {
		return string(id)
	}
	return string(id) + " " + s.Title
}

// flags spells out what is missing or odd.
func (x writer) flags(p *model.Programme) string {
	var out []string
	for _, f := range p.Flags() {
		out = append(out, x.w.FlagWords[f])
	}
	if len(out) == 0 {
		return x.w.NoFlags
	}
	return strings.Join(out, ", ")
}
