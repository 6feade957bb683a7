package sshd_test

import (
	"strings"
	"sync"
	"testing"

	"golang.org/x/crypto/ssh"

	"rakor/cmd/internal/sshd"
	"rakor/model"
	"rakor/ui"
	"rakor/ui/state"
)

// clerk keeps changes of the list in memory.
type clerk struct {
	mu    sync.Mutex
	snap  *state.Snapshot
	by    []string
	draft string
}

func (c *clerk) perform(e state.Effect) (state.Intent, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	switch e := e.(type) {
	case state.KeepEntryDraft:
		c.draft = e.Text
	case state.WriteProgrammes:
		next := *c.snap
		next.Rev++
		row := *e.Changes[0].Now
		row.ID = "u1"
		next.Programmes = next.Programmes.With(&row)
		c.snap = &next
		c.by = append(c.by, e.By)
		return state.ProgrammesKept{Rev: next.Rev, What: "add", IDs: []model.ProgrammeID{"u1"}, One: &model.Change{ID: "u1", Now: &row}}, nil
	}
	return nil, nil
}

func (c *clerk) latest() *state.Snapshot {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.snap
}

func (c *clerk) left() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.draft
}

// TestPresenterEditsOverSSH: who drives types an entry, with bracketed paste;
// Ctrl+V asks no clipboard. The line drops, and what was typed is offered on
// the next one. The room sees the new row once it is kept, under the name of
// the presenter's key. An operator who follows and the audience open no form.
func TestPresenterEditsOverSSH(t *testing.T) {
	t.Parallel()
	ani, budi := signer(t), signer(t)
	c := &clerk{snap: snapshot(t)}
	h := open(t, presenters(ani, budi), func(cfg *sshd.Config) {
		cfg.Perform, cfg.Snapshots = c.perform, c.latest
		cfg.Entry = func(by string) (ui.Entering, string) { return ui.Entering{By: by}, c.left() }
	})
	viewer := h.join(h.dial("dewi"), look{w: 120, h: 36})
	viewer.sees("Mengikuti penyaji")
	conn := h.dial("penyaji", ssh.PublicKeys(ani))
	p := h.join(conn, look{w: 120, h: 36})
	p.sees("Anda menyajikan")
	operator := h.join(h.dial("penyaji", ssh.PublicKeys(budi)), look{w: 120, h: 36})
	operator.sees("Operator, mengikuti")

	p.press("3")
	p.sees("o baru")
	viewer.sees("[3 Program OPD]")
	operator.sees("[3 Program OPD]")
	operator.press("o")
	viewer.press("o")
	p.press("o")
	p.sees("Program baru")
	p.press("\x15" + "2026\t\x16\x1b[200~Dinas Tempel\x1b[201~\t1.06.05\tNama")
	p.sees("Dinas Tempel")
	until(t, "the draft", func() bool { return strings.Contains(c.left(), `"name":"Nama"`) })
	_ = conn.Close()

	p = h.join(h.dial("penyaji", ssh.PublicKeys(ani)), look{w: 80, h: 24})
	p.sees("Anda menyajikan")
	p.press("o")
	p.sees("Isian yang belum tersimpan")
	p.press("\r")
	p.sees("Nama")
	p.press("\t\t\t2 \t\x13")
	p.sees("Tersimpan: u1 ditambahkan (Nama).")
	viewer.sees("Dinas Tempel")
	operator.lacks("Program baru")
	if len(c.by) != 1 || !strings.HasPrefix(c.by[0], "Penyaji 1 (SSH SHA256:") {
		t.Errorf("kept by %q", c.by)
	}
}
