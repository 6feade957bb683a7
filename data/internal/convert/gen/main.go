// Command gen writes the documents of data/seed from data/source. Run it
// through go generate in package data.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"rakor/data/internal/convert"
)

func main() {
	if err := run("source", "seed"); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// run writes the documents and removes those that are made no longer.
func run(source, seed string) error {
	docs, err := convert.Seed(os.DirFS(source))
	if err != nil {
		return err
	}
	old, err := os.ReadDir(seed)
	if err != nil {
		return fmt.Errorf("gen: %w", err)
	}
	for _, e := range old {
		if _, keep := docs[e.Name()]; !keep && strings.HasSuffix(e.Name(), ".json") {
			if err := os.Remove(filepath.Join(seed, e.Name())); err != nil {
				return fmt.Errorf("gen: %w", err)
			}
		}
	}
	for name, b := range docs {
		if err := os.WriteFile(filepath.Join(seed, name), b, 0o644); err != nil {
			return fmt.Errorf("gen: %w", err)
		}
	}
	return nil
}
