package matrix

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"rakor/model"
	"rakor/model/intake"
)

// placeReader reads the places of one region, and remembers what it has read:
// a list names the same few again and again.
type placeReader struct {
	opt       *Options
	districts int // of the region
	known     map[string]places
}

// places is what one cell says about places.
type places struct {
	codes   []model.KemendagriCode
	names   []string
	unknown []string // words that are no place with a code
	twice   []string // names that two places have
}

func newPlaceReader(opt *Options) *placeReader {
	p := &placeReader{opt: opt, known: map[string]places{}}
	if opt.Vocabulary != nil {
		for _, o := range opt.Vocabulary.Offer(opt.Region) {
			if o.Name != model.Everywhere && !strings.Contains(o.Name, "(") {
				p.districts++
			}
		}
	}
	return p
}

// read reads "Kec. Pahandut; Jekan Raya (Menteng, Palangka)". Words that name
// no place of the region stay as words, without a code.
func (p *placeReader) read(s string) places {
	if out, ok := p.known[s]; ok {
		return out
	}
	var out places
	for _, word := range joinVillages(splitPlaces(s)) {
		codes, names, err := p.one(word)
		var bad *model.FieldError
		switch {
		case errors.As(err, &bad) && bad.Reason == model.ReasonAmbiguous:
			out.twice = append(out.twice, word)
		case err != nil || len(codes) == 0:
			out.unknown = append(out.unknown, word)
			out.names = append(out.names, word)
		case !slices.Contains(out.codes, codes[0]):
			out.codes = append(out.codes, codes...)
			out.names = append(out.names, names...)
		}
	}
	if len(p.known) < 10_000 {
		p.known[s] = out
	}
	return out
}

// one reads one place.
func (p *placeReader) one(word string) ([]model.KemendagriCode, []string, error) {
	if p.opt.Vocabulary == nil {
		return nil, nil, nil
	}
	f := " " + fold(word) + " "
	f = strings.NewReplacer(" kecamatan ", " ", " kec. ", " ", " kec ", " ", " kelurahan ", " ", " kel. ", " ", " kel ", " ").Replace(f)
	bare := strings.TrimSpace(f)
	if p.everywhere(fold(word)) {
		bare = model.Everywhere
	}
	// "Kel. Langkai Kec. Pahandut" names the village first.
	codes, names, err := p.opt.Vocabulary.Places(p.opt.Region, bare)
	if err == nil {
		return codes, names, nil
	}
	if village, district, ok := cutVillage(fold(word)); ok {
		if c, n, err := p.opt.Vocabulary.Places(p.opt.Region, district+" ("+village+")"); err == nil {
			return c, n, nil
		}
	}
	return nil, nil, err
}

// everywhere tells whether words mean the whole region.
func (p *placeReader) everywhere(word string) bool {
	switch word {
	case "semua", "semua kecamatan", "seluruh kecamatan", "semua kelurahan", "seluruh kelurahan", "seluruh wilayah", "semua wilayah",
		"se-kota", "sekota", "seluruh kota", "se-kabupaten", "sekabupaten", "seluruh kabupaten":
		return true
	case fmt.Sprintf("%d kecamatan", p.districts):
		return p.districts > 0
	}
	home := fold(p.opt.HomeName)
	return home != "" && strings.TrimPrefix(strings.TrimPrefix(word, "se-"), "seluruh ") == home
}

// joinVillages puts "Kel. Langkai" and a following "Kec. Pahandut" together:
// that is one place, not two.
func joinVillages(words []string) []string {
	var out []string
	for _, w := range words {
		if n := len(out); n > 0 && startsWith(w, "kec") && startsWith(out[n-1], "kel") && !strings.Contains(fold(out[n-1]), " kec") {
			out[n-1] += " " + w
			continue
		}
		out = append(out, w)
	}
	return out
}

func startsWith(s, prefix string) bool {
	first, _, _ := strings.Cut(fold(s), " ")
	return strings.HasPrefix(first, prefix)
}

// cutVillage reads "kel. langkai kec. pahandut", with a comma or without.
func cutVillage(s string) (village, district string, ok bool) {
	for _, kec := range []string{" kecamatan ", " kec. ", " kec "} {
		if v, d, found := strings.Cut(s, kec); found {
			for _, kel := range []string{"kelurahan ", "kel. ", "kel "} {
				v = strings.TrimPrefix(v, kel)
			}
			return strings.Trim(v, " ,"), strings.TrimSpace(d), true
		}
	}
	return "", "", false
}

// splitPlaces cuts a list of places at semicolons, commas and line ends outside
// brackets; what stands in brackets behind a place are places in it:
// "Pahandut (Panarung, Langkai)" is two.
func splitPlaces(s string) []string {
	var out []string
	depth, from := 0, 0
	take := func(part string) {
		part = tidy(part)
		if part == "" {
			return
		}
		outer, inner, ok := strings.Cut(strings.TrimSuffix(part, ")"), "(")
		if !ok || !strings.HasSuffix(part, ")") {
			out = append(out, part)
			return
		}
		for _, in := range strings.FieldsFunc(inner, func(r rune) bool { return r == ',' || r == ';' }) {
			out = append(out, strings.TrimSpace(outer)+" ("+strings.TrimSpace(in)+")")
		}
	}
	for i := range len(s) {
		switch s[i] {
		case '(':
			depth++
		case ')':
			depth--
		case ',', ';', '\n':
			if depth <= 0 {
				take(s[from:i])
				from = i + 1
			}
		}
	}
	take(s[from:])
	return out
}

// readPlaces reads the places of a row.
func (r *rowScan) readPlaces() {
	c, cell := r.effective(r.l, colPlace)
	switch c.kind {
	case blank, recipe, number, date:
		return
	case fault:
		r.refuse(intake.CellError, model.FieldPlaces, cell, c.text, "")
		return
	case text:
	}
	if unknownText(c.text) {
		return
	}
	if _, told := r.told[model.FieldPlaces]; told { // codes of the plain table
		return
	}
	p := r.offer.read(c.text)
	for _, w := range p.twice {
		r.refuse(intake.PlaceTwice, model.FieldPlaces, cell, w, "")
	}
	for _, w := range p.unknown {
		r.note(intake.UnknownPlace, model.FieldPlaces, cell, w, "")
	}
	r.row.Entry.Places, r.row.Entry.PlaceNames = p.codes, p.names
	r.tell(model.FieldPlaces, cell)
}
