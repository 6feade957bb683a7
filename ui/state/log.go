package state

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
)

// intents lists every kind of intent: the log's vocabulary.
func intents() []Intent {
	return append(programIntents(), []Intent{
		ShowTab{},
		ToggleTable{},
		Point{},
		SetHome{},
		SetIndicator{},
		SetPeriod{},
		StepPeriod{},
		StepOwn{},
		SetOwn{},
		LikeForLike{},
		ToggleRegion{},
		UsualRegions{},
		ToggleTrend{},
		SetReference{},
		SelectRegion{},
		SetAnalysis{},
		SetAgainst{},
		SetPeers{},
		SetCut{},
		SetRSE{},
		SelectInput{},
		SetInput{},
		SetEstimatePeriod{},
		ResetEstimate{},
		SelectProgramme{},
		SetFilter{},
		SetSort{},
		Loaded{},
		OpenHouseholds{},
		CloseHouseholds{},
		HouseholdsOpened{},
		SharesOpened{},
		HouseholdsClosed{},
		SaveScenario{},
		RenameScenario{},
		RemoveScenario{},
		UndoScenario{},
		OpenScenario{},
		ToggleScenario{},
		CompareScenarios{},
		ScenarioSaved{},
		ScenarioRenamed{},
		ScenarioRemoved{},
		ScenarioUndone{},
		StartMeeting{},
		OpenAgenda{},
		HoldMeeting{},
		EditMeeting{},
		CallItem{},
		RecordDecision{},
		RemoveDecision{},
		RecordHands{},
		UndoMinutes{},
		MinutesKept{},
		ShowMinutes{},
		SelectDecision{},
		SetMinutesOrder{},
		OpenView{},
		OpenIntake{},
		KeepIntake{},
		FilesListed{},
		Exported{},
		IntakeRead{},
		ChooseReading{},
		UndoFigures{},
		FiguresKept{},
		SavePeers{},
		RemovePeers{},
		PeersKept{},
		SetNear{},
		SetSample{},
		SaveProgrammes{},
		UndoProgrammes{},
		AskHistory{},
		ProgrammesKept{},
		ProgrammesFailed{},
		HistoryRead{},
	}...)
}

// Log is intents in the order in which they were applied. It is not safe for
// concurrent use.
type Log struct{ intents []Intent }

// Add appends an intent.
func (l *Log) Add(in Intent) { l.intents = append(l.intents, in) }

// Intents gives what was logged. The slice is shared: do not change it.
func (l *Log) Intents() []Intent { return l.intents }

// Replay applies the log to a state and gives the last one. Effects are not
// run: what they answered stands in the log itself.
func (l *Log) Replay(snap *Snapshot, st State) State {
	for _, in := range l.intents {
		st, _ = Apply(snap, st, in)
	}
	return st
}

// entry is one line of a log: {"do":"StepPeriod","with":{"by":1}}.
type entry struct {
	Do   string          `json:"do"`
	With json.RawMessage `json:"with,omitempty"`
}

// WriteTo writes the log, one JSON object a line.
func (l *Log) WriteTo(w io.Writer) (int64, error) {
	var b bytes.Buffer
	for _, in := range l.intents {
		with, err := json.Marshal(in)
		if err != nil {
			return 0, fmt.Errorf("state: log: %w", err)
		}
		if string(with) == "{}" {
			with = nil
		}
		line, err := json.Marshal(entry{Do: reflect.TypeOf(in).Name(), With: with})
		if err != nil {
			return 0, fmt.Errorf("state: log: %w", err)
		}
		b.Write(line)
		b.WriteByte('\n')
	}
	n, err := w.Write(b.Bytes())
	return int64(n), err
}

// ErrLog is returned for a line of a log that is not an intent.
var ErrLog = errors.New("not a log of intents")

// ReadLog reads what [Log.WriteTo] wrote. On a broken line it gives what came
// before it together with an error that names the line ([ErrLog]).
func ReadLog(r io.Reader) (*Log, error) {
	kinds := map[string]reflect.Type{}
	for _, in := range intents() {
		t := reflect.TypeOf(in)
		kinds[t.Name()] = t
	}
	l := &Log{}
	sc := bufio.NewScanner(r)
	sc.Buffer(make([]byte, 0, 4096), 16<<20)
	for n := 1; sc.Scan(); n++ {
		line := bytes.TrimSpace(sc.Bytes())
		if len(line) == 0 || line[0] == '#' {
			continue
		}
		var e entry
		if err := json.Unmarshal(line, &e); err != nil {
			return l, fmt.Errorf("state: line %d: %w: %w", n, ErrLog, err)
		}
		t, ok := kinds[e.Do]
		if !ok {
			return l, fmt.Errorf("state: line %d: %w: unknown intent %q", n, ErrLog, e.Do)
		}
		v := reflect.New(t)
		if len(e.With) > 0 {
			if err := json.Unmarshal(e.With, v.Interface()); err != nil {
				return l, fmt.Errorf("state: line %d: %w: %w", n, ErrLog, err)
			}
		}
		l.Add(v.Elem().Interface().(Intent))
	}
	if err := sc.Err(); err != nil {
		return l, fmt.Errorf("state: %w: %w", ErrLog, err)
	}
	return l, nil
}
