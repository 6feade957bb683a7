package durabletest

import (
	"iter"
	"maps"
	"slices"
)

// Loss says what a power failure leaves of bytes that were written to a file
// and not flushed.
type Loss int

const (
	// Lost leaves the bytes that were flushed.
	Lost Loss = iota
	// Kept leaves all that was written.
	Kept
	// Half leaves half of what was added.
	Half
	// Zeroed leaves the new length with zeros in place of what was added.
	Zeroed
	// Mixed leaves the new bytes over the old ones and the longer length of
	// the two, as when a cut was forgotten.
	Mixed
	// Reordered is Mixed, but the first half of the new bytes is missing: the
	// disk wrote the later blocks first.
	Reordered
)

// Losses returns every Loss.
func Losses() []Loss { return []Loss{Lost, Kept, Half, Zeroed, Mixed, Reordered} }

// String names the loss, for messages of tests.
func (l Loss) String() string {
	return [...]string{"lost", "kept", "half", "zeroed", "mixed", "reordered"}[l]
}

// Crash says how a power failure went.
type Crash struct {
	// Names is how many of the changes of names that were not flushed came
	// through, in the order in which they were made.
	Names int
	// Loss is what happened to bytes that were not flushed.
	Loss Loss
}

// Crashes yields the disk as it may be found after a power failure now: for
// every number of names that may have come through, and for every Loss. The
// disk itself goes on as it is.
func (d *Disk) Crashes() iter.Seq2[Crash, *Disk] {
	return func(yield func(Crash, *Disk) bool) {
		d.mu.Lock()
		names := len(d.pending)
		d.mu.Unlock()
		for n := range names + 1 {
			for _, loss := range Losses() {
				c := Crash{Names: n, Loss: loss}
				if !yield(c, d.After(c)) {
					return
				}
			}
		}
	}
}

// After returns the disk as one power failure leaves it. Names beyond those
// that are waiting are all of them.
func (d *Disk) After(c Crash) *Disk {
	d.mu.Lock()
	defer d.mu.Unlock()
	listed := map[*node]map[string]*node{}
	collect(d.root, listed)
	for _, change := range d.pending[:min(c.Names, len(d.pending))] {
		if listed[change.dir] == nil {
			listed[change.dir] = maps.Clone(change.dir.listed)
		}
		change.apply(listed[change.dir])
	}
	out := NewDisk()
	out.root = survive(d.root, listed, c.Loss)
	out.room, out.bounded = d.room, d.bounded
	out.locked = maps.Clone(d.locked)
	return out
}

// collect gathers the flushed names of every folder that can be reached now.
func collect(n *node, listed map[*node]map[string]*node) {
	if n.names == nil {
		return
	}
	listed[n] = maps.Clone(n.listed)
	for _, sub := range n.names {
		collect(sub, listed)
	}
}

// survive copies a node as it stands on the disk.
func survive(n *node, listed map[*node]map[string]*node, loss Loss) *node {
	if n.names == nil {
		data := loss.of(n.flushed, n.data)
		return &node{perm: n.perm, data: data, flushed: slices.Clone(data)}
	}
	names := listed[n]
	if names == nil {
		names = n.listed
	}
	out := folder()
	out.perm = n.perm
	for name, sub := range names {
		kept := survive(sub, listed, loss)
		out.names[name], out.listed[name] = kept, kept
	}
	return out
}

// of returns what is left of a file that had flushed on the disk and data in
// memory.
func (l Loss) of(flushed, data []byte) []byte {
	added := max(len(data)-len(flushed), 0)
	switch l {
	case Kept:
		return slices.Clone(data)
	case Half:
		if added > 0 {
			return slices.Clone(data[:len(flushed)+added/2])
		}
	case Zeroed:
		if added > 0 {
			return append(slices.Clone(data[:len(flushed)]), make([]byte, added)...)
		}
	case Mixed:
		if added == 0 {
			return append(slices.Clone(data), flushed[len(data):]...)
		}
		return slices.Clone(data)
	case Reordered:
		return reordered(flushed, data)
	case Lost:
	}
	return slices.Clone(flushed)
}

func reordered(flushed, data []byte) []byte {
	common := 0
	for common < min(len(flushed), len(data)) && flushed[common] == data[common] {
		common++
	}
	out := make([]byte, max(len(flushed), len(data)))
	copy(out, flushed)
	late := common + (len(data)-common)/2
	copy(out[late:], data[late:])
	return out
}
