package ui

import (
	"encoding/json"
	"slices"

	"rakor/model"
	"rakor/ui/block"
	"rakor/ui/program"
	"rakor/ui/state"
	"rakor/ui/theme"
)

// askConflict shows what somebody else has made of the fields that one wanted
// to change, and lets one choose. Nothing was written.
func (s *Session) askConflict(c *model.ConflictError) {
	w, ew := s.env.Words.Entry, s.env.Words.Lang.Editing()
	q := &ask{title: w.ConflictTitle(string(c.ID))}
	text := w.ConflictText
	if c.Theirs == nil {
		text = w.GoneText
	}
	q.rows = []block.SheetRow{{Label: text}}
	for _, f := range c.Fields {
		q.rows = append(q.rows, block.SheetRow{}, block.SheetRow{Label: ew.FieldName(f)})
		row := func(label string, p *model.Programme, st theme.Style) {
			if p != nil {
				q.rows = append(q.rows, block.SheetRow{Label: "  " + label, Text: ew.FieldText(p, f), Style: st})
			}
		}
		row(w.Was, c.Was, theme.Muted)
		row(w.Theirs, c.Theirs, theme.Plain)
		row(w.Mine, c.Mine, theme.Strong)
	}
	mine, theirs, stay := w.KeepMine, w.TakeTheirs, w.BackForm
	switch {
	case c.Theirs == nil:
		mine, theirs = w.AddAgain, w.DropMine
	case c.Mine == nil:
		mine, theirs = w.RemoveAll, w.KeepRow
	}
	back := func() []state.Effect { s.local.entry.pending = nil; return nil }
	q.choices = []answer{
		{mine, func() []state.Effect { return s.save(settled(s.local.entry.pending, c, true)) }},
		{theirs, func() []state.Effect { return s.takeTheirs(c) }},
	}
	if s.local.entry.form != nil {
		q.choices = append(q.choices, answer{stay, back})
	}
	q.back = back
	s.local.ask = q
}

// settled gives changes in which a conflict is settled: for what one wanted
// oneself, or for what the list has. They start from what the list has now.
func settled(changes []model.Change, c *model.ConflictError, mine bool) []model.Change {
	var out []model.Change
	for _, x := range changes {
		switch {
		case x.ID != c.ID:
			out = append(out, x)
		case c.Theirs == nil && mine && x.Now != nil:
			now := *x.Now
			now.ID = ""
			out = append(out, model.Change{Now: &now})
		case c.Theirs == nil:
		case x.Now == nil:
			if mine {
				out = append(out, model.Change{ID: x.ID, Was: c.Theirs})
			}
		default:
			now := *c.Theirs
			for _, f := range x.Fields() {
				if mine || !slices.Contains(c.Fields, f) {
					now.Take(x.Now, f)
				}
			}
			if len(model.Differing(c.Theirs, &now)) > 0 {
				out = append(out, model.Change{ID: x.ID, Was: c.Theirs, Now: &now})
			}
		}
	}
	return out
}

// takeTheirs leaves what somebody else has written, and keeps what is left of
// one's own changes.
func (s *Session) takeTheirs(c *model.ConflictError) []state.Effect {
	if rest := settled(s.local.entry.pending, c, false); len(rest) > 0 {
		return s.save(rest)
	}
	s.local.entry.pending, s.local.entry.marked = nil, nil
	s.local.done = s.env.Words.Entry.TookTheirs
	return s.dropForm()
}

// draftEntry is what survives a kill while an entry is typed.
type draftEntry struct {
	Region model.RegionCode  `json:"region"`
	Was    []model.Programme `json:"was,omitempty"`
	Texts  map[string]string `json:"texts"`
	At     int               `json:"at"`
}

// name is what a field is called in a draft.
func (x *field) name() string {
	if x.kind == kindUnit {
		return string(x.of) + " unit"
	}
	return string(x.of)
}

// keepForm keeps what is typed through the end of the program.
func (s *Session) keepForm() []state.Effect {
	f := s.local.entry.form
	d := draftEntry{Region: f.region, Was: f.was, Texts: map[string]string{}, At: f.at}
	for i := range f.fields {
		x := &f.fields[i]
		text := x.input.Value()
		if !x.changed() && (len(f.was) > 0 || text == "") {
			continue
		}
		if x.kind == kindChoice || x.kind == kindUnit { // in no language
			for _, o := range s.coded(f, x) {
				if o.label == text {
					text = o.value
				}
			}
		}
		d.Texts[x.name()] = text
	}
	b, err := json.Marshal(d)
	if err != nil { // texts and numbers
		return nil
	}
	s.local.entry.draft = string(b)
	s.local.entry.drafts++
	return []state.Effect{state.KeepEntryDraft{N: s.local.entry.drafts, Text: s.local.entry.draft}}
}

// dropForm closes the form and throws away what was typed.
func (s *Session) dropForm() []state.Effect {
	e := &s.local.entry
	had := e.draft != ""
	e.form, e.draft = nil, ""
	if !had {
		return nil
	}
	e.drafts++
	return []state.Effect{state.KeepEntryDraft{N: e.drafts}}
}

// EntryDraft tells the session what was typed of an entry when the program
// ended, and offers to go on with it; "" for nothing.
func (s *Session) EntryDraft(text string) {
	if text == "" || s.snap.ReadOnly || s.draftForm(text) == nil {
		return
	}
	s.local.entry.draft, s.frame = text, nil
	s.askDraft(answer{label: s.env.Words.Entry.DraftLater}, s.dropForm)
}

// Entering tells the session of somebody at another machine what is needed to
// let entries be typed, and what its person typed on an earlier connection:
// that is offered when they next open a form.
func (s *Session) Entering(e Entering, draft string) {
	s.entering = e
	if s.draftForm(draft) != nil {
		s.local.entry.draft = draft
	}
}

// draftForm makes the form that a draft was typed into; nil for a text that is
// no draft.
func (s *Session) draftForm(text string) *form {
	var d draftEntry
	if json.Unmarshal([]byte(text), &d) != nil || len(d.Texts) == 0 {
		return nil
	}
	if _, ok := s.snap.Data.Region(d.Region); !ok {
		return nil
	}
	f := s.newForm(d.Was...)
	f.region = d.Region
	s.fillOffers(f)
	for i := range f.fields {
		x := &f.fields[i]
		typed, ok := d.Texts[x.name()]
		if !ok {
			continue
		}
		if x.kind == kindChoice || x.kind == kindUnit {
			typed = s.labelOf(x, typed)
		}
		x.input.SetValue(typed)
		x.input.CursorEnd()
	}
	f.at, f.fresh = max(0, min(d.At, len(f.fields))), false // gone on with where it was left
	return f
}

// askDraft asks what is to become of what was typed before: gone on with, left
// for later, or dropped.
func (s *Session) askDraft(later answer, drop act) {
	w := s.env.Words.Entry
	f := s.draftForm(s.local.entry.draft)
	if f == nil {
		s.local.entry.draft = ""
		drop()
		return
	}
	what := s.formTitle(f)
	q := &ask{title: w.DraftTitle, rows: []block.SheetRow{{Text: w.DraftText(what)}}}
	for i := range f.fields {
		if x := &f.fields[i]; x.changed() && x.input.Value() != "" && len(q.rows) < 6 {
			q.rows = append(q.rows, block.SheetRow{Label: "  " + s.entryLabel(x), Text: x.input.Value(), Style: theme.Muted})
		}
	}
	q.choices = []answer{
		{w.DraftGoOn, func() []state.Effect {
			effects := s.Do(state.ShowTab{Tab: state.TabProgram})
			if f.region != s.st.Home {
				effects = append(effects, s.Do(state.SetHome{Region: f.region})...)
			}
			s.local.entry.form = f
			return effects
		}},
		later,
		{w.DraftDrop, drop},
	}
	s.local.ask = q
}

// leaveForm closes the form: at once where nothing was typed, else after a
// question.
func (s *Session) leaveForm() []state.Effect {
	f, w := s.local.entry.form, s.env.Words.Entry
	if !f.dirty() {
		return s.dropForm()
	}
	stay := func() []state.Effect { f.saving = false; return nil }
	s.local.ask = &ask{
		title: w.LeaveTitle, rows: []block.SheetRow{{Text: w.LeaveText}}, back: stay,
		choices: []answer{
			{w.LeaveSave, func() []state.Effect { return s.saveForm() }},
			{w.LeaveStay, stay},
			{w.LeaveDrop, s.dropForm},
		},
	}
	return nil
}

// formTitle names what a form is about.
func (s *Session) formTitle(f *form) string {
	w := s.env.Words.Entry
	switch {
	case len(f.was) == 0:
		return w.NewTitle
	case f.many():
		return w.ManyTitle(len(f.was))
	}
	return w.EditTitle(string(f.was[0].ID)) + " · " + block.Clean(program.Title(&f.was[0]))
}

// entryLabel names a field of the form.
func (s *Session) entryLabel(x *field) string {
	w := s.env.Words
	name := w.Lang.Editing().FieldName(x.of)
	switch x.kind {
	case kindUnit:
		return w.Entry.Unit(name)
	case kindMoney:
		return name + " " + w.Entry.Rupiah
	}
	return name
}
