package bps

import (
	"slices"
	"strconv"
	"strings"

	"rakor/model"
)

// role is what a column of a file of records holds.
type role uint8

const (
	roleNone role = iota
	roleRegion
	roleProvince // the province's name, where a row is of a regency or of it
	roleCode
	roleProvinceCode
	roleIndicator // the words of a variable
	roleID        // the dataset's id of an indicator
	roleArea
	roleYear
	rolePeriod
	roleRound
	roleMonth
	roleValue
	roleUnit
)

// roles gives the roles of known columns, by layout.
func roles(layout Layout) map[string]role {
	switch layout {
	case LayoutDynamic:
		return map[string]role{
			"nama_variabel": roleIndicator, "nama_variabel_turunan": roleArea, "nama_tahun": roleYear, "nama_turunan_tahun": roleRound,
			"data_content": roleValue, "nama_item_vertical_variabel": roleRegion,
		}
	case LayoutPortal:
		return map[string]role{
			"kode_provinsi": roleProvinceCode, "nama_provinsi": roleProvince, "kode_kabupaten_kota": roleCode, "nama_kabupaten_kota": roleRegion,
			"bps_kode_provinsi": roleProvinceCode, "bps_nama_provinsi": roleProvince, "bps_kode_kabupaten_kota": roleCode,
			"bps_nama_kabupaten_kota": roleRegion, "satuan": roleUnit, "tahun": roleYear,
		}
	case LayoutOwn:
		return map[string]role{
			"region_code": roleCode, "region": roleCode, "indicator": roleID, "year": roleYear, "month": roleMonth, "period": rolePeriod,
			"value": roleValue, "unit": roleUnit,
		}
	default:
		return nil
	}
}

// recordLayout tells the layout of a file of records from its first line; ""
// where it is none.
func recordLayout(header []string) Layout {
	has := func(names ...string) bool {
		for _, n := range names {
			if !slices.Contains(header, n) {
				return false
			}
		}
		return true
	}
	switch {
	case has("data_content", "nama_item_vertical_variabel"):
		return LayoutDynamic
	case has("indicator", "region_code") || has("indicator", "region", "value"):
		return LayoutOwn
	case has("tahun") && (has("kode_provinsi") || has("kode_kabupaten_kota") || has("bps_kode_provinsi") || has("bps_kode_kabupaten_kota")):
		return LayoutPortal
	}
	return ""
}

// columnName writes the name of a column of records in small letters.
func columnName(s string) string {
	return strings.ReplaceAll(strings.ToLower(strings.TrimSpace(s)), " ", "_")
}

// readRecords reads a sheet with a row a figure; nil where it has none.
func readRecords(name string, s *sheet) (*Table, error) {
	if len(s.lines) == 0 {
		return nil, nil //nolint:nilnil // no table is an answer
	}
	header := make([]string, len(s.lines[0].cells))
	for i, c := range s.lines[0].cells {
		header[i] = columnName(c.text)
	}
	layout := recordLayout(header)
	if layout == "" {
		return nil, nil //nolint:nilnil // no table is an answer
	}
	r := &recordReader{t: &Table{Name: name, Layout: layout}, s: s, at: map[role]int{}}
	for i, h := range header {
		if ro := roles(layout)[h]; ro != roleNone {
			if _, twice := r.at[ro]; !twice {
				r.at[ro] = i
			}
		}
	}
	if layout == LayoutPortal {
		r.portalValue(header)
	}
	if layout == LayoutOwn {
		r.t.Notation = NotationPoint
	}
	if _, ok := r.at[roleValue]; !ok {
		return nil, &FileError{Name: name, Fault: MissingColumn, Detail: "no column with the figures"}
	}
	for _, l := range s.lines[1:] {
		r.row(l)
	}
	r.t.finish(r.raws)
	return r.t, nil
}

type recordReader struct {
	t    *Table
	s    *sheet
	at   map[role]int
	raws []raw
}

// portalValue finds the column of the figures: the one before the unit, or the
// only one that is not known.
func (r *recordReader) portalValue(header []string) {
	known := roles(LayoutPortal)
	value := -1
	for i, h := range header {
		if known[h] == roleNone && h != "id" && h != "" {
			value = i
			if i+1 < len(header) && header[i+1] == "satuan" {
				break
			}
		}
	}
	if value >= 0 {
		r.at[roleValue] = value
		r.t.Title = strings.ReplaceAll(header[value], "_", " ")
	}
}

func (r *recordReader) text(l line, ro role) string {
	col, ok := r.at[ro]
	if !ok {
		return ""
	}
	return l.at(col).text
}

func (r *recordReader) row(l line) {
	value := r.at[roleValue]
	f := Figure{
		Region: r.text(l, roleRegion), Code: strings.TrimSuffix(r.text(l, roleCode), ".0"), Indicator: r.text(l, roleIndicator),
		ID: model.IndicatorID(r.text(l, roleID)), Unit: r.text(l, roleUnit), Cell: r.s.cellName(l.row, value),
	}
	if f.Region == "" && f.Code == "" {
		f.Region, f.Code = r.text(l, roleProvince), strings.TrimSuffix(r.text(l, roleProvinceCode), ".0")
	}
	if f.Indicator == "" {
		f.Indicator = r.t.Title
	} else if r.t.Title == "" {
		r.t.Title = f.Indicator
	}
	if a := r.text(l, roleArea); a != "" {
		area, ok := areaOf(fold(a))
		if !ok {
			area = Area(a)
		}
		f.Area = area
	}
	f.Year = yearIn(r.text(l, roleYear))
	if p, err := model.ParsePeriod(r.text(l, rolePeriod)); err == nil && !p.IsZero() {
		f.Year, f.Month, f.Round = p.Year, p.Month, RoundExact
	}
	if s := r.text(l, roleRound); s != "" {
		if m, round, ok := roundOf(fold(s)); ok {
			f.Month, f.Round = m, round
		}
	}
	if r.t.Layout == LayoutOwn && f.Round == RoundUnknown {
		f.Round = RoundExact
		if n, err := strconv.Atoi(strings.TrimSuffix(r.text(l, roleMonth), ".0")); err == nil && n >= 0 && n <= 12 {
			f.Month = int8(n)
		}
	}
	f.Forecast = isForecast(fold(f.Indicator))
	r.raws = append(r.raws, raw{f: f, c: l.at(value)})
}

// yearIn reads a cell of a column of years.
func yearIn(s string) model.Year {
	y, _ := yearOf(strings.TrimSuffix(strings.TrimSpace(s), ".0"))
	return y
}
