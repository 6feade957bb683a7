package sshd

import (
	"time"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
)

// What a person may send: more than anybody types or a mouse reports, less
// than a pasted megabyte. What is beyond is thrown away.
const (
	inputRate  = 4 << 10  // bytes a second
	inputBurst = 16 << 10 // bytes at once
	maxPaste   = 4 << 10  // bytes of one paste that are kept
	maxPending = 256      // bytes of a sequence that does not end
)

// escTime is how long the rest of a sequence may take after its ESC.
const escTime = 50 * time.Millisecond

// answerTime is the same for the answer to a frame.
const answerTime = time.Second

// budget is a bucket of bytes. Once it is empty nothing passes until it is half
// full again, so that the tail of a flood does not come in pieces.
type budget struct {
	left  float64
	last  time.Time
	spent bool
}

// take tells whether n bytes may pass at a time, and whether some were thrown
// away before them.
func (b *budget) take(n int, now time.Time) (ok, after bool) {
	if b.last.IsZero() {
		b.left = inputBurst
	} else {
		b.left = min(inputBurst, b.left+now.Sub(b.last).Seconds()*inputRate)
	}
	b.last = now
	if b.spent && b.left < inputBurst/2 {
		return false, false
	}
	after, b.spent = b.spent, false
	if b.left -= float64(n); b.left < 0 {
		b.left, b.spent = 0, true
		return false, false
	}
	return true, after
}

// answered is a terminal's answer to the question that follows a frame.
type answered struct{}

// dark is a terminal's answer to what its background is.
type dark bool

// decoder turns what a terminal sends into events: tea.KeyPressMsg,
// tea.PasteMsg, tea.MouseClickMsg, tea.MouseWheelMsg, answered and dark.
type decoder struct {
	uv      uv.EventDecoder
	pending []byte
	paste   []byte
	pasting bool
}

// status is the answer "I am well" to ESC [ 5 n.
const status = "\x1b[0n"

// feed decodes a chunk; wait tells that it ends within a sequence.
func (d *decoder) feed(chunk []byte) (events []any, wait bool) {
	if len(d.pending) == 0 && !d.pasting && string(chunk) == status {
		return []any{answered{}}, false // what nearly everything is
	}
	d.pending = append(d.pending, chunk...)
	return d.decode(len(d.pending) > maxPending)
}

// flush decodes what is left as if nothing would follow.
func (d *decoder) flush() []any {
	events, _ := d.decode(true)
	return events
}

// reset forgets what was begun.
func (d *decoder) reset() { d.pending, d.paste, d.pasting = nil, nil, false }

func (d *decoder) decode(expired bool) (events []any, wait bool) {
	buf := d.pending
	for len(buf) > 0 {
		n, ev := d.uv.Decode(buf)
		if n <= 0 {
			n = 1
		}
		_, unknown := ev.(uv.UnknownEvent)
		if !expired && (unknown || buf[0] == 0x1b && n <= 2) && n >= len(buf) {
			break // the rest may be on its way
		}
		if e := d.event(ev, buf[:n]); e != nil {
			events = append(events, e)
		}
		buf = buf[n:]
	}
	if len(buf) == 0 {
		d.pending = nil
		return events, false
	}
	d.pending = append([]byte(nil), buf...)
	return events, true
}

// event gives what an event of the decoder means here; nil for nothing.
func (d *decoder) event(ev uv.Event, raw []byte) any {
	if _, end := ev.(uv.PasteEndEvent); d.pasting && !end {
		if len(d.paste)+len(raw) <= maxPaste {
			d.paste = append(d.paste, raw...)
		}
		return nil
	}
	switch ev := ev.(type) {
	case uv.PasteStartEvent:
		d.pasting = true
	case uv.PasteEndEvent:
		text := string(d.paste)
		d.paste, d.pasting = nil, false
		if text != "" {
			return tea.PasteMsg{Content: text}
		}
	case uv.KeyPressEvent:
		return tea.KeyPressMsg(ev)
	case uv.MouseClickEvent:
		if ev.Button == uv.MouseLeft {
			return tea.MouseClickMsg(ev)
		}
	case uv.MouseWheelEvent:
		return tea.MouseWheelMsg(ev)
	case uv.BackgroundColorEvent:
		return dark(ev.IsDark())
	case uv.UnknownCsiEvent:
		if string(ev) == status {
			return answered{}
		}
	}
	return nil
}
