package lang

import "rakor/model"

func programEN() Program {
	l := English
	n := l.count
	rows := func(k int) string { return n(k) + plural(k, " row", " rows") }
	of := func(noun, one, many string) func(int, int) string {
		return func(k, all int) string {
			return n(k) + " of " + n(all) + " " + noun + plural(all, "", "s") + " " + plural(k, one, many)
		}
	}
	return Program{
		Title:         "Programmes",
		ColDepartment: "Office", ColCode: "Code", ColActivity: "Activity", ColProgramme: "Programme", ColStrategy: "S", ColYear: "Year",
		ColTarget: "Target", ColBudget: "Rp m", ColRealised: "Spent", ColPlace: "Place", ColFlags: "Flags",
		SortWord: sortWordEN,

		RowsAll: func(k, samples int) string {
			if samples == 0 {
				return rows(k)
			}
			return rows(k) + ", " + n(samples) + plural(samples, " sample", " samples")
		},
		RowsShown: func(k, all int) string { return n(k) + " of " + rows(all) },
		RowsRange: func(a, b, all int) string { return "rows " + n(a) + "-" + n(b) + " of " + n(all) },
		Years:     years,

		SumRows:     func(k int) string { return rows(k) + " shown" },
		SumBudget:   func(k int, v int64) string { return "budget " + l.Money(v) + " from " + rows(k) },
		SumComputed: func(k int, v int64) string { return "computed " + l.Money(v) + " from " + rows(k) },
		SumNone:     func(k int) string { return n(k) + " without budget" },
		SumSamples:  func(k int) string { return n(k) + plural(k, " sample", " samples") + " (x) not summed" },
		SumYears:    func(a, b model.Year) string { return "years " + years(a, b) + " mixed" },
		SumNothing:  "no budget is known yet",
		FewBudget:   func(k int, v int64) string { return "Rp" + l.MoneyShort(v) + " (" + n(k) + ")" },
		FewComputed: func(k int, v int64) string { return l.MoneyShort(v) + " (" + n(k) + ")" },
		FewNone:     func(k int) string { return n(k) + " no budget" },
		FewSamples:  func(k int) string { return n(k) + plural(k, " sample x", " samples x") },

		FilterLabel:  "Filter",
		FilterUnused: "the filter is not used yet",
		FilterPart:   "only what stands before the ^ is used",
		NoMatch:      "No row matches the filter.",
		NoMatchHint:  "Esc clears the filter.",

		NoList:       func(r string) string { return "There is no list of programmes for " + r + " yet." },
		NoListWhy:    "The built-in data have no programmes of this region. That does not mean that it has none.",
		ListsOf:      func(r string) string { return "Lists there are: " + r + "." },
		ChangeHome:   func(ex string) string { return "To see it, run the command: " + ex },
		OwnData:      "A list of your own is read from a data folder: rakor --data FOLDER",
		RegionCount:  func(r string, k int) string { return r + " (" + rows(k) + ")" },
		NoListLinear: func(r string) string { return "Programmes of " + r + ": no list yet" },

		FlagLetters: [7]string{"x", "B", "S", "T", "P", "≈", ">"},
		FlagWords: [7]string{
			"sample", "no budget", "spending not known", "target without number and unit", "no place", "budget computed", "spent more than budgeted",
		},
		FlagLegend: [7]string{"sample", "budget", "spending", "target", "place", "computed", "above budget"},
		Without:    "Without:",
		SampleTag:  "sample",
		SampleWhy:  "Sample: code and name stand in the nomenclature, but this region was not seen to run it.",

		LabelActivity: "Activity", LabelProgramme: "Programme", LabelDepartment: "Office", LabelCode: "Code", LabelYear: "Year", LabelStrategy: "Strategy",
		LabelTarget: "Target", LabelBudget: "Budget", LabelRealised: "Spent", LabelPlace: "Place", LabelFunding: "Funding", LabelEvidence: "Seen",
		LabelSource: "Source", LabelNote: "Note", LabelFlags: "Flags", LabelID: "Number", LabelUnit: "Unit", LabelHow: "Origin",

		Unknown:         "not known",
		NotKnown:        func(s string) string { return "not known: " + s },
		NoStrategy:      "no strategy (supporting work)",
		NoStrategyShort: "Supporting",
		NoFlags:         "none",
		AllPlaces:       "all",
		TargetAs:        func(s string) string { return "“" + s + "”" },
		TargetNoUnit:    "the source names no number with a unit",
		Computed: func(b string) string {
			return "computed" + orNothing(b, ": ", "")
		},
		ReadBudget: "read in the source",
		OfBudget:   func(p string) string { return p + " of the budget" },
		UnitBudget: func(y model.Year) string { return "rupiah, budget year " + years(y, y) },
		UnitNoYear: "rupiah, year not known",
		UnknownWhy: "Not known is not zero: this row is in no sum.",
		Evidence:   evidenceEN,
		SourceKind: sourceKindEN,
		Entry:      func(k, all int) string { return "row " + n(k) + " of " + n(all) },
		MoreLines:  func(k int) string { return "… " + n(k) + " more: Enter" },
		NoEntry:    "No row is selected.",

		DetailTitle:  "Detail",
		CardTitle:    func(s string) string { return "Budget: " + s },
		StatusSource: func(s string) string { return "Source: " + s },
		StatusSample: func(s string) string { return "A sample row, not data of this region. Reference: " + s },
		StatusNone:   "The source of this row is not known",

		ByStrategy: "Known budget by strategy", ByDepartment: "By office",
		SumColName: "Strategy", SumColRows: "Rows", SumColBudgeted: "Budget", SumColKnown: "Rp m",
		SumColRead: "Read", SumColComputed: "Computed", SumColNone: "None",
		Unit: "million Rp",
		BarNote: func(k int) string {
			if k == 0 {
				return "Computed budgets are included."
			}
			return "Computed budgets are included; " + n(k) + plural(k, " sample row is not.", " sample rows are not.")
		},
		YearNote: func(a, b model.Year) string {
			return "Years " + years(a, b) + " are mixed: not a figure of one year."
		},
		LinearStrategy: func(coded bool, s string) string {
			if !coded {
				return s
			}
			return "Strategy " + s
		},
		LinearStrategySum: func(k, b int, v int64) string {
			out := rows(k) + " without samples"
			if b == 0 {
				return out + ", no budget is known"
			}
			return out + ", " + n(b) + " with a budget, together " + l.Rupiah(v)
		},
		LinearTargets: "Sums of targets, each unit apart",
		LinearRow:     func(k int) string { return "Row " + n(k) },
		SortOrder: func(s string, desc bool) string {
			if desc {
				return s + ", descending"
			}
			return s + ", ascending"
		},
		LinearFilter: "Filter", LinearSort: "Order", LinearRows: "Rows", LinearSums: "Sums", LinearSelected: "Selected row", LinearMoreRows: "Other rows",

		WarnTitle:     "Warnings: Programmes",
		WarnFilter:    "The filter could not be read to its end",
		WarnFilterWhy: "List and sums use only the part that could be read.",
		WarnYears:     func(a, b model.Year) string { return "The sum of budgets mixes the years " + years(a, b) },
		WarnYearsWhy:  "It is not the budget of a year. Filter one year, such as year:2025.",
		WarnComputed:  of("budget", "is computed from units x price", "are computed from units x price"),
		WarnComputedWhy: func(m string) string {
			return "A ceiling is no budget of a document; their sum is written apart, with the mark " + m + "."
		},
		WarnNoBudget:      of("row", "has no budget", "have no budget"),
		WarnNoBudgetWhy:   "Not known is not zero: the sum of budgets is a lower bound.",
		WarnNoRealised:    of("row", "has no figure of spending", "have no figure of spending"),
		WarnNoRealisedWhy: "Absorption cannot be judged yet; the offices have to fill in each semester.",
		WarnNoTarget:      of("row", "has no target with number and unit", "have no target with number and unit"),
		WarnNoTargetWhy:   "The coverage of those rows cannot be told.",
		WarnSamples:       of("row", "is a sample (x)", "are samples (x)"),
		WarnSamplesWhy:    "Code and name stand in the nomenclature, but this region was not seen to run them. They are in no sum.",
		WarnPress:         of("budget", "comes from the press", "come from the press"),
		WarnPressWhy:      "Check press figures against the budget documents.",
		WarnNoPlace:       of("row", "has no place", "have no place"),
		WarnNoPlaceWhy:    "Whether the programme reaches the districts in need cannot be judged.",
		WarnOver:          of("row", "spent more than its budget", "spent more than their budget"),
		WarnOverWhy:       "Check for a revised budget or a typing error.",
		WarnUnits:         func(s string) string { return "Targets are in different units: " + s },
		WarnUnitsWhy:      "Different units are not added: a family is not a person.",
	}
}
