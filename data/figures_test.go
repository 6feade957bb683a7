package data_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"rakor/data"
	"rakor/data/durable"
	"rakor/data/durable/durabletest"
	"rakor/model"
)

// userSource is a source that an edit brings.
func userSource() model.Source {
	return model.Source{ID: "file-1", Kind: model.SourceUser, Title: "berkas", Publisher: "rapat"}
}

// twoFigures is an edit of two documents and the index.
func twoFigures(base string) data.Edit {
	p := model.Period{Year: 2025, Month: 3}
	r := func(v float64) model.Reading { return model.Reading{Value: v, Sources: []model.SourceID{"file-1"}} }
	return data.Edit{
		Kind: data.EditImport, Title: "berkas.csv", At: time.Unix(1_800_000_000, 0).UTC(), Base: base, Sources: []model.Source{userSource()},
		Figures: []data.Figure{
			{Region: "6271", Indicator: "p0", Period: p, Reading: r(3.63)},
			{Region: "6271", Indicator: "p1", Period: p, Reading: r(0.5)},
		},
	}
}

// used gives the figures that twoFigures changes.
func used(t *testing.T, dir string) [2]float64 {
	t.Helper()
	s := open(t, data.Options{Dir: dir})
	if len(s.Problems()) > 0 {
		t.Fatal("a document is broken: ", s.Problems()[0])
	}
	p := model.Period{Year: 2025, Month: 3}
	a, _ := s.Dataset().Value("6271", "p0", p)
	b, _ := s.Dataset().Value("6271", "p1", p)
	return [2]float64{a, b}
}

// TestCommitFails makes each call to the disk fail in turn, in every way: no
// document is broken, a success is whole, and what was half written is undone or
// done again.
func TestCommitFails(t *testing.T) {
	t.Parallel()
	before := used(t, "")
	for _, how := range durabletest.Ways() {
		t.Run(fmt.Sprint(how), func(t *testing.T) {
			t.Parallel()
			commitFails(t, how, before)
		})
	}
}

func commitFails(t *testing.T, how durabletest.How, before [2]float64) {
	t.Helper()
	after := [2]float64{3.63, 0.5}
	failed := 0
	for at := 1; ; at++ {
		dir := t.TempDir()
		faulty := durabletest.NewFaults(durable.OS(), at, how)
		_, err := data.CommitFiguresOn(t.Context(), faulty, dir, twoFigures(""))
		got := used(t, dir)
		switch {
		case err == nil && got != after:
			t.Fatalf("way %v, call %d: a success left %v", how, at, got)
		case got[0] != before[0] && got[0] != after[0] || got[1] != before[1] && got[1] != after[1]:
			t.Fatalf("way %v, call %d: %v is neither old nor new", how, at, got)
		}
		if err != nil {
			failed++
		}
		steps, logErr := data.FigureLog(dir)
		if logErr != nil {
			t.Fatalf("way %v, call %d: the log: %v", how, at, logErr)
		}
		if len(steps) > 0 {
			if _, err := data.UndoFigures(t.Context(), dir, time.Time{}); err != nil {
				t.Fatalf("way %v, call %d: undo: %v", how, at, err)
			}
			if got := used(t, dir); got != before {
				t.Fatalf("way %v, call %d: undone to %v, want %v", how, at, got, before)
			}
		} else {
			if got != before {
				t.Fatalf("way %v, call %d: %v without a step in the log", how, at, got)
			}
			if _, err := data.CommitFigures(t.Context(), dir, twoFigures("")); err != nil || used(t, dir) != after {
				t.Fatalf("way %v, call %d: again: %v", how, at, err)
			}
		}
		if !faulty.Fired() {
			break
		}
	}
	if failed < 10 {
		t.Errorf("way %v: only %d failures", how, failed)
	}
}

// TestCommitTogether writes from several goroutines at once: each either commits
// or is told that the data changed, and the log has exactly the commits.
func TestCommitTogether(t *testing.T) {
	dir := t.TempDir()
	base := open(t, data.Options{Dir: dir}).FiguresSum()
	var wg sync.WaitGroup
	errs := make([]error, 4)
	for i := range errs {
		wg.Go(func() { _, errs[i] = data.CommitFigures(t.Context(), dir, twoFigures(base)) })
	}
	wg.Wait()
	done := 0
	for _, err := range errs {
		switch {
		case err == nil:
			done++
		case !errors.Is(err, data.ErrChanged) && !errors.Is(err, durable.ErrLocked):
			t.Error(err)
		}
	}
	steps, err := data.FigureLog(dir)
	if done != 1 || err != nil || len(steps) != 1 {
		t.Errorf("%d commits, %d steps, %v", done, len(steps), err)
	}
}

// TestCommitReadings keeps what was there: another source's figure stays as
// another reading, the same source revises its own, an equal one names both.
func TestCommitReadings(t *testing.T) {
	dir := t.TempDir()
	p := model.Period{Year: 2025, Month: 3}
	commit := func(id model.SourceID, v float64) {
		t.Helper()
		e := twoFigures("")
		s := userSource()
		s.ID = id
		e.Sources = []model.Source{s}
		e.Figures = []data.Figure{{Region: "6271", Indicator: "p0", Period: p, Reading: model.Reading{Value: v, Sources: []model.SourceID{id}}}}
		if _, err := data.CommitFigures(t.Context(), dir, e); err != nil {
			t.Fatal(err)
		}
	}
	embedded, _ := open(t, data.Options{}).Dataset().At("6271", "p0", p)
	commit("a", 3.7)
	commit("b", 3.8)
	commit("a", 3.9)
	commit("b", 3.9)
	got, _ := open(t, data.Options{Dir: dir}).Dataset().At("6271", "p0", p)
	want := []model.Reading{{Value: 3.9, Sources: []model.SourceID{"b", "a"}}, embedded.Reading}
	want = append(want, embedded.Others...)
	if d := cmp.Diff(want, append([]model.Reading{got.Reading}, got.Others...)); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

// TestCommitKeepsTheRest leaves the user's other figures and documents as they
// are.
func TestCommitKeepsTheRest(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("index.json", `{"format":"rakor/index/1","sources":[{"id":"rapat","kind":"user","title":"t","publisher":"p"}]}`)
	write("p0.json", `{"format":"rakor/indicator/1","indicator":"p0","periods":["2026-03"],"origins":[{"sources":["rapat"],"note":"hasil rapat"}],
		"rows":{"6203":[5.02]},"cells":[{"region":"6203","period":"2026-03","others":[{"value":5.1,"origin":0}]}]}`)
	write("poor.json", `{"format":"rakor/indicator/1","indicator":"poor","periods":["2026-03"],"origins":[{"sources":["rapat"]}],"rows":{"6271":[11]}}`)
	poor, err := os.ReadFile(filepath.Join(dir, "poor.json"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := data.CommitFigures(t.Context(), dir, twoFigures("")); err != nil {
		t.Fatal(err)
	}
	ds := open(t, data.Options{Dir: dir}).Dataset()
	o, _ := ds.At("6203", "p0", model.Period{Year: 2026, Month: 3})
	want := []model.Reading{{Value: 5.02, Sources: []model.SourceID{"rapat"}, Note: "hasil rapat"}, {Value: 5.1, Sources: []model.SourceID{"rapat"}, Note: "hasil rapat"}}
	if d := cmp.Diff(want, append([]model.Reading{o.Reading}, o.Others...)); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
	if b, err := os.ReadFile(filepath.Join(dir, "poor.json")); err != nil || string(b) != string(poor) {
		t.Error("another document was touched", err)
	}
}
