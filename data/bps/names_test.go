package bps_test

import (
	"testing"

	"rakor/data/bps"
	"rakor/model"
)

// TestSpellings matches every spelling met in real copies, each to the region
// whose name it is.
func TestSpellings(t *testing.T) {
	ds := dataset(t)
	m := bps.NewMatcher(ds, nil)
	local := read(t, "local", []byte("Kabupaten/Kota,2024\nKapuas,1\nKota Batu,2\n"))[0]
	both := read(t, "both", []byte("Provinsi/Kabupaten/Kota,2024\nACEH,1\nKapuas,2\n"))[0]
	provinces := read(t, "provinces", []byte("38 Provinsi,2024\nACEH,1\nINDONESIA,2\n"))[0]
	tests := []struct {
		t    *bps.Table
		name string
		want model.RegionCode
		kind bps.MatchKind
	}{
		{local, "Labuhan Batu", "1207", bps.MatchExact},
		{local, "Toba Samosir", "1206", bps.MatchAlias},
		{local, "Toba Samosir / Toba", "1206", bps.MatchAlias},
		{local, "Pontianak", "6104", bps.MatchAlias},
		{local, "Kota Pontianak", "6171", bps.MatchExact},
		{both, "KOTA PONTIANAK", "6171", bps.MatchExact},
		{local, "Pontianak (Mempawah)", "6104", bps.MatchAlias},
		{local, "Mamuju Utara", "7605", bps.MatchAlias},
		{local, "Maluku Tenggara Barat", "8101", bps.MatchAlias},
		{local, "Kota Baru", "6302", bps.MatchAlias},
		{local, "KOTA BARU", "6302", bps.MatchAlias},
		{local, "Kota Banjar Baru", "6372", bps.MatchExact},
		{local, "Banjar Baru", "6372", bps.MatchExact},
		{local, "Banjar", "6303", bps.MatchExact},
		{local, "Kota Banjar", "3279", bps.MatchExact},
		{local, "Pangkal Pinang", "1971", bps.MatchExact},
		{local, "Kota Pangkalpinang", "1971", bps.MatchExact},
		{local, "Sawah Lunto", "1373", bps.MatchExact},
		{local, "Kota Padangsidimpuan", "1277", bps.MatchExact},
		{local, "Banyu Asin", "1607", bps.MatchExact},
		{local, "Tulangbawang", "1808", bps.MatchExact},
		{local, "Tulang Bawang", "1808", bps.MatchExact},
		{local, "Toli-Toli", "7206", bps.MatchExact},
		{local, "Pasir", "6401", bps.MatchAlias},
		{local, "Bulongan", "6502", bps.MatchAlias},
		{local, "KEP. SERIBU", "3101", bps.MatchExact},
		{local, "Kab. Kep. Mentawai", "1301", bps.MatchExact},
		{local, "Kabupaten Kepulauan Aru", "8105", bps.MatchExact},
		{both, "D I YOGYAKARTA", "3400", bps.MatchExact},
		{local, "KODYA JAKARTA SELATAN", "3171", bps.MatchExact},
		{local, "Jakarta Pusat", "3173", bps.MatchAlias},
		{local, "Palangka Raya", "6271", bps.MatchExact},
		{local, "Palangkaraya", "6271", bps.MatchExact},
		{local, "Kota Palangka Raya 1)", "6271", bps.MatchExact},
		{local, "Bandung", "3204", bps.MatchExact},
		{local, "Kota Bandung", "3273", bps.MatchExact},
		{local, "Gorontalo", "7502", bps.MatchExact},
		{both, "GORONTALO", "7500", bps.MatchExact},
		{both, "Gorontalo", "7502", bps.MatchExact},
		{provinces, "GORONTALO", "7500", bps.MatchExact},
		{provinces, "INDONESIA", "0000", bps.MatchExact},
		{provinces, "KEP. BANGKA BELITUNG", "1900", bps.MatchExact},
		{local, "Palngka Raya", "6271", bps.MatchProposed},
		{local, "Kab. Kapuass", "6203", bps.MatchProposed},
		{local, "Nusantara Raya", "", bps.MatchUnknown},
		{local, "", "", bps.MatchUnknown},
	}
	for _, tt := range tests {
		got := m.Match(tt.t, tt.name, "")
		if got.Kind != tt.kind || got.Region != tt.want {
			t.Errorf("%q: %s %s, want %s %s", tt.name, got.Kind, got.Region, tt.kind, tt.want)
		}
		if tt.kind == bps.MatchProposed && got.Distance < 1 {
			t.Errorf("%q: distance %d", tt.name, got.Distance)
		}
	}
}

// TestEveryName matches each region's own name, written as BPS writes it, to
// itself: 38 provinces, 514 regencies and cities.
func TestEveryName(t *testing.T) {
	ds := dataset(t)
	m := bps.NewMatcher(ds, nil)
	both := read(t, "both", []byte("Provinsi/Kabupaten/Kota,2024\nACEH,1\nKapuas,2\n"))[0]
	n := 0
	for _, r := range ds.Regions() {
		if !r.Level.IsLocal() {
			continue
		}
		n++
		if got := m.Match(both, r.Name, ""); got.Region != r.Code || !got.OK() {
			t.Errorf("%s: %+v", r.Name, got)
		}
		if got := m.Match(both, r.Name, string(r.Code)); got.Region != r.Code || !got.OK() {
			t.Errorf("%s with its code: %+v", r.Name, got)
		}
		if got := m.Match(both, r.Name, string(r.Kemendagri)); got.Region != r.Code || !got.OK() {
			t.Errorf("%s with the code of Kemendagri: %+v", r.Name, got)
		}
	}
	if n != 514 {
		t.Errorf("%d regencies and cities", n)
	}
}

// TestOwnNames lets the person explain a name.
func TestOwnNames(t *testing.T) {
	ds := dataset(t)
	m := bps.NewMatcher(ds, map[string]model.RegionCode{"Kota Cantik": "6271", "Nirgendwo": "9999"})
	if got := m.Match(nil, "KOTA CANTIK", ""); got.Region != "6271" || got.Kind != bps.MatchAlias {
		t.Errorf("%+v", got)
	}
	if got := m.Match(nil, "Nirgendwo", ""); got.OK() {
		t.Errorf("a region that does not exist: %+v", got)
	}
}
