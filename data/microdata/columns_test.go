package microdata_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rakor/data/microdata"
)

func TestColumnsAreFound(t *testing.T) {
	cases := []struct {
		name           string
		header, row    string
		columns        microdata.Columns
		value          string // name of the value column
		size, weight   float64
		personWeight   bool
		strata, psu    []string
		groups, lineBy []string // labels of the row
	}{
		{
			name: "English", header: "strata,psu,hhsize,weight,expenditure", row: "a,b,4,10,5",
			value: "expenditure", size: 4, weight: 10, strata: []string{"a"}, psu: []string{"b"},
		},
		{
			name: "Indonesian", header: "Kode Strata;Blok-Sensus;Jumlah ART;Penimbang;Pengeluaran per Kapita", row: "a;b;4;10;5",
			value: "Pengeluaran per Kapita", size: 4, weight: 10, strata: []string{"a"}, psu: []string{"b"},
		},
		{
			name: "Susenas", header: "R101,R102,R105,STRATA,PSU,R301,WERT,WEIND,EXPEND,KAPITA", row: "62,1,2,a,b,4,10,40,999,5",
			columns: microdata.Columns{By: []string{"regency", "province"}, LineBy: "urban"},
			value:   "KAPITA", size: 4, weight: 10, strata: []string{"a"}, psu: []string{"b"}, groups: []string{"6201", "62"}, lineBy: []string{"2"},
		},
		{
			name: "the weight of the persons alone", header: "strata,psu,r301,weind,kapita", row: "a,b,4,40,5",
			value: "kapita", size: 4, weight: 10, personWeight: true, strata: []string{"a"}, psu: []string{"b"},
		},
		{
			name: "the weight of the persons by name", header: "strata,psu,r301,weind,wert,kapita", row: "a,b,4,40,10,5",
			columns: microdata.Columns{Weight: "weind"},
			value:   "kapita", size: 4, weight: 10, personWeight: true, strata: []string{"a"}, psu: []string{"b"},
		},
		{
			name: "named", header: "x1,x2,x3,x4,x5,x6", row: "4,10,5,a,b,c",
			columns: microdata.Columns{HHSize: "x1", Weight: "x2", Value: "x3", Strata: "x4", PSU: "x5", By: []string{"x6", "x4"}},
			value:   "x3", size: 4, weight: 10, strata: []string{"a"}, psu: []string{"b"}, groups: []string{"c", "a"},
		},
		{
			name: "no design", header: "kapita,other", row: "5,1",
			columns: microdata.Columns{HHSize: "-", Weight: "-", Strata: "-", PSU: "-"},
			value:   "kapita", size: 1, weight: 1,
		},
		{
			name: "joined", header: "kab,nks,strata,hhsize,weight,kapita", row: "62-71,5,a,4,10,5",
			columns: microdata.Columns{PSU: "kab+nks", By: []string{"hhsize", "kab+strata"}},
			value:   "kapita", size: 4, weight: 10, strata: []string{"a"}, psu: []string{"62-71-5"}, groups: []string{"4", "62-71-a"},
		},
		{
			name: "exact spelling goes first", header: "Strata,PSU,HHSIZE,hhsize,weight,kapita", row: "a,b,9,4,10,5",
			value: "kapita", size: 4, weight: 10, strata: []string{"a"}, psu: []string{"b"},
		},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got, err := readText([]string{c.header, c.row}, microdata.Options{Columns: c.columns})
			if err != nil {
				t.Fatal(err)
			}
			if got.ValueName != c.value || got.Value[0] != 5 || got.HHSize[0] != c.size || got.Weight[0] != c.weight || got.PersonWeight != c.personWeight {
				t.Errorf("value %s %v, size %v, weight %v, of persons %v", got.ValueName, got.Value, got.HHSize, got.Weight, got.PersonWeight)
			}
			if !slices.Equal(got.Strata.Levels, c.strata) || !slices.Equal(got.PSU.Levels, c.psu) {
				t.Errorf("strata %q, psu %q", got.Strata.Levels, got.PSU.Levels)
			}
			var groups, lineBy []string
			for _, g := range got.Groups {
				groups = append(groups, g.Levels[g.Codes[0]])
			}
			if got.LineBy != nil {
				lineBy = got.LineBy.Levels
			}
			if d := cmp.Diff(c.groups, groups) + cmp.Diff(c.lineBy, lineBy); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestColumnErrors(t *testing.T) {
	full := "strata,psu,hhsize,weight,expenditure"
	cases := []struct {
		name, header string
		columns      microdata.Columns
		role         microdata.Role
		wanted       string
		twice        bool
		sentence     string
	}{
		{"no value", "strata,psu,hhsize,weight", microdata.Columns{}, microdata.RoleValue, "", false, "usual names: kapita"},
		{"no weight", "strata,psu,hhsize,expenditure", microdata.Columns{}, microdata.RoleWeight, "", false, "no column for weight"},
		{"no strata", "psu,hhsize,weight,expenditure", microdata.Columns{}, microdata.RoleStrata, "", false, "no column for strata"},
		{"no psu", "strata,hhsize,weight,expenditure", microdata.Columns{}, microdata.RolePSU, "", false, "no column for psu"},
		{"named and absent", full, microdata.Columns{Value: "income"}, microdata.RoleValue, "income", false, `no column "income" for value`},
		{"fpc absent", full, microdata.Columns{FPC: "nh"}, microdata.RoleFPC, "nh", false, `no column "nh" for fpc`},
		{"group absent", full, microdata.Columns{By: []string{"regency"}}, microdata.RoleGroup, "regency", false, `no column "regency" for group`},
		{"half of a joined group", full, microdata.Columns{By: []string{"strata+kab"}}, microdata.RoleGroup, "strata+kab", false, "no column"},
		{"twice", full + ",weight", microdata.Columns{}, microdata.RoleWeight, "weight", true, `two columns named "weight"`},
		{"twice by another spelling", "Strata,STRATA,psu,hhsize,weight,expenditure", microdata.Columns{}, microdata.RoleStrata, "strata", true, "two columns"},
		{"no value wanted", full, microdata.Columns{Value: "-"}, microdata.RoleValue, "-", false, "no column"},
		{"many columns", full[7:] + strings.Repeat(",x", 30), microdata.Columns{}, microdata.RoleStrata, "", false, "and 14 more"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, err := readText([]string{c.header, strings.Repeat("1,", strings.Count(c.header, ",")) + "1"}, microdata.Options{Columns: c.columns, Name: "f.csv"})
			var column *microdata.ColumnError
			if !errors.As(err, &column) {
				t.Fatalf("error %v", err)
			}
			if column.Role != c.role || column.Wanted != c.wanted || column.Twice != c.twice || len(column.Header) != strings.Count(c.header, ",")+1 {
				t.Errorf("%+v", column)
			}
			if !strings.Contains(err.Error(), c.sentence) || !strings.HasPrefix(err.Error(), "f.csv: ") {
				t.Errorf("sentence %q", err)
			}
		})
	}
}

func TestPersonalData(t *testing.T) {
	design := "strata,psu,hhsize,weight,expenditure"
	many := func(cell ...string) []string {
		var rows []string
		for i := range 60 {
			rows = append(rows, "1,1,3,10,500000,"+cell[i%len(cell)])
		}
		return rows
	}
	nik := func(kind microdata.PersonalKind, name string, content bool) []microdata.PersonalColumn {
		return []microdata.PersonalColumn{{Name: name, Kind: kind, ByContent: content}}
	}
	names := []string{"Siti Aminah", "Ahmad Fauzi", "Budi Santoso", "Lambang", "Dewi", "Tuah Bangas", "Sri Wahyuni", "Yansen"}
	distinct := func(list []string) []string {
		var out []string
		for i := range 60 {
			out = append(out, list[i%len(list)]+" "+strings.Repeat("a", i))
		}
		return out
	}
	cases := []struct {
		name, column string
		rows         []string
		want         []microdata.PersonalColumn
	}{
		{"nik by header", "NIK", many("1"), nik(microdata.IdentityNumber, "NIK", false)},
		{"no kk by header", "No. KK", many("1"), nik(microdata.IdentityNumber, "No. KK", false)},
		{"name by header", "nama_krt", many("1"), nik(microdata.PersonName, "nama_krt", false)},
		{"camel case", "namaKepalaKeluarga", many("1"), nik(microdata.PersonName, "namaKepalaKeluarga", false)},
		{"English name", "Full Name", many("1"), nik(microdata.PersonName, "Full Name", false)},
		{"address by header", "Alamat", many("1"), nik(microdata.Address, "Alamat", false)},
		{"nik by content", "id", many("6271031708850001", "6271035708850002"), nik(microdata.IdentityNumber, "id", true)},
		{"one nik in the last row", "catatan", append(many("-"), "1,1,3,10,500000,'6271031708850001"), nik(microdata.IdentityNumber, "catatan", true)},
		{"nik in quotes", "id", many(`"6271 0317 0885 0001"`), nik(microdata.IdentityNumber, "id", true)},
		{"nik in a sentence", "catatan", many("lihat 6271031708850001 ya"), nik(microdata.IdentityNumber, "catatan", true)},
		{"names by content", "v1", many(distinct(names)...), nik(microdata.PersonName, "v1", true)},
		{"addresses by content", "v1", many("Jl. Tjilik Riwut Km 5", "Jalan G. Obos XII No 3", "Gg. Manggis RT 2"), nik(microdata.Address, "v1", true)},
		{"nik as header", "6271031708850001", many("1"), nik(microdata.IdentityNumber, "column 6", true)},

		{"a region's name", "nama_kabupaten", many("Kota Palangka Raya", "Kapuas"), nil},
		{"household numbers of 16 digits", "idrt", many("6271010001120001", "6271010001990002", "6271010001000003", "6271010001880004"), nil},
		{"technique is no nik", "teknik", many("a", "b"), nil},
		{"region names by content", "v1", many("Sri Bawono", "Kapuas", "Katingan", "Seruyan", "Lamandau", "Sukamara"), nil},
		{"long figures", "v1", many("1234567.1234567890", "12345678.12345678"), nil},
		{"blok sensus", "v1", many("Blok 001B", "Blok 002B"), nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got, err := readText(append([]string{design + "," + c.column}, c.rows...), microdata.WithChunk(microdata.Options{SkipBad: true}, 700))
			var personal *microdata.PersonalDataError
			if c.want == nil {
				if err != nil {
					t.Fatal(err)
				}
				return
			}
			if !errors.As(err, &personal) || got != nil {
				t.Fatalf("error %v", err)
			}
			if d := cmp.Diff(c.want, personal.Columns); d != "" {
				t.Error(d)
			}
			if strings.Contains(err.Error(), "627103") {
				t.Errorf("the error repeats the number: %q", err)
			}
		})
	}
}

// An identity number in a column that is used, and in a row that is refused.
func TestPersonalDataInUsedColumns(t *testing.T) {
	rows := []string{"strata,psu,hhsize,weight,expenditure"}
	for range 30 {
		rows = append(rows, "1,6271031708850001,3,10,500000")
	}
	_, err := readText(rows, microdata.Options{})
	var personal *microdata.PersonalDataError
	if !errors.As(err, &personal) || personal.Columns[0].Name != "psu" {
		t.Errorf("used column: %v", err)
	}
	_, err = readText([]string{rows[0], "1,1,3,6271031708850001,x"}, microdata.Options{})
	if !errors.As(err, &personal) || personal.Columns[0].Name != "weight" {
		t.Errorf("refused row: %v", err)
	}
}
