// Package minutes keeps the records of meetings in a user's data directory.
//
//	store, err := minutes.Open(dir, minutes.Options{})
//	now := store.Minutes()
//	saved, err := store.Commit(ctx, []meeting.Change{meeting.Add(decision)}, "", "Rina", at)
//	undone, err := store.Undo(ctx, "Rina", at)
//
// Every commit is one line of a journal (meetings.journal, see package
// durable): it is on the disk, as far as the system can promise, when Commit
// returns without an error; after any other error the records are what they
// were. Each change tells what it found; under the lock of the directory it is
// compared with what is there, and where another program has changed that, the
// commit is refused as a whole (*[meeting.ConflictError]).
//
// When the journal has grown long, all records are written to meetings.json,
// of which the last twenty versions stay, and the journal keeps its newest
// lines: they are the history that can be taken back.
package minutes
