package data_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rakor/data"
)

// place is what a test expects of a problem.
type place struct {
	Rule    data.Rule
	Pointer string
	Line    int
}

func placesOf(ps []data.Problem, of data.Severity) []place {
	var out []place
	for _, p := range ps {
		if p.Severity == of {
			out = append(out, place{p.Rule, p.Pointer, p.Line})
		}
	}
	return out
}

// TestTenPlantedFaults names every fault of one file at once, each with its
// place.
func TestTenPlantedFaults(t *testing.T) {
	path := filepath.Join("testdata", "faults", "p0.json")
	want := []place{
		{data.RuleSchema, "/colour", 4},              // an unknown member
		{data.RulePeriod, "/periods/2", 5},           // July has no Susenas
		{data.RuleDuplicate, "/periods/3", 5},        // March 2024 again
		{data.RuleSource, "/origins/1/sources/0", 8}, // of no index
		{data.RuleRange, "/rows/6271/1", 11},         // 352 %
		{data.RuleRegion, "/rows/6299", 12},          // no such region
		{data.RuleSchema, "/rows/6203/1", 13},        // text with a decimal comma
		{data.RuleSchema, "/rows/6206", 14},          // two figures for four periods
		{data.RuleDuplicate, "/rows/6271", 15},       // the city again
		{data.RuleOrder, "/rows/6211/0", 16},         // P0 below P1
		{data.RuleSchema, "/cells/0/origin", 19},     // the eighth of two origins
	}
	for name, arg := range map[string]string{"file": path, "directory": filepath.Dir(path)} {
		t.Run(name, func(t *testing.T) {
			r := data.Validate(arg)
			if d := cmp.Diff(want, placesOf(r.Problems, data.Error)); d != "" {
				t.Errorf("errors (-want +got):\n%s", d)
			}
			for _, p := range r.Problems {
				if p.Found == "" || p.Expected == "" || p.File != path {
					t.Errorf("says too little: %v", p)
				}
			}
			if r.Errors() != len(want) || r.Unreadable() {
				t.Errorf("%d errors, unreadable %v", r.Errors(), r.Unreadable())
			}
		})
	}
	s := open(t, data.Options{Dir: filepath.Dir(path), MustExist: true})
	if v, ok := s.Dataset().Value("6271", "p0", period(t, "2024-03")); v != 3.52 || !ok {
		t.Errorf("the embedded figure is not in use: %v", v)
	}
	if len(s.Problems()) < 9 || s.Dataset().Checksum() != data.EmbeddedChecksum() {
		t.Errorf("%d problems, checksum %s", len(s.Problems()), s.Dataset().Checksum())
	}
}

// TestEmbeddedDataAreCleanButForWarnings holds the warnings of the embedded
// data against a list that was read, one by one.
func TestEmbeddedDataAreCleanButForWarnings(t *testing.T) {
	r := data.Validate()
	if n := r.Errors(); n > 0 || r.Unreadable() {
		t.Errorf("%d errors", n)
	}
	var b strings.Builder
	for _, p := range r.Problems {
		fmt.Fprintf(&b, "%s %s %s: found %s, expected %s\n", p.Rule, p.File, p.Pointer, p.Found, p.Expected)
	}
	golden(t, filepath.Join("testdata", "embedded-warnings.golden"), b.String())
}

// golden holds a text against a file; UPDATE_GOLDEN=1 writes the file.
func golden(t *testing.T, path, got string) {
	t.Helper()
	if os.Getenv("UPDATE_GOLDEN") == "1" {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); d != "" {
		t.Errorf("%s (-want +got):\n%s", path, d)
	}
}
