// Package convert makes the documents of data/seed from the CSV and JSON files
// of data/source. It is run by go generate in package data; the program itself
// never needs it.
//
// [Seed] is the whole of it: source files in, documents out, the same bytes
// for the same source on every machine. Where a cell has several values the
// first row is the preferred one and the others follow in the order of the
// rows, as data/source/README.md says.
package convert

import (
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strconv"

	"rakor/data/internal/doc"
	"rakor/model"
)

// Home is the city whose programmes the source lists.
const Home model.RegionCode = "6271"

// ChecksumFile is the document that holds the digest of all others.
const ChecksumFile = "checksum.txt"

// ErrSource is returned for source files that do not fit together.
var ErrSource = errors.New("convert: bad source")

// Seed makes every document, by its name in data/seed. Errors: [ErrSource],
// with the file and the row.
func Seed(source fs.FS) (map[string][]byte, error) {
	index, err := readIndex(source)
	if err != nil {
		return nil, err
	}
	docs := map[string][]byte{}
	if docs["index.json"], err = doc.WriteIndex(index); err != nil {
		return nil, err
	}
	entries, err := readProgrammes(source, index)
	if err != nil {
		return nil, err
	}
	if docs["programmes.json"], err = doc.WriteProgrammes(doc.Programmes{Entries: entries}); err != nil {
		return nil, err
	}
	if docs[nomenclatureFile], err = readNomenclature(source, index); err != nil {
		return nil, err
	}
	tables, err := readTables(source, index)
	if err != nil {
		return nil, err
	}
	for _, t := range tables {
		if docs[string(t.Indicator)+".json"], err = doc.WriteTable(t); err != nil {
			return nil, err
		}
	}
	docs[ChecksumFile] = []byte(Checksum(docs) + "\n")
	return docs, nil
}

// Checksum gives the digest of documents, "sha256:…": over name, length and
// bytes of each, in the order of names. A checksum file among them is left out.
func Checksum(docs map[string][]byte) string {
	names := make([]string, 0, len(docs))
	for name := range docs {
		if name != ChecksumFile {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	h := sha256.New()
	for _, name := range names {
		fmt.Fprintf(h, "%s %d\n", name, len(docs[name]))
		h.Write(docs[name])
	}
	return "sha256:" + hex.EncodeToString(h.Sum(nil))
}

// Rows reads a CSV file as one map a row, from the names of its first line.
func Rows(source fs.FS, name string) ([]map[string]string, error) {
	f, err := source.Open(name)
	if err != nil {
		return nil, fmt.Errorf("convert: %w", err)
	}
	defer f.Close() //nolint:errcheck // read only
	all, err := csv.NewReader(f).ReadAll()
	if err != nil || len(all) == 0 {
		return nil, fmt.Errorf("%w: %s: %w", ErrSource, name, err)
	}
	rows := make([]map[string]string, 0, len(all)-1)
	for _, line := range all[1:] {
		row := make(map[string]string, len(line))
		for i, v := range line {
			row[all[0][i]] = v
		}
		rows = append(rows, row)
	}
	return rows, nil
}

func readJSON(source fs.FS, name string, into any) error {
	b, err := fs.ReadFile(source, name)
	if err == nil {
		err = json.Unmarshal(b, into)
	}
	if err != nil {
		return fmt.Errorf("%w: %s: %w", ErrSource, name, err)
	}
	return nil
}

func readIndex(source fs.FS) (doc.Index, error) {
	var x doc.Index
	err := errors.Join(
		readJSON(source, "indicators.json", &x.Indicators),
		readJSON(source, "breaks.json", &x.Breaks),
		readJSON(source, "strategies.json", &x.Strategies),
		readRegions(source, &x),
		readSources(source, &x),
		readTargets(source, &x),
		readAliases(source, &x),
	)
	return x, err
}

func readRegions(source fs.FS, x *doc.Index) error {
	rows, err := Rows(source, "regions.csv")
	if err != nil {
		return err
	}
	for i, row := range rows {
		level, err := model.ParseLevel(row["level"])
		if err != nil {
			return fmt.Errorf("%w: regions.csv, row %d: %w", ErrSource, i+1, err)
		}
		x.Regions = append(x.Regions, model.Region{
			Code: model.RegionCode(row["code"]), Kemendagri: model.KemendagriCode(row["kemendagri_code"]),
			Level: level, Name: row["name"], Parent: model.RegionCode(row["parent"]),
		})
	}
	return nil
}

func readSources(source fs.FS, x *doc.Index) error {
	rows, err := Rows(source, "sources.csv")
	if err != nil {
		return err
	}
	var years map[model.SourceID]model.Year
	if err := readJSON(source, "source_years.json", &years); err != nil {
		return err
	}
	for _, row := range rows {
		id := model.SourceID(row["source_id"])
		x.Sources = append(x.Sources, model.Source{
			ID: id, Kind: model.SourceKind(row["kind"]), Title: row["title"], Publisher: row["publisher"],
			Year: years[id], URL: row["url"], Note: row["note"],
		})
		delete(years, id)
	}
	if len(years) > 0 {
		return fmt.Errorf("%w: source_years.json: unknown sources %v", ErrSource, years)
	}
	return nil
}

func readAliases(source fs.FS, x *doc.Index) error {
	rows, err := Rows(source, "aliases.csv")
	if err != nil {
		return err
	}
	for i, row := range rows {
		since := 0
		if row["since"] != "" {
			if since, err = strconv.Atoi(row["since"]); err != nil {
				return fmt.Errorf("%w: aliases.csv, row %d: %w", ErrSource, i+1, err)
			}
		}
		x.Aliases = append(x.Aliases, model.Alias{
			Name: row["name"], Region: model.RegionCode(row["region_code"]), Kind: model.AliasKind(row["kind"]),
			Since: model.Year(since), Source: model.SourceID(row["source_id"]), Note: row["note"],
		})
	}
	return nil
}

func readTargets(source fs.FS, x *doc.Index) error {
	rows, err := Rows(source, "targets.csv")
	if err != nil {
		return err
	}
	for i, row := range rows {
		year, err1 := strconv.Atoi(row["year"])
		value, err2 := strconv.ParseFloat(row["value"], 64)
		if err := errors.Join(err1, err2); err != nil {
			return fmt.Errorf("%w: targets.csv, row %d: %w", ErrSource, i+1, err)
		}
		x.Targets = append(x.Targets, model.Target{
			Region: model.RegionCode(row["region_code"]), Indicator: model.IndicatorID(row["indicator"]),
			Year: model.Year(year), Value: value, Source: model.SourceID(row["source_id"]), Note: row["note"],
		})
	}
	return nil
}
