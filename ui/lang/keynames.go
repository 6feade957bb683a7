package lang

// Key gives the name of a key as it stands on a keyboard or is best shown:
// "↓" for "down", "Spasi" for "space". Letters stay as they are.
func (l Lang) Key(k string) string {
	switch k {
	case "up":
		return "↑"
	case "down":
		return "↓"
	case "left":
		return "←"
	case "right":
		return "→"
	case "shift+left":
		return "Shift+←"
	case "shift+right":
		return "Shift+→"
	case "pgup":
		return "PgUp"
	case "pgdown":
		return "PgDn"
	case "home":
		return "Home"
	case "end":
		return "End"
	case "enter":
		return "Enter"
	case "esc":
		return "Esc"
	case "tab":
		return "Tab"
	case "shift+tab":
		return "Shift+Tab"
	case "space":
		return pick(l, "Spasi", "Space")
	case "f1":
		return "F1"
	case "ctrl+c":
		return "Ctrl+C"
	case "ctrl+z":
		return "Ctrl+Z"
	}
	return k
}
