package lang

import (
	"strconv"
	"strings"

	"rakor/ui/keys"
)

// CommandNamed gives the command of a name as the palette shows it, in either
// language and in capitals or not; false where there is none.
func CommandNamed(name string) (keys.Command, bool) {
	for _, c := range keys.Commands() {
		for _, l := range [...]Lang{Indonesian, English} {
			if strings.EqualFold(l.Command(c).Name, name) {
				return c, true
			}
		}
	}
	return keys.None, false
}

// KeysFault says what is wrong with a file of keys, where, and what to do.
func (l Lang) KeysFault(path string, e *keys.FileError) string {
	where := path
	if e.Line > 0 {
		where += pick(l, ", baris ", ", line ") + strconv.Itoa(e.Line)
	}
	text := "\u201c" + e.Text + "\u201d"
	return where + ": " + map[keys.FileFault]string{
		keys.FileTooLong: pick(l, "lebih dari 64 KB, bukan berkas tombol", "more than 64 KB, not a file of keys"),
		keys.FileNotText: pick(l, "bukan teks biasa (UTF-8)", "not plain text (UTF-8)"),
		keys.FileForm:    pick(l, text+" tidak terbaca; tulis perintah = tombol, misalnya catat = n", text+" cannot be read; write command = key, such as decide = n"),
		keys.FileCommand: pick(l, "tidak ada perintah "+text+"; nama perintah ada di : (palet)", "there is no command "+text+"; the palette (:) has their names"),
		keys.FileKey:     pick(l, "tidak ada tombol "+text+"; contoh: n, ctrl+k, f4, space", "there is no key "+text+"; examples: n, ctrl+k, f4, space"),
		keys.FileTwice:   pick(l, "perintah "+text+" sudah disebut di baris lain", "the command "+text+" stands in another line too"),
		keys.FileTaken:   pick(l, "tombol "+text+" sudah dipakai oleh \u201c"+l.Command(e.Other).Name+"\u201d; beri perintah itu tombol lain", "the key "+text+" already means \u201c"+l.Command(e.Other).Name+"\u201d; give that another key"),
		keys.FileQuit:    pick(l, "keluar harus punya tombol", "leaving must have a key"),
		keys.FileTyping:  pick(l, "tombol "+text+" tidak dapat diubah artinya", "the key "+text+" cannot get another meaning"),
	}[e.What]
}
