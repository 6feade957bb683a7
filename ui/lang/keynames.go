package lang

import "strings"

// Key gives the name of a key as it stands on a keyboard or is best shown:
// "↓" for "down", "Spasi" for "space", "Ctrl+R" for "ctrl+r". Letters stay as
// they are.
func (l Lang) Key(k string) string {
	for prefix, name := range map[string]string{"ctrl+": "Ctrl+", "alt+": "Alt+", "shift+": "Shift+"} {
		if rest, ok := strings.CutPrefix(k, prefix); ok {
			if len(rest) == 1 {
				return name + strings.ToUpper(rest)
			}
			return name + l.Key(rest)
		}
	}
	switch k {
	case "up":
		return "↑"
	case "down":
		return "↓"
	case "left":
		return "←"
	case "right":
		return "→"
	case "pgup":
		return "PgUp"
	case "pgdown":
		return "PgDn"
	case "space":
		return pick(l, "Spasi", "Space")
	case "home", "end", "enter", "esc", "tab", "insert", "delete", "backspace":
		return strings.ToUpper(k[:1]) + k[1:]
	}
	if len(k) > 1 && k[0] == 'f' && strings.Trim(k[1:], "0123456789") == "" {
		return "F" + k[1:]
	}
	return k
}
