package data_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rakor/data"
	"rakor/model"
)

// TestEmbeddedNomenclature: every code of the embedded programmes is in it.
func TestEmbeddedNomenclature(t *testing.T) {
	s, err := data.Open(data.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range s.Programmes().All() {
		for _, w := range p.Warnings(s.Nomenclature()) {
			if w.Kind == model.WarnNomenclature || w.Kind == model.WarnCode {
				t.Error(w)
			}
		}
	}
	if _, ok := s.Nomenclature().Find("1.06.05.2.02.0006"); !ok {
		t.Error("the sub activity that the sources name is not in it")
	}
}

func TestUsersNomenclature(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write := func(text string) *data.Store {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, data.NomenclatureFile), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := data.Open(data.Options{Dir: dir, SkipList: true})
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	s := write("\uFEFFNama;Kode\r\nLayanan baru;9.09.09\r\nPerlindungan kita;1.6.5\r\n")
	if len(s.Problems()) > 0 {
		t.Fatal(s.Problems())
	}
	if it, ok := s.Nomenclature().Find("9.09.09"); !ok || it.Name != "Layanan baru" {
		t.Errorf("%v %v", it, ok)
	}
	if it, _ := s.Nomenclature().Find("1.06.05"); it.Name != "Perlindungan kita" {
		t.Errorf("%v: the user's name does not hold", it)
	}
	s = write("code,name\n9.09.09,ok\n1.06,short\n")
	if n := len(s.Problems()); n != 1 || s.Problems()[0].Line != 3 || s.Problems()[0].Rule != data.RuleCode {
		t.Errorf("problems %v", s.Problems())
	}
	if _, ok := s.Nomenclature().Find("9.09.09"); ok {
		t.Error("a file with a problem is in use")
	}
}

func TestReadNomenclature(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		text  string
		codes string
		rule  data.Rule
		line  int
	}{
		"commas":          {"code,name,source\n1.06.05,\"A, B\",S12\n", "1.06.05", "", 0},
		"tabs":            {"kode\turaian\n1.06.05\tA\n", "1.06.05", "", 0},
		"without names":   {"code,name\n1.06.05\n", "1.06.05", "", 0},
		"empty":           {"", "", data.RuleSchema, 1},
		"other columns":   {"a,b\n1,2\n", "", data.RuleSchema, 1},
		"an open quote":   {"code,name\n1.06.05,\"A\n", "", data.RuleSyntax, 2},
		"not a code":      {"code,name\n1.06.05,A\nabc,B\n", "1.06.05", data.RuleCode, 3},
		"no line at all":  {"code,name\n", "", "", 0},
		"bytes, no text":  {"\x00\xff\xfe", "", data.RuleSchema, 1},
		"line after line": {"code,name\n\n1.06.05,A\n", "1.06.05", "", 0},
	} {
		items, problems := data.ReadNomenclature("f.csv", []byte(c.text))
		var codes []string
		for _, it := range items {
			codes = append(codes, it.Code)
		}
		if diff := cmp.Diff(c.codes, strings.Join(codes, " ")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		switch {
		case c.rule == "" && len(problems) > 0:
			t.Errorf("%s: %v", name, problems)
		case c.rule != "" && (len(problems) != 1 || problems[0].Rule != c.rule || problems[0].Line != c.line):
			t.Errorf("%s: %v, want %s in line %d", name, problems, c.rule, c.line)
		}
	}
}

func FuzzReadNomenclature(f *testing.F) {
	f.Add([]byte("code,name,source\n1.06.05,A,S12\n"))
	f.Add([]byte("\uFEFFkode;nama\n1.6.5;\"x\ny\"\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		items, problems := data.ReadNomenclature("f", b)
		for _, it := range items {
			if _, err := model.ParseProgrammeCode(it.Code); err != nil {
				t.Fatal(err, problems)
			}
		}
	})
}
