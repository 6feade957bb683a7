package microdata

import (
	"context"
	"errors"
	"fmt"
	"io"
	"sync/atomic"
)

// chunkSize is how much of the file is parsed at a time, and how long a record
// may be. It fits the second-level cache of a core with the block made from it.
const chunkSize = 512 << 10

// chunk is a stretch of whole records.
type chunk struct {
	seq    int
	data   []byte // ends with a line feed
	buf    []byte // data lies in it
	raw    int64
	last   bool
	err    error
	head   *head // of the first chunk
	format Format
}

// feeder cuts a file into chunks. It owns a fixed number of buffers, which come
// back after their block was collected, so that no worker runs ahead far.
type feeder struct {
	chunks chan chunk
	bufs   chan []byte
	blocks chan *block
	done   <-chan struct{}
	size   int // of a buffer
	spare  int // buffers not yet made
	seq    int
	format Format
	raw    atomic.Int64
}

func newFeeder(ctx context.Context, buffers, size int) *feeder {
	return &feeder{
		chunks: make(chan chunk), bufs: make(chan []byte, buffers), blocks: make(chan *block, buffers),
		done: ctx.Done(), size: size, spare: buffers,
	}
}

// recycle takes a collected block and its buffer back.
func (f *feeder) recycle(b *block) {
	f.bufs <- b.buf
	b.buf = nil
	f.blocks <- b
}

// countingReader counts what was read.
type countingReader struct {
	r io.Reader
	n *atomic.Int64
}

func (c countingReader) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n.Add(int64(n))
	return n, err
}

// run sends chunks until the end of the file or an error, which is the last.
func (f *feeder) run(r io.Reader, sep byte) {
	text, format, done, err := unpack(countingReader{r, &f.raw})
	defer done()
	f.format = format
	if err == nil {
		err = f.cut(text, sep)
	}
	if err != nil {
		f.send(chunk{err: err, last: true})
	}
}

// cut cuts the text into chunks and sends them; after a cancellation it returns nil.
func (f *feeder) cut(text io.Reader, sep byte) error {
	buf := f.buffer()
	var h *head
	for n, last := 0, false; buf != nil && !last; {
		var err error
		if n, last, err = fill(text, buf, n); err != nil {
			return fmt.Errorf("%w: %w", ErrRead, err)
		}
		c := chunk{buf: buf, last: last, raw: f.raw.Load()}
		begin := 0
		if h == nil {
			first, err := readHead(endLine(buf[:n]), sep)
			if err != nil {
				return err
			}
			h, c.head, begin = &first, &first, min(first.size, n)
		}
		end := n
		if !last {
			end = begin + lastRecordEnd(buf[begin:n], h.sep)
		}
		if end == 0 && !last {
			return ErrRecordTooLong
		}
		c.data = buf[begin:end]
		if last {
			c.data = endLine(c.data)
		} else if buf = f.buffer(); buf != nil {
			n = copy(buf, c.buf[end:n])
		}
		if !f.send(c) {
			return nil
		}
	}
	return nil
}

// endLine returns data with a line feed at its end; the buffers have a byte to
// spare for it.
func endLine(data []byte) []byte {
	if len(data) > 0 && data[len(data)-1] != '\n' {
		return append(data, '\n')
	}
	return data
}

// fill reads until buf, less the spare byte, is full or the text ends.
func fill(r io.Reader, buf []byte, n int) (int, bool, error) {
	for stuck := 0; n < len(buf)-1; {
		k, err := r.Read(buf[n : len(buf)-1])
		n += k
		switch {
		case errors.Is(err, io.EOF):
			return n, true, nil
		case err != nil:
			return n, false, err
		case k > 0:
			stuck = 0
		default:
			if stuck++; stuck > 100 {
				return n, false, io.ErrNoProgress
			}
		}
	}
	return n, false, nil
}

// buffer returns a buffer, or nil after a cancellation.
func (f *feeder) buffer() []byte {
	select {
	case buf := <-f.bufs:
		return buf
	default:
	}
	if f.spare > 0 {
		f.spare--
		return make([]byte, f.size+1)
	}
	select {
	case buf := <-f.bufs:
		return buf
	case <-f.done:
		return nil
	}
}

// send numbers and sends a chunk; false after a cancellation.
func (f *feeder) send(c chunk) bool {
	c.seq, c.format = f.seq, f.format
	f.seq++
	select {
	case f.chunks <- c:
		return true
	case <-f.done:
		return false
	}
}
