package meeting

import (
	"strconv"
	"strings"

	"rakor/ui/block"
	"rakor/ui/keys"
	"rakor/ui/lang"
	"rakor/ui/theme"
)

// Bar is the bottom line of everybody in the room.
type Bar struct {
	Mark  string      // in front, what one is: following, looking around
	Style theme.Style // of Mark
	Keys  string      // what one can press
	Loose bool        // where not all keys fit the first ones go, so that the last stays
}

// Compose puts the bar in the place of a frame's last line.
func Compose(env block.Env, frame string, b Bar) string {
	line := BarLine(env, b)
	if i := strings.LastIndexByte(frame, '\n'); i >= 0 {
		return frame[:i+1] + line
	}
	return line
}

// keyGap stands between two keys.
const keyGap = " · "

// BarLine draws the bar as one line.
func BarLine(env block.Env, b Bar) string {
	env.Height = 1
	c := block.New(env)
	a := c.All()
	x := a.Clip(1, 0, a.W-2, b.Style, b.Mark)
	keys := strings.Split(b.Keys, keyGap)
	for b.Loose && len(keys) > 1 && x+3+block.Width(strings.Join(keys, keyGap)) >= a.W {
		keys = keys[1:]
	}
	if x+3 < a.W {
		a.Clip(x+3, 0, a.W-x-4, theme.Muted, strings.Join(keys, keyGap))
	}
	return c.Frame(env.Theme)
}

// FollowerBar gives the bar of everybody who follows, for a post. It holds
// nothing personal.
func FollowerBar(w *lang.Catalogue, p *Post) Bar {
	r := &w.Room
	name := p.Driver
	if name == lang.Indonesian.Room().Presenter || name == lang.English.Room().Presenter {
		name = ""
	}
	b := Bar{Mark: r.Following(name), Style: theme.Accent, Keys: hints(w.Lang, keys.Large, keys.Language, keys.Quit), Loose: true}
	if p.Mode == Live {
		b.Keys = r.MoveLooks + keyGap + b.Keys
	}
	switch {
	case p.Away:
		b.Mark, b.Style = "! "+r.Away, theme.Warn
	case p.Mode == Frozen:
		b.Mark, b.Style = "= "+r.Frozen, theme.Warn
	case p.Mode == Live && p.State.Pointer:
		b.Mark = "> " + b.Mark + " · " + r.Pointer
	}
	if p.Away {
		return b
	}
	return handsBar(w, p, b)
}

// LookBar gives the bar of who looks around alone: where the presenter is.
func LookBar(w *lang.Catalogue, p *Post) Bar {
	tab := strconv.Itoa(int(p.State.Tab)+1) + " " + strings.TrimSpace(w.Common.TabsShort[p.State.Tab])
	if p.State.Meeting.Shown {
		tab = w.Minutes.Title
	}
	b := Bar{Mark: w.Room.Looking(tab), Style: theme.Accent, Keys: hints(w.Lang, keys.Follow, keys.Help, keys.Quit)}
	if p.Away {
		b.Mark, b.Style = "! "+w.Room.Away, theme.Warn
	}
	return b
}

// hints names the keys of commands as the line of keys does, for who has the
// program's own keys.
func hints(l lang.Lang, cs ...keys.Command) string { return hintsOf(keys.Default(), l, cs...) }

// hintsOf names the keys of commands in a key map.
func hintsOf(m keys.Map, l lang.Lang, cs ...keys.Command) string {
	var out []string
	for _, c := range cs {
		out = append(out, keyOf(m, l, c)+" "+l.Command(c).Hint)
	}
	return strings.Join(out, keyGap)
}

// keyOf names the first key of a command.
func keyOf(m keys.Map, l lang.Lang, c keys.Command) string {
	for _, b := range m.All() {
		if b.Command == c && len(b.Keys) > 0 {
			return l.Key(b.Keys[0])
		}
	}
	return ""
}

// BlankFrame is what the room sees while the presenter has blanked the screen.
func BlankFrame(env block.Env, text string) string {
	c := block.New(env)
	a := c.All()
	lines := block.Wrap(text, max(a.W-2, 1))
	for i, l := range lines {
		a.Text(max((a.W-block.Width(l))/2, 0), (a.H-len(lines))/2+i, theme.Muted, l)
	}
	return c.Frame(env.Theme)
}
