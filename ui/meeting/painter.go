package meeting

import (
	"bytes"
	"strconv"
	"strings"
	"sync"

	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// home ends every frame: pen reset, cursor at the upper left.
const home = "\x1b[m\x1b[H"

// Painter turns frames (lines joined by newlines, as ui.Frame has them) into
// what a terminal must be sent. It is safe for concurrent use.
//
// Whole frames and differences start and end alike, with the pen reset and the
// cursor at home, and every move is absolute: any of them can follow any other,
// as long as a difference follows the frame that it was made from.
//
// The cells of a screen of 120x36 take half a megabyte, twice over. So nobody
// has a screen of their own: a difference is made on one of a few screens that
// are lent out, by drawing the lines that differ as they were, throwing the
// output away, and drawing them as they are to be.
type Painter struct {
	mu    sync.Mutex
	spare []*brush // the most recently used last
}

// maxSpare is how many cells of screens are kept for the next difference: those
// of 16 usual windows, some 20 MB.
const maxSpare = 16 * 120 * 40

// Full gives the bytes that draw a frame of w by h on a screen in any state.
// No more than h lines are drawn.
func (p *Painter) Full(w, h int, frame string) []byte {
	lines := strings.Split(frame, "\n")
	b := make([]byte, 0, len(frame)+len(lines)*12+32)
	// Without wrapping a line that the terminal measures longer than we do
	// cannot run into the next one, or scroll the screen from the last.
	b = append(b, "\x1b[m\x1b[?7l"...)
	for y := range h {
		line := ""
		if y < len(lines) {
			line = lines[y]
		}
		b = append(b, "\x1b["...)
		b = strconv.AppendInt(b, int64(y+1), 10)
		b = append(b, 'H')
		b = append(b, line...)
		if ansi.StringWidthWc(line) < w {
			b = append(b, "\x1b[K"...)
		}
	}
	b = append(b, "\x1b[?7h"...)
	return append(b, home...)
}

// Diff gives the bytes that turn a screen of w by h on which the frame old
// stands into one with the frame next; none where they are equal.
//
// Should the renderer fail on them it gives the whole frame instead.
func (p *Painter) Diff(w, h int, old, next string) (out []byte) {
	if old == next {
		return nil
	}
	defer func() {
		if recover() != nil { // the screen that it broke on is not lent out again
			out = p.Full(w, h, next)
		}
	}()
	br := p.lend(w, h)
	out = br.diff(strings.Split(old, "\n"), strings.Split(next, "\n"))
	p.giveBack(br)
	return out
}

func (p *Painter) lend(w, h int) *brush {
	if b := p.find(w, h); b != nil {
		return b
	}
	return newBrush(w, h) // takes a while: nobody is to wait for it
}

func (p *Painter) find(w, h int) *brush {
	p.mu.Lock()
	defer p.mu.Unlock()
	for i := len(p.spare) - 1; i >= 0; i-- {
		if b := p.spare[i]; b.w == w && b.h == h {
			p.spare = append(p.spare[:i], p.spare[i+1:]...)
			return b
		}
	}
	return nil
}

func (p *Painter) giveBack(b *brush) {
	p.mu.Lock()
	defer p.mu.Unlock()
	cells := b.w * b.h
	for _, old := range p.spare {
		cells += old.w * old.h
	}
	for cells > maxSpare && len(p.spare) > 0 {
		cells -= p.spare[0].w * p.spare[0].h
		p.spare = append(p.spare[:0], p.spare[1:]...)
	}
	if cells > maxSpare { // larger than all that is kept
		return
	}
	p.spare = append(p.spare, b)
}

// brush is a renderer with the cells that it draws.
type brush struct {
	w, h int
	r    *uv.TerminalRenderer
	buf  uv.ScreenBuffer
	out  bytes.Buffer
}

func newBrush(w, h int) *brush {
	b := &brush{w: w, h: h}
	// What xterm can do, Windows, PuTTY, tmux and the Linux console can do.
	// With less the renderer falls back on insert mode, which some lack.
	b.r = uv.NewTerminalRenderer(&b.out, []string{"TERM=xterm"})
	b.r.SetColorProfile(colorprofile.TrueColor) // themes have chosen the colours already
	b.r.SetFullscreen(true)
	b.r.SetRelativeCursor(false)
	// One row more than the screen has, with something in it: the renderer
	// erases below a frame whose last rows are empty, and the rows that are
	// not drawn here only seem to be.
	b.buf = uv.NewScreenBuffer(w, h+1)
	b.buf.SetCell(0, h, &uv.Cell{Content: "x", Width: 1})
	b.render()
	b.out.Reset()
	return b
}

func (b *brush) diff(old, next []string) []byte {
	var rows []int
	for y := range b.h {
		if line(old, y) != line(next, y) {
			rows = append(rows, y)
		}
	}
	for _, y := range rows {
		b.draw(y, line(old, y))
	}
	b.render()
	b.out.Reset()
	for _, y := range rows {
		b.draw(y, line(next, y))
	}
	b.render()
	if b.out.Len() == 0 {
		return nil
	}
	b.out.WriteString(home)
	out := bytes.Clone(b.out.Bytes())
	b.out.Reset()
	return out
}

func (b *brush) draw(y int, text string) {
	uv.NewStyledString(text).Draw(b.buf, uv.Rect(0, y, b.w, 1))
}

// render draws what has changed, from wherever the cursor is.
func (b *brush) render() {
	b.r.SetPosition(-1, -1)
	b.r.Render(b.buf.RenderBuffer)
	_ = b.r.Flush() // into memory
}

func line(lines []string, y int) string {
	if y < len(lines) {
		return lines[y]
	}
	return ""
}
