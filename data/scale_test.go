package data_test

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"rakor/data"
	"rakor/model"
)

// scale writes the documents of a user who has every kecamatan: regions, and
// for each of some indicators a figure a kecamatan and year. The figures are
// made up and only have to be possible.
func scale(tb testing.TB, dir string, districts, years int, indicators []model.IndicatorID) (figures int) {
	tb.Helper()
	s, err := data.Open(data.Options{})
	if err != nil {
		tb.Fatal(err)
	}
	ds := s.Dataset()
	taken := map[string]bool{}
	for _, r := range ds.Regions() {
		taken[string(r.Kemendagri)] = true
	}
	var regions []string
	var index strings.Builder
	index.WriteString(`{"format":"rakor/index/1","regions":[`)
	for n := 1; len(regions) < districts; n++ {
		for _, code := range ds.Locals() {
			r, _ := ds.Region(code)
			dotted := fmt.Sprintf("%s.%02d", r.Kemendagri, n)
			if taken[dotted] || len(regions) == districts {
				continue
			}
			if len(regions) > 0 {
				index.WriteByte(',')
			}
			fmt.Fprintf(&index, `{"code":"%s","kemendagri":"%s","level":"district","name":"Kecamatan %s","parent":"%s"}`+"\n", dotted, dotted, dotted, code)
			regions = append(regions, dotted)
		}
	}
	index.WriteString("]}")
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			tb.Fatal(err)
		}
	}
	write("index.json", index.String())
	for k, id := range indicators {
		ind, _ := ds.Indicator(id)
		var b strings.Builder
		fmt.Fprintf(&b, `{"format":"rakor/indicator/1","indicator":"%s","periods":[`, id)
		month := ""
		if ind.Months[0] != 0 {
			month = fmt.Sprintf("-%02d", ind.Months[0])
		}
		for y := range years {
			if y > 0 {
				b.WriteByte(',')
			}
			fmt.Fprintf(&b, `"%d%s"`, 2006+y, month)
		}
		b.WriteString(`],"origins":[{"sources":["bps-si"]}],"rows":{`)
		for i, code := range regions {
			if i > 0 {
				b.WriteByte(',')
			}
			b.WriteString("\n\"" + code + "\":[")
			for y := range years {
				if y > 0 {
					b.WriteByte(',')
				}
				share := float64((i*31+y*17+k*7)%1000) / 1000
				b.WriteString(strconv.FormatFloat(model.Round(ind.Min+(ind.Max-ind.Min)*share, ind.Decimals), 'f', -1, 64))
				figures++
			}
			b.WriteByte(']')
		}
		b.WriteString("}}")
		write(string(id)+".json", b.String())
	}
	return figures
}

// scaled lists the indicators of a large user's dataset.
func scaled() []model.IndicatorID {
	return []model.IndicatorID{"p0", "p1", "p2", "poor", "line", "ipm", "tpt", "rls", "sanitation", "water"}
}

// TestScale opens a user's dataset with every indicator of a large one, at a
// hundredth of its size.
func TestScale(t *testing.T) {
	dir := t.TempDir()
	n := scale(t, dir, 70, 20, scaled())
	s, err := data.Open(data.Options{Dir: dir})
	if err != nil || len(s.Problems()) > 0 {
		t.Fatal(err, s.Problems())
	}
	got := 0
	for _, id := range scaled() {
		series, err := s.Dataset().Series(id)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range series.Regions() {
			if region, _ := s.Dataset().Region(r); region.Level == model.LevelDistrict {
				got += len(series.Of(r))
			}
		}
	}
	if got < n || n != 70*20*10 {
		t.Errorf("%d figures of %d", got, n)
	}
}

// BenchmarkOpenLarge opens 1.5 million figures of a user: 7,300 kecamatan, 20
// years, 10 indicators, in 10 documents; and shows one indicator. The goals are
// 800 ms and 200 MB. A tenth of them is opened as well, to see how it grows.
func BenchmarkOpenLarge(b *testing.B) {
	for _, districts := range []int{730, 7500} {
		b.Run(strconv.Itoa(districts*200), func(b *testing.B) {
			dir := b.TempDir()
			scale(b, dir, districts, 20, scaled())
			var before, after runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&before)
			b.ReportAllocs()
			b.ResetTimer()
			var s *data.Store
			for b.Loop() {
				var err error
				if s, err = data.Open(data.Options{Dir: dir}); err != nil {
					b.Fatal(err)
				}
				if _, err := s.Dataset().Series("p0"); err != nil {
					b.Fatal(err)
				}
			}
			b.StopTimer()
			runtime.GC()
			runtime.ReadMemStats(&after)
			b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/1e6, "MB-kept")
			if len(s.Problems()) > 0 {
				b.Fatal(s.Problems()[0])
			}
		})
	}
}

// TestSkipFigures opens a large user's dataset without its figures, then with
// them, told how far it is.
func TestSkipFigures(t *testing.T) {
	dir := t.TempDir()
	scale(t, dir, 70, 20, scaled())
	size := data.FiguresSize(dir)
	s, err := data.Open(data.Options{Dir: dir, SkipFigures: true})
	if err != nil || len(s.Problems()) > 0 {
		t.Fatal(err, s.Problems())
	}
	var own model.RegionCode
	for _, r := range s.Dataset().Regions() {
		if r.Level == model.LevelDistrict {
			own = r.Code
		}
	}
	p0, _ := s.Dataset().Indicator(model.P0)
	p := model.Period{Year: 2024, Month: p0.Months[0]}
	if _, ok := s.Dataset().Value(own, model.P0, p); ok {
		t.Error("its figures were read")
	}
	if v, _ := s.Dataset().Value("6271", model.P0, model.Period{Year: 2024, Month: 3}); v != 3.52 {
		t.Errorf("the embedded figure is %v", v)
	}
	var told []int64
	s, err = data.Open(data.Options{Dir: dir, Progress: func(done, total int64) {
		if total != size || len(told) > 0 && done <= told[len(told)-1] {
			t.Errorf("%d of %d, the documents have %d", done, total, size)
		}
		told = append(told, done)
	}})
	if err != nil || len(told) != 1+len(scaled()) || told[len(told)-1] != size {
		t.Errorf("%v, told %v", err, told)
	}
	if _, ok := s.Dataset().Value(own, model.P0, p); !ok {
		t.Error("its figures are missing")
	}
	if data.FiguresSize(t.TempDir()) != 0 || data.FiguresSize("") != 0 {
		t.Error("an empty directory has figures")
	}
}
