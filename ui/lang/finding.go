package lang

import (
	"slices"
	"strconv"
	"strings"

	"rakor/model"
)

// Finding words what the check of a data file found, or expected, for people.
// The data say it in English, by fixed phrases with names and numbers in them;
// text that is none of these is given as it is.
func (l Lang) Finding(text string) string {
	for _, p := range findings() {
		if parts, ok := p.match(text); ok {
			return p.fill(l, parts)
		}
	}
	return text
}

// Found tells whether a text of the data is one of the phrases that have words.
func Found(text string) bool {
	return slices.ContainsFunc(findings(), func(p phrase) bool {
		_, ok := p.match(text)
		return ok
	})
}

// phrase is an English phrase of the data and its Indonesian; {} stands for a
// name or a number.
type phrase struct{ en, id string }

// match cuts a text along the phrase and gives what stands in the gaps.
func (p phrase) match(text string) (parts []string, ok bool) {
	literals := strings.Split(p.en, "{}")
	if !strings.HasPrefix(text, literals[0]) {
		return nil, false
	}
	text = text[len(literals[0]):]
	for i, lit := range literals[1:] {
		at := strings.Index(text, lit)
		if i == len(literals)-2 { // the last one ends the text
			if at = len(text) - len(lit); at < 0 || text[at:] != lit {
				return nil, false
			}
		}
		if at <= 0 {
			return nil, false
		}
		parts, text = append(parts, text[:at]), text[at+len(lit):]
	}
	return parts, text == ""
}

// fill puts names and numbers into the phrase of a language.
func (p phrase) fill(l Lang, parts []string) string {
	if l == English {
		return p.put(p.en, parts)
	}
	out := make([]string, len(parts))
	for i, s := range parts {
		out[i] = l.fact(s)
	}
	return p.put(p.id, out)
}

// RowDetail words what stands beside the reason for which a figure of a file is
// refused, or pointed out: names and numbers, the numbers in the way of the
// language.
func (l Lang) RowDetail(text string) string {
	for _, p := range [...]phrase{
		{"{} ({}), d={}", "{} ({}), beda {} huruf"},
		{"{}; {}-{} {}", "{}; {}–{} {}"},
		{"{}; {} ({})", "{}; {} ({})"},
		{"{} = {}", "{} = {}"},
		{"{}; {}", "{}; {}"},
	} {
		if parts, ok := p.match(text); ok {
			if l == English {
				p.id = p.en
			}
			for i, s := range parts {
				parts[i] = l.fact(s)
			}
			return p.put(p.id, parts)
		}
	}
	return l.fact(text)
}

func (phrase) put(pattern string, parts []string) string {
	var b strings.Builder
	for i, lit := range strings.Split(pattern, "{}") {
		if i > 0 {
			b.WriteString(parts[i-1])
		}
		b.WriteString(lit)
	}
	return b.String()
}

// fact words a name or number that stands in a phrase: periods and numbers in
// the way of the language, all else as it is.
func (l Lang) fact(s string) string {
	if p, err := model.ParsePeriod(s); err == nil && p.Month != 0 {
		return l.Period(p)
	}
	var u model.Unit
	if err := u.UnmarshalText([]byte(s)); err == nil && s != "" {
		return l.Unit(u)
	}
	if v, err := strconv.ParseFloat(s, 64); err == nil && strings.Contains(s, ".") {
		_, tail, _ := strings.Cut(s, ".")
		return l.Number(v, len(tail))
	}
	return s
}

// findings lists the phrases, in the order in which they are tried: those with
// more words of their own before those with fewer.
func findings() []phrase {
	return []phrase{
		// oddities of figures
		{"P2 above P1 in {} of {} regions of {}, {}", "P2 di atas P1 di {} dari {} wilayah {}, {}"},
		{"P1 and P2 each in its own table", "P1 dan P2 masing-masing di tabelnya"},
		{"{} thousand poor people of {}, {}", "{} ribu penduduk miskin {}, {}"},
		{"within {} % of rate x {}, {} thousand", "paling jauh {} % dari tingkat x {}, {} ribu"},
		{"count / rate of {}, {} is {} thousand people", "jumlah / tingkat {}, {} adalah {} ribu jiwa"},
		{"about {} thousand, as in the years around", "sekitar {} ribu, seperti tahun-tahun di sekitarnya"},
		{"about {} thousand, the province's count", "sekitar {} ribu, jumlah provinsinya"},
		{"regencies of {}, {}: {} thousand", "kabupaten/kota {}, {}: {} ribu"},
		{"{} of {} figures of {}, {} are those of {}", "{} dari {} angka {}, {} adalah angka {}"},
		{"{} of {} figures of {}, {} belong to other regions of it", "{} dari {} angka {}, {} milik wilayah lain di dalamnya"},
		{"{} of {} figures of {} are those of {}", "{} dari {} angka {} adalah angka {}"},
		{"figures of its own", "angkanya sendiri"},
		{"figures that were observed", "angka hasil pengamatan"},
		{"figures in the order of the regions", "angka menurut urutan wilayah"},
		{"figures of {}", "angka {}"},
		{"the {} figures of {}, {} in order of size", "{} angka {}, {} terurut besar-kecil"},
		{"{} has the figures of {} in {} periods up to {}", "{} memuat angka {} pada {} periode sampai {}"},
		{"0 for {}, {}", "0 untuk {}, {}"},
		{"null where there is no figure", "null bila tidak ada angka"},
		{"{} in {} after {} in {}", "{} pada {} setelah {} pada {}"},
		{"one unit: {}", "satu satuan: {}"},
		{"{} jumps by {} % from {} to {} in {} regions", "{} melonjak {} % dari {} ke {} di {} wilayah"},
		{"a change near {} %, as in other years, or a known change of method", "perubahan sekitar {} %, seperti tahun lain, atau perubahan metode yang diketahui"},
		{"each figure at its own region", "setiap angka pada wilayahnya sendiri"},
		{"a source or note with the word {}", "sumber atau catatan dengan kata {}"},
		{"a figure of {} from a source of {}", "angka {} dari sumber terbitan {}"},
		{"a period before the source was published", "periode sebelum sumber terbit"},
		{"{} above {} {}", "{} di atas {} {}"},
		{"P2 <= P1 <= P0", "P2 ≤ P1 ≤ P0"},
		{"realised {}, budget {}", "realisasi {}, pagu {}"},
		{"realised at most the budget", "realisasi paling tinggi sebesar pagu"},
		{"its code in the dataset, {}", "kodenya di dalam data, {}"},

		// names and references
		{"a region of the index; {} is a code of Kemendagri, figures go by the code of BPS", "wilayah di dalam indeks; {} adalah kode Kemendagri, angka memakai kode BPS"},
		{"a region of the index", "wilayah di dalam indeks"},
		{"an indicator of the index", "indikator di dalam indeks"},
		{"a source of the index", "sumber di dalam indeks"},
		{"a strategy of the index", "strategi di dalam indeks"},
		{"a Kemendagri code of the index", "kode Kemendagri di dalam indeks"},
		{"an id that is not the name of another file", "id yang bukan nama berkas lain"},
		{"a month that {} has: {}", "bulan yang dimiliki {}: {}"},
		{"a figure without a source", "angka tanpa sumber"},
		{"an origin for it in /from or /cells", "asalnya di /from atau /cells"},
		{"a region code such as 6271", "kode wilayah seperti 6271"},
		{"a code of Kemendagri such as 62.71", "kode Kemendagri seperti 62.71"},
		{"a code such as 1.06.05 or 1.06.05.2.02.0006", "kode seperti 1.06.05 atau 1.06.05.2.02.0006"},
		{"a date such as 2026-03-31, 2026-03 or 2026", "tanggal seperti 2026-03-31, 2026-03 atau 2026"},
		{"a period such as 2024 or 2024-03", "periode seperti 2024 atau 2024-03"},
		{"nation, province, regency, city, district or village", "nation, province, regency, city, district atau village"},
		{"1 to 64 letters, digits, - and _", "1 sampai 64 huruf, angka, - dan _"},
		{"no region code", "bukan kode wilayah"},
		{"one of {}", "salah satu dari {}"},

		// form
		{"the entry {} again", "program {} lagi"},
		{"each entry once", "setiap program sekali"},
		{"the period {} again", "periode {} lagi"},
		{"the region {} again", "wilayah {} lagi"},
		{"{} again", "{} lagi"},
		{"each period once", "setiap periode sekali"},
		{"each region once", "setiap wilayah sekali"},
		{"each one once", "masing-masing sekali"},
		{"{}, which is among the programmes", "{}, yang ada di antara program"},
		{"one or the other", "salah satu saja"},
		{"{}, one a period", "{}, satu tiap periode"},
		{"less than {}, the number of origins", "kurang dari {}, banyaknya asal"},
		{"{} figures", "{} angka"},
		{"{} origins", "{} asal"},
		{"{} readings", "{} nilai"},
		{"origin {}", "asal {}"},
		{"no source", "tanpa sumber"},
		{"the region {} under the code {}", "wilayah {} dengan kode {}"},
		{"at least one origin, with its sources", "paling sedikit satu asal, dengan sumbernya"},
		{"at least one source", "paling sedikit satu sumber"},
		{"a region and period without a figure", "wilayah dan periode tanpa angka"},
		{"a cell that has a figure in rows", "sel yang punya angka di rows"},
		{"no month", "tanpa bulan"},
		{"at least one; 0 is the whole year", "paling sedikit satu; 0 adalah setahun penuh"},
		{"min above max", "min di atas max"},
		{"min at most max", "min paling besar max"},
		{"no member {}", "tanpa isian {}"},
		{"a second member of this name", "isian kedua dengan nama ini"},
		{"an unknown member", "isian yang tidak dikenal"},
		{"no such member", "tanpa isian itu"},
		{"a member {}", "isian {}"},
		{"an empty text", "teks kosong"},
		{"a text", "teks"},
		{"at most {} bytes", "paling besar {} bita"},
		{"{} bytes or more", "{} bita atau lebih"},
		{"at most {}", "paling banyak {}"},
		{"more than {} problems", "lebih dari {} masalah"},
		{"fewer; the rest is not listed", "lebih sedikit; sisanya tidak didaftar"},
		{"the name of the file, {}", "nama berkasnya, {}"},
		{"columns code and name", "kolom code dan name"},
		{"columns {}", "kolom {}"},
		{"a line of CSV", "satu baris CSV"},
		{"format {}", "format {}"},

		// tables that are imported
		{"the frames point to other files; the data are not in this one", "bingkainya menunjuk berkas lain"},
		{"{} cells without a figure", "{} sel tanpa angka"},
		{"no row with a name and a number", "tidak ada baris dengan nama dan angka"},
		{"no column with the figures", "tidak ada kolom angka"},
		{"no datacontent, vervar, var or tahun", "tanpa datacontent, vervar, var atau tahun"},
		{"a spreadsheet of the old kind (.xls)", "lembar kerja bentuk lama (.xls)"},
		{"an OpenDocument spreadsheet (.ods)", "lembar kerja OpenDocument (.ods)"},
		{"an archive without a workbook", "arsip tanpa buku kerja"},
		{"a PDF", "PDF"},
		{"a column beyond {}", "kolom melewati {}"},
		{"more rows or cells than any table", "baris atau selnya lebih banyak daripada tabel mana pun"},
		{"more rows than any table", "barisnya lebih banyak daripada tabel mana pun"},
		{"more cells than any table", "selnya lebih banyak daripada tabel mana pun"},
		{"more texts than any table", "teksnya lebih banyak daripada tabel mana pun"},
		{"more than {} sheets", "lebih dari {} lembar"},
		{"more than it declares", "lebih besar daripada yang dinyatakannya"},
		{"{} bytes in {} parts", "{} bita dalam {} bagian"},
		{"{} combinations or more", "{} kombinasi atau lebih"},
		{"{} bytes, at most {}", "{} bita, paling besar {}"},
		{"zip: not a valid zip file", "bukan arsip xlsx yang utuh"},
		{"unexpected EOF", "terpotong"},

		// files
		{"nothing of that name", "tidak ada yang bernama itu"},
		{"a file of no known name", "berkas dengan nama yang tidak dikenal"},
		{"index.json, programmes.json or the name of an indicator", "index.json, programmes.json atau nama sebuah indikator"},
		{"a directory that can be read", "folder yang dapat dibaca"},
		{"a file or directory", "berkas atau folder"},
		{"a readable file", "berkas yang dapat dibaca"},
		{"no regular file", "bukan berkas biasa"},
		{"a directory", "folder"},
		{"a file", "berkas"},
		{"permission denied", "tidak ada izin"},

		// JSON
		{"the end of the file", "akhir berkas"},
		{"the byte {}, which is not UTF-8", "bita {}, yang bukan UTF-8"},
		{"text in UTF-8", "teks UTF-8"},
		{"a name in quotes", "nama dalam tanda petik"},
		{"a colon", "titik dua"},
		{"a comma or a closing brace", "koma atau kurung kurawal tutup"},
		{"a comma or a closing bracket", "koma atau kurung siku tutup"},
		{"a closing quote", "tanda petik penutup"},
		{"no deeper nesting", "susunan yang tidak sedalam itu"},
		{"no control character within a text", "teks tanpa karakter kendali"},
		{"an escape such as \\n", "tanda pelepas seperti \\n"},
		{"a number within the range of a double", "bilangan dalam jangkauan double"},
		{"a whole number", "bilangan bulat"},
		{"true or false", "true atau false"},
		{"an object", "objek"},
		{"an array", "larik"},
		{"a number", "bilangan"},
		{"a digit", "angka"},
		{"a value", "nilai"},
		{"nothing", "kosong"},
		{"number {}", "bilangan {}"},
		{"text {}", "teks {}"},
		{"text", "teks"},
		{"one", "satu"},
		{"{} to {} {}", "{} sampai {} {}"},
		{"{} to {}", "{} sampai {}"},
	}
}
