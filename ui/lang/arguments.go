package lang

// Argument is a command of the palette that takes a value.
type Argument uint8

// The commands with a value.
const (
	ArgIndicator Argument = iota
	ArgPeriod
	ArgOwnPeriod
	ArgRegion
	ArgSelect
	ArgReference
	ArgAnalysis
	ArgAgainst
	ArgPeers
	ArgRegionRSE
	ArgRegionSample
	ArgNear
	ArgSavePeers
	ArgRemovePeers
	ArgRate // and the other inputs of the estimate, in the order of state.Input
	ArgPopulation
	ArgMethod
	ArgTarget
	ArgTargetYear
	ArgGrowth
	ArgSample
	ArgDeff
	ArgRelativeError
	ArgLine
	ArgGap
	ArgLeakage
	ArgCoverage
	ArgDecile1
	ArgDecile1Families
	ArgDecile4
	ArgDecile4Families
	ArgHouseholds
	ArgOpenScenario
	ArgSaveScenario
	ArgCompareScenario
	ArgRenameScenario
	ArgRemoveScenario
	ArgFilter
	ArgSort
	ArgProgramView
	ArgGroup
	ArgUseFilter
	ArgSaveFilter
	ArgRemoveFilter
	ArgAgenda
	ArgAsk
	ArgImport
	ArgKeep
	ArgExport
	ArgHome
	ArgLanguage
	ArgTerm
	Arguments // how many
)

// ArgumentWords is what a command with a value is called.
type ArgumentWords struct {
	Names   []string // as typed, the language's own name first
	Help    string
	Example string
}

// Argument gives the words of a command with a value; both languages' names
// are understood in either.
func (l Lang) Argument(a Argument) ArgumentWords {
	w := argumentWords(a)
	if l == English {
		return ArgumentWords{Names: []string{w.en, w.id}, Help: w.helpEN, Example: w.en + " " + w.example}
	}
	return ArgumentWords{Names: []string{w.id, w.en}, Help: w.helpID, Example: w.id + " " + w.example}
}

type bothWords struct{ id, en, helpID, helpEN, example string }

func argumentWords(a Argument) bothWords {
	switch a {
	case ArgIndicator:
		return bothWords{"indikator", "indicator", "bandingkan indikator lain", "compare another indicator", "p1"}
	case ArgPeriod:
		return bothWords{"periode", "period", "periode bersama, atau: terbaru", "common period, or: latest", "2024-03"}
	case ArgOwnPeriod:
		return bothWords{"periode sendiri", "own period", "periode untuk baris terpilih saja", "period of the selected row alone", "2023-03"}
	case ArgRegion:
		return bothWords{"wilayah", "region", "tambah atau keluarkan wilayah", "add a region or take it out", "6203"}
	case ArgSelect:
		return bothWords{"pilih", "select", "pilih baris wilayah", "select a region's row", "6200"}
	case ArgReference:
		return bothWords{"acuan", "reference", "garis acuan: provinsi atau nasional", "reference line: province or nation", "nasional"}
	case ArgAnalysis:
		return bothWords{"analisis", "analysis", "lihat satu analisis", "look at one analysis", "relevance"}
	case ArgAgainst:
		return bothWords{"keterkaitan", "against", "keterkaitan dengan indikator lain", "set against another indicator", "tpt"}
	case ArgPeers:
		return bothWords{"pembanding", "peers", "kelompok pembanding", "peer group", "capitals"}
	case ArgRegionRSE:
		return bothWords{"rse wilayah", "region rse", "galat relatif angka kabupaten/kota dalam persen, atau: lepas", "relative error of regencies' figures in percent, or: none", "25"}
	case ArgRate:
		return bothWords{"tingkat", "rate", "tingkat kemiskinan dalam persen", "poverty rate in percent", "3,52"}
	case ArgPopulation:
		return bothWords{"penduduk", "population", "jumlah penduduk", "number of people", "310113"}
	case ArgTarget:
		return bothWords{"sasaran", "target", "sasaran tingkat kemiskinan dalam persen", "target rate in percent", "3,30"}
	case ArgMethod:
		return bothWords{"cara", "method", "tingkat atau berkas: dari mana tingkat dan penduduk", "rate or file: where rate and population come from", "tingkat"}
	case ArgTargetYear:
		return bothWords{"tahun sasaran", "target year", "tahun sasaran dicapai", "year in which the target is to be reached", "2026"}
	case ArgGrowth:
		return bothWords{"pertumbuhan", "growth", "pertumbuhan penduduk, persen setahun", "growth of the population, percent a year", "1,5"}
	case ArgSample:
		return bothWords{"sampel", "sample", "rumah tangga sampel survei", "households in the survey's sample", "640"}
	case ArgDeff:
		return bothWords{"efek desain", "design effect", "efek desain sampel", "design effect of the sample", "1,5"}
	case ArgRelativeError:
		return bothWords{"rse", "relative standard error", "galat baku relatif dalam persen", "relative standard error in percent", "12,5"}
	case ArgLine:
		return bothWords{"garis", "line", "garis kemiskinan, rupiah per kapita sebulan", "poverty line, rupiah a person a month", "600000"}
	case ArgGap:
		return bothWords{"kedalaman", "gap", "indeks kedalaman P1", "poverty gap index P1", "0,58"}
	case ArgLeakage:
		return bothWords{"kebocoran", "leakage", "bagian uang ke bukan miskin, persen", "share of money to people who are not poor, percent", "20"}
	case ArgCoverage:
		return bothWords{"jangkauan", "coverage", "bagian celah yang ditutup, persen", "share of the gap that is filled, percent", "80"}
	case ArgDecile1:
		return bothWords{"desil 1", "decile 1", "orang di desil 1 register", "people in decile 1 of the register", "12000"}
	case ArgDecile1Families:
		return bothWords{"desil 1 kk", "decile 1 families", "keluarga di desil 1 register", "families in decile 1 of the register", "3000"}
	case ArgDecile4:
		return bothWords{"desil 4", "decile 4", "orang di desil 1 sampai 4 register", "people in deciles 1 to 4 of the register", "60000"}
	case ArgDecile4Families:
		return bothWords{"desil 4 kk", "decile 4 families", "keluarga di desil 1 sampai 4 register", "families in deciles 1 to 4 of the register", "15000"}
	case ArgHouseholds:
		return bothWords{"buka berkas", "open file", "buka berkas rumah tangga (CSV)", "open a file of households (CSV)", "susenas.csv"}
	case ArgOpenScenario:
		return bothWords{"muat skenario", "open scenario", "pakai masukan sebuah skenario", "use the inputs of a scenario", "Dasar"}
	case ArgSaveScenario:
		return bothWords{"simpan skenario", "save scenario", "simpan masukan ini dengan nama", "keep these inputs under a name", "Dasar"}
	case ArgCompareScenario:
		return bothWords{"banding skenario", "compare scenario", "masukkan atau keluarkan skenario dari perbandingan", "put a scenario beside the others, or take it out", "Dasar"}
	case ArgRenameScenario:
		return bothWords{"ganti nama skenario", "rename scenario", "nama baru skenario yang sedang dipakai", "a new name for the scenario in use", "Dasar 2026"}
	case ArgRemoveScenario:
		return bothWords{"hapus skenario", "remove scenario", "hapus sebuah skenario", "remove a scenario", "Dasar"}
	case ArgFilter:
		return bothWords{"saring", "filter", "saring daftar program", "filter the programmes", "kec:Pahandut strategi:2"}
	case ArgSort:
		return bothWords{"urut", "sort", "urutkan daftar program, beberapa kolom dengan koma", "sort the programmes, several columns with commas", "department, budget turun"}
	case ArgProgramView:
		return bothWords{"tampilan", "view", "lihat daftar program dengan cara lain", "look at the programmes in another way", "matriks"}
	case ArgGroup:
		return bothWords{"kelompok", "group", "kelompokkan daftar program dengan jumlahnya", "put the programmes into groups with sums", "strategy"}
	case ArgUseFilter:
		return bothWords{"pakai saringan", "use filter", "pakai saringan yang disimpan", "use a filter that was saved", "Belum realisasi"}
	case ArgSaveFilter:
		return bothWords{"simpan saringan", "save filter", "simpan saringan ini dengan nama", "keep this filter under a name", "Belum realisasi"}
	case ArgRemoveFilter:
		return bothWords{"hapus saringan", "remove filter", "hapus saringan yang disimpan", "remove a filter that was saved", "Belum realisasi"}
	case ArgRegionSample:
		return bothWords{"sampel wilayah", "region sample", "sampel survei tiap kabupaten/kota dan efek desainnya, atau: lepas", "the survey's sample in each regency and its design effect, or: none", "640/1,5"}
	case ArgNear:
		return bothWords{"mirip", "alike", "kelompok wilayah paling mirip menurut indikator ini", "the regions most alike by these indicators", "p0,ipm"}
	case ArgSavePeers:
		return bothWords{"simpan kelompok", "save group", "simpan wilayah yang dibandingkan sebagai kelompok", "keep the regions compared as a peer group", "Tetangga"}
	case ArgRemovePeers:
		return bothWords{"hapus kelompok", "remove group", "hapus kelompok yang disimpan", "remove a peer group that was saved", "Tetangga"}
	case ArgImport:
		return bothWords{"impor berkas", "import file", "impor berkas, dengan pratinjau", "import a file, with a preview", "p0-2025.csv"}
	case ArgKeep:
		return bothWords{"tulis", "keep", "tulis kelompok pratinjau impor", "keep groups of the import preview", "new,revised"}
	case ArgAsk:
		return bothWords{"tanya", "ask", "minta peserta angkat tangan", "ask the room for a show of hands", "Setuju sasaran 3,30 %?"}
	case ArgAgenda:
		return bothWords{"buka agenda", "open agenda", "buka rapat dengan agenda dari berkas teks atau JSON", "open a meeting with the agenda of a text or JSON file", "agenda.txt"}
	case ArgExport:
		return bothWords{"bawa keluar", "carry away", "simpan layar ini (txt, md, csv, json, html, svg) atau laporan (ringkasan, profil, program)", "save this screen (txt, md, csv, json, html, svg) or a document (brief, profile, programmes)", "csv"}
	case ArgHome:
		return bothWords{"wilayah utama", "home region", "ganti kabupaten/kota yang dibicarakan", "change the regency or city spoken of", "6203"}
	case ArgTerm:
		return bothWords{"istilah", "terms", "arti sebuah istilah", "what a term means", "RSE"}
	case ArgLanguage:
		return bothWords{"bahasa", "language", "id atau en", "id or en", "en"}
	}
	return bothWords{}
}

// SortName gives the name of a column that the programme list is sorted by,
// "" for the order of the list itself.
func (c *Catalogue) SortName(key string) string {
	p := c.Program
	return map[string]string{
		"department": p.LabelDepartment, "code": p.LabelCode, "name": p.LabelProgramme, "strategy": p.LabelStrategy, "target": p.LabelTarget,
		"budget": p.LabelBudget, "realised": p.LabelRealised, "place": p.LabelPlace, "year": p.LabelYear,
	}[key]
}
