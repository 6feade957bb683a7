package ui

import (
	"errors"
	"strings"

	"rakor/ui/block"
	"rakor/ui/lang"
	"rakor/ui/state"
	"rakor/ui/theme"
)

// Reading is how far a file of households is read.
type Reading struct {
	Name        string // of the file
	Done, Total int64  // bytes; Total is 0 where it is not known
	Rows        int
	Fixed       bool // it cannot be cancelled
}

// Reading shows how far a file is read; nil for none.
func (s *Session) Reading(r *Reading) {
	if r != nil {
		r.Name = block.Clean(r.Name)
	}
	s.local.reading, s.frame = r, nil
}

// SentenceError is an error that is a whole sentence for people.
type SentenceError string

func (s SentenceError) Error() string { return string(s) }

// Tell tells the person that something outside did not work, in the error's own
// words where they are a sentence.
func (s *Session) Tell(err error) {
	said := SentenceError("")
	if !errors.As(err, &said) {
		s.Failed(err.Error())
		return
	}
	s.frame = nil
	text := block.Clean(string(said))
	if block.Width(text)+4 > s.env.Width && s.local.list == nil && s.local.prompt == nil && s.local.entry.form == nil {
		s.show(block.Sheet{Title: s.env.Words.Estimate.File.NotOpened, Rows: []block.SheetRow{{Text: text, Style: theme.Warn}}})
		return
	}
	s.local.answer = text
}

// openPath opens the line for the path of a file of households.
func (s *Session) openPath() {
	w := s.env.Words
	s.local.prompt = &prompt{
		label: w.Estimate.File.Label, hint: w.Common.TakeHint + " · " + w.Common.CloseHint, input: newInput(""), asked: lang.ArgHouseholds,
		accept: func(text string) ([]state.Effect, string) {
			path := cleanPath(text)
			if path == "" {
				return s.Do(state.CloseHouseholds{}), ""
			}
			return s.Do(state.OpenHouseholds{Path: path}), ""
		},
	}
	s.local.prompt.input.CharLimit = state.MaxPath
}

// cleanPath takes the blanks and quotes off that a pasted path brings along.
func cleanPath(text string) string {
	text = strings.TrimSpace(text)
	for _, q := range [...]string{`"`, `'`} {
		if len(text) > 1 && strings.HasPrefix(text, q) && strings.HasSuffix(text, q) {
			text = text[1 : len(text)-1]
		}
	}
	return text
}

func parseHouseholds(_ *Session, v string) (any, bool) {
	path := cleanPath(v)
	return state.OpenHouseholds{Path: path}, path != ""
}

// households says what became of the files of households.
func (s *Session) households(in state.Intent) {
	w := s.env.Words.Estimate.File
	switch in := in.(type) {
	case state.HouseholdsOpened:
		if n := len(s.snap.Households); n > 0 {
			all, _ := s.snap.Households[n-1].For("")
			s.local.done = w.Opened(block.Clean(in.Name), s.env.Words.Lang.Int(int64(all.Rows())))
		}
	case state.SharesOpened:
		if s.snap.Shares != nil {
			s.local.done = w.SharesOpened(block.Clean(in.Name), len(s.snap.Shares.Points.P))
		}
	case state.HouseholdsClosed:
		s.local.done = w.Closed
	}
}

// drawReading draws how far a file is read: its name, a bar, and how to end it.
func (s *Session) drawReading(a block.Area) {
	r, w := s.local.reading, s.env.Words.Estimate.File
	right := w.Cancel
	if r.Fixed {
		right = s.env.Words.Intake.Embedded
	}
	if r.Rows > 0 {
		right = w.Rows(s.env.Words.Lang.Int(int64(r.Rows))) + " · " + right
	}
	a.Right(0, 0, a.W-1, theme.Muted, right)
	room := a.W - block.Width(right) - 4
	x := a.Clip(1, 0, min(room/2, 48), theme.Accent, w.Reading(r.Name)) + 1
	bar := min(room-x-7, 40)
	if r.Total <= 0 || bar < 5 {
		return
	}
	part := min(float64(r.Done)/float64(r.Total), 1)
	a.Fill(x, 0, bar, 1, theme.Border, "░")
	a.Fill(x, 0, int(part*float64(bar)), 1, theme.BarHome, "█")
	a.Text(x+bar+1, 0, theme.Plain, s.env.Words.Lang.Percent(100*part, 0))
}

// entered remembers when an input of the estimate was entered, for the ledger
// of who entered it.
func (s *Session) entered(in state.Intent) {
	switch in := in.(type) {
	case state.SetInput:
		if in.Input >= state.Inputs {
			return
		}
		s.local.typed[in.Input] = ""
		if in.Value != nil {
			s.local.typed[in.Input] = s.local.clock.Wall
		}
	case state.ResetEstimate, state.OpenScenario, state.SetHome:
		s.local.typed = [state.Inputs]string{}
	}
}
