package ui

import (
	"cmp"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"rakor/model"
	"rakor/ui/block"
	"rakor/ui/keys"
	"rakor/ui/program"
	"rakor/ui/state"
	"rakor/ui/theme"
)

// entry is what a person is doing to the list of programmes.
type entry struct {
	form    *form
	marked  map[model.ProgrammeID]bool
	pending []model.Change // what is being saved, until the answer
	draft   string         // what was typed when the form was left behind
	drafts  uint64         // how many drafts there were, for their order
	asked   model.ProgrammeID
	checked int64 // when the list was last compared with the disk
}

// entryTyped takes a key for what lies on top of everything else: a question,
// or the form.
func (s *Session) entryTyped(k tea.KeyPressMsg) (effects []state.Effect, ok bool) {
	switch {
	case s.local.ask != nil:
		return s.askKey(k), true
	case s.local.entry.form != nil:
		return s.formKey(k), true
	}
	return nil, false
}

// reloadAfter is how many seconds pass before a key on the third tab looks
// again for what other programs have written.
const reloadAfter = 2

// watchList asks, with a key on the third tab, whether another program has
// changed the list.
func (s *Session) watchList() []state.Effect {
	now := s.local.clock.Unix
	if s.st.Tab != state.TabProgram || now < s.local.entry.checked+reloadAfter || s.role == state.Viewer {
		return nil
	}
	s.local.entry.checked = now
	return []state.Effect{state.RefreshProgrammes{}}
}

// entryKey carries out the commands on the list of programmes; false where it
// has none.
func (s *Session) entryKey(c keys.Command) (effects []state.Effect, ok bool) {
	if s.st.Meeting.Shown || s.st.Tab != state.TabProgram {
		return nil, c == keys.AddEntry || c == keys.EditEntry || c == keys.RemoveEntry || c == keys.MarkEntry
	}
	switch c {
	case keys.AddEntry, keys.EditEntry, keys.RemoveEntry, keys.MarkEntry, keys.Undo, keys.Redo:
		if !s.editable() {
			return nil, true
		}
	case keys.Open:
		return s.openEntry(), true
	case keys.Close:
		if len(s.local.entry.marked) == 0 {
			return nil, false
		}
		s.local.entry.marked = nil
		return nil, true
	default:
		return nil, false
	}
	switch c {
	case keys.AddEntry:
		effects = s.openForm()
	case keys.EditEntry:
		if chosen := s.chosen(); len(chosen) > 0 {
			effects = s.openForm(chosen...)
		}
	case keys.RemoveEntry:
		s.askRemove(s.chosen())
	case keys.MarkEntry:
		s.mark()
	default:
		effects = s.Do(state.UndoProgrammes{Redo: c == keys.Redo})
	}
	return effects, true
}

// editable tells whether this person changes the list here, and says why not.
func (s *Session) editable() bool {
	switch {
	case s.snap.ReadOnly:
		s.local.answer = s.env.Words.Entry.ReadOnly
	case s.role == state.Viewer:
		s.local.answer = s.env.Words.Room.NotYours
	default:
		return true
	}
	return false
}

// chosen gives the entries that are marked, in the order of the list, or the
// selected one.
func (s *Session) chosen() []model.Programme {
	var out []model.Programme
	for _, p := range s.snap.Programmes.Of(s.st.Home) {
		if s.local.entry.marked[p.ID] {
			out = append(out, p)
		}
	}
	if p, ok := s.program().Entry(); ok && len(out) == 0 {
		out = append(out, *p)
	}
	return out
}

// mark marks the selected row and goes to the next one.
func (s *Session) mark() {
	v := s.program()
	p, ok := v.Entry()
	if !ok {
		return
	}
	marked := map[model.ProgrammeID]bool{}
	for id := range s.local.entry.marked {
		marked[id] = true
	}
	if marked[p.ID] {
		delete(marked, p.ID)
	} else {
		marked[p.ID] = true
	}
	s.local.entry.marked = marked
	if down, ok := v.Do(keys.Down); ok {
		s.Do(down)
	}
	s.local.done = s.env.Words.Entry.Unmarked
	if len(marked) > 0 {
		s.local.done = s.env.Words.Entry.Marked(len(marked))
	}
}

// openForm opens the form for entries, none for a new one. What was typed
// before and is not saved is offered first.
func (s *Session) openForm(was ...model.Programme) []state.Effect {
	open := func() []state.Effect {
		s.local.entry.form = s.newForm(was...)
		return []state.Effect{state.RefreshProgrammes{}}
	}
	if s.local.entry.draft == "" {
		return open()
	}
	s.askDraft(answer{label: s.env.Words.Entry.Cancel}, func() []state.Effect {
		return append(s.dropForm(), open()...)
	})
	return nil
}

// openEntry shows the detail of the selected entry, and asks for its history.
func (s *Session) openEntry() []state.Effect {
	s.show(program.Detail(s.env, s.program()))
	p, ok := s.program().Entry()
	if !ok || s.role == state.Viewer {
		return nil
	}
	s.local.entry.asked = p.ID
	return s.Do(state.AskHistory{ID: p.ID})
}

// historyRead puts the history of an entry below its detail, if that is still
// what is looked at.
func (s *Session) historyRead(in state.Intent) bool {
	read, ok := in.(state.HistoryRead)
	if !ok {
		return false
	}
	if s.local.sheet == nil || read.ID != s.local.entry.asked {
		return true
	}
	s.local.entry.asked, s.frame = "", nil
	w := s.env.Words.Entry
	rows := append([]block.SheetRow{}, s.local.sheet.sheet.Rows...)
	rows = append(rows, block.SheetRow{}, block.SheetRow{Label: w.History})
	if len(read.Steps) == 0 {
		rows = append(rows, block.SheetRow{Text: w.NoHistory, Style: theme.Muted})
	}
	for i := len(read.Steps) - 1; i >= 0; i-- { // the newest first
		rows = append(rows, s.historyRows(read.Steps[i])...)
	}
	s.local.sheet.sheet.Rows = rows
	return true
}

func (s *Session) historyRows(e model.LogEntry) []block.SheetRow {
	w, ew := s.env.Words.Entry, s.env.Words.Lang.Editing()
	by := block.Clean(cmp.Or(e.By, w.Nobody))
	if e.Kind != model.LogChange {
		by += " · " + ew.Kind(e.Kind)
	}
	if e.Label != "" {
		by += " · " + block.Clean(e.Label)
	}
	if e.Undone {
		by += " " + w.TakenBack
	}
	rows := []block.SheetRow{{Label: s.env.Words.Lang.Moment(e.At), Text: by}}
	for _, c := range e.Changes {
		switch c.Kind() {
		case model.ChangeAdd:
			rows = append(rows, block.SheetRow{Text: w.CameNew, Style: theme.Muted})
		case model.ChangeRemove:
			rows = append(rows, block.SheetRow{Text: w.Went, Style: theme.Muted})
		default:
			for _, f := range c.Fields() {
				rows = append(rows, block.SheetRow{Text: w.From(ew.FieldName(f), ew.FieldText(c.Was, f), ew.FieldText(c.Now, f)), Style: theme.Muted})
			}
		}
	}
	return rows
}

// askRemove asks before entries are removed.
func (s *Session) askRemove(chosen []model.Programme) {
	if len(chosen) == 0 {
		return
	}
	w := s.env.Words.Entry
	q := &ask{title: w.RemoveTitle}
	const most = 5
	for i := range chosen[:min(len(chosen), most)] {
		q.rows = append(q.rows, block.SheetRow{Label: string(chosen[i].ID), Text: chosen[i].Department + ": " + program.Title(&chosen[i])})
	}
	if n := len(chosen) - most; n > 0 {
		q.rows = append(q.rows, block.SheetRow{Text: w.RemoveMany(n), Style: theme.Muted})
	}
	q.rows = append(q.rows, block.SheetRow{}, block.SheetRow{Label: w.RemoveText})
	changes := make([]model.Change, len(chosen))
	for i := range chosen {
		changes[i] = model.Change{ID: chosen[i].ID, Was: &chosen[i]}
	}
	q.choices = []answer{{w.RemoveYes, func() []state.Effect { return s.save(changes) }}, {w.Cancel, nil}}
	s.local.ask = q
}

// save keeps changes; what became of them comes back as an intent.
func (s *Session) save(changes []model.Change) []state.Effect {
	s.local.entry.pending = changes
	s.local.entry.drafts++
	var out []state.Effect
	for _, e := range s.Do(state.SaveProgrammes{Changes: changes}) {
		if w, ok := e.(state.WriteProgrammes); ok {
			w.Draft = s.local.entry.drafts
			e = w
		}
		out = append(out, e)
	}
	f := s.local.entry.form
	switch {
	case len(out) == 0 && f != nil:
		f.saving, f.problem = false, s.env.Words.Room.NotYours
	case len(out) == 0:
		s.local.answer = s.env.Words.Room.NotYours
	case f != nil:
		f.saving, f.problem = true, ""
	}
	return out
}

// saveForm reads the whole form and keeps it, or goes to the first field that
// is wrong.
func (s *Session) saveForm() []state.Effect {
	f := s.local.entry.form
	if f.at < len(f.fields) {
		s.leaveField(f, f.at)
	}
	first := -1
	for i := range f.fields {
		if f.fields[i].err = s.fault(f, i); f.fields[i].err != "" && !f.fields[i].cut && first < 0 {
			first = i
		}
	}
	if first >= 0 {
		f.at, f.choice = first, -1
		return nil
	}
	changes, ok := s.formChanges(f)
	if !ok {
		return nil
	}
	if len(changes) == 0 {
		s.local.done = s.env.Words.Entry.Nothing
		return s.dropForm()
	}
	return s.save(changes)
}

// formChanges gives what the form changes; false where a field cannot be kept,
// which then says so.
func (s *Session) formChanges(f *form) ([]model.Change, bool) {
	was := f.was
	if len(was) == 0 {
		was = []model.Programme{{Region: f.region}}
	}
	var out []model.Change
	for i := range was {
		now := was[i]
		for k := range f.fields {
			if err := s.setField(f, k, &now); err != nil {
				f.fields[k].err, f.at, f.choice = s.fault(f, k), k, -1
				return nil, false
			}
		}
		switch {
		case len(f.was) == 0:
			out = append(out, model.Change{Now: &now})
		case len(model.Differing(&was[i], &now)) > 0:
			out = append(out, model.Change{ID: was[i].ID, Was: &was[i], Now: &now})
		}
	}
	return out, true
}

// entryKept tells what is safe now.
func (s *Session) entryKept(in state.ProgrammesKept) {
	w, e := s.env.Words.Entry, &s.local.entry
	switch in.What {
	case "reload":
		s.local.done = w.Reloaded
		return
	case "import":
		s.local.done = s.env.Words.Intake.KeptList(len(in.IDs))
		return
	case "undo":
		s.local.done = w.Undone(s.changeWords(in))
		return
	case "redo":
		s.local.done = w.Redone(s.changeWords(in))
		return
	}
	if e.pending == nil {
		s.local.done = w.NoUndo
		return
	}
	e.form, e.pending, e.marked, e.draft = nil, nil, nil, ""
	id := ""
	if len(in.IDs) > 0 {
		id = string(in.IDs[0])
	}
	switch in.What {
	case "add":
		s.local.done = w.Added(id, program.Title(in.One.Now)) + s.twin(in.One.Now)
	case "edit":
		s.local.done = w.Edited(id, s.changeWords(in))
	case "remove":
		s.local.done = w.Removed(id, program.Title(in.One.Was))
	case "many":
		s.local.done = w.Many(len(in.IDs))
	default:
		s.local.done = w.Nothing
	}
	if c := in.One; c != nil && c.Now != nil && s.st.Program.Filter != "" && !s.inTable(c.ID) {
		s.local.done += " " + w.Hidden
	}
	s.local.done = block.Clean(s.local.done)
}

// inTable tells whether a row is among those that the filter lets through.
func (s *Session) inTable(id model.ProgrammeID) bool {
	return slices.ContainsFunc(s.program().Rows, func(p *model.Programme) bool { return p.ID == id })
}

// twin tells of an entry that says the same as a new one.
func (s *Session) twin(p *model.Programme) string {
	for _, o := range s.snap.Programmes.Of(p.Region) {
		if o.ID != p.ID && o.Alike(p) {
			return " " + s.env.Words.Entry.Twin(string(o.ID))
		}
	}
	return ""
}

// changeWords says in a few words what a step changed.
func (s *Session) changeWords(in state.ProgrammesKept) string {
	w, ew := s.env.Words.Entry, s.env.Words.Lang.Editing()
	c := in.One
	if c == nil {
		return w.Several(len(in.IDs))
	}
	switch c.Kind() {
	case model.ChangeAdd:
		return string(c.ID) + " " + w.CameNew
	case model.ChangeRemove:
		return string(c.ID) + " " + w.Went
	}
	var out []string
	for _, f := range c.Fields() {
		out = append(out, block.Clean(w.ChangedBack(ew.FieldName(f), "", ew.FieldText(c.Now, f))))
	}
	text := strings.Join(out[:min(len(out), 2)], ", ")
	if n := len(out) - 2; n > 0 {
		text += " " + w.RemoveMany(n)
	}
	if in.What == "edit" {
		return text
	}
	return string(c.ID) + ", " + text
}

// entryRefused tells why a change was not kept. What was typed stays where it
// is.
func (s *Session) entryRefused(in state.ProgrammesFailed) {
	f := s.local.entry.form
	if f != nil {
		f.saving = false
	}
	switch {
	case in.Conflict != nil && s.local.entry.pending != nil:
		s.askConflict(in.Conflict)
		return
	case in.Conflict != nil: // of an undo
		in.Why = s.env.Words.Lang.Editing().Conflict(in.Conflict)
	}
	s.local.entry.pending = nil
	why := block.Clean(in.Why)
	if f == nil {
		s.Tell(SentenceError(why))
		return
	}
	if i := slices.IndexFunc(f.fields, func(x field) bool { return x.of == in.Field }); in.Field != "" && i >= 0 {
		f.fields[i].err, f.at, f.choice = why, i, -1
		return
	}
	f.problem = why
}
