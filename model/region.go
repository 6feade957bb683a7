package model

import (
	"errors"
	"fmt"
	"strings"
)

// RegionCode is the identity of a region (wilayah) in the dataset: the BPS
// code of four digits, leading zeros kept ("0000" Indonesia, "6200" the
// province, "6271" the city). For districts (kecamatan) and villages
// (kelurahan), for which no BPS code was found, it is the dotted code of
// Kemendagri ("62.71.01"), so that it can never be taken for a BPS code.
type RegionCode string

// KemendagriCode is the code that the Ministry of Home Affairs gives a region
// ("62", "62.71", "62.71.01", "62.71.01.1001"). It is a type of its own since
// the two offices number eight regencies of Central Kalimantan differently:
// 6206 is Sukamara for BPS, 62.06 is Katingan for Kemendagri.
type KemendagriCode string

// Nation is the code of Indonesia.
const Nation RegionCode = "0000"

// Level is the tier of a region.
type Level uint8

// The tiers, from the nation down. The zero value is no tier.
const (
	LevelNone Level = iota
	LevelNation
	LevelProvince
	LevelRegency  // kabupaten
	LevelCity     // kota
	LevelDistrict // kecamatan
	LevelVillage  // kelurahan or desa
)

// levelNames gives the names used in files, by Level.
func levelNames() [7]string {
	return [...]string{"", "nation", "province", "regency", "city", "district", "village"}
}

// String gives the name used in files and JSON ("city"); it is not text for
// people.
func (l Level) String() string {
	if names := levelNames(); int(l) < len(names) {
		return names[l]
	}
	return ""
}

// ParseLevel reads a name as [Level.String] writes it.
func ParseLevel(s string) (Level, error) {
	for i, name := range levelNames() {
		if i > 0 && name == s {
			return Level(i), nil
		}
	}
	return LevelNone, fmt.Errorf("model: unknown level %q", s)
}

// MarshalText writes the name of the level.
func (l Level) MarshalText() ([]byte, error) { return []byte(l.String()), nil }

// UnmarshalText reads the name of a level.
func (l *Level) UnmarshalText(b []byte) error {
	v, err := ParseLevel(string(b))
	if err == nil {
		*l = v
	}
	return err
}

// IsLocal tells whether l is a regency or a city: the tier at which BPS
// publishes poverty and at which regions are ranked.
func (l Level) IsLocal() bool { return l == LevelRegency || l == LevelCity }

// Region is one administrative area.
type Region struct {
	Code       RegionCode     `json:"code"`
	Kemendagri KemendagriCode `json:"kemendagri,omitempty"`
	Level      Level          `json:"level"`
	Name       string         `json:"name"`
	Parent     RegionCode     `json:"parent,omitempty"`
}

// ErrCode is returned for a region code of the wrong form.
var ErrCode = errors.New("malformed region code")

// ParseRegionCode reads a code of the dataset's own identity: four digits of
// BPS, or a dotted Kemendagri code of a district or village. It does not tell
// whether such a region exists. Error: [ErrCode].
func ParseRegionCode(s string) (RegionCode, error) {
	if len(s) == 4 && digits(s) {
		return RegionCode(s), nil
	}
	if n := strings.Count(s, "."); n == 2 || n == 3 {
		if _, err := ParseKemendagriCode(s); err == nil {
			return RegionCode(s), nil
		}
	}
	return "", fmt.Errorf("model: %w: %q (want four digits of BPS, such as 6271)", ErrCode, s)
}

// ParseKemendagriCode reads a dotted code: two digits, then groups of two,
// two and four digits. Error: [ErrCode].
func ParseKemendagriCode(s string) (KemendagriCode, error) {
	widths := [...]int{2, 2, 2, 4}
	parts := strings.Split(s, ".")
	ok := len(parts) <= len(widths)
	for i := 0; ok && i < len(parts); i++ {
		ok = len(parts[i]) == widths[i] && digits(parts[i])
	}
	if !ok {
		return "", fmt.Errorf("model: %w: %q (want a code such as 62.71)", ErrCode, s)
	}
	return KemendagriCode(s), nil
}

func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}
