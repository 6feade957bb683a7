package microdata

import "rakor/data/personal"

// WithChunk returns o with chunks of n bytes, so that small files have many.
func WithChunk(o Options, n int) Options {
	o.chunk = n
	return o
}

// ParseNumber is parseNumber.
func ParseNumber(s string, how Decimal) (float64, Reason) { return parseNumber([]byte(s), how) }

// IdentityNumber16 is personal.IdentityNumber16.
func IdentityNumber16(s string) (sixteen, valid bool) { return personal.IdentityNumber16([]byte(s)) }
