package meeting

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"rakor/model"
)

// MaxAgendaFile is the longest agenda that is read, in bytes.
const MaxAgendaFile = 64 << 10

// AgendaError tells what is wrong with an agenda and where.
type AgendaError struct {
	Line int // from 1; 0: the file as a whole
	What AgendaFault
	Text string // what was found
}

// AgendaFault is what can be wrong with an agenda.
type AgendaFault string

// The faults.
const (
	AgendaTooLong AgendaFault = "too long" // more than MaxAgendaFile bytes
	AgendaNotText AgendaFault = "not text" // not UTF-8, or control characters
	AgendaNotJSON AgendaFault = "not JSON" // begins as JSON and is none of the form described
	AgendaEmpty   AgendaFault = "empty"    // no item
	AgendaTooMany AgendaFault = "too many" // more than MaxAgenda items
	AgendaNoTitle AgendaFault = "no title" // an item without one
	AgendaLong    AgendaFault = "title"    // a title of more than MaxTitle bytes
	AgendaMinutes AgendaFault = "minutes"  // no whole number from 0 to MaxMinutes
	AgendaDate    AgendaFault = "date"     // no day
	AgendaView    AgendaFault = "view"     // no view of that name
	AgendaFields  AgendaFault = "fields"   // more than title, minutes, view
	AgendaTwice   AgendaFault = "twice"    // title, date, place or chair of the meeting given twice
)

// Error names the line and the fault.
func (e *AgendaError) Error() string {
	return fmt.Sprintf("meeting: agenda, line %d: %s: %q", e.Line, e.What, e.Text)
}

// ParseAgenda reads an agenda: JSON,
//
//	{"title": "...", "date": "2026-11-25", "place": "...", "chair": "...",
//	 "agenda": [{"title": "...", "minutes": 20, "view": "wilayah", "note": "..."}]}
//
// or lines of text, each an item with its minutes and its view, which may be
// left out; # begins a remark:
//
//	judul: Rakor TKPKD
//	tempat: Aula Peteng Karuhei II
//	1. Tindak lanjut rakor lalu; 10; notulen
//	2. Situasi kemiskinan kota; 20 menit; wilayah
//
// View gives the view of a name, false where there is none. The result has no
// ID and no home region. Errors: *[AgendaError].
func ParseAgenda(data []byte, view func(name string) (string, bool)) (Meeting, error) {
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	switch {
	case len(data) > MaxAgendaFile:
		return Meeting{}, &AgendaError{What: AgendaTooLong, Text: strconv.Itoa(len(data))}
	case !utf8.Valid(data) || bytes.ContainsFunc(data, func(r rune) bool { return r < ' ' && r != '\n' && r != '\r' && r != '\t' }):
		return Meeting{}, &AgendaError{What: AgendaNotText}
	}
	var m Meeting
	var err error
	if trimmed := bytes.TrimSpace(data); len(trimmed) > 0 && (trimmed[0] == '{' || trimmed[0] == '[') {
		m, err = agendaJSON(trimmed, view)
	} else {
		m, err = agendaText(string(data), view)
	}
	switch {
	case err != nil:
		return Meeting{}, err
	case len(m.Agenda) == 0:
		return Meeting{}, &AgendaError{What: AgendaEmpty}
	case len(m.Agenda) > MaxAgenda:
		return Meeting{}, &AgendaError{What: AgendaTooMany, Text: strconv.Itoa(len(m.Agenda))}
	}
	return m, nil
}

func agendaText(s string, view func(string) (string, bool)) (Meeting, error) {
	var m Meeting
	seen := map[string]bool{}
	n := 0
	for l := range strings.Lines(s) {
		n++
		l = strings.TrimSpace(l)
		if l == "" || strings.HasPrefix(l, "#") {
			continue
		}
		if field, value, ok := heading(l); ok {
			if seen[field] {
				return m, &AgendaError{Line: n, What: AgendaTwice, Text: l}
			}
			seen[field] = true
			if err := m.set(field, value); err != nil {
				return m, at(err, n)
			}
			continue
		}
		it, err := agendaItem(l, view)
		if err != nil {
			return m, at(err, n)
		}
		m.Agenda = append(m.Agenda, it)
	}
	return m, nil
}

func at(err error, line int) error {
	if e := (*AgendaError)(nil); errors.As(err, &e) {
		e.Line = line
	}
	return err
}

// heading tells whether a line is a field of the meeting, by its name in either
// language.
func heading(l string) (field, value string, ok bool) {
	name, value, found := strings.Cut(l, ":")
	if !found || strings.Contains(name, ";") {
		return "", "", false
	}
	value = strings.TrimSpace(value)
	switch strings.ToLower(strings.TrimSpace(name)) {
	case "judul", "title":
		return "title", value, true
	case "tempat", "place":
		return "place", value, true
	case "pimpinan", "chair":
		return "chair", value, true
	case "tanggal", "date":
		return "date", value, true
	}
	return "", "", false
}

func (m *Meeting) set(field, value string) error {
	if len(value) > MaxTitle {
		return &AgendaError{What: AgendaLong, Text: value[:40]}
	}
	switch field {
	case "title":
		m.Title = value
	case "place":
		m.Place = value
	case "chair":
		m.Chair = value
	case "date":
		d, err := model.ParseDate(value)
		if err != nil || len(d) != len("2026-11-25") {
			return &AgendaError{What: AgendaDate, Text: value}
		}
		m.Date = d
	}
	return nil
}

func agendaItem(l string, view func(string) (string, bool)) (Item, error) {
	parts := strings.Split(l, ";")
	if len(parts) > 3 {
		return Item{}, &AgendaError{What: AgendaFields, Text: l}
	}
	parts = append(parts, "", "")
	title := strings.TrimSpace(parts[0])
	if n, rest, ok := strings.Cut(title, "."); ok && len(n) > 0 && len(n) < 3 && strings.Trim(n, "0123456789") == "" {
		title = strings.TrimSpace(rest)
	}
	it, name := Item{Title: title}, strings.TrimSpace(parts[2])
	text := strings.ToLower(strings.TrimSpace(parts[1]))
	if text != "" && !strings.ContainsAny(text, "0123456789") && name == "" { // the view without minutes
		name, text = text, ""
	}
	if text != "" {
		for _, unit := range [...]string{"menit", "minutes", "min", "mnt"} {
			text = strings.TrimSpace(strings.TrimSuffix(text, unit))
		}
		n, err := strconv.Atoi(text)
		if err != nil {
			return it, &AgendaError{What: AgendaMinutes, Text: strings.TrimSpace(parts[1])}
		}
		it.Minutes = n
	}
	return it.checked(name, view)
}

// checked gives the item with its view, where everything about it holds.
func (it Item) checked(name string, view func(string) (string, bool)) (Item, error) {
	switch {
	case strings.TrimSpace(it.Title) == "":
		return it, &AgendaError{What: AgendaNoTitle}
	case len(it.Title) > MaxTitle:
		return it, &AgendaError{What: AgendaLong, Text: it.Title[:40]}
	case it.Minutes < 0 || it.Minutes > MaxMinutes:
		return it, &AgendaError{What: AgendaMinutes, Text: strconv.Itoa(it.Minutes)}
	case len(it.Note) > MaxText:
		return it, &AgendaError{What: AgendaLong, Text: it.Note[:40]}
	}
	if name == "" {
		return it, nil
	}
	v, ok := view(strings.ToLower(name))
	if !ok {
		return it, &AgendaError{What: AgendaView, Text: name}
	}
	it.View = v
	return it, nil
}

func agendaJSON(data []byte, view func(string) (string, bool)) (Meeting, error) {
	type item struct {
		Title   string `json:"title"`
		Minutes int    `json:"minutes"`
		View    string `json:"view"`
		Note    string `json:"note"`
	}
	var file struct {
		Title  string `json:"title"`
		Date   string `json:"date"`
		Place  string `json:"place"`
		Chair  string `json:"chair"`
		Agenda []item `json:"agenda"`
	}
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	var err error
	if data[0] == '[' {
		err = dec.Decode(&file.Agenda)
	} else {
		err = dec.Decode(&file)
	}
	if err == nil {
		if _, more := dec.Token(); !errors.Is(more, io.EOF) {
			err = errors.New("text after the end")
		}
	}
	if err != nil {
		offset := dec.InputOffset()
		if e := (*json.SyntaxError)(nil); errors.As(err, &e) {
			offset = e.Offset
		}
		line := 1 + bytes.Count(data[:max(min(int(offset), len(data)), 0)], []byte{'\n'})
		return Meeting{}, &AgendaError{Line: line, What: AgendaNotJSON, Text: err.Error()}
	}
	var m Meeting
	for field, value := range map[string]string{"title": file.Title, "place": file.Place, "chair": file.Chair, "date": file.Date} {
		if value == "" {
			continue
		}
		if err := m.set(field, value); err != nil {
			return m, err
		}
	}
	for _, x := range file.Agenda {
		it, err := Item{Title: strings.TrimSpace(x.Title), Minutes: x.Minutes, Note: x.Note}.checked(x.View, view)
		if err != nil {
			return m, err
		}
		m.Agenda = append(m.Agenda, it)
	}
	return m, nil
}
