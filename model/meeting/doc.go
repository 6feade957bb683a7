// Package meeting is what is kept of a coordination meeting: its agenda, who
// was there, what was decided on which figures, and what became of it.
//
//	m := meeting.Meeting{ID: "2026-11-25", Date: "2026-11-25", Title: "Rakor TKPKD", Agenda: items}
//	minutes, err = minutes.Apply(meeting.Add(m))
//	d := meeting.Decision{Meeting: m.ID, Number: minutes.NextNumber(m.ID), Text: "...", Owner: "Dinas Sosial", Deadline: "2026-12-31"}
//	minutes, err = minutes.Apply(meeting.Add(d))
//	for _, f := range minutes.FollowUps(m, today) { ... }
//
// Everything is kept as a [Record]: a [Meeting], a [Decision] or [Hands]. A
// [Change] is one of them as it was and as it is to be, and [Minutes] are all
// of them after some changes. Minutes never change; [Minutes.Apply] gives new
// ones, and refuses a change whose record is not what the change took it for.
//
// The package knows no screens: the view that an agenda item opens, and the one
// a decision was taken on, are opaque texts to it.
package meeting
