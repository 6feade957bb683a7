package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"rakor/data/durable"
	"rakor/data/minutes"
	"rakor/model"
	"rakor/model/meeting"
	"rakor/ui/lang"
)

func (a *app) meetingCommand() *cobra.Command {
	w := a.words.Lang.CLIMeeting()
	return a.group("meeting", w.Short, w.Long,
		a.meetingList(), a.meetingStart(), a.meetingAttend(), a.meetingDecide(), a.meetingMove(), a.meetingUndo(false), a.meetingUndo(true), a.meetingLog())
}

// useMinutes opens the data and the records of meetings, for writing where asked.
func (a *app) useMinutes(writing bool) error {
	if err := a.open(); err != nil {
		return err
	}
	if problem := a.openMinutes(); problem != "" {
		return failf(exitInvalid, "%s", problem)
	}
	switch w := a.words.Minutes; {
	case writing && a.flags.readonly:
		return failf(exitForbidden, "%s", w.ReadOnly)
	case a.minutes == nil:
		return failf(exitFailed, "%s", w.NoPlace)
	}
	return nil
}

// recordError gives an error of the records its exit status and its sentence.
func (a *app) recordError(err error) error {
	if err == nil {
		return nil
	}
	code := exitFailed
	switch {
	case errors.As(err, new(*meeting.ConflictError)), errors.Is(err, durable.ErrLocked):
		code = exitConflict
	case errors.Is(err, minutes.ErrReadOnly):
		code = exitForbidden
	case errors.Is(err, minutes.ErrBroken), errors.Is(err, minutes.ErrMissing):
		code = exitInvalid
	case errors.Is(err, meeting.ErrRecord):
		return failf(exitUsage, "%s", a.words.Lang.CLIMeeting().Refused(err.Error()))
	}
	if file := (*durable.FileError)(nil); errors.As(err, &file) {
		return a.listError(err)
	}
	return failf(code, "%s", a.minutesError(err))
}

// held finds a meeting by its ID; "" is the newest.
func (a *app) held(id string) (meeting.Meeting, error) {
	w := a.words.Lang.CLIMeeting()
	var all []meeting.Meeting
	if a.minutes != nil {
		all = a.minutes.Minutes().Meetings(a.home())
	}
	if len(all) == 0 {
		return meeting.Meeting{}, failf(exitNotFound, "%s", w.NoMeeting)
	}
	if id == "" {
		return all[len(all)-1], nil
	}
	for _, m := range all {
		if string(m.ID) == id {
			return m, nil
		}
	}
	ids := make([]string, 0, len(all))
	for _, m := range slices.Backward(all) {
		ids = append(ids, string(m.ID))
	}
	return meeting.Meeting{}, failf(exitNotFound, "%s", w.NoSuchMeeting(id, strings.Join(ids[:min(len(ids), 5)], ", ")))
}

// decisionOf finds a decision by its ID, or by its number in the newest
// meeting.
func (a *app) decisionOf(id string) (meeting.Decision, error) {
	if _, err := strconv.Atoi(id); err == nil {
		m, err := a.held("")
		if err != nil {
			return meeting.Decision{}, err
		}
		id = string(m.ID) + "/" + id
	}
	d, ok := a.minutes.Minutes().Decision(meeting.DecisionID(id))
	if !ok {
		return d, failf(exitNotFound, "%s", a.words.Lang.CLIMeeting().NoDecision(id))
	}
	return d, nil
}

func (a *app) meetingList() *cobra.Command {
	w := a.words.Lang.CLIMeeting()
	return &cobra.Command{
		Use: "list", Short: w.ListShort, Args: a.noArgs, Example: "  rakor meeting list",
		RunE: func(*cobra.Command, []string) error {
			if err := a.useMinutes(false); err != nil {
				return err
			}
			return a.print(a.meetingsAnswer())
		},
	}
}

func (a *app) meetingsAnswer() answer {
	w, l := a.words.Lang.CLIMeeting(), a.words.Lang
	type row struct {
		ID        meeting.ID `json:"id"`
		Title     string     `json:"title"`
		Date      model.Date `json:"date"`
		Items     int        `json:"items"`
		Decisions int        `json:"decisions"`
		Open      int        `json:"open"`
	}
	result := struct {
		Meetings []row `json:"meetings"`
	}{Meetings: []row{}}
	ans := answer{
		command: "meeting list", header: []string{"ID", w.ColDate, w.ColTitle, w.ColItems, w.ColDecisions, w.ColOpen},
		rawHead: []string{"id", "date", "title", "items", "decisions", "open"}, right: []bool{false, false, false, true, true, true},
	}
	all := a.minutes.Minutes()
	for _, m := range slices.Backward(all.Meetings(a.home())) {
		r := row{ID: m.ID, Title: m.Title, Date: m.Date, Items: len(m.Agenda)}
		for _, d := range all.Decisions(m.ID) {
			r.Decisions++
			if d.Status.IsOpen() {
				r.Open++
			}
		}
		result.Meetings = append(result.Meetings, r)
		n := func(v int) string { return strconv.Itoa(v) }
		ans.rows = append(ans.rows, []string{string(m.ID), l.Day(m.Date), m.Title, n(r.Items), n(r.Decisions), n(r.Open)})
		ans.raw = append(ans.raw, []string{string(m.ID), string(m.Date), m.Title, n(r.Items), n(r.Decisions), n(r.Open)})
	}
	if len(ans.rows) == 0 {
		ans.foot = []string{w.NoMeeting}
	}
	ans.result = result
	return ans
}

func (a *app) meetingStart() *cobra.Command {
	w := a.words.Lang.CLIMeeting()
	var agenda, title, date, place, chair string
	c := &cobra.Command{
		Use: "start", Short: w.StartShort, Long: w.StartLong, Args: a.noArgs,
		Example: "  rakor meeting start\n  rakor meeting start --agenda agenda.txt --place 'Aula Peteng Karuhei II'",
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := a.useMinutes(true); err != nil {
				return err
			}
			m := meeting.Meeting{Agenda: a.words.Lang.UsualAgenda()}
			if agenda != "" {
				var err error
				if m, err = a.agenda(agenda); err != nil {
					return err
				}
			}
			home, _ := a.store.Dataset().Region(a.home())
			m.Title = cmp.Or(title, m.Title, a.words.Minutes.UsualTitle(home.Name))
			m.Place, m.Chair = cmp.Or(place, m.Place), cmp.Or(chair, m.Chair)
			m.Date = cmp.Or(m.Date, a.clock().Today)
			if date != "" {
				d, err := model.ParseDate(date)
				if err != nil || len(d) != len("2026-11-25") {
					return failf(exitUsage, "%s", a.words.CLI.BadValue("--date", date, "2026-11-25"))
				}
				m.Date = d
			}
			m.Home, m.ID, m.Opened = string(a.home()), a.minutes.Minutes().NewID(m.Date), minutes.Stamp(a.now())
			return a.commitRecord(cmd.Context(), "meeting start", meeting.Add(m))
		},
	}
	f := c.Flags()
	f.StringVar(&agenda, "agenda", "", w.FlagAgenda)
	f.StringVar(&title, "title", "", w.FlagTitle)
	f.StringVar(&date, "date", "", w.FlagDate)
	f.StringVar(&place, "place", "", w.FlagPlace)
	f.StringVar(&chair, "chair", "", w.FlagChair)
	return c
}

func (a *app) meetingAttend() *cobra.Command {
	w := a.words.Lang.CLIMeeting()
	var id, department string
	c := &cobra.Command{
		Use: "attend", Short: w.AttendShort, Example: "  rakor meeting attend 'Rina Sari' --department 'Dinas Sosial'",
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 || strings.TrimSpace(args[0]) == "" {
				return failf(exitUsage, "%s", w.NeedsName)
			}
			if err := a.useMinutes(true); err != nil {
				return err
			}
			m, err := a.held(id)
			if err != nil {
				return err
			}
			return a.commitRecord(cmd.Context(), "meeting attend", meeting.Edit(m, m.With(meeting.Attendee{Name: strings.TrimSpace(args[0]), Department: department})))
		},
	}
	c.Flags().StringVar(&id, "meeting", "", w.FlagMeeting)
	c.Flags().StringVar(&department, "department", "", w.FlagDepartment)
	return c
}

func (a *app) meetingDecide() *cobra.Command {
	w := a.words.Lang.CLIMeeting()
	var id, text, owner, deadline, note string
	var item int
	c := &cobra.Command{
		Use: "decide", Short: w.DecideShort, Long: w.DecideLong, Args: a.noArgs,
		Example: "  rakor meeting decide --text 'Verifikasi desil 1-4' --owner 'Dinas Sosial' --deadline '2 minggu'",
		RunE: func(cmd *cobra.Command, _ []string) error {
			if strings.TrimSpace(text) == "" {
				return failf(exitUsage, "%s", w.NeedsText)
			}
			due, err := a.deadline(deadline)
			if err != nil {
				return err
			}
			if err := a.useMinutes(true); err != nil {
				return err
			}
			m, err := a.held(id)
			if err != nil {
				return err
			}
			if item < 0 || item > len(m.Agenda) {
				return failf(exitUsage, "%s", a.words.CLI.BadValue("--item", strconv.Itoa(item), fmt.Sprintf("1 - %d", len(m.Agenda))))
			}
			return a.commitRecord(cmd.Context(), "meeting decide", meeting.Add(meeting.Decision{
				Meeting: m.ID, Number: a.minutes.Minutes().NextNumber(m.ID), Item: item, Text: strings.TrimSpace(text), Owner: owner, Deadline: due,
				Status: meeting.Open, Note: note, By: a.who(), At: minutes.Stamp(a.now()), Basis: meeting.Basis{Dataset: a.store.Dataset().Checksum()},
			}))
		},
	}
	f := c.Flags()
	f.StringVar(&id, "meeting", "", w.FlagMeeting)
	f.StringVar(&text, "text", "", w.FlagText)
	f.StringVar(&owner, "owner", "", w.FlagOwner)
	f.StringVar(&deadline, "deadline", "", w.FlagDeadline)
	f.StringVar(&note, "note", "", w.FlagNote)
	f.IntVar(&item, "item", 0, w.FlagItem)
	return c
}

// deadline reads the value of --deadline.
func (a *app) deadline(text string) (model.Date, error) {
	due, err := lang.ParseDeadline(text, a.clock().Today)
	if err != nil {
		return "", failf(exitUsage, "%s", a.words.CLI.BadValue("--deadline", text, a.words.Minutes.DueHint))
	}
	return due, nil
}

func (a *app) meetingMove() *cobra.Command {
	w := a.words.Lang.CLIMeeting()
	var status, deadline, reason string
	c := &cobra.Command{
		Use: "move", Short: w.MoveShort, Long: w.MoveLong,
		Example: "  rakor meeting move 2026-07-07/3 --status done\n  rakor meeting move 2026-07-07/4 --status extended --deadline 31-12 --reason 'menunggu data BPS'",
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 {
				return failf(exitUsage, "%s", w.NeedsDecision)
			}
			to := meeting.Status(status)
			if !slices.Contains(meeting.Statuses(), to) {
				return failf(exitUsage, "%s", a.words.CLI.BadValue("--status", status, "open, done, extended, escalated, dropped"))
			}
			due, err := a.deadline(deadline)
			if err != nil {
				return err
			}
			if to == meeting.Extended && due == "" {
				return failf(exitUsage, "%s", w.NeedsDeadline)
			}
			if err := a.useMinutes(true); err != nil {
				return err
			}
			d, err := a.decisionOf(args[0])
			if err != nil {
				return err
			}
			return a.commitRecord(cmd.Context(), "meeting move", meeting.Edit(d, d.Move(meeting.Progress{
				At: minutes.Stamp(a.now()), By: a.who(), Status: to, Deadline: due, Reason: reason,
			})))
		},
	}
	f := c.Flags()
	f.StringVar(&status, "status", "", w.FlagStatus)
	f.StringVar(&deadline, "deadline", "", w.FlagDeadline)
	f.StringVar(&reason, "reason", "", w.FlagReason)
	return c
}

// commitRecord keeps a change and says what was kept.
func (a *app) commitRecord(ctx context.Context, command string, c meeting.Change) error {
	changes := []meeting.Change{c}
	for try := 0; ; try++ {
		_, err := a.minutes.Commit(ctx, changes, "", a.who(), a.now())
		if conflict := (*meeting.ConflictError)(nil); errors.As(err, &conflict) && try < mostTries {
			if next := renumbered(a.minutes.Minutes(), changes); next != nil {
				changes = next
				continue
			}
		}
		if err != nil {
			return a.recordError(err)
		}
		return a.print(a.recordAnswer(command, changes))
	}
}

// recordAnswer says what was changed.
func (a *app) recordAnswer(command string, changes []meeting.Change) answer {
	w := a.words.Lang.CLIMeeting()
	type result struct {
		Key string         `json:"key"`
		Was meeting.Record `json:"was"`
		Now meeting.Record `json:"now"`
	}
	out := struct {
		Changes []result `json:"changes"`
	}{Changes: []result{}}
	ans := answer{command: command, header: []string{w.ColRecord, w.ColWhat}, rawHead: []string{"key", "text"}, rows: [][]string{}}
	for _, c := range changes {
		out.Changes = append(out.Changes, result{Key: c.Key(), Was: c.Was, Now: c.Now})
		ans.rows = append(ans.rows, []string{name(c.Key()), a.words.Lang.RecordText(c)})
	}
	ans.result = out
	ans.foot = []string{w.TakeBack}
	return ans
}

// name gives the name of a record as people type it.
func name(key string) string {
	_, id, _ := strings.Cut(key, "/")
	return id
}

func (a *app) meetingUndo(redo bool) *cobra.Command {
	w := a.words.Lang.CLIMeeting()
	use, short := "undo", w.UndoShort
	if redo {
		use, short = "redo", w.RedoShort
	}
	return &cobra.Command{
		Use: use, Short: short, Args: a.noArgs, Example: "  rakor meeting " + use,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := a.useMinutes(true); err != nil {
				return err
			}
			do := a.minutes.Undo
			if redo {
				do = a.minutes.Redo
			}
			saved, err := do(cmd.Context(), a.who(), a.now())
			if errors.Is(err, minutes.ErrNothing) {
				return failf(exitNotFound, "%s", a.words.Minutes.Nothing)
			}
			if err != nil {
				return a.recordError(err)
			}
			return a.print(a.recordAnswer("meeting "+use, saved.Changes))
		},
	}
}

func (a *app) meetingLog() *cobra.Command {
	w := a.words.Lang.CLIMeeting()
	return &cobra.Command{
		Use: "log", Short: w.LogShort, Args: a.noArgs, Example: "  rakor meeting log",
		RunE: func(*cobra.Command, []string) error {
			if err := a.useMinutes(false); err != nil {
				return err
			}
			log, err := a.minutes.Log()
			if err != nil {
				return a.recordError(err)
			}
			type step struct {
				Step uint64 `json:"step"`
				At   string `json:"at"`
				By   string `json:"by"`
				Kind string `json:"kind"`
				Key  string `json:"key"`
				Text string `json:"text"`
			}
			out := struct {
				Steps []step `json:"steps"`
			}{Steps: []step{}}
			ans := answer{command: "meeting log", header: []string{w.ColStep, w.ColWhen, w.ColWho, w.ColKind, w.ColRecord, w.ColWhat}, rawHead: []string{"step", "at", "by", "kind", "key", "text"}, rows: [][]string{}, right: []bool{true}}
			for _, s := range slices.Backward(log) {
				for _, c := range s.Changes {
					text := a.words.Lang.RecordText(c)
					out.Steps = append(out.Steps, step{s.Seq, s.At, s.By, s.Do, c.Key(), text})
					ans.rows = append(ans.rows, []string{strconv.FormatUint(s.Seq, 10), s.At, s.By, s.Do, name(c.Key()), text})
				}
			}
			ans.result = out
			return a.print(ans)
		},
	}
}
