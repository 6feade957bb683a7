package jscan_test

import (
	"encoding/json"
	"math"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"rakor/data/internal/jscan"
)

func TestCheckTellsThePlace(t *testing.T) {
	tests := map[string]struct {
		text         string
		line, column int
		pointer      string
		found        string
	}{
		"cut off":             {"{\n \"a\": [1,", 2, 10, "/a/1", "the end of the file"},
		"nothing":             {"", 1, 1, "", "the end of the file"},
		"trailing comma":      {"[1,\n]", 2, 1, "/1", `']'`},
		"two values":          {"{} {}", 1, 4, "", `'{'`},
		"no colon":            {`{"a" 1}`, 1, 6, "", `'1'`},
		"no quotes":           {`{a: 1}`, 1, 2, "", `'a'`},
		"decimal comma":       {"{\"rows\": {\"6271\": [3,44, 3,]}}", 1, 28, "/rows/6271/3", `']'`},
		"column in letters":   {"[\"é\", x]", 1, 7, "/1", `'x'`},
		"after a mark":        {"\uFEFF[x]", 1, 2, "/0", `'x'`},
		"no UTF-8":            {"[\"a\xff\"]", 1, 4, "/0", "the byte 0xff, which is not UTF-8"},
		"control in text":     {"[\"a\nb\"]", 1, 4, "/0", `'\n'`},
		"half a number":       {"[1., 2]", 1, 4, "/0", `','`},
		"leading zero":        {"[01]", 1, 3, "/0", `'1'`},
		"plus":                {"[+1]", 1, 2, "/0", `'+'`},
		"not a number":        {"[NaN]", 1, 2, "/0", `'N'`},
		"bad escape":          {`["\x"]`, 1, 3, "/0", `'\\'`},
		"bad hex":             {`["\u12G4"]`, 1, 3, "/0", `'\\'`},
		"escaped name":        {`{"a/b~c": x}`, 1, 11, "/a~1b~0c", `'x'`},
		"wrong closing":       {`{"a": [1}`, 1, 9, "/a/0", `'}'`},
		"a zero byte":         {"[\x00]", 1, 2, "/0", `'\x00'`},
		"nested beyond sense": {strings.Repeat("[", 100), 1, 65, strings.Repeat("/0", 64), `'['`},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			e := jscan.Check([]byte(tt.text))
			if e == nil {
				t.Fatal("no error")
			}
			if e.Line != tt.line || e.Column != tt.column || e.Found != tt.found {
				t.Errorf("line %d, column %d, found %s; want %d, %d, %s", e.Line, e.Column, e.Found, tt.line, tt.column, tt.found)
			}
			if e.Pointer != tt.pointer {
				t.Errorf("pointer %q, want %q", e.Pointer, tt.pointer)
			}
		})
	}
}

// TestReaderGoesOn shows that a value of the wrong type is told and passed
// over, and that everything after it is read.
func TestReaderGoesOn(t *testing.T) {
	const text = `{"name": 7, "on": "yes", "n": [1, "x", null, 1e999, 2.5], "whole": 1.5, "more": {"a": [true]}, "name": "again", "list": 3, "last": "ok"}`
	type fault struct{ Pointer, Found, Expected string }
	var faults []fault
	r := jscan.New([]byte(text), func(f jscan.Fault) { faults = append(faults, fault{f.Pointer, f.Found, f.Expected}) })
	var floats []float64
	var last string
	r.Object(func(name []byte) {
		switch string(name) {
		case "name":
			_ = r.String()
		case "on":
			_ = r.Bool()
		case "n":
			floats, _ = r.Floats(nil)
		case "whole":
			if _, ok := r.Int(); ok {
				t.Error("1.5 taken for a whole number")
			}
		case "list":
			r.Array(func(int) { t.Error("a number has an element") })
		case "last":
			last = r.String()
		}
	})
	r.End()
	if r.Err() != nil {
		t.Fatal(r.Err())
	}
	want := []fault{
		{"/name", "number 7", "text"},
		{"/on", `text "yes"`, "true or false"},
		{"/n/1", `text "x"`, "a number"},
		{"/n/3", "number 1e999", "a number within the range of a double"},
		{"/whole", "number 1.5", "a whole number"},
		{"/more", "an unknown member", "no such member"},
		{"/name", "a second member of this name", "one"},
		{"/list", "number 3", "an array"},
	}
	if d := cmp.Diff(want, faults); d != "" {
		t.Errorf("faults (-want +got):\n%s", d)
	}
	if len(floats) != 5 || floats[0] != 1 || !math.IsNaN(floats[1]) || !math.IsNaN(floats[2]) || !math.IsNaN(floats[3]) || floats[4] != 2.5 {
		t.Errorf("floats %v", floats)
	}
	if last != "ok" {
		t.Errorf("last = %q", last)
	}
}

func TestEscapes(t *testing.T) {
	for _, text := range []string{`"a\"\\\/\b\f\n\r\t"`, `"\u00e9 \uD83D\uDE00 é"`, `"\ud800 lone"`, `"\ud800\u0041"`, `""`, `"\u0000"`} {
		var want string
		if err := json.Unmarshal([]byte(text), &want); err != nil {
			t.Fatal(err)
		}
		r := jscan.New([]byte(text), nil)
		if got := r.String(); got != want || r.Err() != nil {
			t.Errorf("%s: %q, %v; want %q", text, got, r.Err(), want)
		}
	}
}

func TestLocate(t *testing.T) {
	text := []byte(`{"rows": {"6271": [1, 2, {"x": 5}], "62": 0}, "a/b": [[7]]}`)
	want := map[string]string{"": "{", "/rows/6271": "[1", "/rows/6271/2/x": "5", "/rows/62": "0", "/a~1b/0/0": "7"}
	ask := map[string]bool{"/none": true, "/rows/6271/9": true}
	for p := range want {
		ask[p] = true
	}
	got := jscan.Locate(text, ask)
	if len(got) != len(want) {
		t.Errorf("found %v", got)
	}
	for p, begins := range want {
		if !strings.HasPrefix(string(text[got[p]:]), begins) {
			t.Errorf("%q at %d", p, got[p])
		}
	}
}

func FuzzCheck(f *testing.F) {
	for _, s := range []string{
		`{"a":[1,-2.50,3e7,null,true,false,"\u00e9"]}`, `[]`, `{}`, `"x"`, `[1,]`, `{"a"}`, "[\"\xff\"]", `[1e]`, `[-]`, `[0.1e+1]`, "\uFEFF1", `{"a":{"b":[{}]}}`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		e := jscan.Check(b)
		if e != nil && (e.Expected == "no deeper nesting" || !utf8.Valid(b)) {
			return // stricter than encoding/json
		}
		rest := []byte(strings.TrimPrefix(string(b), "\uFEFF"))
		if valid := json.Valid(rest); valid != (e == nil) && utf8.Valid(b) {
			t.Fatalf("Check = %v, json.Valid = %v", e, valid)
		}
		if e != nil && (e.Line < 1 || e.Column < 1 || e.Offset > len(b)) {
			t.Fatalf("place %d:%d, offset %d", e.Line, e.Column, e.Offset)
		}
	})
}

func FuzzFloat(f *testing.F) {
	for _, s := range []string{"3.44", "-0.04", "284973643", "1e3", "0", "-0", "9007199254740993", "0.1234567890123456", "123456789012345678901234567890", "5e-324"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		r := jscan.New([]byte(s), nil)
		v, ok := r.Float()
		r.End()
		if !ok || r.Err() != nil {
			return
		}
		want, err := strconv.ParseFloat(strings.Trim(strings.TrimPrefix(s, "\uFEFF"), " \t\r\n"), 64)
		if err != nil || math.Float64bits(v) != math.Float64bits(want) {
			t.Fatalf("Float(%q) = %v, want %v (%v)", s, v, want, err)
		}
	})
}
