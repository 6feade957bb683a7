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

// A peer group is saved from the regions compared, chosen and removed by its
// name.
func TestPeerGroups(t *testing.T) {
	t.Parallel()
	snap := *snapshot(t)
	st := state.New("6271")
	st.Regional.Regions = []model.RegionCode{"6271", "6211", "6200"}
	s := ui.New(&snap, st, env(120, 36))
	effects, _ := s.Line("simpan kelompok Tetangga")
	want := []state.Effect{state.WritePeers{Set: state.PeerSet{Name: "Tetangga", Regions: []model.RegionCode{"6271", "6211"}}}}
	if !reflect.DeepEqual(effects, want) {
		t.Fatalf("%+v", effects)
	}
	snap.Peers = []state.PeerSet{{Name: "Tetangga", Regions: []model.RegionCode{"6271", "6211"}}}
	s.Do(state.PeersKept{Rev: 1, Name: "Tetangga"})
	if text := plain(s); !strings.Contains(text, "'Tetangga' disimpan") || !strings.Contains(text, "Posisi relatif") || strings.Contains(text, "Kapuas") {
		t.Error(text)
	}
	s.Line("pembanding capitals")
	if text := plain(s); !strings.Contains(text, "Bandung") {
		t.Error(text)
	}
	s.Line("pembanding tetangga")
	if text := plain(s); strings.Contains(text, "Bandung") || !strings.Contains(text, "Gunung Mas") {
		t.Error(text)
	}
	s.Line("mirip p0,ipm")
	if text := plain(s); !strings.Contains(text, "Bukittinggi") {
		t.Error(text)
	}
	if effects, _ := s.Line("hapus kelompok Tetangga"); !reflect.DeepEqual(effects, []state.Effect{state.WritePeers{Set: state.PeerSet{Name: "Tetangga"}}}) {
		t.Errorf("%+v", effects)
	}
}

// What is known of the error is drawn as a band, in the line and in words.
func TestBand(t *testing.T) {
	t.Parallel()
	s := session(t, 120, 36)
	typeKeys(s, "a", "a")
	s.Line("sampel wilayah 640/1,5")
	if text := plain(s); !strings.Contains(text, "garis tipis: selang 95 % K") {
		t.Error(text)
	}
	s.Line("analisis effectiveness")
	if text := plain(s); !strings.Contains(text, "di dalam galat survei yang diberikan") || !strings.Contains(text, "640 rumah tangga") {
		t.Error(text)
	}
	s.Line("sampel wilayah lepas")
	if text := plain(s); strings.Contains(text, "garis tipis") || !strings.Contains(text, "tidak dapat dibedakan dari kebetulan") {
		t.Error(text)
	}
}

// Below the city stand registers and programmes alone, with the reason; figures
// of surveys that somebody's data have for kecamatan are not shown.
func TestDistricts(t *testing.T) {
	t.Parallel()
	s := session(t, 120, 36)
	s.Key(press("m"))
	text := plain(s)
	for _, want := range []string{"Per kecamatan · Kota Palangka Raya", "Tanpa P0", "tidak menerbitkan P0 kecamatan", "Kecamatan Pahandut", "119,7 km²"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not told\n%s", want, text)
		}
	}
	_, out := s.Line("kecamatan")
	all := strings.Join(out, "\n")
	if !strings.Contains(all, "Kecamatan Rakumpit") || !strings.Contains(all, "tidak menyebut kecamatan") || strings.Contains(all, "P0 (%)") {
		t.Error(all)
	}
	typeKeys(s, "esc", "j", "m") // Sukamara, of which the data have none
	if text := plain(s); !strings.Contains(text, "tidak punya kecamatan") {
		t.Error(text)
	}
}
