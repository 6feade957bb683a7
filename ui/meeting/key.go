package meeting

import (
	"sync"

	"github.com/charmbracelet/colorprofile"

	"rakor/ui/block"
	"rakor/ui/lang"
	"rakor/ui/theme"
)

// Limits of a window: what a client claims beyond them is cut.
const (
	MaxWidth      = 400
	MaxHeight     = 200
	DefaultWidth  = 80
	DefaultHeight = 24
)

// Key is everything that a follower's frame depends on beside the post. Two
// followers with equal keys see the same bytes.
type Key struct {
	Width, Height int
	Theme         theme.Name
	Profile       colorprofile.Profile
	ASCII, Large  bool
	Lang          lang.Lang
	Role          Role
}

// Size gives a window as it can be drawn: 0 is the usual size, what is too
// large is cut.
func Size(width, height uint32) (w, h int) {
	w, h = DefaultWidth, DefaultHeight
	if width > 0 {
		w = int(min(width, MaxWidth))
	}
	if height > 0 {
		h = int(min(height, MaxHeight))
	}
	return w, h
}

// Envs makes environments for keys. Themes and catalogues are made once and
// shared: a thousand viewers hold two catalogues and a handful of themes. It is
// safe for concurrent use.
type Envs struct {
	mu     sync.Mutex
	themes map[themeKey]*theme.Theme
	words  map[lang.Lang]*lang.Catalogue
}

type themeKey struct {
	name    theme.Name
	profile colorprofile.Profile
}

// For gives the environment of a key.
func (e *Envs) For(k Key) block.Env {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.themes == nil {
		e.themes, e.words = map[themeKey]*theme.Theme{}, map[lang.Lang]*lang.Catalogue{}
	}
	tk := themeKey{k.Theme, k.Profile}
	t, ok := e.themes[tk]
	if !ok {
		t = theme.New(k.Theme, k.Profile)
		e.themes[tk] = t
	}
	w, ok := e.words[k.Lang]
	if !ok {
		w = lang.For(k.Lang)
		e.words[k.Lang] = w
	}
	return block.Env{Width: k.Width, Height: k.Height, Theme: t, Words: w, ASCII: k.ASCII, Large: k.Large}
}
