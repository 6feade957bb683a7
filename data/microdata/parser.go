package microdata

import (
	"bytes"
	"encoding/csv"
	"hash/maphash"
	"strconv"

	"rakor/data/personal"
)

// Slots of the numbers of a row.
const (
	slotValue = iota
	slotSize
	slotWeight
	slotFPC
	slots
)

// maxLabel is the longest stratum, PSU or group, in bytes. Two of them joined, in
// maxRows rows, stay below the 4 GiB that a dict can hold.
const maxLabel = 100

// role is what the parser does with one column of the file. A column may be a
// number and a label at once (households by size).
type role struct {
	number int16 // slot, or -1
	label  int16 // place among the labels, or -1
}

// joint is a factor as the parser builds it: from one label or two.
type joint struct {
	first, second int // second is -1 for one
	region        bool
}

// plan is what to do with the columns of one file; it is not changed after it
// was made and is shared by all workers.
type plan struct {
	sep          byte
	mark         byte // of decimals, in fields without quotes
	quotedMark   byte // and in those with
	decimal      Decimal
	header       []string
	roles        []role
	labels       int     // labels to note in a row
	factors      []joint // groups first, then the strata if there are any
	groups       int
	strata       int // place of the strata among the factors, or -1
	psu          joint
	hasPSU       bool
	personWeight bool
	sign         Sign
	used         [slots]bool
}

// newPlan turns a layout into a plan.
func newPlan(h head, l layout, decimal Decimal) *plan {
	p := &plan{
		sep: h.sep, decimal: decimal, header: h.header, roles: make([]role, len(h.header)), strata: -1, personWeight: l.personWeight,
	}
	p.mark = '.'
	if decimal == DecimalComma {
		p.mark = ','
	}
	p.quotedMark = p.mark
	if p.mark == p.sep {
		p.mark = '0' // never found after digits: only quoted fields have decimals
	}
	for i := range p.roles {
		p.roles[i] = role{-1, -1}
	}
	for slot, col := range [slots]int{l.value, l.size, l.weight, l.fpc} {
		if col >= 0 {
			p.roles[col].number = int16(slot)
			p.used[slot] = true
		}
	}
	for _, s := range l.by {
		p.factors = append(p.factors, p.joint(s))
	}
	if len(l.lineBy.cols) > 0 {
		p.factors = append(p.factors, p.joint(l.lineBy))
	}
	p.groups = len(p.factors)
	if len(l.strata.cols) > 0 {
		p.strata = len(p.factors)
		p.factors = append(p.factors, p.joint(l.strata))
	}
	if len(l.psu.cols) > 0 {
		p.psu, p.hasPSU = p.joint(l.psu), true
	}
	return p
}

func (p *plan) joint(s source) joint {
	j := joint{first: p.label(s.cols[0]), second: -1, region: s.region}
	if len(s.cols) == 2 {
		j.second = p.label(s.cols[1])
	}
	return j
}

// label returns the place of a column among the labels, giving it one.
func (p *plan) label(col int) int {
	if p.roles[col].label < 0 {
		p.roles[col].label = int16(p.labels)
		p.labels++
	}
	return int(p.roles[col].label)
}

// news are the labels that a worker met for the first time in a block.
type news struct {
	labels   []byte
	ends     []uint32
	prefixes []int32
}

// block is what became of one chunk. Its codes are those of the worker.
type block struct {
	seq, worker int
	rows        int
	numbers     [slots][]float64
	codes       [][]int32 // a factor each
	psu         []int32
	news        []news // a factor each, then the PSU
	lines       int    // physical lines
	blank       int
	negative    int
	refused     int
	problems    []Problem // lines counted from 0 in the chunk
	digits      []personal.Digits
	buf         []byte // the chunk, to be used again
	raw         int64  // bytes of the file read so far
	err         error
	last        bool
}

// parser turns chunks into blocks; one a worker.
type parser struct {
	*plan
	dicts   []*dict // a factor each, then the PSU
	recent  []int32 // last code of each dict, or -1
	told    []int   // how many labels of each the collector knows
	digits  []personal.Digits
	numbers [slots]float64
	labels  [][]byte
	problem Problem // of the row at hand
	scratch []byte
}

func newParser(p *plan, seed maphash.Seed) *parser {
	n := len(p.factors) + 1
	w := &parser{
		plan: p, dicts: make([]*dict, n), recent: make([]int32, n), told: make([]int, n),
		digits: make([]personal.Digits, len(p.header)), labels: make([][]byte, p.labels),
	}
	for i := range w.dicts {
		w.dicts[i] = newDict(seed)
		w.recent[i] = -1
	}
	return w
}

// parse fills b from a chunk of whole records, which ends with a line feed.
func (w *parser) parse(data []byte, b *block) {
	b.reset(w.plan, bytes.Count(data, []byte{'\n'}))
	clear(w.digits)
	for pos := 0; pos < len(data); {
		if data[pos] == '\r' && data[pos+1] == '\n' {
			pos++
		}
		if data[pos] == '\n' {
			pos++
			b.lines++
			continue
		}
		w.problem = Problem{}
		w.numbers = [slots]float64{slotSize: 1, slotWeight: 1}
		end, ok := w.fast(data, pos)
		lines := 1
		if !ok {
			end, _ = recordEnd(data, pos, w.sep)
			w.slow(data[pos:end])
			lines = max(1, bytes.Count(data[pos:end], []byte{'\n'}))
		}
		w.finish(data[pos:end], b)
		b.lines += lines
		pos = end
	}
	b.digits = append(b.digits[:0], w.digits...)
	w.tell(b)
}

// reset empties b and makes room for n rows.
func (b *block) reset(p *plan, n int) {
	b.rows, b.lines, b.blank, b.negative, b.refused = 0, 0, 0, 0, 0
	b.problems = b.problems[:0]
	if b.news == nil || cap(b.numbers[slotValue]) < n {
		n += n / 8
		for i, used := range p.used {
			if used {
				b.numbers[i] = make([]float64, n)
			}
		}
		b.codes = make([][]int32, len(p.factors))
		for i := range b.codes {
			b.codes[i] = make([]int32, n)
		}
		if p.hasPSU {
			b.psu = make([]int32, n)
		}
		b.news = make([]news, len(p.factors)+1)
	}
}

// fast reads the record at data[pos:] and returns its end. It gives up (false)
// at quotes that are more than a pair around a field on one line.
func (w *parser) fast(data []byte, pos int) (int, bool) {
	for col := 0; ; col++ {
		r := w.role(col)
		if data[pos] == '"' {
			pos = w.quoted(data, pos+1, r, col)
		} else {
			pos = w.bare(data, pos, r, col)
		}
		if pos < 0 {
			return 0, false
		}
		if data[pos] == w.sep {
			pos++
			continue
		}
		if data[pos] == '\r' {
			pos++
		}
		w.count(col + 1)
		return pos + 1, true
	}
}

// role returns what to do with a column, which may be beyond the header.
func (w *parser) role(col int) role {
	if col < len(w.roles) {
		return w.roles[col]
	}
	return role{-1, -1}
}

// bare takes the field without quotes at data[pos:] and returns where it ends,
// or -1 at a quote inside it.
func (w *parser) bare(data []byte, pos int, r role, col int) int {
	if r.number >= 0 && r.label < 0 {
		if v, end, ok := fastNumber(data, pos, w.sep, w.mark); ok {
			w.number(r, col, v, data[pos:end])
			return end
		}
	}
	end := pos
	for data[end] != w.sep && data[end] != '\n' {
		if data[end] == '"' {
			return -1
		}
		end++
	}
	if data[end] == '\n' && end > pos && data[end-1] == '\r' {
		end--
	}
	w.field(r, col, data[pos:end])
	return end
}

// quoted takes the field after the quote before data[pos] and returns where it
// ends, or -1 where it holds a quote or a line feed, or text follows it.
func (w *parser) quoted(data []byte, pos int, r role, col int) int {
	i := bytes.IndexByte(data[pos:], '"')
	if i < 0 {
		return -1
	}
	field, end := data[pos:pos+i], pos+i+1
	if end == len(data) || data[end] != w.sep && data[end] != '\n' && (data[end] != '\r' || data[end+1] != '\n') ||
		bytes.IndexByte(field, '\n') >= 0 {
		return -1
	}
	if r.number >= 0 && r.label < 0 {
		if v, stop, ok := fastNumber(data, pos, '"', w.quotedMark); ok && stop == end-1 {
			w.number(r, col, v, field)
			return end
		}
	}
	w.field(r, col, field)
	return end
}

// number takes a number that was read at once.
func (w *parser) number(r role, col int, v float64, field []byte) {
	w.numbers[r.number] = v
	if len(field) >= 16 {
		w.digits[col].Add(field)
	}
}

// field takes one field.
func (w *parser) field(r role, col int, field []byte) {
	if len(field) >= 16 && col < len(w.digits) {
		w.digits[col].Add(field)
	}
	if r.label >= 0 {
		label := bytes.TrimSpace(field)
		switch {
		case isMissing(label):
			w.refuse(col, field, Missing)
		case len(label) > maxLabel:
			w.refuse(col, field, LongLabel)
		}
		w.labels[r.label] = label
	}
	if r.number >= 0 {
		v, reason := parseNumber(field, w.decimal)
		if reason != NoReason {
			w.refuse(col, field, reason)
		}
		w.numbers[r.number] = v
	}
}

// refuse notes the first problem of a row, in the order of its fields.
func (w *parser) refuse(col int, field []byte, reason Reason) {
	if w.problem.Reason != NoReason {
		return
	}
	w.problem = Problem{Column: columnName(w.header, col), Value: clean(string(field[:min(len(field), 64)]), 40), Reason: reason}
}

// count compares the number of fields with the header's. Where it differs no
// field is where it seems to be, so that this problem stands for the row.
func (w *parser) count(fields int) {
	if fields != len(w.roles) {
		w.problem = Problem{Reason: FieldCount, Found: fields, Want: len(w.roles)}
	}
}

// slow reads a record with encoding/csv.
func (w *parser) slow(record []byte) {
	r := csv.NewReader(bytes.NewReader(record))
	r.Comma, r.FieldsPerRecord = rune(w.sep), -1
	fields, err := r.Read()
	if err != nil {
		w.problem = Problem{Reason: BadQuote}
		return
	}
	for col, f := range fields {
		w.field(w.role(col), col, []byte(f))
	}
	w.count(len(fields))
}

// finish checks the row and writes it to the block.
func (w *parser) finish(record []byte, b *block) {
	if w.problem.Reason == NoReason {
		w.check()
	}
	if w.problem.Reason != NoReason {
		if isBlank(record, w.sep) {
			b.blank++
			return
		}
		b.refused++
		if len(b.problems) < MaxProblems {
			w.problem.Line = b.lines
			b.problems = append(b.problems, w.problem)
		}
		return
	}
	n := b.rows
	if w.personWeight {
		w.numbers[slotWeight] /= w.numbers[slotSize]
	}
	if w.numbers[slotValue] < 0 {
		b.negative++
	}
	for i, used := range w.used {
		if used {
			b.numbers[i][n] = w.numbers[i]
		}
	}
	for i, j := range w.factors {
		b.codes[i][n] = w.code(i, 0, w.join(j))
	}
	if w.hasPSU {
		stratum := int32(0)
		if w.strata >= 0 {
			stratum = b.codes[w.strata][n]
		}
		b.psu[n] = w.code(len(w.factors), stratum, w.join(w.psu))
	}
	b.rows++
}

// check refuses numbers that no household can have.
func (w *parser) check() {
	bad := func(slot int, reason Reason) {
		for col, r := range w.roles {
			if int(r.number) == slot {
				w.refuse(col, strconv.AppendFloat(nil, w.numbers[slot], 'g', -1, 64), reason)
			}
		}
	}
	switch value, size, weight := w.numbers[slotValue], w.numbers[slotSize], w.numbers[slotWeight]; {
	case size == 0:
		bad(slotSize, ZeroSize)
	case size < 0:
		bad(slotSize, NegativeSize)
	case weight == 0:
		bad(slotWeight, ZeroWeight)
	case weight < 0:
		bad(slotWeight, NegativeWeight)
	case w.used[slotFPC] && w.numbers[slotFPC] <= 0:
		bad(slotFPC, NotPositive)
	case value < 0 && w.sign != AnySign:
		bad(slotValue, NegativeValue)
	case value == 0 && w.sign == AboveZero:
		bad(slotValue, ZeroValue)
	}
}

// isBlank tells whether all fields of a record are empty.
func isBlank(record []byte, sep byte) bool {
	for _, c := range record {
		if c != sep && c != ' ' && c != '\t' && c != '\r' && c != '\n' {
			return false
		}
	}
	return true
}

// join returns the label of a factor.
func (w *parser) join(j joint) []byte {
	if j.second < 0 {
		return w.labels[j.first]
	}
	s := append(w.scratch[:0], w.labels[j.first]...)
	second := w.labels[j.second]
	switch {
	case !j.region:
		s = append(s, '-')
	case len(second) == 1:
		s = append(s, '0')
	}
	s = append(s, second...)
	w.scratch = s
	return s
}

// code returns the worker's code of a label in dict i. Rows of one PSU, stratum
// and group follow one another in most files, so the last one is tried first.
func (w *parser) code(i int, prefix int32, label []byte) int32 {
	d := w.dicts[i]
	if c := w.recent[i]; c >= 0 && d.prefixes[c] == prefix && bytes.Equal(d.label(c), label) {
		return c
	}
	c := d.code(prefix, label)
	w.recent[i] = c
	return c
}

// tell copies to b the labels that are new since the last block. The collector
// gets the blocks of all workers in the order of the file, so that a code it
// has not been told of never reaches it.
func (w *parser) tell(b *block) {
	for i, d := range w.dicts {
		n := &b.news[i]
		n.labels, n.ends, n.prefixes = n.labels[:0], n.ends[:0], n.prefixes[:0]
		from := uint32(0)
		if w.told[i] > 0 {
			from = d.ends[w.told[i]-1]
		}
		n.labels = append(n.labels, d.labels[from:]...)
		for _, end := range d.ends[w.told[i]:] {
			n.ends = append(n.ends, end-from)
		}
		n.prefixes = append(n.prefixes, d.prefixes[w.told[i]:]...)
		w.told[i] = d.len()
	}
}
