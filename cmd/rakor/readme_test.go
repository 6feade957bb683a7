package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"rakor/data"
	"rakor/ui"
	"rakor/ui/block"
	"rakor/ui/lang"
	"rakor/ui/state"
	"rakor/ui/theme"

	"github.com/charmbracelet/colorprofile"
)

// TestReadme keeps what the README shows of the program as it is today: its
// three screens and its key map. UPDATE_GOLDEN=1 writes them anew.
func TestReadme(t *testing.T) {
	t.Parallel()
	file := filepath.Join("..", "..", "README.md")
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	old := strings.ReplaceAll(string(b), "\r\n", "\n")
	text := old
	store, err := data.Open(data.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for tab, name := range []string{"regional", "estimate", "program"} {
		st := state.New(defaultHome)
		st.Tab = state.Tab(tab)
		s := ui.New(&state.Snapshot{Rev: 1, Data: store.Dataset(), Programmes: store.Programmes()}, st,
			block.Env{Width: 120, Height: 36, Theme: theme.New(theme.None, colorprofile.Ascii), Words: lang.For(lang.Indonesian)})
		text = between(t, text, "<!-- frame:"+name+" -->", "<!-- /frame -->", "```\n"+ansi.Strip(s.Frame().Text)+"\n```")
	}
	text = between(t, text, "<!-- keys -->", "<!-- /keys -->", keyTable())
	if text == old {
		return
	}
	if os.Getenv("UPDATE_GOLDEN") == "1" {
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	t.Error("README.md shows other screens or keys than the program; UPDATE_GOLDEN=1 go test ./cmd/rakor -run TestReadme writes them anew")
}

// between puts body between two marks of text.
func between(t *testing.T, text, from, to, body string) string {
	t.Helper()
	i := strings.Index(text, from)
	if i < 0 {
		t.Fatalf("README.md lacks %s", from)
	}
	j := strings.Index(text[i:], to)
	if j < 0 {
		t.Fatalf("README.md lacks %s after %s", to, from)
	}
	return text[:i] + from + "\n" + body + "\n" + text[i+j:]
}

// keyTable gives the key map as a table, in both languages.
func keyTable() string {
	id, en := &app{words: lang.For(lang.Indonesian)}, &app{words: lang.For(lang.English)}
	rows, english := id.keyRows(), en.keyRows()
	var b strings.Builder
	b.WriteString("| key | guna | use |\n| --- | --- | --- |\n")
	for i, r := range rows {
		b.WriteString("| `" + strings.ReplaceAll(english[i][0], " ", "` `") + "` | " + r[1] + " | " + english[i][1] + " |\n")
	}
	return strings.TrimSuffix(b.String(), "\n")
}
