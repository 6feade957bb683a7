package main

import (
	"cmp"
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"rakor/data/book"
	"rakor/data/personal"
	"rakor/model"
	"rakor/ui/lang"
)

// entryFlag is a flag that sets a field of an entry.
type entryFlag struct {
	name  string
	field model.Field
}

// entryFlags lists the flags, a field each; a count has a second one for its
// unit.
func entryFlags() []entryFlag {
	return []entryFlag{
		{"year", model.FieldYear},
		{"department", model.FieldDepartment},
		{"code", model.FieldCode},
		{"name", model.FieldName},
		{"activity", model.FieldActivity},
		{"sub-activity", model.FieldSubActivity},
		{"strategy", model.FieldStrategy},
		{"directness", model.FieldDirectness},
		{"allocation", model.FieldBudget},
		{"allocation-revised", model.FieldBudgetRevised},
		{"funding", model.FieldFunding},
		{"aid-kind", model.FieldAidKind},
		{"place", model.FieldPlaces},
		{"target", model.FieldTarget},
		{"target-unit", model.FieldTarget},
		{"target-group", model.FieldTargetGroup},
		{"benefit", model.FieldBenefit},
		{"duration", model.FieldDuration},
		{"realised-h1", model.FieldRealisedH1},
		{"realised-h2", model.FieldRealisedH2},
		{"reached", model.FieldReached},
		{"reached-unit", model.FieldReached},
		{"indicator", model.FieldIndicator},
		{"sipd", model.FieldSIPD},
		{"verification", model.FieldVerification},
		{"basis", model.FieldBasis},
		{"source", model.FieldSourceText},
		{"source-date", model.FieldSourceDate},
		{"note", model.FieldNote},
	}
}

// flagOf gives the flag of a field.
func flagOf(f model.Field) string {
	for _, e := range entryFlags() {
		if e.field == f {
			return "--" + e.name
		}
	}
	switch f {
	case model.FieldRegion:
		return "--home"
	case model.FieldSources:
		return "--source"
	case model.FieldRealised:
		return "--realised-h2"
	}
	return string(f)
}

// entryValues are the flags of one call.
type entryValues struct {
	set   *pflag.FlagSet
	texts map[string]*string
}

func (a *app) bindEntry(c *cobra.Command) entryValues {
	v := entryValues{set: c.Flags(), texts: map[string]*string{}}
	w := a.words.Lang.Editing()
	for _, e := range entryFlags() {
		v.texts[e.name] = c.Flags().String(e.name, "", w.FlagUsage(e.name))
	}
	return v
}

// given gives the value of a flag that was used.
func (v entryValues) given(name string) (string, bool) {
	return strings.TrimSpace(*v.texts[name]), v.set.Changed(name)
}

// fill sets the fields that were named. Numbers are read as people write them
// in the language of the call.
func (a *app) fill(p *model.Programme, v entryValues) error {
	for _, e := range entryFlags() {
		text, ok := v.given(e.name)
		if !ok {
			continue
		}
		if personal.Inside(text) {
			return failf(exitPersonal, "%s", a.words.Lang.Editing().Personal("--"+e.name))
		}
		if err := a.fillOne(p, e, text, v); err != nil {
			return a.faultError(err, "--"+e.name)
		}
	}
	return nil
}

func (a *app) fillOne(p *model.Programme, e entryFlag, text string, v entryValues) error {
	switch e.field {
	case model.FieldBudget, model.FieldBudgetRevised, model.FieldRealisedH1, model.FieldRealisedH2:
		plain, err := a.plainNumber(e, text)
		if err != nil {
			return err
		}
		return p.Set(e.field, plain)
	case model.FieldTarget, model.FieldReached:
		return a.fillCount(p, e, text, v)
	case model.FieldPlaces:
		codes, names, err := a.vocabulary().Places(p.Region, text)
		if err != nil {
			return err
		}
		p.Places, p.PlaceNames = codes, names
		return nil
	case model.FieldSourceText:
		return a.fillSource(p, text)
	}
	return p.Set(e.field, text)
}

func (a *app) vocabulary() *model.Vocabulary {
	return model.NewVocabulary(a.store.Dataset(), a.store.Programmes().Strategies())
}

// plainNumber reads a whole number as people write it and gives its digits.
func (a *app) plainNumber(e entryFlag, text string) (string, error) {
	if text == "" {
		return "", nil
	}
	n, err := a.words.Lang.ParseRupiah(text)
	if err != nil {
		if both := (*lang.AmbiguousError)(nil); errors.As(err, &both) {
			return "", failf(exitUsage, "%s", a.words.CLI.BadValue("--"+e.name, text, a.words.Lang.Explain(err)))
		}
		return "", &model.FieldError{Field: e.field, Value: text, Reason: model.ReasonNumber, Want: "1450000000"}
	}
	return strconv.FormatInt(n, 10), nil
}

// fillCount sets a number with its unit from two flags, either of which may
// stay as it is in the entry.
func (a *app) fillCount(p *model.Programme, e entryFlag, text string, v entryValues) error {
	number, unit := e.name, e.name+"-unit"
	if base, ok := strings.CutSuffix(e.name, "-unit"); ok {
		if _, both := v.given(base); both {
			return nil // the number's flag takes both
		}
		number, unit = base, e.name
	}
	was, now := p.Target, ""
	if e.field == model.FieldReached {
		was = p.Reached
	}
	word := ""
	if was.OK {
		word, now = string(was.V.Unit), strconv.FormatInt(was.V.N, 10)
	}
	if u, ok := v.given(unit); ok {
		word = u
	}
	if _, ok := v.given(number); ok {
		plain, err := a.plainNumber(entryFlag{number, e.field}, text)
		if err != nil {
			return err
		}
		if plain == "" {
			return p.Set(e.field, "")
		}
		now = plain
	}
	switch {
	case now == "" && word == "":
		return p.Set(e.field, "")
	case now == "":
		return &model.FieldError{Field: e.field, Value: word, Reason: model.ReasonCount, Want: "--" + number}
	case word == "":
		return &model.FieldError{Field: e.field, Value: now, Reason: model.ReasonUnit, Want: "--" + unit}
	}
	return p.Set(e.field, now+" "+word)
}

// fillSource sets the sources of the data where the text names only those, else
// the source in words.
func (a *app) fillSource(p *model.Programme, text string) error {
	ids := strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ';' || r == ' ' })
	for _, id := range ids {
		if !a.vocabulary().IsSource(model.SourceID(id)) {
			ids = nil
			break
		}
	}
	next := *p
	words := text
	if len(ids) > 0 {
		words = ""
	}
	if err := next.Set(model.FieldSources, strings.Join(ids, ",")); err != nil {
		return err
	}
	if err := next.Set(model.FieldSourceText, words); err != nil {
		return err
	}
	*p = next
	return nil
}

func (a *app) programAdd() *cobra.Command {
	w := a.words.Lang.Editing()
	c := &cobra.Command{
		Use: "add", Short: w.AddShort, Long: w.AddLong, Args: a.noArgs,
		Example: "  rakor program add --year 2026 --department 'Dinas Sosial' --code 1.06.05 --name 'Perlindungan dan Jaminan Sosial' --strategy 1\n" +
			"  rakor program add --year 2026 --department DPKUKMP --code 2.17.07 --name 'Pemberdayaan UMKM' --strategy 2 --allocation 1,45M --target 500 --target-unit business --place Pahandut",
	}
	v := a.bindEntry(c)
	c.RunE = func(cmd *cobra.Command, _ []string) error {
		if err := a.openList(); err != nil {
			return err
		}
		if err := a.writable(); err != nil {
			return err
		}
		for _, name := range []string{"year", "department", "code", "name", "strategy"} {
			if text, ok := v.given(name); !ok || text == "" {
				return failf(exitUsage, "%s", a.words.CLI.Needs("--"+name, example(cmd)))
			}
		}
		p := model.Programme{Region: a.home()}
		if err := a.fill(&p, v); err != nil {
			return err
		}
		return a.commit(cmd, "program add", model.Change{Now: &p})
	}
	return c
}

func (a *app) programEdit() *cobra.Command {
	w := a.words.Lang.Editing()
	c := &cobra.Command{
		Use: "edit ID", Short: w.EditShort, Long: w.EditLong,
		Example: "  rakor program edit p001 --realised-h1 1,2M --reached 480 --reached-unit business\n  rakor program edit u12 --allocation \"\" --note 'pagu menunggu perubahan'",
	}
	v := a.bindEntry(c)
	c.RunE = func(cmd *cobra.Command, args []string) error {
		was, err := a.entryToChange(cmd, args)
		if err != nil {
			return err
		}
		if !slices.ContainsFunc(entryFlags(), func(e entryFlag) bool { return cmd.Flags().Changed(e.name) }) {
			return failf(exitUsage, "%s", a.words.CLI.Needs("--note", example(cmd)))
		}
		now := *was
		if err := a.fill(&now, v); err != nil {
			return err
		}
		return a.commit(cmd, "program edit", model.Change{ID: was.ID, Was: was, Now: &now})
	}
	return c
}

func (a *app) programRemove() *cobra.Command {
	w := a.words.Lang.Editing()
	return &cobra.Command{
		Use: "remove ID", Short: w.RemoveShort, Example: "  rakor program remove u12",
		RunE: func(cmd *cobra.Command, args []string) error {
			was, err := a.entryToChange(cmd, args)
			if err != nil {
				return err
			}
			return a.commit(cmd, "program remove", model.Change{ID: was.ID, Was: was})
		},
	}
}

// entryToChange opens the list and gives the entry that the call names.
func (a *app) entryToChange(cmd *cobra.Command, args []string) (*model.Programme, error) {
	if len(args) != 1 {
		return nil, failf(exitUsage, "%s", a.words.CLI.Needs("ID", example(cmd)))
	}
	if err := a.openList(); err != nil {
		return nil, err
	}
	if err := a.writable(); err != nil {
		return nil, err
	}
	return a.entry(args[0])
}

// entry finds an entry of the list, in capitals or small letters.
func (a *app) entry(id string) (*model.Programme, error) {
	list := a.programmes()
	for _, spelling := range []string{id, strings.ToLower(id)} {
		if p := list.Find(model.ProgrammeID(spelling)); p != nil {
			return p, nil
		}
	}
	ids := make([]string, 0, list.Len())
	for i := range list.All() {
		ids = append(ids, string(list.All()[i].ID))
	}
	return nil, &model.NotFoundError{Kind: "programme", Name: id, Nearest: model.Nearest(id, ids, 3)}
}

// commit saves a change of one entry and says what it changed.
func (a *app) commit(cmd *cobra.Command, command string, c model.Change) error {
	if c.Now != nil && a.flags.strict {
		row := *c.Now
		row.ID = cmp.Or(c.ID, "new")
		if err := a.refuseStrictly(a.warnings(a.programmes().With(&row), row.ID)); err != nil {
			return err
		}
	}
	saved, err := a.book.Commit(cmd.Context(), c, a.who(), a.now())
	if err != nil {
		return a.faultError(err, "")
	}
	return a.print(a.changed(command, c.ID, []book.Saved{saved}))
}

// fieldJSON is one field that changed; null is not known.
type fieldJSON struct {
	Field model.Field `json:"field"`
	Was   *string     `json:"was"`
	Now   *string     `json:"now"`
}

// changeJSON is one entry that changed.
type changeJSON struct {
	ID     model.ProgrammeID `json:"id"`
	Change string            `json:"change"` // add, edit, remove
	Fields []fieldJSON       `json:"fields"`
}

// stepJSON is one step of the history.
type stepJSON struct {
	Step    uint64        `json:"step"`
	Kind    model.LogKind `json:"kind"`
	Of      uint64        `json:"of,omitempty"`
	At      string        `json:"at,omitempty"`
	By      string        `json:"by,omitempty"`
	Label   string        `json:"label,omitempty"`
	Undone  bool          `json:"undone,omitempty"`
	Changes []changeJSON  `json:"changes"`
}

// changeNames are the words of a change's kind in JSON.
func changeName(k model.ChangeKind) string {
	return [...]string{"none", "add", "edit", "remove"}[k]
}

func changeOf(c model.Change) changeJSON {
	out := changeJSON{ID: c.ID, Change: changeName(c.Kind()), Fields: []fieldJSON{}}
	was, now := c.Was, c.Now
	empty := model.Programme{}
	if was == nil {
		was = &empty
	}
	if now == nil {
		now = &empty
	}
	for _, f := range model.Differing(was, now) {
		j := fieldJSON{Field: f}
		if c.Was != nil {
			j.Was = known(c.Was.Text(f))
		}
		if c.Now != nil {
			j.Now = known(c.Now.Text(f))
		}
		out.Fields = append(out.Fields, j)
	}
	return out
}

func stepOf(s book.Saved) stepJSON {
	out := stepJSON{Step: s.Seq, Kind: s.Kind, Of: s.Of, Changes: []changeJSON{}}
	for _, c := range s.Changes {
		out.Changes = append(out.Changes, changeOf(c))
	}
	return out
}

// fieldRows writes the fields of a change as rows: field, was, now. A whole row
// that came or went is one line, unless it is to be told in full.
func fieldRows(w lang.Editing, c model.Change, full bool) [][]string {
	var rows [][]string
	switch c.Kind() {
	case model.ChangeAdd:
		for _, f := range model.Differing(&model.Programme{}, c.Now) {
			rows = append(rows, []string{w.FieldName(f), "", w.FieldText(c.Now, f)})
		}
		if full {
			return rows
		}
		return [][]string{{w.WholeRow, w.New, nameOf(c.Now)}}
	case model.ChangeRemove:
		return [][]string{{w.WholeRow, nameOf(c.Was), w.Gone}}
	}
	for _, f := range c.Fields() {
		rows = append(rows, []string{w.FieldName(f), w.FieldText(c.Was, f), w.FieldText(c.Now, f)})
	}
	return rows
}

// nameOf names an entry in one line.
func nameOf(p *model.Programme) string {
	name := cmp.Or(p.SubActivity, p.Activity, p.Name)
	if r := []rune(name); len(r) > 60 {
		name = string(r[:59]) + "…"
	}
	return p.Department + ": " + name
}

// changed says what steps changed: a row a field, and that they are saved.
func (a *app) changed(command string, id model.ProgrammeID, steps []book.Saved) answer {
	w := a.words.Lang.Editing()
	type result struct {
		ID    model.ProgrammeID `json:"id,omitempty"`
		Steps []stepJSON        `json:"steps"`
	}
	out := result{ID: id, Steps: []stepJSON{}}
	ans := answer{command: command, header: []string{w.ColEntry, w.ColField, w.ColWas, w.ColNow}, rows: [][]string{}}
	ans.rawHead = []string{"id", "field", "was", "now"}
	var ids []model.ProgrammeID
	for _, s := range steps {
		if s.Seq > 0 {
			out.Steps = append(out.Steps, stepOf(s))
		}
		for _, c := range s.Changes {
			out.ID = cmp.Or(out.ID, c.ID)
			for _, r := range fieldRows(w, c, s.Kind == model.LogChange) {
				ans.rows = append(ans.rows, append([]string{string(c.ID)}, r...))
			}
			for _, f := range changeOf(c).Fields {
				ans.raw = append(ans.raw, []string{string(c.ID), string(f.Field), deref(f.Was), deref(f.Now)})
			}
			say := map[model.ChangeKind]func(string, uint64) string{model.ChangeAdd: w.Added, model.ChangeEdit: w.Edited, model.ChangeRemove: w.Removed}
			if f := say[c.Kind()]; f != nil {
				ans.foot = append(ans.foot, f(string(c.ID), s.Seq))
			}
			if c.Now != nil && s.Kind == model.LogChange {
				ids = append(ids, c.ID)
			}
		}
		for _, warning := range s.Warnings {
			a.say(a.sentence(a.listError(warning)))
		}
		ans.notes = append(ans.notes, a.warnings(s.List, ids...)...)
	}
	if len(steps) > 0 && len(out.Steps) == 0 {
		ans.header, ans.foot = nil, []string{w.Nothing(string(id))}
	}
	ans.result = out
	return ans
}

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
