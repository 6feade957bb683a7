package jscan

// Locate finds the offsets of values by their JSON pointers; those that are not
// in the document are left out. The document is walked once.
func Locate(b []byte, pointers map[string]bool) map[string]int {
	r := New(b, nil)
	found := make(map[string]int, len(pointers))
	// Only objects and arrays that lead to a pointer are entered.
	ways := map[string]bool{}
	for p := range pointers {
		for i := range p {
			if p[i] == '/' {
				ways[p[:i]] = true
			}
		}
	}
	r.locate(pointers, ways, found)
	return found
}

func (r *Reader) locate(pointers, ways map[string]bool, found map[string]int) {
	c := r.next()
	here := r.Pointer()
	if pointers[here] {
		if _, twice := found[here]; !twice {
			found[here] = r.i
		}
	}
	switch {
	case !ways[here]:
		r.Skip()
	case c == '{':
		r.Map(func([]byte) { r.locate(pointers, ways, found) })
	case c == '[':
		r.Array(func(int) { r.locate(pointers, ways, found) })
	default:
		r.Skip()
	}
}
