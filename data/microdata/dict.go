package microdata

import (
	"bytes"
	"hash/maphash"
)

// dict gives labels small codes in the order of their first appearance. A label
// may stand under a prefix, the code of a stratum, so that the same PSU number
// in two strata gets two codes. Labels lie one after another in one array: a
// file with half a million PSUs makes a dozen allocations, not half a million.
type dict struct {
	seed     maphash.Seed
	slots    []int32 // code + 1, or 0; a power of two of them, linear probing
	hashes   []uint32
	prefixes []int32
	ends     []uint32
	labels   []byte
}

func newDict(seed maphash.Seed) *dict { return &dict{seed: seed, slots: make([]int32, 64)} }

func (d *dict) len() int { return len(d.ends) }

// label returns the bytes of a code's label; they must not be changed.
func (d *dict) label(code int32) []byte {
	begin := uint32(0)
	if code > 0 {
		begin = d.ends[code-1]
	}
	return d.labels[begin:d.ends[code]]
}

// code returns the code of a label, a new one where it has none.
func (d *dict) code(prefix int32, label []byte) int32 {
	mixed := maphash.Bytes(d.seed, label) ^ uint64(uint32(prefix))*0x9e3779b97f4a7c15
	h := uint32(mixed ^ mixed>>32)
	mask := uint32(len(d.slots) - 1)
	i := h & mask
	for {
		s := d.slots[i]
		if s == 0 {
			break
		}
		if c := s - 1; d.hashes[c] == h && d.prefixes[c] == prefix && bytes.Equal(d.label(c), label) {
			return c
		}
		i = (i + 1) & mask
	}
	c := int32(len(d.ends))
	d.slots[i] = c + 1
	d.hashes = append(d.hashes, h)
	d.prefixes = append(d.prefixes, prefix)
	d.labels = append(d.labels, label...)
	d.ends = append(d.ends, uint32(len(d.labels)))
	if 4*len(d.ends) > 3*len(d.slots) {
		d.grow()
	}
	return c
}

func (d *dict) grow() {
	slots := make([]int32, 2*len(d.slots))
	mask := uint32(len(slots) - 1)
	for c, h := range d.hashes {
		i := h & mask
		for slots[i] != 0 {
			i = (i + 1) & mask
		}
		slots[i] = int32(c) + 1
	}
	d.slots = slots
}

// strings returns all labels, sharing one string.
func (d *dict) strings() []string {
	all := string(d.labels)
	out := make([]string, len(d.ends))
	begin := uint32(0)
	for i, end := range d.ends {
		out[i] = all[begin:end]
		begin = end
	}
	return out
}
