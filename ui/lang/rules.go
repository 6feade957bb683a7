package lang

// Rule says what a problem of a data file is, by its stable name; the name
// itself where there are no words for it.
func (l Lang) Rule(id string) string {
	if w, ok := ruleWords()[id]; ok {
		return pick(l, w[0], w[1])
	}
	return id
}

// ruleWords gives the words of each rule in Indonesian and in English.
func ruleWords() map[string][2]string {
	return map[string][2]string{
		"unreadable":        {"berkas tidak dapat dibaca", "the file cannot be read"},
		"too-large":         {"berkas terlalu besar", "the file is too large"},
		"too-many-problems": {"terlalu banyak masalah; sisanya tidak didaftar", "too many problems; the rest is not listed"},
		"syntax":            {"bukan JSON yang utuh", "no whole JSON"},
		"schema":            {"bentuk isian salah", "the form is wrong"},
		"duplicate":         {"isian ganda", "given twice"},
		"malformed-code":    {"kode program salah bentuk", "the programme's code is malformed"},
		"unknown-region":    {"wilayah tidak dikenal", "unknown region"},
		"unknown-indicator": {"indikator tidak dikenal", "unknown indicator"},
		"unknown-source":    {"sumber tidak dikenal", "unknown source"},
		"unknown-strategy":  {"strategi tidak dikenal", "unknown strategy"},
		"impossible-period": {"periode tidak mungkin untuk indikator ini", "impossible period for this indicator"},
		"out-of-range":      {"nilai di luar batas wajar", "value out of range"},
		"p2-p1-p0":          {"P2 ≤ P1 ≤ P0 tidak terpenuhi", "P2 ≤ P1 ≤ P0 does not hold"},
		"count-rate":        {"jumlah jauh dari tingkat x penduduk", "count far from rate x population"},
		"base-jump":         {"dasar tersirat melonjak", "the implied base jumps"},
		"sum-of-parts":      {"jumlah provinsi jauh dari jumlah kabupaten/kota", "a province's count is far from the sum of its regencies"},
		"copy-of-year":      {"mengulang angka tahun sebelumnya", "repeats the year before"},
		"swapped-p1-p2":     {"P1 dan P2 tertukar", "P1 and P2 changed places"},
		"shifted-round":     {"angka dari putaran lain", "figures of another round"},
		"permuted-regions":  {"angka milik kabupaten/kota lain", "figures of other regencies"},
		"sorted-values":     {"angka terurut besar-kecil", "figures stand in order of size"},
		"repeated-region":   {"mengulang wilayah lain", "repeats another region"},
		"zero":              {"nol sebagai pengganti tanpa data", "zero in place of no data"},
		"magnitude":         {"ribuan dan satuan tercampur", "thousands and units mixed"},
		"series-shift":      {"lonjakan tanpa perubahan metode", "a jump without a change of method"},
		"forecast":          {"proyeksi, bukan hasil survei", "a forecast, no observation"},
		"later-than-source": {"periode sesudah sumber terbit", "the period ends after its source was published"},
		"region-twice":      {"wilayah dengan kode lama dan baru", "a region under an old and a new code"},
		"over-budget":       {"realisasi di atas pagu", "realised above budget"},
		"duplicate-entry":   {"program yang sama lagi", "the same programme again"},
		"unused-file":       {"berkas yang tidak dipakai", "a file that is not used"},
	}
}
