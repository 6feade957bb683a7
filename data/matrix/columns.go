package matrix

import (
	"slices"
	"strings"

	"rakor/model/filter"
)

// Layout is the shape of a list.
type Layout uint8

// The layouts.
const (
	// Auto, for reading: whichever the headings show.
	Auto Layout = iota
	// RAT18 is the matrix of the yearly plan (RAT): 18 columns.
	RAT18
	// OPPKPKE21 is the matrix of the report under Inpres 8/2025: the same 18
	// columns and the realisation of both semesters with their total.
	OPPKPKE21
	// Plain is a table with every field of an entry, a column each.
	Plain
)

// ID gives the name of the layout on the command line.
func (l Layout) ID() string {
	names := [...]string{"auto", "rat18", "oppkpke21", "plain"}
	if int(l) >= len(names) {
		return ""
	}
	return names[l]
}

// ParseLayout reads the name of a layout.
func ParseLayout(s string) (Layout, bool) {
	for l := Auto; l <= Plain; l++ {
		if s == l.ID() {
			return l, true
		}
	}
	return Auto, false
}

// column is what one column of a file tells. The names are those of the plain
// table, and those of the command line's flags.
type column string

const (
	colNumber      column = "no"
	colID          column = "id"
	colRegion      column = "region"
	colYear        column = "year"
	colStrategy    column = "strategy"
	colDepartment  column = "department"
	colCode        column = "code"
	colName        column = "name"
	colActivity    column = "activity"
	colSub         column = "sub_activity"
	colDirect      column = "direct"
	colIndirect    column = "indirect"
	colSupporting  column = "supporting"
	colDirectness  column = "directness"
	colDeed        column = "deed"
	colBudget      column = "budget"   // the budget that holds
	colOriginal    column = "original" // pagu murni, where there are both
	colRevised     column = "budget_revised"
	colComputed    column = "budget_computed"
	colBudgetBasis column = "budget_basis"
	colFunding     column = "funding"
	colNature      column = "aid_nature"
	colPlace       column = "place_names"
	colPlaceCodes  column = "places"
	colTarget      column = "target_text"
	colTargetN     column = "target"
	colTargetUnit  column = "target_unit"
	colTargetGroup column = "target_group"
	colBenefit     column = "benefit"
	colAid         column = "aid_kind"
	colDuration    column = "duration"
	colH1          column = "realised_h1"
	colH2          column = "realised_h2"
	colRealised    column = "realised"
	colReached     column = "reached"
	colReachedUnit column = "reached_unit"
	colSIPD        column = "sipd"
	colIndicator   column = "indicator"
	colVerified    column = "verification"
	colBasis       column = "basis"
	colSample      column = "sample"
	colEvidence    column = "evidence"
	colSources     column = "sources"
	colSourceText  column = "source"
	colSourceDate  column = "source_date"
	colNote        column = "note"
)

// columns gives the columns of a layout in the official order.
func (l Layout) columns() []column {
	rat := []column{
		colNumber, colStrategy, colDepartment, colCode, colName, colActivity, colSub, colDirect, colIndirect, colSupporting,
		colBudget, colFunding, colNature, colPlace, colTarget, colBenefit, colAid, colDuration,
	}
	switch l {
	case RAT18:
		return rat
	case OPPKPKE21:
		return append(rat, colH1, colH2, colRealised)
	case Auto, Plain:
	}
	return []column{
		colID, colRegion, colYear, colDepartment, colCode, colName, colActivity, colSub, colStrategy, colDirectness, colDeed,
		colBudget, colRevised, colComputed, colBudgetBasis, colFunding, colAid, colNature, colDuration, colPlaceCodes, colPlace,
		colTarget, colTargetN, colTargetUnit, colTargetGroup, colBenefit, colH1, colH2, colRealised, colReached, colReachedUnit,
		colSIPD, colIndicator, colVerified, colBasis, colSample, colEvidence, colSources, colSourceText, colSourceDate, colNote,
	}
}

// money tells whether a column holds amounts.
func (c column) money() bool {
	return slices.Contains([]column{colBudget, colOriginal, colRevised, colH1, colH2, colRealised}, c)
}

// fold gives a text in the form in which texts are compared.
func fold(s string) string { return filter.Fold(s) }

// label gives a heading in the form in which headings are compared: small
// letters, words one blank apart, nothing in brackets.
func label(s string) string {
	s = fold(tidy(s))
	if i := strings.IndexAny(s, "([{"); i > 0 {
		s = s[:i]
	}
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	}), " ")
}

// headings tells which column a heading names; top is the heading above it,
// where there are two rows of them. "" for none. A lower heading that says
// nothing by itself, a unit for instance, leaves the word to the upper one.
func headings(top, own string) column {
	if c := headingOf(top, own); c != "" || label(top) == "" {
		return c
	}
	return headingOf("", top)
}

func headingOf(top, own string) column {
	own, top = label(own), label(top)
	if own == "" {
		own, top = top, ""
	}
	if c := plainHeading(own); c != "" && top == "" {
		return c
	}
	has := func(words ...string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(own, w) })
	}
	all := top + " " + own
	in := func(words ...string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(all, w) })
	}
	switch {
	case own == "no" || own == "nomor" || own == "no urut" || own == "nomor urut":
		return colNumber
	case in("realisasi", "realised", "capaian keuangan", "penyerapan"):
		return realisedHeading(own, all)
	case has("tidak langsung"):
		return colIndirect
	case has("penunjang"):
		return colSupporting
	case has("langsung"):
		return colDirect
	case has("strategi"):
		return colStrategy
	case has("kode"):
		return colCode
	case has("sumber") && in("dana", "biaya", "daya", "anggaran", "pendanaan"):
		return colFunding
	case has("perangkat daerah", "opd", "skpd", "instansi", "organisasi perangkat") || own == "pd" || own == "dinas":
		return colDepartment
	case has("sub kegiatan", "subkegiatan", "sub keg"):
		return colSub
	case has("perubahan", "pergeseran") && in("pagu", "alokasi", "anggaran"):
		return colRevised
	case has("murni", "induk") && in("pagu", "alokasi", "anggaran"):
		return colOriginal
	case has("alokasi", "pagu", "anggaran") && !has("tahun"):
		return colBudget
	}
	return otherHeading(own, has)
}

func otherHeading(own string, has func(...string) bool) column {
	switch {
	case has("kegiatan") && !has("lokasi", "sasaran", "indikator"):
		return colActivity
	case has("program") && !has("indikator", "sasaran"):
		return colName
	case has("sifat"):
		return colNature
	case has("lokasi", "kecamatan", "kelurahan", "tempat"):
		return colPlace
	case has("satuan"):
		return colTargetUnit
	case has("kelompok sasaran", "kriteria", "kategori sasaran"):
		return colTargetGroup
	case has("penerima", "terjangkau") && has("jumlah", "realisasi"):
		return colReached
	case has("sasaran", "target"):
		return colTarget
	case has("manfaat"):
		return colBenefit
	case has("jenis"):
		return colAid
	case has("durasi", "jangka waktu", "waktu", "lama pemberian"):
		return colDuration
	case own == "tahun" || own == "tahun anggaran" || own == "ta":
		return colYear
	case has("sipd"):
		return colSIPD
	case has("indikator"):
		return colIndicator
	case has("keterangan", "catatan"):
		return colNote
	}
	return ""
}

func realisedHeading(own, all string) column {
	words := strings.Fields(all)
	last := ""
	for i, w := range words {
		if strings.HasPrefix(w, "sem") || w == "smt" || w == "smstr" {
			if w2 := strings.TrimLeft(w, "abcdefghijklmnopqrstuvwxyz"); w2 != "" {
				last = w2
			} else if i+1 < len(words) {
				last = words[i+1]
			}
		}
	}
	switch {
	case last == "1" || last == "i":
		return colH1
	case last == "2" || last == "ii":
		return colH2
	case strings.Contains(own, "penerima") || strings.Contains(own, "fisik") || strings.Contains(own, "persen") || strings.Contains(all, "triwulan"):
		return ""
	}
	return colRealised
}

// plainHeading tells which column of the plain table a heading names.
func plainHeading(own string) column {
	name := column(strings.ReplaceAll(own, " ", "_"))
	if slices.Contains(Plain.columns(), name) {
		return name
	}
	switch name {
	case "allocation", "budget_original":
		return colBudget
	case "allocation_revised":
		return colRevised
	case "place":
		return colPlace
	}
	return ""
}
