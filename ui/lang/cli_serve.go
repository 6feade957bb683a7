package lang

// ServeWords is the words of the commands that hold a meeting.
type ServeWords struct {
	ServeShort, ServeLong, JoinShort, JoinLong                                    string
	FlagListen, FlagAudience, FlagPresenters, FlagViewers, FlagMax, FlagKeepalive string
	OnlyHere, NobodyDrives, NoMeeting, NoHome                                     string
	CannotListen                                                                  func(address, why string) string
	NeedsViewers                                                                  string
	PresentShort, PresentLong, NeedsTerminal                                      string
	BadKeys                                                                       func(file, why string) string
	Join, Fingerprint, PIN, Driving, Ended                                        string
}

// CLIServe gives the words of serve and join-info.
func (l Lang) CLIServe() ServeWords {
	return pick(l,
		ServeWords{
			ServeShort:     "adakan rapat lewat SSH, tanpa terminal sendiri",
			ServeLong:      "Mengadakan rapat yang diikuti peserta dengan ssh biasa, tanpa terminal sendiri\n(misalnya komputer di ruang rapat). Mendengar di 127.0.0.1 saja, kecuali --listen\nmembukanya untuk ruangan. Penyaji masuk sebagai penyaji@HOST dengan kunci dari\n--presenters; yang pertama masuk langsung menyajikan.",
			PresentShort:   "sajikan layar ini lewat SSH",
			PresentLong:    "Membuka rakor dan langsung menyajikannya: peserta mengikuti dengan ssh biasa, tanpa\nmemasang apa pun. Sama dengan menekan p di dalam rakor. Mendengar di 127.0.0.1 saja,\nkecuali --listen membukanya untuk ruangan. Operator masuk sebagai penyaji@HOST\ndengan kunci dari --presenters. Catatan siapa yang masuk: meeting.log di folder state.",
			NeedsTerminal:  "Menyajikan perlu terminal; tanpa terminal gunakan rakor serve.",
			JoinShort:      "cara mengikuti rapat yang sedang berlangsung",
			JoinLong:       "Mencetak baris ssh, sidik jari kunci, PIN dan kode QR rapat yang sedang\nberlangsung di komputer ini.",
			FlagListen:     "alamat dan pangkalan, misalnya 0.0.0.0:2222 untuk seluruh ruangan",
			FlagAudience:   "cara peserta masuk: open, pin atau keys",
			FlagPresenters: "berkas authorized_keys penyaji dan operator",
			FlagViewers:    "berkas authorized_keys peserta (untuk --audience keys)",
			FlagMax:        "peserta paling banyak",
			FlagKeepalive:  "jarak pertanyaan apakah peserta masih ada",
			OnlyHere:       "Hanya komputer ini yang dapat masuk; untuk seluruh ruangan: --listen 0.0.0.0:2222",
			NobodyDrives:   "Belum ada yang dapat menyajikan; beri --presenters berkas-authorized_keys.",
			NoMeeting:      "Tidak ada rapat yang berlangsung di komputer ini; mulai dengan rakor serve.",
			NoHome:         "Folder pengguna tidak diketahui; atur HOME atau XDG_DATA_HOME dan XDG_STATE_HOME.",
			CannotListen: func(a, why string) string {
				return "Tidak dapat mendengar di " + a + " (" + why + "); pilih pangkalan lain, misalnya --listen 127.0.0.1:2223."
			},
			NeedsViewers: "--audience keys perlu --viewers berkas-authorized_keys.",
			BadKeys:      func(f, why string) string { return "Berkas kunci " + f + " tidak dapat dipakai: " + why + "." },
			Join:         "Ikuti dengan", Fingerprint: "sidik jari", PIN: "PIN", Driving: "Menyajikan dengan", Ended: "Rapat selesai.",
		},
		ServeWords{
			ServeShort:     "hold a meeting over SSH, without a terminal of its own",
			ServeLong:      "Holds a meeting that people follow with the stock ssh, without a terminal of its own\n(a computer in the hall, for example). Listens on 127.0.0.1 alone unless --listen\nopens it to the hall. Presenters join as penyaji@HOST with a key of --presenters;\nthe first one drives at once.",
			PresentShort:   "present this screen over SSH",
			PresentLong:    "Opens rakor and presents it at once: people follow with the stock ssh and install\nnothing. The same as pressing p in rakor. Listens on 127.0.0.1 alone unless --listen\nopens it to the hall. Operators join as penyaji@HOST with a key of --presenters. Who\ncame is logged in meeting.log in the state folder.",
			NeedsTerminal:  "Presenting needs a terminal; without one use rakor serve.",
			JoinShort:      "how to join the meeting that is running",
			JoinLong:       "Prints the ssh lines, the key's fingerprint, the PIN and a QR code of the meeting\nthat is running on this computer.",
			FlagListen:     "address and port, such as 0.0.0.0:2222 for the whole hall",
			FlagAudience:   "how the audience comes in: open, pin or keys",
			FlagPresenters: "authorized_keys file of presenters and operators",
			FlagViewers:    "authorized_keys file of the audience (for --audience keys)",
			FlagMax:        "people in the audience at the most",
			FlagKeepalive:  "time between two questions whether somebody is still there",
			OnlyHere:       "Only this computer can come in; for the whole hall: --listen 0.0.0.0:2222",
			NobodyDrives:   "Nobody can present yet; give --presenters an authorized_keys file.",
			NoMeeting:      "No meeting is running on this computer; start one with rakor serve.",
			NoHome:         "The user's folder is not known; set HOME, or XDG_DATA_HOME and XDG_STATE_HOME.",
			CannotListen: func(a, why string) string {
				return "Cannot listen on " + a + " (" + why + "); choose another port, such as --listen 127.0.0.1:2223."
			},
			NeedsViewers: "--audience keys needs --viewers with an authorized_keys file.",
			BadKeys:      func(f, why string) string { return "The key file " + f + " cannot be used: " + why + "." },
			Join:         "Join with", Fingerprint: "fingerprint", PIN: "PIN", Driving: "Present with", Ended: "The meeting has ended.",
		})
}
