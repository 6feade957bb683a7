package paper_test

import (
	"bytes"
	"strings"
	"testing"

	"rakor/data"
	"rakor/model"
	"rakor/model/meeting"
	"rakor/ui/block"
	"rakor/ui/lang"
	"rakor/ui/report"
	"rakor/ui/report/paper"
	"rakor/ui/state"
)

func input(t testing.TB, home model.RegionCode, l lang.Lang) paper.Input {
	t.Helper()
	s, err := data.Open(data.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return paper.Input{
		Env: block.Env{Words: lang.For(l)}, Snap: &state.Snapshot{Rev: 1, Data: s.Dataset(), Programmes: s.Programmes()}, State: state.New(home),
		Today: "2026-02-18", Stamp: report.Stamp{Version: "1", Dataset: s.Dataset().Checksum(), Home: string(home), Made: "2026-02-18", Again: "rakor report"},
	}
}

// The same data, State and stamp give the same bytes, in every format and from
// data opened anew.
func TestSameBytes(t *testing.T) {
	for name, f := range map[string]func(paper.Input) report.Page{"brief": paper.Brief, "profile": paper.Profile, "programs": paper.Programs} {
		a, b := f(input(t, "6271", lang.Indonesian)), f(input(t, "6271", lang.Indonesian))
		for _, format := range report.Formats() {
			if !bytes.Equal(report.Write(a, format), report.Write(b, format)) {
				t.Errorf("%s as %s differs", name, format)
			}
		}
	}
}

// Every number of a source in brackets is in the list, and the brief keeps its
// sources whatever is left out.
func TestSourcesStay(t *testing.T) {
	for _, home := range []model.RegionCode{"6271", "3273", "9471", "1101"} {
		for _, l := range []lang.Lang{lang.Indonesian, lang.English} {
			p := paper.Brief(input(t, home, l))
			if len(p.Sources) < 2 {
				t.Errorf("%s: %d sources", home, len(p.Sources))
			}
			for _, b := range p.Blocks {
				f, ok := b.(report.Facts)
				if !ok {
					continue
				}
				for _, r := range f.Rows {
					for n := len(p.Sources) + 1; n < len(p.Sources)+20; n++ {
						if strings.Contains(r.Detail, l.PaperWords().SourceNo(n)) {
							t.Errorf("%s: %s names source %d of %d", home, r.Label, n, len(p.Sources))
						}
					}
					if r.ID == "p0_home" && (!r.Value.OK || !strings.Contains(r.Detail, "[1]")) {
						t.Errorf("%s: %+v", home, r)
					}
				}
			}
		}
	}
}

func TestSamplesAreSaidFirst(t *testing.T) {
	for name, f := range map[string]func(paper.Input) report.Page{"brief": paper.Brief, "programs": paper.Programs} {
		if p := f(input(t, "6271", lang.Indonesian)); len(p.Alerts) == 0 || !strings.Contains(p.Alerts[0], "CONTOH") {
			t.Errorf("%s begins with %q", name, p.Alerts)
		}
	}
}

// The profile has its indicators in the order of the chapter, each with the five
// analyses in theirs.
func TestProfileOrder(t *testing.T) {
	p := paper.Profile(input(t, "6271", lang.English))
	var chapters, parts []string
	for _, b := range p.Blocks {
		if h, ok := b.(report.Heading); ok {
			if h.Level == 2 {
				chapters = append(chapters, h.Text)
			} else {
				parts = append(parts, h.Text)
			}
		}
	}
	if len(chapters) < 12 || !strings.HasPrefix(chapters[1], "1. ") || !strings.Contains(chapters[1], "(P0)") || !strings.HasPrefix(chapters[2], "2. Number") && !strings.HasPrefix(chapters[2], "2. Poor") {
		t.Errorf("chapters %q", chapters[:min(len(chapters), 4)])
	}
	want := []string{"Relative position", "Development over time", "Effectiveness", "Relevance", "Association"}
	if n := len(chapters) - 1; len(parts) != 5*n {
		t.Fatalf("%d parts in %d chapters", len(parts), n)
	}
	for i, got := range parts {
		if got != want[i%5] {
			t.Errorf("part %d is %q, want %q", i, got, want[i%5])
		}
	}
	if !report.HasFigure(p) {
		t.Error("no chart")
	}
}

// What is open and late stands on the sheet; what is done does not.
func TestBriefTellsWhatIsLate(t *testing.T) {
	in := input(t, "6271", lang.English)
	m := meeting.Meeting{ID: "2025-11-25", Home: "6271", Date: "2025-11-25", Title: "Rakor"}
	changes := []meeting.Change{meeting.Add(m)}
	for i, d := range []meeting.Decision{
		{Text: "Ask BPS for RSE", Owner: "Bapperida", Deadline: "2026-02-08", Status: meeting.Open},
		{Text: "Fill the matrix", Owner: "Dinsos", Deadline: "2026-03-01", Status: meeting.Open},
		{Text: "Long done", Owner: "PUPR", Deadline: "2026-01-01", Status: meeting.Done},
	} {
		d.Meeting, d.Number = m.ID, i+1
		changes = append(changes, meeting.Add(d))
	}
	minutes, err := (&meeting.Minutes{}).Apply(changes...)
	if err != nil {
		t.Fatal(err)
	}
	in.Snap.Minutes = minutes
	text := string(report.Write(paper.Brief(in), report.Plain))
	for _, want := range []string{"2 decisions open, 1 past", "Ask BPS for RSE", "10 days late", "11 days left"} {
		if !strings.Contains(text, want) {
			t.Errorf("the brief lacks %q:\n%s", want, text)
		}
	}
	if strings.Contains(text, "Long done") {
		t.Error("a decision that is done stands on the sheet")
	}
}

func BenchmarkBriefHTML(b *testing.B) {
	in := input(b, "6271", lang.Indonesian)
	for b.Loop() {
		report.Write(paper.Brief(in), report.HTML)
	}
}

func BenchmarkProfileHTML(b *testing.B) {
	in := input(b, "6271", lang.Indonesian)
	b.ReportAllocs()
	for b.Loop() {
		report.Write(paper.Profile(in), report.HTML)
	}
}
