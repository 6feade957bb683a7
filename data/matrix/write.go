package matrix

import (
	"cmp"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"rakor/data/internal/doc"
	"rakor/model"
)

// Format is the kind of file that is written.
type Format uint8

// The formats.
const (
	XLSX Format = iota
	CSV
	JSON
)

// FormatOf tells the format by a file's name.
func FormatOf(path string) (Format, bool) {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".xlsx":
		return XLSX, true
	case ".csv":
		return CSV, true
	case ".json":
		return JSON, true
	}
	return XLSX, false
}

// WriteOptions tell how to write a list.
type WriteOptions struct {
	Layout Layout // RAT18, OPPKPKE21 or Plain; Auto is Plain
	Format Format
	// Region is the region whose list it is, HomeName its name in the title.
	Region   model.RegionCode
	HomeName string
	// Vocabulary gives places their names.
	Vocabulary *model.Vocabulary
	Strategies []model.StrategyItem
	// Samples takes samples into a matrix. Nobody has seen them in the region,
	// and a matrix has no column that could say so: without Samples they stay
	// out. The plain table always has them, marked.
	Samples bool
}

// Written tells what was written.
type Written struct {
	Rows    int
	Samples int          // left out, or among Rows where they were wanted
	Years   []model.Year // a sheet, or a block, each
	// Lost are the fields that the layout has no column for, in the order of
	// [model.Fields], with the number of entries that know them.
	Lost []LostField
}

// LostField is a field that a layout has no column for.
type LostField struct {
	Field   model.Field
	Entries int
}

// writer writes one list.
type writer struct {
	o     *WriteOptions
	cols  []official
	offer *placeReader
}

// Write writes a list. A matrix has a title, two rows of headings, a row of
// column numbers, the entries of one year and their sums, each year on a sheet
// of its own; entries come in the order given within their year. What is not
// known is a blank cell.
//
// No spreadsheet runs a text: cells of a workbook are typed, and in CSV a text
// that begins with = + - @ or a control character has an apostrophe before it,
// which [Read] takes off again. JSON is a document of programmes, whatever the
// layout. Reading what was written gives the same entries, in the fields that
// the layout has.
func Write(out io.Writer, entries []*model.Programme, o WriteOptions) (Written, error) {
	w := &writer{o: &o, cols: officialColumns(o.Layout)}
	w.offer = newPlaceReader(&Options{Region: o.Region, HomeName: o.HomeName, Vocabulary: o.Vocabulary})
	plain := o.Layout == Plain || o.Layout == Auto || o.Format == JSON
	var done Written
	var kept []*model.Programme
	for _, p := range entries {
		if p.Sample {
			done.Samples++
			if !plain && !o.Samples {
				continue
			}
		}
		kept = append(kept, p)
		if !slices.Contains(done.Years, p.Year) {
			done.Years = append(done.Years, p.Year)
		}
	}
	slices.Sort(done.Years)
	done.Rows = len(kept)
	if !plain {
		done.Lost = lostIn(kept, o.Layout)
	}
	switch o.Format {
	case XLSX:
		return done, w.xlsx(out, kept, done.Years, plain)
	case CSV:
		return done, w.csv(out, kept, done.Years, plain)
	case JSON:
	}
	return done, writeDocument(out, kept)
}

func lostIn(entries []*model.Programme, l Layout) []LostField {
	var out []LostField
	for _, f := range model.Fields() {
		n := 0
		for _, p := range entries {
			if lost(p, l, f) {
				n++
			}
		}
		if n > 0 {
			out = append(out, LostField{f, n})
		}
	}
	return out
}

func writeDocument(out io.Writer, entries []*model.Programme) error {
	x := doc.Programmes{Entries: make([]model.Programme, len(entries))}
	for i, p := range entries {
		x.Entries[i] = *p
	}
	b, err := doc.WriteProgrammes(x)
	if err != nil {
		return fmt.Errorf("matrix: %w", err)
	}
	_, err = out.Write(b)
	return err
}

// ofYear gives the entries of one year.
func ofYear(entries []*model.Programme, y model.Year) []*model.Programme {
	var out []*model.Programme
	for _, p := range entries {
		if p.Year == y {
			out = append(out, p)
		}
	}
	return out
}

// sums adds up the columns of money; rows is how many entries gave a figure.
func (w *writer) sums(entries []*model.Programme) (sum []value, rows []int) {
	sum, rows = make([]value, len(w.cols)), make([]int, len(w.cols))
	for n, p := range entries {
		for i, v := range w.cells(p, n+1) {
			if w.cols[i].money && v.amount.OK {
				sum[i].amount = model.Known(sum[i].amount.V + v.amount.V)
				rows[i]++
			}
		}
	}
	return sum, rows
}

// footer says what the sums leave out.
func (w *writer) footer(entries []*model.Programme, rows []int) string {
	i := slices.IndexFunc(w.cols, func(c official) bool { return c.column == colBudget })
	samples := 0
	for _, p := range entries {
		if p.Sample {
			samples++
		}
	}
	s := fmt.Sprintf("Jumlah dari %d baris beralokasi; %d baris tanpa alokasi tidak ikut dijumlah.", rows[i], len(entries)-rows[i])
	if samples > 0 {
		s += fmt.Sprintf(" Memuat %d baris contoh yang bukan data wilayah ini.", samples)
	}
	return s
}

// plainCell gives the value of an entry in a column of the plain table.
func plainCell(p *model.Programme, c column) value {
	switch c {
	case colID:
		return value{text: string(p.ID)}
	case colBudget, colRevised, colH1, colH2, colRealised:
		m := map[column]model.Maybe[model.Rupiah]{
			colBudget: p.Budget, colRevised: p.BudgetRevised, colH1: p.RealisedH1, colH2: p.RealisedH2, colRealised: p.Realised,
		}[c]
		return value{amount: m}
	case colYear, colStrategy:
		n := model.Rupiah(p.Year)
		if c == colStrategy {
			n = model.Rupiah(p.Strategy)
		}
		return value{amount: model.Known(n)}
	case colPlaceCodes:
		var out []string
		for _, code := range p.Places {
			out = append(out, string(code))
		}
		return value{text: strings.Join(out, ",")}
	case colPlace:
		return value{text: strings.Join(p.PlaceNames, "; ")}
	case colTargetN, colReached:
		n := p.Target
		if c == colReached {
			n = p.Reached
		}
		return value{amount: model.Maybe[model.Rupiah]{V: model.Rupiah(n.V.N), OK: n.OK}}
	case colTargetUnit:
		return value{text: string(p.Target.V.Unit)}
	case colReachedUnit:
		return value{text: string(p.Reached.V.Unit)}
	case colComputed, colSample:
		yes := p.Sample
		if c == colComputed {
			yes = p.BudgetComputed
		}
		if yes {
			return value{text: "yes"}
		}
		return value{}
	case colSourceText:
		return value{text: p.SourceText}
	}
	return value{text: p.Text(model.Field(c))}
}

// plainWidth gives the width of a column of the plain table.
func plainWidth(c column) float64 {
	switch c {
	case colName, colActivity, colSub, colNote, colDeed:
		return 40
	case colDepartment, colPlace, colTarget, colBenefit, colSourceText, colBasis:
		return 24
	case colBudget, colRevised, colH1, colH2, colRealised, colCode:
		return 18
	}
	return cmp.Or(float64(max(10, len(c)+2)), 10)
}
