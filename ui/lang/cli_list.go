package lang

// Listing is the words with which the list of programmes is printed in groups.
// [Lang.Listing] builds it: keep it.
type Listing struct {
	FlagGroup                                          string
	Rows, Samples, Budget, NoBudget, Realised, Targets string
	All                                                string
	Subtotal                                           func(group string, rows, samples int) string
}

// Listing gives the words about groups of the list. It builds a new value each
// call.
func (l Lang) Listing() Listing { return pick(l, listingID, listingEN)() }

func listingID() Listing {
	l := Indonesian
	return Listing{
		FlagGroup: "kelompokkan dengan jumlahnya: department, strategy, year, code, place, sample, name, funding, directness, aid_kind, target_group, sipd, verification, indicator",
		Rows:      "Baris", Samples: "Contoh", Budget: "Pagu", NoBudget: "Tanpa pagu", Realised: "Realisasi", Targets: "Sasaran", All: "Semua",
		Subtotal: func(g string, rows, samples int) string {
			s := "= " + g + ": " + l.count(rows) + " baris"
			if samples > 0 {
				s += ", " + l.count(samples) + " contoh tidak dijumlahkan"
			}
			return s
		},
	}
}

func listingEN() Listing {
	l := English
	return Listing{
		FlagGroup: "group with sums: department, strategy, year, code, place, sample, name, funding, directness, aid_kind, target_group, sipd, verification, indicator",
		Rows:      "Rows", Samples: "Samples", Budget: "Budget", NoBudget: "No budget", Realised: "Realised", Targets: "Targets", All: "All",
		Subtotal: func(g string, rows, samples int) string {
			s := "= " + g + ": " + l.count(rows) + plural(rows, " row", " rows")
			if samples > 0 {
				s += ", " + l.count(samples) + plural(samples, " sample", " samples") + " not in the sum"
			}
			return s
		},
	}
}
