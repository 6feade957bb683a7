package model

import (
	"slices"
	"strings"
)

// Vocabulary is what an entry may refer to: regions and their places,
// indicators, sources and the coded list of strategies. It is immutable and
// safe for concurrent use.
type Vocabulary struct {
	data       *Dataset
	strategies []StrategyItem
}

// NewVocabulary gives the vocabulary of a dataset with a list of strategies.
func NewVocabulary(ds *Dataset, strategies []StrategyItem) *Vocabulary {
	return &Vocabulary{data: ds, strategies: strategies}
}

// Check gives what an entry refers to and does not exist; nil where all does.
func (v *Vocabulary) Check(p *Programme) []*FieldError {
	var out []*FieldError
	bad := func(f Field, value, want string) {
		out = append(out, &FieldError{ID: p.ID, Field: f, Value: clip(value), Reason: ReasonUnknown, Want: want})
	}
	if _, ok := v.data.Region(p.Region); !ok {
		bad(FieldRegion, string(p.Region), "")
	}
	if p.Strategy != 0 && !slices.ContainsFunc(v.strategies, func(s StrategyItem) bool { return s.Code == p.Strategy }) {
		bad(FieldStrategy, p.Text(FieldStrategy), v.strategyCodes())
	}
	if p.Indicator != "" {
		if _, ok := v.data.Indicator(p.Indicator); !ok {
			var ids []string
			for _, i := range v.data.Indicators() {
				ids = append(ids, string(i.ID))
			}
			bad(FieldIndicator, string(p.Indicator), strings.Join(Nearest(string(p.Indicator), ids, 3), ", "))
		}
	}
	for _, c := range p.Places {
		if _, ok := v.data.RegionByKemendagri(c); !ok {
			bad(FieldPlaces, string(c), "")
		}
	}
	for _, id := range p.Sources {
		if !v.IsSource(id) {
			bad(FieldSources, string(id), "")
		}
	}
	return out
}

func (v *Vocabulary) strategyCodes() string {
	out := []string{"0"}
	for _, s := range v.strategies {
		p := Programme{Strategy: s.Code}
		out = append(out, p.Text(FieldStrategy))
	}
	return strings.Join(out, ", ")
}

// IsSource tells whether the dataset has a source of that name.
func (v *Vocabulary) IsSource(id SourceID) bool {
	_, ok := v.data.source[id]
	return ok
}

// Everywhere is the word for all of a region, as [Vocabulary.Places] writes it.
const Everywhere = "semua"

// Place is one choice of [Vocabulary.Offer].
type Place struct {
	Code KemendagriCode
	Name string // "Pahandut", "Pahandut (Panarung)", or [Everywhere] for the region itself
}

// Offer lists the places of a region that an entry can name: the region
// itself, its districts (kecamatan), each followed by its villages (kelurahan).
func (v *Vocabulary) Offer(region RegionCode) []Place {
	r, ok := v.data.Region(region)
	if !ok || r.Kemendagri == "" {
		return nil
	}
	out := []Place{{r.Kemendagri, Everywhere}}
	for _, d := range v.data.Children(region) {
		district, _ := v.data.Region(d)
		out = append(out, Place{district.Kemendagri, district.Name})
		for _, k := range v.data.Children(d) {
			village, _ := v.data.Region(k)
			out = append(out, Place{village.Kemendagri, district.Name + " (" + village.Name + ")"})
		}
	}
	return out
}

// Places reads the places of a region as people write them, between commas or
// semicolons: codes ("62.71.01"), names of districts ("Pahandut"), of villages
// in their district ("Pahandut (Panarung)" or "Pahandut/Panarung") or alone
// where only one has the name and no district has ("Panarung"), and "semua",
// "all" or the region's own code for all of it. An empty text is no place.
// Names are compared without regard to case. It gives codes and the words for
// them. Error: *[FieldError] for what is no place of the region.
func (v *Vocabulary) Places(region RegionCode, text string) (codes []KemendagriCode, names []string, err error) {
	offer := v.Offer(region)
	for _, word := range splitList[string](text) {
		i, err := findPlace(offer, word)
		if err != nil {
			return nil, nil, err
		}
		if !slices.Contains(codes, offer[i].Code) {
			codes, names = append(codes, offer[i].Code), append(names, offer[i].Name)
		}
	}
	if len(codes) > 1 && len(offer) > 0 && slices.Contains(codes, offer[0].Code) {
		return nil, nil, &FieldError{Field: FieldPlaces, Value: clip(text), Reason: ReasonAmbiguous, Want: Everywhere}
	}
	return codes, names, nil
}

// findPlace finds a word among the places of a region, of which the first is
// the region itself.
func findPlace(offer []Place, word string) (int, error) {
	key := placeKey(word)
	if key == "all" || key == Everywhere {
		key = Everywhere
	}
	var alone []int
	for i, p := range offer {
		if string(p.Code) == word || placeKey(p.Name) == key {
			return i, nil
		}
		if _, village, ok := strings.Cut(placeKey(p.Name), "/"); ok && village == key {
			alone = append(alone, i)
		}
	}
	if len(alone) == 1 {
		return alone[0], nil
	}
	reason := ReasonUnknown
	var near []string
	for _, i := range alone {
		reason = ReasonAmbiguous
		near = append(near, offer[i].Name)
	}
	if near == nil {
		for _, p := range offer {
			near = append(near, p.Name)
		}
		near = Nearest(word, near, 3)
	}
	return 0, &FieldError{Field: FieldPlaces, Value: clip(word), Reason: reason, Want: strings.Join(near, ", ")}
}

// placeKey writes a name in the form in which places are compared:
// "pahandut/panarung".
func placeKey(s string) string {
	s = strings.ToLower(strings.Join(strings.Fields(s), " "))
	district, village, ok := strings.Cut(strings.TrimSuffix(s, ")"), "(")
	if !ok {
		district, village, ok = strings.Cut(s, "/")
	}
	if !ok {
		return s
	}
	return strings.TrimSpace(district) + "/" + strings.TrimSpace(village)
}
