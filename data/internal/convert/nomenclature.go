package convert

import (
	"fmt"
	"io/fs"
	"slices"

	"rakor/data/internal/doc"
	"rakor/model"
)

// nomenclatureFile is the list of official codes, the same in source and seed.
const nomenclatureFile = "nomenclature.csv"

// readNomenclature gives the list of official codes as it is, once every code
// is of the usual form and stands there once, in order, with a source of the
// index.
func readNomenclature(source fs.FS, x doc.Index) ([]byte, error) {
	rows, err := Rows(source, nomenclatureFile)
	if err != nil {
		return nil, err
	}
	last := ""
	for i, row := range rows {
		c, err := model.ParseProgrammeCode(row["code"])
		known := slices.ContainsFunc(x.Sources, func(s model.Source) bool {
			return s.ID == model.SourceID(row["source"]) && s.Kind == model.SourceNomenclature
		})
		switch {
		case err != nil || c.String() != row["code"]:
			err = fmt.Errorf("code %q", row["code"])
		case row["code"] <= last:
			err = fmt.Errorf("code %q after %q", row["code"], last)
		case !known:
			err = fmt.Errorf("%q is no source of nomenclature", row["source"])
		}
		if err != nil {
			return nil, fmt.Errorf("%w: %s, row %d: %w", ErrSource, nomenclatureFile, i+1, err)
		}
		last = row["code"]
	}
	return fs.ReadFile(source, nomenclatureFile)
}
