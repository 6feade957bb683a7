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

	"rakor/data/personal"
)

// sampleRows is how many rows are looked at before reading in earnest, for the
// decimal mark and for names and addresses.
const sampleRows = 1000

// maxRows is the most rows that a file may have.
const maxRows = 20_000_000

// Sign is which values can be used.
type Sign int

// The signs.
const (
	// AnySign takes every value: net income can be negative.
	AnySign Sign = iota
	// NotNegative refuses what is below 0: poverty measures have no place for it.
	NotNegative
	// AboveZero refuses 0 too: it has no logarithm.
	AboveZero
)

// Options says how to read a household file. The zero value finds everything
// out and reads on all cores.
type Options struct {
	// Name is the name of the file in errors; Open sets it.
	Name    string
	Columns Columns
	// Sign says which values are refused for their sign; none by default.
	Sign Sign
	// SkipBad returns the table without the refused rows, which it counts.
	SkipBad bool
	// Separator is one of , ; tab and | or 0 to find it out.
	Separator byte
	Decimal   Decimal
	// Workers is the number of parsing goroutines; 0 for one a core, at most 8.
	Workers int
	// MaxRows bounds the memory; 0 for 20 million, which is also the most.
	MaxRows int
	// Size is the number of bytes that r will give, packed as they are; 0 if
	// not known. It makes room for the rows at once and is the Total of
	// Progress. Open sets it.
	Size int64
	// Progress is called, if not nil, on the goroutine of the caller after
	// each half megabyte or so.
	Progress func(Progress)

	chunk int // bytes parsed at a time; tests make it small
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
	f := newFeeder(ctx, 2*opt.Workers+2, opt.chunk)
	go f.run(r, opt.Separator)
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
	if o.MaxRows <= 0 || o.MaxRows > maxRows {
		o.MaxRows = maxRows
	}
	if o.chunk <= 0 {
		o.chunk = chunkSize
	}
	return o
}

// prepare makes the plan from the first chunk: guard, columns, decimal mark.
func prepare(first chunk, opt Options) (*plan, layout, bool, error) {
	h := *first.head
	sample := sampleOf(first.data, h.sep)
	found := personal.ByHeader(h.header)
	if found == nil {
		found = personal.ByContent(h.header, sample)
	}
	if found != nil {
		return nil, layout{}, false, &PersonalDataError{Name: opt.Name, Columns: found}
	}
	l, err := newFinder(opt.Name, h.header).resolve(opt.Columns)
	if err != nil {
		return nil, layout{}, false, err
	}
	decimal, ambiguous := opt.Decimal, false
	if decimal == AutoDecimal {
		decimal, ambiguous = findDecimal(sample, l)
	}
	p := newPlan(h, l, decimal)
	p.sign = opt.Sign
	return p, l, ambiguous, nil
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

// run collects blocks in the order of the file, the first one given, until the last.
func (c *collector) run(ctx context.Context, b *block, blocks <-chan *block, f *feeder, progress func(Progress)) error {
	waiting := map[int]*block{}
	for {
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
		next := b.seq + 1
		f.recycle(b)
		for b = waiting[next]; b == nil; b = waiting[next] {
			select {
			case got := <-blocks:
				waiting[got.seq] = got
			case <-ctx.Done():
				return fmt.Errorf("%s: %w", c.name, ctx.Err())
			}
		}
		delete(waiting, next)
		if err := ctx.Err(); err != nil { // Progress may have cancelled
			return fmt.Errorf("%s: %w", c.name, err)
		}
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
