package model

import (
	"errors"
	"fmt"
	"strings"
)

// ProgrammeCode is the official code of a programme, activity or sub activity,
// by its levels. The parts that a code does not reach are empty.
type ProgrammeCode struct {
	Affair   string // urusan: "1", or "X" in codes that every office shares
	Field    string // bidang urusan: "06", or "XX"
	Program  string // "05"
	Tier     string // level: "2" of regencies and cities
	Activity string // kegiatan: "02"
	Sub      string // sub kegiatan: "0006", as many digits as it was written with
}

// ErrProgrammeCode is returned for a code of the wrong form.
var ErrProgrammeCode = errors.New("malformed code of a programme")

// ParseProgrammeCode reads urusan.bidang.program[.level.kegiatan[.sub]]:
// "1.06.05", "1.06.05.2.02" or "1.06.05.2.02.0006". A spreadsheet drops leading
// zeros, so "1.6.5" is read as "1.06.05". It does not tell whether such a code
// exists: see [Nomenclature]. Error: [ErrProgrammeCode].
func ParseProgrammeCode(s string) (ProgrammeCode, error) {
	parts := strings.Split(strings.TrimSpace(s), ".")
	ok := len(parts) == 3 || len(parts) == 5 || len(parts) == 6
	widths := [...]int{1, 2, 2, 1, 2, 4}
	for i := 0; ok && i < len(parts); i++ {
		shared := i == 0 && strings.EqualFold(parts[i], "X") || i == 1 && strings.EqualFold(parts[i], "XX")
		ok = shared || parts[i] != "" && len(parts[i]) <= widths[i] && digits(parts[i])
	}
	if !ok {
		return ProgrammeCode{}, fmt.Errorf("model: %w: %q (want urusan.bidang.program[.level.kegiatan[.sub]], such as 1.06.05)", ErrProgrammeCode, s)
	}
	two := func(i int) string {
		if len(parts[i]) == 1 {
			return "0" + parts[i]
		}
		return strings.ToUpper(parts[i])
	}
	c := ProgrammeCode{Affair: strings.ToUpper(parts[0]), Field: two(1), Program: two(2)}
	if len(parts) > 3 {
		c.Tier, c.Activity = parts[3], two(4)
	}
	if len(parts) > 5 {
		c.Sub = parts[5]
	}
	return c, nil
}

// String gives the code in its usual spelling.
func (c ProgrammeCode) String() string {
	s := c.Affair + "." + c.Field + "." + c.Program
	if c.Activity != "" {
		s += "." + c.Tier + "." + c.Activity
	}
	if c.Sub != "" {
		s += "." + c.Sub
	}
	return s
}

// Depth tells how far a code goes.
func (c ProgrammeCode) Depth() CodeDepth {
	switch {
	case c.Sub != "":
		return DepthSub
	case c.Activity != "":
		return DepthActivity
	case c.Program != "":
		return DepthProgram
	}
	return DepthNone
}

// Up gives the code one level up, the zero code above a programme.
func (c ProgrammeCode) Up() ProgrammeCode {
	switch c.Depth() {
	case DepthSub:
		c.Sub = ""
	case DepthActivity:
		c.Tier, c.Activity = "", ""
	default:
		return ProgrammeCode{}
	}
	return c
}

// CodeDepth is how far a code goes.
type CodeDepth uint8

// The depths.
const (
	DepthNone CodeDepth = iota
	DepthProgram
	DepthActivity
	DepthSub
)

// NomenclatureItem is one line of the official list of codes.
type NomenclatureItem struct {
	Code   string   `json:"code"`
	Name   string   `json:"name,omitempty"` // "" where only the code was seen
	Source SourceID `json:"source"`
}

// Nomenclature is a list of official codes: immutable, safe for concurrent
// readers. It is never complete: what is not in it may well exist.
type Nomenclature struct {
	items []NomenclatureItem
	index map[string]int
}

// NewNomenclature indexes items; a later line replaces an earlier one of the
// same code. The slice is not changed. Codes of the wrong form are kept as they
// are, and found as they are.
func NewNomenclature(items []NomenclatureItem) *Nomenclature {
	n := &Nomenclature{index: make(map[string]int, len(items))}
	for _, it := range items {
		if c, err := ParseProgrammeCode(it.Code); err == nil {
			it.Code = c.String()
		}
		if i, ok := n.index[it.Code]; ok {
			n.items[i] = it
			continue
		}
		n.index[it.Code] = len(n.items)
		n.items = append(n.items, it)
	}
	return n
}

// Items gives every line. The slice is shared: do not change it.
func (n *Nomenclature) Items() []NomenclatureItem { return n.items }

// Find gives the line of a code, in any spelling that [ParseProgrammeCode]
// reads. A nil Nomenclature is empty.
func (n *Nomenclature) Find(code string) (NomenclatureItem, bool) {
	if n == nil {
		return NomenclatureItem{}, false
	}
	if c, err := ParseProgrammeCode(code); err == nil {
		code = c.String()
	}
	i, ok := n.index[code]
	if !ok {
		return NomenclatureItem{}, false
	}
	return n.items[i], true
}

// Nearest gives the deepest line above a code that the list has: that of its
// activity or programme. ok is false where it has neither.
func (n *Nomenclature) Nearest(code string) (NomenclatureItem, bool) {
	c, err := ParseProgrammeCode(code)
	for err == nil && c.Depth() > DepthProgram {
		c = c.Up()
		if it, ok := n.Find(c.String()); ok {
			return it, true
		}
	}
	return NomenclatureItem{}, false
}
