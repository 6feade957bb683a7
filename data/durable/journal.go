package durable

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
)

// Limits bound a journal. A field of 0 or less means its default.
type Limits struct {
	// File is the largest file in bytes: by default 64 MiB.
	File int64
	// Entry is the longest line in bytes: by default 16 MiB.
	Entry int
}

func (l Limits) withDefaults() Limits {
	if l.File <= 0 {
		l.File = 64 << 20
	}
	if l.Entry <= 0 {
		l.Entry = 16 << 20
	}
	return l
}

// Entry is one line of a journal.
type Entry struct {
	// Seq numbers the entries from 1 without a gap. It goes on counting after
	// Trim, so that it names an entry for ever.
	Seq uint64
	// Data is the entry as appended, less the white space between its tokens.
	Data json.RawMessage
}

// Torn is what an append cut short by a power failure left at the end of a
// journal. It was never acknowledged. The next Append removes it.
type Torn struct {
	// Line is its number, from 1; Offset the byte at which it begins, from 0.
	Line   int
	Offset int64
	// Data is all of it, so that a caller may keep it for inspection.
	Data []byte
}

// Log is what was read from a journal.
type Log struct {
	// Entries are in order of Seq.
	Entries []Entry
	// Torn is nil where the journal ends as it should.
	Torn *Torn
	// Whole tells that Entries begin with the journal's first entry. After a
	// Refresh it is false where they only continue those read before.
	Whole bool
}

// Journal is a file of JSON lines that only grows: one entry a line, with its
// number and a checksum:
//
//	{"seq":7,"crc":"1c9f0e5a","entry":{...}}
//
// The file is open only during a call, so a Journal needs no closing, and
// other programs may append between two calls: Refresh tells what. A Journal
// is for one goroutine at a time.
type Journal struct {
	fsys  FS
	path  string
	limit Limits

	// What the file is known to hold: entries up to the byte end, then torn.
	end   int64
	lines int
	last  uint64
	torn  []byte
	// head is the beginning of the last line, at the byte headAt. Its number
	// and checksum tell whether the file is still the one that was read.
	head   []byte
	headAt int64
	// listed: this Journal has flushed the folder the file is listed in.
	listed bool
}

// OpenJournal reads the named journal and writes nothing. A file that is not
// there is an empty journal.
//
// A damaged last line is a torn append: it is left out and reported in
// Log.Torn. Damage before that is ErrCorrupt with a *CorruptError; the Log
// then has the entries before the damage, and the Journal is nil. Other errors
// are those of ReadFile. All are *FileErrors.
func OpenJournal(fsys FS, path string, limit Limits) (*Journal, Log, error) {
	j := &Journal{fsys: fsys, path: path, limit: limit.withDefaults()}
	log, err := j.Refresh()
	if err != nil {
		return nil, log, err
	}
	return j, log, nil
}

// Path returns the name of the journal's file.
func (j *Journal) Path() string { return j.path }

// Last returns the number of the last entry known, 0 if there never was one.
func (j *Journal) Last() uint64 { return j.last }

// Refresh reads what was appended since the journal was last read or written.
// Where the file is no longer the one that was read (trimmed or put back by
// somebody), Refresh reads all of it and sets Whole. Errors are those of
// OpenJournal; after one the Journal is as it was before.
func (j *Journal) Refresh() (Log, error) {
	f, err := j.fsys.Open(j.path, Read)
	if errors.Is(err, fs.ErrNotExist) {
		j.forget()
		return Log{Whole: true}, nil
	}
	if err != nil {
		return Log{}, unread("read journal", j.path, err)
	}
	log, err := j.refreshOpen(f)
	_ = f.Close()
	if err != nil {
		return log, unread("read journal", j.path, err)
	}
	return log, nil
}

// forget makes the journal empty. Numbers go on, lest two entries share one.
func (j *Journal) forget() {
	j.end, j.lines, j.torn, j.head, j.headAt = 0, 0, nil, nil, 0
	j.listed = false
}

func (j *Journal) refreshOpen(f File) (Log, error) {
	size, err := regularSize(f, j.path)
	if err != nil {
		return Log{}, err
	}
	if size > j.limit.File {
		return Log{}, &FileError{
			Path: j.path, Kind: ErrTooLarge,
			Err: fmt.Errorf("%d bytes, at most %d allowed", size, j.limit.File),
		}
	}
	same, err := j.continues(f, size)
	if err != nil {
		return Log{}, err
	}
	next := *j
	if !same {
		next.forget()
	}
	data, err := readFrom(f, j.path, next.end, size-next.end, j.limit.File-next.end)
	if err != nil {
		return Log{}, err
	}
	log := Log{Whole: next.end == 0}
	log.Entries, log.Torn, err = next.take(data)
	if err != nil {
		return log, err
	}
	*j = next
	return log, nil
}

// continues tells whether the file begins with what was read before.
func (j *Journal) continues(f File, size int64) (bool, error) {
	if j.end == 0 || size < j.end {
		return false, nil
	}
	return holds(f, j.headAt, j.head)
}

// holds tells whether the file has the given bytes at the given place.
func holds(f File, at int64, want []byte) (bool, error) {
	buf := make([]byte, len(want))
	n, err := f.ReadAt(buf, at)
	if n < len(buf) && !errors.Is(err, io.EOF) {
		return false, err
	}
	return bytes.Equal(buf[:n], want), nil
}

// take parses the bytes that follow the known ones and moves the known end
// past the good lines.
func (j *Journal) take(data []byte) ([]Entry, *Torn, error) {
	var entries []Entry
	for j.torn = nil; len(data) > 0; {
		line, rest, ended := bytes.Cut(data, []byte{'\n'})
		entry, bad := parseLine(line)
		// A line with its checksum was written whole: a wrong number is no
		// torn append but a second writer, and must not be dropped.
		skipped := bad == "" && j.end > 0 && entry.Seq != j.last+1
		if skipped {
			bad = fmt.Sprintf("entry %d", entry.Seq)
		}
		if bad == "" && ended {
			j.advance(line, entry.Seq)
			entries = append(entries, entry)
			data = rest
			continue
		}
		if skipped || len(rest) > 0 {
			return entries, nil, &FileError{Path: j.path, Kind: ErrCorrupt, Err: &CorruptError{
				Line: j.lines + 1, Offset: j.end, Expected: j.expected(), Found: bad,
			}}
		}
		j.torn = data
		return entries, &Torn{Line: j.lines + 1, Offset: j.end, Data: bytes.Clone(data)}, nil
	}
	return entries, nil, nil
}

func (j *Journal) expected() string {
	if j.end == 0 {
		return "a first entry"
	}
	return fmt.Sprintf("entry %d", j.last+1)
}

// advance records that line, which ends with a newline, stands at the end.
func (j *Journal) advance(line []byte, seq uint64) {
	j.head = bytes.Clone(line[:min(len(line), headLen)])
	j.headAt = j.end
	j.end += int64(len(line)) + 1
	j.lines++
	j.last = seq
}

// Append writes data as the next entry and returns its number. The caller
// holds the Lock and has called Refresh under it.
//
// A nil error means that the entry survives a power failure as far as the
// system can promise. Otherwise the error is a *FileError and the journal is
// as it was, unless Placed is set: then the entry may be there, and the next
// Refresh tells. ErrInvalid: data is not one JSON value. ErrTooLarge: the
// entry, or the journal with it, would pass its limit (see Trim). ErrStale:
// the file has changed since it was read.
func (j *Journal) Append(data json.RawMessage) (uint64, error) {
	seq := j.last + 1
	line, err := formatLine(seq, data)
	if err == nil {
		err = j.fits(len(line))
	}
	if err == nil {
		_, _, err = target(j.fsys, j.path)
	}
	if err != nil {
		return 0, failed("append to", j.path, err)
	}
	f, err := j.fsys.Open(j.path, Append)
	if err != nil {
		return 0, failed("append to", j.path, err)
	}
	placed, err := j.appendOpen(f, line)
	// The bytes were flushed, or taken back: closing can change neither.
	_ = f.Close()
	if err != nil {
		e := failed("append to", j.path, err)
		e.Placed = placed
		return 0, e
	}
	j.advance(line[:len(line)-1], seq)
	return seq, nil
}

func (j *Journal) fits(line int) error {
	switch {
	case j.last >= maxSeq:
		return &FileError{Path: j.path, Kind: ErrTooLarge, Err: errors.New("no numbers left")}
	case line > j.limit.Entry:
		return &FileError{
			Path: j.path, Kind: ErrTooLarge,
			Err: fmt.Errorf("an entry of %d bytes, at most %d allowed", line, j.limit.Entry),
		}
	case j.end+int64(line) > j.limit.File:
		return &FileError{
			Path: j.path, Kind: ErrTooLarge,
			Err: fmt.Errorf("%d bytes with the new entry, at most %d allowed", j.end+int64(line), j.limit.File),
		}
	}
	return nil
}

// appendOpen writes and flushes a line. placed tells with an error that the
// line, or a part of it, could not be taken back.
func (j *Journal) appendOpen(f File, line []byte) (placed bool, err error) {
	if err := j.fresh(f); err != nil {
		return false, err
	}
	if len(j.torn) > 0 {
		// Flushed by itself, lest the remains of the torn line come back
		// behind the new one.
		if err := j.cut(f); err != nil {
			return false, err
		}
	}
	_, err = f.Write(line)
	if err == nil {
		err = f.Sync()
	}
	if err == nil && !j.listed {
		err = j.fsys.SyncDir(filepath.Dir(j.path))
	}
	if err != nil {
		// A journal that is not known to hold the entry must not show it.
		return j.cut(f) != nil, err
	}
	j.listed = true
	return false, nil
}

// cut removes all that follows the known entries.
func (j *Journal) cut(f File) error {
	if err := f.Truncate(j.end); err != nil {
		return err
	}
	if err := f.Sync(); err != nil {
		return err
	}
	j.torn = nil
	return nil
}

// fresh fails with ErrStale unless the file holds exactly what is known.
func (j *Journal) fresh(f File) error {
	size, err := regularSize(f, j.path)
	if err != nil {
		return err
	}
	stale := &FileError{Path: j.path, Kind: ErrStale}
	if size != j.end+int64(len(j.torn)) {
		return stale
	}
	same, err := holds(f, j.headAt, j.head)
	if err == nil && same && len(j.torn) > 0 {
		// Another program may have cut the torn line and written one as long.
		same, err = holds(f, j.end, j.torn)
	}
	if err == nil && !same {
		err = stale
	}
	return err
}

// Trim keeps the newest entries, at most keep and at least one, and drops the
// rest and a torn line. It returns how many entries it dropped. The file is
// replaced as WriteFile does it, with the same errors and the same promise;
// the caller holds the Lock and has called Refresh under it (ErrStale). Copy
// the file first where its older entries still matter.
func (j *Journal) Trim(keep int) (int, error) {
	entries, err := j.current()
	if err != nil {
		return 0, failed("trim", j.path, err)
	}
	drop := len(entries) - max(keep, 1)
	if drop <= 0 {
		return 0, nil
	}
	var out []byte
	next := *j
	next.forget()
	for _, e := range entries[drop:] {
		line, err := formatLine(e.Seq, e.Data)
		if err != nil {
			return 0, failed("trim", j.path, err)
		}
		next.advance(line[:len(line)-1], e.Seq)
		out = append(out, line...)
	}
	if err := WriteFile(j.fsys, j.path, out); err != nil {
		return 0, failed("trim", j.path, err)
	}
	*j = next
	return drop, nil
}

// current reads all entries of a file that is what the Journal knows.
func (j *Journal) current() ([]Entry, error) {
	f, err := j.fsys.Open(j.path, Read)
	if errors.Is(err, fs.ErrNotExist) && j.end == 0 {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	if err := j.fresh(f); err != nil {
		return nil, err
	}
	data, err := readFrom(f, j.path, 0, j.end, j.limit.File)
	if err != nil {
		return nil, err
	}
	var all Journal
	all.path = j.path
	entries, _, err := all.take(data)
	return entries, err
}
