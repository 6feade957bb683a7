package data

import (
	"os"
	"path/filepath"

	"rakor/data/internal/doc"
	"rakor/model"
)

// Options tells what to open.
type Options struct {
	// Dir holds the user's documents, which are laid over the embedded ones; it
	// may also name a single document. "": the embedded data alone.
	Dir string
	// MustExist tells that a person named Dir: then it is a problem if there is
	// none. Otherwise a missing directory is one that has no document yet.
	MustExist bool
	// SkipList leaves the user's list of programmes (programmes.json in Dir)
	// alone: package book opens it, with its journal. [Store.Programmes] is then
	// the embedded list. It has no effect where Dir names a single document.
	SkipList bool
	// SkipFigures leaves the documents of figures in Dir alone, so that a large
	// user's dataset keeps nobody waiting: regions, sources, programmes and
	// codes are the user's, figures the embedded ones. Open it again without,
	// beside the screens. It has no effect where Dir names a single document.
	SkipFigures bool
	// Progress is told how much of the documents of figures was read and checked,
	// in bytes, after each; nil for nobody. It is called on the caller's
	// goroutine.
	Progress func(done, total int64)
}

// FiguresSize gives the bytes of the documents in a user's directory that can
// hold figures, without reading any; 0 where there are none.
func FiguresSize(dir string) int64 {
	entries, err := os.ReadDir(dir)
	if dir == "" || err != nil {
		return 0
	}
	total := int64(0)
	for _, e := range entries {
		if name := e.Name(); filepath.Ext(name) != ".json" || name == indexFile || name == programmesFile {
			continue
		}
		if info, err := e.Info(); err == nil && info.Mode().IsRegular() {
			total += info.Size()
		}
	}
	return total
}

// figureSizes gives the size of the document of each indicator.
func figureSizes(dir string, indicators []model.Indicator) []int64 {
	out := make([]int64, len(indicators))
	for i, ind := range indicators {
		if info, err := os.Stat(filepath.Join(dir, fileOf(ind.ID))); err == nil && info.Mode().IsRegular() {
			out[i] = info.Size()
		}
	}
	return out
}

// Store is the data in use: the embedded ones with the user's laid over them.
// It is immutable and safe for concurrent use.
type Store struct {
	dir          string
	dataset      *model.Dataset
	programmes   *model.Programmes
	nomenclature *model.Nomenclature
	problems     []Problem
	layer        *layer
}

// Open reads what the first screen needs: the index, the programmes and the
// user's documents. Embedded indicators are decoded on first use.
//
// A user's document with a fault never stops it: the document is left out,
// whole, and [Store.Problems] names what is wrong with it. The rules that need
// several documents, and those that only warn, are checked by [Validate] alone.
//
// The error is one of the embedded data and means a broken program.
//
// Cost: 1-2 ms without documents of the user.
func Open(o Options) (*Store, error) {
	index, err := seedIndex()
	if err != nil {
		return nil, err
	}
	programmes, err := seedProgrammes()
	if err != nil {
		return nil, err
	}
	s := &Store{dir: o.Dir}
	l := &layer{}
	if o.Dir != "" {
		l = load(o, index)
		s.problems = l.problems
		if l.index != nil {
			index = mergeIndex(index, *l.index)
		}
		if l.programmes != nil {
			programmes.Entries = mergeProgrammes(programmes, *l.programmes)
		}
	}
	var problems []Problem
	if s.nomenclature, problems, err = nomenclature(l.dir); err != nil {
		return nil, err
	}
	s.problems = append(s.problems, problems...)
	s.layer = l
	s.dataset = datasetOf(index, l)
	s.programmes = model.NewProgrammes(programmes.Entries, index.Strategies)
	return s, nil
}

// datasetOf builds the dataset over the embedded tables and those of a layer.
func datasetOf(index doc.Index, l *layer) *model.Dataset {
	p := model.Parts{
		Checksum: l.checksum(),
		Regions:  index.Regions, Indicators: index.Indicators, Sources: index.Sources,
		Targets: index.Targets, Breaks: index.Breaks, Aliases: index.Aliases,
	}
	var ds *model.Dataset
	level := func(c model.RegionCode) model.Level {
		r, _ := ds.Region(c)
		return r.Level
	}
	p.Series = func(id model.IndicatorID) (*model.Series, error) {
		ind, _ := ds.Indicator(id)
		return series(ind, l.tables[id], level)
	}
	ds = model.NewDataset(p)
	return ds
}

// series decodes one indicator and lays a user's table over it.
func series(ind model.Indicator, over *doc.Table, level levels) (*model.Series, error) {
	base, err := seedTable(ind.ID)
	switch {
	case err != nil:
		return nil, err
	case over != nil && base != nil:
		return mergeTables(ind, base, over, level), nil
	case over != nil:
		return model.NewSeriesColumns(ind, columnsOf(over, level))
	case base != nil:
		return model.NewSeriesColumns(ind, columnsOf(base, level))
	}
	return model.NewSeriesColumns(ind, model.Columns{}) // named in an index, no figure yet
}

// Dir gives the user's directory, "" where there is none.
func (s *Store) Dir() string { return s.dir }

// Dataset gives the published figures.
func (s *Store) Dataset() *model.Dataset { return s.dataset }

// Programmes gives the programmes with the coded list of strategies.
func (s *Store) Programmes() *model.Programmes { return s.programmes }

// Nomenclature gives the official codes that are known: those of the embedded
// data, with the user's [NomenclatureFile] laid over them.
func (s *Store) Nomenclature() *model.Nomenclature { return s.nomenclature }

// Problems gives what is wrong with the user's documents, those that are left
// out among them; nil where nothing is. The slice is shared: do not change it.
func (s *Store) Problems() []Problem { return s.problems }
