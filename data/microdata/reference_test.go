package microdata_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rakor/data/microdata"
)

// plainTable is what the fast path and the reference are compared by.
type plainTable struct {
	Value, Size, Weight []float64
	Strata, PSU, Group  []string
	Blank, Refused      int
	Problems            []string
}

const fuzzHeader = "strata,psu,group,hhsize,weight,expenditure\n"

// reference reads the rows under fuzzHeader with encoding/csv and
// strconv.ParseFloat alone.
func reference(body []byte) plainTable {
	var t plainTable
	all := append([]byte(fuzzHeader), body...)
	r := csv.NewReader(bytes.NewReader(all))
	r.FieldsPerRecord = -1
	names := strings.Split(strings.TrimSpace(fuzzHeader), ",")
	if _, err := r.Read(); err != nil {
		panic(err)
	}
	for {
		begin := r.InputOffset()
		fields, err := r.Read()
		if errors.Is(err, io.EOF) {
			return t
		}
		raw := all[begin:r.InputOffset()]
		var (
			line    int
			problem string
		)
		var bad *csv.ParseError
		switch {
		case errors.As(err, &bad):
			line, problem = bad.StartLine, "quote"
		case len(fields) != len(names):
			line, _ = r.FieldPos(0)
			problem = fmt.Sprintf("%d fields", len(fields))
		default:
			line, _ = r.FieldPos(0)
			problem = t.row(names, fields)
		}
		if problem == "" {
			continue
		}
		if len(bytes.Trim(raw, ", \t\r\n")) == 0 {
			t.Blank++
			continue
		}
		t.Refused++
		if len(t.Problems) < microdata.MaxProblems {
			t.Problems = append(t.Problems, fmt.Sprintf("%d %s", line, problem))
		}
	}
}

func (t *plainTable) row(names, fields []string) string {
	var v [6]float64
	for i, f := range fields {
		reason := ""
		f = string(bytes.TrimSpace([]byte(f)))
		if i < 3 {
			switch {
			case missingText(f):
				reason = "missing"
			case len(f) > 100:
				reason = "long"
			}
		} else {
			v[i], reason = referenceNumber(f)
		}
		if reason != "" {
			return names[i] + " " + reason
		}
		fields[i] = f
	}
	switch size, weight := v[3], v[4]; {
	case size == 0:
		return "hhsize zero"
	case size < 0:
		return "hhsize negative"
	case weight == 0:
		return "weight zero"
	case weight < 0:
		return "weight negative"
	}
	t.Size, t.Weight, t.Value = append(t.Size, v[3]), append(t.Weight, v[4]), append(t.Value, v[5])
	t.Strata, t.PSU, t.Group = append(t.Strata, fields[0]), append(t.PSU, fields[0]+"/"+fields[1]), append(t.Group, fields[2])
	return ""
}

func missingText(s string) bool {
	if s == "" {
		return true
	}
	for _, m := range []string{".", "-", "na", "n/a", "#n/a", "nan", "null", "none", "#null!"} {
		if len(s) == len(m) && strings.EqualFold(s, m) {
			return true
		}
	}
	return false
}

func referenceNumber(s string) (float64, string) {
	if missingText(s) {
		return 0, "missing"
	}
	shape := regexp.MustCompile(`^[+-]?([0-9]+|[0-9]{1,3}(,[0-9]{3})+)?(\.[0-9]*)?([eE][+-]?[0-9]+)?$`)
	if len(s) > 64 || !shape.MatchString(s) || !regexp.MustCompile(`^[^eE]*[0-9]`).MatchString(s) {
		return 0, "number"
	}
	v, err := strconv.ParseFloat(strings.ReplaceAll(s, ",", ""), 64)
	if math.IsInf(v, 0) {
		return 0, "large"
	}
	if err != nil {
		return 0, "number"
	}
	return v, ""
}

// read does the same through the package.
func read(t *testing.T, body []byte, workers, chunk int) (plainTable, error) {
	t.Helper()
	opt := microdata.WithChunk(microdata.Options{
		Columns: microdata.Columns{By: []string{"group"}}, Workers: workers, SkipBad: true,
		Separator: ',', Decimal: microdata.DecimalPoint,
	}, chunk)
	got, err := microdata.Read(context.Background(), bytes.NewReader(append([]byte(fuzzHeader), body...)), opt)
	if err != nil {
		return plainTable{}, err
	}
	p := plainTable{
		Value: got.Value, Size: got.HHSize, Weight: got.Weight, Blank: got.Blank, Refused: got.Refused,
	}
	for i := range got.Value {
		p.Strata = append(p.Strata, got.Strata.Levels[got.Strata.Codes[i]])
		psu := got.PSU.Codes[i]
		p.PSU = append(p.PSU, got.Strata.Levels[got.PSUStratum[psu]]+"/"+got.PSU.Levels[psu])
		p.Group = append(p.Group, got.Groups[0].Levels[got.Groups[0].Codes[i]])
	}
	for _, problem := range got.Problems {
		p.Problems = append(p.Problems, fmt.Sprintf("%d %s", problem.Line, short(problem)))
	}
	return p, nil
}

func short(p microdata.Problem) string {
	word := map[microdata.Reason]string{
		microdata.Missing: "missing", microdata.NotNumber: "number", microdata.TooLarge: "large", microdata.ZeroWeight: "zero",
		microdata.NegativeWeight: "negative", microdata.ZeroSize: "zero", microdata.NegativeSize: "negative", microdata.LongLabel: "long",
	}
	switch p.Reason {
	case microdata.BadQuote:
		return "quote"
	case microdata.FieldCount:
		return fmt.Sprintf("%d fields", p.Found)
	default:
		return p.Column + " " + word[p.Reason]
	}
}

// printable tells whether labels come out as they went in.
func printable(body []byte) bool {
	for _, c := range body {
		if (c < 0x20 || c > 0x7e) && c != '\n' && c != '\r' && c != '\t' {
			return false
		}
	}
	return !bytes.ContainsAny(body, "\t")
}

func compare(t *testing.T, body []byte, chunk int) {
	t.Helper()
	want := reference(body)
	for _, labels := range [][]string{want.Strata, want.PSU, want.Group} {
		for i := range labels {
			labels[i] = strings.ReplaceAll(labels[i], "\n", "\uFFFD") // a control character is not shown
		}
	}
	for _, workers := range []int{1, 3} {
		got, err := read(t, body, workers, chunk)
		var personal *microdata.PersonalDataError
		var refused *microdata.RefusedError
		switch {
		case errors.As(err, &personal), errors.Is(err, microdata.ErrRecordTooLong):
			return
		case errors.Is(err, microdata.ErrNoRows):
			if len(want.Value) > 0 || want.Refused > 0 {
				t.Fatalf("no rows, want %d and %d refused", len(want.Value), want.Refused)
			}
			return
		case errors.As(err, &refused):
			if len(want.Value) > 0 || refused.Refused != want.Refused {
				t.Fatalf("%v, want %d rows and %d refused", err, len(want.Value), want.Refused)
			}
			return
		case err != nil:
			t.Fatal(err)
		}
		if !printable(body) || bytes.ContainsAny(body, "\r") && bytes.ContainsAny(body, `"`) {
			got.Strata, got.PSU, got.Group = nil, nil, nil
			want.Strata, want.PSU, want.Group = nil, nil, nil
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Fatalf("%d workers, chunks of %d, %q:\n%s", workers, chunk, body, d)
		}
	}
}

func seeds() []string {
	return []string{
		"1,1,a,3,10.5,500000\n1,2,b,2,11,700000.25\n",
		"1,1,a,3,10.5,500000\r\n\r\n1,1,a,3,10.5,500000\r\n,,,,,\r\n",
		"\"1\",\"1\",\"a\",\"3\",\"1,010.5\",\"500000\"\n1,\"x\"\"y\",\"multi\nline\",3,1,2\n2,1,a,1,1,1",
		"1,1,a,3,10.5\n1,1,a,3,10.5,1,1\n1,1,a,0,1,1\n1,1,a,-1,1,1\n1,1,a,1,0,1\n1,1,a,1,-2,1\n",
		"1,1,a,1,1,NA\n1,1,,1,1,1\n1,1,a,1,1,abc\n1,1,a,1,1,1e400\n1,1,a,1,1,0x10\n1,1,a,1,1,inf\n1,1,a,1,1,1_0\n",
		"1,1,a\"b,1,1,1\n1,1,\"a\"b,1,1,1\n1,1,\"a,1,1,1\n1,1,b\",1,1,1\n1,1,c,1,1,1\n",
		" 1 , 1,a ,1, 1.5 ,\t2\n1,1,a,1,+1.5,-2\n1,1,a,.5,5.,1E2\n1,1,a,1,1,123456789012345678901234567890\n",
		"1,1,a,1,1,9007199254740993\n1,1,a,1,1,0.30000000000000004\n1,1,a,1,1,1234567.123456789012\n",
		"1,1,a,1,1,1\r", "1,1,a,1,1,1\r\r\n", "\"", "1,1,\"a\",1,1,\"1\"\r\n", "\n\n\n", "1,1,\"a\r\nb\",1,1,1\n",
		strings.Repeat("10,1,aa,1,1.25,100\n10,\"2\",aa,1,1.25,1\"00\n", 30),
	}
}

func TestAgainstEncodingCSV(t *testing.T) {
	for _, s := range seeds() {
		for _, chunk := range []int{64, 100, 4096} {
			compare(t, []byte(s), chunk)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range seeds() {
		f.Add([]byte(s), uint8(0))
	}
	f.Fuzz(func(t *testing.T, body []byte, chunk uint8) {
		if len(body) > 1<<16 {
			return
		}
		compare(t, body, 64+int(chunk)*4)
	})
}
