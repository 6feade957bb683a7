package intake_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rakor/model"
	"rakor/model/intake"
)

const region = model.RegionCode("6271")

// entry gives an entry with what every row tells, and fields set in pairs.
func entry(t testing.TB, id string, pairs ...string) model.Programme {
	t.Helper()
	p := model.Programme{ID: model.ProgrammeID(id), Region: region}
	set(t, &p, "year", "2026", "strategy", "1", "department", "Dinas Sosial", "code", "1.06.05", "name", "Perlindungan Sosial")
	set(t, &p, pairs...)
	return p
}

func set(t testing.TB, p *model.Programme, pairs ...string) {
	t.Helper()
	for i := 0; i < len(pairs); i += 2 {
		if err := p.Set(model.Field(pairs[i]), pairs[i+1]); err != nil {
			t.Fatal(err)
		}
	}
}

// rowAt gives a row that tells what an entry knows.
func rowAt(n int, p model.Programme) intake.Row {
	r := intake.Row{Cell: fmt.Sprintf("RAT!A%d", n), Sheet: "RAT", Line: n, Entry: p}
	for i, f := range model.Fields() {
		if f == model.FieldRegion || f == model.FieldSample || f == model.FieldBudgetComputed || f == model.FieldStrategy && p.Strategy == 0 {
			continue
		}
		if p.Text(f) != "" {
			r.Told = append(r.Told, intake.Told{Field: f, Cell: fmt.Sprintf("RAT!%c%d", 'A'+i%26, n)})
		}
	}
	return r
}

// outcome writes what was found of each row in a line.
func outcome(p *intake.Preview) []string {
	var out []string
	for _, l := range p.Lines {
		s := l.Status.ID()
		if l.Match != "" {
			s += " " + string(l.Match)
		}
		for _, e := range l.Edits {
			s += fmt.Sprintf(" %s:%s>%s", e.Field, e.Was, e.Now)
		}
		if l.Like != "" {
			s += " like " + l.Like
		}
		for _, id := range l.Candidates {
			s += " ?" + string(id)
		}
		for _, r := range l.Refusals {
			s += " !" + string(r.Kind)
		}
		for _, r := range l.Notes {
			s += " ~" + string(r.Kind)
		}
		out = append(out, s)
	}
	return out
}

// TestCompare holds rows against a list of two entries that differ in their
// activity (beras, telur), one that differs from beras in its place (jauh), two
// that say the same (twin1, twin2), and one of another region (other).
func TestCompare(t *testing.T) {
	t.Parallel()
	list := []model.Programme{
		entry(t, "beras", "activity", "Bantuan beras", "places", "62.71.01", "budget", "100"),
		entry(t, "telur", "activity", "Bantuan telur", "places", "62.71.01"),
		entry(t, "jauh", "activity", "Bantuan beras", "places", "62.71.02"),
		entry(t, "twin1", "code", "1.06.06", "budget", "5"),
		entry(t, "twin2", "code", "1.06.06", "budget", "6"),
		entry(t, "lone", "code", "1.04.04", "activity", "Rumah layak huni", "places", "62.71.01"),
		entry(t, "other", "region", "6201"),
	}
	before := slices.Clone(list)
	row := func(id string, pairs ...string) model.Programme { return entry(t, id, pairs...) }
	for _, c := range []struct {
		name string
		rows []model.Programme
		want []string
	}{
		{"says the same", []model.Programme{row("", "activity", "Bantuan beras", "places", "62.71.01", "budget", "100")}, []string{"same beras"}},
		{"other capitals and blanks", []model.Programme{row("", "activity", "BANTUAN  beras", "places", "62.71.01")}, []string{"same beras"}},
		{"another amount", []model.Programme{row("", "activity", "Bantuan beras", "places", "62.71.01", "budget", "120")}, []string{"changed beras budget:100>120"}},
		{"a blank cell tells nothing", []model.Programme{row("", "activity", "Bantuan beras", "places", "62.71.01", "note", "n")}, []string{"changed beras note:>n"}},
		{"by its id, whatever else it says", []model.Programme{row("telur", "activity", "Bantuan ikan", "code", "1.06.07")}, []string{"changed telur code:1.06.05>1.06.07 activity:Bantuan telur>Bantuan ikan"}},
		{"an id that the list lacks", []model.Programme{row("u9", "code", "2.17.07")}, []string{"new"}},
		{"an id of another region", []model.Programme{row("other")}, []string{"refused !other-region"}},
		{"an id twice", []model.Programme{row("telur", "note", "a"), row("telur", "note", "b")}, []string{"changed telur note:>a", "duplicate telur like RAT!A1"}},
		{"nothing like it", []model.Programme{row("", "code", "2.17.07", "name", "UMKM")}, []string{"new"}},
		{"nothing like it, twice", []model.Programme{row("", "code", "2.17.07", "name", "UMKM"), row("", "code", "2.17.07", "name", "umkm")}, []string{"new", "duplicate like RAT!A1"}},
		{"an entry twice", []model.Programme{
			row("", "activity", "Bantuan beras", "places", "62.71.01", "budget", "120"), row("", "activity", "Bantuan beras", "places", "62.71.01", "budget", "130"),
		}, []string{"changed beras budget:100>120", "duplicate beras like RAT!A1"}},
		{"another year is another entry", []model.Programme{row("", "activity", "Bantuan beras", "places", "62.71.01", "year", "2025")}, []string{"new"}},
		{"another strategy is another entry", []model.Programme{row("", "activity", "Bantuan beras", "places", "62.71.01", "strategy", "2")}, []string{"new"}},
		{"silent about places, one entry", []model.Programme{row("", "code", "1.04.04", "activity", "Rumah layak huni", "budget", "7")}, []string{"changed lone budget:>7"}},
		{"silent about places, two entries", []model.Programme{row("", "activity", "Bantuan beras")}, []string{"ambiguous ?beras ?jauh"}},
		{"two rows for one entry", []model.Programme{row("", "code", "1.04.04", "note", "a"), row("", "code", "1.04.04", "activity", "Rumah layak huni", "note", "b")}, []string{"ambiguous ?lone", "ambiguous ?lone"}},
		{"a place that contradicts", []model.Programme{row("", "code", "1.04.04", "activity", "Rumah layak huni", "places", "62.71.03")}, []string{"ambiguous ?lone"}},
		{"a longer code", []model.Programme{row("", "code", "1.04.04.2.01", "activity", "Rumah layak huni", "places", "62.71.01")}, []string{"ambiguous ?lone"}},
		{"a code without its zeros", []model.Programme{row("", "code", "1.4.4", "activity", "Rumah layak huni", "places", "62.71.01")}, []string{"same lone"}},
		{"twins in the order of what they say", []model.Programme{row("", "code", "1.06.06", "budget", "6"), row("", "code", "1.06.06", "budget", "5")}, []string{"same twin2", "same twin1"}},
		{"one twin is sure, so the other row is about the other", []model.Programme{row("", "code", "1.06.06", "budget", "9"), row("", "code", "1.06.06", "budget", "5")}, []string{"changed twin2 budget:6>9", "same twin1"}},
		{"a row between twins", []model.Programme{row("", "code", "1.06.06", "budget", "9")}, []string{"ambiguous ?twin1 ?twin2"}},
		{"a doubtful row above a sure one", []model.Programme{row("", "activity", "Bantuan beras", "note", "x"), row("", "activity", "Bantuan beras", "places", "62.71.02")}, []string{"changed beras note:>x", "same jauh"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			rows := make([]intake.Row, len(c.rows))
			for i, p := range c.rows {
				rows[i] = rowAt(i+1, p)
			}
			p := intake.Compare(rows, list, intake.Options{Region: region})
			if diff := cmp.Diff(c.want, outcome(p)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			for _, s := range intake.Statuses() {
				n := 0
				for _, l := range p.Lines {
					if l.Status == s {
						n++
					}
				}
				if p.Count(s) != n {
					t.Errorf("counts %d %s, has %d", p.Count(s), s.ID(), n)
				}
			}
		})
	}
	if diff := cmp.Diff(before, list); diff != "" {
		t.Errorf("the list was changed:\n%s", diff)
	}
}

// TestOverlay: what a row tells is laid over the entry, and what hangs on a
// field goes with it.
func TestOverlay(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		was  model.Programme
		row  func(*intake.Row)
		o    intake.Options
		want string
	}{
		{
			name: "one column for both budgets", was: entry(t, "e", "budget", "10", "budget_revised", "12"),
			row: func(r *intake.Row) { r.Allocation = true; tell(t, r, "budget", "15") }, want: "changed e budget_revised:12>15",
		},
		{
			name: "the budget that holds", was: entry(t, "e", "budget", "10", "budget_revised", "12"),
			row: func(r *intake.Row) { r.Allocation = true; tell(t, r, "budget", "12") }, want: "same e",
		},
		{
			name: "a budget of its own", was: entry(t, "e", "budget", "10"),
			row: func(r *intake.Row) { r.Allocation = true; tell(t, r, "budget", "12") }, want: "changed e budget:10>12",
		},
		{
			name: "a verified state is the coordinator's", was: entry(t, "e"),
			row: func(r *intake.Row) { tell(t, r, "verification", "verified") }, want: "same e ~for-coordinator",
		},
		{
			name: "the coordinator verifies", was: entry(t, "e"), o: intake.Options{Coordinator: true},
			row: func(r *intake.Row) { tell(t, r, "verification", "verified") }, want: "changed e verification:>verified",
		},
		{
			name: "a proposal is anybody's", was: entry(t, "e"),
			row: func(r *intake.Row) { tell(t, r, "verification", "proposed") }, want: "changed e verification:>proposed",
		},
		{
			name: "a total that differs from its halves", was: entry(t, "e"),
			row:  func(r *intake.Row) { tell(t, r, "realised_h1", "3", "realised_h2", "4"); tell(t, r, "realised", "9") },
			want: "changed e realised_h1:>3 realised_h2:>4 realised:>7 ~total-differs",
		},
		{
			name: "a computed budget that was read is computed no more", was: computed(entry(t, "e", "budget", "10")),
			row: func(r *intake.Row) { tell(t, r, "budget", "11") }, want: "changed e budget:10>11 budget_computed:yes>no budget_basis:2 x 5>",
		},
		{
			name: "what was seen is no sample", was: sample(entry(t, "e")), o: intake.Options{Seen: true},
			row: func(*intake.Row) {}, want: "changed e sample:yes>no",
		},
		{
			name: "a plain table proves nothing", was: sample(entry(t, "e")),
			row: func(*intake.Row) {}, want: "same e",
		},
		{
			name: "words that name another number", was: entry(t, "e", "target", "500 family", "target_text", "500 KK"),
			row: func(r *intake.Row) { tell(t, r, "target", "600 family") }, want: "changed e target:500 family>600 family target_text:500 KK>",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			r := rowAt(1, entry(t, "e"))
			c.row(&r)
			c.o.Region = region
			p := intake.Compare([]intake.Row{r}, []model.Programme{c.was}, c.o)
			if diff := cmp.Diff([]string{c.want}, outcome(p)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// tell makes a row tell fields.
func tell(t testing.TB, r *intake.Row, pairs ...string) {
	t.Helper()
	set(t, &r.Entry, pairs...)
	for i := 0; i < len(pairs); i += 2 {
		r.Told = append(r.Told, intake.Told{Field: model.Field(pairs[i]), Cell: fmt.Sprintf("RAT!H%d", r.Line)})
	}
}

func computed(p model.Programme) model.Programme {
	p.BudgetComputed, p.BudgetBasis = true, "2 x 5"
	return p
}

func sample(p model.Programme) model.Programme {
	p.Sample = true
	return p
}

// TestChanges: what was chosen becomes changes, and nothing else does.
func TestChanges(t *testing.T) {
	t.Parallel()
	list := []model.Programme{entry(t, "e", "budget", "1"), entry(t, "gone", "code", "9.09.09"), entry(t, "old", "year", "2024")}
	bad := rowAt(5, entry(t, "", "code", "3.03.03"))
	bad.Refusals = []intake.Remark{{Kind: intake.NotNumber, Cell: "RAT!H5", Field: model.FieldBudget, Found: "banyak"}}
	p := intake.Compare([]intake.Row{
		rowAt(1, entry(t, "", "code", "2.17.07")), rowAt(2, entry(t, "e", "budget", "2")), rowAt(3, entry(t, "", "code", "2.17.07")), rowAt(4, entry(t, "e", "budget", "2")), bad,
	}, list, intake.Options{Region: region, Base: model.Programme{SourceText: "rat.xlsx"}})
	kinds := func(cs []model.Change) string {
		var out []string
		for _, c := range cs {
			out = append(out, fmt.Sprintf("%d%s/%s", c.Kind(), c.ID, c.Now.SourceText))
		}
		return strings.Join(out, " ")
	}
	add, change := model.ChangeAdd, model.ChangeEdit
	for name, c := range map[string]struct {
		choose func(*intake.Line) bool
		want   string
	}{
		"by default":      {nil, fmt.Sprintf("%d/rat.xlsx %de/", add, change)},
		"all":             {func(*intake.Line) bool { return true }, fmt.Sprintf("%[1]d/rat.xlsx %[2]de/ %[1]d/rat.xlsx %[1]d/rat.xlsx", add, change)},
		"one row":         {func(l *intake.Line) bool { return l.Line == 2 }, fmt.Sprintf("%de/", change)},
		"only the doubts": {func(l *intake.Line) bool { return l.Status == intake.Refused }, ""},
	} {
		if got := kinds(p.Changes(c.choose)); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
	if diff := cmp.Diff([]model.ProgrammeID{"gone"}, p.Absent); diff != "" {
		t.Errorf("absent are those of the file's years (-want +got):\n%s", diff)
	}
}

// TestResolve: a person settles a doubtful row, and the first preview stays.
func TestResolve(t *testing.T) {
	t.Parallel()
	list := model.NewProgrammes([]model.Programme{entry(t, "a", "places", "62.71.01"), entry(t, "b", "places", "62.71.02")}, nil)
	o := intake.Options{Region: region}
	p := intake.Compare([]intake.Row{rowAt(1, entry(t, "", "note", "n"))}, list.All(), o)
	if p.Count(intake.Ambiguous) != 1 {
		t.Fatal(outcome(p))
	}
	for id, want := range map[model.ProgrammeID]string{"b": "changed b note:>n ?a ?b", "": "new ?a ?b"} {
		got, ok := p.Resolve(0, id, list, o)
		if !ok || got.Count(intake.Ambiguous) != 0 || outcome(got)[0] != want {
			t.Errorf("as %q: %v %v", id, ok, outcome(got))
		}
	}
	for _, c := range []struct {
		line int
		id   model.ProgrammeID
	}{{0, "zzz"}, {1, "a"}, {-1, "a"}} {
		if _, ok := p.Resolve(c.line, c.id, list, o); ok {
			t.Errorf("line %d as %q was taken", c.line, c.id)
		}
	}
	if p.Count(intake.Ambiguous) != 1 || p.Lines[0].Status != intake.Ambiguous {
		t.Error("the preview itself was changed")
	}
}

// TestAgainChangesNothing: whatever a file and a list say, importing what is new
// and changed, and then the same file again, finds those rows the same; no entry
// that no row was about is touched.
func TestAgainChangesNothing(t *testing.T) {
	t.Parallel()
	rnd := rand.New(rand.NewPCG(6, 2026))
	some := func(xs ...string) string { return xs[rnd.IntN(len(xs))] }
	random := func(id string) model.Programme {
		return entry(t, id, "code", some("1.06.05", "1.06.05", "1.06.05.2.02", "1.06.05.2.02.0006", "2.17.07"), "name", some("Perlindungan Sosial", "PERLINDUNGAN sosial", "UMKM"),
			"activity", some("", "", "Beras", "Telur"), "places", some("", "62.71.01", "62.71.02"), "budget", some("", "1", "2"), "note", some("", "x"))
	}
	for round := range 3000 {
		var own []model.Programme
		for i := range rnd.IntN(5) {
			own = append(own, random(fmt.Sprintf("p%d", i)))
		}
		list := model.NewProgrammes(own, nil)
		var rows []intake.Row
		for i := range 1 + rnd.IntN(5) {
			id := ""
			if len(own) > 0 && rnd.IntN(4) == 0 {
				id = fmt.Sprintf("p%d", rnd.IntN(len(own)))
			}
			rows = append(rows, rowAt(i+1, random(id)))
		}
		o := intake.Options{Region: region}
		first := intake.Compare(rows, list.All(), o)
		next := list
		for i, c := range first.Changes(nil) {
			now := *c.Now
			if now.ID == "" {
				now.ID = model.ProgrammeID(fmt.Sprintf("u%d", i))
			}
			next = next.With(&now)
		}
		second := intake.Compare(rows, next.All(), o)
		for i, l := range first.Lines {
			done := l.Status == intake.New || l.Status == intake.Changed || l.Status == intake.Same
			if done && second.Lines[i].Status != intake.Same {
				t.Fatalf("round %d, row %d: list %+v\nfirst %q\nsecond %q", round, i+1, own, outcome(first), outcome(second))
			}
		}
		for _, id := range first.Absent {
			if was, now := list.Find(id), next.Find(id); cmp.Diff(was, now) != "" {
				t.Fatalf("round %d: %s was touched", round, id)
			}
		}
	}
}
