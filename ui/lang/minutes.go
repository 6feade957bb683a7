package lang

import (
	"strconv"

	"rakor/model"
	"rakor/model/meeting"
)

// Minutes is the words of the minutes and of the agenda.
type Minutes struct {
	Title     string
	None      string // no meeting is held
	NoneHint  string
	NoLines   string
	Context   func(decided, older, late int) string
	This      string // headings of the list
	OlderHead func(n int) string
	LateHead  string
	NoOwner   string
	ColWho    string
	ColDue    string
	ColStatus string
	Left      func(days int) string // until the deadline
	LateBy    func(days int) string
	NoDue     string

	Detail               string
	Text, Owner, Due     string
	Status, Note, By     string
	ItemLabel, Basis     string
	Progress             string
	Then                 func(then, now string) string
	Gone, Same           string
	Why                  func(periods, data bool) string
	HandsTitle           string
	HandsLine            func(h meeting.Hands) string
	Few                  string
	MeetingOf            func(id meeting.ID) string
	Orders               [3]string
	StatusLine, NoSource string

	Strip     func(item, of int, title string) string // agenda strip
	NoItem    func(of int) string
	LeftTime  func(clock string) string
	OverTime  func(clock string) string
	Decisions func(n int) string
	FollowUps func(n int) string

	// Sentences after a change.
	Started, Begun, Decided, Moved, Removed, Edited, HandsKept string
	Undone, Redone, Nothing                                    string
	ReadOnly, NoPlace                                          string
	BrokenFile                                                 func(path string) string
	Conflict, GoneNow                                          string
	NoMeeting                                                  string

	// The form of a decision.
	FormTitle, FormHint string
	DraftBack           string
	NeedsText, BadDue   string
	LeaveTwice, Reason  string
	OwnerHint, DueHint  string

	// The menu of meetings.
	MenuTitle, MoveTitle string
	UsualTitle           func(region string) string
	Start, StartFrom     string
	AgendaPath, Leave    string
	GoOn                 func(title string) string
	MinutesLong          func(n int) string
	MoveTo               func(status string) string
	RemoveIt             string
	TakenOn              func(text string) string

	// Figures.
	Entered                string
	Poor                   func(region string) string
	People, Rate           string
	Population, Interval   string
	Target, RateTimes      string
	Rows, Budget, Realised string
	RowsOf                 func(n, filter string) string
	MoneyOf                func(money, rows string) string
}

// minutesVersions is the folder of earlier states beside the file of minutes.
const minutesVersions = "versions"

func minutesWords(l Lang) Minutes { return pick(l, minutesID(), minutesEN()) }

func minutesID() Minutes {
	l := Indonesian
	return Minutes{
		Title: "Notulen", None: "Belum ada rapat yang dibuka.", NoneHint: "n mencatat keputusan dan membuka rapat hari ini; : rapat membukanya dengan agenda.",
		NoLines: "Belum ada keputusan. n mencatat keputusan tentang layar yang sedang tampil.",
		Context: func(d, o, late int) string {
			s := l.count(d) + " keputusan · " + l.count(o) + " tindak lanjut"
			return s + pickIf(late > 0, " · "+l.count(late)+" lewat tenggat", "")
		},
		This: "Keputusan rapat ini", OlderHead: func(n int) string { return "Tindak lanjut rapat sebelumnya · " + l.count(n) + " terbuka" },
		LateHead: "Yang paling lewat tenggat dahulu", NoOwner: "tanpa penanggung jawab",
		ColWho: "Penanggung jawab", ColDue: "Tenggat", ColStatus: "Status",
		Left:   func(d int) string { return l.count(d) + " hari lagi" },
		LateBy: func(d int) string { return "lewat " + l.count(d) + " hari" }, NoDue: "tanpa tenggat",

		Detail: "Rincian", Text: "Keputusan", Owner: "PIC", Due: "Tenggat", Status: "Status", Note: "Catatan", By: "Dicatat",
		ItemLabel: "Agenda", Basis: "Dasar", Progress: "Riwayat",
		Then: func(then, now string) string { return then + " → kini " + now }, Gone: "kini tidak ada", Same: "masih sama",
		Why: func(periods, data bool) string {
			switch {
			case periods:
				return "periode yang lebih baru sudah ada"
			case data:
				return "data diperbarui sejak itu"
			}
			return "isian atau daftar berubah sejak itu"
		},
		HandsTitle: "Angkat tangan",
		HandsLine: func(h meeting.Hands) string {
			return h.Question + " · setuju " + l.count(h.Agree) + ", tidak " + l.count(h.Disagree) + ", abstain " + l.count(h.Abstain) + " dari " + l.count(h.Asked)
		},
		Few:       "kurang dari separuh yang menjawab",
		MeetingOf: func(id meeting.ID) string { return "rapat " + l.MeetingName(id) },
		Orders:    [3]string{"menurut rapat", "menurut OPD", "menurut tenggat"}, StatusLine: "Notulen tersimpan begitu dicatat", NoSource: "tanpa angka",

		Strip: func(i, of int, title string) string {
			return "Agenda " + strconv.Itoa(i) + "/" + strconv.Itoa(of) + "  " + title
		},
		NoItem:    func(of int) string { return "Agenda: " + l.count(of) + " butir, belum dimulai" },
		LeftTime:  func(c string) string { return "sisa " + c },
		OverTime:  func(c string) string { return "lewat " + c },
		Decisions: func(n int) string { return "keputusan " + l.count(n) },
		FollowUps: func(n int) string { return "tindak lanjut lama " + l.count(n) },

		Started: "Rapat dibuka dan tersimpan.", Begun: "Keputusan tersimpan; rapat hari ini dibuka.", Decided: "Keputusan tersimpan.", Moved: "Perkembangan tersimpan.", Removed: "Keputusan dihapus; u mengurungkan.",
		Edited: "Rapat tersimpan.", HandsKept: "Hasil angkat tangan tersimpan.",
		Undone: "Perubahan notulen diurungkan.", Redone: "Perubahan notulen diulang.", Nothing: "Tidak ada perubahan notulen yang dapat diurungkan.",
		ReadOnly: "Dibuka untuk dibaca saja: tidak ada yang dicatat.", NoPlace: "notulen tidak dapat disimpan di sini: lihat rakor info",
		BrokenFile: func(p string) string {
			return "berkas notulen " + p + " rusak atau hilang, notulen tidak dipakai: salin versi terbaru dari folder " + minutesVersions + " di sebelahnya, namanya meetings.json.NNNNNN"
		}, Conflict: "catatan ini diubah program lain; tidak ada yang ditimpa", GoneNow: "catatan ini sudah dihapus program lain",
		NoMeeting: "Belum ada rapat yang dibuka.",

		FormTitle: "Catat keputusan", FormHint: "Tab berikut   Enter lanjut, di akhir simpan   Esc batal",
		DraftBack: "Ketikan yang belum tersimpan dikembalikan.", NeedsText: "tulis keputusannya",
		BadDue:     "tanggal tidak terbaca: 31-12, 31-12-2026, 2 minggu, akhir semester",
		LeaveTwice: "Belum disimpan. Esc sekali lagi membuangnya.", Reason: "Alasan",
		OwnerHint: "OPD, ketik untuk mencari, panah memilih", DueHint: "31-12, 2 minggu, akhir semester",
		MenuTitle: "Rapat", MoveTitle: "Apa perkembangannya?",
		UsualTitle: func(r string) string { return "Rakor TKPKD " + r },
		Start:      "buka rapat hari ini dengan agenda baku", StartFrom: "buka rapat dengan agenda dari berkas …",
		AgendaPath: "Berkas agenda (teks atau JSON)", Leave: "keluar dari rapat ini (tetap tersimpan)",
		GoOn:        func(t string) string { return "lanjutkan " + t },
		MinutesLong: func(n int) string { return l.count(n) + " menit" },
		MoveTo:      func(st string) string { return "jadi " + st + " …" }, RemoveIt: "hapus keputusan (u mengurungkan)",
		TakenOn: func(t string) string { return "Layar saat diputuskan: " + t },

		Entered: "diisi pengguna", Poor: func(r string) string { return "Penduduk miskin " + r }, People: "jiwa", Rate: "Tingkat P0",
		Population: "Penduduk", Interval: "Selang", Target: "Sasaran P0", RateTimes: "tingkat × penduduk",
		Rows: "Baris program", Budget: "Pagu diketahui", Realised: "Realisasi diketahui",
		RowsOf:  func(n, f string) string { return n + " baris" + pickIf(f != "", ", saringan "+f, "") },
		MoneyOf: func(m, n string) string { return m + " dari " + n + " baris" },
	}
}

func minutesEN() Minutes {
	l := English
	return Minutes{
		Title: "Minutes", None: "No meeting is open.", NoneHint: "n records a decision and opens today's meeting; : meeting opens it with an agenda.",
		NoLines: "No decision yet. n records one about the screen that is shown.",
		Context: func(d, o, late int) string {
			s := l.count(d) + " decided · " + l.count(o) + " follow-ups"
			return s + pickIf(late > 0, " · "+l.count(late)+" late", "")
		},
		This: "Decided in this meeting", OlderHead: func(n int) string { return "Left open by earlier meetings · " + l.count(n) },
		LateHead: "The latest first", NoOwner: "nobody named",
		ColWho: "Who", ColDue: "Due", ColStatus: "Status",
		Left:   func(d int) string { return l.count(d) + pickIf(d == 1, " day left", " days left") },
		LateBy: func(d int) string { return l.count(d) + pickIf(d == 1, " day late", " days late") }, NoDue: "no deadline",

		Detail: "Detail", Text: "Decision", Owner: "Who", Due: "Due", Status: "Status", Note: "Note", By: "Recorded",
		ItemLabel: "Agenda", Basis: "Basis", Progress: "History",
		Then: func(then, now string) string { return then + " → now " + now }, Gone: "no longer there", Same: "unchanged",
		Why: func(periods, data bool) string {
			switch {
			case periods:
				return "there is a newer period"
			case data:
				return "the data were renewed since"
			}
			return "inputs or list have changed since"
		},
		HandsTitle: "Show of hands",
		HandsLine: func(h meeting.Hands) string {
			return h.Question + " · for " + l.count(h.Agree) + ", against " + l.count(h.Disagree) + ", abstaining " + l.count(h.Abstain) + " of " + l.count(h.Asked)
		},
		Few:       "fewer than half answered",
		MeetingOf: func(id meeting.ID) string { return "meeting of " + l.MeetingName(id) },
		Orders:    [3]string{"by meeting", "by department", "by deadline"}, StatusLine: "Minutes are saved the moment they are recorded", NoSource: "no figures",

		Strip: func(i, of int, title string) string {
			return "Agenda " + strconv.Itoa(i) + "/" + strconv.Itoa(of) + "  " + title
		},
		NoItem:    func(of int) string { return "Agenda: " + l.count(of) + " items, not begun" },
		LeftTime:  func(c string) string { return c + " left" },
		OverTime:  func(c string) string { return c + " over" },
		Decisions: func(n int) string { return "decided " + l.count(n) },
		FollowUps: func(n int) string { return "old follow-ups " + l.count(n) },

		Started: "The meeting is open and saved.", Begun: "Decision saved; today's meeting is open.", Decided: "Decision saved.", Moved: "Progress saved.", Removed: "Decision removed; u takes that back.",
		Edited: "Meeting saved.", HandsKept: "Show of hands saved.",
		Undone: "Change of the minutes taken back.", Redone: "Change of the minutes made again.", Nothing: "There is no change of the minutes to take back.",
		ReadOnly: "Opened for reading only: nothing is recorded.", NoPlace: "minutes cannot be saved here: see rakor info",
		BrokenFile: func(p string) string {
			return "the file of minutes " + p + " is broken or gone, minutes are not used: copy the newest of the folder " + minutesVersions + " beside it, named meetings.json.NNNNNN"
		}, Conflict: "another program changed this record; nothing was overwritten", GoneNow: "another program removed this record",
		NoMeeting: "No meeting is open.",

		FormTitle: "Record a decision", FormHint: "Tab next   Enter on, saves at the end   Esc leave",
		DraftBack: "What was typed and not saved is back.", NeedsText: "write the decision",
		BadDue:     "no such day: 31-12, 31-12-2026, 2 weeks, end of semester",
		LeaveTwice: "Not saved. Esc once more throws it away.", Reason: "Reason",
		OwnerHint: "department, type to search, arrows choose", DueHint: "31-12, 2 weeks, end of semester",
		MenuTitle: "Meeting", MoveTitle: "What has become of it?",
		UsualTitle: func(r string) string { return "Coordination meeting, " + r },
		Start:      "open today's meeting with the usual agenda", StartFrom: "open a meeting with the agenda of a file …",
		AgendaPath: "File of the agenda (text or JSON)", Leave: "leave this meeting (it stays saved)",
		GoOn:        func(t string) string { return "go on with " + t },
		MinutesLong: func(n int) string { return l.count(n) + " minutes" },
		MoveTo:      func(st string) string { return "now " + st + " …" }, RemoveIt: "remove the decision (u takes it back)",
		TakenOn: func(t string) string { return "The screen when it was decided: " + t },

		Entered: "entered by the user", Poor: func(r string) string { return "Poor people, " + r }, People: "people", Rate: "Rate P0",
		Population: "Population", Interval: "Interval", Target: "Target P0", RateTimes: "rate × population",
		Rows: "Programmes", Budget: "Known budget", Realised: "Known realised",
		RowsOf:  func(n, f string) string { return n + " rows" + pickIf(f != "", ", filter "+f, "") },
		MoneyOf: func(m, n string) string { return m + " of " + n + " rows" },
	}
}

// MeetingName gives the day of a meeting, and its number where it is not the
// day's first.
func (l Lang) MeetingName(id meeting.ID) string {
	s := string(id)
	if len(s) <= 10 {
		return l.Day(model.Date(s))
	}
	return l.Day(model.Date(s[:10])) + " (" + s[11:] + ")"
}

// MeetingStatus gives the name of a status.
func (l Lang) MeetingStatus(s meeting.Status) string {
	switch s {
	case meeting.Done:
		return pick(l, "selesai", "done")
	case meeting.Extended:
		return pick(l, "diperpanjang", "extended")
	case meeting.Escalated:
		return pick(l, "dinaikkan", "escalated")
	case meeting.Dropped:
		return pick(l, "dihentikan", "dropped")
	}
	return pick(l, "terbuka", "open")
}
