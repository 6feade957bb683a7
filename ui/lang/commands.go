package lang

import "rakor/ui/keys"

// CommandWords is what a command is called.
type CommandWords struct {
	Name string // as typed in the palette
	Help string // one line of the help
	Hint string // one or two words in the line of keys
}

// Command gives the words of a command; the zero value for keys.None.
func (l Lang) Command(c keys.Command) CommandWords {
	w := commandWords(c)
	return pick(l, w[0], w[1])
}

// commandWords gives a command's words in Indonesian and in English.
func commandWords(c keys.Command) [2]CommandWords {
	two := func(id, en CommandWords) [2]CommandWords { return [2]CommandWords{id, en} }
	switch c {
	case keys.Quit:
		return two(CommandWords{"keluar", "keluar dari rakor", "keluar"}, CommandWords{"quit", "leave rakor", "quit"})
	case keys.Help:
		return two(CommandWords{"bantuan", "tombol yang berlaku sekarang", "bantuan"}, CommandWords{"help", "the keys that work now", "help"})
	case keys.Palette:
		return two(CommandWords{"perintah", "cari dan jalankan perintah", "perintah"}, CommandWords{"command", "find and run a command", "command"})
	case keys.Filter:
		return two(CommandWords{"saring", "saring daftar program", "saring"}, CommandWords{"filter", "filter the programmes", "filter"})
	case keys.Glossary:
		return two(CommandWords{"istilah", "arti istilah: P0, GK, RSE, desil", "istilah"}, CommandWords{"terms", "what P0, GK, RSE, desil mean", "terms"})
	case keys.Card:
		return two(CommandWords{"sumber", "dari mana angka ini: sumber, periode, satuan", "sumber"}, CommandWords{"source", "where this figure comes from", "source"})
	case keys.Warnings:
		return two(CommandWords{"peringatan", "apa yang tidak sejenis, dan mengapa", "peringatan"}, CommandWords{"warnings", "what is not alike, and why", "warnings"})
	case keys.Table:
		return two(CommandWords{"tabel", "grafik menjadi tabel angka, dan kembali", "tabel"}, CommandWords{"table", "charts as tables of numbers, and back", "table"})
	case keys.Language:
		return two(CommandWords{"bahasa", "Indonesia atau English", "English"}, CommandWords{"language", "English or Indonesian", "Indonesia"})
	case keys.Close:
		return two(CommandWords{"tutup", "tutup yang di atas, hapus saringan", "tutup"}, CommandWords{"close", "close what is on top, clear the filter", "close"})
	case keys.Suspend:
		return two(CommandWords{"jeda", "kembali ke shell sebentar (fg untuk lanjut)", "jeda"}, CommandWords{"suspend", "back to the shell for a while (fg to go on)", "suspend"})
	case keys.Mouse:
		return two(CommandWords{"tetikus", "tetikus hidup atau mati (mati: bisa menyalin teks)", "tetikus"}, CommandWords{"mouse", "mouse on or off (off: text can be selected)", "mouse"})
	case keys.TabRegional:
		return two(CommandWords{"tab wilayah", "layar Perbandingan Wilayah", "wilayah"}, CommandWords{"tab regions", "the screen Regional comparison", "regions"})
	case keys.TabEstimate:
		return two(CommandWords{"tab estimasi", "layar Estimasi Jumlah Jiwa", "estimasi"}, CommandWords{"tab estimate", "the screen Headcount estimation", "estimate"})
	case keys.TabProgram:
		return two(CommandWords{"tab program", "layar Program OPD", "program"}, CommandWords{"tab programmes", "the screen Programmes", "programmes"})
	case keys.NextTab:
		return two(CommandWords{"tab berikut", "layar berikut", "berikut"}, CommandWords{"tab next", "next screen", "next"})
	case keys.PrevTab:
		return two(CommandWords{"tab sebelum", "layar sebelumnya", "sebelum"}, CommandWords{"tab previous", "previous screen", "previous"})
	}
	return movingWords(c)
}

func movingWords(c keys.Command) [2]CommandWords {
	two := func(id, en CommandWords) [2]CommandWords { return [2]CommandWords{id, en} }
	switch c {
	case keys.Up:
		return two(CommandWords{"naik", "baris di atas", "naik"}, CommandWords{"up", "row above", "up"})
	case keys.Down:
		return two(CommandWords{"turun", "baris di bawah", "turun"}, CommandWords{"down", "row below", "down"})
	case keys.PageUp:
		return two(CommandWords{"halaman naik", "sepuluh baris ke atas", "hal. naik"}, CommandWords{"page up", "ten rows up", "page up"})
	case keys.PageDown:
		return two(CommandWords{"halaman turun", "sepuluh baris ke bawah", "hal. turun"}, CommandWords{"page down", "ten rows down", "page down"})
	case keys.First:
		return two(CommandWords{"awal", "baris pertama", "awal"}, CommandWords{"first", "first row", "first"})
	case keys.Last:
		return two(CommandWords{"akhir", "baris terakhir", "akhir"}, CommandWords{"last", "last row", "last"})
	case keys.Open:
		return two(CommandWords{"rincian", "rincian baris, atau ketik angka", "rincian"}, CommandWords{"detail", "detail of the row, or type a number", "detail"})
	}
	return changingWords(c)
}

func changingWords(c keys.Command) [2]CommandWords {
	two := func(id, en CommandWords) [2]CommandWords { return [2]CommandWords{id, en} }
	switch c {
	case keys.Indicator:
		return two(CommandWords{"indikator", "pilih indikator", "indikator"}, CommandWords{"indicator", "choose an indicator", "indicator"})
	case keys.PrevPeriod:
		return two(CommandWords{"periode sebelum", "periode sebelumnya", "periode"}, CommandWords{"period previous", "period before", "period"})
	case keys.NextPeriod:
		return two(CommandWords{"periode berikut", "periode berikutnya", "periode"}, CommandWords{"period next", "period after", "period"})
	case keys.Regions:
		return two(CommandWords{"wilayah", "pilih wilayah yang dibandingkan", "wilayah"}, CommandWords{"regions", "choose the regions compared", "regions"})
	case keys.UsualRegions:
		return two(CommandWords{"wilayah biasa", "kembali ke wilayah sendiri, provinsi, nasional, tetangga", "biasa"}, CommandWords{"regions usual", "back to home, province, nation and sisters", "usual"})
	case keys.OwnPrev:
		return two(CommandWords{"periode sendiri sebelum", "baris ini saja: periode sebelumnya", "sendiri"}, CommandWords{"own period previous", "this row alone: period before", "own"})
	case keys.OwnNext:
		return two(CommandWords{"periode sendiri berikut", "baris ini saja: periode berikutnya", "sendiri"}, CommandWords{"own period next", "this row alone: period after", "own"})
	case keys.OwnReset:
		return two(CommandWords{"periode sendiri lepas", "baris ini kembali ke periode bersama", "bersama"}, CommandWords{"own period reset", "this row back to the common period", "common"})
	case keys.Align:
		return two(CommandWords{"samakan", "semua wilayah pada periode yang sama", "samakan"}, CommandWords{"align", "every region for the same period", "align"})
	case keys.Reference:
		return two(CommandWords{"acuan", "garis acuan: provinsi atau nasional", "acuan"}, CommandWords{"reference", "reference line: province or nation", "reference"})
	case keys.Trend:
		return two(CommandWords{"tren", "baris ini masuk atau keluar grafik tren", "tren"}, CommandWords{"trend", "this row into or out of the trend", "trend"})
	case keys.Analysis:
		return two(CommandWords{"analisis berikut", "tampilan berikut: analisis wilayah, atau penilaian program", "analisis"}, CommandWords{"analysis next", "the next view: analyses of regions, or judgement of programmes", "analysis"})
	case keys.Against:
		return two(CommandWords{"banding berikut", "pasangan indikator atau kelompok pembanding berikut", "banding"}, CommandWords{"against next", "the next pair of indicators or peer group", "against"})
	case keys.Less:
		return two(CommandWords{"kurang", "kurangi sedikit; matriks: sel di kiri", "ubah"}, CommandWords{"less", "a little less; matrix: the cell to the left", "change"})
	case keys.More:
		return two(CommandWords{"tambah", "tambah sedikit; matriks: sel di kanan", "ubah"}, CommandWords{"more", "a little more; matrix: the cell to the right", "change"})
	case keys.MuchLess:
		return two(CommandWords{"kurang banyak", "kurangi banyak", "banyak"}, CommandWords{"much less", "a lot less", "a lot"})
	case keys.MuchMore:
		return two(CommandWords{"tambah banyak", "tambah banyak", "banyak"}, CommandWords{"much more", "a lot more", "a lot"})
	case keys.Reset:
		return two(CommandWords{"ulang", "kembali ke angka terbitan", "ulang"}, CommandWords{"reset", "back to the published figures", "reset"})
	case keys.Ledger:
		return two(CommandWords{"asumsi", "setiap masukan dan sumbernya", "asumsi"}, CommandWords{"assumptions", "every input and its source", "assumptions"})
	case keys.SaveScenario:
		return two(CommandWords{"simpan skenario", "simpan masukan ini dengan nama", "simpan"}, CommandWords{"save scenario", "keep these inputs under a name", "save"})
	case keys.Scenarios:
		return two(CommandWords{"skenario", "bandingkan skenario; muat, ganti nama, hapus", "banding"}, CommandWords{"scenarios", "scenarios side by side; open, rename, remove", "compare"})
	case keys.Import:
		return two(CommandWords{"impor", "impor berkas, dengan pratinjau", "impor"}, CommandWords{"import", "import a file, with a preview", "import"})
	case keys.Districts:
		return two(CommandWords{"kecamatan", "yang diketahui per kecamatan: register dan program", "kecamatan"}, CommandWords{"kecamatan", "what is known by kecamatan: registers and programmes", "kecamatan"})
	case keys.Readings:
		return two(CommandWords{"sumber lain", "angka yang sumbernya berbeda; pakai yang lain", "sumber lain"}, CommandWords{"other source", "figures whose sources differ; use another", "other source"})
	case keys.Redo:
		return two(CommandWords{"ulangi", "ulangi perubahan yang diurungkan", "ulangi"}, CommandWords{"redo", "make again what was taken back", "redo"})
	case keys.Decide:
		return two(CommandWords{"catat", "catat keputusan tentang layar ini", "catat"}, CommandWords{"decide", "record a decision about this screen", "decide"})
	case keys.Minutes:
		return two(CommandWords{"notulen", "keputusan rapat ini dan tindak lanjut lama", "notulen"}, CommandWords{"minutes", "decisions of this meeting, old follow-ups", "minutes"})
	case keys.NextItem:
		return two(CommandWords{"agenda berikut", "panggil butir agenda berikut", "agenda"}, CommandWords{"agenda next", "call the next item of the agenda", "agenda"})
	case keys.PrevItem:
		return two(CommandWords{"agenda sebelum", "kembali ke butir agenda sebelumnya", "agenda"}, CommandWords{"agenda previous", "back to the item of the agenda before", "agenda"})
	case keys.Hands:
		return two(CommandWords{"angkat tangan", "tanya peserta, lalu tutup; peserta: memilih", "angkat tangan"}, CommandWords{"hands", "ask the room, then close; in the audience: vote", "hands"})
	case keys.MeetingMenu:
		return two(CommandWords{"rapat", "buka, lanjutkan, tinggalkan rapat; butir agenda", "rapat"}, CommandWords{"meeting", "open, go on, leave a meeting; items of the agenda", "meeting"})
	case keys.MoveOn:
		return two(CommandWords{"perkembangan", "keputusan ini selesai, diperpanjang, dinaikkan, dihapus", "ubah status"}, CommandWords{"progress", "this decision is done, extended, escalated, removed", "status"})
	case keys.Undo:
		return two(CommandWords{"urung", "urungkan perubahan terakhir yang tersimpan", "urung"}, CommandWords{"undo", "take back the last change that was kept", "undo"})
	case keys.Households:
		return two(CommandWords{"berkas", "buka berkas rumah tangga (CSV)", "berkas"}, CommandWords{"file", "open a file of households (CSV)", "file"})
	case keys.AddEntry:
		return two(CommandWords{"program baru", "tambah satu program ke daftar", "baru"}, CommandWords{"programme new", "add a programme to the list", "new"})
	case keys.EditEntry:
		return two(CommandWords{"sunting", "sunting program ini, atau semua yang ditandai", "sunting"}, CommandWords{"edit", "edit this programme, or all that are marked", "edit"})
	case keys.RemoveEntry:
		return two(CommandWords{"hapus", "hapus program ini, atau semua yang ditandai", "hapus"}, CommandWords{"remove", "remove this programme, or all that are marked", "remove"})
	case keys.MarkEntry:
		return two(CommandWords{"tandai", "tandai baris ini, atau lepas tandanya", "tandai"}, CommandWords{"mark", "mark this row, or no longer", "mark"})
	case keys.Sort:
		return two(CommandWords{"urut", "urut menurut kolom berikut", "urut"}, CommandWords{"sort", "sort by the next column", "sort"})
	case keys.SortReverse:
		return two(CommandWords{"urut balik", "balik urutan", "balik"}, CommandWords{"sort reverse", "reverse the order", "reverse"})
	case keys.SortThen, keys.Matrix, keys.GroupBy, keys.SaveFilter, keys.Filters:
		return programCommandWords(c)
	case keys.Copy:
		return two(CommandWords{"salin", "salin layar ini sebagai teks", "salin"}, CommandWords{"copy", "copy this screen as text", "copy"})
	case keys.Export:
		return two(CommandWords{"bawa keluar", "layar ini atau laporan ke berkas, dengan pratinjau", "berkas"}, CommandWords{"carry away", "this screen or a document to a file, with preview", "file"})
	case keys.Home:
		return two(CommandWords{"wilayah utama", "ganti kabupaten/kota yang dibicarakan", "utama"}, CommandWords{"home region", "change the regency or city spoken of", "home"})
	}
	return roomWords(c)
}
