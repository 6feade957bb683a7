package ui

import (
	"encoding/json"
	"slices"
	"strings"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"rakor/model"
	"rakor/model/meeting"
	"rakor/ui/block"
	"rakor/ui/lang"
	"rakor/ui/minutes"
	"rakor/ui/state"
	"rakor/ui/theme"
)

// Fields of the form in which a decision is recorded, or moved on.
const (
	fieldText  = iota // of the decision; the reason, where one is moved on
	fieldOwner        // not asked where one is moved on
	fieldDue
	fields
)

// decide is the form in which a decision is recorded about what is on the
// screen, or in which one gets a new status.
type decide struct {
	inputs [fields]textinput.Model
	at     int
	choice int // of the owners proposed; -1: what was typed
	errs   [fields]string
	leave  bool // Esc was pressed once with something typed

	basis meeting.Basis     // of a new decision
	was   *meeting.Decision // the one moved on; nil for a new one
	to    meeting.Status    // the status it is moved to
}

// draftDecision is what survives a kill while a decision is typed.
type draftDecision struct {
	Text  string        `json:"text"`
	Owner string        `json:"owner"`
	Due   string        `json:"due"`
	Basis meeting.Basis `json:"basis"`
}

// openDecide opens the form of a new decision. What is on the screen now is its
// basis, whatever is looked at while it is typed.
func (s *Session) openDecide() {
	if !s.mayRecord() {
		return
	}
	shown := s.st
	shown.Meeting.Shown = false
	d := &decide{choice: -1, basis: meeting.Basis{View: shown.View(), Dataset: s.snap.Data.Checksum(), Figures: minutes.Figures(s.env.Words, s.snap, shown)}}
	var kept draftDecision
	if s.local.draft != "" && json.Unmarshal([]byte(s.local.draft), &kept) == nil {
		d.basis = kept.Basis
		s.local.done = s.env.Words.Minutes.DraftBack
	}
	for i, text := range [fields]string{kept.Text, kept.Owner, kept.Due} {
		d.inputs[i] = newField(text)
	}
	s.local.decide = d
}

// openMove opens the form in which a decision gets another status.
func (s *Session) openMove(was meeting.Decision, to meeting.Status) {
	if !s.mayRecord() {
		return
	}
	d := &decide{choice: -1, was: &was, to: to}
	for i := range d.inputs {
		d.inputs[i] = newField("")
	}
	s.local.decide = d
}

func newField(text string) textinput.Model {
	in := newInput(text)
	in.CharLimit = meeting.MaxText / 4 // in runes, each at most four bytes
	return in
}

// mayRecord tells whether this person records anything, and says why not.
func (s *Session) mayRecord() bool {
	switch {
	case s.role == state.Viewer:
		s.local.answer = s.env.Words.Room.NotYours
	case s.snap.ReadOnly:
		s.local.answer = s.env.Words.Minutes.ReadOnly
	default:
		return true
	}
	return false
}

// asked gives the fields that are asked for, in their order.
func (d *decide) asked() []int {
	switch {
	case d.was == nil:
		return []int{fieldText, fieldOwner, fieldDue}
	case d.to == meeting.Extended:
		return []int{fieldDue, fieldText}
	}
	return []int{fieldText}
}

func (s *Session) decideKey(k tea.KeyPressMsg) []state.Effect {
	d := s.local.decide
	key := k.String()
	if key != "esc" {
		d.leave = false
	}
	asked := d.asked()
	switch key {
	case "esc":
		return s.leaveDecide()
	case "ctrl+z":
		return []state.Effect{state.Suspend{}}
	case "up", "down":
		if d.field() == fieldOwner && len(s.owners()) > 0 && (key == "down" || d.choice >= 0) {
			d.choose(key == "down", len(s.owners()))
			return nil
		}
		s.step(d, key == "down")
		return nil
	case "tab", "shift+tab":
		s.takeOwner(d)
		s.step(d, key == "tab")
		return nil
	case "enter":
		s.takeOwner(d)
		if d.at < len(asked)-1 {
			s.step(d, true)
			return nil
		}
		return s.record()
	}
	in := &d.inputs[d.field()]
	before := in.Value()
	*in, _ = in.Update(k)
	return s.edited(d, before)
}

// edited acts on a field after a key: the draft is kept.
func (s *Session) edited(d *decide, before string) []state.Effect {
	f := d.field()
	if d.inputs[f].Value() == before {
		return nil
	}
	d.errs[f], d.choice = "", -1
	return s.keepDraft(d)
}

func (s *Session) keepDraft(d *decide) []state.Effect {
	if d.was != nil {
		return nil
	}
	b, err := json.Marshal(draftDecision{
		Text: d.inputs[fieldText].Value(), Owner: d.inputs[fieldOwner].Value(), Due: d.inputs[fieldDue].Value(), Basis: d.basis,
	})
	if err != nil { // texts and numbers
		return nil
	}
	s.local.draft = string(b)
	return []state.Effect{state.KeepDecisionDraft{Text: s.local.draft}}
}

func (d *decide) field() int { return d.asked()[d.at] }

// step goes to the next field or the one before; what cannot be read in the
// field that is left is named there.
func (s *Session) step(d *decide, forward bool) {
	s.checkField(d, d.field())
	n := len(d.asked())
	if forward {
		d.at = min(d.at+1, n-1)
	} else {
		d.at = max(d.at-1, 0)
	}
	d.choice = -1
}

// checkField says what is wrong with a field.
func (s *Session) checkField(d *decide, f int) {
	w := s.env.Words.Minutes
	text := strings.TrimSpace(d.inputs[f].Value())
	d.errs[f] = ""
	switch f {
	case fieldText:
		if text == "" && d.was == nil {
			d.errs[f] = w.NeedsText
		}
	case fieldDue:
		due, err := lang.ParseDeadline(text, s.today())
		if err != nil || due == "" && d.to == meeting.Extended {
			d.errs[f] = w.BadDue
		}
	}
}

// choose moves among the owners proposed.
func (d *decide) choose(down bool, n int) {
	if down {
		d.choice = min(d.choice+1, min(n, mostOwners)-1)
	} else {
		d.choice = max(d.choice-1, -1)
	}
}

// mostOwners is how many departments are proposed at once.
const mostOwners = 5

// takeOwner puts the proposed department that is chosen into the field.
func (s *Session) takeOwner(d *decide) {
	if d.field() != fieldOwner || d.choice < 0 {
		return
	}
	if all := s.owners(); d.choice < len(all) {
		d.inputs[fieldOwner].SetValue(all[d.choice])
		d.inputs[fieldOwner].CursorEnd()
	}
	d.choice = -1
}

// owners proposes departments for what is typed: those of the list of
// programmes and of earlier decisions.
func (s *Session) owners() []string {
	typed := s.local.decide.inputs[fieldOwner].Value()
	seen := map[string]bool{}
	var out []string
	add := func(name string) {
		if name = block.Clean(name); name != "" && !seen[name] && matches(typed, name) && name != typed {
			seen[name] = true
			out = append(out, name)
		}
	}
	for _, d := range s.snap.Minutes.AllDecisions(s.st.Home) {
		add(d.Owner)
	}
	for _, p := range s.snap.Programmes.Of(s.st.Home) {
		add(p.Department)
	}
	slices.Sort(out)
	return out
}

// record keeps what was typed, or says at its field what cannot be kept.
func (s *Session) record() []state.Effect {
	d := s.local.decide
	for i, f := range d.asked() {
		if s.checkField(d, f); d.errs[f] != "" {
			d.at = i
			return nil
		}
	}
	due, _ := lang.ParseDeadline(d.inputs[fieldDue].Value(), s.today()) // checked above
	text := strings.TrimSpace(block.Clean(d.inputs[fieldText].Value()))
	owner := strings.TrimSpace(block.Clean(d.inputs[fieldOwner].Value()))
	s.local.decide = nil
	if d.was != nil {
		now := d.was.Move(meeting.Progress{Meeting: s.st.Meeting.ID, At: s.now(), Status: d.to, Deadline: due, Reason: text})
		return s.Do(state.RecordDecision{Was: d.was, Now: now})
	}
	now := meeting.Decision{
		Meeting: s.st.Meeting.ID, Item: s.st.Meeting.Item, Text: text, Owner: owner, Deadline: due,
		Status: meeting.Open, Basis: d.basis, At: s.now(),
	}
	if now.Meeting == "" { // the first decision opens the day's meeting
		m := s.newMeeting()
		now.Meeting, now.Number = m.ID, 1
		return s.Do(state.StartMeeting{Meeting: m, Decision: &now})
	}
	now.Number = s.snap.Minutes.NextNumber(now.Meeting)
	return s.Do(state.RecordDecision{Now: now})
}

// leaveDecide closes the form: at once where nothing was typed, else after a
// second Esc. The draft stays until the decision is kept or thrown away.
func (s *Session) leaveDecide() []state.Effect {
	d := s.local.decide
	typed := false
	for _, in := range d.inputs {
		typed = typed || strings.TrimSpace(in.Value()) != ""
	}
	if typed && !d.leave {
		d.leave = true
		return nil
	}
	s.local.decide = nil
	if d.was != nil || !typed {
		return nil
	}
	s.local.draft = ""
	return []state.Effect{state.DropDecisionDraft{}}
}

// now gives the moment of the last key, "" where there is no clock.
func (s *Session) now() meeting.Stamp { return s.local.clock.Now }

// today gives the day of the last key where the person is.
func (s *Session) today() model.Date { return s.local.clock.Today }

// drawDecide draws the form.
func (s *Session) drawDecide(a block.Area) {
	d, w := s.local.decide, s.env.Words.Minutes
	asked := d.asked()
	title := w.FormTitle
	var note string
	if d.was != nil {
		title, note = s.env.Words.Lang.MeetingStatus(d.to), d.was.Text
	} else if len(d.basis.Figures) > 0 {
		f := d.basis.Figures[0]
		note = w.Basis + ": " + f.Label + " " + f.Text
	}
	notes := block.Wrap(note, min(a.W-4, 88)-4)
	notes = notes[:min(len(notes), 2)]
	owners := []string{}
	if d.field() == fieldOwner {
		owners = s.owners()
		owners = owners[:min(len(owners), mostOwners)]
	}
	h := 4 + len(notes) + len(asked) + len(owners)
	for _, f := range asked {
		if d.errs[f] != "" {
			h++
		}
	}
	if d.leave {
		h++
	}
	box := panel(a, 88, h)
	in := box.Box(theme.Accent, theme.Heading, title)
	in = in.Sub(1, 0, in.W-2, in.H)
	y := 0
	for _, line := range notes {
		in.Text(0, y, theme.Muted, line)
		y++
	}
	y++
	width := 0
	for _, f := range asked {
		width = max(width, block.Width(s.fieldLabel(d, f)))
	}
	for i, f := range asked {
		label := theme.Muted
		if i == d.at {
			label = theme.Accent
		}
		in.Text(0, y, label, s.fieldLabel(d, f))
		s.drawField(in.Sub(width+1, y, in.W-width-1, 1), d, f, i == d.at)
		y++
		if d.errs[f] != "" {
			in.Clip(width+3, y, in.W-width-3, theme.Warn, "! "+d.errs[f])
			y++
		}
		if f == fieldOwner && i == d.at {
			for k, o := range owners {
				mark, st := "  ", theme.Muted
				if k == d.choice {
					mark, st = "▸ ", theme.Plain
				}
				x := in.Text(width+3, y, theme.Accent, mark)
				in.Clip(x, y, in.W-x, st, o)
				y++
			}
		}
	}
	if d.leave {
		in.Clip(0, y, in.W, theme.Warn, "! "+w.LeaveTwice)
	}
}

func (s *Session) fieldLabel(d *decide, f int) string {
	w := s.env.Words.Minutes
	switch {
	case f == fieldOwner:
		return w.Owner
	case f == fieldDue:
		return w.Due
	case d.was != nil:
		return w.Reason
	}
	return w.Text
}

// drawField draws one field; behind a deadline the day that it means.
func (s *Session) drawField(a block.Area, d *decide, f int, active bool) {
	hint := [fields]string{fieldOwner: s.env.Words.Minutes.OwnerHint, fieldDue: s.env.Words.Minutes.DueHint}[f]
	value := d.inputs[f].Value()
	if f == fieldDue {
		if due, err := lang.ParseDeadline(value, s.today()); err == nil && due != "" {
			text := "= " + s.env.Words.Lang.DayLong(due)
			a.Right(0, 0, a.W, theme.Plain, text)
			a = a.Sub(0, 0, a.W-block.Width(text)-2, 1)
		}
	}
	if active {
		s.drawInput(a, d.inputs[f], hint)
		return
	}
	if value == "" {
		a.Clip(3, 0, a.W-3, theme.Muted, hint)
		return
	}
	a.Clip(2, 0, a.W-2, theme.Plain, value)
}
