package data_test

import (
	"os"
	"path/filepath"
	"testing"

	"rakor/data"
	"rakor/model"
)

// FuzzOverlay lays anything over the embedded data: opening and judging never
// panic, and what is used has passed without an error.
func FuzzOverlay(f *testing.F) {
	for _, name := range []string{"p0.json", "index.json", "programmes.json"} {
		f.Add(name, []byte(`{"format":"rakor/indicator/1","indicator":"p0","periods":["2024-03"],"origins":[{"sources":["bps-prov"]}],"rows":{"6271":[3.5]}}`))
		f.Add(name, []byte(`{"format":"rakor/index/1","regions":[{"code":"6271","level":"city","name":"K","parent":"6271"}],"targets":[]}`))
		f.Add(name, []byte(`{"format":"rakor/programmes/1","programmes":[{"id":"p","region":"6271","year":2025,"department":"d","code":"1","name":"n"}]}`))
	}
	f.Fuzz(func(t *testing.T, name string, b []byte) {
		if name != "p0.json" && name != "index.json" && name != "programmes.json" {
			return
		}
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, name), b, 0o600); err != nil {
			t.Fatal(err)
		}
		s := open(t, data.Options{Dir: dir})
		p0, err := s.Dataset().Series(model.P0)
		if err != nil || p0.Len() == 0 {
			t.Fatal(err)
		}
		r := data.Validate(dir)
		used := s.Dataset().Checksum() != data.EmbeddedChecksum()
		if used && len(s.Problems()) > 0 {
			t.Fatalf("used with problems: %v", s.Problems())
		}
		if !used && r.Errors() == 0 {
			t.Fatalf("left out for no error: %v", s.Problems())
		}
	})
}
