package data

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"rakor/data/internal/doc"
	"rakor/data/internal/jscan"
	"rakor/model"
)

// Report is what [Validate] found.
type Report struct {
	Files    int // documents that were looked at
	Problems []Problem
}

// Errors counts the problems for which data are refused.
func (r Report) Errors() int { return r.count(Error) }

// Warnings counts the problems with which data are used.
func (r Report) Warnings() int { return r.count(Warning) }

func (r Report) count(s Severity) int {
	n := 0
	for _, p := range r.Problems {
		if p.Severity == s {
			n++
		}
	}
	return n
}

// Unreadable tells whether a file could not be read at all, which is a failure
// and no judgement of the data.
func (r Report) Unreadable() bool {
	return slices.ContainsFunc(r.Problems, func(p Problem) bool { return p.Rule == RuleUnreadable || p.Rule == RuleTooLarge })
}

// Validate looks at every document of the named directories and files and
// reports all problems at once, in the order of files and of places in them:
// those for which [Open] leaves a document out, and those that show only where
// figures are held against one another, against the embedded ones among them.
// Without a path it judges the embedded data.
func Validate(paths ...string) Report {
	v, base := newValidation()
	if len(paths) == 0 {
		v.embedded(base)
	}
	for _, path := range paths {
		v.path(path)
	}
	v.judge(base, func(*document) bool { return true })
	return v.report()
}

func newValidation() (*validation, *document) {
	base := embeddedIndex()
	v := &validation{w: &world{
		tables: map[model.IndicatorID][]*document{}, base: map[model.IndicatorID]*document{},
		judged: map[*document]bool{nil: false}, grids: map[model.IndicatorID]*grid{},
	}}
	v.indicators = base.index.Indicators
	return v, base
}

// judge checks every document that was taken; what is found with several
// figures is reported for those that are to be judged.
func (v *validation) judge(base *document, judged func(*document) bool) {
	index := *base.index
	for _, d := range v.docs {
		if d.index != nil && d != base {
			v.twice(d, index)
			index = mergeIndex(index, *d.index)
		}
	}
	v.w.index, v.w.known = index, knownOf(index)
	for _, d := range v.docs {
		v.w.judged[d] = judged(d)
		d.check(v.w.known)
		if d.table != nil && v.w.known.indicators[d.table.Indicator].ID != "" {
			v.w.tables[d.table.Indicator] = slices.Insert(v.w.tables[d.table.Indicator], 0, d)
		}
		if d.programmes != nil {
			entries(d)
		}
	}
	v.w.judge()
}

type validation struct {
	w          *world
	docs       []*document
	indicators []model.Indicator // whose names a file may bear
	loose      []Problem         // of no document
}

func embeddedIndex() *document {
	return parse("seed/"+indexFile, embedded(indexFile), doc.IndexFormat)
}

// embedded takes the embedded documents as those to be judged.
func (v *validation) embedded(index *document) {
	v.docs = append(v.docs, index, parse("seed/"+programmesFile, embedded(programmesFile), doc.ProgrammesFormat))
	for _, ind := range index.index.Indicators {
		if d := v.w.embeddedTable(ind.ID); d != nil {
			v.docs = append(v.docs, d)
		}
	}
}

// path takes the documents of a directory or file.
func (v *validation) path(path string) {
	info, err := os.Stat(path)
	if err == nil && info.IsDir() {
		v.dir(path)
		return
	}
	b, problem := readBounded(path)
	switch {
	case problem != nil:
		v.loose = append(v.loose, *problem)
	case b == nil:
		v.loose = append(v.loose, *unreadable(path, "nothing of that name", "a file or directory"))
	default:
		v.docs = append(v.docs, parseNamed(path, b, v.indicators))
	}
}

// dir takes the documents of a directory: its index first, which may name new
// indicators, then all files that end in .json.
func (v *validation) dir(path string) {
	all, err := os.ReadDir(path)
	if err != nil {
		v.loose = append(v.loose, *unreadable(path, reason(err), "a directory that can be read"))
		return
	}
	names := []string{indexFile}
	for _, e := range all {
		if name := e.Name(); strings.HasSuffix(name, ".json") && name != SettingsFile && name != indexFile {
			names = append(names, name)
		}
	}
	for _, name := range names {
		file := filepath.Join(path, name)
		b, problem := readBounded(file)
		switch {
		case problem != nil:
			v.loose = append(v.loose, *problem)
		case b == nil:
		case formatOf(file, v.indicators) == "":
			v.loose = append(v.loose, Problem{
				File: file, Rule: RuleUnused, Severity: Warning,
				Found: "a file of no known name", Expected: "index.json, programmes.json or the name of an indicator",
			})
		default:
			d := parseNamed(file, b, v.indicators)
			v.docs = append(v.docs, d)
			if d.index != nil {
				v.indicators = slices.Concat(v.indicators, d.index.Indicators)
			}
		}
	}
}

// twice warns of regions of a user's index that exist under another code.
func (v *validation) twice(d *document, below doc.Index) {
	type name struct {
		level model.Level
		name  string
	}
	codes := map[name]model.Region{}
	for _, r := range below.Regions {
		codes[name{r.Level, strings.ToLower(r.Name)}] = r
	}
	for i, r := range d.index.Regions {
		other, ok := codes[name{r.Level, strings.ToLower(r.Name)}]
		if ok && other.Code != r.Code && r.Level != model.LevelDistrict && r.Level != model.LevelVillage {
			d.add(Problem{
				Pointer: fmt.Sprintf("/regions/%d", i), Rule: RuleTwice, Severity: Warning,
				Found: fmt.Sprintf("the region %s under the code %s", r.Name, r.Code), Expected: fmt.Sprintf("its code in the dataset, %s", other.Code),
			})
		}
	}
}

// entries warns of programmes that are odd by themselves.
func entries(d *document) {
	seen := map[string]int{}
	for i, p := range d.programmes.Entries {
		warn := func(rule Rule, found, expected string) {
			d.add(Problem{Pointer: fmt.Sprintf("/programmes/%d", i), Rule: rule, Severity: Warning, Found: found, Expected: expected})
		}
		if p.Budget.OK && p.Realised.OK && p.Realised.V > p.Budget.V {
			warn(RuleOver, fmt.Sprintf("realised %d, budget %d", p.Realised.V, p.Budget.V), "realised at most the budget")
		}
		key := fmt.Sprintf("%q", []any{p.Region, p.Year, p.Code, p.Strategy, p.Department, p.Name, p.Activity, p.Places})
		if first, again := seen[key]; again {
			warn(RuleEntry, fmt.Sprintf("the entry %s again", d.programmes.Entries[first].ID), "each entry once")
			continue
		}
		seen[key] = i
	}
}

// report gathers the problems, with lines where a place is known by its
// pointer alone.
func (v *validation) report() Report {
	r := Report{Files: len(v.docs)}
	for _, p := range v.loose {
		if p.Rule != RuleUnused {
			r.Files++
		}
		r.Problems = append(r.Problems, p)
	}
	for _, d := range v.docs {
		d.locate()
		r.Problems = append(r.Problems, d.problems...)
	}
	slices.SortStableFunc(r.Problems, func(a, b Problem) int {
		if n := strings.Compare(a.File, b.File); n != 0 {
			return n
		}
		if a.Line != b.Line {
			return a.Line - b.Line
		}
		return a.Column - b.Column
	})
	return r
}

// locate finds the lines of problems known by their pointer.
func (d *document) locate() {
	wanted := map[string]bool{}
	for _, p := range d.problems {
		if p.Line == 0 {
			wanted[p.Pointer] = true
		}
	}
	if len(wanted) == 0 {
		return
	}
	found := jscan.Locate(d.b, wanted)
	lines := jscan.NewLines(d.b)
	for i, p := range d.problems {
		if offset, ok := found[p.Pointer]; ok && p.Line == 0 {
			d.problems[i].Line, d.problems[i].Column = lines.At(offset)
		}
	}
}
