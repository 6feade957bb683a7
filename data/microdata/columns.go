package microdata

import (
	"slices"
	"strings"
)

// Role is what a column is used for.
type Role int

// The roles.
const (
	// RoleValue is expenditure (or income) per person and month, in rupiah.
	RoleValue Role = iota
	// RoleSize is the number of household members.
	RoleSize
	// RoleWeight is the weight of the household.
	RoleWeight
	// RolePersonWeight is the weight of all its members, weight x size.
	RolePersonWeight
	// RoleStrata is the stratum.
	RoleStrata
	// RolePSU is the primary sampling unit, numbered within its stratum.
	RolePSU
	// RoleFPC is the finite population correction.
	RoleFPC
	// RoleRegency is the regency or city.
	RoleRegency
	// RoleProvince is the province.
	RoleProvince
	// RoleDistrict is the district (kecamatan).
	RoleDistrict
	// RoleUrban tells towns from villages.
	RoleUrban
	// RoleGroup is any other column to group by.
	RoleGroup
	// RolePopulationShare is the share of a group in the people.
	RolePopulationShare
	// RoleWelfareShare is its share in expenditure or income.
	RoleWelfareShare
)

// ID returns the name of the role as flags and errors use it.
func (r Role) ID() string {
	return [...]string{
		"value", "hhsize", "weight", "weight", "strata", "psu", "fpc",
		"regency", "province", "district", "urban", "group", "population_share", "welfare_share",
	}[r]
}

// UsualNames returns the names under which a role's column is looked for, in
// the order of preference; nil for RoleFPC and RoleGroup, which must be named.
func UsualNames(r Role) []string {
	switch r {
	case RoleValue:
		return []string{
			"kapita", "perkapita", "per_kapita", "pengeluaran_perkapita", "pengeluaran_per_kapita", "pengeluaran_kapita",
			"percapita", "per_capita_expenditure", "percapita_expenditure", "expenditure_percapita", "expcap", "pcexp", "pce",
			"expenditure", "pengeluaran", "konsumsi_perkapita", "konsumsi", "consumption",
		}
	case RoleSize:
		return []string{
			"hhsize", "hh_size", "household_size", "r301", "jumlah_art", "jml_art", "banyak_art", "n_art", "jart", "art",
			"jumlah_anggota_rumah_tangga", "jumlah_anggota_ruta", "jumlah_anggota", "jml_anggota", "members", "size",
		}
	case RoleWeight:
		return []string{
			"weight", "wert", "fwt", "hhweight", "household_weight", "penimbang_rumah_tangga", "penimbang_ruta", "penimbang_rt",
			"penimbang", "bobot", "timbangan", "final_weight", "pweight", "weights", "wgt", "wt",
		}
	case RolePersonWeight:
		return []string{"weind", "penimbang_individu", "penimbang_art", "person_weight", "individual_weight", "popweight"}
	case RoleStrata:
		return []string{"strata", "stratum", "kode_strata", "strata_id"}
	case RolePSU:
		return []string{"psu", "nks", "cluster", "klaster", "blok_sensus", "id_bs", "no_bs", "primary_sampling_unit", "kode_psu"}
	case RoleRegency:
		return []string{
			"regency", "kabkota", "kab_kota", "kabupaten_kota", "kode_kabkota", "kode_kab", "kode_kabupaten", "kdkab",
			"regency_code", "kabupaten", "kab", "r101+r102",
		}
	case RoleProvince:
		return []string{"province", "provinsi", "prov", "kode_prov", "kode_provinsi", "kdprov", "province_code", "r101"}
	case RoleDistrict:
		return []string{"district", "kecamatan", "kec", "kode_kec", "kode_kecamatan", "kdkec", "r103"}
	case RoleUrban:
		return []string{"urban", "r105", "tipe_daerah", "klasifikasi", "klasifikasi_desa", "perkotaan", "kota_desa", "urban_rural", "daerah"}
	case RolePopulationShare:
		return []string{"population_share", "pop_share", "pangsa_penduduk", "share_penduduk", "proporsi_penduduk", "penduduk", "population", "p"}
	case RoleWelfareShare:
		return []string{
			"welfare_share", "expenditure_share", "consumption_share", "income_share", "pangsa_pengeluaran", "share_pengeluaran",
			"proporsi_pengeluaran", "pangsa_pendapatan", "pengeluaran", "welfare", "l",
		}
	default:
		return nil
	}
}

// None as the name of a column says that the file has no such column and
// needs none: no strata, every household its own PSU, every weight or size 1.
const None = "-"

// Columns names the columns to use; an empty name means the usual names.
type Columns struct {
	Value, HHSize, Weight string
	// Strata and PSU must be there, or be None.
	Strata, PSU string
	// FPC is used only where it is named: the number of PSUs in the stratum's
	// population, or the fraction drawn.
	FPC string
	// By names the columns to group by; LineBy the one by which poverty lines
	// differ. Either may be one of the usual names of a group.
	By     []string
	LineBy string
}

// source is where a factor comes from: one column, or two that are joined.
type source struct {
	cols []int
	name string
	// region says that the second part is the two-digit number of a regency
	// within its province: 62 and 1 make 6201.
	region bool
}

// layout is which columns of the file have which role; -1 for none.
type layout struct {
	value, size, weight, fpc int
	personWeight             bool
	strata, psu              source // no cols for none
	by                       []source
	lineBy                   source
}

// key is a name without case and anything but letters and digits.
func key(name string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'A' && r <= 'Z':
			return r + 'a' - 'A'
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9', r >= 0x80:
			return r
		}
		return -1
	}, name)
}

// finder looks columns up in the header of one file.
type finder struct {
	file   string
	header []string
	keys   []string
}

func newFinder(file string, header []string) finder {
	f := finder{file: file, header: header, keys: make([]string, len(header))}
	for i, h := range header {
		f.keys[i] = key(h)
	}
	return f
}

func (f finder) fail(role Role, wanted string, twice bool) error {
	e := &ColumnError{Name: f.file, Role: role, Wanted: wanted, Twice: twice}
	for _, h := range f.header {
		e.Header = append(e.Header, clean(h, 40))
	}
	return e
}

// exact returns the column of that name, or -1. A name written exactly as in
// the header goes before one that differs in case or punctuation.
func (f finder) exact(role Role, name string) (int, error) {
	k := key(name)
	same, alike, nSame, nAlike := -1, -1, 0, 0
	for i := range f.header {
		if f.header[i] == name {
			same, nSame = i, nSame+1
		}
		if f.keys[i] == k && k != "" {
			alike, nAlike = i, nAlike+1
		}
	}
	switch {
	case nSame == 1:
		return same, nil
	case nSame > 1 || nAlike > 1:
		return -1, f.fail(role, name, true)
	}
	return alike, nil
}

// usual returns the column of one of the role's usual names, or -1.
func (f finder) usual(role Role) (int, error) {
	for _, name := range UsualNames(role) {
		if i, err := f.exact(role, name); i >= 0 || err != nil {
			return i, err
		}
	}
	return -1, nil
}

// number returns the column of a numeric role: the named one, a usual one, or
// -1 for None.
func (f finder) number(role Role, name string) (int, error) {
	if name == None {
		return -1, nil
	}
	var (
		i   int
		err error
	)
	if name != "" {
		i, err = f.exact(role, name)
	} else {
		i, err = f.usual(role)
	}
	if err == nil && i < 0 {
		err = f.fail(role, name, false)
	}
	return i, err
}

// factor returns the source of a label: a column, "a+b", or a usual name.
func (f finder) factor(role Role, name string) (source, error) {
	if name == None {
		return source{}, nil
	}
	names := []string{name}
	if name == "" {
		names = UsualNames(role)
	} else if role == RoleGroup {
		names = append(names, groupNames(name)...)
	}
	for _, n := range names {
		s, err := f.join(role, n)
		if err != nil || len(s.cols) > 0 {
			return s, err
		}
	}
	return source{}, f.fail(role, name, false)
}

// groupNames returns the usual names of the group that has name among them.
func groupNames(name string) []string {
	for _, role := range []Role{RoleRegency, RoleProvince, RoleDistrict, RoleUrban} {
		names := UsualNames(role)
		if slices.ContainsFunc(names, func(n string) bool { return key(n) == key(name) }) {
			return names
		}
	}
	return nil
}

func (f finder) join(role Role, name string) (source, error) {
	i, err := f.exact(role, name)
	if err != nil {
		return source{}, err
	}
	if i >= 0 {
		return source{cols: []int{i}, name: f.header[i]}, nil
	}
	a, b, ok := strings.Cut(name, "+")
	if !ok {
		return source{}, nil
	}
	i, err = f.exact(role, a)
	if err != nil || i < 0 {
		return source{}, err
	}
	j, err := f.exact(role, b)
	if err != nil || j < 0 {
		return source{}, err
	}
	return source{
		cols: []int{i, j}, name: f.header[i] + "+" + f.header[j],
		region: f.keys[i] == "r101" && f.keys[j] == "r102",
	}, nil
}

// resolve finds the column of every role.
func (f finder) resolve(c Columns) (layout, error) {
	var (
		l   layout
		err error
	)
	if l.value, err = f.number(RoleValue, c.Value); err != nil {
		return l, err
	}
	if l.value < 0 {
		return l, f.fail(RoleValue, None, false)
	}
	if l.size, err = f.number(RoleSize, c.HHSize); err != nil {
		return l, err
	}
	if err = f.weight(&l, c.Weight); err != nil {
		return l, err
	}
	l.fpc = -1
	if c.FPC != "" {
		if l.fpc, err = f.number(RoleFPC, c.FPC); err != nil {
			return l, err
		}
	}
	if l.strata, err = f.factor(RoleStrata, c.Strata); err != nil {
		return l, err
	}
	if l.psu, err = f.factor(RolePSU, c.PSU); err != nil {
		return l, err
	}
	for _, name := range c.By {
		s, err := f.factor(RoleGroup, name)
		if err != nil {
			return l, err
		}
		l.by = append(l.by, s)
	}
	if c.LineBy != "" {
		l.lineBy, err = f.factor(RoleGroup, c.LineBy)
	}
	return l, err
}

// weight finds the weight of the household, else that of its members. A column
// known as the latter is one also where the call names it as the weight: to
// multiply it by the size again would count everybody size times.
func (f finder) weight(l *layout, name string) error {
	var (
		i   int
		err error
	)
	if name == "" {
		if i, err = f.usual(RoleWeight); err == nil && i < 0 {
			i, err = f.usual(RolePersonWeight)
		}
		if err == nil && i < 0 {
			err = f.fail(RoleWeight, "", false)
		}
	} else {
		i, err = f.number(RoleWeight, name)
	}
	l.weight = i
	if err != nil || i < 0 {
		return err
	}
	l.personWeight = slices.ContainsFunc(UsualNames(RolePersonWeight), func(n string) bool { return key(n) == f.keys[l.weight] })
	return nil
}
