package matrix

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"rakor/model"
)

// official is a column of the matrices as it is written.
type official struct {
	column column
	group  string // the heading above several columns; "" for none
	head   string
	width  float64 // in characters
	money  bool
}

// officialColumns gives the columns of a matrix, with the headings that the
// reports use.
func officialColumns(l Layout) []official {
	all := []official{
		{colNumber, "", "No", 5, false},
		{colStrategy, "", "Strategi", 26, false},
		{colDepartment, "", "Perangkat Daerah", 24, false},
		{colCode, "", "Kode", 19, false},
		{colName, "", "Program", 34, false},
		{colActivity, "", "Kegiatan", 34, false},
		{colSub, "", "Sub Kegiatan", 34, false},
		{colDirect, "Aktivitas", "Langsung", 20, false},
		{colIndirect, "Aktivitas", "Tidak Langsung", 20, false},
		{colSupporting, "Aktivitas", "Penunjang", 20, false},
		{colBudget, "", "Alokasi Anggaran (Rp)", 20, true},
		{colFunding, "", "Sumber Pembiayaan", 16, false},
		{colNature, "", "Sifat Bantuan", 16, false},
		{colPlace, "", "Lokasi", 26, false},
		{colTarget, "", "Jumlah Sasaran", 20, false},
		{colBenefit, "", "Besaran Manfaat", 20, false},
		{colAid, "", "Jenis Bantuan", 16, false},
		{colDuration, "", "Durasi", 14, false},
	}
	if l == OPPKPKE21 {
		all = append(all,
			official{colH1, "Realisasi (Rp)", "Semester I", 20, true},
			official{colH2, "Realisasi (Rp)", "Semester II", 20, true},
			official{colRealised, "Realisasi (Rp)", "Total", 20, true},
		)
	}
	return all
}

// title gives the lines above the headings.
func title(l Layout, home string, year model.Year) []string {
	first := "MATRIKS RENCANA AKSI TAHUNAN (RAT) PENANGGULANGAN KEMISKINAN"
	if l == OPPKPKE21 {
		first = "MATRIKS PELAPORAN OPTIMALISASI PELAKSANAAN PENGENTASAN KEMISKINAN DAN PENGHAPUSAN KEMISKINAN EKSTREM"
	}
	return []string{first, strings.ToUpper(home), "TAHUN ANGGARAN " + strconv.Itoa(int(year))}
}

// withoutStrategy is what stands in the column of strategies for work that has
// none of its own: a blank cell would take the strategy of the row above.
const withoutStrategy = "Tanpa strategi (penunjang)"

// value is what one cell is to hold: a text, an amount, or nothing.
type value struct {
	text   string
	amount model.Maybe[model.Rupiah]
}

// cells gives the values of an entry in the columns of a matrix.
func (w *writer) cells(p *model.Programme, n int) []value {
	out := make([]value, len(w.cols))
	for i, c := range w.cols {
		switch c.column {
		case colNumber:
			out[i].amount = model.Known(model.Rupiah(n))
		case colBudget:
			out[i].amount = p.EffectiveBudget()
		case colH1:
			out[i].amount = p.RealisedH1
		case colH2:
			out[i].amount = p.RealisedH2
		case colRealised:
			out[i].amount = p.Realised
		default:
			out[i].text = w.textOf(p, c.column)
		}
	}
	return out
}

func (w *writer) textOf(p *model.Programme, c column) string {
	switch c {
	case colStrategy:
		return w.strategy(p.Strategy)
	case colPlace:
		return w.places(p)
	case colTarget:
		return targetText(p)
	case colDirect, colIndirect, colSupporting:
		return deedIn(p, c)
	case colSub:
		return p.SubActivity
	case colNature:
		return p.AidNature
	}
	return p.Text(model.Field(c))
}

// strategy writes a strategy with its number, by which it is read again.
func (w *writer) strategy(s model.Strategy) string {
	if s == 0 {
		return withoutStrategy
	}
	for _, it := range w.o.Strategies {
		if it.Code == s {
			return strconv.Itoa(int(s)) + ". " + it.Name.ID
		}
	}
	return strconv.Itoa(int(s))
}

// places writes the places as the entry words them where these words give its
// codes again, else by the names of the codes.
func (w *writer) places(p *model.Programme) string {
	words := strings.Join(p.PlaceNames, "; ")
	if len(p.Places) == 0 {
		return words
	}
	read := w.offer.read(words)
	if slices.Equal(slices.Sorted(slices.Values(read.codes)), slices.Sorted(slices.Values(p.Places))) {
		return words
	}
	var out []string
	for _, c := range p.Places {
		name := string(c)
		if w.o.Vocabulary != nil {
			for _, o := range w.o.Vocabulary.Offer(w.o.Region) {
				if o.Code == c {
					name = o.Name
				}
			}
		}
		out = append(out, name)
	}
	return strings.Join(out, "; ")
}

// targetText writes the recipients as the source words them where these words
// give the number again, else by number and unit.
func targetText(p *model.Programme) string {
	if !p.Target.OK {
		return p.TargetText
	}
	if p.TargetText != "" {
		n, why, _ := countOf(cell{kind: text, text: p.TargetText}, "")
		if why == "" && n == p.Target {
			return p.TargetText
		}
	}
	return grouped(p.Target.V.N) + " " + unitWord(p.Target.V.Unit)
}

// grouped writes a number with points between its thousands.
func grouped(n int64) string {
	s := strconv.FormatInt(n, 10)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "." + s[i:]
	}
	return s
}

// unitWord gives the word by which a unit is written and read again.
func unitWord(u model.TargetUnit) string {
	switch u {
	case model.PerPerson:
		return "jiwa"
	case model.PerFamily:
		return "KK"
	case model.PerHousehold:
		return "rumah tangga"
	case model.PerHouse:
		return "rumah"
	case model.PerBusiness:
		return "usaha"
	case model.PerStudent:
		return "murid"
	case model.PerGroup:
		return "kelompok"
	}
	return string(u)
}

// deedIn gives what stands in one of the columns of activities.
func deedIn(p *model.Programme, c column) string {
	i := slices.Index([]column{colDirect, colIndirect, colSupporting}, c)
	if p.Directness == "" {
		if words, ok := splitDeeds(p.Deed); ok {
			return words[i]
		}
		return ""
	}
	if p.Directness != model.DirectnessKinds()[i] {
		return ""
	}
	return cmp.Or(p.Deed, "v")
}

// lost tells whether a known field of an entry has no place in a matrix.
func lost(p *model.Programme, l Layout, f model.Field) bool {
	empty := model.Programme{}
	if p.Same(&empty, f) {
		return false
	}
	switch f {
	case model.FieldRegion, model.FieldYear, model.FieldDepartment, model.FieldCode, model.FieldName, model.FieldActivity, model.FieldSubActivity,
		model.FieldStrategy, model.FieldDirectness, model.FieldFunding, model.FieldAidNature, model.FieldAidKind, model.FieldPlaces,
		model.FieldTarget, model.FieldTargetText, model.FieldBenefit, model.FieldDuration, model.FieldBudgetRevised:
		return false
	case model.FieldBudget: // the revised one is written in its place
		return p.BudgetRevised.OK && p.BudgetRevised != p.Budget
	case model.FieldDeed:
		_, ok := splitDeeds(p.Deed)
		return p.Directness == "" && !ok
	case model.FieldRealisedH1, model.FieldRealisedH2, model.FieldRealised:
		return l == RAT18
	}
	return true
}
