package ui

import (
	"strings"

	"rakor/ui/block"
	"rakor/ui/keys"
	"rakor/ui/state"
)

// files is what was listed last for the chooser of files.
type files struct {
	dir    string // as it was asked for
	known  bool   // the answer has come
	listed []state.File
}

// openChooser opens the list of files that can be read in.
func (s *Session) openChooser() []state.Effect {
	if !s.readsFiles() {
		s.local.answer = s.env.Words.Intake.OnlyHere
		return nil
	}
	dir := s.local.files.dir // where the person was last
	s.local.list = &list{kind: keys.Import, input: newInput(dir)}
	s.local.list.input.CharLimit = state.MaxPath
	s.local.files.known = false
	s.refill()
	return []state.Effect{state.ListFiles{Kind: s.intakeKind(), Dir: dir}}
}

// cutPath parts a typed path into the folder, with its separator, and the rest.
func cutPath(path string) (dir, rest string) {
	i := strings.LastIndexAny(path, `/\`)
	return path[:i+1], path[i+1:]
}

// fileName gives the last part of a path.
func fileName(path string) string {
	_, rest := cutPath(path)
	return rest
}

// relist asks for the files of another folder, where another one is typed.
func (s *Session) relist() []state.Effect {
	l := s.local.list
	if l == nil || l.kind != keys.Import {
		return nil
	}
	dir, _ := cutPath(cleanTyped(l.input.Value()))
	if s.local.files.known && dir == s.local.files.dir {
		return nil
	}
	s.local.files = files{dir: dir}
	s.refill()
	return []state.Effect{state.ListFiles{Kind: s.intakeKind(), Dir: dir}}
}

// cleanTyped takes off the quote that a pasted path begins with, and what stood
// in the field before a path that begins anew: "data/C:\x", "data//home/x".
func cleanTyped(text string) string {
	text = strings.TrimLeft(cleanPath(text), `"'`)
	for i := len(text) - 1; i > 0; i-- {
		before, here := text[i-1], text[i:]
		if before != '/' && before != '\\' && before != '"' && before != '\'' {
			continue
		}
		drive := len(here) > 2 && here[1] == ':' && (here[2] == '\\' || here[2] == '/')
		if drive || before == '/' && (here[0] == '/' || strings.HasPrefix(here, "~/")) {
			return strings.TrimLeft(here, `"'`)
		}
	}
	return text
}

// listed takes the files of a folder, if that is still the one typed.
func (s *Session) listed(in state.FilesListed) {
	l := s.local.list
	if l == nil || l.kind != keys.Import {
		return
	}
	if dir, _ := cutPath(cleanTyped(l.input.Value())); dir == in.Dir {
		s.local.files = files{dir: dir, known: true, listed: in.Files}
		s.refill()
	}
}

// fileItems lists the folders and files that begin with what is typed, then
// those that hold it.
func (s *Session) fileItems(typed string) []item {
	dir, rest := cutPath(cleanTyped(typed))
	if !s.local.files.known || s.local.files.dir != dir {
		return nil
	}
	var out, within []item
	for _, f := range s.local.files.listed {
		name := block.Clean(f.Name)
		if name != f.Name { // it could not be typed, nor shown as it is
			continue
		}
		it := item{label: name}
		path := dir + f.Name
		if f.Dir {
			sep := separator(dir)
			it.label, it.detail = name+sep, s.env.Words.Intake.Folder
			it.do = completion(path + sep)
		} else {
			it.detail = s.env.Words.Intake.Size(f.Size)
			it.do = state.OpenIntake{Kind: s.intakeKind(), Path: path}
		}
		low, want := strings.ToLower(name), strings.ToLower(rest)
		switch {
		case strings.HasPrefix(low, want):
			out = append(out, it)
		case strings.Contains(low, want):
			within = append(within, it)
		}
	}
	return append(out, within...)
}

// separator gives the mark between folders that a path is typed with.
func separator(dir string) string {
	if strings.Contains(dir, `\`) && !strings.Contains(dir, "/") {
		return `\`
	}
	return "/"
}

// completePath fills the field with the folder or file under the cursor.
func (s *Session) completePath() []state.Effect {
	l := s.local.list
	if l.cursor >= len(l.items) {
		return nil
	}
	switch do := l.items[l.cursor].do.(type) {
	case completion:
		l.input.SetValue(string(do))
	case state.OpenIntake:
		l.input.SetValue(do.Path)
	}
	l.input.CursorEnd()
	l.cursor = 0
	s.refill()
	return s.relist()
}

// choosePath opens the file under the cursor, goes into the folder, or opens
// what is typed where nothing is listed for it.
func (s *Session) choosePath() []state.Effect {
	l := s.local.list
	typed := cleanTyped(l.input.Value())
	if l.cursor < len(l.items) {
		if _, folder := l.items[l.cursor].do.(completion); folder {
			return s.completePath()
		}
		effects := s.Do(l.items[l.cursor].do.(state.OpenIntake))
		s.local.list = nil
		return effects
	}
	if _, rest := cutPath(typed); rest == "" {
		return nil
	}
	s.local.list = nil
	return s.Do(state.OpenIntake{Kind: s.intakeKind(), Path: typed})
}
