package main

import (
	"reflect"
	"testing"

	"rakor/data"
	"rakor/data/bps"
	"rakor/ui/lang"
)

// TestWordsOfImport wants words in both languages for every name that the
// readers give, and no empty field among them.
func TestWordsOfImport(t *testing.T) {
	t.Parallel()
	reasons := []bps.Reason{
		bps.NotNumber, bps.AmbiguousNumber, bps.UnknownRegion, bps.ProposedRegion, bps.AmbiguousRegion, bps.CodeName, bps.NoPeriod, bps.WhichRound,
		bps.BadPeriod, bps.NoIndicator, bps.WhichIndicator, bps.WrongUnit, bps.OutOfRange, bps.Magnitude, bps.Twice, bps.Forecast, bps.AnnualBeside,
		bps.AmbiguousKey, bps.UnknownKey, bps.ZeroNoData,
	}
	faults := []bps.Fault{
		bps.Empty, bps.TooLarge, bps.Expands, bps.WebFrames, bps.WebPage, bps.OldFormat, bps.Encrypted, bps.NotTable, bps.Broken, bps.NoTable,
		bps.NoFigures, bps.NotAvailable, bps.TooManyKeys, bps.FaultPersonal, bps.MissingColumn,
	}
	matches := []bps.MatchKind{
		bps.MatchExact, bps.MatchAlias, bps.MatchCode, bps.MatchProposed, bps.MatchAmbiguous, bps.MatchUnknown, bps.MatchCodeName,
	}
	notes := []string{
		bps.NoteRound, bps.NoteMagnitude, bps.NoteNotation, bps.NoteTitle, bps.NoteSplit, bps.NoteOrder, bps.NoteCodes, bps.NoteDecimals, bps.NoteJump,
	}

	for _, l := range []lang.Lang{lang.Indonesian, lang.English} {
		w := lang.For(l).Data
		want := func(what, id, got, none string) {
			if got == none || got == "" {
				t.Errorf("%s: no words for the %s %s", l.Code(), what, id)
			}
		}
		for _, r := range reasons {
			if w.Reason(string(r)) == string(r) && l == lang.Indonesian {
				t.Errorf("no words for the reason %s", r)
			}
			want("reason", string(r), w.Reason(string(r)), "")
		}
		for _, f := range faults {
			want("fault", string(f), w.Fault(string(f)), "")
			if l == lang.Indonesian {
				want("fault", string(f), w.Fault(string(f)), string(f))
			}
		}
		for _, m := range matches {
			if l == lang.Indonesian {
				want("match", string(m), w.Match(string(m)), string(m))
			}
		}
		for _, n := range notes {
			want("note", n, w.Note(n, "", "", 1), w.Note("nothing", "", "", 1))
		}
		for _, k := range []data.EditKind{data.EditImport, data.EditChoose, data.EditUndo} {
			if l == lang.Indonesian {
				want("step", string(k), w.Step(string(k)), string(k))
			}
		}
		v := reflect.ValueOf(w)
		for i := range v.NumField() {
			if v.Field(i).IsZero() {
				t.Errorf("%s: %s is empty", l.Code(), v.Type().Field(i).Name)
			}
		}
	}
}
