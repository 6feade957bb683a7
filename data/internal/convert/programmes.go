package convert

import (
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"strconv"
	"strings"

	"rakor/data/internal/doc"
	"rakor/model"
)

// readProgrammes reads programmes.csv; the id of an entry is its place in the
// file, "p001" for the first row.
func readProgrammes(source fs.FS, x doc.Index) ([]model.Programme, error) {
	rows, err := Rows(source, "programmes.csv")
	if err != nil {
		return nil, err
	}
	places := placesOf(x)
	out := make([]model.Programme, 0, len(rows))
	for i, row := range rows {
		p := model.Programme{
			ID: model.ProgrammeID(fmt.Sprintf("p%03d", i+1)), Region: Home,
			Department: row["opd"], Code: row["program_code"], Name: row["program"], Activity: row["kegiatan"],
			TargetText: row["target_group"],
		}
		err := errors.Join(
			number(row["year"], func(n int64) { p.Year = model.Year(n) }),
			number(row["strategy"], func(n int64) { p.Strategy = model.Strategy(n) }),
			number(row["budget_rp"], func(n int64) { p.Budget = model.Known(model.Rupiah(n)) }),
			number(row["realisasi_rp"], func(n int64) { p.Realised = model.Known(model.Rupiah(n)) }),
		)
		if err != nil {
			return nil, fmt.Errorf("%w: programmes.csv, row %d: %w", ErrSource, i+1, err)
		}
		for id := range strings.SplitSeq(row["source_id"], ";") {
			p.Sources = append(p.Sources, model.SourceID(strings.TrimSpace(id)))
		}
		p.Target = ParseTarget(p.TargetText)
		if p.Places, p.PlaceNames, err = parsePlaces(row["kecamatan"], places); err != nil {
			return nil, fmt.Errorf("%w: programmes.csv, row %d: %w", ErrSource, i+1, err)
		}
		readVerified(&p, row["verified"])
		if p.Funding == "" {
			p.Funding = fundingIn(p.Activity)
		}
		out = append(out, p)
	}
	return out, nil
}

// number reads a whole number; an empty text is none.
func number(s string, set func(int64)) error {
	if s == "" {
		return nil
	}
	n, err := strconv.ParseInt(s, 10, 64)
	if err == nil {
		set(n)
	}
	return err
}

// ParseTarget reads a number and its unit from the words of a target. Unknown
// where the words name only one of them, or a unit that is none of the model's.
func ParseTarget(s string) model.Maybe[model.Count] {
	m := regexp.MustCompile(`^(\d{1,3}(?:\.\d{3})+|\d+) (\pL+)(?: (\pL+))?`).FindStringSubmatch(s)
	if m == nil {
		return model.Maybe[model.Count]{}
	}
	n, err := strconv.ParseInt(strings.ReplaceAll(m[1], ".", ""), 10, 64)
	if err != nil {
		return model.Maybe[model.Count]{}
	}
	word := strings.ToLower(m[2])
	if word == "pelaku" { // of a business
		word += " " + strings.ToLower(m[3])
	}
	unit := map[string]model.TargetUnit{
		"jiwa": model.PerPerson, "orang": model.PerPerson, "baduta": model.PerPerson, "penganggur": model.PerPerson,
		"pekerja": model.PerPerson,
		"kpm":     model.PerFamily, "kk": model.PerFamily, "keluarga": model.PerFamily,
		"ruta": model.PerHousehold, "rumah": model.PerHouse,
		"usaha": model.PerBusiness, "pelaku usaha": model.PerBusiness, "pelaku umkm": model.PerBusiness,
		"murid": model.PerStudent, "siswa": model.PerStudent,
		"kelompok": model.PerGroup,
	}[word]
	if unit == "" {
		return model.Maybe[model.Count]{}
	}
	return model.Known(model.Count{N: n, Unit: unit})
}

// placesOf gives the codes of the home city's districts, their villages as
// "district/village", and the city itself as "semua".
func placesOf(x doc.Index) map[string]model.KemendagriCode {
	out := map[string]model.KemendagriCode{}
	names := map[model.RegionCode]string{}
	for _, r := range x.Regions {
		switch {
		case r.Code == Home:
			out["semua"] = r.Kemendagri
		case r.Level == model.LevelDistrict && r.Parent == Home:
			out[r.Name], names[r.Code] = r.Kemendagri, r.Name
		case r.Level == model.LevelVillage && names[r.Parent] != "":
			out[names[r.Parent]+"/"+r.Name] = r.Kemendagri
		}
	}
	return out
}

// parsePlaces reads "Pahandut (Panarung); Sabangau": the most exact code of
// each place. Words that begin with a number ("19 kelurahan lokus") name no
// place and have no code.
func parsePlaces(s string, known map[string]model.KemendagriCode) (codes []model.KemendagriCode, names []string, err error) {
	for name := range strings.SplitSeq(s, ";") {
		name = strings.TrimSpace(name)
		if name == "" {
			continue
		}
		names = append(names, name)
		key := name
		if district, village, ok := strings.Cut(strings.TrimSuffix(name, ")"), " ("); ok {
			key = district + "/" + village
		}
		code, ok := known[key]
		switch {
		case ok:
			codes = append(codes, code)
		case name[0] < '0' || name[0] > '9':
			return nil, nil, fmt.Errorf("unknown place %q", name)
		}
	}
	return codes, names, nil
}

// readVerified reads what was seen of an entry: letters joined by plus signs,
// then remarks after semicolons.
func readVerified(p *model.Programme, s string) {
	letters, rest, _ := strings.Cut(s, ";")
	p.Evidence = strings.TrimSpace(letters)
	p.Sample = strings.HasPrefix(p.Evidence, "x")
	if p.Sample {
		p.Evidence = strings.TrimLeft(strings.TrimPrefix(p.Evidence, "x"), "+")
	}
	var notes []string
	for remark := range strings.SplitSeq(rest, ";") {
		remark = strings.TrimSpace(remark)
		basis, computed := strings.CutPrefix(remark, "b=")
		switch {
		case remark == "":
		case computed:
			p.BudgetComputed, p.BudgetBasis = true, basis
		case remark == "sumber APBN" || remark == "dana APBN":
			p.Funding = "APBN"
		case remark == "RAPBD":
			notes = append(notes, "pagu menurut RAPBD (rancangan)")
		case strings.HasSuffix(remark, " s"):
			// The letter marks what the source does not say in these words.
			notes = append(notes, strings.TrimSuffix(remark, " s")+" belum dipastikan dari sumber")
		default:
			notes = append(notes, remark)
		}
	}
	p.Note = strings.Join(notes, "; ")
}

// fundingIn finds the source of money that the words of an activity name.
func fundingIn(activity string) string {
	switch {
	case strings.Contains(activity, "dana insentif daerah"):
		return "Dana insentif daerah"
	case regexp.MustCompile(`\bAPBN\b`).MatchString(activity):
		return "APBN"
	case regexp.MustCompile(`\bAPBD\b`).MatchString(activity):
		return "APBD"
	}
	return ""
}
