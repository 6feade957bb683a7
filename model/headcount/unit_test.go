package headcount_test

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rakor/model"
	"rakor/model/headcount"
)

// source checks packages of this module from their files, signatures only, so
// that the compiler's answer can be had without running it.
type source struct {
	fset *token.FileSet
	root string
	done map[string]*types.Package
}

func (s *source) Import(path string) (*types.Package, error) {
	if p := s.done[path]; p != nil {
		return p, nil
	}
	p := types.NewPackage(path, path[strings.LastIndexByte(path, '/')+1:])
	if rest, ok := strings.CutPrefix(path, "rakor/"); ok {
		var files []*ast.File
		names, _ := filepath.Glob(filepath.Join(s.root, filepath.FromSlash(rest), "*.go"))
		for _, name := range names {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			f, err := parser.ParseFile(s.fset, name, nil, 0)
			if err != nil {
				return nil, err
			}
			files = append(files, f)
		}
		conf := types.Config{Importer: s, IgnoreFuncBodies: true, Error: func(error) {}} // std types are unknown here
		p, _ = conf.Check(path, s.fset, files, nil)
	}
	p.MarkComplete()
	s.done[path] = p
	return p, nil
}

// compile type-checks the body of a function that uses the package.
func (s *source) compile(t *testing.T, body string) error {
	t.Helper()
	f, err := parser.ParseFile(s.fset, "snippet.go", "package snippet\n\nimport \"rakor/model/headcount\"\n\n"+
		"func use(p headcount.Persons, f headcount.Families, h headcount.Households, c headcount.Percent, s headcount.Share, m headcount.RupiahMonth) {\n"+
		body+"\n}\n", 0)
	if err != nil {
		t.Fatal(err)
	}
	conf := types.Config{Importer: s}
	_, err = conf.Check("snippet", s.fset, []*ast.File{f}, nil)
	return err
}

func TestMixingUnitsDoesNotCompile(t *testing.T) {
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(root, "go.mod")); err != nil {
		t.Fatal(err)
	}
	s := &source{fset: token.NewFileSet(), root: root, done: map[string]*types.Package{}}
	for _, good := range []string{
		"_ = p.Add(p)",
		"_, _ = headcount.Of(c, p)",
		"_, _ = headcount.FromSample(c, h, 1.5)",
		"_, _ = headcount.ForYear(m)",
		"var r headcount.Percent = s.Percent(); _ = r",
		"var k headcount.Factor[headcount.Household, headcount.Person]; n, _ := k.Apply(h); _ = p.Add(n)",
	} {
		if err := s.compile(t, good); err != nil {
			t.Errorf("%s: %v", good, err)
		}
	}
	for _, bad := range []string{
		"_ = p.Add(f)",
		"_ = p + f",
		"_ = p == f",
		"_ = headcount.Persons(f)", // not even converted
		"_ = headcount.Families(h)",
		"_ = headcount.Persons(5)",
		"_, _ = headcount.Of(c, f)",
		"_, _ = headcount.Of(c, h)",
		"_, _ = headcount.Of(s, p)",
		"_, _ = headcount.Of(3.52, p)",
		"_ = headcount.Percent(s)",
		"_ = headcount.Share(c)",
		"_, _ = headcount.FromSample(c, p, 1.5)",
		"_ = headcount.RupiahYear(m)",
		"var y headcount.RupiahYear = m; _ = y",
		"var k headcount.Factor[headcount.Household, headcount.Person]; _, _ = k.Apply(f)",
		"_ = headcount.Factor[headcount.Family, headcount.Person]{}.Apply(h)",
	} {
		if err := s.compile(t, bad); err == nil {
			t.Errorf("compiles: %s", bad)
		}
	}
}

func TestFromCount(t *testing.T) {
	f, err := headcount.FromCount[headcount.Family](model.Count{N: 2200, Unit: model.PerFamily})
	if err != nil || f.N() != 2200 || f.Model() != (model.Count{N: 2200, Unit: model.PerFamily}) {
		t.Errorf("%v, %v", f, err)
	}
	_, err = headcount.FromCount[headcount.Person](model.Count{N: 2200, Unit: model.PerFamily})
	var u *headcount.UnitError
	if !errors.As(err, &u) || u.Want != model.PerPerson || u.Got != model.PerFamily || !strings.Contains(err.Error(), "factor") {
		t.Errorf("families as people: %v", err)
	}
	for _, c := range []model.Count{
		headcount.New[headcount.Person](1).Model(), headcount.New[headcount.Family](1).Model(),
		headcount.New[headcount.Household](1).Model(), headcount.New[headcount.House](1).Model(),
		headcount.New[headcount.Business](1).Model(), headcount.New[headcount.Student](1).Model(),
		headcount.New[headcount.Group](1).Model(),
	} {
		if c.Unit == "" {
			t.Errorf("a unit without a name: %+v", c)
		}
	}
}

func TestCountArithmetic(t *testing.T) {
	p := headcount.People
	if got := p(5).Sub(p(7)); got != p(-2) {
		t.Errorf("5 - 7 = %v", got)
	}
	if got := p(math.MaxInt64).Add(p(1)); got != p(math.MaxInt64) {
		t.Errorf("overflow: %v", got)
	}
	if got := p(math.MinInt64).Add(p(-1)); got != p(math.MinInt64) {
		t.Errorf("underflow: %v", got)
	}
	if got := p(0).Sub(p(math.MinInt64)); got != p(math.MaxInt64) {
		t.Errorf("0 - smallest = %v", got)
	}
	if p(1).Compare(p(2)) != -1 || p(2).Compare(p(2)) != 0 || p(3).Compare(p(2)) != 1 {
		t.Error("Compare")
	}
	if got := p(3).String(); got != "3 person" {
		t.Errorf("String %q", got)
	}
}

func TestFactor(t *testing.T) {
	p := model.Period{Year: 2024, Month: 9}
	f, err := headcount.NewFactor[headcount.Household, headcount.Person]("hhsize_poor", 4.68, p, "brs")
	if err != nil {
		t.Fatal(err)
	}
	people, err := f.Apply(headcount.New[headcount.Household](2200))
	if err != nil || people.N() != 10296 {
		t.Errorf("2.200 households are %v, %v", people, err)
	}
	back, err := f.Invert(people)
	if err != nil || back.N() != 2200 {
		t.Errorf("and back %v, %v", back, err)
	}
	if f.Name() != "hhsize_poor" || f.Source() != "brs" || f.Period() != p || f.Value() != 4.68 {
		t.Errorf("%+v", f)
	}
	for name, err := range map[string]error{
		"no source":   second(headcount.NewFactor[headcount.Family, headcount.Person]("x", 4, p, "")),
		"no name":     second(headcount.NewFactor[headcount.Family, headcount.Person]("", 4, p, "s")),
		"zero apply":  second(headcount.Factor[headcount.Family, headcount.Person]{}.Apply(headcount.New[headcount.Family](1))),
		"zero invert": second(headcount.Factor[headcount.Family, headcount.Person]{}.Invert(headcount.People(1))),
	} {
		if !errors.Is(err, headcount.ErrNoSource) {
			t.Errorf("%s: %v", name, err)
		}
	}
	var r *headcount.RangeError
	for _, v := range []float64{0, -1, math.NaN(), math.Inf(1)} {
		if _, err := headcount.NewFactor[headcount.Family, headcount.Person]("x", v, p, "s"); !errors.As(err, &r) {
			t.Errorf("value %v: %v", v, err)
		}
	}
	if _, err := f.Apply(headcount.New[headcount.Household](math.MaxInt64)); !errors.Is(err, headcount.ErrTooLarge) {
		t.Errorf("too many: %v", err)
	}
}

// Kotawaringin Timur 2023: officials took two concepts for a data error (S14).
func TestReconcile(t *testing.T) {
	survey := headcount.Tally{Persons: model.Known(headcount.People(27560)), Source: "S14"}
	first := headcount.Tally{
		Concept: headcount.ConceptRegister, Decile: 1, Source: "S14",
		Persons: model.Known(headcount.People(29489)), Families: model.Known(headcount.New[headcount.Family](6202)),
	}
	only := headcount.Tally{Concept: headcount.ConceptRegister, Decile: 4, Source: "S14", Families: model.Known(headcount.New[headcount.Family](24638))}
	r, err := headcount.Reconcile(survey, first, only)
	if err != nil {
		t.Fatal(err)
	}
	g, ok := r.Gap(0)
	if !ok || g.Persons.N() != 1929 || g.From.Concept == g.To.Concept || g.Converted {
		t.Errorf("gap %+v, %v", g, ok)
	}
	if _, ok := r.Gap(1); ok {
		t.Error("families subtracted from people")
	}
	for _, i := range []int{-1, 2} {
		if _, ok := r.Gap(i); ok {
			t.Errorf("gap of register %d", i)
		}
	}
	f, err := headcount.NewFactor[headcount.Family, headcount.Person]("members", 4.75, model.Period{Year: 2023}, "S14")
	if err != nil {
		t.Fatal(err)
	}
	with, err := only.WithPersons(f)
	if err != nil || with.Persons.V.N() != 117031 || with.Converted != "members" {
		t.Errorf("%+v, %v", with, err)
	}
	if same, _ := first.WithPersons(f); same.Converted != "" || same.Persons != first.Persons {
		t.Error("people that were counted are replaced")
	}
	r, err = headcount.Reconcile(survey, with)
	if err != nil {
		t.Fatal(err)
	}
	if g, ok := r.Gap(0); !ok || !g.Converted {
		t.Errorf("conversion not told: %+v", g)
	}
}

func TestReconcileRefuses(t *testing.T) {
	survey := headcount.Tally{Persons: model.Known(headcount.People(1)), Source: "a"}
	register := headcount.Tally{Concept: headcount.ConceptRegister, Decile: 1, Source: "b"}
	for name, c := range map[string]struct {
		survey   headcount.Tally
		register headcount.Tally
		want     error
	}{
		"two surveys":        {survey, survey, headcount.ErrConcept},
		"register first":     {register, register, headcount.ErrConcept},
		"survey of families": {headcount.Tally{Source: "a"}, register, headcount.ErrConcept},
		"no decile":          {survey, headcount.Tally{Concept: headcount.ConceptRegister, Source: "b"}, headcount.ErrConcept},
		"decile 11":          {survey, headcount.Tally{Concept: headcount.ConceptRegister, Decile: 11, Source: "b"}, headcount.ErrConcept},
		"survey unsourced":   {headcount.Tally{Persons: survey.Persons}, register, headcount.ErrNoSource},
		"register unsourced": {survey, headcount.Tally{Concept: headcount.ConceptRegister, Decile: 1}, headcount.ErrNoSource},
	} {
		if _, err := headcount.Reconcile(c.survey, c.register); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
