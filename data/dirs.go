package data

import (
	"errors"
	"strings"
)

// Dirs are the directories of a user.
type Dirs struct {
	Data  string // documents, programmes, settings, keys
	State string // what belongs to a running meeting
}

// ErrNoHome is returned where the environment names no home directory.
var ErrNoHome = errors.New("data: the environment names no home directory")

// UserDirs gives the directories of a user from the environment handed in, for
// an operating system as runtime.GOOS names it:
//
//	XDG_DATA_HOME, XDG_STATE_HOME             with /rakor, on every system, where absolute
//	windows  %LOCALAPPDATA%\rakor             and \state in it
//	darwin   ~/Library/Application Support/rakor   and /state in it
//	others   ~/.local/share/rakor, ~/.local/state/rakor
//
// Nothing is created and nothing looked at. Error: [ErrNoHome].
func UserDirs(getenv func(string) string, goos string) (Dirs, error) {
	sep := "/"
	if goos == "windows" {
		sep = `\`
	}
	join := func(base string, parts ...string) string {
		return strings.TrimRight(base, sep) + sep + strings.Join(parts, sep)
	}
	home := getenv("HOME")
	var d Dirs
	switch {
	case goos == "windows":
		local := getenv("LOCALAPPDATA")
		if profile := getenv("USERPROFILE"); local == "" && profile != "" {
			local = join(profile, "AppData", "Local")
		}
		if local != "" {
			d.Data = join(local, "rakor")
			d.State = join(d.Data, "state")
		}
	case home == "":
	case goos == "darwin":
		d.Data = join(home, "Library", "Application Support", "rakor")
		d.State = join(d.Data, "state")
	default:
		d.Data = join(home, ".local", "share", "rakor")
		d.State = join(home, ".local", "state", "rakor")
	}
	if x := getenv("XDG_DATA_HOME"); absolute(x, goos) {
		d.Data = join(x, "rakor")
	}
	if x := getenv("XDG_STATE_HOME"); absolute(x, goos) {
		d.State = join(x, "rakor")
	}
	if d.Data == "" || d.State == "" {
		return d, ErrNoHome
	}
	return d, nil
}

// absolute tells whether a path is absolute on an operating system; the base
// directory specification tells to ignore those that are not.
func absolute(path, goos string) bool {
	if goos != "windows" {
		return strings.HasPrefix(path, "/")
	}
	return len(path) > 2 && path[1] == ':' && path[2] == '\\' || strings.HasPrefix(path, `\\`)
}
