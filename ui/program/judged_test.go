package program_test

import (
	"testing"

	"rakor/model"
	"rakor/ui/state"
)

// judged is a list of ten made-up entries in which something is known of
// everything: of two years' semesters, four places, three strategies.
func judged(tb testing.TB) *state.Snapshot {
	tb.Helper()
	snap := real(tb)
	rp := func(m int64) model.Maybe[model.Rupiah] { return model.Known(model.Rupiah(m * 1_000_000)) }
	none := model.Maybe[model.Rupiah]{}
	people := func(n int64) model.Maybe[model.Count] {
		return model.Known(model.Count{N: n, Unit: model.PerPerson})
	}
	families := func(n int64) model.Maybe[model.Count] {
		return model.Known(model.Count{N: n, Unit: model.PerFamily})
	}
	at := func(codes ...model.KemendagriCode) []model.KemendagriCode { return codes }
	ps := []model.Programme{
		{ID: "t1", Department: "Dinas Sosial", Strategy: 1, Budget: rp(880), RealisedH1: rp(500), Target: families(2200), Reached: families(2100), Places: at("62.71.01"), PlaceNames: []string{"Pahandut"}, Funding: "APBD kota", Activity: "Bantuan sosial tunai", TargetGroup: "Desil 1-4", AidKind: "Uang", SIPD: model.Tagged, Indicator: "p0", SourceText: "DPA 2026"},
		{ID: "t2", Department: "Dinas Sosial", Strategy: 1, Budget: rp(120), RealisedH1: rp(10), Target: people(400), Places: at("62.71.03"), PlaceNames: []string{"Jekan Raya"}, Funding: "APBD kota", Activity: "Permakanan lansia tunggal", Indicator: "p0", SourceText: "DPA 2026"},
		{ID: "t3", Department: "DPKUKMP", Strategy: 2, Budget: rp(2500), RealisedH1: rp(900), Target: model.Known(model.Count{N: 1000, Unit: model.PerBusiness}), Places: at("62.71"), PlaceNames: []string{"Kota Palangka Raya"}, Funding: "APBD kota", Activity: "BPUM kota"},
		{ID: "t4", Department: "Disperkimtan", Strategy: 3, Budget: rp(1450), RealisedH1: rp(1000), Target: model.Known(model.Count{N: 29, Unit: model.PerHouse}), Places: at("62.71.03.1001"), PlaceNames: []string{"Palangka"}, Funding: "DBH", Activity: "RTLH 29 unit", SIPD: model.Tagged, SourceText: "DPA 2026"},
		{ID: "t5", Department: "Disperkimtan", Strategy: 3, Budget: rp(4800), RealisedH1: rp(0), Target: model.Known(model.Count{N: 240, Unit: model.PerHouse}), Places: at("62.71.01", "62.71.04"), PlaceNames: []string{"Pahandut", "Sabangau"}, Funding: "APBN", Activity: "BSPS 240 unit"},
		{ID: "t6", Department: "DPKP", Strategy: 1, Budget: rp(300), RealisedH1: rp(200), RealisedH2: rp(150), Realised: rp(350), Target: people(1500), Places: at("62.71.01"), PlaceNames: []string{"Pahandut"}, Funding: "APBD provinsi", Activity: "Pangan murah", TargetGroup: "desil 1-4", AidKind: "uang"},
		{ID: "t7", Department: "Dinas Kesehatan", Strategy: 1, Budget: none, Target: people(600), Places: at("62.71.02"), PlaceNames: []string{"Bukit Batu"}, Activity: "PMT balita"},
		{ID: "t8", Department: "Disnaker", Strategy: 2, Budget: rp(600), Realised: rp(450), Target: people(240), Places: at("62.71.02"), PlaceNames: []string{"Bukit Batu"}, Funding: "APBN", Activity: "Pelatihan BLK", Indicator: "tpt"},
		{ID: "t9", Department: "Bapperida", Strategy: 0, Budget: rp(90), Activity: "Koordinasi TKPKD"},
		{ID: "tx", Department: "Dinas Pendidikan", Strategy: 1, Budget: rp(9999), Activity: "Contoh", Sample: true, Places: at("62.71.05")},
	}
	for i := range ps {
		ps[i].Region, ps[i].Year, ps[i].Name, ps[i].Code = "6271", 2026, "Program "+string(ps[i].ID), "1.06.05"
	}
	return &state.Snapshot{Rev: 1, Data: snap.Data, Programmes: model.NewProgrammes(ps, snap.Programmes.Strategies())}
}
