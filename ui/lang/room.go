package lang

import "rakor/ui/keys"

// Room is what a meeting over the network says. What a follower sees holds
// nothing personal: it would split a group.
type Room struct {
	Following func(name string) string // the bottom line of a follower; name may be ""
	MoveLooks string                   // what any movement does
	Looking   func(tab string) string  // of who looks around: where the presenter is
	Driving   func(people, small int) string
	Operating string // of an operator who does not drive
	Frozen    string // to the audience
	Blank     string
	Held      string // to who drives: the audience sees what it saw
	Blanked   string
	Pointer   string
	Away      string
	MayClaim  string
	Offered   string // to who is offered the floor
	Waiting   func(name string) string
	Alarm     func(tries int) string
	NewPIN    func(pin string) string
	AskClose  func(people int) string
	AskLeave  func(name string) string // of an operator on whose machine the meeting is held
	LeaveTo   func(name string) string // behind the key that does it

	Ended      string // the last line, when the meeting is over
	GoesOn     func(name string) string
	Full       string
	NoTerminal func(command string) string
	Broken     string // the last line where something went wrong on our side
	PINPrompt  string
	PINName    string
	Stopped    string
	Presenter  string // the name of who presents on the machine itself
	NotYours   string // a viewer's wish to change something

	PeopleTitle func(n, looking int) string
	PeopleShort string
	PeopleHead  [5]string // name, address, size, since, state
	People      [5]string // follows, looks around, small window, operator, drives
	Behind      func(n int) string
	More        func(n int) string
	PIN         string
	Minutes     func(n int) string
	NotAsked    string // an offer to who cannot take it
	NoPause     string // of the program while it holds a meeting
	Cancel      string // an answer to a question: none
	Question    string // where the keys of an answer hold

	JoinTitle   string
	JoinHow     string
	Fingerprint string
	JoinOpen    string // where no PIN is asked for
	JoinKeys    string
	JoinHere    string // only this machine can join
	JoinScan    string
	JoinNoScan  string // the window has no room for the code
	JoinPresent func(command string) string
	JoinNobody  string // nobody is there yet
	JoinCame    func(n int) string
}

// Room gives the words of a meeting over the network.
func (l Lang) Room() Room { return pick(l, roomID(), roomEN()) }

func roomID() Room {
	n := func(k int) string { return Indonesian.Int(int64(k)) }
	return Room{
		Following: func(name string) string { return "Mengikuti penyaji" + inBrackets(name) },
		MoveLooks: "bergerak = melihat sendiri",
		Looking:   func(tab string) string { return "Melihat sendiri · penyaji di " + tab },
		Driving: func(people, small int) string {
			s := "Anda menyajikan · " + n(people) + " peserta"
			if small > 0 {
				s += " (" + n(small) + " kecil)"
			}
			return s
		},
		Operating: "Operator, mengikuti",
		Frozen:    "Layar ditahan penyaji",
		Blank:     "Layar dikosongkan penyaji sebentar.",
		Held:      "Layar peserta ditahan",
		Blanked:   "Layar peserta kosong",
		Pointer:   "penunjuk",
		Away:      "Sambungan penyaji terputus; layar ini tetap",
		MayClaim:  "Sambungan penyaji terputus",
		Offered:   "Anda ditawari menyajikan",
		Waiting:   func(name string) string { return "Menunggu jawaban " + name },
		Alarm:     func(k int) string { return n(k) + " PIN salah dicoba; buat PIN baru di daftar peserta" },
		NewPIN:    func(pin string) string { return "PIN baru: " + pin },
		AskClose: func(k int) string {
			if k == 0 {
				return "Tutup rapat?"
			}
			return "Tutup rapat bagi " + n(k) + " peserta?"
		},
		AskLeave:   func(name string) string { return "Rapat berjalan di komputer ini, disajikan " + name + ". Keluar?" },
		LeaveTo:    func(name string) string { return "serahkan ke " + name },
		Ended:      "Rapat telah selesai. Terima kasih.",
		GoesOn:     func(name string) string { return "Rapat berjalan terus, disajikan " + name + ". Ctrl+C menutupnya." },
		Full:       "Ruang rapat penuh. Coba lagi sebentar lagi.",
		NoTerminal: func(cmd string) string { return "Rapat ini perlu layar terminal. Bergabunglah dengan: " + cmd },
		Broken:     "Ada kesalahan pada layar ini. Sambungkan lagi untuk melanjutkan.",
		PINPrompt:  "PIN rapat: ", PINName: "Rapat koordinasi",
		Stopped:     "Berhenti menyajikan; rapat ditutup.",
		Presenter:   "Penyaji",
		NotYours:    "Hanya penyaji yang dapat mengubah.",
		PeopleTitle: func(k, looking int) string { return "Peserta: " + n(k) + ", melihat sendiri: " + n(looking) },
		PeopleShort: "Peserta",
		PeopleHead:  [5]string{"nama", "alamat", "layar", "sejak", "keadaan"},
		People:      [5]string{"mengikuti", "melihat sendiri", "layar terlalu kecil", "operator", "menyajikan"},
		Behind:      func(k int) string { return "tertinggal " + n(k) },
		More:        func(k int) string { return n(k) + " lagi" },
		PIN:         "PIN",
		Minutes:     func(k int) string { return n(k) + " mnt" },
		NoPause:     "Selama rapat berjalan program tidak dijeda: layar semua peserta akan berhenti.",
		Cancel:      "batal",
		Question:    "pertanyaan",
		NotAsked:    "Hanya operator yang dapat ditawari menyajikan.",
		JoinTitle:   "Ikuti rapat ini dari laptop Anda",
		JoinHow:     "Ketik di terminal",
		Fingerprint: "Sidik jari komputer ini",
		JoinOpen:    "Tanpa PIN",
		JoinKeys:    "Dengan kunci yang terdaftar",
		JoinHere:    "Hanya komputer ini. Untuk ruangan: rakor present --listen 0.0.0.0:2222",
		JoinScan:    "Atau pindai",
		JoinNoScan:  "Kode QR perlu jendela yang lebih tinggi.",
		JoinPresent: func(cmd string) string { return "Operator: " + cmd },
		JoinNobody:  "belum ada peserta",
		JoinCame:    func(k int) string { return n(k) + " peserta" },
	}
}

func roomEN() Room {
	n := func(k int) string { return English.Int(int64(k)) }
	return Room{
		Following: func(name string) string { return "Following the presenter" + inBrackets(name) },
		MoveLooks: "move = look around",
		Looking:   func(tab string) string { return "Looking around · presenter at " + tab },
		Driving: func(people, small int) string {
			s := "You are presenting · " + counted(people, "viewer", "viewers")
			if small > 0 {
				s += " (" + n(small) + " small)"
			}
			return s
		},
		Operating: "Operator, following",
		Frozen:    "Frozen by the presenter",
		Blank:     "The presenter has blanked the screen for a moment.",
		Held:      "The audience is frozen",
		Blanked:   "The audience is blank",
		Pointer:   "pointer",
		Away:      "The presenter's line is lost; this screen stays",
		MayClaim:  "The presenter's line is lost",
		Offered:   "You are offered to present",
		Waiting:   func(name string) string { return "Waiting for " + name },
		Alarm:     func(k int) string { return n(k) + " wrong PINs tried; make a new PIN in the list of people" },
		NewPIN:    func(pin string) string { return "New PIN: " + pin },
		AskClose: func(k int) string {
			if k == 0 {
				return "Close the meeting?"
			}
			return "Close the meeting for " + counted(k, "viewer", "viewers") + "?"
		},
		AskLeave: func(name string) string {
			return "The meeting runs on this computer, presented by " + name + ". Leave?"
		},
		LeaveTo:    func(name string) string { return "leave it to " + name },
		Ended:      "The meeting has ended. Thank you.",
		GoesOn:     func(name string) string { return "The meeting goes on, presented by " + name + ". Ctrl+C closes it." },
		Full:       "The room is full. Please try again in a moment.",
		NoTerminal: func(cmd string) string { return "This meeting needs a terminal. Join with: " + cmd },
		Broken:     "Something went wrong with this screen. Connect again to go on.",
		PINPrompt:  "Meeting PIN: ", PINName: "Coordination meeting",
		Stopped:     "Presenting has stopped; the meeting is closed.",
		Presenter:   "Presenter",
		NotYours:    "Only who presents can change that.",
		PeopleTitle: func(k, looking int) string { return "People: " + n(k) + ", looking around: " + n(looking) },
		PeopleShort: "People",
		PeopleHead:  [5]string{"name", "address", "window", "since", "state"},
		People:      [5]string{"follows", "looks around", "window too small", "operator", "presents"},
		Behind:      func(k int) string { return n(k) + " behind" },
		More:        func(k int) string { return n(k) + " more" },
		PIN:         "PIN",
		Minutes:     func(k int) string { return n(k) + " min" },
		NoPause:     "The program is not suspended while it holds a meeting: everybody's screen would stop.",
		Cancel:      "stay",
		Question:    "question",
		NotAsked:    "Only an operator can be offered to present.",
		JoinTitle:   "Follow this meeting from your laptop",
		JoinHow:     "Type in a terminal",
		Fingerprint: "Fingerprint of this computer",
		JoinOpen:    "No PIN",
		JoinKeys:    "With a key that is on the list",
		JoinHere:    "This computer only. For the hall: rakor present --listen 0.0.0.0:2222",
		JoinScan:    "Or scan",
		JoinNoScan:  "The QR code needs a higher window.",
		JoinPresent: func(cmd string) string { return "Operators: " + cmd },
		JoinNobody:  "nobody has joined yet",
		JoinCame:    func(k int) string { return counted(k, "viewer", "viewers") },
	}
}

func counted(n int, one, many string) string {
	return English.Int(int64(n)) + plural(n, " "+one, " "+many)
}

func inBrackets(name string) string {
	if name == "" {
		return ""
	}
	return " (" + name + ")"
}

// roomWords gives the words of the commands of a meeting over the network.
func roomWords(c keys.Command) [2]CommandWords {
	two := func(id, en CommandWords) [2]CommandWords { return [2]CommandWords{id, en} }
	switch c {
	case keys.Present:
		return two(CommandWords{"sajikan", "mulai atau berhenti menyajikan lewat SSH", "sajikan"}, CommandWords{"present", "start or stop presenting over SSH", "present"})
	case keys.Join:
		return two(CommandWords{"cara ikut", "alamat, PIN, dan kode QR untuk mengikuti", "cara ikut"}, CommandWords{"join", "address, PIN and QR code to follow", "join"})
	case keys.People:
		return two(CommandWords{"peserta", "daftar peserta; serahkan kendali, PIN baru", "peserta"}, CommandWords{"people", "who is there; hand over, new PIN", "people"})
	case keys.Pointer:
		return two(CommandWords{"tunjuk", "terangi baris terpilih di layar semua orang", "tunjuk"}, CommandWords{"point", "light the selected row on everybody's screen", "point"})
	case keys.Pause:
		return two(CommandWords{"tahan", "tahan layar peserta, kosongkan, kembali", "tahan"}, CommandWords{"freeze", "freeze the audience's screen, blank it, back", "freeze"})
	case keys.Follow:
		return two(CommandWords{"ikuti", "ikuti penyaji lagi", "ikuti lagi"}, CommandWords{"follow", "follow the presenter again", "follow again"})
	case keys.Take:
		return two(CommandWords{"ambil kendali", "ambil kembali kendali, atau gantikan penyaji yang terputus", "ambil kendali"}, CommandWords{"take over", "take the floor back, or from a presenter who is lost", "take over"})
	case keys.Large:
		return two(CommandWords{"besar", "tampilan besar untuk proyektor dan baris belakang", "besar"}, CommandWords{"large", "large view for the projector and the back row", "large"})
	case keys.OfferFloor:
		return two(CommandWords{"tawarkan", "tawarkan menyajikan kepada operator ini", "tawarkan"}, CommandWords{"offer", "offer this operator to present", "offer"})
	case keys.NewPIN:
		return two(CommandWords{"pin baru", "buat PIN baru; yang sudah masuk tetap di dalam", "PIN baru"}, CommandWords{"new pin", "make a new PIN; who is in stays in", "new PIN"})
	case keys.Accept:
		return two(CommandWords{"terima", "terima tawaran menyajikan", "terima"}, CommandWords{"accept", "accept the offer to present", "accept"})
	case keys.Decline:
		return two(CommandWords{"tolak", "tolak tawaran menyajikan", "tolak"}, CommandWords{"decline", "decline the offer to present", "decline"})
	case keys.CloseRoom:
		return two(CommandWords{"tutup rapat", "tutup rapat bagi semua", "tutup rapat"}, CommandWords{"close meeting", "close the meeting for all", "close it"})
	case keys.LeaveRoom:
		return two(CommandWords{"tinggalkan rapat", "keluar dan serahkan rapat", "keluar"}, CommandWords{"leave meeting", "leave, and leave the meeting to another", "leave"})
	}
	return [2]CommandWords{}
}
