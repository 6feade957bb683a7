package data

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"rakor/data/durable"
)

// meetingFile tells who asks on this machine how the running meeting is joined.
const meetingFile = "meeting.json"

// Meeting is how the meeting that runs on this machine is joined. The file that
// holds it is the user's alone (0600), since the PIN stands in it.
type Meeting struct {
	Listen      string    `json:"listen"`    // address and port that are listened on
	Addresses   []string  `json:"addresses"` // hosts under which people reach it, best first
	Port        int       `json:"port"`
	Fingerprint string    `json:"fingerprint"`
	Audience    string    `json:"audience"` // "open", "pin", "keys"
	PIN         string    `json:"pin,omitempty"`
	Started     time.Time `json:"started"`
}

// SaveMeeting writes how the meeting is joined into the user's state directory,
// which is made where it does not exist.
func SaveMeeting(dir string, m Meeting) error {
	b, err := json.MarshalIndent(m, "", "  ")
	if err == nil {
		err = durable.MakeDir(durable.OS(), dir)
	}
	if err == nil {
		err = durable.WriteFile(durable.OS(), filepath.Join(dir, meetingFile), append(b, '\n'))
	}
	if err != nil {
		return fmt.Errorf("data: meeting not written: %w", err)
	}
	return nil
}

// LoadMeeting reads how the running meeting is joined. Error: fs.ErrNotExist
// where none runs.
func LoadMeeting(dir string) (m Meeting, err error) {
	b, problem := readBounded(filepath.Join(dir, meetingFile))
	switch {
	case problem != nil:
		return m, fmt.Errorf("data: %w", errors.New(problem.String()))
	case b == nil:
		return m, fmt.Errorf("data: no meeting: %w", fs.ErrNotExist)
	}
	if err := json.Unmarshal(b, &m); err != nil {
		return m, fmt.Errorf("data: %s: %w", meetingFile, err)
	}
	return m, nil
}

// RemoveMeeting takes the file away when the meeting ends.
func RemoveMeeting(dir string) error {
	err := os.Remove(filepath.Join(dir, meetingFile))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}
