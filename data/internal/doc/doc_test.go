package doc_test

import (
	"bytes"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"rakor/data/internal/doc"
	"rakor/data/internal/jscan"
	"rakor/model"
)

const seed = "../../seed"

// schemas compiles the published schemas, by the format they describe.
func schemas(t testing.TB) map[string]*jsonschema.Schema {
	t.Helper()
	out := map[string]*jsonschema.Schema{}
	for format, name := range map[string]string{
		doc.IndexFormat: "index", doc.IndicatorFormat: "indicator", doc.ProgrammesFormat: "programmes",
	} {
		s, err := jsonschema.NewCompiler().Compile(filepath.Join(seed, "schema", name+".schema.json"))
		if err != nil {
			t.Fatal(err)
		}
		out[format] = s
	}
	return out
}

// read reads a document of a format and gives what was wrong with it.
func read(b []byte, format string) (faults []jscan.Fault, syntax *jscan.SyntaxError) {
	report := func(f jscan.Fault) { faults = append(faults, f) }
	switch format {
	case doc.IndexFormat:
		_, syntax = doc.ReadIndex(b, report)
	case doc.IndicatorFormat:
		_, syntax = doc.ReadTable(b, report)
	case doc.ProgrammesFormat:
		_, syntax = doc.ReadProgrammes(b, report)
	}
	return faults, syntax
}

func seedFiles(t testing.TB) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	names, err := filepath.Glob(filepath.Join(seed, "*.json"))
	if err != nil || len(names) == 0 {
		t.Fatal(err, "no seed")
	}
	for _, name := range names {
		if out[filepath.Base(name)], err = os.ReadFile(name); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// TestSeedFollowsTheSchema holds every embedded document against its schema.
func TestSeedFollowsTheSchema(t *testing.T) {
	all := schemas(t)
	for name, b := range seedFiles(t) {
		format := doc.Format(b)
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
		if err != nil {
			t.Fatal(name, err)
		}
		s := all[format]
		if s == nil {
			t.Fatalf("%s: format %q", name, format)
		}
		if err := s.Validate(v); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if faults, syntax := read(b, format); faults != nil || syntax != nil {
			t.Errorf("%s: %v, %v", name, faults, syntax)
		}
	}
}

// TestWriteReadIdentity reads every embedded document, writes it and gets the
// same bytes.
func TestWriteReadIdentity(t *testing.T) {
	for name, b := range seedFiles(t) {
		var again []byte
		var err error
		switch doc.Format(b) {
		case doc.IndexFormat:
			x, _ := doc.ReadIndex(b, nil)
			again, err = doc.WriteIndex(x)
		case doc.IndicatorFormat:
			x, _ := doc.ReadTable(b, nil)
			again, err = doc.WriteTable(x)
		case doc.ProgrammesFormat:
			x, _ := doc.ReadProgrammes(b, nil)
			again, err = doc.WriteProgrammes(x)
		}
		if err != nil || !bytes.Equal(again, b) {
			t.Errorf("%s: not the same after reading and writing (%v)", name, err)
		}
	}
}

// TestTableInAnyOrder reads a table whose members and periods stand in another
// order than the one in which they are written.
func TestTableInAnyOrder(t *testing.T) {
	const sorted = `{"format":"rakor/indicator/1","indicator":"p0","periods":["2023-03","2024","2024-03"],
		"origins":[{"sources":["a"]},{"sources":["b","c"],"note":"n"}],"from":{"local":[1,null,0]},
		"rows":{"6271":[3.44,null,3.52],"6206":[null,null,4.5]},
		"cells":[{"region":"6271","period":"2023-03","origin":0},{"region":"6271","period":"2024-03","others":[{"value":3.5,"origin":1}]}]}`
	const mixed = `{"cells":[{"period":"2024-03","others":[{"origin":1,"value":3.5}],"region":"6271"},{"region":"6271","period":"2023-03","origin":0}],
		"rows":{"6271":[3.52,3.44,null],"6206":[4.5,null,null]},"from":{"local":[0,1,null]},
		"periods":["2024-03","2023-03","2024"],"indicator":"p0","origins":[{"sources":["a"]},{"note":"n","sources":["b","c"]}],"format":"rakor/indicator/1"}`
	want, syntax := doc.ReadTable([]byte(sorted), func(f jscan.Fault) { t.Error(f) })
	if syntax != nil {
		t.Fatal(syntax)
	}
	got, syntax := doc.ReadTable([]byte(mixed), func(f jscan.Fault) { t.Error(f) })
	if syntax != nil {
		t.Fatal(syntax)
	}
	places := cmpopts.IgnoreFields(doc.Table{}, "Columns")
	index := cmpopts.IgnoreFields(doc.Cell{}, "Index")
	if d := cmp.Diff(want, got, places, index, cmpopts.EquateNaNs()); d != "" {
		t.Errorf("(-sorted +mixed):\n%s", d)
	}
	if d := cmp.Diff([]int{1, 2, 0}, got.Columns); d != "" {
		t.Errorf("columns: %s", d)
	}
	if v := want.Values[want.At(0, 1)]; !math.IsNaN(v) {
		t.Errorf("a gap reads as %v", v)
	}
}

// TestReaderIsNoMilderThanTheSchema breaks documents in every way that the
// schemas forbid: the reader reports each, and at the place named.
func TestReaderIsNoMilderThanTheSchema(t *testing.T) {
	all := schemas(t)
	const (
		index = `{"format":"rakor/index/1","regions":[{"code":"6271","kemendagri":"62.71","level":"city","name":"Kota","parent":"6200"}],
			"indicators":[{"id":"x","name":{"id":"a","en":"b"},"short":{"id":"a","en":"b"},"unit":"percent","better":"lower","decimals":2,"min":0,"max":9,"months":[0,3]}],
			"sources":[{"id":"s","kind":"user","title":"t","publisher":"p","year":2025,"url":"","note":""}],
			"targets":[{"region":"6271","indicator":"x","year":2026,"value":3.3,"source":"s","note":""}],
			"aliases":[{"name":"Kota Lama","region":"6271","kind":"renamed","since":2014,"source":"s","note":"n"}],
			"breaks":[{"indicators":["x"],"regions":["6271"],"levels":["city"],"from":"2021-03","what":{"id":"a","en":"b"},"source":"s"}],
			"strategies":[{"code":1,"name":{"id":"a","en":"b"},"short":{"id":"a","en":"b"},"source":"s"}]}`
		table = `{"format":"rakor/indicator/1","indicator":"p0","periods":["2024","2024-03"],"origins":[{"sources":["s"],"note":"n"}],
			"from":{"nation":[null,0],"local":[0,0]},"rows":{"6271":[3.5,null],"62.71.01":[1,2]},
			"cells":[{"region":"6271","period":"2024","origin":0,"others":[{"value":3.6,"origin":0}]}]}`
		programmes = `{"format":"rakor/programmes/1","removed":["q"],"programmes":[{"id":"p","region":"6271","year":2025,"department":"d","code":"1.01","name":"n",
			"activity":"a","strategy":1,"budget":5,"budget_computed":true,"budget_basis":"b","realised":null,"target_text":"t","target":{"count":3,"unit":"house"},
			"places":["62.71.01"],"place_names":["x"],"funding":"f","sample":false,"evidence":"P","sources":["s"],"note":"n"}]}`
	)
	tests := []struct{ base, from, to, pointer string }{
		{index, `rakor/index/1`, `rakor/index/2`, "/format"},
		{index, `"6271","kem`, `"627","kem`, "/regions/0/code"},
		{index, `"62.71"`, `"62-71"`, "/regions/0/kemendagri"},
		{index, `"city","name"`, `"town","name"`, "/regions/0/level"},
		{index, `"Kota"`, `""`, "/regions/0/name"},
		{index, `"parent":"6200"`, `"parent":""`, "/regions/0/parent"},
		{index, `"name":"Kota",`, ``, "/regions/0"},
		{index, `"parent"`, `"parents"`, "/regions/0/parents"},
		{index, `"id":"x"`, `"id":"x y"`, "/indicators/0/id"},
		{index, `"id":"x"`, `"id":"` + strings.Repeat("x", 65) + `"`, "/indicators/0/id"},
		{index, `"name":{"id":"a","en":"b"},"short"`, `"name":{"id":"a"},"short"`, "/indicators/0/name"},
		{index, `"percent"`, `"per cent"`, "/indicators/0/unit"},
		{index, `"percent"`, `""`, "/indicators/0/unit"},
		{index, `"lower"`, `"down"`, "/indicators/0/better"},
		{index, `"decimals":2`, `"decimals":7`, "/indicators/0/decimals"},
		{index, `"decimals":2`, `"decimals":0.5`, "/indicators/0/decimals"},
		{index, `"min":0`, `"min":"0"`, "/indicators/0/min"},
		{index, `[0,3]`, `[]`, "/indicators/0/months"},
		{index, `[0,3]`, `[0,13]`, "/indicators/0/months/1"},
		{index, `"user"`, `"friend"`, "/sources/0/kind"},
		{index, `"year":2025`, `"year":25`, "/sources/0/year"},
		{index, `"publisher":"p",`, ``, "/sources/0"},
		{index, `"value":3.3`, `"value":null`, "/targets/0/value"},
		{index, `2021-03`, `2021-13`, "/breaks/0/from"},
		{index, `"renamed"`, `"old"`, "/aliases/0/kind"},
		{index, `"Kota Lama"`, `""`, "/aliases/0/name"},
		{index, `2014`, `14`, "/aliases/0/since"},
		{index, `"kind":"renamed",`, ``, "/aliases/0"},
		{index, `["city"]`, `["town"]`, "/breaks/0/levels/0"},
		{index, `"code":1`, `"code":0`, "/strategies/0/code"},
		{index, `"sources":[`, `"sources":{"a":[`, ""},
		{table, `rakor/indicator/1`, `rakor/index/1`, "/format"},
		{table, `"p0"`, `"p/0"`, "/indicator"},
		{table, `["2024",`, `["2024-3",`, "/periods/0"},
		{table, `["2024",`, `["1899",`, "/periods/0"},
		{table, `["2024",`, `["2024-03",`, "/periods/1"},
		{table, `["2024",`, `[2024,`, "/periods/0"},
		{table, `["s"]`, `[]`, "/origins/0/sources"},
		{table, `"nation"`, `"country"`, "/from/country"},
		{table, `[null,0]`, `[null,-1]`, "/from/nation/1"},
		{table, `[null,0]`, `[null,40000]`, "/from/nation/1"},
		{table, `"62.71.01"`, `"62.7.01"`, "/rows/62.7.01"},
		{table, `"62.71.01"`, `"Kota"`, "/rows/Kota"},
		{table, `[3.5,null]`, `["3,5",null]`, "/rows/6271/0"},
		{table, `[3.5,null]`, `{"2024":3.5}`, "/rows/6271"},
		{table, `"region":"6271",`, ``, "/cells/0"},
		{table, `"value":3.6,`, ``, "/cells/0/others/0"},
		{table, `"value":3.6`, `"value":"3.6"`, "/cells/0/others/0/value"},
		{table, `"rows"`, `"row"`, "/row"},
		{programmes, `"id":"p"`, `"id":""`, "/programmes/0/id"},
		{programmes, `"year":2025`, `"year":"2025"`, "/programmes/0/year"},
		{programmes, `"department":"d"`, `"department":""`, "/programmes/0/department"},
		{programmes, `"budget":5`, `"budget":-5`, "/programmes/0/budget"},
		{programmes, `"budget":5`, `"budget":5.5`, "/programmes/0/budget"},
		{programmes, `"budget":5`, `"budget":"5"`, "/programmes/0/budget"},
		{programmes, `"strategy":1`, `"strategy":100`, "/programmes/0/strategy"},
		{programmes, `"house"`, `"houses"`, "/programmes/0/target/unit"},
		{programmes, `"count":3,`, ``, "/programmes/0/target"},
		{programmes, `"62.71.01"`, `"Pahandut"`, "/programmes/0/places/0"},
		{programmes, `"sample":false`, `"sample":"no"`, "/programmes/0/sample"},
		{programmes, `["q"]`, `["q!"]`, "/removed/0"},
		{programmes, `"removed":["q"],"programmes":[`, `"removed":["q"],"program":[`, "/program"},
	}
	for _, tt := range tests {
		b := strings.Replace(tt.base, tt.from, tt.to, 1)
		if b == tt.base {
			t.Errorf("%s: nothing to replace", tt.from)
			continue
		}
		format := doc.Format([]byte(tt.base))
		faults, syntax := read([]byte(b), format)
		if syntax != nil {
			if tt.pointer != "" {
				t.Errorf("%s -> %s: %v", tt.from, tt.to, syntax)
			}
			continue
		}
		found := false
		for _, f := range faults {
			found = found || f.Pointer == tt.pointer
		}
		if !found {
			t.Errorf("%s -> %s: nothing at %s: %v", tt.from, tt.to, tt.pointer, faults)
		}
		v, err := jsonschema.UnmarshalJSON(strings.NewReader(b))
		if err != nil {
			t.Fatal(err)
		}
		if all[format].Validate(v) == nil {
			t.Errorf("%s -> %s: the schema allows it", tt.from, tt.to)
		}
	}
	for _, base := range []string{index, table, programmes} {
		format := doc.Format([]byte(base))
		if faults, syntax := read([]byte(base), format); faults != nil || syntax != nil {
			t.Errorf("%s: %v %v", format, faults, syntax)
		}
		v, _ := jsonschema.UnmarshalJSON(strings.NewReader(base))
		if err := all[format].Validate(v); err != nil {
			t.Errorf("%s: %v", format, err)
		}
	}
}

// TestStricterThanTheSchema lists what no schema can say.
func TestStricterThanTheSchema(t *testing.T) {
	head := `{"format":"rakor/indicator/1","indicator":"p0","periods":["2024","2024-03"],"origins":[{"sources":["s"]}],`
	tests := map[string]struct{ body, pointer string }{
		"a figure too few":     {`"rows":{"6271":[1]}}`, "/rows/6271"},
		"a region twice":       {`"rows":{"6271":[1,2],"6271":[3,4]}}`, "/rows/6271"},
		"an origin of nothing": {`"from":{"local":[0,1]},"rows":{"6271":[1,2]}}`, "/from/local/1"},
		"an origin too few":    {`"from":{"local":[0]},"rows":{"6271":[1,2]}}`, "/from/local"},
		"a cell of nothing":    {`"rows":{"6271":[1,null]},"cells":[{"region":"6271","period":"2024-03","origin":0}]}`, "/cells/0"},
		"a cell twice":         {`"rows":{"6271":[1,2]},"cells":[{"region":"6271","period":"2024"},{"region":"6271","period":"2024"}]}`, "/cells/1"},
		"a cell's origin":      {`"rows":{"6271":[1,2]},"cells":[{"region":"6271","period":"2024","origin":3}]}`, "/cells/0/origin"},
		"another's origin":     {`"rows":{"6271":[1,2]},"cells":[{"region":"6271","period":"2024","others":[{"value":2,"origin":9}]}]}`, "/cells/0/others/0/origin"},
		"a member twice":       {`"rows":{},"rows":{}}`, "/rows"},
		"too large a number":   {`"rows":{"6271":[1e400,2]}}`, "/rows/6271/0"},
	}
	for name, tt := range tests {
		faults, syntax := read([]byte(head+tt.body), doc.IndicatorFormat)
		if syntax != nil || len(faults) != 1 || faults[0].Pointer != tt.pointer {
			t.Errorf("%s: %v %v, want one at %s", name, faults, syntax, tt.pointer)
		}
	}
}

func TestProgrammeRoundTrip(t *testing.T) {
	full := model.Programme{
		ID: "a-1", Region: "6271", Year: 2025, Department: "Dinas \"X\"", Code: "1.01", Name: "n", Activity: "<b> & c", Strategy: 2,
		Budget: model.Known(model.Rupiah(1 << 52)), BudgetComputed: true, BudgetBasis: "2x3", Realised: model.Known(model.Rupiah(0)),
		TargetText: "29 rumah", Target: model.Known(model.Count{N: 29, Unit: model.PerHouse}), Places: []model.KemendagriCode{"62.71.01"},
		PlaceNames: []string{"Pahandut"}, Funding: "APBD", Sample: true, Evidence: "P+B", Sources: []model.SourceID{"S1", "S2"}, Note: "é\u2028",
	}
	bare := model.Programme{ID: "b", Region: "6271", Year: 2024, Department: "d", Code: "c", Name: "n"}
	want := doc.Programmes{Entries: []model.Programme{full, bare}, Removed: []model.ProgrammeID{"p001"}}
	b, err := doc.WriteProgrammes(want)
	if err != nil {
		t.Fatal(err)
	}
	got, syntax := doc.ReadProgrammes(b, func(f jscan.Fault) { t.Error(f) })
	if syntax != nil {
		t.Fatal(syntax)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

// hugeExponent finds numbers that the schema library would write out in full.
func hugeExponent(b []byte) bool { return regexp.MustCompile(`[eE][+-]?\d{4,}`).Match(b) }

// FuzzRead reads anything as each kind of document: no panic, and what passes
// without a fault passes the schema.
func FuzzRead(f *testing.F) {
	f.Add([]byte(`{"format":"rakor/index/1","regions":[{"code":"6271","level":"city","name":"K"}],"indicators":[],"sources":[]}`))
	f.Add([]byte(`{"format":"rakor/indicator/1","indicator":"p0","periods":["2024"],"origins":[{"sources":["s"]}],"rows":{"6271":[3.5]},"cells":[{"region":"6271","period":"2024","origin":0}]}`))
	f.Add([]byte(`{"format":"rakor/programmes/1","programmes":[{"id":"p","region":"6271","year":2025,"department":"d","code":"1","name":"n","target":{"count":1,"unit":"house"}}]}`))
	f.Add([]byte(`{"rows":{"6271":[1,2]},"cells":[{}],"periods":["2024","2023"],"from":{"local":[null,0]},"format":"rakor/indicator/1","indicator":"x"}`))
	all := schemas(f)
	f.Fuzz(func(t *testing.T, b []byte) {
		for _, format := range []string{doc.IndexFormat, doc.IndicatorFormat, doc.ProgrammesFormat} {
			faults, syntax := read(b, format)
			if syntax != nil || len(faults) > 0 || hugeExponent(b) {
				continue
			}
			v, err := jsonschema.UnmarshalJSON(bytes.NewReader(bytes.TrimPrefix(b, []byte("\uFEFF"))))
			if err != nil {
				t.Fatalf("%s: read without a fault, but %v", format, err)
			}
			if err := all[format].Validate(v); err != nil {
				t.Fatalf("read without a fault, but %v", err)
			}
		}
	})
}
