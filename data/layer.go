package data

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"rakor/data/internal/doc"
	"rakor/model"
)

// layer is a user's documents, as far as they are sound.
type layer struct {
	dir        string // "" where the documents are not those of a directory
	index      *doc.Index
	programmes *doc.Programmes
	tables     map[model.IndicatorID]*doc.Table
	used       []used
	problems   []Problem
}

// used is a document that is in use, for the checksum.
type used struct {
	name string
	sum  [sha256.Size]byte
}

// load reads the documents of a directory, or one document where the options
// name a file, and checks them against the base and one another. A document
// with a fault is left out, whole.
func load(o Options, base doc.Index) *layer {
	path := o.Dir
	l := &layer{tables: map[model.IndicatorID]*doc.Table{}}
	info, err := os.Stat(path)
	switch {
	case os.IsNotExist(err):
		if o.MustExist {
			l.problems = append(l.problems, *unreadable(path, "nothing of that name", "a directory"))
		}
		return l
	case err != nil:
		l.problems = append(l.problems, *unreadable(path, reason(err), "a directory that can be read"))
		return l
	case !info.IsDir():
		l.file(path, base)
		return l
	}
	if d, err := os.Open(path); err != nil {
		l.problems = append(l.problems, *unreadable(path, reason(err), "a directory that can be read"))
		return l
	} else if err := d.Close(); err != nil {
		l.problems = append(l.problems, *unreadable(path, reason(err), "a directory that can be read"))
		return l
	}
	l.dir = path
	l.document(filepath.Join(path, indexFile), base)
	known := base
	if l.index != nil {
		known = mergeIndex(base, *l.index)
	}
	if !o.SkipFigures {
		l.figures(o, known)
	}
	if !o.SkipList {
		l.document(filepath.Join(path, programmesFile), known)
	}
	return l
}

// figures reads the documents of figures, one after the other.
func (l *layer) figures(o Options, known doc.Index) {
	var done, total int64
	var sizes []int64
	if o.Progress != nil {
		sizes = figureSizes(l.dir, known.Indicators)
		for _, size := range sizes {
			total += size
		}
		o.Progress(0, total)
	}
	for i, ind := range known.Indicators {
		l.document(filepath.Join(l.dir, fileOf(ind.ID)), known)
		if o.Progress != nil && sizes[i] > 0 {
			done += sizes[i]
			o.Progress(done, total)
		}
	}
}

// file reads one document, of any kind.
func (l *layer) file(path string, base doc.Index) {
	b, problem := readBounded(path)
	if problem != nil {
		l.problems = append(l.problems, *problem)
		return
	}
	l.read(parseNamed(path, b, base.Indicators), base)
}

// document reads a document of a directory; nothing happens where it does not
// exist.
func (l *layer) document(path string, known doc.Index) {
	b, problem := readBounded(path)
	if problem != nil {
		l.problems = append(l.problems, *problem)
	}
	if b != nil {
		l.read(parseNamed(path, b, known.Indicators), known)
	}
}

// read checks a document and takes it where it is sound.
func (l *layer) read(d *document, known doc.Index) {
	if d.index != nil {
		known = mergeIndex(known, *d.index)
	}
	d.check(knownOf(known))
	l.problems = append(l.problems, d.problems...)
	if d.errors() > 0 {
		return
	}
	l.used = append(l.used, used{filepath.Base(d.file), sha256.Sum256(d.b)})
	switch {
	case d.index != nil:
		l.index = d.index
	case d.programmes != nil:
		l.programmes = d.programmes
	case d.table != nil:
		l.tables[d.table.Indicator] = d.table
	}
}

// checksum gives the digest of the data in use.
func (l *layer) checksum() string {
	if len(l.used) == 0 {
		return EmbeddedChecksum()
	}
	slices.SortFunc(l.used, func(a, b used) int {
		if a.name < b.name {
			return -1
		}
		return 1
	})
	h := sha256.New()
	fmt.Fprintln(h, EmbeddedChecksum())
	for _, u := range l.used {
		fmt.Fprintf(h, "%s %x\n", u.name, u.sum)
	}
	return "sha256:" + hex.EncodeToString(h.Sum(nil))
}
