package keys

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// MaxFile is the longest file of keys that is read, in bytes.
const MaxFile = 64 << 10

// FileFault is what can be wrong with a file of keys.
type FileFault string

// The faults.
const (
	FileTooLong FileFault = "too long" // more than MaxFile bytes
	FileNotText FileFault = "not text"
	FileForm    FileFault = "form"     // not COMMAND = KEY, KEY
	FileCommand FileFault = "command"  // no command of that name
	FileKey     FileFault = "key"      // no key of that name
	FileTwice   FileFault = "twice"    // the command stands in two lines
	FileTaken   FileFault = "taken"    // the key means something else there
	FileQuit    FileFault = "quit"     // leaving would have no key
	FileTyping  FileFault = "reserved" // ctrl+c, esc and enter keep their meaning
)

// FileError tells what is wrong with a file of keys and where.
type FileError struct {
	Line  int // from 1; 0: the file as a whole
	What  FileFault
	Text  string  // what was found
	Other Command // whose key is taken
}

// Error names the line and the fault.
func (e *FileError) Error() string {
	return fmt.Sprintf("keys: line %d: %s: %q", e.Line, e.What, e.Text)
}

// Read gives the key map with the changes of a file. Each line names a command
// and the keys that it is to have, none for reaching it by the palette alone:
//
//	# a remark
//	decide = n, ctrl+k
//	mouse =
//
// command gives the command of a name, false where there is none. A key of a
// command that the file gives another one is free. Errors: *[FileError] for the
// first line that is wrong; the map is then the one it was.
func (m Map) Read(text string, command func(name string) (Command, bool)) (Map, error) {
	switch {
	case len(text) > MaxFile:
		return m, &FileError{What: FileTooLong}
	case !utf8.ValidString(text) || strings.ContainsFunc(text, func(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\r' && r != '\t' }):
		return m, &FileError{What: FileNotText}
	}
	out := Map{bindings: m.All()}
	line := map[Command]int{}
	n := 0
	for l := range strings.Lines(strings.TrimPrefix(text, "\ufeff")) {
		n++
		l = strings.TrimSpace(l)
		if l == "" || strings.HasPrefix(l, "#") {
			continue
		}
		name, list, ok := cutKeys(l)
		if !ok {
			return m, &FileError{Line: n, What: FileForm, Text: l}
		}
		c, ok := command(name)
		switch {
		case !ok:
			return m, &FileError{Line: n, What: FileCommand, Text: name}
		case line[c] > 0:
			return m, &FileError{Line: n, What: FileTwice, Text: name}
		}
		line[c] = n
		ks, err := readKeys(list)
		if err != nil {
			err.Line = n
			return m, err
		}
		if c == Quit { // the way out stays, whatever the file says
			ks = append(ks, "ctrl+c")
			if len(ks) == 1 {
				return m, &FileError{Line: n, What: FileQuit, Text: name}
			}
		}
		for i := range out.bindings {
			if out.bindings[i].Command == c {
				out.bindings[i].Keys = ks
			}
		}
	}
	if err := out.conflict(line); err != nil {
		return m, err
	}
	return out, nil
}

// cutKeys cuts a line into a name and its keys. The key "=" may stand in them.
func cutKeys(l string) (name, list string, ok bool) {
	name, list, ok = strings.Cut(l, "=")
	return strings.TrimSpace(name), strings.TrimSpace(list), ok && strings.TrimSpace(name) != ""
}

func readKeys(list string) ([]string, *FileError) {
	var out []string
	if list == "," { // the key itself
		return []string{","}, nil
	}
	for k := range strings.SplitSeq(list, ",") {
		k = strings.TrimSpace(k)
		if k == "" {
			continue
		}
		name, ok := keyName(k)
		switch {
		case !ok:
			return nil, &FileError{What: FileKey, Text: k}
		case name == "ctrl+c" || name == "esc" || name == "enter":
			return nil, &FileError{What: FileTyping, Text: k}
		}
		if !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out, nil
}

// keyName gives a key as the terminal library names it.
func keyName(k string) (string, bool) {
	if utf8.RuneCountInString(k) == 1 {
		r, _ := utf8.DecodeRuneInString(k)
		return k, unicode.IsPrint(r) && r != ' '
	}
	low := strings.ToLower(k)
	rest, mod := low, ""
	for _, m := range [...]string{"ctrl+", "alt+", "shift+"} {
		if r, ok := strings.CutPrefix(rest, m); ok {
			rest, mod = r, mod+m
		}
	}
	named := []string{
		"space", "tab", "enter", "esc", "up", "down", "left", "right", "home", "end", "pgup", "pgdown", "insert", "delete", "backspace",
		"f1", "f2", "f3", "f4", "f5", "f6", "f7", "f8", "f9", "f10", "f11", "f12",
	}
	if slices.Contains(named, rest) {
		return mod + rest, true
	}
	return mod + rest, mod != "" && mod != "shift+" && len(rest) == 1 && rest[0] > ' ' && rest[0] < 0x7f
}

// conflict tells of a key that means two things in one place. The line to blame
// is that of the command which the file gave the key to.
func (m Map) conflict(line map[Command]int) error {
	for i, a := range m.bindings {
		for _, b := range m.bindings[i+1:] {
			if a.Command == b.Command || !meet(a.Scope, b.Scope) {
				continue
			}
			for _, k := range a.Keys {
				if !slices.Contains(b.Keys, k) {
					continue
				}
				mine, other := a.Command, b.Command
				if line[other] > line[mine] {
					mine, other = other, mine
				}
				if line[mine] == 0 {
					continue // as the program itself has it
				}
				return &FileError{Line: line[mine], What: FileTaken, Text: k, Other: other}
			}
		}
	}
	return nil
}

// meet tells whether keys of two scopes hold at the same time. What asks for an
// answer goes before everything else.
func meet(a, b Scope) bool {
	if a == b {
		return true
	}
	return (a == Global || b == Global) && max(a, b) < PeopleList
}
