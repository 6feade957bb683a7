package microdata

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"golang.org/x/text/encoding/unicode"
)

// Compression is how a file was packed.
type Compression int

// The kinds of packing that are read.
const (
	// Plain is a file that is not packed.
	Plain Compression = iota
	// Gzip is a .gz file.
	Gzip
	// Zstd is a .zst file.
	Zstd
)

// Decimal is how a file writes numbers.
type Decimal int

// The ways of writing numbers.
const (
	// AutoDecimal, as an option, looks at the first rows. As a result it says
	// that they had no decimals; each number is then read for itself.
	AutoDecimal Decimal = iota
	// DecimalPoint: 1234.5 or 1,234.5.
	DecimalPoint
	// DecimalComma: 1234,5 or 1.234,5.
	DecimalComma
)

// Format is what was found out about a file.
type Format struct {
	Compression Compression
	BOM         bool // byte order mark of UTF-8
	UTF16       bool
	Separator   byte
	Decimal     Decimal
}

// maxWindow bounds what a zstd frame may ask for: the largest window that the
// zstd program makes.
const maxWindow = 128 << 20

// unpack returns a reader of plain UTF-8 text, with the format found by the
// first bytes, and a function to call when done.
func unpack(r io.Reader) (io.Reader, Format, func(), error) {
	var f Format
	done := func() {}
	br := bufio.NewReaderSize(r, 64<<10)
	magic, err := br.Peek(16)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, f, done, fmt.Errorf("%w: %w", ErrRead, err)
	}
	switch {
	case bytes.HasPrefix(magic, []byte{0x1f, 0x8b}):
		f.Compression = Gzip
		z, err := gzip.NewReader(br)
		if err != nil {
			return nil, f, done, fmt.Errorf("%w: gzip: %w", ErrRead, err)
		}
		br = bufio.NewReaderSize(z, 64<<10)
	case bytes.HasPrefix(magic, []byte{0x28, 0xb5, 0x2f, 0xfd}):
		f.Compression = Zstd
		z, err := zstd.NewReader(br, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxWindow(maxWindow))
		if err != nil {
			return nil, f, done, fmt.Errorf("%w: zstd: %w", ErrRead, err)
		}
		done = z.Close
		br = bufio.NewReaderSize(z, 64<<10)
	}
	if f.Compression != Plain {
		if magic, err = br.Peek(16); err != nil && !errors.Is(err, io.EOF) {
			return nil, f, done, fmt.Errorf("%w: %w", ErrRead, err)
		}
	}
	if kind := otherKind(magic); kind != "" {
		return nil, f, done, fmt.Errorf("%w but %s; export it as CSV", ErrNotText, kind)
	}
	switch {
	case bytes.HasPrefix(magic, []byte{0xef, 0xbb, 0xbf}):
		f.BOM = true
		_, err = br.Discard(3)
	case bytes.HasPrefix(magic, []byte{0xff, 0xfe}), bytes.HasPrefix(magic, []byte{0xfe, 0xff}):
		f.UTF16 = true
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Reader(br), f, done, nil
	default:
		err = nil
	}
	return br, f, done, err
}

// otherKind names what the first bytes of a file say it is, if not text.
func otherKind(magic []byte) string {
	for _, k := range []struct{ start, kind string }{
		{"PK\x03\x04", "a spreadsheet (xlsx, ods) or zip archive"},
		{"\xd0\xcf\x11\xe0", "an old spreadsheet (xls)"},
		{"$FL2", "an SPSS file"},
		{"$FL3", "an SPSS file"},
		{"<stata_dta>", "a Stata file"},
		{"%PDF", "a PDF file"},
		{"BZh", "a bzip2 archive"},
		{"\xfd7zXZ", "an xz archive"},
		{"7z\xbc\xaf", "a 7z archive"},
		{"SQLite format", "an SQLite database"},
		{"PAR1", "a Parquet file"},
	} {
		if strings.HasPrefix(string(magic), k.start) {
			return k.kind
		}
	}
	return ""
}

// separators are the candidates, in the order in which a tie is settled.
const separators = ";\t|,"

// head is the beginning of a file: what its first line says.
type head struct {
	sep    byte
	header []string
	size   int // bytes up to the first row
	lines  int // physical lines in them
}

// readHead reads the line of column names at the beginning of data. A line
// "sep=;" before it, as spreadsheets write it, names the separator. sep is 0
// to find it out.
func readHead(data []byte, sep byte) (head, error) {
	h := head{sep: sep}
	for { // blank lines before the header
		line, rest, ok := bytes.Cut(data[h.size:], []byte{'\n'})
		text := strings.TrimRight(string(line), "\r")
		if len(text) == 5 && strings.EqualFold(text[:4], "sep=") && strings.IndexByte(separators, text[4]) >= 0 {
			h.sep = text[4]
		} else if strings.Trim(text, separators+" ") != "" || !ok {
			break
		}
		h.size = len(data) - len(rest)
		h.lines++
	}
	if h.sep == 0 {
		h.sep = findSeparator(data[h.size:])
	}
	end, _ := recordEnd(data, h.size, h.sep)
	line := data[h.size:end]
	if len(bytes.TrimSpace(line)) == 0 {
		return h, ErrEmpty
	}
	if i := bytes.IndexByte(line, '\r'); i >= 0 && i < len(bytes.TrimRight(line, "\r\n")) && bytes.Count(line, []byte{'\r'}) > 2 {
		return h, ErrLineEnds
	}
	r := csv.NewReader(bytes.NewReader(line))
	r.Comma, r.LazyQuotes = rune(h.sep), true
	names, err := r.Read()
	if err != nil {
		return h, fmt.Errorf("line %d: %w", h.lines+1, err)
	}
	figures := 0
	for i, n := range names {
		names[i] = strings.TrimSpace(n)
		if _, reason := parseNumber([]byte(names[i]), AutoDecimal); reason == NoReason {
			figures++
		}
	}
	h.header = names
	h.size = end
	h.lines += bytes.Count(line, []byte{'\n'})
	if figures*2 > len(names) {
		return h, ErrNoHeader
	}
	return h, nil
}

// findSeparator returns the candidate that splits the first line into most
// fields and the following lines into as many; a comma where none does.
func findSeparator(data []byte) byte {
	best, bestScore := byte(','), 0
	for i := range len(separators) {
		sep := separators[i]
		fields, agree, lines := 0, 0, 0
		for pos := 0; pos < len(data) && lines < 12; lines++ {
			end, complete := recordEnd(data, pos, sep)
			n := countFields(data[pos:end], sep)
			if lines == 0 {
				fields = n
			} else if n == fields && complete {
				agree++
			}
			pos = end
		}
		if score := (fields - 1) * (1 + agree); fields > 1 && score > bestScore {
			best, bestScore = sep, score
		}
	}
	return best
}

// countFields counts the fields of one record, separators inside quotes apart.
func countFields(record []byte, sep byte) int {
	n, quoted := 1, false
	for _, c := range record {
		switch {
		case c == '"':
			quoted = !quoted
		case c == sep && !quoted:
			n++
		}
	}
	return n
}
