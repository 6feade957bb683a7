package ui_test

import (
	"bytes"
	"strings"
	"testing"

	"rakor/ui"
	"rakor/ui/lang"
	"rakor/ui/state"
)

// exportOf opens the list, goes down by rows and presses a key.
func exportOf(t *testing.T, s *ui.Session, down int, key string) state.Effect {
	t.Helper()
	s.Key(press("x"))
	for range down {
		s.Key(press("down"))
	}
	var es []state.Effect
	if key == "enter" {
		es = s.Key(press("enter"))
	} else {
		es = s.Key(press(key))
	}
	if len(es) != 1 {
		t.Fatalf("%d effects", len(es))
	}
	return es[0]
}

func carrying(t *testing.T, l lang.Lang, opts ...ui.Option) *ui.Session {
	t.Helper()
	s := session(t, 120, 36, append(opts, ui.WithVersion("0.test"))...)
	s.SetLang(l)
	return s
}

// Each format is saved under a name that tells what is in it, and holds title,
// source, period and checksum.
func TestExportSavesEveryFormat(t *testing.T) {
	for tab := range state.Tabs {
		for i, ext := range []string{"txt", "md", "csv", "json", "html", "svg"} {
			s := carrying(t, lang.Indonesian)
			s.Do(state.ShowTab{Tab: tab})
			if tab == state.TabEstimate && ext == "svg" { // nothing is drawn without an error
				continue
			}
			e, ok := exportOf(t, s, i, "enter").(state.SaveExport)
			if !ok || !strings.HasPrefix(e.Name, "rakor-6271-") || !strings.HasSuffix(e.Name, "."+ext) || strings.ContainsAny(e.Name, `/\ `) {
				t.Fatalf("tab %d, %s: %+v", tab, ext, e.Name)
			}
			text := strings.ReplaceAll(string(e.Data), "\n", " ")
			for _, want := range []string{"sha256:", "Sumber", "Palangka Raya", "BPS", "0.test"} {
				if tab == state.TabProgram && want == "BPS" {
					want = "kalteng"
				}
				if ext == "json" && want == "Sumber" {
					want = `"sources"`
				}
				if !strings.Contains(text, want) {
					t.Errorf("tab %d, %s lacks %q", tab, ext, want)
				}
			}
			if strings.Contains(s.Frame().Text, "Bawa keluar") {
				t.Error("the list stays open")
			}
			s.Do(state.Exported{File: "/tmp/a\x1b[31m.txt"})
			if f := s.Frame().Text; !strings.Contains(f, "Tersimpan: /tmp/a") || strings.Contains(f, "a\x1b[31m") {
				t.Error("the path is not on the screen, or not clean")
			}
		}
	}
}

// Every analysis can be saved and copied, and the text drawn is the chart.
func TestEveryAnalysisCanBeCarriedAway(t *testing.T) {
	for _, a := range state.Analyses() {
		s := carrying(t, lang.English)
		s.Do(state.SetAnalysis{Analysis: a})
		es := s.Key(press("y"))
		c, ok := es[0].(state.CopyText)
		if !ok || strings.Contains(c.Text, "\x1b") || !strings.Contains(c.Text, "sha256:") || strings.Count(c.Text, "\n") < 20 {
			t.Errorf("%q copies %+v", a, es)
		}
		if !strings.Contains(s.Frame().Text, "lines copied") {
			t.Errorf("%q: nothing says that it was copied", a)
		}
		e, ok := exportOf(t, s, 4, "enter").(state.SaveExport)
		if !ok || !bytes.HasPrefix(e.Data, []byte("<!DOCTYPE html>")) || !bytes.Contains(e.Data, []byte("<table")) {
			t.Errorf("%q: no page", a)
		}
	}
}

// Who may not write copies instead: nothing is written on the machine of
// somebody else, nor where nothing is to be written.
func TestExportWritesNothingForOthers(t *testing.T) {
	kept := snapshot(t)
	kept.ReadOnly = true
	for name, s := range map[string]*ui.Session{
		"a viewer":        carrying(t, lang.Indonesian, ui.WithRole(state.Viewer)),
		"who drives":      carrying(t, lang.Indonesian, ui.WithRole(state.Driver)),
		"readonly owner":  ui.New(kept, state.New("6271"), env(120, 36)),
		"readonly viewer": ui.New(kept, state.New("6271"), env(120, 36), ui.WithRole(state.Viewer)),
	} {
		for i := range 9 {
			if e, ok := exportOf(t, s, i, "enter").(state.CopyText); !ok || e.Text == "" {
				t.Errorf("%s: row %d does not copy: %T", name, i, e)
			}
			if i == 6 { // the profile is too long for a clipboard
				break
			}
		}
		if !strings.Contains(s.Frame().Text, "disalin") {
			t.Errorf("%s is not told", name)
		}
	}
}

// Reports stand below the screen's own formats, with the command that makes
// them again.
func TestExportOffersReports(t *testing.T) {
	s := carrying(t, lang.Indonesian)
	s.Clock(ui.Clock{Now: "2026-02-18T07:02:00Z", Today: "2026-02-18", Unix: 1771398120})
	s.Key(press("x"))
	for range 6 {
		s.Key(press("down"))
	}
	if f := s.Frame().Text; !strings.Contains(f, "RINGKASAN KEMISKINAN KOTA PALANGKA RAYA") {
		t.Errorf("no preview of the brief:\n%s", f)
	}
	e, ok := s.Key(press("enter"))[0].(state.SaveExport)
	if !ok || e.Name != "rakor-6271-brief-2025-03.html" || !bytes.Contains(e.Data, []byte("rakor report brief --home 6271 --lang id --at 2026-02-18T07:02:00Z")) {
		t.Errorf("%s", e.Name)
	}
}

// The list is drawn at every size, and no key breaks it.
func TestExportListAtEverySize(t *testing.T) {
	for _, size := range [][2]int{{200, 60}, {120, 36}, {80, 24}, {60, 16}, {40, 10}, {8, 3}} {
		s := session(t, size[0], size[1])
		s.SetLang(lang.English)
		s.Key(press("x"))
		for _, k := range []string{"down", "down", "pgdown", "end", "up", "pgup", "home"} {
			s.Key(press(k))
			lines := strings.Split(s.Frame().Text, "\n")
			if len(lines) != size[1] {
				t.Fatalf("%v: %d lines", size, len(lines))
			}
		}
		s.Key(press("esc"))
		if strings.Contains(s.Frame().Text, "Carry away") {
			t.Errorf("%v: Esc does not close the list", size)
		}
	}
}

// In the linear dialogue the list is read out, and what is named is saved.
func TestExportByLine(t *testing.T) {
	for line, want := range map[string]string{"bawa keluar csv": ".csv", "carry away brief": "-brief-", "bawa keluar ringkasan": ".html", "bawa keluar SVG": ".svg"} {
		s := carrying(t, lang.Indonesian)
		effects, _ := s.Line(line)
		if len(effects) != 1 {
			t.Fatalf("%q: %d effects", line, len(effects))
		}
		if e, ok := effects[0].(state.SaveExport); !ok || !strings.Contains(e.Name, want) {
			t.Errorf("%q saves %+v", line, effects)
		}
	}
	s := carrying(t, lang.Indonesian)
	if _, out := s.Line("x"); len(out) < 10 || !strings.Contains(strings.Join(out, "\n"), "csv: CSV") {
		t.Errorf("x reads out %q", out)
	}
	if effects, out := s.Line("bawa keluar pdf"); len(effects) != 0 || len(out) != 1 {
		t.Errorf("%v, %q", effects, out)
	}
	if effects, _ := s.Line("y"); len(effects) != 1 {
		t.Error("y copies nothing")
	}
}
