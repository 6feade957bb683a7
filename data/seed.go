package data

import (
	"embed"
	"fmt"
	"strings"

	"rakor/data/internal/doc"
	"rakor/data/internal/jscan"
	"rakor/model"
)

//go:generate go run ./internal/convert/gen

//go:embed seed
var seed embed.FS

// indexFile and programmesFile are the names of documents that hold no
// indicator.
const (
	indexFile      = "index.json"
	programmesFile = "programmes.json"
)

// fileOf names the document of an indicator.
func fileOf(id model.IndicatorID) string { return string(id) + ".json" }

// EmbeddedChecksum gives the digest of the embedded data, "sha256:…", computed
// when they were made.
func EmbeddedChecksum() string {
	b, err := seed.ReadFile("seed/checksum.txt")
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(b))
}

// embedded gives a document of the embedded data; nil where there is none.
func embedded(name string) []byte {
	b, err := seed.ReadFile("seed/" + name)
	if err != nil {
		return nil
	}
	return b
}

// seedError tells of embedded data that do not read: a fault of the program,
// which its tests would have found.
func seedError(name string, faults []jscan.Fault, syntax *jscan.SyntaxError) error {
	switch {
	case syntax != nil:
		return fmt.Errorf("data: embedded %s: %w", name, syntax)
	case len(faults) > 0:
		return fmt.Errorf("data: embedded %s: %s: found %s, expected %s", name, faults[0].Pointer, faults[0].Found, faults[0].Expected)
	}
	return nil
}

func seedIndex() (doc.Index, error) {
	var faults []jscan.Fault
	x, syntax := doc.ReadIndex(embedded(indexFile), func(f jscan.Fault) { faults = append(faults, f) })
	return x, seedError(indexFile, faults, syntax)
}

func seedProgrammes() (doc.Programmes, error) {
	var faults []jscan.Fault
	x, syntax := doc.ReadProgrammes(embedded(programmesFile), func(f jscan.Fault) { faults = append(faults, f) })
	return x, seedError(programmesFile, faults, syntax)
}

// seedTable reads an embedded indicator; nil where the embedded data have none
// of that name.
func seedTable(id model.IndicatorID) (*doc.Table, error) {
	b := embedded(fileOf(id))
	if b == nil {
		return nil, nil //nolint:nilnil // no table is an answer
	}
	var faults []jscan.Fault
	t, syntax := doc.ReadTable(b, func(f jscan.Fault) { faults = append(faults, f) })
	return t, seedError(fileOf(id), faults, syntax)
}
