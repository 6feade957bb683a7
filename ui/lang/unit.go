package lang

import "rakor/model"

// Unit gives the short name of a unit, to stand after or above a figure: "%",
// "ribu jiwa", "Rp/kapita/bulan"; "" for none.
func (l Lang) Unit(u model.Unit) string {
	switch u {
	case model.UnitPercent:
		return "%"
	case model.UnitIndex:
		return pick(l, "indeks", "index")
	case model.UnitRatio:
		return pick(l, "rasio", "ratio")
	case model.UnitThousandPersons:
		return pick(l, "ribu jiwa", "thousand people")
	case model.UnitPersons:
		return pick(l, "jiwa", "people")
	case model.UnitRupiahMonth:
		return pick(l, "Rp/kapita/bulan", "Rp/person/month")
	case model.UnitThousandRupiahYear:
		return pick(l, "ribu Rp/kapita/tahun", "thousand Rp/person/year")
	case model.UnitMillionRupiah:
		return pick(l, "juta Rp/tahun", "million Rp/year")
	case model.UnitYears:
		return pick(l, "tahun", "years")
	case model.UnitSquareKm:
		return "km²"
	case model.UnitPersonsPerHousehold:
		return pick(l, "jiwa/rumah tangga", "people/household")
	default:
		return ""
	}
}

// UnitLong gives the name of a unit as it is read aloud: "persen", "rupiah per
// kapita per bulan"; "" for none.
func (l Lang) UnitLong(u model.Unit) string {
	switch u {
	case model.UnitPercent:
		return pick(l, "persen", "percent")
	case model.UnitRupiahMonth:
		return pick(l, "rupiah per kapita per bulan", "rupiah per person per month")
	case model.UnitThousandRupiahYear:
		return pick(l, "ribu rupiah per kapita per tahun", "thousand rupiah per person per year")
	case model.UnitMillionRupiah:
		return pick(l, "juta rupiah per tahun", "million rupiah per year")
	case model.UnitSquareKm:
		return pick(l, "kilometer persegi", "square kilometres")
	case model.UnitPersonsPerHousehold:
		return pick(l, "jiwa per rumah tangga", "people per household")
	default: // the others are read as they are written
		return l.Unit(u)
	}
}

// Count writes a number with what is counted: "1.000 usaha", in English "1
// house" and "2 houses". A unit that is not known is written as it is.
func (l Lang) Count(c model.Count) string {
	return l.Int(c.N) + " " + l.TargetUnit(c.Unit, c.N)
}

// TargetUnit gives the name of what is counted, for n of it.
func (l Lang) TargetUnit(u model.TargetUnit, n int64) string {
	switch u {
	case model.PerPerson:
		return pick(l, "jiwa", plural(int(n), "person", "people"))
	case model.PerFamily:
		return pick(l, "keluarga", plural(int(n), "family", "families"))
	case model.PerHousehold:
		return pick(l, "rumah tangga", plural(int(n), "household", "households"))
	case model.PerHouse:
		return pick(l, "rumah", plural(int(n), "house", "houses"))
	case model.PerBusiness:
		return pick(l, "usaha", plural(int(n), "business", "businesses"))
	case model.PerStudent:
		return pick(l, "murid", plural(int(n), "student", "students"))
	case model.PerGroup:
		return pick(l, "kelompok", plural(int(n), "group", "groups"))
	}
	return string(u)
}
