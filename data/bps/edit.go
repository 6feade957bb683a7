package bps

import (
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"rakor/data"
	"rakor/model"
)

// SourceOf gives the source under which the figures of a file are kept. Its id
// is made of the digest of the file's bytes, so that the same file is the same
// source, and its note tells file and layout. The project's own CSV is a
// source of the user, everything else a copy of a table of BPS.
func SourceOf(t *Table) model.Source {
	s := model.Source{
		ID: model.SourceID("file-" + t.Digest[:min(len(t.Digest), 12)]), Kind: model.SourceTable, Title: t.Title, Publisher: "BPS",
		Note: "imported from " + baseName(t.Name) + " (" + string(t.Layout) + "), sha256:" + t.Digest,
	}
	if t.Layout == LayoutOwn || t.Layout == LayoutPortal {
		s.Kind, s.Publisher = model.SourceUser, baseName(t.Name)
	}
	if len(t.Updated) >= 4 {
		if y, err := strconv.Atoi(t.Updated[:4]); err == nil && y >= 1990 && y <= 2100 {
			s.Year = model.Year(y)
		}
		s.Note += ", last_update " + t.Updated
	}
	if s.Title == "" {
		s.Title = baseName(t.Name)
	}
	if len(s.Title) > 300 {
		s.Title = strings.ToValidUTF8(s.Title[:300], "")
	}
	return s
}

// baseName gives the last part of a path of any system.
func baseName(p string) string { return path.Base(strings.ReplaceAll(p, `\`, "/")) }

// EditOf gives the edit that puts the rows of some statuses, of New and Revised,
// into a user's documents. base is data.Store.FiguresSum of the data that were
// compared. An edit without figures has no source either.
func EditOf(p *Preview, tables []*Table, base string, at time.Time, statuses ...Status) data.Edit {
	e := data.Edit{Kind: data.EditImport, Base: base, At: at}
	sources := make([]model.Source, len(tables))
	used := make([]bool, len(tables))
	for i, t := range tables {
		sources[i] = SourceOf(t)
	}
	for i := range p.Rows {
		r := &p.Rows[i]
		if !slices.Contains(statuses, r.Status) || r.Status != New && r.Status != Revised {
			continue
		}
		used[r.table] = true
		e.Figures = append(e.Figures, data.Figure{
			Region: r.Region, Indicator: r.Indicator, Period: r.Period,
			Reading: model.Reading{Value: r.Value, Sources: []model.SourceID{sources[r.table].ID}},
		})
	}
	var names []string
	for i, t := range tables {
		if !used[i] {
			continue
		}
		if name := baseName(t.Name); !slices.Contains(names, name) {
			names = append(names, name)
		}
		if !slices.ContainsFunc(e.Sources, func(s model.Source) bool { return s.ID == sources[i].ID }) {
			e.Sources = append(e.Sources, sources[i])
		}
	}
	e.Title = strings.Join(names, ", ")
	return e
}
