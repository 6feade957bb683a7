package meeting_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"rakor/ui/meeting"
)

// TestVisits: a line that drops does not cut a visit in two, two people of one
// name are two, nobody visits from the machine itself, and a storm of names is
// bounded.
func TestVisits(t *testing.T) {
	t.Parallel()
	r, c, _ := newRoom(t)
	come := func(name string) meeting.ID {
		id, err := r.Enter(meeting.Person{Name: name, Addr: "192.0.2.1:9"}, "")
		if err != nil {
			t.Fatal(err)
		}
		return id
	}
	leave := func(id meeting.ID) { r.Exit(id, "", meeting.Place{}) }
	at := func(minutes int) time.Time { return start().Add(time.Duration(minutes) * time.Minute) }

	enter(t, r, "Penyaji", "local")
	dewi, budi := come("dewi"), come("budi")
	c.move(10 * time.Minute)
	leave(dewi)
	other := come("budi")
	c.move(5 * time.Minute)
	come("dewi") // again, and stays
	leave(budi)
	c.move(5 * time.Minute)
	leave(other)
	want := []meeting.Visit{
		{Name: "budi", Since: at(0), Until: at(15)},
		{Name: "dewi", Since: at(0), Until: at(20)},
		{Name: "budi", Since: at(10), Until: at(20)},
	}
	for range 2 { // asking changes nothing
		got := r.Visits()
		if len(got) > 1 && got[0].Name == "dewi" {
			got[0], got[1] = got[1], got[0] // both came at once
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Error(d)
		}
	}
	for i := range meeting.MaxVisits + 10 {
		leave(come(fmt.Sprintf("tamu %d", i)))
	}
	if n := len(r.Visits()); n != meeting.MaxVisits {
		t.Errorf("%d visits are remembered", n)
	}
}
