package microdata

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"
)

// ErrSpec says that a Spec cannot be generated.
var ErrSpec = errors.New("impossible specification")

// Spec describes a made-up household file. The zero value of a field takes the
// default in brackets.
type Spec struct {
	Households int // [345,000]
	PSUs       int // [a tenth of the households]
	Regencies  int // [514], each with a town and a village stratum where its PSUs allow
	Seed       uint64
	Separator  byte // [comma]
	// DecimalComma writes 1234,56; with a comma as separator such numbers stand in quotes.
	DecimalComma bool
	Quote        bool // every field in quotes
	CRLF, BOM    bool
}

// withDefaults fills in what is not said.
func (s Spec) withDefaults() (Spec, error) {
	if s.Households == 0 {
		s.Households = 345_000
	}
	if s.Regencies == 0 {
		s.Regencies = min(514, s.Households)
	}
	if s.PSUs == 0 {
		s.PSUs = max(s.Households/10, s.Regencies)
	}
	if s.Separator == 0 {
		s.Separator = ','
	}
	if s.Regencies < 1 || s.PSUs < s.Regencies || s.Households < s.PSUs || s.Regencies > 38*99 {
		return s, fmt.Errorf("microdata: %w: %d households, %d PSUs, %d regencies", ErrSpec, s.Households, s.PSUs, s.Regencies)
	}
	return s, nil
}

// Generate writes a made-up household file shaped like a Susenas extract, with
// the columns
//
//	province, regency, strata, psu, urban, hhsize, weight, expenditure
//
// Expenditure is lognormal with effects of regency, town and PSU; weights differ
// by stratum and household; the PSU numbers begin anew in every stratum. The
// bytes depend on spec alone (and, in a last digit here and there, on how the
// processor rounds). The people in it do not exist.
//
// Errors: ErrSpec, and those of w.
func Generate(w io.Writer, spec Spec) error {
	s, err := spec.withDefaults()
	if err != nil {
		return err
	}
	g := &generator{Spec: s, out: bufio.NewWriterSize(w, 1<<20), state: s.Seed}
	g.header()
	for r := range s.Regencies {
		g.regency(r)
	}
	if g.err != nil {
		return g.err
	}
	return g.out.Flush()
}

// generator is the state of Generate.
type generator struct {
	Spec
	out   *bufio.Writer
	state uint64
	row   []byte
	err   error
}

func (g *generator) header() {
	if g.BOM {
		g.row = append(g.row, "\ufeff"...)
	}
	for _, name := range [...]string{"province", "regency", "strata", "psu", "urban", "hhsize", "weight", "expenditure"} {
		g.text(name)
	}
	g.endRow()
}

// share returns the i-th of n nearly equal shares of total, as a range.
func share(total, n, i int) (from, to int) {
	return int(int64(total) * int64(i) / int64(n)), int(int64(total) * int64(i+1) / int64(n))
}

func (g *generator) regency(r int) {
	from, to := share(g.PSUs, g.Regencies, r)
	province := 11 + 2*(r*38/g.Regencies) // two digits, made up
	first := (r*38/g.Regencies*g.Regencies + 37) / 38
	code := province*100 + 1 + r - first
	effect := 0.25 * g.normal()
	towns := (to - from) * (2 + r%5) / 10
	number := 0
	for psu := from; psu < to; psu++ {
		urban := 0
		if psu-from < towns {
			urban = 1
		}
		if psu-from == towns {
			number = 0
		}
		number++
		g.cluster(psu, province, code, urban, number, effect)
	}
}

func (g *generator) cluster(psu, province, regency, urban, number int, effect float64) {
	from, to := share(g.Households, g.PSUs, psu)
	effect += 0.22*float64(urban) + 0.2*g.normal()
	base := 30 + 250*float64(regency%7)/7
	for range to - from {
		size := 1 + min(9, int(-2.6*math.Log1p(-g.uniform())+1.2))
		weight := base * (0.5 + g.uniform())
		value := math.Exp(13.75 + effect + 0.45*g.normal() - 0.05*float64(size-4))
		g.integer(province)
		g.integer(regency)
		g.integer(regency*10 + urban)
		g.integer(number)
		g.integer(urban)
		g.integer(size)
		g.decimal(int64(weight*1000), 3)
		g.decimal(int64(value*100), 2)
		g.endRow()
	}
}

// uniform returns a number from 0 to 1, 1 excluded, by SplitMix64 (Steele, Lea
// and Flood 2014): a generator of ours does not change with the library.
func (g *generator) uniform() float64 {
	g.state += 0x9e3779b97f4a7c15
	z := g.state
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return float64((z^z>>31)>>11) / (1 << 53)
}

// normal returns a standard normal number: the sum of twelve uniform ones less six.
func (g *generator) normal() float64 {
	sum := -6.0
	for range 12 {
		sum += g.uniform()
	}
	return sum
}

func (g *generator) begin() {
	if len(g.row) > 0 && !(g.BOM && len(g.row) == 3) {
		g.row = append(g.row, g.Separator)
	}
}

func (g *generator) text(s string) {
	g.begin()
	if g.Quote {
		g.row = append(g.row, '"')
	}
	g.row = append(g.row, s...)
	if g.Quote {
		g.row = append(g.row, '"')
	}
}

func (g *generator) integer(n int) {
	g.begin()
	if g.Quote {
		g.row = append(g.row, '"')
	}
	g.row = strconv.AppendInt(g.row, int64(n), 10)
	if g.Quote {
		g.row = append(g.row, '"')
	}
}

// decimal writes n / 10^digits.
func (g *generator) decimal(n int64, digits int) {
	g.begin()
	mark, quote := byte('.'), g.Quote
	if g.DecimalComma {
		mark = ','
		quote = quote || g.Separator == ','
	}
	if quote {
		g.row = append(g.row, '"')
	}
	unit := int64(1)
	for range digits {
		unit *= 10
	}
	g.row = strconv.AppendInt(g.row, n/unit, 10)
	g.row = append(g.row, mark)
	fraction := n % unit
	for unit /= 10; unit > 0; unit /= 10 {
		g.row = append(g.row, byte('0'+fraction/unit%10))
	}
	if quote {
		g.row = append(g.row, '"')
	}
}

func (g *generator) endRow() {
	if g.CRLF {
		g.row = append(g.row, '\r')
	}
	g.row = append(g.row, '\n')
	if g.err == nil {
		_, g.err = g.out.Write(g.row)
	}
	g.row = g.row[:0]
}
