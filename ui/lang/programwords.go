package lang

import (
	"strings"

	"rakor/model"
	"rakor/model/filter"
)

// years writes one year, or the first and last of several.
func years(from, to model.Year) string {
	a := Indonesian.Period(model.Period{Year: from})
	if from == to {
		return a
	}
	return a + "-" + Indonesian.Period(model.Period{Year: to})
}

func sortWordID(key string) string {
	switch key {
	case "department":
		return "OPD"
	case "code":
		return "kode"
	case "name":
		return "kegiatan"
	case "strategy":
		return "strategi"
	case "target":
		return "sasaran"
	case "budget":
		return "pagu"
	case "realised":
		return "serapan"
	case "place":
		return "lokasi"
	case "year":
		return "tahun"
	}
	return "daftar"
}

func sortWordEN(key string) string {
	switch key {
	case "department":
		return "office"
	case "code", "strategy", "target", "budget", "place", "year":
		return key
	case "name":
		return "activity"
	case "realised":
		return "absorption"
	}
	return "list"
}

// evidence spells out the letters of what was seen of an entry: "P+B+T".
func evidence(code string, words map[string]string, and string) string {
	var out []string
	for part := range strings.SplitSeq(code, "+") {
		part = strings.TrimSpace(part)
		if w, ok := words[part]; ok {
			part = w
		}
		if part != "" {
			out = append(out, part)
		}
	}
	return strings.Join(out, and)
}

func evidenceID(code string) string {
	return evidence(code, map[string]string{
		"P": "program", "B": "pagu", "T": "sasaran", "C": "kode program", "K": "kegiatan", "Sub": "sub kegiatan", "Sub(nama)": "nama sub kegiatan",
	}, ", ")
}

func evidenceEN(code string) string {
	return evidence(code, map[string]string{
		"P": "programme", "B": "budget", "T": "target", "C": "code of the programme", "K": "activity", "Sub": "sub-activity", "Sub(nama)": "name of the sub-activity",
	}, ", ")
}

func sourceKindID(k model.SourceKind) string {
	switch k {
	case model.SourceTable:
		return "tabel BPS"
	case model.SourceRelease:
		return "rilis resmi"
	case model.SourceGovernment:
		return "instansi pemerintah"
	case model.SourceThesis:
		return "karya ilmiah"
	case model.SourcePress:
		return "berita"
	case model.SourceEncyclopedia:
		return "ensiklopedia"
	case model.SourceNomenclature:
		return "nomenklatur"
	case model.SourcePeer:
		return "aplikasi daerah lain"
	case model.SourceUser:
		return "diisi pengguna"
	default:
		return string(k)
	}
}

func sourceKindEN(k model.SourceKind) string {
	switch k {
	case model.SourceTable:
		return "BPS table"
	case model.SourceRelease:
		return "official release"
	case model.SourceGovernment:
		return "government office"
	case model.SourceThesis:
		return "academic work"
	case model.SourcePress:
		return "press"
	case model.SourceEncyclopedia:
		return "encyclopaedia"
	case model.SourceNomenclature:
		return "nomenclature"
	case model.SourcePeer:
		return "program of another region"
	case model.SourceUser:
		return "typed in by the user"
	default:
		return string(k)
	}
}

// FilterFault says what is wrong with a part of a filter and what could stand
// there, in one sentence.
func (l Lang) FilterFault(e *filter.Error) string {
	token := e.Token
	list := strings.Join(e.Suggest, ", ")
	switch e.Reason {
	case filter.NoField:
		return pick(l, "sebelum "+token+" harus ada nama kolom, misalnya pagu"+token+"100jt", token+" needs a field before it, such as budget"+token+"100bn")
	case filter.UnknownField:
		return pick(l,
			"kolom "+token+" tidak dikenal"+orNothing(list, "; mungkin ", ""),
			"there is no field "+token+orNothing(list, "; did you mean ", "?"))
	case filter.NoValue:
		return pick(l, "setelah "+token+" harus ada isian", token+" needs a value after it")
	case filter.OpenQuote:
		return pick(l, "tanda kutip belum ditutup", "the quotation mark is not closed")
	case filter.NothingNegated:
		return pick(l, "setelah "+token+" harus ada yang dikecualikan", token+" needs something to leave out after it")
	case filter.NoOrder:
		return pick(l, "kolom ini teks: pakai : (memuat) atau =", "this field is text: use : (contains) or =")
	case filter.AmbiguousNumber:
		return pick(l,
			token+" dapat dibaca dua cara; tulis 1,2 jt atau 1200 jt",
			token+" can be read in two ways; write 1.2m or 1200m")
	case filter.AmbiguousUnit:
		return pick(l, "M berarti miliar atau juta? tulis bn atau m, atau pakai kolom pagu", "does M mean 10^9 or 10^6? write bn or m")
	case filter.NeedsUnit:
		return pick(l, token+" perlu satuan: jt, M atau T", token+" needs a unit: m, bn or tn")
	case filter.NotWhole:
		return pick(l, token+" harus bilangan bulat", token+" has to be a whole number")
	case filter.NotPercent:
		return pick(l, "isi dengan persen dari pagu, misalnya real<50", "give a percentage of the budget, such as realised<50")
	case filter.BadChoice:
		return pick(l, token+" tidak dikenal"+orNothing(list, "; pilih ", ""), token+" is not known"+orNothing(list, "; choose ", ""))
	default:
		return pick(l, token+" bukan angka", token+" is not a number")
	}
}

// HomeCommand writes the command that makes a region the home region, as it is
// typed.
func (l Lang) HomeCommand(code string) string { return l.Argument(ArgHome).Names[0] + " " + code }
