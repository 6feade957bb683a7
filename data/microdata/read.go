package microdata

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"hash/maphash"
	"io"
	"os"
	"runtime"
	"sync/atomic"
)

// chunkSize is how much of the file is parsed at a time, and how long a record
// may be. It fits the second-level cache of a core with the block made from it.
const chunkSize = 512 << 10

// sampleRows is how many rows are looked at before reading in earnest, for the
// decimal mark and for names and addresses.
const sampleRows = 1000

// Options says how to read a household file. The zero value finds everything
// out and reads on all cores.
type Options struct {
	// Name is the name of the file in errors; Open sets it.
	Name    string
	Columns Columns
	// SkipBad returns the table without the refused rows, which it counts.
	SkipBad bool
	// Separator is one of , ; tab and | or 0 to find it out.
	Separator byte
	Decimal   Decimal
	// Workers is the number of parsing goroutines; 0 for one a core, at most 8.
	Workers int
	// MaxRows bounds the memory; 0 for 20 million.
	MaxRows int
	// Size is the number of bytes that r will give, packed as they are; 0 if
	// not known. It makes room for the rows at once and is the Total of
	// Progress. Open sets it.
	Size int64
	// Progress is called, if not nil, on the goroutine of the caller after
	// each half megabyte or so.
	Progress func(Progress)
}

// Progress is how far a file was read.
type Progress struct {
	Bytes, Total int64 // of the file as it is stored; Total is 0 if not known
	Rows         int
}

// Open reads the household file at path; see Read.
func Open(ctx context.Context, path string, opt Options) (*Table, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // only read from
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if info.Mode().IsRegular() {
		opt.Size = info.Size()
	}
	if opt.Name == "" {
		opt.Name = path
	}
	return Read(ctx, f, opt)
}

// Read reads a household file: UTF-8 (or UTF-16 with a byte order mark), as it
// is or packed by gzip or zstd, a line of column names, a row a household. See
// the package comment for what is found out and what is refused. The table is
// the same whatever the number of workers.
//
// Errors: *PersonalDataError, *ColumnError, *RefusedError (unless SkipBad);
// wrapped ErrEmpty, ErrNoRows, ErrNoHeader, ErrNotText, ErrLineEnds,
// ErrRecordTooLong, ErrTooManyRows, ErrRead; the context's error when it was
// cancelled: a call of r.Read may then still be running.
func Read(ctx context.Context, r io.Reader, opt Options) (*Table, error) {
	opt = opt.withDefaults()
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	// The caller parses the first chunk, as one more worker.
	f := newFeeder(2*opt.Workers + 2)
	go f.run(ctx, r, opt.Separator)
	var first chunk
	select {
	case first = <-f.chunks:
	case <-ctx.Done():
		return nil, fmt.Errorf("%s: %w", opt.Name, ctx.Err())
	}
	if first.err != nil {
		return nil, fmt.Errorf("%s: %w", opt.Name, first.err)
	}
	p, l, ambiguous, err := prepare(first, opt)
	if err != nil {
		return nil, err
	}
	seed := maphash.MakeSeed()
	c := newCollector(p, opt.Workers+1, seed, opt)
	c.table.Format = first.format
	c.table.Format.Separator, c.table.Format.Decimal = p.sep, p.decimal
	c.table.AmbiguousDecimal = ambiguous
	c.table.Lines = first.head.lines
	blocks := make(chan *block)
	for i := range opt.Workers {
		go work(ctx, newParser(p, seed), i, f, blocks)
	}
	b := &block{}
	parseChunk(newParser(p, seed), opt.Workers, first, b)
	if err := c.run(ctx, b, blocks, f, opt.Progress); err != nil {
		return nil, err
	}
	return c.finish(l, opt.SkipBad)
}

func (o Options) withDefaults() Options {
	if o.Name == "" {
		o.Name = "input"
	}
	if o.Workers <= 0 {
		o.Workers = min(runtime.GOMAXPROCS(0), 8)
	}
	if o.MaxRows <= 0 {
		o.MaxRows = 20_000_000
	}
	return o
}

// prepare makes the plan from the first chunk: guard, columns, decimal mark.
func prepare(first chunk, opt Options) (*plan, layout, bool, error) {
	h := *first.head
	sample := sampleOf(first.data, h.sep)
	personal := personalByHeader(h.header)
	if personal == nil {
		personal = personalByContent(h.header, sample)
	}
	if personal != nil {
		return nil, layout{}, false, &PersonalDataError{Name: opt.Name, Columns: personal}
	}
	l, err := newFinder(opt.Name, h.header).resolve(opt.Columns)
	if err != nil {
		return nil, layout{}, false, err
	}
	decimal, ambiguous := opt.Decimal, false
	if decimal == AutoDecimal {
		decimal, ambiguous = findDecimal(sample, l)
	}
	return newPlan(h, l, decimal), l, ambiguous, nil
}

// sampleOf returns the first rows that can be read.
func sampleOf(data []byte, sep byte) [][]string {
	r := csv.NewReader(bytes.NewReader(data))
	r.Comma, r.FieldsPerRecord = rune(sep), -1
	var rows [][]string
	for range sampleRows {
		row, err := r.Read()
		var bad *csv.ParseError
		switch {
		case errors.As(err, &bad):
			continue
		case err != nil:
			return rows
		}
		rows = append(rows, row)
	}
	return rows
}

// findDecimal finds out how values and weights are written.
func findDecimal(sample [][]string, l layout) (Decimal, bool) {
	var value, weight marks
	for _, row := range sample {
		if l.value < len(row) {
			value.add([]byte(row[l.value]))
		}
		if l.weight >= 0 && l.weight < len(row) {
			weight.add([]byte(row[l.weight]))
		}
	}
	point, comma := value.point+weight.point, value.comma+weight.comma
	switch {
	case comma > point:
		return DecimalComma, false
	case point > 0:
		return DecimalPoint, false
	}
	return AutoDecimal, value.unclear > 0
}

// run collects blocks, the first one given, until the last.
func (c *collector) run(ctx context.Context, b *block, blocks <-chan *block, f *feeder, progress func(Progress)) error {
	waiting := map[int]*block{}
	for next := 0; ; next++ {
		for b == nil || b.seq != next {
			if b != nil {
				waiting[b.seq] = b
			}
			if b = waiting[next]; b != nil {
				delete(waiting, next)
				break
			}
			select {
			case b = <-blocks:
			case <-ctx.Done():
				return fmt.Errorf("%s: %w", c.name, ctx.Err())
			}
		}
		if b.err != nil {
			return fmt.Errorf("%s: %w", c.name, b.err)
		}
		if err := c.add(b); err != nil {
			return err
		}
		if progress != nil {
			progress(Progress{Bytes: b.raw, Total: c.total, Rows: c.rows})
		}
		if b.last {
			return nil
		}
		if err := ctx.Err(); err != nil { // Progress may have cancelled
			return fmt.Errorf("%s: %w", c.name, err)
		}
		f.recycle(b)
		b = nil
	}
}

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
	spare  int // buffers not yet made
	raw    atomic.Int64
}

func newFeeder(buffers int) *feeder {
	return &feeder{
		chunks: make(chan chunk), bufs: make(chan []byte, buffers), blocks: make(chan *block, buffers), spare: buffers,
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
func (f *feeder) run(ctx context.Context, r io.Reader, sep byte) {
	seq := 0
	fail := func(err error) { f.send(ctx, chunk{seq: seq, err: err, last: true}) }
	text, format, done, err := unpack(countingReader{r, &f.raw})
	defer done()
	if err != nil {
		fail(err)
		return
	}
	buf, ok := f.buffer(ctx)
	if !ok {
		return
	}
	begin, n := 0, 0
	var h head
	for ; ; seq++ {
		var eof bool
		n, eof, err = fill(text, buf, n)
		if err != nil {
			fail(fmt.Errorf("%w: %w", ErrRead, err))
			return
		}
		c := chunk{seq: seq, buf: buf, last: eof, format: format}
		if seq == 0 {
			if n == 0 {
				fail(ErrEmpty)
				return
			}
			if h, err = readHead(endLine(buf[:n]), sep); err != nil {
				fail(err)
				return
			}
			c.head, begin = &h, min(h.size, n)
		}
		end := n
		if eof {
			c.data = endLine(buf[begin:n])
		} else {
			end = begin + lastRecordEnd(buf[begin:n], h.sep)
			if end == begin && begin == 0 {
				fail(ErrRecordTooLong)
				return
			}
			c.data = buf[begin:end]
		}
		c.raw = f.raw.Load()
		rest := buf[end:n]
		if !eof {
			if buf, ok = f.buffer(ctx); !ok {
				return
			}
			begin, n = 0, copy(buf, rest)
		}
		if !f.send(ctx, c) || eof {
			return
		}
	}
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

func (f *feeder) buffer(ctx context.Context) ([]byte, bool) {
	select {
	case buf := <-f.bufs:
		return buf, true
	default:
	}
	if f.spare > 0 {
		f.spare--
		return make([]byte, chunkSize+1), true
	}
	select {
	case buf := <-f.bufs:
		return buf, true
	case <-ctx.Done():
		return nil, false
	}
}

func (f *feeder) send(ctx context.Context, c chunk) bool {
	select {
	case f.chunks <- c:
		return true
	case <-ctx.Done():
		return false
	}
}

// work parses chunks until the context ends.
func work(ctx context.Context, w *parser, id int, f *feeder, out chan<- *block) {
	for {
		var c chunk
		select {
		case c = <-f.chunks:
		case <-ctx.Done():
			return
		}
		var b *block
		select {
		case b = <-f.blocks:
		default:
			b = &block{}
		}
		parseChunk(w, id, c, b)
		select {
		case out <- b:
		case <-ctx.Done():
			return
		}
	}
}

func parseChunk(w *parser, id int, c chunk, b *block) {
	b.seq, b.worker, b.raw, b.last, b.err, b.buf = c.seq, id, c.raw, c.last, c.err, c.buf
	if c.err == nil {
		w.parse(c.data, b)
	}
}
