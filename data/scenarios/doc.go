// Package scenarios keeps the named sets of inputs of the estimate in a user's
// data directory.
//
//	store, err := scenarios.Open(dir, scenarios.Options{})
//	store.All()
//	err = store.Save(ctx, scenario, was, now)
//	undone, err := store.Undo(ctx, now)
//
// They stand in one journal (scenarios.jsonl, see package durable) of which
// each entry holds the whole list after a change, so that the newest entry is
// the list, an older one is what [Store.Undo] goes back to, and the oldest can
// be dropped. A nil error means that the change survives a power failure as far
// as the system can promise; after any other error the list is as it was.
//
// Every change says what it found: [Store.Save], [Store.Rename] and
// [Store.Remove] compare that with what is there under the directory's lock,
// and where another program has changed it they refuse with a *[ConflictError].
//
// A scenario is inputs by name and nothing else. Results are not kept: they
// follow from the inputs and the data in use. Names of inputs that this version
// does not know are kept as they are.
package scenarios
