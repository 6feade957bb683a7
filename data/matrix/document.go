package matrix

import (
	"bytes"
	"fmt"

	"rakor/data/internal/doc"
	"rakor/data/internal/jscan"
	"rakor/data/personal"
	"rakor/model"
	"rakor/model/intake"
)

// isDocument tells whether a file is a document of programmes: JSON that names
// the format at its beginning.
func isDocument(b []byte) bool {
	head := b[:min(len(b), 400)]
	return bytes.HasPrefix(bytes.TrimSpace(bytes.TrimPrefix(head, []byte{0xef, 0xbb, 0xbf})), []byte("{")) &&
		bytes.Contains(head, []byte(doc.ProgrammesFormat))
}

// readDocument reads a document of programmes. It is a document or it is not: a
// fault in it refuses it as a whole.
func readDocument(b []byte, opt *Options) (*Table, error) {
	b = bytes.TrimPrefix(b, []byte{0xef, 0xbb, 0xbf})
	var first *FileError
	x, syntax := doc.ReadProgrammes(b, func(f jscan.Fault) {
		if first == nil {
			first = &FileError{Name: opt.Name, Fault: Broken, Detail: fmt.Sprintf("%s: found %s, expected %s", f.Pointer, f.Found, f.Expected)}
		}
	})
	if syntax != nil {
		return nil, &FileError{Name: opt.Name, Fault: Broken, Err: syntax}
	}
	if first != nil {
		return nil, first
	}
	if len(x.Entries) == 0 {
		return nil, &FileError{Name: opt.Name, Fault: NoRows}
	}
	for i := range x.Entries {
		for _, f := range model.Fields() {
			if personal.Inside(x.Entries[i].Text(f)) {
				return nil, &personal.Error{Name: opt.Name, Columns: []personal.Column{{Name: string(f), Kind: personal.IdentityNumber, ByContent: true}}}
			}
		}
	}
	out := &Table{Name: opt.Name, Sheets: []Sheet{{Heading: "programmes", Layout: Plain, Rows: len(x.Entries)}}}
	for i := range x.Entries {
		out.Rows = append(out.Rows, documentRow(i, x.Entries[i], opt))
	}
	return out, nil
}

func documentRow(i int, e model.Programme, opt *Options) intake.Row {
	place := fmt.Sprintf("programmes[%d]", i)
	row := intake.Row{Cell: place, Line: i + 1, Entry: e}
	empty := model.Programme{}
	for _, f := range model.Fields() {
		if !e.Same(&empty, f) || f == model.FieldStrategy {
			row.Told = append(row.Told, intake.Told{Field: f, Cell: place + "." + string(f)})
		}
	}
	if e.Region != opt.Region {
		row.Refusals = append(row.Refusals, intake.Remark{
			Kind: intake.OtherRegion, Cell: place + ".region", Field: model.FieldRegion, Found: string(e.Region), Want: string(opt.Region),
		})
		return row
	}
	problems := e.Check()
	for _, p := range problems {
		row.Refusals = append(row.Refusals, intake.Remark{Kind: intake.Unfit, Cell: place + "." + string(p.Field), Field: p.Field, Found: p.Value, Want: p.Want})
	}
	if opt.Vocabulary != nil && len(problems) == 0 {
		for _, p := range opt.Vocabulary.Check(&e) {
			row.Refusals = append(row.Refusals, intake.Remark{Kind: intake.UnknownRef, Cell: place + "." + string(p.Field), Field: p.Field, Found: p.Value, Want: p.Want})
		}
	}
	return row
}
