package microdata_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"golang.org/x/text/encoding/unicode"

	"rakor/data/microdata"
)

func fixture(tb testing.TB) []byte {
	tb.Helper()
	raw, err := os.ReadFile(filepath.Join("testdata", "households.csv"))
	if err != nil {
		tb.Fatal(err)
	}
	return raw
}

func byRegency() microdata.Options {
	return microdata.Options{Columns: microdata.Columns{By: []string{"regency"}, LineBy: "urban"}}
}

func mustRead(tb testing.TB, data []byte, opt microdata.Options) *microdata.Table {
	tb.Helper()
	got, err := microdata.Read(context.Background(), bytes.NewReader(data), opt)
	if err != nil {
		tb.Fatal(err)
	}
	return got
}

// readText reads a file given as lines.
func readText(lines []string, opt microdata.Options) (*microdata.Table, error) {
	return microdata.Read(context.Background(), strings.NewReader(strings.Join(lines, "\n")+"\n"), opt)
}

func TestReferenceFile(t *testing.T) {
	var want struct {
		N       int     `json:"n"`
		Persons float64 `json:"persons"`
		DF      int     `json:"df"`
		By      struct {
			Regency []json.Number `json:"regency"`
		} `json:"by"`
	}
	raw, err := os.ReadFile(filepath.Join("testdata", "households.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(raw, &want); err != nil {
		t.Fatal(err)
	}
	got, err := microdata.Open(context.Background(), filepath.Join("testdata", "households.csv"), byRegency())
	if err != nil {
		t.Fatal(err)
	}
	if got.Rows() != want.N || got.Lines != want.N+1 || got.Refused != 0 || got.Blank != 0 {
		t.Errorf("%d rows of %d lines, %d refused", got.Rows(), got.Lines, got.Refused)
	}
	persons := 0.0
	for i := range got.Weight {
		persons += got.Weight[i] * got.HHSize[i]
	}
	if math.Abs(persons-want.Persons) > 1e-9*want.Persons {
		t.Errorf("%.6f persons, want %.6f", persons, want.Persons)
	}
	if df := len(got.PSU.Levels) - len(got.Strata.Levels); df != want.DF {
		t.Errorf("%d degrees of freedom, want %d", df, want.DF)
	}
	var regencies []string
	for _, r := range want.By.Regency {
		regencies = append(regencies, r.String())
	}
	levels := slices.Clone(got.Groups[0].Levels)
	slices.Sort(levels)
	if d := cmp.Diff(regencies, levels); d != "" {
		t.Error(d)
	}
	if got.LineBy == nil || !slices.Equal(got.LineBy.Levels, []string{"0", "1"}) {
		t.Errorf("urban: %+v", got.LineBy)
	}
	names := []string{got.ValueName, got.SizeName, got.WeightName, got.FPCName, got.Strata.Name, got.PSU.Name}
	if d := cmp.Diff([]string{"expenditure", "hhsize", "weight", "", "strata", "psu"}, names); d != "" {
		t.Error(d)
	}
	// PSUs of one number in two strata are two.
	for i := range got.Value {
		if got.PSUStratum[got.PSU.Codes[i]] != got.Strata.Codes[i] {
			t.Fatalf("row %d: PSU of another stratum", i)
		}
	}
}

// The same households in every dress that a file may wear.
func TestFormats(t *testing.T) {
	plain := fixture(t)
	want := mustRead(t, plain, byRegency())
	semicolon := []byte(strings.NewReplacer(",", ";", ".", ",").Replace(string(plain)))
	quoted := []byte(`"` + strings.NewReplacer(",", `","`, "\n", "\"\n\"").Replace(strings.TrimSpace(string(plain))) + "\"\n")
	quotedComma := bytes.ReplaceAll(quoted, []byte{'.'}, []byte{','})
	crlf := bytes.ReplaceAll(plain, []byte("\n"), []byte("\r\n"))
	utf16, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().Bytes(plain)
	if err != nil {
		t.Fatal(err)
	}
	cases := []struct {
		name   string
		data   []byte
		format microdata.Format
	}{
		{"plain", plain, microdata.Format{Separator: ',', Decimal: microdata.DecimalPoint}},
		{"no line feed at the end", bytes.TrimRight(plain, "\n"), microdata.Format{Separator: ',', Decimal: microdata.DecimalPoint}},
		{"byte order mark", append([]byte("\ufeff"), plain...), microdata.Format{Separator: ',', Decimal: microdata.DecimalPoint, BOM: true}},
		{"CR LF", crlf, microdata.Format{Separator: ',', Decimal: microdata.DecimalPoint}},
		{"semicolon, decimal comma", semicolon, microdata.Format{Separator: ';', Decimal: microdata.DecimalComma}},
		{"sep= line", append([]byte("sep=;\r\n"), semicolon...), microdata.Format{Separator: ';', Decimal: microdata.DecimalComma}},
		{"tab", bytes.ReplaceAll(plain, []byte{','}, []byte{'\t'}), microdata.Format{Separator: '\t', Decimal: microdata.DecimalPoint}},
		{"bar", bytes.ReplaceAll(plain, []byte{','}, []byte{'|'}), microdata.Format{Separator: '|', Decimal: microdata.DecimalPoint}},
		{"quoted", quoted, microdata.Format{Separator: ',', Decimal: microdata.DecimalPoint}},
		{"quoted, decimal comma", quotedComma, microdata.Format{Separator: ',', Decimal: microdata.DecimalComma}},
		{"spaces", bytes.ReplaceAll(plain, []byte{','}, []byte(" , ")), microdata.Format{Separator: ',', Decimal: microdata.DecimalPoint}},
		{"UTF-16", utf16, microdata.Format{Separator: ',', Decimal: microdata.DecimalPoint, UTF16: true}},
		{"gzip", packGzip(t, crlf), microdata.Format{Separator: ',', Decimal: microdata.DecimalPoint, Compression: microdata.Gzip}},
		{"zstd", packZstd(t, semicolon), microdata.Format{Separator: ';', Decimal: microdata.DecimalComma, Compression: microdata.Zstd}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			for _, chunk := range []int{0, 2000} {
				got := mustRead(t, c.data, microdata.WithChunk(byRegency(), chunk))
				if got.Format != c.format {
					t.Errorf("format %+v, want %+v", got.Format, c.format)
				}
				got.Format, got.Lines = want.Format, want.Lines
				if d := cmp.Diff(want, got); d != "" {
					t.Fatal(d)
				}
			}
		})
	}
}

func packGzip(tb testing.TB, data []byte) []byte {
	tb.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write(data); err != nil {
		tb.Fatal(err)
	}
	if err := w.Close(); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

func packZstd(tb testing.TB, data []byte) []byte {
	tb.Helper()
	w, err := zstd.NewWriter(nil)
	if err != nil {
		tb.Fatal(err)
	}
	return w.EncodeAll(data, nil)
}

// Codes and everything else are the same with any number of workers and any
// size of the reads.
func TestWorkersAgree(t *testing.T) {
	var file bytes.Buffer
	spec := microdata.Spec{Households: 6_000, Regencies: 40, Seed: 3}
	if err := microdata.Generate(&file, spec); err != nil {
		t.Fatal(err)
	}
	// A few bad rows, and the rows out of order, so that labels come back late.
	lines := strings.SplitAfter(file.String(), "\n")
	rows := lines[1 : len(lines)-1]
	shuffled := []string{lines[0]}
	for i := range rows {
		shuffled = append(shuffled, rows[i*7919%len(rows)])
		if i%200 == 0 {
			shuffled = append(shuffled, "11,1101,x,y,z\n")
		}
	}
	data := []byte(strings.Join(shuffled, ""))
	opt := byRegency()
	opt.SkipBad = true
	var want *microdata.Table
	for _, workers := range []int{1, 2, 8} {
		o := microdata.WithChunk(opt, 5000)
		o.Workers = workers
		got := mustRead(t, data, o)
		if want == nil {
			want = got
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Fatalf("%d workers: %s", workers, d)
		}
		slow, err := microdata.Read(context.Background(), iotest.HalfReader(bytes.NewReader(data)), o)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(want, slow); d != "" {
			t.Fatalf("%d workers, small reads: %s", workers, d)
		}
	}
	if want.Rows() != 6_000 || want.Refused != 30 || len(want.Problems) != microdata.MaxProblems {
		t.Errorf("%d rows, %d refused, %d kept", want.Rows(), want.Refused, len(want.Problems))
	}
	if got, want := want.Problems[1].Line, 204; got != want {
		t.Errorf("second problem on line %d, want %d", got, want)
	}
}

func TestRefusedRows(t *testing.T) {
	lines := []string{
		"strata;psu;hhsize;weight;expenditure;fpc",
		"1;1;3;10,5;500000;100",
		"1;1;3;10,5;;100",
		"1;1;0;10,5;500000;100",
		"1;1;-2;10,5;500000;100",
		"1;1;3;0;500000;100",
		"1;1;3;-1;500000;100",
		";;;;;",
		"1;1;3;10,5;lima ratus;100",
		"1;1;3;10,5;500000",
		"1;NA;3;10,5;500000;100",
		"",
		"1;1;3;10,5;500000;0",
		"1;\"1\"x;3;10,5;500000;100",
		"1;1;3;10,5;1e999;100",
		"1;1;3;10,5;\x1b[31m9;100",
		"1;" + strings.Repeat("x", 101) + ";3;10,5;500000;100",
		"1;1;3;10,5;-5,5;100",
	}
	want := []microdata.Problem{
		{Line: 3, Column: "expenditure", Reason: microdata.Missing},
		{Line: 4, Column: "hhsize", Value: "0", Reason: microdata.ZeroSize},
		{Line: 5, Column: "hhsize", Value: "-2", Reason: microdata.NegativeSize},
		{Line: 6, Column: "weight", Value: "0", Reason: microdata.ZeroWeight},
		{Line: 7, Column: "weight", Value: "-1", Reason: microdata.NegativeWeight},
		{Line: 9, Column: "expenditure", Value: "lima ratus", Reason: microdata.NotNumber},
		{Line: 10, Reason: microdata.FieldCount, Found: 5, Want: 6},
		{Line: 11, Column: "psu", Value: "NA", Reason: microdata.Missing},
		{Line: 13, Column: "fpc", Value: "0", Reason: microdata.NotPositive},
		{Line: 14, Reason: microdata.BadQuote},
		{Line: 15, Column: "expenditure", Value: "1e999", Reason: microdata.TooLarge},
		{Line: 16, Column: "expenditure", Value: "\uFFFD[31m9", Reason: microdata.NotNumber},
		{Line: 17, Column: "psu", Value: strings.Repeat("x", 40) + "...", Reason: microdata.LongLabel},
	}
	opt := microdata.Options{Name: "a.csv", Columns: microdata.Columns{FPC: "fpc"}}
	_, err := readText(lines, opt)
	var refused *microdata.RefusedError
	if !errors.As(err, &refused) {
		t.Fatalf("error %v", err)
	}
	if d := cmp.Diff(&microdata.RefusedError{Name: "a.csv", Rows: 2, Refused: len(want), Problems: want}, refused); d != "" {
		t.Error(d)
	}
	if got, want := err.Error(), "a.csv: 13 of 15 rows refused; first: line 3, column expenditure: value missing"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got, want := want[6].String(), "line 10: wrong number of fields: 5, the header has 6"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	opt.SkipBad = true
	got, err := readText(lines, opt)
	if err != nil {
		t.Fatal(err)
	}
	if got.Rows() != 2 || got.Refused != len(want) || got.Blank != 1 || got.Negative != 1 || len(got.Problems) != len(want) {
		t.Errorf("%d rows, %d refused, %d blank, %d negative", got.Rows(), got.Refused, got.Blank, got.Negative)
	}
	if !slices.Equal(got.FPC, []float64{100, 100}) {
		t.Errorf("fpc %v", got.FPC)
	}
	if len(got.PSU.Levels) != 1 {
		t.Errorf("labels of refused rows were kept: %q", got.PSU.Levels)
	}
}

func TestSign(t *testing.T) {
	lines := []string{
		"strata,psu,hhsize,weight,expenditure",
		"1,1,3,10,500000",
		"1,1,3,10,0",
		"1,2,3,10,-5.5",
		"1,2,0,10,-5.5",
	}
	size := microdata.Problem{Line: 5, Column: "hhsize", Value: "0", Reason: microdata.ZeroSize}
	zero := microdata.Problem{Line: 3, Column: "expenditure", Value: "0", Reason: microdata.ZeroValue}
	negative := microdata.Problem{Line: 4, Column: "expenditure", Value: "-5.5", Reason: microdata.NegativeValue}
	for _, c := range []struct {
		sign microdata.Sign
		rows int
		want []microdata.Problem
	}{
		{microdata.AnySign, 3, []microdata.Problem{size}},
		{microdata.NotNegative, 2, []microdata.Problem{negative, size}},
		{microdata.AboveZero, 1, []microdata.Problem{zero, negative, size}},
	} {
		got, err := readText(lines, microdata.Options{Sign: c.sign, SkipBad: true})
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(c.want, got.Problems); d != "" || got.Rows() != c.rows {
			t.Errorf("sign %d: %d rows\n%s", c.sign, got.Rows(), d)
		}
	}
}

func TestReasonsHaveNames(t *testing.T) {
	seen := map[string]bool{}
	for r := microdata.Missing; r <= microdata.ZeroValue; r++ {
		if r.ID() == "" || seen[r.ID()] {
			t.Errorf("reason %d is named %q", r, r.ID())
		}
		seen[r.ID()] = true
	}
	if microdata.NoReason.ID() != "" || (microdata.ZeroValue+1).ID() != "" {
		t.Error("what is no reason has a name")
	}
}

func TestProblemsAreCounted(t *testing.T) {
	lines := []string{"strata,psu,hhsize,weight,expenditure"}
	for range 1000 {
		lines = append(lines, "1,1,2,3,x")
	}
	_, err := readText(lines, microdata.WithChunk(microdata.Options{SkipBad: true}, 300))
	var refused *microdata.RefusedError
	if !errors.As(err, &refused) {
		t.Fatalf("a file of bad rows alone: %v", err)
	}
	if refused.Refused != 1000 || len(refused.Problems) != microdata.MaxProblems || refused.Problems[19].Line != 21 {
		t.Errorf("%d refused, %d kept, %+v", refused.Refused, len(refused.Problems), refused.Problems)
	}
}

func TestFileErrors(t *testing.T) {
	header := "strata,psu,hhsize,weight,expenditure\n"
	row := "1,1,2,3,400000.5\n"
	packed := packGzip(t, []byte(header+strings.Repeat(row, 2000)))
	cases := []struct {
		name string
		data string
		want error
	}{
		{"empty", "", microdata.ErrEmpty},
		{"blank", "\n\r\n\n", microdata.ErrEmpty},
		{"header alone", header, microdata.ErrNoRows},
		{"header alone, no line end", strings.TrimSpace(header), microdata.ErrNoRows},
		{"no header", row + row, microdata.ErrNoHeader},
		{"spreadsheet", "PK\x03\x04 rest of it", microdata.ErrNotText},
		{"SPSS", "$FL2@(#) SPSS DATA FILE", microdata.ErrNotText},
		{"CR alone", strings.ReplaceAll(header+row+row+row, "\n", "\r"), microdata.ErrLineEnds},
		{"a line without end", header + row + strings.Repeat("x", 600<<10), microdata.ErrRecordTooLong},
		{"a quote without end", header + row + "\"" + strings.Repeat(row, 40<<10), microdata.ErrRecordTooLong},
		{"half a gzip file", string(packed[:len(packed)-20]), microdata.ErrRead},
		{"a broken zstd file", "\x28\xb5\x2f\xfd\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff", microdata.ErrRead},
		{"too many rows", header + strings.Repeat(row, 5001), microdata.ErrTooManyRows},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got, err := microdata.Read(context.Background(), strings.NewReader(c.data), microdata.Options{Name: "f.csv", MaxRows: 5000})
			if !errors.Is(err, c.want) || got != nil {
				t.Fatalf("%v, %v; want %v", got, err, c.want)
			}
			if !strings.HasPrefix(err.Error(), "f.csv: ") {
				t.Errorf("no file name in %q", err)
			}
		})
	}
	if _, err := microdata.Open(context.Background(), filepath.Join(t.TempDir(), "none.csv"), microdata.Options{}); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a file that is not there: %v", err)
	}
	broken := errors.New("the disk is gone")
	r := io.MultiReader(strings.NewReader(header+row), iotest.ErrReader(broken))
	if _, err := microdata.Read(context.Background(), r, microdata.Options{}); !errors.Is(err, broken) || !errors.Is(err, microdata.ErrRead) {
		t.Errorf("a read error: %v", err)
	}
}

func TestCancelAndProgress(t *testing.T) {
	data := fixture(t)
	opt := microdata.WithChunk(byRegency(), 1000)
	opt.Size = int64(len(data))
	var seen []microdata.Progress
	opt.Progress = func(p microdata.Progress) { seen = append(seen, p) }
	mustRead(t, data, opt)
	last := seen[len(seen)-1]
	if len(seen) < 40 || last.Bytes != int64(len(data)) || last.Total != int64(len(data)) || last.Rows != 1200 {
		t.Errorf("%d calls, last %+v", len(seen), last)
	}
	if !slices.IsSortedFunc(seen, func(a, b microdata.Progress) int { return a.Rows - b.Rows }) {
		t.Error("progress goes back")
	}
	ctx, cancel := context.WithCancel(context.Background())
	calls := 0
	opt.Progress = func(microdata.Progress) {
		if calls++; calls == 3 {
			cancel()
		}
	}
	got, err := microdata.Read(ctx, bytes.NewReader(data), opt)
	if !errors.Is(err, context.Canceled) || got != nil || calls != 3 {
		t.Errorf("%v, %v after %d calls", got, err, calls)
	}
	// A reader that never answers does not hold the caller.
	silent, hold := io.Pipe()
	defer hold.Close() //nolint:errcheck // a pipe
	ctx, cancel = context.WithCancel(context.Background())
	cancel()
	if _, err := microdata.Read(ctx, silent, microdata.Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("a silent reader: %v", err)
	}
}

func TestDecimalIsAmbiguous(t *testing.T) {
	for _, c := range []struct {
		value     string
		want      float64
		ambiguous bool
	}{
		{"641.524", 641.524, true},
		{"641,524", 641.524, true},
		{"641524", 641524, false},
		{"1.641.524", 1641524, false},
		{"641,5", 641.5, false},
		{"641.5", 641.5, false},
	} {
		got, err := readText([]string{"strata;psu;hhsize;weight;kapita", "1;1;2;3;" + c.value}, microdata.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if got.Value[0] != c.want || got.AmbiguousDecimal != c.ambiguous {
			t.Errorf("%s: %v, ambiguous %v", c.value, got.Value[0], got.AmbiguousDecimal)
		}
	}
	// Decimals that appear only after the sample.
	lines := []string{"strata;psu;hhsize;weight;kapita"}
	for range 1500 {
		lines = append(lines, "1;1;2;3;500000")
	}
	lines = append(lines, "1;1;2;3;500000,5", "1;1;2;3;500000.5")
	got, err := readText(lines, microdata.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if n := got.Rows(); got.Value[n-1] != 500000.5 || got.Value[n-2] != 500000.5 {
		t.Errorf("late decimals: %v", got.Value[n-2:])
	}
}

func ExampleRead() {
	file := strings.NewReader("kabkota;strata;nks;r301;fwt;kapita\n6271;1;7;4;52,5;641524,75\n")
	t, err := microdata.Read(context.Background(), file, microdata.Options{Columns: microdata.Columns{By: []string{"regency"}}})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(t.Value[0], t.HHSize[0], t.Weight[0], t.Groups[0].Levels)
	// Output: 641524.75 4 52.5 [6271]
}
