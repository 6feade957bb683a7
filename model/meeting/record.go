package meeting

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"rakor/model"
)

// Limits of what is kept, in bytes of a text and numbers of a list.
const (
	MaxTitle      = 200
	MaxText       = 2000 // of a decision, a note, a reason
	MaxView       = 4096
	MaxAgenda     = 50
	MaxAttendance = 2000
	MaxFigures    = 40
	MaxProgress   = 200
	MaxMinutes    = 24 * 60 // planned for an item
)

// ID names a meeting: its day, and from the second of a day on "-2", "-3".
type ID string

// DecisionID names a decision: its meeting and its number there, "2026-11-25/3".
type DecisionID string

// Stamp is a moment as RFC 3339 writes it, in UTC and to the second; "" is not
// known. Stamps order as texts.
type Stamp string

// Meeting is one meeting.
type Meeting struct {
	ID         ID         `json:"id"`
	Home       string     `json:"home"` // BPS code of the region whose team meets
	Title      string     `json:"title"`
	Date       model.Date `json:"date"`
	Place      string     `json:"place,omitempty"`
	Chair      string     `json:"chair,omitempty"`
	Agenda     []Item     `json:"agenda,omitempty"`
	Attendance []Attendee `json:"attendance,omitempty"`
	Opened     Stamp      `json:"opened,omitempty"` // when the first item was called
	Closed     Stamp      `json:"closed,omitempty"`
}

// Item is one item of the agenda.
type Item struct {
	Title   string `json:"title"`
	Minutes int    `json:"minutes,omitempty"` // planned; 0: not planned
	View    string `json:"view,omitempty"`    // the view it opens, opaque here; "" leaves the screen alone
	Note    string `json:"note,omitempty"`    // for the presenter alone
}

// Attendee is somebody who was there: who joined, with since and until, or who
// was written down.
type Attendee struct {
	Name       string `json:"name"`
	Department string `json:"department,omitempty"`
	Joined     bool   `json:"joined,omitempty"` // over the network; else written down
	Since      Stamp  `json:"since,omitempty"`
	Until      Stamp  `json:"until,omitempty"`
}

// Status is how far a decision has come.
type Status string

// The statuses.
const (
	Open      Status = "open"
	Done      Status = "done"
	Extended  Status = "extended"  // open, with a later deadline
	Escalated Status = "escalated" // open, taken to somebody above
	Dropped   Status = "dropped"
)

// Statuses lists the statuses in their order.
func Statuses() []Status { return []Status{Open, Done, Extended, Escalated, Dropped} }

// IsOpen tells whether something is still to be done.
func (s Status) IsOpen() bool { return s == Open || s == Extended || s == Escalated }

// Decision is what was decided: who does what until when, and on which figures.
type Decision struct {
	Meeting  ID         `json:"meeting"`
	Number   int        `json:"number"`         // from 1 in its meeting
	Item     int        `json:"item,omitempty"` // of the agenda, from 1; 0: none
	Text     string     `json:"text"`
	Owner    string     `json:"owner,omitempty"` // the department that answers for it
	Deadline model.Date `json:"deadline,omitempty"`
	Status   Status     `json:"status"`
	Note     string     `json:"note,omitempty"`
	Basis    Basis      `json:"basis"`
	By       string     `json:"by,omitempty"` // who recorded it
	At       Stamp      `json:"at,omitempty"`
	// Progress is what became of it, the oldest first.
	Progress []Progress `json:"progress,omitempty"`
}

// ID gives the decision's name.
func (d Decision) ID() DecisionID { return DecisionID(fmt.Sprintf("%s/%d", d.Meeting, d.Number)) }

// Basis is what was on the screen when a decision was taken.
type Basis struct {
	View    string   `json:"view,omitempty"` // opaque here
	Dataset string   `json:"dataset,omitempty"`
	Figures []Figure `json:"figures,omitempty"`
}

// Figure is one number as it was shown. Key tells what it is, in a form that
// finds the same figure in later data; Text is the sentence with its period and
// unit that people read; Source says where it came from.
type Figure struct {
	Key    string  `json:"key"`
	Label  string  `json:"label"`
	Value  float64 `json:"value"`
	Text   string  `json:"text"`
	Period string  `json:"period,omitempty"` // as periods are written, "2025-03"; "" for a sum of a list
	Source string  `json:"source,omitempty"`
}

// Progress is one step of a decision: a new status, a new deadline with its
// reason, or a word on how it goes.
type Progress struct {
	Meeting  ID         `json:"meeting,omitempty"` // in which it was said; "" between meetings
	At       Stamp      `json:"at"`
	By       string     `json:"by,omitempty"`
	Status   Status     `json:"status"`
	Deadline model.Date `json:"deadline,omitempty"` // the one that holds from now on
	Reason   string     `json:"reason,omitempty"`
}

// Hands is one show of hands. Who chose what is not part of it.
type Hands struct {
	Meeting  ID     `json:"meeting"`
	Number   int    `json:"number"`
	Item     int    `json:"item,omitempty"`
	Question string `json:"question"`
	Agree    int    `json:"agree"`
	Disagree int    `json:"disagree"`
	Abstain  int    `json:"abstain"`
	Asked    int    `json:"asked"` // how many could have answered
	At       Stamp  `json:"at"`    // when it was closed
}

// Answered gives how many showed a hand.
func (h Hands) Answered() int { return h.Agree + h.Disagree + h.Abstain }

// Few tells whether fewer than half of those asked answered: a result that
// says little of the room.
func (h Hands) Few() bool { return 2*h.Answered() < h.Asked }

// Record is a [Meeting], a [Decision] or [Hands].
type Record interface {
	// Key names the record among all records.
	Key() string
	// Check gives what is wrong with it, nil for nothing.
	Check() error
}

// Key is "m/" and the meeting's ID.
func (m Meeting) Key() string { return "m/" + string(m.ID) }

// Key is "d/" and the decision's ID.
func (d Decision) Key() string { return "d/" + string(d.ID()) }

// Key is "h/", the meeting's ID and the number.
func (h Hands) Key() string { return fmt.Sprintf("h/%s/%d", h.Meeting, h.Number) }

// ErrRecord is returned for a record that cannot be kept.
var ErrRecord = errors.New("not a record of a meeting")

func invalid(key, format string, args ...any) error {
	return fmt.Errorf("meeting: %w: %s: %s", ErrRecord, key, fmt.Sprintf(format, args...))
}

// text refuses what cannot be shown or is too long.
func text(key, field, s string, most int) error {
	switch {
	case len(s) > most:
		return invalid(key, "%s has %d bytes, at most %d", field, len(s), most)
	case !utf8.ValidString(s):
		return invalid(key, "%s is not UTF-8", field)
	case strings.ContainsFunc(s, func(r rune) bool { return r < ' ' && r != '\n' || r == 0x7f }):
		return invalid(key, "%s has control characters", field)
	}
	return nil
}

func date(key, field string, d model.Date, whole bool) error {
	got, err := model.ParseDate(string(d))
	if err != nil || got != d || whole && len(d) != len("2026-11-25") {
		return invalid(key, "%s %q is no day", field, d)
	}
	return nil
}

// checkID refuses an ID that is not a day with or without a number.
func checkID(key string, id ID) error {
	day, rest := id, ""
	if len(id) > 10 {
		day, rest = id[:10], string(id[10:])
	}
	ok := rest == ""
	if strings.HasPrefix(rest, "-") && len(rest) > 1 && len(rest) < 5 && rest[1] != '0' {
		ok = strings.Trim(rest[1:], "0123456789") == "" && rest != "-1"
	}
	if d, err := model.ParseDate(string(day)); err != nil || string(d) != string(day) || len(day) != 10 || !ok {
		return invalid(key, "%q names no meeting", id)
	}
	return nil
}

// Check refuses a meeting without a title or a day, with texts that are too
// long or cannot be shown, or with too long lists.
func (m Meeting) Check() error {
	key := m.Key()
	errs := []error{
		checkID(key, m.ID), date(key, "date", m.Date, true),
		text(key, "title", m.Title, MaxTitle), text(key, "place", m.Place, MaxTitle), text(key, "chair", m.Chair, MaxTitle),
		text(key, "home", m.Home, 16),
	}
	if strings.TrimSpace(m.Title) == "" {
		errs = append(errs, invalid(key, "no title"))
	}
	if len(m.Agenda) > MaxAgenda || len(m.Attendance) > MaxAttendance {
		errs = append(errs, invalid(key, "%d items of the agenda and %d people, at most %d and %d", len(m.Agenda), len(m.Attendance), MaxAgenda, MaxAttendance))
	}
	for i, it := range m.Agenda {
		field := fmt.Sprintf("item %d", i+1)
		errs = append(errs, text(key, field, it.Title, MaxTitle), text(key, field+", note", it.Note, MaxText), text(key, field+", view", it.View, MaxView))
		if strings.TrimSpace(it.Title) == "" || it.Minutes < 0 || it.Minutes > MaxMinutes {
			errs = append(errs, invalid(key, "%s has no title, or %d minutes", field, it.Minutes))
		}
	}
	for i, p := range m.Attendance {
		field := fmt.Sprintf("person %d", i+1)
		errs = append(errs, text(key, field, p.Name, MaxTitle), text(key, field, p.Department, MaxTitle))
	}
	return errors.Join(errs...)
}

// Check refuses a decision without a text, meeting or number, with a status
// that is none, with a deadline that is no day, or with texts that are too long
// or cannot be shown.
func (d Decision) Check() error {
	key := d.Key()
	errs := []error{
		checkID(key, d.Meeting), text(key, "text", d.Text, MaxText), text(key, "owner", d.Owner, MaxTitle),
		text(key, "note", d.Note, MaxText), text(key, "by", d.By, MaxTitle), text(key, "view", d.Basis.View, MaxView),
		text(key, "dataset", d.Basis.Dataset, MaxTitle), status(key, d.Status),
	}
	if d.Deadline != "" {
		errs = append(errs, date(key, "deadline", d.Deadline, true))
	}
	if strings.TrimSpace(d.Text) == "" {
		errs = append(errs, invalid(key, "no text"))
	}
	if d.Number < 1 || d.Item < 0 || d.Item > MaxAgenda {
		errs = append(errs, invalid(key, "number %d, item %d", d.Number, d.Item))
	}
	if len(d.Basis.Figures) > MaxFigures || len(d.Progress) > MaxProgress {
		errs = append(errs, invalid(key, "%d figures and %d steps, at most %d and %d", len(d.Basis.Figures), len(d.Progress), MaxFigures, MaxProgress))
	}
	for _, f := range d.Basis.Figures {
		errs = append(errs, text(key, "figure", f.Key+f.Label+f.Text+f.Source, MaxText))
	}
	for _, p := range d.Progress {
		errs = append(errs, status(key, p.Status), text(key, "reason", p.Reason, MaxText), text(key, "by", p.By, MaxTitle))
		if p.Deadline != "" {
			errs = append(errs, date(key, "deadline", p.Deadline, true))
		}
	}
	return errors.Join(errs...)
}

func status(key string, s Status) error {
	for _, known := range Statuses() {
		if s == known {
			return nil
		}
	}
	return invalid(key, "status %q", s)
}

// Check refuses counts below zero, more hands than people asked, and a question
// that is empty, too long or cannot be shown.
func (h Hands) Check() error {
	key := h.Key()
	errs := []error{checkID(key, h.Meeting), text(key, "question", h.Question, MaxTitle)}
	if strings.TrimSpace(h.Question) == "" || h.Number < 1 || h.Item < 0 {
		errs = append(errs, invalid(key, "no question, or number %d", h.Number))
	}
	if min(h.Agree, h.Disagree, h.Abstain) < 0 || h.Answered() > h.Asked {
		errs = append(errs, invalid(key, "%d, %d and %d hands of %d", h.Agree, h.Disagree, h.Abstain, h.Asked))
	}
	return errors.Join(errs...)
}
