// Package book keeps a user's list of programmes on the disk, so that what was
// said to be saved is saved.
//
//	b, err := book.Open(dir, embedded, book.Options{})
//	defer b.Close(ctx)
//	list := b.Snapshot()
//	saved, err := b.Commit(ctx, model.Change{ID: "p001", Was: &was, Now: &now}, "Rina", time.Now())
//	_, err = b.Undo(ctx, 1, "Rina", time.Now())
//
// # Files
//
// In the user's directory lie
//
//   - programmes.json, the user's entries laid over the embedded ones; it can be
//     read, edited and copied like any document of the dataset;
//   - programmes.journal, every step with who, when, the old and the new entry;
//   - versions/programmes.json.000001 and on, the last twenty states;
//   - drafts/, what somebody has typed and not yet saved;
//   - lock, whose existence means nothing.
//
// A commit appends one line to the journal and flushes it: that is the moment
// from which it survives. The document is written anew now and then, at the
// latest when the book is closed, and names the last line of the journal that
// it includes; whoever opens the list reads the document and the lines behind.
// To restore an earlier state, copy a version over programmes.json: a document
// that is older than the last one written is taken as it stands, and the
// journal goes on from there.
//
// # Several programs
//
// Every write takes the lock, reads what others have written meanwhile, and
// holds the change against it (see [model.Change.Apply]): a change of the same
// field is refused with a *[model.ConflictError], a change of another field or
// entry goes through. Reading takes no lock. A lock is the operating system's:
// that of a program that died is free.
//
// # Errors
//
// *[model.FieldError] for what cannot be kept, *[model.ConflictError], and the
// errors of package durable, which tell a full disk (ErrNoSpace), a place that
// may not be written (ErrReadOnly) and a lock that is held (ErrLocked) apart.
// [ErrReadOnly] is the book's own: it was opened for reading. Whatever the
// error, the list is then as it was before, unless [durable.FileError.Placed]
// is set.
//
// A Book is safe for concurrent use.
package book
