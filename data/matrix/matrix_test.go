package matrix_test

import (
	"bytes"
	"errors"
	"fmt"
	"testing"

	"rakor/data"
	"rakor/data/matrix"
	"rakor/model"
	"rakor/model/intake"
)

// world is the embedded data, which places and strategies are read by.
type world struct {
	store      *data.Store
	vocabulary *model.Vocabulary
}

func open(t testing.TB) world {
	t.Helper()
	s, err := data.Open(data.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return world{s, model.NewVocabulary(s.Dataset(), s.Programmes().Strategies())}
}

func (w world) options() matrix.Options {
	return matrix.Options{
		Name: "rat.xlsx", Region: "6271", HomeName: "Kota Palangka Raya", Vocabulary: w.vocabulary, Strategies: w.store.Programmes().Strategies(),
	}
}

func (w world) writing(l matrix.Layout, f matrix.Format) matrix.WriteOptions {
	return matrix.WriteOptions{
		Layout: l, Format: f, Region: "6271", HomeName: "Kota Palangka Raya", Vocabulary: w.vocabulary, Strategies: w.store.Programmes().Strategies(),
	}
}

func pointers(ps []model.Programme) []*model.Programme {
	out := make([]*model.Programme, len(ps))
	for i := range ps {
		out[i] = &ps[i]
	}
	return out
}

// describe writes a preview as a person would skim it.
func describe(p *intake.Preview) string {
	var b bytes.Buffer
	for _, l := range p.Lines {
		fmt.Fprintf(&b, "%s %s %s", l.Cell, l.Status.ID(), l.Match)
		for _, e := range l.Edits {
			fmt.Fprintf(&b, " [%s %q->%q]", e.Field, e.Was, e.Now)
		}
		for _, r := range l.Refusals {
			fmt.Fprintf(&b, " {%s}", r)
		}
		for _, r := range l.Notes {
			fmt.Fprintf(&b, " (%s)", r)
		}
		fmt.Fprintf(&b, " %v\n", l.Candidates)
	}
	fmt.Fprintf(&b, "absent %v\n", p.Absent)
	return b.String()
}

// Reading what was written changes nothing in the list it came from, in every
// layout and format.
func TestWriteThenReadIsTheSame(t *testing.T) {
	w := open(t)
	list := w.store.Programmes().Of("6271")
	for _, l := range []matrix.Layout{matrix.RAT18, matrix.OPPKPKE21, matrix.Plain} {
		for f, name := range []string{"xlsx", "csv", "json"} {
			t.Run(l.ID()+"/"+name, func(t *testing.T) {
				var b bytes.Buffer
				o := w.writing(l, matrix.Format(f))
				o.Samples = true
				done, err := matrix.Write(&b, pointers(list), o)
				if err != nil {
					t.Fatal(err)
				}
				if done.Rows != len(list) || done.Samples != 18 {
					t.Errorf("wrote %+v", done)
				}
				table, err := matrix.Read(&b, w.options())
				if err != nil {
					t.Fatal(err)
				}
				p := intake.Compare(table.Rows, list, intake.Options{Region: "6271"})
				if got := p.Count(intake.Same); got != len(list) || len(p.Absent) > 0 || len(table.Notes) > 0 {
					t.Errorf("%d of %d the same; notes %v\n%s", got, len(list), table.Notes, describe(p))
				}
			})
		}
	}
}

// faultOf gives the fault of a file's error; 255 for another error or none.
func faultOf(err error) matrix.Fault {
	var bad *matrix.FileError
	if errors.As(err, &bad) {
		return bad.Fault
	}
	return 255
}
