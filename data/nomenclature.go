package data

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"rakor/data/internal/jscan"
	"rakor/model"
)

// NomenclatureFile is the name of the list of official codes, in the embedded
// data and in [Dirs.Data]: a CSV file with the columns code and name, and
// optionally source. A user's file is laid over the embedded one.
const NomenclatureFile = "nomenclature.csv"

// RuleCode is offended by a code that is not of the form
// urusan.bidang.program[.level.kegiatan[.sub]].
const RuleCode Rule = "malformed-code"

// ReadNomenclature reads a list of official codes: CSV whose first line names
// the columns code (kode) and name (nama, uraian), in any order, and optionally
// source (sumber). Fields are separated by commas, semicolons or tabs, told
// apart by the first line. A name may be empty. path is for the problems.
//
// All problems are given at once; with one of them the list is not to be used.
func ReadNomenclature(path string, b []byte) ([]model.NomenclatureItem, []Problem) {
	c := &collector{file: path, b: b}
	b = bytes.TrimPrefix(b, []byte("\uFEFF"))
	head, _, _ := bytes.Cut(b, []byte("\n"))
	r := csv.NewReader(bytes.NewReader(b))
	r.FieldsPerRecord, r.TrimLeadingSpace = -1, true
	for _, comma := range []rune{';', '\t'} {
		if bytes.ContainsRune(head, comma) {
			r.Comma = comma
		}
	}
	bad := func(line, column int, rule Rule, found, expected string) {
		c.add(Problem{Line: line, Column: column, Rule: rule, Found: found, Expected: expected})
	}
	columns, err := r.Read()
	at := [3]int{
		columnOf(columns, "code", "kode"), columnOf(columns, "name", "nama", "uraian"), columnOf(columns, "source", "sumber"),
	}
	if err != nil || at[0] < 0 || at[1] < 0 {
		bad(1, 1, RuleSchema, fmt.Sprintf("columns %q", columns), "columns code and name")
		return nil, c.problems
	}
	var items []model.NomenclatureItem
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return items, c.problems
		}
		if err != nil {
			syntax := &csv.ParseError{}
			errors.As(err, &syntax)
			bad(syntax.Line, syntax.Column, RuleSyntax, syntax.Error(), "a line of CSV")
			return items, c.problems
		}
		line, _ := r.FieldPos(0)
		cell := func(i int) string {
			if at[i] < 0 || at[i] >= len(row) {
				return ""
			}
			return strings.TrimSpace(row[at[i]])
		}
		code, err := model.ParseProgrammeCode(cell(0))
		if err != nil {
			bad(line, 1, RuleCode, fmt.Sprintf("%q", cell(0)), "a code such as 1.06.05 or 1.06.05.2.02.0006")
			continue
		}
		items = append(items, model.NomenclatureItem{Code: code.String(), Name: cell(1), Source: model.SourceID(cell(2))})
	}
}

// columnOf finds a column by one of its names.
func columnOf(columns []string, names ...string) int {
	return slices.IndexFunc(columns, func(s string) bool {
		return slices.Contains(names, strings.ToLower(strings.TrimSpace(s)))
	})
}

// nomenclature gives the official codes that the embedded data know, and those
// of a user's directory laid over them. A user's file with a problem is left
// out, whole.
func nomenclature(dir string) (*model.Nomenclature, []Problem, error) {
	items, problems := ReadNomenclature("seed/"+NomenclatureFile, embedded(NomenclatureFile))
	if len(problems) > 0 {
		p := problems[0]
		return nil, nil, seedError(NomenclatureFile, []jscan.Fault{{Pointer: fmt.Sprint("line ", p.Line), Found: p.Found, Expected: p.Expected}}, nil)
	}
	if dir == "" {
		return model.NewNomenclature(items), nil, nil
	}
	path := filepath.Join(dir, NomenclatureFile)
	b, problem := readBounded(path)
	if problem != nil {
		return model.NewNomenclature(items), []Problem{*problem}, nil
	}
	if b == nil {
		return model.NewNomenclature(items), nil, nil
	}
	over, problems := ReadNomenclature(path, b)
	if len(problems) == 0 {
		items = slices.Concat(items, over)
	}
	return model.NewNomenclature(items), problems, nil
}
