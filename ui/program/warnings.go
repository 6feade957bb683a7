package program

import (
	"strings"

	"rakor/model/target"
	"rakor/ui/block"
	"rakor/ui/theme"
)

// warning is one thing that is not alike or missing.
type warning uint8

const (
	warnFilter warning = iota
	warnYears
	warnComputed
	warnSamples
	warnNoBudget
	warnNoRealised
	warnOver
	warnPress
	warnUnits
	warnNoTarget
	warnNoPlace
	warnings // how many
)

// holds tells whether there is something to be said.
func (v View) holds(k warning) bool {
	t := &v.Totals
	switch k {
	case warnFilter:
		return v.Fault != nil
	case warnYears:
		return len(t.Years) > 1
	case warnComputed:
		return t.Computed.Rows > 0
	case warnSamples:
		return t.Samples > 0
	case warnNoBudget:
		return t.NoBudget > 0
	case warnNoRealised:
		return t.NoRealised > 0
	case warnOver:
		return t.Over > 0
	case warnPress:
		return v.Press > 0
	case warnUnits:
		return len(t.Targets) > 1
	case warnNoTarget:
		return t.NoTarget > 0
	case warnNoPlace:
		return t.NoPlace > 0
	default:
		return false
	}
}

// WarningCount tells how many warnings there are for what is shown.
func (v View) WarningCount() int {
	n := 0
	for k := range warnings {
		if v.holds(k) {
			n++
		}
	}
	return n
}

// Warnings is the sheet of everything that is missing, mixed or odd in what is
// shown, with what it means. No rows: there is nothing.
func Warnings(env block.Env, v View) block.Sheet {
	w := &env.Words.Program
	sh := block.Sheet{Title: w.WarnTitle}
	n := int64(0)
	for k := range warnings {
		if !v.holds(k) {
			continue
		}
		what, why := v.warning(env, k)
		if len(sh.Rows) > 0 {
			sh.Rows = append(sh.Rows, block.SheetRow{})
		}
		n++
		sh.Rows = append(sh.Rows, block.SheetRow{Label: env.Words.Lang.Int(n), Text: what, Style: theme.Strong}, block.SheetRow{Text: why})
	}
	return sh
}

// warning gives what is so, and why it matters.
func (v View) warning(env block.Env, k warning) (what, why string) {
	w, t := &env.Words.Program, &v.Totals
	rows := t.Counted()
	switch k {
	case warnFilter:
		return w.WarnFilter + ": " + env.Words.Lang.FilterFault(v.Fault), w.WarnFilterWhy
	case warnYears:
		return w.WarnYears(t.Years[0], t.Years[len(t.Years)-1]), w.WarnYearsWhy
	case warnComputed:
		return w.WarnComputed(t.Computed.Rows, t.Known().Rows), w.WarnComputedWhy(v.writer(env).mark)
	case warnSamples:
		return w.WarnSamples(t.Samples, t.Rows), w.WarnSamplesWhy
	case warnNoBudget:
		return w.WarnNoBudget(t.NoBudget, rows), w.WarnNoBudgetWhy
	case warnNoRealised:
		return w.WarnNoRealised(t.NoRealised, rows), w.WarnNoRealisedWhy
	case warnOver:
		return w.WarnOver(t.Over, rows), w.WarnOverWhy
	case warnPress:
		return w.WarnPress(v.Press, t.Known().Rows), w.WarnPressWhy
	case warnUnits:
		return w.WarnUnits(targets(env, t.Targets)), w.WarnUnitsWhy
	case warnNoTarget:
		return w.WarnNoTarget(t.NoTarget, rows), w.WarnNoTargetWhy
	default:
		return w.WarnNoPlace(t.NoPlace, rows), w.WarnNoPlaceWhy
	}
}

// targets lists sums of targets, each with its unit.
func targets(env block.Env, units []target.UnitCount) string {
	out := make([]string, len(units))
	for i, u := range units {
		out[i] = env.Words.Lang.Int(u.N) + " " + env.Words.Lang.TargetUnit(u.Unit, u.N)
	}
	return strings.Join(out, ", ")
}
