package data_test

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rakor/data"
	"rakor/model"
)

// TestBrokenFilesNeverStopOpening opens on the embedded data whatever the
// user's file is, and tells what is wrong with it.
func TestBrokenFilesNeverStopOpening(t *testing.T) {
	const head = `{"format": "rakor/indicator/1", "indicator": "p0", "periods": ["2024-03"], "origins": [{"sources": ["bps-prov"]}], "rows": {"6271": [`
	tests := map[string]struct {
		make    func(t *testing.T, path string)
		rule    data.Rule
		pointer string
		line    int
		found   string
	}{
		"no JSON":        {text("p0 = 3,52\n"), data.RuleSyntax, "", 1, `'p'`},
		"empty":          {text(""), data.RuleSyntax, "", 1, "the end of the file"},
		"cut off":        {text(head + "3.5"), data.RuleSyntax, "/rows/6271/0", 1, "the end of the file"},
		"cut in a line":  {text("{\n\"format\": \"rakor/indicator/1\",\n\"rows\": {"), data.RuleSyntax, "/rows", 3, "the end of the file"},
		"UTF-16":         {text("\xff\xfe{\x00"), data.RuleSyntax, "", 1, "the byte 0xff, which is not UTF-8"},
		"wrong schema":   {text(`{"version": 2}`), data.RuleSchema, "/version", 1, "an unknown member"},
		"another kind":   {text(`{"format": "rakor/programmes/1", "programmes": []}`), data.RuleSchema, "/format", 1, `"rakor/programmes/1"`},
		"another's name": {text(`{"format": "rakor/indicator/1", "indicator": "p1", "periods": [], "rows": {}}`), data.RuleSchema, "/indicator", 0, `"p1"`},
		"out of range":   {text(head + "352]}}"), data.RuleRange, "/rows/6271/0", 0, "352"},
		"deep":           {text(strings.Repeat("[", 1<<20)), data.RuleSyntax, strings.Repeat("/0", 64), 1, `'['`},
		"a gigabyte":     {sparse(1 << 30), data.RuleTooLarge, "", 0, "1073741824 bytes or more"},
		"a directory":    {folder, data.RuleUnreadable, "", 0, "a directory"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, "p0.json")
			tt.make(t, path)
			s := open(t, data.Options{Dir: dir, MustExist: true})
			ps := s.Problems()
			if len(ps) == 0 {
				t.Fatal("no problem")
			}
			found := slices.ContainsFunc(ps, func(p data.Problem) bool {
				return p.Rule == tt.rule && p.Pointer == tt.pointer && (p.Line == tt.line || tt.line == 0) && p.Found == tt.found &&
					p.File == path && p.Expected != "" && p.Severity == data.Error
			})
			if !found {
				t.Errorf("want %s at %q, line %d, found %s; got %v", tt.rule, tt.pointer, tt.line, tt.found, ps)
			}
			if v, ok := s.Dataset().Value("6271", model.P0, period(t, "2024-03")); v != 3.52 || !ok {
				t.Errorf("P0 of the city %v, %v: the embedded figure is not in use", v, ok)
			}
			if s.Dataset().Checksum() != data.EmbeddedChecksum() {
				t.Error("a file that is not in use changes the checksum")
			}
			if r := data.Validate(dir); r.Errors() == 0 || r.Unreadable() != (tt.rule == data.RuleUnreadable || tt.rule == data.RuleTooLarge) {
				t.Errorf("Validate: %d errors, unreadable %v", r.Errors(), r.Unreadable())
			}
			if r := data.Validate(path); r.Errors() == 0 && tt.rule != data.RuleUnreadable {
				t.Error("Validate of the file: no error")
			}
		})
	}
}

func text(s string) func(*testing.T, string) {
	return func(t *testing.T, path string) { write(t, filepath.Dir(path), filepath.Base(path), s) }
}

func sparse(size int64) func(*testing.T, string) {
	return func(t *testing.T, path string) {
		f, err := os.Create(path)
		if err == nil {
			err = f.Truncate(size)
		}
		if err == nil {
			err = f.Close()
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

func folder(t *testing.T, path string) {
	if err := os.Mkdir(path, 0o700); err != nil {
		t.Fatal(err)
	}
}

func TestDirectoriesThatAreNone(t *testing.T) {
	dir := t.TempDir()
	missing := filepath.Join(dir, "none")
	if ps := open(t, data.Options{Dir: missing}).Problems(); ps != nil {
		t.Errorf("a directory not made yet: %v", ps)
	}
	ps := open(t, data.Options{Dir: missing, MustExist: true}).Problems()
	if len(ps) != 1 || ps[0].Rule != data.RuleUnreadable || ps[0].File != missing {
		t.Errorf("a missing directory that was named: %v", ps)
	}
	// A file in its place is read as one document.
	write(t, dir, "one.json", `{"format": "rakor/index/1", "targets": [{"region": "6271", "indicator": "p0", "year": 2027, "value": 3.1, "source": "S49"}]}`)
	s := open(t, data.Options{Dir: filepath.Join(dir, "one.json"), MustExist: true})
	if len(s.Problems()) != 0 || len(s.Dataset().Targets("6271", model.P0)) != 2 {
		t.Errorf("%v, targets %v", s.Problems(), s.Dataset().Targets("6271", model.P0))
	}
	write(t, dir, "broken.json", `{"format": `)
	if ps := open(t, data.Options{Dir: filepath.Join(dir, "broken.json")}).Problems(); len(ps) != 1 || ps[0].Rule != data.RuleSyntax {
		t.Errorf("a broken document: %v", ps)
	}
}

// TestOverlay lays each kind of document over the embedded ones.
func TestOverlay(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "index.json", `{"format": "rakor/index/1",
		"regions": [{"code": "6271", "kemendagri": "62.71", "level": "city", "name": "Kota Cantik", "parent": "6200"}],
		"indicators": [{"id": "own", "name": {"id": "Indikator sendiri", "en": "Own indicator"}, "short": {"id": "Sendiri", "en": "Own"},
			"unit": "percent", "better": "lower", "decimals": 1, "min": 0, "max": 100, "months": [0]}],
		"sources": [{"id": "dinas", "kind": "user", "title": "Laporan dinas", "publisher": "Bapperida", "year": 2026}],
		"targets": [{"region": "6271", "indicator": "p0", "year": 2026, "value": 3.2, "source": "dinas"}]}`)
	write(t, dir, "p0.json", `{"format": "rakor/indicator/1", "indicator": "p0", "periods": ["2026-03", "2025-03", "2024-03"],
		"origins": [{"sources": ["dinas"], "note": "hasil rapat"}],
		"rows": {"6271": [3.4, 3.7, 3.52], "6203": [null, null, null]}}`)
	write(t, dir, "own.json", `{"format": "rakor/indicator/1", "indicator": "own", "periods": ["2025"],
		"origins": [{"sources": ["dinas"]}], "rows": {"62.71.01": [12.5]}}`)
	write(t, dir, "programmes.json", `{"format": "rakor/programmes/1", "removed": ["p002"], "programmes": [
		{"id": "p001", "region": "6271", "year": 2025, "department": "DPKUKMP", "code": "2.17.07", "name": "BPUM", "budget": 2600000000},
		{"id": "new", "region": "6271", "year": 2026, "department": "Disnaker", "code": "2.07.03", "name": "Pelatihan", "strategy": 2}]}`)
	base := open(t, data.Options{})
	s := open(t, data.Options{Dir: dir, MustExist: true})
	if len(s.Problems()) != 0 {
		t.Fatal(s.Problems())
	}
	ds := s.Dataset()
	if r, _ := ds.Region("6271"); r.Name != "Kota Cantik" || len(ds.Regions()) != len(base.Dataset().Regions()) {
		t.Errorf("region %v", r)
	}
	reading := func(p string) model.Observation {
		o, ok := ds.At("6271", model.P0, period(t, p))
		if !ok {
			t.Fatalf("no figure for %s", p)
		}
		return o
	}
	if o := reading("2026-03"); o.Value != 3.4 || o.Note != "hasil rapat" || len(o.Others) != 0 {
		t.Errorf("a new figure: %+v", o)
	}
	// A figure that differs is preferred, the embedded one stays visible.
	if o := reading("2025-03"); o.Value != 3.7 || len(o.Others) != 1 || o.Others[0].Value != 3.62 || o.Others[0].Sources[0] != "bps-p0-kab-0425" {
		t.Errorf("a figure that differs: %+v", o)
	}
	// One that agrees is a further source.
	was, _ := base.Dataset().At("6271", model.P0, period(t, "2024-03"))
	if o := reading("2024-03"); !slices.Equal(o.Sources, append([]model.SourceID{"dinas"}, was.Sources...)) || len(o.Others) != 0 {
		t.Errorf("a figure that agrees: %+v", o)
	}
	// A gap changes nothing, nor do regions that are not named.
	for _, c := range []model.RegionCode{"6203", "6200", "3571"} {
		want, _ := base.Dataset().Series(model.P0)
		got, _ := ds.Series(model.P0)
		if d := cmp.Diff(want.Of(c), got.Of(c)); d != "" {
			t.Errorf("%s (-embedded +laid over):\n%s", c, d)
		}
	}
	if v, ok := ds.Value("62.71.01", "own", period(t, "2025")); v != 12.5 || !ok {
		t.Errorf("own indicator %v, %v", v, ok)
	}
	if ts := ds.Targets("6271", model.P0); len(ts) != 1 || ts[0].Value != 3.2 {
		t.Errorf("targets %v", ts)
	}
	ps := s.Programmes()
	if _, ok := ps.Get("p002"); ok {
		t.Error("a removed programme is still there")
	}
	if p, _ := ps.Get("p001"); p.Budget.V != 2600000000 || p.Name != "BPUM" || p.Activity != "" {
		t.Errorf("replaced programme %+v", p)
	}
	if all := ps.All(); len(all) != len(base.Programmes().All()) || all[0].ID != "p001" || all[len(all)-1].ID != "new" {
		t.Errorf("%d programmes", len(all))
	}
	if len(ps.Strategies()) != 3 {
		t.Errorf("strategies %v", ps.Strategies())
	}
	if ds.Checksum() == data.EmbeddedChecksum() || !strings.HasPrefix(ds.Checksum(), "sha256:") {
		t.Errorf("checksum %s", ds.Checksum())
	}
	if n := data.Validate(dir).Errors(); n != 0 {
		t.Errorf("%d errors", n)
	}
}

// TestNewIndicatorWithoutFigures opens an index that names an indicator of
// which there is no file.
func TestNewIndicatorWithoutFigures(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "index.json", `{"format": "rakor/index/1", "indicators": [{"id": "later", "name": {"id": "a", "en": "b"},
		"short": {"id": "a", "en": "b"}, "unit": "percent", "better": "lower", "decimals": 1, "min": 0, "max": 100, "months": [0]}]}`)
	ds := open(t, data.Options{Dir: dir}).Dataset()
	s, err := ds.Series("later")
	if err != nil || s.Len() != 0 {
		t.Errorf("%v, %v", s, err)
	}
}

// TestChecksumFollowsTheBytes gives the same digest for the same files and
// another for any change.
func TestChecksumFollowsTheBytes(t *testing.T) {
	sum := func(files map[string]string) string {
		dir := t.TempDir()
		for name, s := range files {
			write(t, dir, name, s)
		}
		return open(t, data.Options{Dir: dir}).Dataset().Checksum()
	}
	const programmes = `{"format": "rakor/programmes/1", "programmes": []}`
	a := map[string]string{"programmes.json": programmes, "index.json": `{"format": "rakor/index/1"}`}
	b := map[string]string{"programmes.json": programmes + " ", "index.json": `{"format": "rakor/index/1"}`}
	c := map[string]string{"programmes.json": programmes}
	d := map[string]string{"programmes.json": programmes, "settings.json": `{"home": "6203"}`}
	if first, second := sum(a), sum(a); first != second {
		t.Error("the same files give another checksum elsewhere")
	}
	if sum(a) == sum(b) || sum(a) == sum(c) {
		t.Error("a changed or missing file gives the same checksum")
	}
	if sum(c) != sum(d) {
		t.Error("settings are no data")
	}
}

// TestConflictsStayVisible finds a cell for which sources differ.
func TestConflictsStayVisible(t *testing.T) {
	o, ok := open(t, data.Options{}).Dataset().At("6200", model.P1, period(t, "2022-03"))
	if !ok || o.Value != 0.91 || len(o.Others) != 1 || o.Others[0].Value != 0.68 || o.Others[0].Sources[0] != "press-kalteng-2025-08" {
		t.Errorf("%+v", o)
	}
}

// TestBreaks holds the changes of method against the traps that were met.
func TestBreaks(t *testing.T) {
	ds := open(t, data.Options{}).Dataset()
	tests := []struct {
		id     model.IndicatorID
		region model.RegionCode
		a, b   string
		want   bool
	}{
		{"p0", "6271", "2011", "2012-09", true},     // vintages
		{"p0", "6271", "2014-09", "2015-03", true},  // September to March
		{"p0", "6200", "2014-09", "2015-03", false}, // provinces have both rounds
		{"p0", "6200", "2010-03", "2012-03", false}, // and their own vintage
		{"p0", "6271", "2020-03", "2021-03", true},  // population base
		{"p0", "0000", "2020-09", "2021-03", true},
		{"p0", "6271", "2021-03", "2025-03", false},
		{"line", "6271", "2020-03", "2021-03", false}, // a line has no base
		{"sanitation", "6200", "2015", "2016", true},
		{"sanitation", "6200", "2016", "2025", false},
		{"uhh", "6271", "2021", "2025", true},
		{"p0", "9400", "2023-03", "2024-03", true}, // the split of Papua
		{"p0", "9401", "2023-03", "2024-03", false},
		{"ipm", "9400", "2021", "2022", true},
		{"ipm", "9400", "2022", "2024", false},
		{"pdrb_pc", "9100", "2022", "2023", true},
	}
	for _, tt := range tests {
		if k, ok := ds.BreakBetween(tt.id, tt.region, period(t, tt.a), period(t, tt.b)); ok != tt.want {
			t.Errorf("%s %s %s-%s: %v %+v", tt.id, tt.region, tt.a, tt.b, ok, k)
		}
	}
	for _, k := range ds.Breaks() {
		if ds.Source(k.Source).Publisher == "" {
			t.Errorf("%v has no source", k)
		}
	}
}

// TestIndicatorsFitTheirFigures holds what the index says of an indicator
// against its figures: range, months, and the order of the screen's first.
func TestIndicatorsFitTheirFigures(t *testing.T) {
	ds := open(t, data.Options{}).Dataset()
	for _, ind := range ds.Indicators() {
		if n := max(len([]rune(ind.Short.ID)), len([]rune(ind.Short.EN))); n > 16 {
			t.Errorf("%s: a short name of %d columns", ind.ID, n)
		}
		s, err := ds.Series(ind.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range s.Periods() {
			if !ind.Allows(p) {
				t.Errorf("%s: %s", ind.ID, p)
			}
		}
		for _, r := range s.Regions() {
			for _, o := range s.Of(r) {
				if o.Value < ind.Min || o.Value > ind.Max || len(o.Sources) == 0 {
					t.Errorf("%s %s %s: %v of %v", ind.ID, r, o.Period, o.Value, o.Sources)
				}
				for _, id := range o.Sources {
					if ds.Source(id).Publisher == "" {
						t.Errorf("%s %s %s: unknown source %s", ind.ID, r, o.Period, id)
					}
				}
			}
		}
	}
	if first := ds.Indicators()[0].ID; first != model.P0 {
		t.Errorf("the first indicator is %s", first)
	}
}

// TestConcurrentReaders decodes every indicator from several goroutines.
func TestConcurrentReaders(t *testing.T) {
	ds := open(t, data.Options{}).Dataset()
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for _, ind := range ds.Indicators() {
				if s, err := ds.Series(ind.ID); err != nil || s.Len() == 0 {
					t.Errorf("%s: %v", ind.ID, err)
				}
			}
		})
	}
	wg.Wait()
}

// TestHeapOfEverything bounds what the whole dataset keeps in memory.
func TestHeapOfEverything(t *testing.T) {
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	ds := open(t, data.Options{}).Dataset()
	for _, ind := range ds.Indicators() {
		if _, err := ds.Series(ind.ID); err != nil {
			t.Fatal(err)
		}
	}
	runtime.GC()
	runtime.ReadMemStats(&after)
	if mb := (int64(after.HeapAlloc) - int64(before.HeapAlloc)) >> 20; mb > 20 {
		t.Errorf("%d MB", mb)
	}
	runtime.KeepAlive(ds)
}

// TestManyProblemsAreBounded lists only so many problems of one file.
func TestManyProblemsAreBounded(t *testing.T) {
	dir := t.TempDir()
	var b strings.Builder
	b.WriteString(`{"format": "rakor/indicator/1", "indicator": "p0", "periods": ["2024-03"], "origins": [{"sources": ["bps-prov"]}], "rows": {`)
	for i := range 30_000 {
		if i > 0 {
			b.WriteString(",\n")
		}
		fmt.Fprintf(&b, `"x%d": ["?"]`, i)
	}
	b.WriteString("}}")
	write(t, dir, "p0.json", b.String())
	ps := open(t, data.Options{Dir: dir}).Problems()
	if n := len(ps); n != 10_001 || ps[n-1].Rule != data.RuleTooMany {
		t.Errorf("%d problems, the last %v", n, ps[n-1])
	}
}
