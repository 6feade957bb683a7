package program_test

import (
	"fmt"
	"testing"

	"rakor/ui/lang"
	"rakor/ui/program"
	"rakor/ui/state"
)

// looks are the states of the views other than the list entry by entry.
func looks() map[string]state.Program {
	return map[string]state.Program{
		"matrix": {View: state.MatrixView}, "matrix-money": {View: state.MatrixView, Measure: state.MeasureMoney},
		"money": {View: state.MoneyView}, "department": {View: state.DepartmentView}, "judgement": {View: state.JudgeView},
		"grouped": {By: state.GroupStrategy, Sort: state.SortBudget, Desc: true},
	}
}

// TestLooks compares the views with files: four sizes, both languages.
func TestLooks(t *testing.T) {
	snap := judged(t)
	for name, p := range looks() {
		for _, size := range [][2]int{{120, 31}, {80, 19}, {60, 11}} {
			for _, l := range []lang.Lang{lang.Indonesian, lang.English} {
				e := env(size[0], size[1], l)
				lines, _ := draw(e, program.Build(snap, city(p)))
				golden(t, fmt.Sprintf("look-%s-%dx%d.%s.txt", name, size[0], size[1], l.Code()), text(lines)+"\n")
			}
		}
	}
}
