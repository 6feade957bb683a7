package main

import (
	"testing"
	"time"

	"rakor/data/minutes"
	"rakor/model/meeting"
	room "rakor/ui/meeting"
	"rakor/ui/state"
)

// TestAttendanceIsKept ends a meeting that was held: who joined stands in its
// record beside who was written down; where none was held, nothing is written.
func TestAttendanceIsKept(t *testing.T) {
	t.Parallel()
	a := files(t)
	now := time.Date(2026, 7, 7, 1, 0, 0, 0, time.UTC)
	a.now = func() time.Time { return now }
	a.dirs.Data = t.TempDir()
	if problem := a.openMinutes(); problem != "" {
		t.Fatal(problem)
	}
	m := meeting.Meeting{ID: "2026-07-07", Home: "6271", Date: "2026-07-07", Title: "Rakor", Opened: minutes.Stamp(now)}
	m = m.With(meeting.Attendee{Name: "Wakil Wali Kota"})
	if _, err := a.minutes.Commit(t.Context(), []meeting.Change{meeting.Add(m)}, "", "rina", now); err != nil {
		t.Fatal(err)
	}
	held := func(id meeting.ID) *room.Room {
		st := state.New("6271")
		st.Meeting.ID = id
		r := room.NewRoom(a.now, a.snapshot(), st)
		if _, err := r.Enter(room.Person{Name: "Penyaji"}, localKey); err != nil { // this machine
			t.Fatal(err)
		}
		budi, err := r.Enter(room.Person{Name: "budi", Addr: "192.0.2.7:5022"}, "")
		if err != nil {
			t.Fatal(err)
		}
		now = now.Add(time.Hour)
		r.Exit(budi, "", room.Place{})
		return r
	}
	for _, id := range []meeting.ID{"", "2020-01-01"} {
		if err := a.keepAttendance(held(id)); err != nil {
			t.Error(err)
		}
		if kept, _ := a.minutes.Minutes().Meeting(m.ID); len(kept.Attendance) != 1 {
			t.Errorf("meeting %q: %+v", id, kept.Attendance)
		}
	}
	now = time.Date(2026, 7, 7, 1, 0, 0, 0, time.UTC)
	r := held(m.ID)
	for range 2 { // the second time there is nothing new to keep
		if err := a.keepAttendance(r); err != nil {
			t.Fatal(err)
		}
		kept, _ := a.snapshot().Minutes.Meeting(m.ID)
		if len(kept.Attendance) != 2 || kept.Attendance[1] != (meeting.Attendee{Name: "budi", Joined: true, Since: "2026-07-07T01:00:00Z", Until: "2026-07-07T02:00:00Z"}) {
			t.Errorf("%+v", kept.Attendance)
		}
	}
}
