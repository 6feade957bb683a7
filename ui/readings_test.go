package ui_test

import (
	"reflect"
	"strings"
	"testing"

	"rakor/model"
	"rakor/ui"
	"rakor/ui/state"
)

// The figure on which sources differ shows all values, the used one and the
// rule; another can be chosen, unless nothing may be written.
func TestChooseSource(t *testing.T) {
	t.Parallel()
	st := state.New("6271")
	st.Regional.Indicator, st.Regional.Period, st.Regional.Selected = "p1", model.Period{Year: 2022, Month: 3}, "6200"
	snap := snapshot(t)
	s := ui.New(snap, st, env(120, 36))
	s.Key(press("D"))
	card := plain(s)
	for _, want := range []string{"0,91", "0,68", "jenis sumber lebih diutamakan", "Enter: pakai nilai sumber lain"} {
		if !strings.Contains(card, want) {
			t.Errorf("%q is not on the card\n%s", want, card)
		}
	}
	s.Key(press("enter"))
	if text := plain(s); !strings.Contains(text, "dipakai") || !strings.Contains(text, "Provinsi Kalimantan Tengah · P1 · Maret 2022") {
		t.Fatal(text)
	}
	checkFrame(t, s, 120, 36)
	if effects := s.Key(press("enter")); len(effects) > 0 {
		t.Errorf("the used one is chosen again: %+v", effects)
	}
	typeKeys(s, "C", "down")
	o, _ := snap.Data.At("6200", "p1", st.Regional.Period)
	want := state.ChooseReading{Region: "6200", Indicator: "p1", Period: st.Regional.Period, Source: o.Others[0].Sources[0]}
	if effects := s.Key(press("enter")); !reflect.DeepEqual(effects, []state.Effect{state.UseReading{Of: want}}) {
		t.Errorf("%+v", effects)
	}
	st.Regional.Selected = "6271" // its sources agree: the list of all that differ
	s = ui.New(snap, st, env(120, 36))
	s.Key(press("C"))
	if text := plain(s); !strings.Contains(text, "Kalimantan Tengah · P1 · Maret 2022") || !strings.Contains(text, "0,91 / 0,68") {
		t.Error(text)
	}
	readonly := *snap
	readonly.ReadOnly = true
	st.Regional.Selected = "6200"
	s = ui.New(&readonly, st, env(120, 36))
	s.Key(press("D"))
	if strings.Contains(plain(s), "pakai nilai sumber lain") {
		t.Error("read only, and yet it is offered")
	}
	s.Key(press("esc"))
	if s.Key(press("C")); !strings.Contains(plain(s), "--readonly") {
		t.Error(plain(s))
	}
}
