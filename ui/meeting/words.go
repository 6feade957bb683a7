package meeting

import (
	"rakor/ui/lang"
)

// Words is what the room says, in one language. Sentences that a follower sees
// hold nothing personal: they would split a group.
type Words struct {
	Following  string // the bottom line of a follower
	FollowKeys string
	Looking    func(tab string) string // of who looks around: where the presenter is
	LookKeys   string
	Driving    string // of who drives
	DriveKeys  string
	Operating  string // of an operator who does not drive
	OpKeys     string
	Frozen     string
	Blank      string
	Pointer    string
	Away       string
	MayClaim   string
	Offered    string // to who is offered the floor
	Waiting    func(name string) string
	Alarm      func(tries int) string
	AskQuit    func(next string) string // next is "" where nobody could take over
	Ended      string                   // the last line, when the meeting is over
	Full       string
	NoTerminal func(command string) string
	Broken     string // the last line where something went wrong on our side
	PINPrompt  string
	PINName    string

	PeopleTitle func(n, looking int) string
	PeopleHead  [5]string // name, address, size, since, state
	People      [5]string // follows, looks around, small window, operator, drives
	Behind      func(n int) string
	PeopleKeys  string
	More        func(n int) string
	PIN         func(pin string) string
}

// Say gives the words of a language.
func Say(l lang.Lang) *Words {
	if l == lang.English {
		return english()
	}
	return indonesian()
}

func indonesian() *Words {
	n := func(k int) string { return lang.Indonesian.Int(int64(k)) }
	return &Words{
		Following:  "Mengikuti penyaji",
		FollowKeys: "bergerak = melihat sendiri · L bahasa · q keluar",
		Looking:    func(tab string) string { return "Melihat sendiri · penyaji di " + tab },
		LookKeys:   "f ikuti lagi · ? bantuan · q keluar",
		Driving:    "Anda menyajikan",
		DriveKeys:  ". tunjuk · b tahan · P peserta · o serahkan · ? bantuan · q keluar",
		Operating:  "Operator, mengikuti",
		OpKeys:     "P peserta · T ambil kembali · L bahasa · q keluar",
		Frozen:     "Layar ditahan penyaji",
		Blank:      "Layar dikosongkan penyaji sebentar.",
		Pointer:    "penunjuk",
		Away:       "Sambungan penyaji terputus; layar ini tetap",
		MayClaim:   "Sambungan penyaji terputus: a ambil alih",
		Offered:    "Anda ditawari menyajikan: y terima · n tolak",
		Waiting:    func(name string) string { return "Menunggu jawaban " + name },
		Alarm:      func(k int) string { return n(k) + " PIN salah dicoba; N di daftar peserta (P) membuat PIN baru" },
		AskQuit: func(next string) string {
			if next == "" {
				return "Keluar? c tutup rapat · Esc batal"
			}
			return "Keluar? c tutup rapat · l serahkan ke " + next + " · Esc batal"
		},
		Ended:      "Rapat telah selesai. Terima kasih.",
		Full:       "Ruang rapat penuh. Coba lagi sebentar lagi.",
		NoTerminal: func(cmd string) string { return "Rapat ini perlu layar terminal. Bergabunglah dengan: " + cmd },
		Broken:     "Ada kesalahan pada layar ini. Sambungkan lagi untuk melanjutkan.",
		PINPrompt:  "PIN rapat: ",
		PINName:    "Rapat koordinasi",
		PeopleTitle: func(k, looking int) string {
			return "Peserta: " + n(k) + ", melihat sendiri: " + n(looking)
		},
		PeopleHead: [5]string{"nama", "alamat", "layar", "sejak", "keadaan"},
		People:     [5]string{"mengikuti", "melihat sendiri", "layar terlalu kecil", "operator", "menyajikan"},
		Behind:     func(k int) string { return "tertinggal " + n(k) },
		PeopleKeys: "panah gulir · o tawarkan ke operator · N PIN baru · Esc tutup",
		More:       func(k int) string { return n(k) + " lagi" },
		PIN:        func(pin string) string { return "PIN " + pin },
	}
}

func english() *Words {
	n := func(k int) string { return lang.English.Int(int64(k)) }
	return &Words{
		Following:  "Following the presenter",
		FollowKeys: "move = look around · L language · q leave",
		Looking:    func(tab string) string { return "Looking around · presenter at " + tab },
		LookKeys:   "f follow again · ? help · q leave",
		Driving:    "You are presenting",
		DriveKeys:  ". point · b freeze · P people · o hand over · ? help · q leave",
		Operating:  "Operator, following",
		OpKeys:     "P people · T take back · L language · q leave",
		Frozen:     "Frozen by the presenter",
		Blank:      "The presenter has blanked the screen for a moment.",
		Pointer:    "pointer",
		Away:       "The presenter's line is lost; this screen stays",
		MayClaim:   "The presenter's line is lost: a takes over",
		Offered:    "You are offered to present: y accept · n decline",
		Waiting:    func(name string) string { return "Waiting for " + name },
		Alarm:      func(k int) string { return n(k) + " wrong PINs tried; N in the list of people (P) makes a new PIN" },
		AskQuit: func(next string) string {
			if next == "" {
				return "Leave? c close the meeting · Esc stay"
			}
			return "Leave? c close the meeting · l leave it to " + next + " · Esc stay"
		},
		Ended:      "The meeting has ended. Thank you.",
		Full:       "The room is full. Please try again in a moment.",
		NoTerminal: func(cmd string) string { return "This meeting needs a terminal. Join with: " + cmd },
		Broken:     "Something went wrong with this screen. Connect again to go on.",
		PINPrompt:  "Meeting PIN: ",
		PINName:    "Coordination meeting",
		PeopleTitle: func(k, looking int) string {
			return "People: " + n(k) + ", looking around: " + n(looking)
		},
		PeopleHead: [5]string{"name", "address", "window", "since", "state"},
		People:     [5]string{"follows", "looks around", "window too small", "operator", "presents"},
		Behind:     func(k int) string { return n(k) + " behind" },
		PeopleKeys: "arrows scroll · o offer to an operator · N new PIN · Esc close",
		More:       func(k int) string { return n(k) + " more" },
		PIN:        func(pin string) string { return "PIN " + pin },
	}
}
