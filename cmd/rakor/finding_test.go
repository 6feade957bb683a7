package main

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"rakor/data"
	"rakor/model"
	"rakor/ui/lang"
)

// What the check finds has Indonesian words, unless it is a name or a number:
// in the embedded data and in documents broken in many ways.
func TestFindingsHaveWords(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"p0.json":         `{"format":"rakor/indicator/1","indicator":"p0","periods":["2024-03","2024-03"],"origins":[{"sources":["nosuch"]}],"rows":{"9999":[1,2],"6271":[1,101],"6203":[1]}}`,
		"p1.json":         `{"format":"rakor/indicator/1","indicator":"p2","periods":["2024-07"],"origins":[],"rows":{"6271":[0.5]}}`,
		"p2.json":         `{"format":"rakor/indicator/1","indicator":"p2","periods":["2024-03"],"origins":[{"sources":[]}],"rows":{"6271":["x"],"62.71":[9]},"extra":1}`,
		"ipm.json":        `{"format":"rakor/indicator/9"}`,
		"line.json":       `{`,
		"tpt.json":        "{\"format\":\"rakor/indicator/1\"\xff",
		"poor.json":       `[1,2]`,
		"index.json":      `{"format":"rakor/index/1","regions":[{"code":"7777","kemendagri":"77.77","level":"city","name":"Kota Palangka Raya","parent":"nosuch"},{"code":"7777","kemendagri":"x","level":"moon","name":"","parent":"6200"}],"sources":[{"id":"a b","kind":"table","title":"t","publisher":"p"}]}`,
		"programmes.json": `{"format":"rakor/programmes/1","entries":[{"id":"A"},{"id":"A","strategy":9}]}`,
		"aneh.json":       `{}`,
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	seen := 0
	for _, paths := range [][]string{nil, {dir}} {
		report := data.Validate(paths...)
		for _, p := range report.Problems {
			for _, text := range []string{p.Found, p.Expected} {
				seen++
				if _, err := strconv.ParseFloat(text, 64); err == nil || strings.HasPrefix(text, `"`) || strings.HasPrefix(text, "'") || strings.HasPrefix(text, "rakor/") || !strings.Contains(text, " ") {
					continue
				}
				if !lang.Found(text) && !strings.HasSuffix(text, ".json") {
					t.Errorf("%s: no words for %q", p.Rule, text)
				}
			}
		}
	}
	if seen < 200 {
		t.Errorf("%d texts only", seen)
	}
}

// Every note of the embedded data stands in both languages; those that are
// Indonesian as they are name a table, a count or a number.
func TestNotesHaveWords(t *testing.T) {
	t.Parallel()
	store, err := data.Open(data.Options{})
	if err != nil {
		t.Fatal(err)
	}
	ds := store.Dataset()
	check := func(what, note string) {
		if note == "" || lang.HasNote(note) || strings.HasPrefix(note, "Statistik Indonesia ") || note == "UHH long form SP2020" {
			return
		}
		t.Errorf("%s: no words for the note %q", what, note)
	}
	for _, s := range ds.Sources() {
		check(string(s.ID), s.Note)
	}
	seen := map[string]bool{}
	for _, ind := range ds.Indicators() {
		series, err := ds.Series(ind.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range series.Regions() {
			for _, o := range series.Of(r) {
				for _, x := range append([]model.Reading{o.Reading}, o.Others...) {
					if !seen[x.Note] {
						seen[x.Note] = true
						check(string(ind.ID), x.Note)
					}
				}
			}
		}
	}
}
