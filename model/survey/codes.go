package survey

// Codes turns names into small integers, 0, 1, 2, … in the order in which they are first seen. The zero value is ready
// for use. It is not safe for concurrent use while names are added.
type Codes struct {
	index map[string]int32
	names []string
}

// Encode returns the code of each name, and the Codes that tell the names again.
func Encode(names []string) ([]int32, *Codes) {
	c := new(Codes)
	out := make([]int32, len(names))
	for i, name := range names {
		out[i] = c.Code(name)
	}
	return out, c
}

// Code returns the code of name, a new one if it was not seen before.
func (c *Codes) Code(name string) int32 {
	if code, ok := c.index[name]; ok {
		return code
	}
	return c.add(name)
}

// CodeBytes is Code for a name in a buffer, which is not kept; it allocates only for a new name.
func (c *Codes) CodeBytes(name []byte) int32 {
	if code, ok := c.index[string(name)]; ok {
		return code
	}
	return c.add(string(name))
}

func (c *Codes) add(name string) int32 {
	if c.index == nil {
		c.index = make(map[string]int32)
	}
	code := int32(len(c.names))
	c.index[name] = code
	c.names = append(c.names, name)
	return code
}

// Name returns the name of a code, or "" for a code that was not given out.
func (c *Codes) Name(code int32) string {
	if code < 0 || int(code) >= len(c.names) {
		return ""
	}
	return c.names[code]
}

// Len returns the number of names; codes are below it.
func (c *Codes) Len() int { return len(c.names) }
