package block

import "unicode/utf8"

// asciiTwin gives the one-column ASCII character that stands for a box-drawing
// character, block, arrow or typographic sign; letters stay as they are.
func asciiTwin(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if r < 0x80 || n != len(s) {
		return s
	}
	switch r {
	case '─', '━', '╌', '┄', '┈', '‐', '‑', '–', '—', '−', '╴', '╶', '╸', '╺':
		return "-"
	case '│', '┃', '┆', '╎', '▏', '▕', '╵', '╷':
		return "|"
	case '┊':
		return ":"
	case '═':
		return "="
	case '…', '≈':
		return "~"
	case '·', '•', '∙':
		return "."
	case '●', '○', '◆', '◇', '◦', '■', '□':
		return "o"
	case '▸', '▶', '→', '›', '»':
		return ">"
	case '◂', '◀', '←', '‹', '«':
		return "<"
	case '▲', '↑':
		return "^"
	case '▼', '↓', '▾':
		return "v"
	case '×':
		return "x"
	case '✓':
		return "v"
	case '²':
		return "2"
	case '“', '”':
		return `"`
	case '‘', '’':
		return "'"
	case '�':
		return "?"
	case '\u00a0', '\u202f':
		return " "
	case '░', '▒':
		return "."
	}
	switch {
	case r >= 0x2500 && r <= 0x257f: // corners and crossings
		return "+"
	case r >= 0x2580 && r <= 0x259f: // blocks
		return "#"
	case r >= 0x2800 && r <= 0x28ff: // Braille
		return "*"
	}
	return s
}
