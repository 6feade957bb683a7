package compare

import (
	"cmp"
	"math"
	"slices"

	"rakor/model"
)

// PeerGroup names a way of choosing the regions that one is set beside; the
// words are part of the command line's contract.
type PeerGroup string

// The groups.
const (
	PeersProvince PeerGroup = "province" // all of the same province
	PeersCapitals PeerGroup = "capitals" // the capitals of provinces
	PeersSize     PeerGroup = "size"     // nearest in population
	PeersNearest  PeerGroup = "nearest"  // nearest by indicators
)

// PeerGroups lists the groups in their order.
func PeerGroups() []PeerGroup {
	return []PeerGroup{PeersProvince, PeersCapitals, PeersSize, PeersNearest}
}

// PeerCount is how many peers the groups by size and by nearness have, the
// region itself counted.
const PeerCount = 14

// Peers gives the regencies and cities of a group, the region itself first and
// among them always; the rest in the order of the file for province and
// capitals, nearest first for the others. Nil for an unknown region.
//
// Size: the least |ln(population / own)|, both of the newest period of
// Kemendagri's register that the region has. Nearest: the least distance
// sqrt(mean(d_k^2)) over the indicators that both have, d_k the difference of
// the newest yearly figures in standard deviations over all regencies and
// cities; a region that lacks one of the indicators is no peer.
func Peers(ds *model.Dataset, g PeerGroup, home model.RegionCode) []model.RegionCode {
	if r, ok := ds.Region(home); !ok || !r.Level.IsLocal() {
		return nil
	}
	out := []model.RegionCode{home}
	var rest []model.RegionCode
	switch g {
	case PeersProvince:
		rest = sistersNow(ds, home)
	case PeersCapitals:
		for _, c := range capitals() {
			if r, ok := ds.Region(c); ok && r.Level.IsLocal() {
				rest = append(rest, c)
			}
		}
	case PeersSize:
		rest = nearestBySize(ds, home)
	case PeersNearest:
		return PeersBy(ds, home, nil)
	}
	for _, c := range rest {
		if c != home {
			out = append(out, c)
		}
	}
	return out
}

// PeersBy gives the regions nearest to one by indicators of choice, as
// [PeersNearest] does by its own, the region itself first. No indicators are
// those of [PeersNearest]; one that the region has no figure of is left out. Nil
// for an unknown region.
func PeersBy(ds *model.Dataset, home model.RegionCode, ids []model.IndicatorID) []model.RegionCode {
	if r, ok := ds.Region(home); !ok || !r.Level.IsLocal() {
		return nil
	}
	if len(ids) == 0 {
		usual := nearIndicators()
		ids = usual[:]
	}
	return append([]model.RegionCode{home}, nearestBy(ds, home, ids)...)
}

// capitals lists the regencies and cities in which the seats of the provinces
// lie (ibu kota provinsi) by BPS code, in the order of the codes, as the laws
// that made the provinces name them. Jakarta's is Jakarta Pusat; Sofifi lies in
// Tidore Kepulauan, Tanjung Selor in Bulungan, Wamena in Jayawijaya.
func capitals() [38]model.RegionCode {
	return [...]model.RegionCode{
		"1171", "1275", "1371", "1471", "1571", "1671", "1771", "1871", "1971", "2172",
		"3173", "3273", "3374", "3471", "3578", "3673", "5171", "5271", "5371", "6171",
		"6271", "6371", "6472", "6502", "7171", "7271", "7371", "7471", "7571", "7604",
		"8171", "8272", "9105", "9171", "9471", "9401", "9404", "9402",
	}
}

// nearIndicators are those that [PeersNearest] goes by.
func nearIndicators() [5]model.IndicatorID {
	return [...]model.IndicatorID{model.P0, "ipm", "exp_adj", "rls", "tpt"}
}

// near is a region and how far it is.
type near struct {
	code model.RegionCode
	far  float64
}

func closest(ns []near) []model.RegionCode {
	slices.SortStableFunc(ns, func(a, b near) int { return cmp.Compare(a.far, b.far) })
	out := make([]model.RegionCode, 0, PeerCount-1)
	for _, n := range ns[:min(len(ns), PeerCount-1)] {
		out = append(out, n.code)
	}
	return out
}

func nearestBySize(ds *model.Dataset, home model.RegionCode) []model.RegionCode {
	s, err := ds.Series(model.PopulationAdmin)
	if err != nil {
		return nil
	}
	own, ok := s.Newest(home)
	if !ok || own.Value <= 0 {
		return nil
	}
	var ns []near
	for _, c := range ds.Locals() {
		if v, ok := s.Value(c, own.Period); ok && v > 0 && c != home {
			ns = append(ns, near{c, math.Abs(math.Log(v / own.Value))})
		}
	}
	return closest(ns)
}

func nearestBy(ds *model.Dataset, home model.RegionCode, ids []model.IndicatorID) []model.RegionCode {
	locals := ds.Locals()
	far, n := make([]float64, len(locals)), 0
	for _, id := range ids {
		s, err := ds.Series(id)
		if err != nil {
			continue
		}
		own, ok := s.Newest(home)
		if !ok {
			continue
		}
		vs := make([]float64, len(locals))
		for i, c := range locals {
			v, ok := s.Value(c, own.Period)
			if !ok {
				v = math.NaN()
			}
			vs[i] = v
		}
		sd := deviation(vs)
		if sd == 0 {
			continue
		}
		n++
		for i, v := range vs {
			d := (v - own.Value) / sd
			far[i] += d * d
		}
	}
	if n == 0 {
		return nil
	}
	var ns []near
	for i, c := range locals {
		if c != home && !math.IsNaN(far[i]) {
			ns = append(ns, near{c, math.Sqrt(far[i] / float64(n))})
		}
	}
	return closest(ns)
}

// deviation is the standard deviation of the figures that are there, divided
// by n - 1; 0 for fewer than two.
func deviation(vs []float64) float64 {
	n, mean := 0.0, 0.0
	for _, v := range vs {
		if !math.IsNaN(v) {
			n++
			mean += v
		}
	}
	if n < 2 {
		return 0
	}
	mean /= n
	sum := 0.0
	for _, v := range vs {
		if !math.IsNaN(v) {
			sum += (v - mean) * (v - mean)
		}
	}
	return math.Sqrt(sum / (n - 1))
}
