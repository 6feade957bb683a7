package lang

func cliEstimateEN() CLIEstimate {
	i := English
	c := CLIEstimate{
		SurveyShort: "poverty measures and their standard errors from a household file",
		SurveyLong: "Estimates P0, P1, P2, mean, Gini and quantiles from a CSV file of households (also .gz,\n" +
			".zst, or - for standard input), with standard errors of the sample's design (strata,\n" +
			"PSUs, weights). Columns are found by their usual names, Indonesian or English; name them\n" +
			"by a flag where they differ, or - where there is none. Person weight = weight x\n" +
			"household size. Poor is who is below the line, not at it.\n" +
			"In JSON: P0, P1, P2 are fractions of 1; rse is in percent; a null se has a reason.",
		FlagLine:        "poverty line, rupiah a person a month",
		FlagLineBy:      "lines by a column, such as urban=0:450000,1:520000",
		FlagBy:          "column of groups, such as regency; a+b joins two columns",
		FlagMeasures:    "measures: p0, p1, p2, watts, sen, sst, mean, total, gini, quantiles",
		FlagValue:       "column of expenditure a person a month",
		FlagHHSize:      "column of household size",
		FlagWeight:      "column of household weights",
		FlagStrata:      "column of strata",
		FlagPSU:         "column of PSUs (census blocks), numbered within their stratum",
		FlagLonely:      "strata of one PSU: fail, remove, adjust or average",
		FlagFPC:         "column of the PSUs in the stratum's population, or the fraction drawn",
		FlagSkipBad:     "skip refused rows and tell how many",
		FlagAgainst:     "file to compare with (the earlier one): difference, its test and its parts",
		FlagSameSample:  "both files have the same PSUs: difference with their covariance",
		FlagAgainstLine: "line of the other file, written as for --line or --line-by",
		FlagDecimal:     "decimal mark of the file: auto, point or comma",
		GroupedShort:    "poverty and inequality from shares of groups and a mean",
		GroupedLong: "Fits the general quadratic and the beta Lorenz curve to shares of people and of\n" +
			"expenditure (columns population_share and welfare_share, cumulative or not), and estimates\n" +
			"poverty at the line and mean that are given. A curve that is not valid is shown all the\n" +
			"same, and marked.",
		FlagMean:    "mean expenditure, in the unit of the line",
		FlagLorenz:  "curve: auto, gq (general quadratic) or beta",
		ColGroup:    "Group",
		ColFile:     "File",
		ColMeasure:  "Measure",
		ColEstimate: "Estimate", ColSE: "SE", ColRSE: "RSE (%)", ColBand: "Quality", ColDeff: "Deff",
		ColHouseholds: "n", ColPSU: "PSUs", ColP: "p",
		ColInterval: func(l string) string { return l + " interval" },
		All:         "all", Difference: "difference", Stdin: "standard input", FileArgument: "FILE.csv",
		LevelAllowed: "between 0 and 1, such as 0.95", LineAllowed: "above 0, such as 500000", LinesAllowed: "column=value:line, such as urban=0:450000,1:520000",

		Design: func(f string, n, p, s, df int, people string) string {
			return f + ": " + i.count(n) + plural(n, " household stands", " households stand") + " for " + people + " people; " + i.count(p) + plural(p, " PSU, ", " PSUs, ") +
				i.count(s) + plural(s, " stratum, ", " strata, ") + i.count(df) + plural(df, " degree", " degrees") + " of freedom."
		},
		Method: func(l, rule string, fpc bool) string {
			s := "Standard errors: Taylor linearisation, PSUs within strata; " + l + " intervals: logit for P0, Woodruff for quantiles, t for the others; strata of one PSU: " + rule
			if fpc {
				s += "; with finite population correction"
			}
			return s + "."
		},
		BandRule:     "Quality as BPS draws it: an RSE up to 25% may be used, 25-50% with care, above 50% is not accurate.",
		LineIs:       func(f, l string) string { return f + ": line " + l + " a person a month." },
		LinesAre:     func(f, col, l string) string { return f + ": lines by " + col + ": " + l + "." },
		PersonWeight: func(col string) string { return "Column " + quote(col) + " is read as the weight of persons." },
		Independent:  "The difference is of two samples taken to be independent; where they have the same PSUs use --same-sample.",
		SameSample:   "The difference is within one sample, with the covariance of PSUs that both files have.",
		Told: func(m, d, se, p, l string) string {
			return m + ": changed by " + d + " (SE " + se + ", p " + p + "), more than sampling noise at level " + l + "."
		},
		Noise: func(m, d, se, p, l string) string {
			return m + ": changed by " + d + " (SE " + se + ", p " + p + "), not to be told from sampling noise at level " + l + "."
		},
		NoTest: func(m, d, r string) string {
			return m + ": changed by " + d + ", without a test: " + r + "."
		},
		Split: func(m, d, g, r string) string {
			return m + ": change " + d + " = growth " + g + " + redistribution " + r + "."
		},
		MeanGrowth: func(p string) string { return "The mean in units of the line changed by " + p + "." },
		CurveGiven: func(c string) string { return "The " + c + " curve was asked for." },
		CurveChosen: func(p, q, why string) string {
			if p == q {
				return "The " + p + " curve for all figures: " + why + "."
			}
			return "The " + p + " curve for poverty, " + q + " for the rest: " + why + "."
		},
		SharesAre: func(f string, n int, k string) string {
			return f + ": " + i.count(n) + plural(n, " group, ", " groups, ") + k + " shares."
		},

		Skipped: func(f string, n, all int, first string) string {
			return f + ": " + i.count(n) + " of " + i.count(all) + plural(all, " row", " rows") + " skipped, first " + first + "."
		},
		Ambiguous: func(f, col string) string {
			return f + ": the marks in column " + quote(col) + " may be decimals or group thousands; they are read as decimals. If they group, call again with --decimal comma (641.524) or point (641,524)."
		},
		LoneRule: func(f string, n int, rule string) string {
			return f + ": " + i.count(n) + plural(n, " stratum has", " strata have") + " only one PSU; rule " + rule + " is used."
		},
		Unused: func(col, label, f string) string {
			return f + ": the line of " + col + "=" + label + " is not used, there is no such value."
		},
		NoErrorOf: func(why, m, g string) string {
			return "No standard error, " + why + ": " + m + orNothing(g, " in ", "") + "."
		},
		NoIntervalOf: func(why, m, g string) string {
			return "No confidence interval, " + why + ": " + m + orNothing(g, " in ", "") + "."
		},
		SameLine: func(l string) string {
			return "Both files are measured with the same line (" + l + "); where their years differ give --against-line."
		},
		Apart: func(g string) string { return "In one of the files only, without a difference: " + g + "." },
		Rescaled: func(p, w string) string {
			return "The shares do not add up to 1 (people " + p + ", expenditure " + w + "); they are divided by their sum."
		},
		Order: func(f string, line int) string {
			return f + " line " + i.count(line) + ": this group is poorer than the one before it; check the order."
		},
		Invalid: func(c, why string) string {
			return "The " + c + " curve is not valid (" + why + "); its figures are shown for information only."
		},
		NoFigure: func(c, m string) string { return "The " + c + " curve has no figure for " + m + "." },

		MoreRows: func(n int) string { return "and " + i.count(n) + plural(n, " more row", " more rows") },
		Refused: func(f string, n, all int, first string) string {
			return f + ": " + i.count(n) + " of " + i.count(all) + plural(all, " row", " rows") + " refused, first " + first + "; mend " + plural(n, "it", "them") + ", or skip with --skip-bad."
		},
		RefusedShares: func(f string, n int, first string) string {
			return f + ": " + i.count(n) + plural(n, " row", " rows") + " refused, first " + first + "; mend " + plural(n, "it", "them") + ", since a missing group would bend the curve."
		},
		Folder:     func(f string) string { return quote(f) + " is a folder; name a CSV file in it." },
		Unreadable: func(f string) string { return "The file " + quote(f) + " cannot be opened; check its permissions." },
		Personal: func(f, cols string) string {
			return f + ": there are personal data in column " + cols + "; remove them and call again. The file was not read any further."
		},
		ColumnNamed: func(f, col, flag, h string) string {
			return f + ": column " + quote(col) + " (" + flag + ") is not in the header line; there are: " + h + "."
		},
		ColumnUsual: func(f, what, names, flag string, none bool, h string) string {
			s := f + ": no column for " + what + " by a usual name" + orNothing(names, " (", ")")
			if flag != "" {
				s += "; name it with " + flag + " NAME"
				if none {
					s += ", or give " + flag + " - where there is none"
				}
			}
			return s + "; there are: " + h + "."
		},
		ColumnTwice: func(f, col string) string {
			return f + ": two columns in the header line are named " + quote(col) + "; give them different names."
		},
		Lone: func(f, s string, n int) string {
			more := ""
			if n > 0 {
				more = " (and " + i.count(n) + plural(n, " more stratum", " more strata") + ")"
			}
			return f + ": stratum " + quote(s) + more + " has only one PSU, so that there is no standard error; choose --lonely adjust, average or remove."
		},
		NoError: func(f, why string) string { return f + ": no measure has a standard error: " + why + "." },
		FPCTwo: func(f, col, s, x, y string) string {
			return f + ": column " + quote(col) + " has both " + x + " and " + y + " in stratum " + quote(s) + "; it must be the same in all of a stratum."
		},
		FPCFew: func(f, col, s string, drawn int, said string) string {
			return f + ": stratum " + quote(s) + " has " + i.count(drawn) + plural(drawn, " PSU", " PSUs") + " in the sample, but column " + quote(col) + " says " + said + " in the population; mend that column."
		},
		NoLineFor: func(f, col, label, ex string) string {
			return f + ": there is no line for " + col + "=" + label + "; add it, such as " + ex + "."
		},
		StdinTwice:    "Standard input (-) can be read only once; name one of the files.",
		Together:      func(f, with, ex string) string { return f + " works only together with " + with + "; example: " + ex },
		PSUNeeded:     "--same-sample needs a PSU column in both files to pair them; name it with --psu.",
		NothingCommon: func(a, b string) string { return "No PSU is in both " + a + " and " + b + "; leave out --same-sample." },
		TooFew: func(f string, n int) string {
			return f + ": there are too few groups; a curve needs at least " + i.count(n) + "."
		},
		NotShares: func(f string) string {
			return f + ": the shares are neither cumulative (ending at 1) nor add up to 1; write fractions of 1, not percent."
		},
		BadShare: func(f string, line int, col, v, why string) string {
			return f + " line " + i.count(line) + ", column " + quote(col) + ": " + v + ": " + why + "."
		},
		NoCurve:     func(f string) string { return f + ": the points do not determine a curve; there is no answer." },
		NotPossible: func(f string) string { return f + ": the estimate cannot be computed; look for very large values." },
		Interrupted: "Stopped before the end; there is no result.",

		others: func(n int) string { return "and " + i.count(n) + plural(n, " other", " others") },
		rowIs: func(line int, col string) string {
			return "line " + i.count(line) + orNothing(col, ", column ", "")
		},
		fields:   func(found, want int) string { return i.count(found) + ", the header has " + i.count(want) },
		quantile: "Quantile", decimalOfProb: ".", quantileWithUnit: " (Rp)",
	}
	c.measures = map[string]string{
		"p0": "P0 headcount (%)", "p1": "P1 gap (%)", "p2": "P2 severity (%)", "watts": "Watts", "sen": "Sen", "sst": "SST",
		"mean": "Mean (Rp)", "total": "Total (Rp)", "gini": "Gini", "poor": "Poor (people)", "q0.5": "Median (Rp)",
		"mld": "MLD", "median": "Median", "dcm": "Corrected mean", "valid": "Valid", "normal": "Normal", "sse": "SSE x 10^6", "ssez": "SSE up to the line x 10^6", "r2": "R2",
	}
	c.reasons = map[string]string{
		"empty-group": "empty", "no-value": "divided by 0", "one-psu": "one PSU", "no-variation": "no variation",
		"lone-strata": "strata of one PSU", "no-degrees": "no degrees of freedom", "not-estimated": "not estimated",
	}
	c.why = map[string]string{
		"empty-group": "the group has no household", "no-value": "the divisor is 0",
		"one-psu":       "all households are in one PSU",
		"no-variation":  "nothing varies between the PSUs of the sample (no poor household in the sample does not mean none in the population)",
		"lone-strata":   "every stratum has only one PSU (try --lonely adjust)",
		"no-degrees":    "there are no more PSUs than strata",
		"not-estimated": "it was not estimated",
	}
	c.rows = map[string]string{
		"missing": "value missing", "not-number": "not a number", "too-large": "number too large", "zero-weight": "weight is 0",
		"negative-weight": "weight is negative", "zero-size": "household size is 0", "negative-size": "household size is negative",
		"field-count": "number of fields", "bad-quote": "quote inside a field or not closed", "long-label": "label longer than 100 bytes",
		"not-positive": "the population correction must be above 0", "negative-value": "expenditure is negative",
		"zero-value": "expenditure is 0, and the Watts index needs its logarithm",
	}
	c.faults = map[string]string{
		"empty":           "the file is empty; export the data again.",
		"no-rows":         "there is no household under the header line; export the data again.",
		"no-header":       "line 1 holds figures; write the names of the columns in the first line.",
		"not-text":        "this is no text file but a spreadsheet, an archive or another program's file; save it as CSV.",
		"line-ends":       "lines end with CR alone; save the file with LF or CR LF line ends.",
		"record-too-long": "a line is longer than 512 KiB, or a quote is never closed; mend the quotes.",
		"too-many-rows":   "there are too many rows (at most 20 million households, 1 MiB of shares); divide the file.",
		"read":            "reading stopped half-way: the file is damaged or cut short; copy it again.",
	}
	c.roles = map[string]string{
		"value": "expenditure a person", "hhsize": "household size", "weight": "the weight", "strata": "strata", "psu": "PSUs",
		"fpc": "the population correction", "regency": "the regency", "province": "the province", "district": "the district", "urban": "town and village", "group": "the group",
		"population_share": "the share of people", "welfare_share": "the share of expenditure",
	}
	c.kinds = map[string]string{"identity": "identity number", "name": "name of a person", "address": "address"}
	c.curves = map[string]string{"gq": "general quadratic", "beta": "beta"}
	c.checks = map[string]string{
		"real-roots": "roots are not real", "starts-at-zero": "does not start at 0", "rising": "has negative expenditure", "convex": "is not convex",
		"ends-near-one": "ends below 0.9", "ends-at-one": "does not end at 1", "headcount-found": "does not reach the line",
	}
	c.choices = map[string]string{
		"lower-error": "both are valid, its error is lower", "only-valid": "it alone is valid", "none-valid": "neither is valid, the nearer one is taken",
	}
	c.shares = map[string]string{
		"cumulative": "cumulative", "plain": "plain", "not-finite": "not a number", "range": "outside of 0 to 1; write fractions of 1, not percent",
		"not-increasing": "cumulative shares must grow from row to row", "above-diagonal": "the cumulative share of expenditure must be below that of people; order the groups from the poorest",
	}
	return c
}
