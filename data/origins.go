package data

import (
	"fmt"
	"math"
	"strings"

	"rakor/data/internal/doc"
	"rakor/model"
)

// origins reports figures whose source calls them forecasts, or was published
// before their time.
func (w *world) origins(d *document) {
	if !w.judged[d] {
		return
	}
	sources := make(map[model.SourceID]model.Source, len(w.index.Sources))
	for _, s := range w.index.Sources {
		sources[s.ID] = s
	}
	newest := make([]model.Year, len(d.table.Origins)) // 0 where a source does not tell
	for i, o := range d.table.Origins {
		words := strings.ToLower(o.Note)
		for j, id := range o.Sources {
			words += " " + strings.ToLower(sources[id].Title)
			switch y := sources[id].Year; {
			case y == 0 || j > 0 && newest[i] == 0:
				newest[i] = 0
			default:
				newest[i] = max(newest[i], y)
			}
		}
		if word := forecastIn(words); word != "" {
			d.add(Problem{
				Pointer: fmt.Sprintf("/origins/%d", i), Rule: RuleForecast, Severity: Warning,
				Found: "a source or note with the word " + word, Expected: "figures that were observed",
			})
		}
	}
	w.after(d, newest)
}

// forecastIn finds a word that forecasts bear; "" where there is none.
func forecastIn(words string) string {
	for _, word := range []string{"forecast", "proyeksi", "prediksi", "ramalan", "prediction", "projection"} {
		if strings.Contains(words, word) {
			return word
		}
	}
	return ""
}

// after reports the first figure of each origin that is later than the newest
// of its sources.
func (w *world) after(d *document, newest []model.Year) {
	t := d.table
	reported := make([]bool, len(newest))
	cells := t.Cells
	for row, r := range t.Regions {
		from, origin := t.Tier(doc.TierOf(w.level(r)))
		for col, p := range t.Periods {
			own := origin
			if from != nil {
				own = from[col]
			}
			if len(cells) > 0 && cells[0].Row == row && cells[0].Col == col {
				if cells[0].Origin >= 0 {
					own = cells[0].Origin
				}
				cells = cells[1:]
			}
			if math.IsNaN(t.Values[t.At(row, col)]) || own < 0 || own >= len(newest) || reported[own] {
				continue
			}
			if newest[own] != 0 && p.Year > newest[own] {
				reported[own] = true
				d.add(Problem{
					Pointer: pointerTo(t, row, col), Rule: RuleAfter, Severity: Warning,
					Found: fmt.Sprintf("a figure of %s from a source of %d", p, newest[own]), Expected: "a period before the source was published",
				})
			}
		}
	}
}
