package microdata

import (
	"fmt"
	"hash/maphash"

	"rakor/data/personal"
)

// Factor is a column of labels: Levels[Codes[i]] is the label of row i. Codes
// are given in the order of first appearance in the file.
type Factor struct {
	Name   string // header of the column; "a+b" where two were joined
	Codes  []int32
	Levels []string // as in the file, spaces around them removed, safe to show
}

// Table is a household file as columns; entry i of each is row i.
type Table struct {
	Value  []float64 // per person, in the file's unit
	HHSize []float64 // above 0; 1 where the file has no such column
	Weight []float64 // of the household, above 0; 1 where the file has none
	FPC    []float64 // above 0; nil unless Columns.FPC was given

	// Strata and PSU have no codes where Columns said None. A PSU is counted
	// within its stratum: the same number in two strata has two codes with
	// equal Levels, and PSUStratum is the stratum's code for each of them.
	Strata, PSU Factor
	PSUStratum  []int32

	Groups []Factor // as Columns.By
	LineBy *Factor  // nil unless Columns.LineBy was given

	// ValueName, SizeName, WeightName and FPCName are the headers that were used; empty for none.
	ValueName, SizeName, WeightName, FPCName string
	// PersonWeight says that the weight column held the weight of all members
	// and was divided by the household size.
	PersonWeight bool

	Format Format
	// AmbiguousDecimal says that the only marks seen in the value column of the
	// sample have three digits behind them (641.524): read as decimals.
	AmbiguousDecimal bool
	Lines            int       // of the file, header included
	Blank            int       // rows without any content, skipped
	Negative         int       // rows with a value below 0, kept; see Options.Sign
	Refused          int       // rows that could not be used
	Problems         []Problem // the first MaxProblems of them
}

// Rows returns the number of households.
func (t *Table) Rows() int { return len(t.Value) }

// collector puts blocks together in the order of the file.
type collector struct {
	plan    *plan
	name    string
	maxRows int
	total   int64 // bytes of the file, or 0
	numbers [slots][]float64
	codes   [][]int32
	psu     []int32
	rows    int
	room    int
	dicts   []*dict
	// known translates a worker's codes: known[worker][dict][code].
	known  [][][]int32
	digits []personal.Digits
	table  *Table
}

func newCollector(p *plan, workers int, seed maphash.Seed, opt Options) *collector {
	n := len(p.factors) + 1
	c := &collector{
		plan: p, name: opt.Name, maxRows: opt.MaxRows, total: opt.Size, dicts: make([]*dict, n),
		codes: make([][]int32, len(p.factors)), known: make([][][]int32, workers), digits: make([]personal.Digits, len(p.header)),
		table: &Table{},
	}
	for i := range c.dicts {
		c.dicts[i] = newDict(seed)
	}
	for i := range c.known {
		c.known[i] = make([][]int32, n)
	}
	return c
}

// add appends one block.
func (c *collector) add(b *block) error {
	if err := c.personal(b); err != nil {
		return err
	}
	for i := range c.dicts {
		c.learn(b, i)
	}
	if err := c.reserve(b); err != nil {
		return err
	}
	for i, used := range c.plan.used {
		if used {
			c.numbers[i] = append(c.numbers[i], b.numbers[i][:b.rows]...)
		}
	}
	for i := range c.codes {
		c.codes[i] = translate(c.codes[i], b.codes[i][:b.rows], c.known[b.worker][i])
	}
	if c.plan.hasPSU {
		c.psu = translate(c.psu, b.psu[:b.rows], c.known[b.worker][len(c.codes)])
	}
	c.rows += b.rows
	t := c.table
	t.Refused += b.refused
	t.Blank += b.blank
	t.Negative += b.negative
	for _, p := range b.problems {
		if len(t.Problems) == MaxProblems {
			break
		}
		p.Line += t.Lines + 1
		t.Problems = append(t.Problems, p)
	}
	t.Lines += b.lines
	return nil
}

func translate(dst, codes, known []int32) []int32 {
	n := len(dst)
	dst = dst[:n+len(codes)]
	to := dst[n:]
	for i, c := range codes {
		to[i] = known[c]
	}
	return dst
}

// learn gives the labels that a worker met for the first time their codes.
func (c *collector) learn(b *block, i int) {
	known := c.known[b.worker][i]
	begin := uint32(0)
	for k, end := range b.news[i].ends {
		prefix := int32(0)
		if i == len(c.codes) && c.plan.strata >= 0 {
			prefix = c.known[b.worker][c.plan.strata][b.news[i].prefixes[k]]
		}
		known = append(known, c.dicts[i].code(prefix, b.news[i].labels[begin:end]))
		begin = end
	}
	c.known[b.worker][i] = known
}

// reserve makes room for the block's rows. How many rows the file has is
// guessed from how far it was read: pages that stay empty cost no memory,
// copies of full columns do.
func (c *collector) reserve(b *block) error {
	need := c.rows + b.rows
	if need > c.maxRows {
		return fmt.Errorf("%s: %w: more than %d", c.name, ErrTooManyRows, c.maxRows)
	}
	if need <= c.room {
		return nil
	}
	room := max(need, c.room+c.room/4)
	if c.total > 0 && b.raw > 0 && !b.last {
		guess := float64(need)*float64(c.total)/float64(b.raw)*1.03 + 1024
		room = max(room, int(min(guess, float64(c.maxRows))))
	}
	for i, used := range c.plan.used {
		if used {
			c.numbers[i] = append(make([]float64, 0, room), c.numbers[i]...)
		}
	}
	for i := range c.codes {
		c.codes[i] = append(make([]int32, 0, room), c.codes[i]...)
	}
	if c.plan.hasPSU {
		c.psu = append(make([]int32, 0, room), c.psu...)
	}
	c.room = room
	return nil
}

// personal adds up the block's long numbers and stops a file as soon as a
// column has a score of identity numbers.
func (c *collector) personal(b *block) error {
	for i, d := range b.digits {
		c.digits[i].Sixteen += d.Sixteen
		c.digits[i].Valid += d.Valid
	}
	if b.last {
		return c.personalError(1)
	}
	return c.personalError(20)
}

func (c *collector) personalError(atLeast int) error {
	var cols []PersonalColumn
	for i, d := range c.digits {
		if d.Valid >= atLeast && d.Personal() {
			cols = append(cols, PersonalColumn{Name: columnName(c.plan.header, i), Kind: IdentityNumber, ByContent: true})
		}
	}
	if cols == nil {
		return nil
	}
	return &PersonalDataError{Name: c.name, Columns: cols}
}

// finish returns the table, or the error that the file as a whole deserves.
func (c *collector) finish(l layout, skipBad bool) (*Table, error) {
	t := c.table
	if t.Refused > 0 && !skipBad {
		return nil, &RefusedError{Name: c.name, Rows: c.rows, Refused: t.Refused, Problems: t.Problems}
	}
	if c.rows == 0 {
		if t.Refused > 0 {
			return nil, &RefusedError{Name: c.name, Refused: t.Refused, Problems: t.Problems}
		}
		return nil, fmt.Errorf("%s: %w", c.name, ErrNoRows)
	}
	t.Value, t.HHSize, t.Weight, t.FPC = c.numbers[slotValue], c.numbers[slotSize], c.numbers[slotWeight], c.numbers[slotFPC]
	if t.HHSize == nil {
		t.HHSize = ones(c.rows)
	}
	if t.Weight == nil {
		t.Weight = ones(c.rows)
	}
	name := func(col int) string {
		if col < 0 {
			return ""
		}
		return columnName(c.plan.header, col)
	}
	t.ValueName, t.SizeName, t.WeightName, t.FPCName = name(l.value), name(l.size), name(l.weight), name(l.fpc)
	t.PersonWeight = l.personWeight
	for i, s := range l.by {
		t.Groups = append(t.Groups, c.factor(i, s))
	}
	if len(l.lineBy.cols) > 0 {
		f := c.factor(len(l.by), l.lineBy)
		t.LineBy = &f
	}
	if c.plan.strata >= 0 {
		t.Strata = c.factor(c.plan.strata, l.strata)
	}
	if c.plan.hasPSU {
		d := c.dicts[len(c.codes)]
		t.PSU = Factor{Name: clean(l.psu.name, 80), Codes: c.psu, Levels: levels(d)}
		t.PSUStratum = d.prefixes
	}
	return t, nil
}

func (c *collector) factor(i int, s source) Factor {
	return Factor{Name: clean(s.name, 80), Codes: c.codes[i], Levels: levels(c.dicts[i])}
}

// levels returns the labels of a dict, safe to show.
func levels(d *dict) []string {
	out := d.strings()
	for i, s := range out {
		if safe := clean(s, maxLabel); safe != s {
			out[i] = safe
		}
	}
	return out
}

func ones(n int) []float64 {
	x := make([]float64, n)
	for i := range x {
		x[i] = 1
	}
	return x
}
