package meeting

import (
	"errors"
	"strings"
	"unicode/utf8"

	"rakor/ui/block"
	"rakor/ui/lang"
	"rakor/ui/theme"
)

// Choice is what a hand is shown for.
type Choice uint8

// The choices.
const (
	Agree Choice = iota
	Disagree
	Abstain
	choices
)

// MaxQuestion is the longest question in bytes, so that a post stays short.
const MaxQuestion = 160

// What a show of hands refuses.
var (
	ErrNoQuestion = errors.New("meeting: nothing is asked")
	ErrAsked      = errors.New("meeting: a question is open")
	ErrQuestion   = errors.New("meeting: no question")
	ErrPresenter  = errors.New("meeting: who presents does not vote")
)

// Hands is a show of hands: the counts when it was closed, and how many could
// have shown one. Who chose what is not part of it, and is forgotten then.
type Hands struct {
	Question string
	Counts   [choices]int // by Choice
	Asked    int
}

// ballot is a question that is open.
type ballot struct {
	question string
	votes    map[ID]Choice
}

// Ask opens a question to all in the room but who drives. Errors:
// [ErrNotDriver], [ErrClosed], [ErrAsked], [ErrQuestion] for a text that is
// empty, too long or cannot be shown.
func (r *Room) Ask(by ID, question string) error {
	question = strings.TrimSpace(block.Clean(question))
	if question == "" || len(question) > MaxQuestion || !utf8.ValidString(question) {
		return ErrQuestion
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	switch {
	case r.closed:
		return ErrClosed
	case by == 0 || by != r.floor.Driver:
		return ErrNotDriver
	case r.ballot != nil:
		return ErrAsked
	}
	r.ballot = &ballot{question: question, votes: map[ID]Choice{}}
	r.hands = nil
	r.show()
	return nil
}

// Vote shows a hand, or another one: the last counts until the question is
// closed. One connection has one vote. Nothing is drawn again for it. Errors:
// [ErrNoQuestion], [ErrNotSeated] for nobody in the room, [ErrPresenter].
func (r *Room) Vote(by ID, c Choice) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.ballot == nil || c >= choices || r.closed {
		return ErrNoQuestion
	}
	if _, in := r.people[by]; !in {
		return ErrNotSeated
	}
	if by == r.floor.Driver {
		return ErrPresenter
	}
	r.ballot.votes[by] = c
	return nil
}

// Voted gives what a connection has chosen so far; ok is false for nothing.
func (r *Room) Voted(by ID) (c Choice, ok bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.ballot == nil {
		return 0, false
	}
	c, ok = r.ballot.votes[by]
	return c, ok
}

// Answers gives how many have shown a hand, and how many could: the only thing
// that who asked sees before the question is closed.
func (r *Room) Answers() (voted, asked int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.ballot == nil {
		return 0, 0
	}
	return r.count()
}

// count counts the votes of those who are still in the room and do not drive.
// The caller holds mu.
func (r *Room) count() (voted, asked int) {
	for id := range r.people {
		if id == r.floor.Driver {
			continue
		}
		asked++
		if _, ok := r.ballot.votes[id]; ok {
			voted++
		}
	}
	return voted, asked
}

// CloseHands closes the question and gives the counts, which the whole room
// sees from then on until the driver moves. Errors: [ErrNotDriver],
// [ErrNoQuestion].
func (r *Room) CloseHands(by ID) (Hands, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	switch {
	case by == 0 || by != r.floor.Driver:
		return Hands{}, ErrNotDriver
	case r.ballot == nil:
		return Hands{}, ErrNoQuestion
	}
	h := Hands{Question: r.ballot.question}
	_, h.Asked = r.count()
	for id, c := range r.ballot.votes {
		if _, in := r.people[id]; in && id != r.floor.Driver {
			h.Counts[c]++
		}
	}
	r.ballot, r.hands = nil, &h
	r.show()
	return h, nil
}

// handsBar is the bottom line while a question is open, or its counts are shown.
func handsBar(w *lang.Catalogue, p *Post, b Bar) Bar {
	h := &w.Hands
	switch {
	case p.Question != "":
		b.Mark, b.Style, b.Keys = "? "+p.Question, theme.Warn, h.VoteHint
	case p.Hands != nil:
		b.Mark, b.Style = h.Result(p.Hands.Counts[Agree], p.Hands.Counts[Disagree], p.Hands.Counts[Abstain], p.Hands.Asked), theme.Accent
	}
	return b
}

// BallotBar is the bottom line of who holds a ballot.
func BallotBar(w *lang.Catalogue, p *Post, chosen Choice, ok bool) Bar {
	h := &w.Hands
	b := Bar{Mark: "? " + p.Question, Style: theme.Warn, Keys: h.Choices}
	if ok {
		b.Mark = h.Chosen[chosen] + " · " + p.Question
	}
	return b
}

// voteKey takes a key on the ballot of a desk.
func (d *Desk) voteKey(name string) {
	if c, ok := ChoiceOf(name); ok {
		_ = d.room.Vote(d.id, c) // refused is a question that was closed meanwhile
	}
	d.over = nothing
}

// ChoiceOf gives the choice of a key on a ballot.
func ChoiceOf(key string) (Choice, bool) {
	switch key {
	case "y":
		return Agree, true
	case "t":
		return Disagree, true
	case "a":
		return Abstain, true
	}
	return 0, false
}
