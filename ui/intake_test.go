package ui_test

import (
	"reflect"
	"strings"
	"testing"

	"rakor/model"
	"rakor/ui"
	"rakor/ui/lang"
	"rakor/ui/state"
)

// previewed is a preview with every kind of group.
func previewed(as ...string) *ui.Preview {
	say := func(text string) func(*lang.Catalogue) string { return func(*lang.Catalogue) string { return text } }
	row := func(_ *lang.Catalogue, i int) []string {
		return []string{"B" + string(rune('0'+i%10)), "Kota Palangka Raya", "P0", "Mar 2025", "3,62", "3,63", strings.Repeat("alasan ", i%4)}
	}
	return &ui.Preview{
		Kind: state.IntakeFigures, Path: "data/p0.csv", As: as,
		Head: func(*lang.Catalogue) []string {
			return []string{"Persentase Penduduk Miskin \x1b[2J", "tabel setahun · 33 angka"}
		},
		Columns: func(w *lang.Catalogue) []string { return w.Intake.Columns },
		Right:   []bool{false, false, false, false, true, true, false},
		Groups: []ui.PreviewGroup{
			{ID: "new", Label: say("baru"), N: 0, Row: row},
			{ID: "revised", Label: say("direvisi"), N: 30, Rows: 30, Tick: true, On: true, Row: row},
			{ID: "refused", Label: say("ditolak"), N: 1, Rows: 1, Care: true, Row: row},
			{ID: "region:6271=Palangka Raja", Label: say("'Palangka Raja' = Kota Palangka Raya (6271)? beda 1 huruf"), N: 1, Rows: 1, Tick: true, Again: true, Row: row},
			{ID: "remarks", Label: say("catatan"), N: 1, Rows: 1, Row: func(*lang.Catalogue, int) []string { return []string{"satu catatan"} }},
		},
	}
}

// intake is a session that reads files, with what it is to preview.
func intake(t *testing.T, p **ui.Preview, w, h int) *ui.Session {
	t.Helper()
	return session(t, w, h, ui.WithFiles(func(state.Intake) *ui.Preview { return *p }))
}

func TestChooseFile(t *testing.T) {
	t.Parallel()
	p := previewed()
	s := intake(t, &p, 80, 24)
	effects := s.Key(press("I"))
	if want := []state.Effect{state.ListFiles{Kind: state.IntakeFigures}}; !reflect.DeepEqual(effects, want) {
		t.Fatalf("%+v", effects)
	}
	logged := len(s.Log().Intents())
	s.Do(state.FilesListed{Files: []state.File{{Name: "..", Dir: true}, {Name: "unduhan", Dir: true}, {Name: "p0.csv", Size: 12345}, {Name: "evil\x1b[2J.csv"}}})
	if text := plain(s); !strings.Contains(text, "unduhan/") || !strings.Contains(text, "12 kB") || strings.Contains(text, "evil") {
		t.Error(text)
	}
	typeText(s, "und")
	if effects := s.Key(press("enter")); !reflect.DeepEqual(effects, []state.Effect{state.ListFiles{Kind: state.IntakeFigures, Dir: "unduhan/"}}) {
		t.Fatalf("into the folder: %+v", effects)
	}
	s.Do(state.FilesListed{Files: []state.File{{Name: "p0.csv"}}}) // an answer that is late
	s.Do(state.FilesListed{Dir: "unduhan/", Files: []state.File{{Name: "ipm.xlsx"}, {Name: "garis ipm.csv"}}})
	if len(s.Log().Intents()) != logged {
		t.Error("lists of files are in the log")
	}
	typeText(s, "ipm")
	s.Key(press("tab"))
	if effects := s.Key(press("enter")); !reflect.DeepEqual(effects, []state.Effect{state.ReadIntake{Kind: state.IntakeFigures, Path: "unduhan/ipm.xlsx"}}) {
		t.Fatalf("%+v", effects)
	}
	s.Key(press("I"))
	typeText(s, `C:\Data\`)
	s.Do(state.FilesListed{Dir: `C:\Data\`, Files: []state.File{{Name: "BPS", Dir: true}}})
	s.Key(press("tab"))
	typeText(s, "x.csv")
	if effects := s.Key(press("enter")); !reflect.DeepEqual(effects, []state.Effect{state.ReadIntake{Kind: state.IntakeFigures, Path: `C:\Data\BPS\x.csv`}}) {
		t.Fatalf("a path that is typed: %+v", effects)
	}
}

func TestPreview(t *testing.T) {
	t.Parallel()
	p := previewed()
	s := intake(t, &p, 80, 24)
	s.Do(state.IntakeRead{Kind: state.IntakeFigures})
	golden(t, "panels/intake-80x24.txt", plain(s)+"\n")
	checkFrame(t, s, 80, 24)
	s.Key(press("pgdown"))
	if text := plain(s); !strings.Contains(text, "▲") && !strings.Contains(text, "PgDn") {
		t.Error(text)
	}
	typeKeys(s, "down", "space", "down") // what cannot be ticked
	effects := s.Key(press("space"))
	want := []state.Effect{state.ReadIntake{Kind: state.IntakeFigures, Path: "data/p0.csv", As: []string{"region:6271=Palangka Raja"}}}
	if !reflect.DeepEqual(effects, want) {
		t.Fatalf("%+v", effects)
	}
	p = previewed("region:6271=Palangka Raja")
	s.Do(state.IntakeRead{Kind: state.IntakeFigures})
	if text := plain(s); !strings.Contains(text, "▸ [✓]      1  'Palangka Raja'") {
		t.Errorf("the answer was forgotten, or the place:\n%s", text)
	}
	if effects := s.Key(press("enter")); !reflect.DeepEqual(effects, []state.Effect{state.WriteIntake{Kind: state.IntakeFigures, Groups: []string{"revised"}}}) {
		t.Fatalf("%+v", effects)
	}
	s.Do(state.FiguresKept{Do: "import", Title: "p0.csv", N: 30})
	if text := plain(s); !strings.Contains(text, "30 angka ditulis dari p0.csv; u mengurungkan.") {
		t.Error(text)
	}
	if effects := s.Key(press("u")); !reflect.DeepEqual(effects, []state.Effect{state.RevertFigures{}}) {
		t.Errorf("%+v", effects)
	}
}

func TestPreviewNothingTicked(t *testing.T) {
	t.Parallel()
	p := previewed()
	s := intake(t, &p, 120, 36)
	s.Do(state.IntakeRead{Kind: state.IntakeFigures})
	s.Key(press("space"))
	if effects := s.Key(press("enter")); len(effects) > 0 || !strings.Contains(plain(s), "Tidak ada kelompok yang ditandai") {
		t.Errorf("%+v\n%s", effects, plain(s))
	}
	s.Key(press("esc"))
	if strings.Contains(plain(s), "Pratinjau impor") {
		t.Error("Esc leaves it open")
	}
}

// Files are read in on this computer, where figures may be written: elsewhere
// there is no such key.
func TestNoFiles(t *testing.T) {
	t.Parallel()
	remote := session(t, 120, 36)
	snap := *snapshot(t)
	snap.ReadOnly = true
	readonly := ui.New(&snap, state.New("6271"), env(120, 36), ui.WithFiles(func(state.Intake) *ui.Preview { return previewed() }))
	for name, s := range map[string]*ui.Session{"over the network": remote, "read only": readonly} {
		if effects := s.Key(press("I")); len(effects) > 0 || !strings.Contains(plain(s), "hanya dapat diimpor di komputer ini") {
			t.Errorf("%s: %+v\n%s", name, effects, plain(s))
		}
		s.Key(press("?"))
		typeText(s, "impor")
		if strings.Contains(plain(s), "impor berkas BPS") {
			t.Errorf("%s: the help knows the key", name)
		}
	}
}

func TestPreviewAsLines(t *testing.T) {
	t.Parallel()
	p := previewed()
	s := intake(t, &p, 80, 24)
	effects, _ := s.Line("impor berkas p0.csv")
	if !reflect.DeepEqual(effects, []state.Effect{state.ReadIntake{Kind: state.IntakeFigures, Path: "p0.csv"}}) {
		t.Fatalf("%+v", effects)
	}
	s.Do(state.IntakeRead{Kind: state.IntakeFigures})
	said := s.Said()
	for _, want := range []string{"Pratinjau impor: p0.csv.", "direvisi: 30 (dipilih)", "Wilayah Kota Palangka Raya", "10 lagi", "Ketik: tulis revised. "} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not told in\n%s", want, said)
		}
	}
	if strings.Contains(said, "\x1b") {
		t.Error("a control character is told")
	}
	if _, out := s.Line(""); strings.Contains(strings.Join(out, "\n"), "Pratinjau") {
		t.Error("the preview is told again in the place of the tab")
	}
	if effects, out := s.Line("tulis ditolak"); len(effects) > 0 || !strings.Contains(strings.Join(out, ""), "tidak dimengerti") {
		t.Errorf("what is refused was kept: %+v %v", effects, out)
	}
	effects, _ = s.Line("tulis new,direvisi") // the first has no row
	if !reflect.DeepEqual(effects, []state.Effect{state.WriteIntake{Kind: state.IntakeFigures, Groups: []string{"revised"}}}) {
		t.Fatalf("%+v", effects)
	}
}

// On the third tab the same key reads a list of programmes, and what was kept
// is told with the way back.
func TestChooseProgrammes(t *testing.T) {
	t.Parallel()
	p := previewed()
	p.Kind, p.Path = state.IntakeProgrammes, "rat.xlsx"
	s := intake(t, &p, 120, 36)
	typeKeys(s, "3")
	if effects := s.Key(press("I")); !reflect.DeepEqual(effects, []state.Effect{state.ListFiles{Kind: state.IntakeProgrammes}}) {
		t.Fatalf("%+v", effects)
	}
	if text := plain(s); !strings.Contains(text, "Impor daftar program") {
		t.Error(text)
	}
	typeText(s, "rat.xlsx")
	if effects := s.Key(press("enter")); !reflect.DeepEqual(effects, []state.Effect{state.ReadIntake{Kind: state.IntakeProgrammes, Path: "rat.xlsx"}}) {
		t.Fatalf("%+v", effects)
	}
	s.Do(state.IntakeRead{Kind: state.IntakeProgrammes})
	if effects := s.Key(press("enter")); !reflect.DeepEqual(effects, []state.Effect{state.WriteIntake{Kind: state.IntakeProgrammes, Groups: []string{"revised"}}}) {
		t.Fatalf("%+v", effects)
	}
	s.Do(state.ProgrammesKept{What: "import", IDs: []model.ProgrammeID{"u1", "u2"}})
	if text := plain(s); !strings.Contains(text, "2 program ditulis; u mengurungkan.") {
		t.Error(text)
	}
	if effects := s.Key(press("u")); !reflect.DeepEqual(effects, []state.Effect{state.RevertProgrammes{}}) {
		t.Errorf("%+v", effects)
	}
}
