package lang

import (
	"strings"
	"time"
)

// EntryForm is the words of the screens on which the list of programmes is changed.
type EntryForm struct {
	NewTitle  string
	EditTitle func(id string) string
	ManyTitle func(n int) string

	FormHint, AskHint    string
	Need, ManyNote       string // the first line of a form
	Sections             [5]string
	Unknown, Unchanged   string // in an empty field
	Required             string
	Unit                 func(of string) string // label of the unit of a count
	Rupiah               string                 // behind the label of an amount
	Save, Saving         string
	NumberHint, DateHint string
	ListHint, PlaceHint  string
	CodeKnown            func(name string) string
	CodeUnknown          func(near string) string
	Fault                func(why string) string
	NotWhole             string
	TooLong              func(most string) string
	NIK                  string
	OnlyCoordinator      string
	Mixed                string

	LeaveTitle, LeaveText          string
	LeaveSave, LeaveStay           string
	LeaveDrop                      string
	DraftTitle                     string
	DraftText                      func(what string) string
	DraftGoOn, DraftLater          string
	DraftDrop                      string
	DraftFailed                    string
	RemoveTitle, RemoveText        string
	RemoveMany                     func(n int) string
	RemoveYes, Cancel              string
	ConflictTitle                  func(id string) string
	ConflictText                   string
	GoneText                       string
	Was, Theirs, Mine              string
	KeepMine, TakeTheirs, BackForm string
	AddAgain, DropMine             string
	RemoveAll, KeepRow             string

	Added, Edited, Removed func(id, name string) string
	Many, Several          func(n int) string
	Undone, Redone         func(what string) string
	ChangedBack            func(field, was, now string) string // "Pagu: semula A, kini B"
	NoUndo, Nothing        string
	Reloaded               string
	TookTheirs             string
	Marked                 func(n int) string
	Unmarked               string
	ReadOnly               string
	Hidden                 string
	NothingHere            string
	ByLine                 string
	Twin                   func(id string) string

	History, NoHistory string
	By                 func(when, who string) string
	Step               func(kind, fields string) string
	From               func(field, was, now string) string
	CameNew, Went      string
	TakenBack          string
	Nobody             string
}

func entryWords(l Lang) EntryForm { return pick(l, entryID(), entryEN()) }

// Moment writes a moment of a history as its clock had it: "25 Nov 2026 14.02".
// A text that is no moment is written as it is.
func (l Lang) Moment(at string) string {
	t, err := time.Parse(time.RFC3339, at)
	if err != nil {
		return at
	}
	clock := strings.ReplaceAll(t.Format("15:04"), ":", pick(l, ".", ":"))
	return l.Int(int64(t.Day())) + " " + l.MonthShort(int(t.Month())) + " " + t.Format("2006") + " " + clock
}

func entryID() EntryForm {
	n := Indonesian.count
	return EntryForm{
		NewTitle:  "Program baru",
		EditTitle: func(id string) string { return "Sunting program " + id },
		ManyTitle: func(k int) string { return "Sunting " + n(k) + " program sekaligus" },
		FormHint:  "Tab berikut · Shift+Tab sebelumnya · ↑↓ pilih · Ctrl+S simpan · Esc batal",
		AskHint:   "↑↓ pilih · Enter jalankan · Esc kembali",
		Need:      "* wajib diisi. Yang dikosongkan tercatat belum diketahui.",
		ManyNote:  "Isi hanya yang hendak diganti; tulis - agar menjadi belum diketahui.",
		Sections:  [5]string{"POKOK", "UANG", "SASARAN DAN LOKASI", "HASIL", "PEMERIKSAAN DAN SUMBER"},
		Unknown:   "belum diketahui", Unchanged: "tetap seperti semula", Required: "wajib diisi",
		Unit:   func(of string) string { return "Satuan " + strings.ToLower(of) },
		Rupiah: "(Rp)", Save: "Simpan (Ctrl+S)", Saving: "Menyimpan…",
		NumberHint: "1,45 M · 1450jt · 1.450.000.000", DateHint: "2026-03-31, 2026-03 atau 2026",
		ListHint: "ketik untuk mencari, ↓ memilih", PlaceHint: "↓ memilih; pisahkan dengan koma; semua = seluruhnya",
		CodeKnown: func(s string) string { return "= " + s },
		CodeUnknown: func(near string) string {
			return "tidak ada di nomenklatur bawaan" + orNothing(near, " (terdekat: ", ")") + "; tetap boleh disimpan"
		},
		Fault:           func(why string) string { return "! " + why },
		NotWhole:        "harus bilangan bulat",
		TooLong:         func(most string) string { return "terlalu panjang: yang lebih dari " + most + " huruf terpotong" },
		NIK:             "memuat nomor berbentuk NIK; daftar program tidak menyimpan data orang",
		OnlyCoordinator: "terverifikasi dan dikembalikan hanya oleh koordinator yang disebut di settings.json",
		Mixed:           "berbeda-beda",

		LeaveTitle: "Isian belum disimpan", LeaveText: "Ada isian yang sudah diketik.",
		LeaveSave: "Simpan", LeaveStay: "Lanjut mengisi", LeaveDrop: "Buang isian",
		DraftTitle: "Isian yang belum tersimpan",
		DraftText:  func(what string) string { return "Isian dari waktu lalu masih ada: " + what },
		DraftGoOn:  "Lanjutkan mengisi", DraftLater: "Nanti saja (isian tetap ada)", DraftDrop: "Buang isian itu",
		DraftFailed: "Isian ini belum terjaga di disk: draf tidak dapat ditulis.",
		RemoveTitle: "Hapus program?", RemoveText: "Dapat dikembalikan dengan u (urung).",
		RemoveMany: func(k int) string { return "dan " + n(k) + " lagi" },
		RemoveYes:  "Hapus", Cancel: "Batal",
		ConflictTitle: func(id string) string { return "Baris " + id + " baru saja diubah orang lain" },
		ConflictText:  "Belum ada yang ditulis. Isian Anda masih ada.",
		GoneText:      "Baris ini baru saja dihapus orang lain. Isian Anda masih ada.",
		Was:           "semula", Theirs: "kini di daftar", Mine: "dari Anda",
		KeepMine: "Pakai isian saya", TakeTheirs: "Pakai yang kini di daftar", BackForm: "Kembali ke formulir",
		AddAgain: "Simpan sebagai baris baru", DropMine: "Buang isian saya",
		RemoveAll: "Hapus juga", KeepRow: "Jangan hapus",

		Added:   func(id, s string) string { return "Tersimpan: " + id + " ditambahkan (" + s + ")." },
		Edited:  func(id, s string) string { return "Tersimpan: " + id + ", " + s + "." },
		Removed: func(id, s string) string { return "Tersimpan: " + id + " dihapus (" + s + "); u mengembalikannya." },
		Many: func(k int) string {
			return "Tersimpan: " + n(k) + " program berubah; satu kali u mengembalikan semuanya."
		},
		Several:     func(k int) string { return n(k) + " program" },
		Undone:      func(s string) string { return "Diurungkan dan tersimpan: " + s + "." },
		Redone:      func(s string) string { return "Diulangi dan tersimpan: " + s + "." },
		ChangedBack: func(f, _, now string) string { return f + " menjadi " + now },
		NoUndo:      "Tidak ada lagi perubahan daftar program untuk itu.",
		Nothing:     "Tidak ada yang berubah; daftar sudah begitu.",
		Reloaded:    "Daftar program diubah dari luar; yang terbaru sudah dimuat.",
		TookTheirs:  "Yang ada di daftar dipakai; tidak ada yang ditulis.",
		Marked:      func(k int) string { return n(k) + " baris ditandai: e sunting bersama · d hapus · Esc lepas tanda" },
		Unmarked:    "Tidak ada baris yang ditandai.",
		Hidden:      "Saringan menyembunyikannya; Esc menghapus saringan.",
		ReadOnly:    "Baca-saja: daftar program tidak dapat diubah selama --readonly dipakai.",
		NothingHere: "Di mode baris, ubah daftar dengan perintah rakor program add, edit atau remove.",
		Twin: func(id string) string {
			return "! sama dengan " + id + " (kode, tahun, strategi, OPD, nama, kegiatan, lokasi)"
		},

		History: "Riwayat", NoHistory: "Belum ada perubahan sejak dari sumbernya.",
		By:      func(when, who string) string { return when + ", " + who },
		Step:    func(kind, fields string) string { return kind + ": " + fields },
		From:    func(f, was, now string) string { return f + ": semula " + was + ", menjadi " + now },
		CameNew: "baris ditambahkan", Went: "baris dihapus", TakenBack: "(sudah diurungkan)", Nobody: "tanpa nama",
	}
}

func entryEN() EntryForm {
	n := English.count
	return EntryForm{
		NewTitle:  "New programme",
		EditTitle: func(id string) string { return "Edit programme " + id },
		ManyTitle: func(k int) string { return "Edit " + n(k) + plural(k, " programme", " programmes at once") },
		FormHint:  "Tab next · Shift+Tab back · ↑↓ choose · Ctrl+S save · Esc leave",
		AskHint:   "↑↓ choose · Enter go · Esc back",
		Need:      "* must be filled in. What is left empty is recorded as not known.",
		ManyNote:  "Fill in only what is to change; write - to make it not known.",
		Sections:  [5]string{"WHAT", "MONEY", "TARGET AND PLACES", "RESULT", "REVIEW AND SOURCE"},
		Unknown:   "not known", Unchanged: "stays as it is", Required: "must be filled in",
		Unit:   func(of string) string { return "Unit of " + strings.ToLower(of) },
		Rupiah: "(Rp)", Save: "Save (Ctrl+S)", Saving: "Saving…",
		NumberHint: "1.45bn · 1450m · 1,450,000,000", DateHint: "2026-03-31, 2026-03 or 2026",
		ListHint: "type to search, ↓ chooses", PlaceHint: "↓ chooses; commas between several; semua = everywhere",
		CodeKnown: func(s string) string { return "= " + s },
		CodeUnknown: func(near string) string {
			return "not in the built-in nomenclature" + orNothing(near, " (nearest: ", ")") + "; it may be saved all the same"
		},
		Fault:           func(why string) string { return "! " + why },
		NotWhole:        "it must be a whole number",
		TooLong:         func(most string) string { return "too long: what is beyond " + most + " letters was cut off" },
		NIK:             "it holds a number of the form of an NIK; the list keeps no data about persons",
		OnlyCoordinator: "only a coordinator named in settings.json sets verified and returned",
		Mixed:           "various",

		LeaveTitle: "Not saved yet", LeaveText: "Something has been typed.",
		LeaveSave: "Save", LeaveStay: "Go on typing", LeaveDrop: "Throw it away",
		DraftTitle: "Typed and not saved",
		DraftText:  func(what string) string { return "What was typed last time is still here: " + what },
		DraftGoOn:  "Go on typing", DraftLater: "Later (it stays here)", DraftDrop: "Throw it away",
		DraftFailed: "What is typed is not safe on the disk yet: the draft cannot be written.",
		RemoveTitle: "Remove the programme?", RemoveText: "u (undo) brings it back.",
		RemoveMany: func(k int) string { return "and " + n(k) + " more" },
		RemoveYes:  "Remove", Cancel: "Cancel",
		ConflictTitle: func(id string) string { return "Somebody else has just changed row " + id },
		ConflictText:  "Nothing was written. What you typed is still here.",
		GoneText:      "Somebody else has just removed this row. What you typed is still here.",
		Was:           "was", Theirs: "now in the list", Mine: "yours",
		KeepMine: "Keep mine", TakeTheirs: "Take what is in the list", BackForm: "Back to the form",
		AddAgain: "Save as a new row", DropMine: "Throw mine away",
		RemoveAll: "Remove it all the same", KeepRow: "Do not remove",

		Added:   func(id, s string) string { return "Saved: " + id + " added (" + s + ")." },
		Edited:  func(id, s string) string { return "Saved: " + id + ", " + s + "." },
		Removed: func(id, s string) string { return "Saved: " + id + " removed (" + s + "); u brings it back." },
		Many: func(k int) string {
			return "Saved: " + n(k) + plural(k, " programme", " programmes") + " changed; one u takes all of it back."
		},
		Several:     func(k int) string { return n(k) + plural(k, " programme", " programmes") },
		Undone:      func(s string) string { return "Undone and saved: " + s + "." },
		Redone:      func(s string) string { return "Redone and saved: " + s + "." },
		ChangedBack: func(f, _, now string) string { return f + " is now " + now },
		NoUndo:      "There is no further change of the programmes for that.",
		Nothing:     "Nothing changed; the list says so already.",
		Reloaded:    "The programmes were changed from outside; the newest are shown.",
		TookTheirs:  "What is in the list was kept; nothing was written.",
		Marked: func(k int) string {
			return n(k) + plural(k, " row", " rows") + " marked: e edits them together · d removes · Esc unmarks"
		},
		Unmarked:    "No row is marked.",
		Hidden:      "The filter hides it; Esc clears the filter.",
		ReadOnly:    "Read-only: the programmes cannot be changed while --readonly is in use.",
		NothingHere: "Line by line, change the list with rakor program add, edit or remove.",
		Twin: func(id string) string {
			return "! says the same as " + id + " (code, year, strategy, department, name, activity, places)"
		},

		History: "History", NoHistory: "No change since its source.",
		By:      func(when, who string) string { return when + ", " + who },
		Step:    func(kind, fields string) string { return kind + ": " + fields },
		From:    func(f, was, now string) string { return f + ": was " + was + ", became " + now },
		CameNew: "row added", Went: "row removed", TakenBack: "(taken back since)", Nobody: "no name",
	}
}
