package main

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"rakor/model"
	"rakor/model/filter"
	"rakor/model/target"
	"rakor/ui/state"
)

func (a *app) programCommand() *cobra.Command {
	w := a.words.CLI
	return a.group("program", w.ProgramShort, w.ProgramShort, a.programList(), a.programShow(),
		a.programAdd(), a.programEdit(), a.programRemove(), a.programUndo(), a.programRedo(), a.programLog(), a.programImport(), a.programExport(), a.programScore())
}

// filterError says what is wrong with a filter and where, and what could stand
// there.
func (a *app) filterError(expr string, err error) error {
	e := (*filter.Error)(nil)
	if !errors.As(err, &e) {
		return err
	}
	at := len([]rune(expr[:min(e.Pos, len(expr))])) + 1
	return failf(exitUsage, "%s", a.words.CLI.BadFilter(expr, at, a.words.Lang.FilterFault(e)))
}

func joinKeys() string {
	var out []string
	for _, k := range state.SortKeys() {
		if k != state.SortNone {
			out = append(out, string(k))
		}
	}
	return strings.Join(out, ", ")
}

// programJSON is one entry with every field; what is not known is null.
type programJSON struct {
	ID         model.ProgrammeID      `json:"id"`
	Region     model.RegionCode       `json:"region"`
	Year       model.Year             `json:"year"`
	Department string                 `json:"department"`
	Code       string                 `json:"code"`
	Name       string                 `json:"name"`
	Activity   *string                `json:"activity"`
	Sub        *string                `json:"sub_activity"`
	Strategy   *model.Strategy        `json:"strategy"`
	Directness *string                `json:"directness"`
	Budget     *model.Rupiah          `json:"budget"`
	Computed   bool                   `json:"budget_computed"`
	Basis      *string                `json:"budget_basis"`
	Revised    *model.Rupiah          `json:"budget_revised"`
	Effective  *model.Rupiah          `json:"budget_effective"`
	Realised   *model.Rupiah          `json:"realised"`
	RealisedH1 *model.Rupiah          `json:"realised_h1"`
	RealisedH2 *model.Rupiah          `json:"realised_h2"`
	TargetText *string                `json:"target_text"`
	Target     *int64                 `json:"target"`
	TargetUnit *model.TargetUnit      `json:"target_unit"`
	Group      *string                `json:"target_group"`
	Benefit    *string                `json:"benefit"`
	Reached    *int64                 `json:"reached"`
	ReachedIn  *model.TargetUnit      `json:"reached_unit"`
	Places     []model.KemendagriCode `json:"places"`
	PlaceNames []string               `json:"place_names"`
	Funding    *string                `json:"funding"`
	AidKind    *string                `json:"aid_kind"`
	Duration   *string                `json:"duration"`
	Indicator  *string                `json:"indicator"`
	SIPD       *string                `json:"sipd"`
	Verified   *string                `json:"verification"`
	BasisDoc   *string                `json:"basis"`
	Sample     bool                   `json:"sample"`
	Evidence   *string                `json:"evidence"`
	Sources    []model.SourceID       `json:"sources"`
	SourceText *string                `json:"source_text"`
	SourceDate *string                `json:"source_date"`
	Note       *string                `json:"note"`
	Problems   []string               `json:"problems"`
}

func known(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func maybe[T any](m model.Maybe[T]) *T {
	if !m.OK {
		return nil
	}
	return &m.V
}

// flagNames gives the stable names of an entry's flags, by model.Flag.
func flagNames() [7]string {
	return [...]string{"sample", "no-budget", "no-realised", "no-target", "no-place", "budget-computed", "over-budget"}
}

func (a *app) programOf(p *model.Programme, twins map[model.ProgrammeID]model.ProgrammeID) programJSON {
	j := programJSON{
		ID: p.ID, Region: p.Region, Year: p.Year, Department: p.Department, Code: p.Code, Name: p.Name, Activity: known(p.Activity),
		Budget: maybe(p.Budget), Computed: p.BudgetComputed, Basis: known(p.BudgetBasis), Realised: maybe(p.Realised),
		TargetText: known(p.TargetText), Places: p.Places, PlaceNames: p.PlaceNames, Funding: known(p.Funding),
		Sample: p.Sample, Evidence: known(p.Evidence), Sources: p.Sources, Note: known(p.Note), Problems: []string{},
	}
	j.more(p)
	if p.Strategy != 0 {
		j.Strategy = &p.Strategy
	}
	if p.Target.OK {
		j.Target, j.TargetUnit = &p.Target.V.N, &p.Target.V.Unit
	}
	if j.Places == nil {
		j.Places = []model.KemendagriCode{}
	}
	if j.PlaceNames == nil {
		j.PlaceNames = []string{}
	}
	for _, f := range p.Flags() {
		j.Problems = append(j.Problems, flagNames()[f])
	}
	j.Problems = append(j.Problems, a.oddities(p, twins)...)
	return j
}

// totalsJSON are the sums of what is shown, samples left out.
type totalsJSON struct {
	Rows        int              `json:"rows"`
	Samples     int              `json:"samples"`
	Budget      *model.Rupiah    `json:"budget"` // null where no row has one
	BudgetRows  int              `json:"budget_rows"`
	Computed    *model.Rupiah    `json:"budget_computed"`
	ComputedRow int              `json:"budget_computed_rows"`
	NoBudget    int              `json:"no_budget_rows"`
	Realised    *model.Rupiah    `json:"realised"`
	RealRows    int              `json:"realised_rows"`
	Targets     map[string]int64 `json:"targets"`
	Years       []model.Year     `json:"budget_years"`
	Unit        string           `json:"unit"`
}

// sumOf gives a sum, nil where no row has an amount: unknown is not zero.
func sumOf(m target.Money) *model.Rupiah {
	if m.Rows == 0 {
		return nil
	}
	return &m.Sum
}

func totalsOf(t target.Totals) totalsJSON {
	j := totalsJSON{
		Rows: t.Rows, Samples: t.Samples, Budget: sumOf(t.Budget), BudgetRows: t.Budget.Rows, Computed: sumOf(t.Computed),
		ComputedRow: t.Computed.Rows, NoBudget: t.NoBudget, Realised: sumOf(t.Realised), RealRows: t.Realised.Rows,
		Targets: map[string]int64{}, Years: t.Years, Unit: "rupiah",
	}
	if j.Years == nil {
		j.Years = []model.Year{}
	}
	for _, u := range t.Targets {
		j.Targets[string(u.Unit)] = u.N
	}
	return j
}

func (a *app) programShow() *cobra.Command {
	w := a.words.CLI
	return &cobra.Command{
		Use: "show ID", Short: w.ProgramShowShort, Example: "  rakor program show p001",
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 {
				return failf(exitUsage, "%s", w.Needs("ID", example(cmd)))
			}
			if err := a.openList(); err != nil {
				return err
			}
			p, err := a.entry(args[0])
			if err != nil {
				return err
			}
			return a.print(a.entryAnswer(p))
		},
	}
}

// entryAnswer gives one entry, a field a row; what is not known says so.
func (a *app) entryAnswer(p *model.Programme) answer {
	w := a.words.CLI
	ans := answer{command: "program show", result: a.programOf(p, a.twinOf(p)), header: []string{w.ColItem, w.ColValue}}
	for _, c := range a.allColumns() {
		if c.name == "budget_effective" { // the budgets stand there, each by its name
			continue
		}
		v := c.text(p)
		if v == "" || v == "-" {
			v = a.words.Common.Missing
		}
		if c.name == "sample" {
			v = w.No
			if p.Sample {
				v = w.Yes
			}
		}
		ans.rows = append(ans.rows, []string{c.head, v})
	}
	if p.BudgetBasis != "" {
		ans.rows = append(ans.rows, []string{w.BudgetBasis, p.BudgetBasis})
	}
	for _, id := range p.Sources {
		src := a.store.Dataset().Source(id)
		ans.foot = append(ans.foot, string(id)+": "+sourceName(src))
	}
	return ans
}
