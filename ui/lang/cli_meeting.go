package lang

import (
	"strings"

	"rakor/model/meeting"
)

// CLIMeeting is the words of the command meeting.
type CLIMeeting struct {
	Short, Long                                        string
	ListShort, StartShort, StartLong, AttendShort      string
	DecideShort, DecideLong, MoveShort, MoveLong       string
	UndoShort, RedoShort, LogShort                     string
	FlagAgenda, FlagTitle, FlagDate                    string
	FlagPlace, FlagChair, FlagMeeting, FlagDepartment  string
	FlagText, FlagOwner, FlagDeadline, FlagNote        string
	FlagItem, FlagStatus, FlagReason                   string
	ColDate, ColTitle, ColItems, ColDecisions, ColOpen string
	ColRecord, ColWhat, ColStep, ColWhen, ColWho       string
	ColKind                                            string
	NoMeeting, NeedsName, NeedsText, NeedsDecision     string
	NeedsDeadline, TakeBack                            string
	NoSuchMeeting                                      func(id, there string) string
	NoDecision, Refused                                func(what string) string
}

// CLIMeeting gives the words of the command meeting.
func (l Lang) CLIMeeting() CLIMeeting {
	return pick(l, CLIMeeting{
		Short: "rapat: agenda, kehadiran, keputusan, tindak lanjut", Long: "Mencatat rapat dari baris perintah; di layar: n mencatat, N notulen.",
		ListShort: "rapat yang tersimpan", StartShort: "buka rapat baru", StartLong: "Membuka rapat dengan agenda baku, atau dari berkas: satu butir satu baris, judul; menit; layar.",
		AttendShort: "catat seorang yang hadir", DecideShort: "catat keputusan", DecideLong: "Mencatat keputusan pada rapat terakhir, atau pada --meeting.",
		MoveShort: "catat perkembangan sebuah keputusan", MoveLong: "Mencatat apa yang terjadi dengan keputusan: selesai, diperpanjang, dinaikkan, dihentikan.",
		UndoShort: "urungkan perubahan notulen terakhir", RedoShort: "ulangi yang diurungkan", LogShort: "riwayat perubahan notulen",
		FlagAgenda: "berkas agenda, teks atau JSON", FlagTitle: "judul rapat", FlagDate: "tanggal rapat (baku: hari ini)",
		FlagPlace: "tempat", FlagChair: "pimpinan rapat", FlagMeeting: "rapat (baku: yang terakhir)", FlagDepartment: "OPD",
		FlagText: "isi keputusan", FlagOwner: "penanggung jawab (OPD)", FlagDeadline: "tenggat: 31-12, 2026-12-31, 2 minggu, akhir semester", FlagNote: "catatan",
		FlagItem: "butir agenda", FlagStatus: "open, done, extended, escalated, dropped", FlagReason: "alasan",
		ColDate: "Tanggal", ColTitle: "Judul", ColItems: "Butir", ColDecisions: "Keputusan", ColOpen: "Terbuka",
		ColRecord: "Catatan", ColWhat: "Isi", ColStep: "Langkah", ColWhen: "Waktu", ColWho: "Oleh", ColKind: "Jenis",
		NoMeeting: "Belum ada rapat untuk wilayah ini; buka dengan: rakor meeting start", NeedsName: "Perlu satu nama; contoh: rakor meeting attend 'Rina Sari'",
		NeedsText: "Perlu --text; contoh: rakor meeting decide --text 'Verifikasi desil 1-4'", NeedsDecision: "Perlu satu keputusan; contoh: rakor meeting move 2026-07-07/3 --status done",
		NeedsDeadline: "Perpanjangan perlu --deadline; contoh: --deadline 31-12", TakeBack: "Urungkan: rakor meeting undo",
		NoSuchMeeting: func(id, there string) string { return "Tidak ada rapat " + id + "; yang ada: " + there },
		NoDecision:    func(id string) string { return "Tidak ada keputusan " + id + "; lihat: rakor report minutes" },
		Refused:       func(what string) string { return "Tidak dapat dicatat: " + what },
	}, CLIMeeting{
		Short: "meetings: agenda, attendance, decisions, follow-ups", Long: "Records a meeting from the command line; on the screens n records and N shows the minutes.",
		ListShort: "the meetings that are kept", StartShort: "open a new meeting", StartLong: "Opens a meeting with the usual agenda, or that of a file: an item a line, title; minutes; view.",
		AttendShort: "record somebody who is there", DecideShort: "record a decision", DecideLong: "Records a decision of the newest meeting, or of --meeting.",
		MoveShort: "record what became of a decision", MoveLong: "Records what has become of a decision: done, extended, escalated, dropped.",
		UndoShort: "take back the last change of the minutes", RedoShort: "make again what was taken back", LogShort: "history of the minutes",
		FlagAgenda: "file of the agenda, text or JSON", FlagTitle: "title of the meeting", FlagDate: "day of the meeting (default: today)",
		FlagPlace: "place", FlagChair: "chair", FlagMeeting: "meeting (default: the newest)", FlagDepartment: "department",
		FlagText: "the decision", FlagOwner: "who answers for it (department)", FlagDeadline: "due: 31-12, 2026-12-31, 2 weeks, end of semester", FlagNote: "note",
		FlagItem: "item of the agenda", FlagStatus: "open, done, extended, escalated, dropped", FlagReason: "reason",
		ColDate: "Date", ColTitle: "Title", ColItems: "Items", ColDecisions: "Decisions", ColOpen: "Open",
		ColRecord: "Record", ColWhat: "Text", ColStep: "Step", ColWhen: "When", ColWho: "By", ColKind: "Kind",
		NoMeeting: "No meeting of this region yet; open one with: rakor meeting start", NeedsName: "Needs one name; example: rakor meeting attend 'Rina Sari'",
		NeedsText: "Needs --text; example: rakor meeting decide --text 'Verify deciles 1-4'", NeedsDecision: "Needs one decision; example: rakor meeting move 2026-07-07/3 --status done",
		NeedsDeadline: "An extension needs --deadline; example: --deadline 31-12", TakeBack: "Take back: rakor meeting undo",
		NoSuchMeeting: func(id, there string) string { return "No meeting " + id + "; there are: " + there },
		NoDecision:    func(id string) string { return "No decision " + id + "; see: rakor report minutes" },
		Refused:       func(what string) string { return "Cannot be recorded: " + what },
	})
}

// RecordText says in one line what a record holds, or held where it is removed.
func (l Lang) RecordText(c meeting.Change) string {
	r, gone := c.Now, ""
	if r == nil {
		r, gone = c.Was, pick(l, " (dihapus)", " (removed)")
	}
	switch r := r.(type) {
	case meeting.Meeting:
		return r.Title + ", " + l.Day(r.Date) + ", " + l.count(len(r.Agenda)) + pick(l, " butir", " items") + ", " + l.count(len(r.Attendance)) + pick(l, " hadir", " present") + gone
	case meeting.Decision:
		parts := []string{r.Text}
		if r.Owner != "" {
			parts = append(parts, r.Owner)
		}
		if r.Deadline != "" {
			parts = append(parts, l.Day(r.Deadline))
		}
		return strings.Join(append(parts, l.MeetingStatus(r.Status)), " · ") + gone
	case meeting.Hands:
		return minutesWords(l).HandsLine(r) + gone
	}
	return ""
}
