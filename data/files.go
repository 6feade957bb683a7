package data

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// maxFile is the size in bytes above which a user's file is refused without
// being read.
const maxFile = 32 << 20

// readBounded reads a regular file of at most maxFile bytes. b is nil where the
// file does not exist, which is no problem. Directories, devices, pipes and
// loops of links are refused before they are opened.
func readBounded(path string) (b []byte, problem *Problem) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, unreadable(path, reason(err), "a readable file")
	case info.IsDir():
		return nil, unreadable(path, "a directory", "a file")
	case !info.Mode().IsRegular():
		return nil, unreadable(path, "no regular file", "a file")
	case info.Size() > maxFile:
		return nil, tooLarge(path, info.Size())
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, unreadable(path, reason(err), "a readable file")
	}
	b, err = io.ReadAll(io.LimitReader(f, maxFile+1))
	if err := errors.Join(err, f.Close()); err != nil {
		return nil, unreadable(path, reason(err), "a readable file")
	}
	if len(b) > maxFile { // it grew, or told no size
		return nil, tooLarge(path, int64(len(b)))
	}
	if b == nil {
		b = []byte{}
	}
	return b, nil
}

func unreadable(path, found, expected string) *Problem {
	return &Problem{File: path, Rule: RuleUnreadable, Found: found, Expected: expected}
}

func tooLarge(path string, size int64) *Problem {
	return &Problem{
		File: path, Rule: RuleTooLarge,
		Found: fmt.Sprintf("%d bytes or more", size), Expected: fmt.Sprintf("at most %d bytes", maxFile),
	}
}

// reason gives an error of the file system without the path, which the problem
// names already.
func reason(err error) string {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err.Error()
	}
	return err.Error()
}
