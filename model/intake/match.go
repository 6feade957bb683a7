package intake

import (
	"slices"
	"strconv"
	"strings"

	"rakor/model"
)

// matcher finds the entry that a row is about.
type matcher struct {
	o     Options
	list  []model.Programme
	taken []*Line // by place in the list: the line that is about the entry
	byID  map[model.ProgrammeID]int
	exact map[string][]int // everything that makes an entry
	near  map[string][]int // without texts and places
	named map[string][]int // without department, code and places
	texts []texts          // of the entries, folded once
}

// texts are the texts of an entry as they are compared.
type texts struct{ department, code, name, activity, sub, places string }

func textsOf(p *model.Programme) texts {
	t := texts{
		department: like(p.Department), code: plainCode(p.Code), name: like(p.Name), activity: like(p.Activity), sub: like(p.SubActivity),
	}
	if len(p.Places) > 0 {
		for _, c := range sorted(p.Places) {
			t.places += string(c) + ";"
		}
	} else {
		t.places = like(strings.Join(p.PlaceNames, ";"))
	}
	return t
}

func key(p *model.Programme, parts ...string) string {
	return strconv.Itoa(int(p.Year)) + "\x00" + strconv.Itoa(int(p.Strategy)) + "\x00" + strings.Join(parts, "\x00")
}

func (t texts) exact(p *model.Programme) string {
	return key(p, t.department, t.code, t.name, t.activity, t.sub, t.places)
}

func (t texts) near(p *model.Programme) string { return key(p, t.department, t.code) }

func (t texts) named(p *model.Programme) string { return key(p, t.name, t.activity, t.sub) }

func newMatcher(list []model.Programme, o Options) *matcher {
	m := &matcher{
		o: o, list: list, taken: make([]*Line, len(list)), texts: make([]texts, len(list)),
		byID:  make(map[model.ProgrammeID]int, len(list)),
		exact: make(map[string][]int, len(list)), near: map[string][]int{}, named: map[string][]int{},
	}
	for i := range list {
		p := &list[i]
		m.byID[p.ID] = i
		if p.Region != o.Region {
			continue
		}
		t := textsOf(p)
		m.texts[i] = t
		for _, add := range []struct {
			to  map[string][]int
			key string
		}{{m.exact, t.exact(p)}, {m.near, t.near(p)}, {m.named, t.named(p)}} {
			add.to[add.key] = append(add.to[add.key], i)
		}
	}
	return m
}

// match settles every line, the surest ones first, so that no doubtful row
// takes the entry of a sure one.
func (m *matcher) match(lines []Line) {
	open := make([]*Line, 0, len(lines))
	for i := range lines {
		switch l := &lines[i]; {
		case len(l.Refusals) > 0:
			l.Status = Refused
		case !m.byOwnID(l):
			open = append(open, l)
		}
	}
	open = m.identical(open)
	open = m.sameKey(open)
	m.doubtful(open)
}

// byOwnID settles a line that names its entry. A line with an id that the list
// does not have is new under that id.
func (m *matcher) byOwnID(l *Line) bool {
	id := l.Entry.ID
	if id == "" {
		return false
	}
	i, ok := m.byID[id]
	switch {
	case !ok:
		l.makeNew(m.o)
		return true
	case m.list[i].Region != m.o.Region:
		l.Status = Refused
		l.Refusals = append(slices.Clip(l.Refusals), Remark{
			Kind: OtherRegion, Cell: l.Cell, Field: model.FieldRegion, Found: string(m.list[i].Region), Want: string(m.o.Region),
		})
	case m.taken[i] != nil:
		l.repeats(m.taken[i], m.o)
	default:
		m.take(l, i)
	}
	return true
}

func (m *matcher) take(l *Line, i int) {
	l.about(&m.list[i], m.o)
	m.taken[i] = l
}

// identical settles the lines that say just what an entry says.
func (m *matcher) identical(lines []*Line) (open []*Line) {
	for _, l := range lines {
		found := false
		for _, i := range m.exact[textsOf(&l.Entry).exact(&l.Entry)] {
			if m.taken[i] != nil {
				continue
			}
			probe := *l
			if probe.about(&m.list[i], m.o); probe.Status == Same {
				m.take(l, i)
				found = true
				break
			}
		}
		if !found {
			open = append(open, l)
		}
	}
	return open
}

// sameKey settles the lines about an entry with the same key, and those that
// repeat an earlier line.
func (m *matcher) sameKey(lines []*Line) (open []*Line) {
	first := map[string]*Line{}
	for _, l := range lines {
		k := textsOf(&l.Entry).exact(&l.Entry)
		free, used := m.free(m.exact[k])
		switch {
		case len(free) == 1:
			m.take(l, free[0])
		case len(free) > 1:
			m.ambiguous(l, free)
		case used != nil:
			l.repeats(used, m.o)
		case first[k] != nil:
			l.repeats(first[k], m.o)
		default:
			first[k] = l
			open = append(open, l)
		}
	}
	return open
}

// free gives the entries that no line is about yet, and a line that is about
// another of them.
func (m *matcher) free(all []int) (free []int, used *Line) {
	for _, i := range all {
		if m.taken[i] == nil {
			free = append(free, i)
		} else if used == nil {
			used = m.taken[i]
		}
	}
	return free, used
}

// doubtful settles the lines without an entry of the same key. One whose code,
// department, year and strategy are those of a single entry, and that
// contradicts it nowhere, is about that entry; what could be about one of
// several, or contradicts, is ambiguous; the rest is new.
func (m *matcher) doubtful(lines []*Line) {
	claims := map[int]int{} // how many lines could be about an entry
	fitting := make([][]int, len(lines))
	rivals := make([][]int, len(lines))
	for n, l := range lines {
		t := textsOf(&l.Entry)
		near, _ := m.free(m.near[t.near(&l.Entry)])
		for _, i := range near {
			switch fits, alike := t.fits(m.texts[i]), t.sameWords(m.texts[i]); {
			case fits:
				fitting[n] = append(fitting[n], i)
				claims[i]++
			case alike:
				rivals[n] = append(rivals[n], i)
			}
		}
		named, _ := m.free(m.named[t.named(&l.Entry)])
		for _, i := range named {
			if !slices.Contains(fitting[n], i) && !slices.Contains(rivals[n], i) && t.fitsPlaces(m.texts[i]) && t.fitsCode(m.texts[i]) {
				rivals[n] = append(rivals[n], i)
			}
		}
	}
	for n, l := range lines {
		switch f := fitting[n]; {
		case len(f) == 1 && claims[f[0]] == 1 && m.taken[f[0]] == nil:
			m.take(l, f[0])
		case len(f) > 0:
			m.ambiguous(l, f)
		case len(rivals[n]) > 0:
			m.ambiguous(l, rivals[n])
		default:
			l.makeNew(m.o)
		}
	}
}

func (m *matcher) ambiguous(l *Line, entries []int) {
	l.Status = Ambiguous
	for _, i := range entries {
		l.Candidates = append(l.Candidates, m.list[i].ID)
	}
}

// silent tells whether two texts do not contradict each other: they are alike,
// or one says nothing.
func silent(a, b string) bool { return a == b || a == "" || b == "" }

// fits tells whether a row with the same code and department contradicts an
// entry nowhere. A code that goes down to the sub activity stands for the
// names.
func (t texts) fits(o texts) bool {
	if !t.fitsPlaces(o) {
		return false
	}
	if c, err := model.ParseProgrammeCode(t.code); err == nil && c.Depth() == model.DepthSub {
		return true
	}
	return silent(t.name, o.name) && silent(t.activity, o.activity) && silent(t.sub, o.sub)
}

func (t texts) sameWords(o texts) bool {
	return t.name == o.name && t.activity == o.activity && t.sub == o.sub
}

func (t texts) fitsPlaces(o texts) bool { return silent(t.places, o.places) }

// fitsCode tells whether one code goes on where the other stops.
func (t texts) fitsCode(o texts) bool {
	a, b := t.code, o.code
	if len(a) > len(b) {
		a, b = b, a
	}
	return a == b || a == "" || strings.HasPrefix(b, a+".")
}

// absent gives the entries of the region, in the years that the file is about,
// that no row speaks of.
func (m *matcher) absent(lines []Line) []model.ProgrammeID {
	years := map[model.Year]bool{}
	spoken := map[model.ProgrammeID]bool{}
	for i := range lines {
		l := &lines[i]
		if l.Status != Refused {
			years[l.Entry.Year] = true
		}
		for _, id := range l.Candidates {
			spoken[id] = true
		}
	}
	var out []model.ProgrammeID
	for i := range m.list {
		p := &m.list[i]
		if p.Region == m.o.Region && years[p.Year] && m.taken[i] == nil && !spoken[p.ID] {
			out = append(out, p.ID)
		}
	}
	return out
}
