package lang

import "rakor/ui/state"

func inputNamesID() [state.Inputs]string {
	return [state.Inputs]string{
		state.InputRate: "Tingkat P0", state.InputPopulation: "Penduduk", state.InputMethod: "Cara", state.InputMean: "Rata-rata", state.InputGrowth: "Pertumbuhan",
		state.InputTarget: "Sasaran P0", state.InputTargetYear: "Tahun sasaran",
		state.InputSample: "Sampel n", state.InputDeff: "Efek desain", state.InputRSE: "RSE",
		state.InputLine: "Garis kemiskinan", state.InputGap: "P1 kedalaman",
		state.InputLeakage: "Kebocoran", state.InputCoverage: "Jangkauan",
		state.InputDecile1: "Desil 1, jiwa", state.InputDecile1Families: "Desil 1, KK",
		state.InputDecile4: "Desil 1-4, jiwa", state.InputDecile4Families: "Desil 1-4, KK",
	}
}

func inputNamesEN() [state.Inputs]string {
	return [state.Inputs]string{
		state.InputRate: "Rate P0", state.InputPopulation: "Population", state.InputMethod: "Method", state.InputMean: "Mean", state.InputGrowth: "Growth",
		state.InputTarget: "Target P0", state.InputTargetYear: "Target year",
		state.InputSample: "Sample n", state.InputDeff: "Design effect", state.InputRSE: "RSE",
		state.InputLine: "Poverty line", state.InputGap: "P1 gap index",
		state.InputLeakage: "Leakage", state.InputCoverage: "Coverage",
		state.InputDecile1: "Decile 1, people", state.InputDecile1Families: "Decile 1, fam.",
		state.InputDecile4: "Deciles 1-4, ppl", state.InputDecile4Families: "Deciles 1-4, fam.",
	}
}

func inputUnitsID() [state.Inputs]string {
	return [state.Inputs]string{
		state.InputRate: "%", state.InputPopulation: "jiwa", state.InputGrowth: "%/thn", state.InputTarget: "%",
		state.InputSample: "ruta", state.InputRSE: "%", state.InputLine: "Rp/bln", state.InputMean: "Rp/bln", state.InputLeakage: "%", state.InputCoverage: "%",
		state.InputDecile1: "jiwa", state.InputDecile1Families: "KK", state.InputDecile4: "jiwa", state.InputDecile4Families: "KK",
	}
}

func inputUnitsEN() [state.Inputs]string {
	return [state.Inputs]string{
		state.InputRate: "%", state.InputPopulation: "people", state.InputGrowth: "%/yr", state.InputTarget: "%",
		state.InputSample: "hh", state.InputRSE: "%", state.InputLine: "Rp/mo", state.InputMean: "Rp/mo", state.InputLeakage: "%", state.InputCoverage: "%",
		state.InputDecile1: "people", state.InputDecile1Families: "fam.", state.InputDecile4: "people", state.InputDecile4Families: "fam.",
	}
}

func inputHelpsID() [state.Inputs]string {
	return [state.Inputs]string{
		state.InputRate:            "Persen penduduk di bawah garis kemiskinan (Susenas).",
		state.InputPopulation:      "Penduduk menurut BPS.",
		state.InputGrowth:          "Pertumbuhan penduduk setahun; tidak ada di data.",
		state.InputMethod:          "Tingkat, mikrodata, atau data kelompok (O membuka).",
		state.InputMean:            "Rata-rata pengeluaran seorang sebulan.",
		state.InputTarget:          "Tingkat P0 yang dituju.",
		state.InputTargetYear:      "Tahun sasaran dicapai.",
		state.InputSample:          "Rumah tangga sampel survei; tidak diterbitkan.",
		state.InputDeff:            "Ragam terhadap sampel acak; tidak diterbitkan.",
		state.InputRSE:             "Galat baku relatif; menggantikan n dan efek desain.",
		state.InputLine:            "Pengeluaran sebulan seorang; di bawahnya miskin.",
		state.InputGap:             "Kekurangan rata-rata semua penduduk, persen garis.",
		state.InputLeakage:         "Bagian uang yang sampai ke bukan penduduk miskin.",
		state.InputCoverage:        "Bagian celah yang ditutup.",
		state.InputDecile1:         "Orang di sepersepuluh terbawah se-Indonesia.",
		state.InputDecile1Families: "Keluarga di sepersepuluh terbawah se-Indonesia.",
		state.InputDecile4:         "Orang di desil 1 sampai 4 se-Indonesia.",
		state.InputDecile4Families: "Keluarga di desil 1 sampai 4 se-Indonesia.",
	}
}

func inputHelpsEN() [state.Inputs]string {
	return [state.Inputs]string{
		state.InputRate:            "People below the poverty line, percent (Susenas).",
		state.InputPopulation:      "Population as BPS counts it.",
		state.InputGrowth:          "Growth of the population a year; not in the data.",
		state.InputMethod:          "Rate, microdata, or grouped shares (O opens them).",
		state.InputMean:            "Mean spending of a person a month.",
		state.InputTarget:          "The rate P0 that is aimed at.",
		state.InputTargetYear:      "The year in which it is to be reached.",
		state.InputSample:          "Households in the survey's sample; not published.",
		state.InputDeff:            "Variance against a random sample; not published.",
		state.InputRSE:             "Relative standard error; replaces n and deff.",
		state.InputLine:            "Spending of a person a month; below it is poor.",
		state.InputGap:             "Mean shortfall of all people, percent of the line.",
		state.InputLeakage:         "Share of the money that reaches people not poor.",
		state.InputCoverage:        "Share of the gap that is filled.",
		state.InputDecile1:         "People in the lowest tenth of the country.",
		state.InputDecile1Families: "Families in the lowest tenth of the country.",
		state.InputDecile4:         "People in deciles 1 to 4 of the country.",
		state.InputDecile4Families: "Families in deciles 1 to 4 of the country.",
	}
}
