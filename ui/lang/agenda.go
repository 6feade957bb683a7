package lang

import "rakor/model/meeting"

// UsualAgenda is the agenda of a coordination meeting as it was seen: what was
// left open, the situation, the target, the programmes and their gaps, the
// data, the realisation, the reports. The minutes are a proposal.
func (l Lang) UsualAgenda() []meeting.Item {
	item := func(id, en string, minutes int, view string) meeting.Item {
		return meeting.Item{Title: pick(l, id, en), Minutes: minutes, View: view}
	}
	const (
		kept     = `{"meeting":{"shown":true}}`
		regions  = `{"tab":0}`
		estimate = `{"tab":1}`
		program  = `{"tab":2}`
	)
	return []meeting.Item{
		item("Tindak lanjut rakor sebelumnya", "Follow-ups of the last meeting", 10, kept),
		item("Situasi kemiskinan", "Where we stand", 15, regions),
		item("Perkiraan dan sasaran", "Estimate and target", 15, estimate),
		item("Program dan celahnya", "Programmes and their gaps", 30, program),
		item("Data dan verifikasi", "Data and their verification", 15, program),
		item("Realisasi", "Realisation", 20, program),
		item("Pelaporan", "Reports", 10, kept),
	}
}

// ViewOf gives the view of a name, as an agenda file names it, in either
// language; false where there is none.
func ViewOf(name string) (string, bool) {
	switch name {
	case "wilayah", "regions", "1":
		return `{"tab":0}`, true
	case "estimasi", "estimate", "2":
		return `{"tab":1}`, true
	case "program", "programmes", "3":
		return `{"tab":2}`, true
	case "notulen", "minutes":
		return `{"meeting":{"shown":true}}`, true
	}
	return "", false
}

// AgendaWords says what is wrong with the file of an agenda.
type AgendaWords struct {
	Fault      func(path string, e *meeting.AgendaError) string
	NoFile     func(path string) string
	Unreadable func(path, why string) string
}

// AgendaWords gives the words about files of an agenda.
func (l Lang) AgendaWords() AgendaWords {
	return AgendaWords{
		Fault: func(path string, e *meeting.AgendaError) string {
			where := path
			if e.Line > 0 {
				where += pick(l, ", baris ", ", line ") + l.Int(int64(e.Line))
			}
			return where + ": " + l.agendaFault(e)
		},
		NoFile: func(path string) string {
			return pick(l, "tidak ada berkas "+path+": periksa nama dan foldernya", "no file "+path+": check its name and folder")
		},
		Unreadable: func(path, why string) string {
			return pick(l, path+" tidak dapat dibaca: "+why, path+" cannot be read: "+why)
		},
	}
}

func (l Lang) agendaFault(e *meeting.AgendaError) string {
	text := "\u201c" + e.Text + "\u201d"
	switch e.What {
	case meeting.AgendaTooLong:
		return pick(l, "lebih dari 64 KB, bukan agenda", "more than 64 KB, not an agenda")
	case meeting.AgendaNotText:
		return pick(l, "bukan teks: simpan sebagai teks biasa (UTF-8) atau JSON", "not text: save it as plain text (UTF-8) or JSON")
	case meeting.AgendaNotJSON:
		return pick(l, "JSON tidak dapat dibaca: "+e.Text, "JSON that cannot be read: "+e.Text)
	case meeting.AgendaEmpty:
		return pick(l, "tidak ada butir agenda: satu baris satu butir, misalnya Situasi kemiskinan; 20; wilayah", "no item: one line an item, such as Where we stand; 20; regions")
	case meeting.AgendaTooMany:
		return pick(l, e.Text+" butir, paling banyak 50", e.Text+" items, at most 50")
	case meeting.AgendaNoTitle:
		return pick(l, "butir tanpa judul", "an item without a title")
	case meeting.AgendaLong:
		return pick(l, "teks yang mulai dengan "+text+" terlalu panjang", "the text that begins with "+text+" is too long")
	case meeting.AgendaMinutes:
		return pick(l, "menit "+text+" bukan bilangan bulat 0 sampai 1440", "minutes "+text+" are no whole number from 0 to 1440")
	case meeting.AgendaDate:
		return pick(l, "tanggal "+text+" tidak ada: tulis 25-11-2026", "there is no day "+text+": write 25-11-2026")
	case meeting.AgendaView:
		return pick(l, "layar "+text+" tidak dikenal: wilayah, estimasi, program atau notulen", "no view "+text+": regions, estimate, programmes or minutes")
	case meeting.AgendaFields:
		return pick(l, "terlalu banyak bagian dalam "+text+": judul; menit; layar", "too many parts in "+text+": title; minutes; view")
	case meeting.AgendaTwice:
		return pick(l, text+" ditulis dua kali", text+" is given twice")
	}
	return string(e.What)
}
