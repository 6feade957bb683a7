package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"rakor/ui/block"
	"rakor/ui/estimate"
	"rakor/ui/keys"
	"rakor/ui/lang"
	"rakor/ui/program"
	"rakor/ui/regional"
	"rakor/ui/report"
	"rakor/ui/report/paper"
	"rakor/ui/state"
	"rakor/ui/theme"
)

// WithVersion names the program's version, for the stamp of what is carried
// away.
func WithVersion(v string) Option { return func(s *Session) { s.local.version = v } }

// export is the list of what can be carried away, with a preview of the one
// under the cursor.
type export struct {
	items  []exportItem
	cursor int
	top    int              // of the preview
	seen   map[int][]string // previews made so far
}

// exportItem is one document in one format; a heading has no page.
type exportItem struct {
	label  string
	name   string // as typed
	format report.Format
	page   func() report.Page
}

// mayExport tells whether this person may write files on this machine: who sits
// at it, unless nothing is to be written at all. Everybody else may copy.
func (s *Session) mayExport() bool { return s.role == state.Owner && !s.snap.ReadOnly }

// page gives the document of what is on the screen.
func (s *Session) screenPage() report.Page {
	var p report.Page
	switch {
	case s.st.Meeting.Shown:
		p = paper.Minutes(paper.Input{Env: s.env, Snap: s.snap, State: s.st, Today: s.local.clock.Today})
	case s.st.Tab == state.TabEstimate:
		p = estimate.Report(s.env, s.estimate())
	case s.st.Tab == state.TabProgram:
		p = program.Report(s.env, s.program())
	default:
		p = regional.Report(s.env, s.regional())
	}
	period := p.Stamp.Period
	p.Stamp = s.stamp()
	p.Stamp.Period = period
	return p
}

func (s *Session) stamp() report.Stamp {
	r, _ := s.snap.Data.Region(s.st.Home)
	return report.Stamp{
		Version: s.local.version, Dataset: s.snap.Data.Checksum(), Home: string(r.Code) + " " + r.Name, Made: string(s.local.clock.Now),
	}
}

// paperOf gives the document of a report as the command line would make it.
func (s *Session) paperOf(name string, make func(paper.Input) report.Page) report.Page {
	in := paper.Input{Env: s.env, Snap: s.snap, State: s.st, Today: s.local.clock.Today, Stamp: s.stamp()}
	in.Stamp.Again = "rakor report " + name + " --home " + string(s.st.Home) + " --lang " + langCode(s.env.Words.Lang)
	if in.Stamp.Made != "" {
		in.Stamp.Again += " --at " + in.Stamp.Made
	}
	return make(in)
}

func langCode(l lang.Lang) string {
	if l == lang.English {
		return "en"
	}
	return "id"
}

// openExport puts the list on top.
func (s *Session) openExport() {
	w := s.env.Words.Lang.ExportWords()
	screen := s.screenPage()
	e := &export{seen: map[int][]string{}, items: []exportItem{{label: w.Screen}}}
	for _, f := range [...]report.Format{report.Plain, report.Markdown, report.CSV, report.JSON, report.HTML, report.SVG} {
		if f == report.SVG && !report.HasFigure(screen) {
			continue
		}
		e.items = append(e.items, exportItem{label: w.Formats[string(f)], name: string(f), format: f, page: func() report.Page { return screen }})
	}
	e.items = append(
		e.items, exportItem{label: w.Reports},
		exportItem{w.Brief, "brief", report.HTML, func() report.Page { return s.paperOf("brief", paper.Brief) }},
		exportItem{w.Profile, "profile", report.HTML, func() report.Page { return s.paperOf("profile", paper.Profile) }},
		exportItem{w.Programs, "programs", report.HTML, func() report.Page { return s.paperOf("programs", paper.Programs) }},
		exportItem{w.Minutes, "minutes", report.HTML, func() report.Page { return s.paperOf("minutes", paper.Minutes) }},
		exportItem{w.FollowUps, "followups", report.HTML, func() report.Page { return s.paperOf("followups", paper.FollowUps) }},
	)
	e.move(1)
	s.local.export = e
}

// parseExport reads what is to be carried away: a format of the screen, or a
// report in either language.
func (s *Session) parseExport(v string) (any, bool) {
	name := strings.ToLower(v)
	for typed, of := range map[string]string{"ringkasan": "brief", "profil": "profile", "program": "programs", "programmes": "programs", "notulen": "minutes", "tindak lanjut": "followups"} {
		if name == typed {
			name = of
		}
	}
	s.openExport()
	e := s.local.export
	for i, it := range e.items {
		if it.page != nil && it.name == name {
			return act(func() []state.Effect {
				s.local.export = e
				e.cursor = i
				if s.mayExport() {
					return s.exportSave()
				}
				return s.exportCopy()
			}), true
		}
	}
	s.local.export = nil
	return nil, false
}

// exportLines lists what can be carried away for the linear dialogue, and how
// it is asked for.
func (s *Session) exportLines() []string {
	w := s.env.Words
	out := []string{w.Lang.ExportWords().Title + "."}
	for _, it := range s.local.export.items {
		if it.page != nil {
			out = append(out, it.name+": "+it.label)
		}
	}
	a := w.Lang.Argument(lang.ArgExport)
	return append(out, w.Common.NeedsArgument(a.Names[0], a.Example))
}

// move moves the cursor over headings.
func (e *export) move(by int) {
	for i := e.cursor + by; i >= 0 && i < len(e.items); i += by {
		if e.items[i].page != nil {
			e.cursor, e.top = i, 0
			return
		}
	}
}

func (s *Session) exportKey(k tea.KeyPressMsg) []state.Effect {
	e := s.local.export
	switch c := s.keys.Find(keys.Global, k.String()); {
	case c == keys.Up:
		e.move(-1)
	case c == keys.Down:
		e.move(1)
	case c == keys.PageUp:
		e.top -= 8
	case c == keys.PageDown:
		e.top += 8
	case c == keys.First:
		e.top = 0
	case c == keys.Last:
		e.top = 1 << 20
	case c == keys.Copy:
		return s.exportCopy()
	case c == keys.Open && s.mayExport():
		return s.exportSave()
	case c == keys.Open:
		return s.exportCopy()
	case c == keys.Close, c == keys.Export, k.String() == "q":
		s.local.export = nil
	case c == keys.Suspend:
		return []state.Effect{state.Suspend{}}
	}
	e.top = max(e.top, 0)
	return nil
}

// exportSave saves the document under the cursor.
func (s *Session) exportSave() []state.Effect {
	it := s.local.export.items[s.local.export.cursor]
	s.local.export = nil
	p := it.page()
	return []state.Effect{state.SaveExport{Name: s.fileName(p, it.format), Data: report.Write(p, it.format)}}
}

// exportCopy copies the document under the cursor; one to print as text.
func (s *Session) exportCopy() []state.Effect {
	it := s.local.export.items[s.local.export.cursor]
	s.local.export = nil
	p := it.page()
	if it.format == report.HTML || it.format == report.Plain {
		return s.copyText(p, string(report.WriteText(p, report.Draw{ASCII: s.env.ASCII})))
	}
	return s.copyText(p, string(report.Write(p, it.format)))
}

// copyScreen copies what is on the screen as text.
func (s *Session) copyScreen() []state.Effect {
	p := s.screenPage()
	return s.copyText(p, string(report.WriteText(p, report.Draw{ASCII: s.env.ASCII})))
}

func (s *Session) copyText(p report.Page, text string) []state.Effect {
	w := s.env.Words.Lang.ExportWords()
	if len(text) > state.MaxCopy {
		s.local.answer = w.TooLong
		return nil
	}
	s.local.done = w.Copied(strings.Count(text, "\n"))
	return []state.Effect{state.CopyText{Name: s.fileName(p, report.Plain), Text: text}}
}

// fileName names a file by what is in it: "rakor-6271-position-2025-03.csv".
func (s *Session) fileName(p report.Page, f report.Format) string {
	name := "rakor-" + string(s.st.Home) + "-" + p.ID
	if s.st.Tab == state.TabRegional && p.Stamp.Again == "" {
		name += "-" + string(s.st.Regional.Indicator)
	}
	if period := strings.ReplaceAll(p.Stamp.Period, "/", "-"); period != "" {
		name += "-" + period
	}
	safe := func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '-' || r == '_' {
			return r
		}
		return '-'
	}
	return strings.Map(safe, name) + "." + string(f)
}

// exported says where a document was written.
func (s *Session) exported(in state.Exported) {
	s.local.done = s.env.Words.Lang.ExportWords().Saved(block.Clean(in.File))
}

// preview gives the lines of the document under the cursor: one to print as its
// text, the others as they are.
func (e *export) preview(ascii bool) []string {
	if lines, ok := e.seen[e.cursor]; ok {
		return lines
	}
	it := e.items[e.cursor]
	p := it.page()
	var b []byte
	if it.format == report.HTML || it.format == report.Plain {
		b = report.WriteText(p, report.Draw{ASCII: ascii})
	} else {
		b = report.Write(p, it.format)
	}
	lines := strings.Split(strings.TrimRight(string(b), "\n"), "\n")
	e.seen[e.cursor] = lines
	return lines
}

// drawExport draws the list with its preview beside it, or below it where the
// screen is narrow.
func (s *Session) drawExport(a block.Area) {
	e := s.local.export
	w := s.env.Words.Lang.ExportWords()
	in := panel(a, a.W-4, a.H-3).Box(theme.Border, theme.Heading, w.Title)
	in = in.Sub(1, 0, in.W-2, in.H)
	list := in.Sub(0, 0, in.W, min(len(e.items), max(in.H/2, 3)))
	var view block.Area
	if in.W >= 90 {
		list = in.Sub(0, 0, 31, in.H)
		for y := range in.H {
			in.Text(32, y, theme.Border, "│")
		}
		view = in.Sub(34, 0, in.W-34, in.H)
	} else {
		in.HLine(0, list.H, in.W, theme.Border)
		view = in.Sub(0, list.H+1, in.W, in.H-list.H-1)
	}
	top := scrollTo(e.cursor, len(e.items), list.H)
	for y := range min(list.H, len(e.items)-top) {
		it := e.items[top+y]
		if it.page == nil {
			list.Clip(0, y, list.W, theme.Muted, it.label)
			continue
		}
		if top+y == e.cursor {
			list.Text(0, y, theme.Accent, "▸")
		}
		list.Clip(2, y, 5, theme.Key, string(it.format))
		list.Clip(7, y, list.W-7, theme.Plain, it.label)
		if top+y == e.cursor {
			list.Select(y)
		}
		list.Hit(0, y, list.W, 1, exportHit(top+y))
	}
	lines := e.preview(s.env.ASCII)
	e.top = max(0, min(e.top, len(lines)-view.H))
	for y := range min(view.H, len(lines)-e.top) {
		view.Clip(0, y, view.W, theme.Plain, lines[e.top+y])
	}
	if rest := len(lines) - e.top - view.H; rest > 0 && view.H > 1 {
		more := " ▼ " + s.env.Words.Common.More(rest)
		view.Fill(0, view.H-1, view.W, 1, theme.Plain, "")
		view.Right(0, view.H-1, view.W, theme.Muted, more)
	}
}

// exportHit is a click on row i of the list.
type exportHit int

func (s *Session) exportClick(i int) []state.Effect {
	if e := s.local.export; e != nil && i < len(e.items) {
		s.frame = nil
		e.cursor, e.top = i, 0
	}
	return nil
}

// exportHint is the line of keys while the list is open.
func (s *Session) exportHint() string {
	w := s.env.Words.Lang.ExportWords()
	if s.mayExport() {
		return w.Hint
	}
	return w.CopyHint
}
