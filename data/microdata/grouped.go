package microdata

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"

	"rakor/data/personal"
)

// maxGrouped is the largest file of grouped shares, in bytes of plain text.
const maxGrouped = 1 << 20

// GroupedOptions says how to read grouped shares. The zero value finds out.
type GroupedOptions struct {
	Name string // of the file, for errors
	// Population and Welfare name the columns; empty for the usual names
	// (population_share, welfare_share and others, see UsualNames).
	Population, Welfare string
	Separator           byte
	Decimal             Decimal
}

// Grouped is a file of shares, a row a group, as they stand in the file: the
// kernel tells cumulative shares from plain ones.
type Grouped struct {
	Population, Welfare         []float64
	PopulationName, WelfareName string
	Format                      Format
	RowLines                    []int // of each row, the line where it begins
	Lines                       int   // line of the last row
}

// OpenGrouped reads the file of grouped shares at path; see ReadGrouped.
func OpenGrouped(path string, opt GroupedOptions) (*Grouped, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // only read from
	if opt.Name == "" {
		opt.Name = path
	}
	return ReadGrouped(f, opt)
}

// ReadGrouped reads population and welfare shares from a small CSV file, with
// the same detection and the same guard against personal data as Read. Rows
// that cannot be read are never skipped: a missing group would bend the curve.
//
// Errors: *PersonalDataError, *ColumnError, *RefusedError; wrapped ErrEmpty,
// ErrNoRows, ErrNoHeader, ErrNotText, ErrLineEnds, ErrRead, and ErrTooManyRows
// for a file above 1 MiB.
func ReadGrouped(r io.Reader, opt GroupedOptions) (*Grouped, error) {
	if opt.Name == "" {
		opt.Name = "input"
	}
	g, err := readGrouped(r, opt)
	var column *ColumnError
	var personal *PersonalDataError
	var refused *RefusedError
	if err == nil || errors.As(err, &column) || errors.As(err, &personal) || errors.As(err, &refused) {
		return g, err
	}
	return nil, fmt.Errorf("%s: %w", opt.Name, err)
}

func readGrouped(r io.Reader, opt GroupedOptions) (*Grouped, error) {
	text, format, done, err := unpack(r)
	defer done()
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(io.LimitReader(text, maxGrouped+1))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrRead, err)
	}
	if len(data) > maxGrouped {
		return nil, fmt.Errorf("%w: a file of shares is at most 1 MiB", ErrTooManyRows)
	}
	data = endLine(data)
	h, err := readHead(data, opt.Separator)
	if err != nil {
		return nil, err
	}
	body := data[min(h.size, len(data)):]
	sample := sampleOf(body, h.sep)
	columns := personal.ByHeader(h.header)
	if columns == nil {
		columns = personal.ByContent(h.header, sample)
	}
	if columns != nil {
		return nil, &PersonalDataError{Name: opt.Name, Columns: columns}
	}
	f := newFinder(opt.Name, h.header)
	var cols [2]int
	for i, c := range [2]struct {
		role Role
		name string
	}{{RolePopulationShare, opt.Population}, {RoleWelfareShare, opt.Welfare}} {
		if cols[i], err = f.number(c.role, c.name); err != nil {
			return nil, err
		}
		if cols[i] < 0 {
			return nil, f.fail(c.role, c.name, false)
		}
	}
	format.Separator, format.Decimal = h.sep, opt.Decimal
	if opt.Decimal == AutoDecimal {
		format.Decimal, _ = findDecimal(sample, layout{value: cols[0], weight: cols[1]})
	}
	g := &Grouped{
		PopulationName: columnName(h.header, cols[0]), WelfareName: columnName(h.header, cols[1]), Format: format,
	}
	return g.rows(body, h, cols, opt.Name)
}

// rows reads the rows under the header.
func (g *Grouped) rows(body []byte, h head, cols [2]int, name string) (*Grouped, error) {
	refused := &RefusedError{Name: name}
	line := h.lines + 1
	for pos := 0; pos < len(body); {
		end, _ := recordEnd(body, pos, h.sep)
		record := body[pos:end]
		if !isBlank(record, h.sep) {
			g.Lines = line
			if p := g.row(record, h, cols); p.Reason != NoReason {
				p.Line = line
				refused.Refused++
				if len(refused.Problems) < MaxProblems {
					refused.Problems = append(refused.Problems, p)
				}
			} else {
				g.RowLines = append(g.RowLines, line)
			}
		}
		line += bytes.Count(record, []byte{'\n'})
		pos = end
	}
	refused.Rows = len(g.Population)
	switch {
	case refused.Refused > 0:
		return nil, refused
	case len(g.Population) == 0:
		return nil, ErrNoRows
	}
	return g, nil
}

// row reads one row, or says what is wrong with it.
func (g *Grouped) row(record []byte, h head, cols [2]int) Problem {
	r := csv.NewReader(bytes.NewReader(record))
	r.Comma, r.FieldsPerRecord = rune(h.sep), -1
	fields, err := r.Read()
	if err != nil {
		return Problem{Reason: BadQuote}
	}
	if len(fields) != len(h.header) {
		return Problem{Reason: FieldCount, Found: len(fields), Want: len(h.header)}
	}
	var v [2]float64
	for i, col := range cols {
		var reason Reason
		if v[i], reason = parseNumber([]byte(fields[col]), g.Format.Decimal); reason != NoReason {
			return Problem{Column: columnName(h.header, col), Value: clean(fields[col], 40), Reason: reason}
		}
	}
	g.Population, g.Welfare = append(g.Population, v[0]), append(g.Welfare, v[1])
	return Problem{}
}
