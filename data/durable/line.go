package durable

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"strconv"
)

// A journal's line is JSON in one fixed spelling, so that people and other
// tools can read it and this package can check it without a JSON decoder.
const (
	linePrefix = `{"seq":`
	lineSum    = `,"crc":"`
	lineEntry  = `","entry":`
	lineSuffix = `}`
	sumDigits  = 8
	// headLen covers number and checksum of any line.
	headLen = len(linePrefix) + 20 + len(lineSum) + sumDigits
	// maxSeq leaves room for counting on.
	maxSeq = 1 << 62
)

// checksum is the CRC-32 (Castagnoli) of the number's digits and the entry.
func checksum(seq, entry []byte) uint32 {
	table := crc32.MakeTable(crc32.Castagnoli)
	return crc32.Update(crc32.Update(0, table, seq), table, entry)
}

// formatLine returns the line, newline included.
func formatLine(seq uint64, data json.RawMessage) ([]byte, error) {
	var entry bytes.Buffer
	if err := json.Compact(&entry, data); err != nil {
		return nil, fmt.Errorf("entry %d %w: %w", seq, ErrInvalid, err)
	}
	digits := strconv.AppendUint(nil, seq, 10)
	line := make([]byte, 0, headLen+len(lineEntry)+entry.Len()+2)
	line = append(line, linePrefix...)
	line = append(line, digits...)
	line = append(line, lineSum...)
	line = fmt.Appendf(line, "%08x", checksum(digits, entry.Bytes()))
	line = append(line, lineEntry...)
	line = append(line, entry.Bytes()...)
	line = append(line, lineSuffix...)
	return append(line, '\n'), nil
}

// parseLine reads a line without its newline. bad says what is wrong with it
// and is empty for a good one. The entry shares the line's memory.
func parseLine(line []byte) (entry Entry, bad string) {
	rest, ok := bytes.CutPrefix(line, []byte(linePrefix))
	if !ok {
		return Entry{}, "no entry"
	}
	digits, rest, ok := bytes.Cut(rest, []byte(lineSum))
	if !ok {
		return Entry{}, "an entry without a checksum"
	}
	seq, err := parseSeq(digits)
	if err != nil {
		return Entry{}, "an entry without a number"
	}
	sum, rest, ok := bytes.Cut(rest, []byte(lineEntry))
	if !ok || len(sum) != sumDigits {
		return Entry{}, "an entry without content"
	}
	data, ok := bytes.CutSuffix(rest, []byte(lineSuffix))
	if !ok {
		return Entry{}, "an entry without its end"
	}
	want, err := strconv.ParseUint(string(sum), 16, 32)
	if err != nil || uint32(want) != checksum(digits, data) {
		return Entry{}, "an entry that does not match its checksum"
	}
	return Entry{Seq: seq, Data: data[:len(data):len(data)]}, ""
}

// parseSeq accepts a number from 1 to maxSeq as formatLine spells it.
func parseSeq(digits []byte) (uint64, error) {
	if len(digits) == 0 || digits[0] < '1' || digits[0] > '9' {
		return 0, errors.New("not a number from 1")
	}
	seq, err := strconv.ParseUint(string(digits), 10, 64)
	if err == nil && seq > maxSeq {
		err = strconv.ErrRange
	}
	return seq, err
}
