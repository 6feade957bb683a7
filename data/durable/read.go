package durable

import (
	"errors"
	"fmt"
	"io"
)

// ReadFile returns the bytes of the named file, at most limit of them. Links
// are followed. It never waits for a pipe or a terminal and never reads more
// than limit bytes and one, however large the file is or becomes while it is read.
//
// The error is a *FileError with fs.ErrNotExist, ErrDirectory, ErrNotRegular,
// ErrTooLarge, ErrLinkLoop or ErrUnreadable.
func ReadFile(fsys FS, path string, limit int64) ([]byte, error) {
	f, err := fsys.Open(path, Read)
	if err != nil {
		return nil, unread("read", path, err)
	}
	data, err := readOpen(f, path, limit)
	// Closing a file that was only read can lose nothing.
	_ = f.Close()
	if err != nil {
		return nil, unread("read", path, err)
	}
	return data, nil
}

func readOpen(f File, path string, limit int64) ([]byte, error) {
	size, err := regularSize(f, path)
	if err != nil {
		return nil, err
	}
	if size > limit {
		return nil, &FileError{Path: path, Kind: ErrTooLarge, Err: fmt.Errorf("%d bytes, at most %d allowed", size, limit)}
	}
	return readFrom(f, path, 0, size, limit)
}

// regularSize returns the size of an open regular file.
func regularSize(f File, path string) (int64, error) {
	info, err := f.Stat()
	if err != nil {
		return 0, err
	}
	if kind := kindOf(info.Mode()); kind != nil {
		return 0, &FileError{Path: path, Kind: kind}
	}
	return info.Size(), nil
}

// readFrom reads from the byte at off to the end of the file, which is
// expected after size bytes. More than limit bytes are ErrTooLarge.
func readFrom(f File, path string, off, size, limit int64) ([]byte, error) {
	// One byte more than expected, so that the end is seen in one read.
	buf := make([]byte, 0, size+1)
	for {
		if len(buf) == cap(buf) {
			buf = append(buf, 0)[:len(buf)]
		}
		room := int64(cap(buf) - len(buf))
		if left := limit - int64(len(buf)); left < room {
			room = left + 1
		}
		n, err := f.ReadAt(buf[len(buf):int64(len(buf))+room], off+int64(len(buf)))
		buf = buf[:len(buf)+n]
		if int64(len(buf)) > limit {
			return nil, &FileError{Path: path, Kind: ErrTooLarge, Err: fmt.Errorf("more than %d bytes", limit)}
		}
		if errors.Is(err, io.EOF) {
			return buf, nil
		}
		if err != nil {
			return nil, err
		}
	}
}
