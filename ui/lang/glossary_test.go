package lang_test

import (
	"slices"
	"strings"
	"testing"

	"rakor/ui/lang"
)

func TestGlossary(t *testing.T) {
	terms := map[lang.Lang][]string{}
	for _, l := range []lang.Lang{id, en} {
		for _, e := range l.Glossary() {
			if e.Term == "" || e.Short == "" || e.Text == "" {
				t.Errorf("%s: incomplete entry %+v", l.Code(), e)
			}
			if !strings.HasSuffix(e.Text, ".") || strings.Contains(e.Text, "  ") {
				t.Errorf("%s: %s: not a sentence: %q", l.Code(), e.Term, e.Text)
			}
			if len(e.Term) > 14 || len(e.Text) > 220 {
				t.Errorf("%s: %s: too long for a panel", l.Code(), e.Term)
			}
			if slices.Contains(terms[l], e.Term) {
				t.Errorf("%s: %s stands twice", l.Code(), e.Term)
			}
			terms[l] = append(terms[l], e.Term)
		}
		for _, must := range []string{"P0", "P1", "P2", "GK", "RSE", "desil", "RAT", "RPKD", "LP2KD", "DTSEN", "OPD", "TKPKD", "PSU", "Gini", "IPM", "TPT", "Susenas", "KK", "KPM", "pagu", "realisasi", "SIPD"} {
			if !slices.Contains(terms[l], must) {
				t.Errorf("%s: no entry %s", l.Code(), must)
			}
		}
	}
	// Percent signs are written as numbers are in each language.
	for _, e := range id.Glossary() {
		if i := strings.IndexByte(e.Text, '%'); i > 0 && e.Text[i-1] != ' ' {
			t.Errorf("%s: %q", e.Term, e.Text)
		}
	}
	for _, e := range en.Glossary() {
		if strings.Contains(e.Text, " %") {
			t.Errorf("%s: %q", e.Term, e.Text)
		}
	}
	for i, e := range id.Glossary() {
		if e.Text == en.Glossary()[i].Text {
			t.Errorf("%s: not translated", e.Term)
		}
	}
}
