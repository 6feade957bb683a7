package data_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rakor/data"
	"rakor/data/internal/convert"
	"rakor/data/internal/doc"
	"rakor/model"
)

func open(t testing.TB, o data.Options) *data.Store {
	t.Helper()
	s, err := data.Open(o)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestSeedIsGenerated shows that go generate would change nothing.
func TestSeedIsGenerated(t *testing.T) {
	docs, err := convert.Seed(os.DirFS("source"))
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range docs {
		got, err := os.ReadFile(filepath.Join("seed", name))
		if err != nil {
			t.Error(err)
			continue
		}
		if !bytes.Equal(got, want) {
			t.Errorf("seed/%s is not what the sources give; run go generate ./data", name)
		}
	}
	entries, err := os.ReadDir("seed")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if docs[e.Name()] == nil && !e.IsDir() {
			t.Errorf("seed/%s is made by nothing", e.Name())
		}
	}
}

// TestEmbeddedChecksum shows that the digest computed when the seed was made is
// that of the embedded bytes.
func TestEmbeddedChecksum(t *testing.T) {
	docs := map[string][]byte{}
	entries, err := os.ReadDir("seed")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.IsDir() {
			continue
		}
		if docs[e.Name()], err = os.ReadFile(filepath.Join("seed", e.Name())); err != nil {
			t.Fatal(err)
		}
	}
	want := convert.Checksum(docs)
	if got := data.EmbeddedChecksum(); got != want {
		t.Errorf("EmbeddedChecksum() = %s, want %s", got, want)
	}
	if got := open(t, data.Options{}).Dataset().Checksum(); got != want {
		t.Errorf("Checksum() = %s, want %s", got, want)
	}
}

// TestEveryObservationIsLoaded finds each row of the source in the loaded
// dataset: same value, period, sources and note, in the order of preference.
func TestEveryObservationIsLoaded(t *testing.T) {
	source := os.DirFS("source")
	rows, err := convert.Observations(source)
	if err != nil {
		t.Fatal(err)
	}
	type key struct {
		model.RegionCode
		model.IndicatorID
		model.Period
	}
	want := map[key][]model.Reading{}
	for _, o := range rows {
		k := key{o.Region, o.Indicator, o.Period}
		want[k] = append(want[k], model.Reading{Value: o.Value, Sources: o.Sources, Note: o.Note})
	}
	ds := open(t, data.Options{}).Dataset()
	for k, readings := range want {
		o, ok := ds.At(k.RegionCode, k.IndicatorID, k.Period)
		if !ok {
			t.Fatalf("%v: missing", k)
		}
		got := append([]model.Reading{o.Reading}, o.Others...)
		if !slices.EqualFunc(got, readings, func(a, b model.Reading) bool {
			return a.Value == b.Value && a.Note == b.Note && slices.Equal(a.Sources, b.Sources)
		}) {
			t.Fatalf("%v: %s", k, cmp.Diff(readings, got))
		}
	}
	cells, conflicts := 0, 0
	for _, ind := range ds.Indicators() {
		s, err := ds.Series(ind.ID)
		if err != nil {
			t.Fatal(err)
		}
		cells += s.Len()
		conflicts += len(s.Conflicts())
	}
	if cells != len(want) {
		t.Errorf("%d cells loaded, the source has %d", cells, len(want))
	}
	if len(rows)-len(want) != conflicts {
		t.Errorf("%d cells with two values, the source has %d", conflicts, len(rows)-len(want))
	}
}

func BenchmarkOpenFirstScreen(b *testing.B) {
	for b.Loop() {
		s, err := data.Open(data.Options{})
		if err != nil {
			b.Fatal(err)
		}
		if _, err := s.Dataset().Series(model.P0); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkOpenEverything(b *testing.B) {
	for b.Loop() {
		s, err := data.Open(data.Options{})
		if err != nil {
			b.Fatal(err)
		}
		for _, ind := range s.Dataset().Indicators() {
			if _, err := s.Dataset().Series(ind.ID); err != nil {
				b.Fatal(err)
			}
		}
	}
}

func BenchmarkOpenLongProgrammes(b *testing.B) {
	entries := open(b, data.Options{}).Programmes().All()
	long := make([]model.Programme, 0, 20_000)
	for i := range cap(long) {
		e := entries[i%len(entries)]
		e.ID = model.ProgrammeID(fmt.Sprintf("u%05d", i))
		long = append(long, e)
	}
	text, err := doc.WriteProgrammes(doc.Programmes{Entries: long})
	if err != nil {
		b.Fatal(err)
	}
	dir := b.TempDir()
	write(b, dir, "programmes.json", string(text))
	for b.Loop() {
		if s := open(b, data.Options{Dir: dir}); len(s.Problems()) > 0 {
			b.Fatal(s.Problems()[0])
		}
	}
}

func BenchmarkValidateEmbedded(b *testing.B) {
	for b.Loop() {
		if r := data.Validate(); r.Errors() > 0 {
			b.Fatal(r.Problems)
		}
	}
}
