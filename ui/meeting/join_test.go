package meeting_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"rsc.io/qr"

	"rakor/ui/lang"
	"rakor/ui/meeting"
	"rakor/ui/theme"
)

func hall() meeting.Join {
	return meeting.Join{
		Addresses: []string{"192.168.100.10", "10.0.0.5", "fd00:1234:5678:9abc::2"}, Port: 2222,
		Fingerprint: "SHA256:TgzWHamMLdwLRWS8q3WJJfL3vWPFocR/vSXbuBgM1vU", PIN: "472910", Presenter: "penyaji",
	}
}

// TestQRCode reads the drawn code back, module by module, and compares it with
// the code of the address alone.
func TestQRCode(t *testing.T) {
	t.Parallel()
	const quiet = 2
	for url, j := range map[string]meeting.Join{
		"ssh://192.168.100.10:2222": hall(),
		"ssh://[fd00::2]:22":        {Addresses: []string{"fd00::2"}, Port: 22},
	} {
		if j.URL() != url {
			t.Fatalf("url %q, want %q", j.URL(), url)
		}
		code, err := qr.Encode(url, qr.L)
		if err != nil {
			t.Fatal(err)
		}
		for _, ascii := range []bool{false, true} {
			lines := meeting.QRLines(url, ascii)
			black := func(x, y int) bool {
				if ascii {
					return []rune(lines[y+quiet])[2*(x+quiet)] == ' '
				}
				c := []rune(lines[(y+quiet)/2])[x+quiet]
				if (y+quiet)%2 == 0 {
					return c == ' ' || c == '▄'
				}
				return c == ' ' || c == '▀'
			}
			for y := -quiet; y < code.Size+quiet; y++ {
				for x := -quiet; x < code.Size+quiet; x++ {
					if black(x, y) != code.Black(x, y) {
						t.Fatalf("%s, ascii %t: module %d,%d is wrong", url, ascii, x, y)
					}
				}
			}
		}
	}
	if meeting.QRLines("", false) != nil || meeting.QRLines(strings.Repeat("x", 5000), false) != nil {
		t.Error("a code of nothing, or of what no code holds")
	}
}

// TestJoinFrame wants everything that is read aloud on every screen, whole, and
// the code wherever it has room.
func TestJoinFrame(t *testing.T) {
	t.Parallel()
	var envs meeting.Envs
	local := hall()
	local.Addresses, local.Local, local.PIN, local.Keys = []string{"127.0.0.1"}, true, "", true
	for _, size := range [][2]int{{120, 36}, {80, 24}, {60, 16}, {300, 100}, {20, 5}} {
		for _, ascii := range []bool{false, true} {
			for _, l := range []lang.Lang{lang.Indonesian, lang.English} {
				env := envs.For(meeting.Key{Width: size[0], Height: size[1], Theme: theme.None, ASCII: ascii, Lang: l})
				frame := ansi.Strip(meeting.JoinFrame(env, hall(), 12))
				rows := strings.Split(frame, "\n")
				if len(rows) != size[1] {
					t.Fatalf("%v: %d rows", size, len(rows))
				}
				for _, r := range rows {
					if ansi.StringWidth(r) > size[0] {
						t.Errorf("%v: too wide: %q", size, r)
					}
				}
				if ascii && strings.ContainsFunc(frame, func(r rune) bool { return r > 0x7e }) {
					t.Errorf("%v: not ASCII:\n%s", size, frame)
				}
				if size[0] < 60 {
					continue
				}
				for _, want := range []string{"ssh -p 2222 192.168.100.10", "PIN", "SHA256:"} {
					if !strings.Contains(frame, want) {
						t.Errorf("%v: no %q:\n%s", size, want, frame)
					}
				}
				if code := size[0] >= 80 && !ascii && size[1] >= 24; code && !strings.Contains(frame, "▄▄▄▄▄") {
					t.Errorf("%v: no code:\n%s", size, frame)
				}
				if got := ansi.Strip(meeting.JoinFrame(env, local, 0)); !strings.Contains(got, "0.0.0.0") || !strings.Contains(got, env.Words.Room.JoinKeys) {
					t.Errorf("%v: nothing says how to open it to the hall:\n%s", size, got)
				}
			}
		}
	}
}
