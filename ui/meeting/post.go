package meeting

import (
	"encoding/json"
	"errors"
	"fmt"

	"rakor/ui/block"
	"rakor/ui/state"
)

// Mode is what the audience is shown of what the presenter does.
type Mode uint8

// The modes, in the order in which one key goes through them.
const (
	Live   Mode = iota // what the presenter sees
	Frozen             // what the presenter saw when freezing
	Blank              // nothing
	modes
)

// Post is one thing that the whole room sees. It is never changed once it is
// published.
type Post struct {
	Seq    uint64 // grows by one with every post of a room
	Snap   *state.Snapshot
	State  state.State
	Mode   Mode
	Away   bool   // the driver's line is lost: the room waits
	Closed bool   // the meeting has ended
	Driver string // name of who drives, cleaned
	// Question is what the room is asked now; Hands are the counts of the last
	// question, until the driver moves.
	Question string
	Hands    *Hands
}

// MessageVersion is the version of the JSON that [Post.Message] writes.
const MessageVersion = 1

// MaxMessage is the most bytes that a message may have.
const MaxMessage = 2048

// ErrMessage is returned for bytes that are no message of this version.
var ErrMessage = errors.New("not a message of the room")

// ErrTooLong is returned for a post that does not fit in MaxMessage bytes.
var ErrTooLong = errors.New("message longer than 2048 bytes")

// message is the wire and log form of a post: all that a late joiner needs, on
// data that are known by their revision.
type message struct {
	Version int         `json:"v"`
	Seq     uint64      `json:"seq"`
	Mode    Mode        `json:"mode,omitempty"`
	Away    bool        `json:"away,omitempty"`
	Closed  bool        `json:"closed,omitempty"`
	Driver  string      `json:"driver,omitempty"`
	Ask     string      `json:"ask,omitempty"`
	Hands   *Hands      `json:"hands,omitempty"`
	State   state.State `json:"state"`
}

// Message gives the post as versioned JSON of at most MaxMessage bytes, without
// the data: State.Rev names them. It fails with [ErrTooLong].
func (p *Post) Message() ([]byte, error) {
	b, err := json.Marshal(message{
		Version: MessageVersion, Seq: p.Seq, Mode: p.Mode, Away: p.Away, Closed: p.Closed, Driver: p.Driver, Ask: p.Question, Hands: p.Hands, State: p.State,
	})
	if err != nil {
		return nil, fmt.Errorf("meeting: %w", err)
	}
	if len(b) > MaxMessage {
		return nil, fmt.Errorf("meeting: %w: %d", ErrTooLong, len(b))
	}
	return b, nil
}

// ReadMessage reads what [Post.Message] wrote and puts the state right for
// snap. Whatever else it is given fails with [ErrMessage].
func ReadMessage(snap *state.Snapshot, b []byte) (*Post, error) {
	if len(b) > MaxMessage {
		return nil, fmt.Errorf("meeting: %w: %d bytes", ErrMessage, len(b))
	}
	var m message
	if err := json.Unmarshal(b, &m); err != nil {
		return nil, fmt.Errorf("meeting: %w: %w", ErrMessage, err)
	}
	if m.Version != MessageVersion {
		return nil, fmt.Errorf("meeting: %w: version %d, want %d", ErrMessage, m.Version, MessageVersion)
	}
	if m.Mode >= modes {
		return nil, fmt.Errorf("meeting: %w: mode %d", ErrMessage, m.Mode)
	}
	return &Post{
		Seq: m.Seq, Snap: snap, State: state.Valid(snap, m.State),
		Mode: m.Mode, Away: m.Away, Closed: m.Closed, Driver: Name(m.Driver), Question: block.Clean(m.Ask), Hands: cleanHands(m.Hands),
	}, nil
}

// cleanHands gives counts that came from elsewhere with a text that can be
// shown.
func cleanHands(h *Hands) *Hands {
	if h == nil {
		return nil
	}
	c := *h
	c.Question = block.Clean(c.Question)
	return &c
}
