package microdata

import "bytes"

// recordEnd returns the end of the record that begins at data[pos], its line
// end included, and whether that end is in data. It follows encoding/csv: a
// quote opens a field only at its beginning; where a quote stands elsewhere the
// record is malformed and ends with the line.
func recordEnd(data []byte, pos int, sep byte) (end int, complete bool) {
	for pos < len(data) {
		if data[pos] != '"' {
			i := pos
			for i < len(data) && data[i] != sep && data[i] != '\n' && data[i] != '"' {
				i++
			}
			switch {
			case i == len(data):
				return i, false
			case data[i] == '\n':
				return i + 1, true
			case data[i] == '"':
				return lineEnd(data, i)
			}
			pos = i + 1
			continue
		}
		pos = quoteEnd(data, pos+1)
		switch {
		case pos < 0 || pos >= len(data):
			return len(data), false
		case data[pos] == '\n':
			return pos + 1, true
		case data[pos] != sep:
			return lineEnd(data, pos)
		}
		pos++
	}
	return len(data), false
}

// quoteEnd returns the place after the quote that closes a field, given the
// place after the one that opens it; -1 where it is not closed.
func quoteEnd(data []byte, pos int) int {
	for {
		i := bytes.IndexByte(data[pos:], '"')
		if i < 0 {
			return -1
		}
		pos += i + 1
		if pos < len(data) && data[pos] == '"' {
			pos++
			continue
		}
		return pos
	}
}

// lineEnd returns the place after the next line feed, or the end of data and false.
func lineEnd(data []byte, pos int) (int, bool) {
	if i := bytes.IndexByte(data[pos:], '\n'); i >= 0 {
		return pos + i + 1, true
	}
	return len(data), false
}

// lastRecordEnd returns the end of the last complete record of data, which
// begins with a record; 0 where none is complete. Without quotes that is the
// last line feed; only lines with quotes are walked.
func lastRecordEnd(data []byte, sep byte) int {
	pos := 0
	for {
		q := bytes.IndexByte(data[pos:], '"')
		if q < 0 {
			return pos + bytes.LastIndexByte(data[pos:], '\n') + 1
		}
		begin := pos + bytes.LastIndexByte(data[pos:pos+q], '\n') + 1
		end, complete := recordEnd(data, begin, sep)
		if !complete {
			return begin
		}
		pos = end
	}
}
