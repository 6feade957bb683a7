package sshd_test

import (
	"testing"

	"golang.org/x/crypto/ssh"
)

// TestHandsOverSSH: the presenter asks, everybody's line says so, a ballot is
// one's own, looking around loses no vote, and the counts come at the end.
func TestHandsOverSSH(t *testing.T) {
	t.Parallel()
	ani, budi := signer(t), signer(t)
	h := open(t, presenters(ani, budi))
	p := h.join(h.dial("penyaji", ssh.PublicKeys(ani)), look{w: 120, h: 36})
	p.sees("Anda menyajikan")
	o := h.join(h.dial("penyaji", ssh.PublicKeys(budi)), look{w: 100, h: 30})
	o.sees("Operator, mengikuti")
	a := h.join(h.dial("dewi"), look{w: 120, h: 36})
	b := h.join(h.dial("eka"), look{w: 80, h: 24})
	a.sees("Mengikuti penyaji")
	b.sees("Mengikuti penyaji")

	p.press("V")
	p.sees("Pertanyaan kepada peserta")
	p.press("Sasaran 3,30 persen?\r")
	a.sees("? Sasaran 3,30 persen?")
	b.sees("V memilih")
	o.sees("? Sasaran 3,30 persen?")
	p.sees("0 dari 3 menjawab")

	a.press("V")
	a.sees("y setuju")
	b.lacks("y setuju") // a ballot is one's own
	a.press("t")
	a.sees("V memilih")
	a.press("V")
	a.sees("Anda tidak setuju")
	a.press("y")
	b.press("3")
	b.sees("[3 Program]")
	b.press("V")
	b.sees("y setuju")
	b.press("a")
	b.sees("Melihat sendiri")
	o.press("V")
	o.sees("y setuju")
	o.press("y")
	p.press("2") // votes stay
	a.sees("[2 Estimasi Jumlah Jiwa]")
	until(t, "all have answered", func() bool { voted, asked := h.room.Answers(); return voted == 3 && asked == 3 })
	p.press("V")
	a.sees("Setuju 2, tidak 0, abstain 1, dari 3 yang ditanya")
	p.sees("Setuju 2, tidak 0, abstain 1")
	p.press("1")
	a.sees("Mengikuti penyaji")
}
