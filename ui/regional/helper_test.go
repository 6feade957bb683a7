package regional_test

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/charmbracelet/colorprofile"

	"rakor/data"
	"rakor/model"
	"rakor/ui/block"
	"rakor/ui/lang"
	"rakor/ui/regional"
	"rakor/ui/state"
	"rakor/ui/theme"
)

const city, province = model.RegionCode("6271"), model.RegionCode("6200")

// snapshot is the embedded data, read once for all tests.
var snapshot = sync.OnceValues(func() (*state.Snapshot, error) {
	s, err := data.Open(data.Options{})
	if err != nil {
		return nil, err
	}
	return &state.Snapshot{Rev: 1, Data: s.Dataset(), Programmes: s.Programmes()}, nil
})

func snap(tb testing.TB) *state.Snapshot {
	tb.Helper()
	s, err := snapshot()
	if err != nil {
		tb.Fatal(err)
	}
	return s
}

func per(tb testing.TB, s string) model.Period {
	tb.Helper()
	p, err := model.ParsePeriod(s)
	if err != nil {
		tb.Fatal(err)
	}
	return p
}

func environment(w, h int, l lang.Lang) block.Env {
	return block.Env{Width: w, Height: h, Theme: theme.New(theme.None, colorprofile.NoTTY), Words: lang.For(l)}
}

// draw gives the frame of a state and its hit areas.
func draw(tb testing.TB, env block.Env, st state.State) (string, []block.Hit) {
	tb.Helper()
	c := block.New(env)
	regional.Render(env, c.All(), regional.Build(snap(tb), st))
	return c.Frame(env.Theme), c.Hits()
}

// plain takes the escape sequences out of a frame.
func plain(frame string) string {
	var b strings.Builder
	for i := 0; i < len(frame); i++ {
		if frame[i] == 0x1b {
			for i < len(frame) && frame[i] != 'm' {
				i++
			}
			continue
		}
		b.WriteByte(frame[i])
	}
	return b.String()
}

func apply(tb testing.TB, st state.State, in state.Intent) state.State {
	tb.Helper()
	next, _ := state.Apply(snap(tb), st, in)
	return next
}

// meeting is the sentence of the meeting on screen: the city and the nation of
// March 2024, the province of March 2023.
func meeting(tb testing.TB) state.State {
	tb.Helper()
	st := state.New(city)
	st.Regional.Period = per(tb, "2024-03")
	st.Regional.Own = []state.Pick{{Region: province, Period: per(tb, "2023-03")}}
	return st
}

// golden compares with what was accepted. The checksum of the data is left out:
// it changes with every figure.
func golden(t *testing.T, name, got string) {
	t.Helper()
	got = strings.ReplaceAll(got, snap(t).Data.Checksum(), "sha256:…")
	path := filepath.Join("testdata", name+".golden")
	if os.Getenv("UPDATE_GOLDEN") != "" {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != got {
		t.Errorf("%s differs from what was accepted; with UPDATE_GOLDEN=1 it is written anew. Now:\n%s", path, got)
	}
}

type size struct {
	name string
	w, h int
}

// sizes are the areas that windows of 120x36, 100x30, 80x24 and 60x16 leave.
func sizes() []size {
	return []size{{"120x36", 120, 31}, {"100x30", 100, 25}, {"80x24", 80, 19}, {"60x16", 60, 11}}
}
