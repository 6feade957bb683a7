package meeting

import "sync/atomic"

// latest is a value of which only the newest counts: one pointer to it and to
// a channel that is closed when it is replaced. Readers never wait for the
// writer, nor it for them. Writers must not overlap.
type latest[T any] struct{ p atomic.Pointer[node[T]] }

type node[T any] struct {
	value   T
	changed chan struct{}
}

// set replaces the value and wakes who waits for it.
func (l *latest[T]) set(v T) {
	old := l.p.Swap(&node[T]{value: v, changed: make(chan struct{})})
	if old != nil {
		close(old.changed)
	}
}

// get gives the value and the channel that its replacement closes.
func (l *latest[T]) get() (*T, <-chan struct{}) {
	n := l.p.Load()
	return &n.value, n.changed
}
