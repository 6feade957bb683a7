package lang

import (
	"strconv"
	"strings"

	"rakor/model"
)

// Editing is the words with which the list of programmes is changed: fields,
// faults, conflicts and the history, and the commands for them. [Lang.Editing]
// builds it: keep it.
type Editing struct {
	lang Lang

	AddShort, AddLong, EditShort, EditLong       string
	RemoveShort, UndoShort, UndoLong, RedoShort  string
	LogShort, LogLong                            string
	Added, Edited, Removed                       func(id string, step uint64) string
	Nothing                                      func(id string) string
	TakeBack                                     string
	NothingToUndo, NothingToRedo, Nobody         string
	ColField, ColWas, ColNow                     string
	ColStep, ColWhen, ColWho, ColWhat, ColEntry  string
	New, Gone, WholeRow, UndoneMark, NoLog       string
	Files                                        [3]string // list, journal, versions
	ReadOnly                                     string
	OneDocument                                  func(file string) string
	Locked                                       func(file string) string
	Full, NotWritable                            func(file string) string
	Uncertain                                    func(id string) string
	DamagedJournal                               func(file, place string) string
	Missing                                      func(file string) string
	Personal                                     func(flag string) string
	Refused                                      func(flag, value, why string) string
	NotCoordinator                               func(by string) string
	Strict                                       func(warnings string) string
	BadStep                                      func(value string) string
	Broken                                       func(what string) string
	flags                                        map[string]string
	fields, words, kinds                         map[string]string
	reasons                                      map[model.Reason]string
	conflict                                     func(id, field, was, theirs, mine string) string
	removedMeanwhile, existsAlready, yoursRemove string
	unknown                                      string
	duplicate, malformed, notInList              func(code, near string) string
	over, overTarget, units, below               func(found, held string) string
}

// Editing gives the words with which the list is changed. It builds a new value
// each call.
func (l Lang) Editing() Editing {
	w := pick(l, editingID, editingEN)()
	w.lang = l
	return w
}

// FlagUsage says what a flag is for.
func (w Editing) FlagUsage(flag string) string { return w.flags[flag] }

// Kind gives the word for what a step of the history did.
func (w Editing) Kind(k model.LogKind) string {
	if s, ok := w.kinds[string(k)]; ok {
		return s
	}
	return string(k)
}

// FieldName gives the name of a field of an entry.
func (w Editing) FieldName(f model.Field) string {
	if s, ok := w.fields[string(f)]; ok {
		return s
	}
	return string(f)
}

// FieldWord gives the word for one of the coded values of a field: "langsung"
// for "direct". A value that is none of them is written as it is.
func (w Editing) FieldWord(value string) string {
	if s, ok := w.words[value]; ok {
		return s
	}
	return value
}

// FieldText gives what a field of an entry says, for people; what is not known
// says so.
func (w Editing) FieldText(p *model.Programme, f model.Field) string {
	text := p.Text(f)
	switch f {
	case model.FieldBudget, model.FieldBudgetRevised, model.FieldRealised, model.FieldRealisedH1, model.FieldRealisedH2:
		if n, err := strconv.ParseInt(text, 10, 64); err == nil {
			return w.lang.Rupiah(n)
		}
	case model.FieldTarget:
		if p.Target.OK {
			return w.lang.Count(p.Target.V)
		}
	case model.FieldReached:
		if p.Reached.OK {
			return w.lang.Count(p.Reached.V)
		}
	case model.FieldDirectness, model.FieldSIPD, model.FieldVerification, model.FieldSample, model.FieldBudgetComputed:
		text = w.FieldWord(text)
	case model.FieldPlaces:
		if len(p.PlaceNames) > 0 {
			text = strings.Join(p.PlaceNames, ", ")
		}
	case model.FieldStrategy:
		if text == "0" {
			return pick(w.lang, "tanpa strategi", "no strategy")
		}
	}
	if text == "" {
		return w.unknown
	}
	return text
}

// Conflict tells that somebody else has changed what one wanted to change: both
// values, and that nothing was written.
func (w Editing) Conflict(e *model.ConflictError) string {
	switch {
	case e.Theirs == nil:
		return strings.ReplaceAll(w.removedMeanwhile, "{id}", string(e.ID))
	case e.Was == nil:
		return strings.ReplaceAll(w.existsAlready, "{id}", string(e.ID))
	}
	mine := w.yoursRemove
	if e.Mine != nil {
		mine = w.FieldText(e.Mine, e.Field)
	}
	return w.conflict(string(e.ID), w.FieldName(e.Field), w.FieldText(e.Was, e.Field), w.FieldText(e.Theirs, e.Field), mine)
}

// FieldFault tells what is wrong with what somebody wrote into a field.
func (w Editing) FieldFault(e *model.FieldError) string {
	s := w.reasons[e.Reason]
	if s == "" {
		s = string(e.Reason)
	}
	want := strings.ReplaceAll(strings.ReplaceAll(e.Want, ", ", ","), ",", ", ")
	switch {
	case want == "":
		return s
	case e.Reason == model.ReasonLong:
		return s + pick(w.lang, ", paling panjang ", ", at most ") + want
	case e.Reason == model.ReasonRange:
		want = strings.Replace(want, "..", pick(w.lang, " sampai ", " to "), 1)
	case e.Reason == model.ReasonUnknown || e.Reason == model.ReasonAmbiguous:
		return s + pick(w.lang, "; yang terdekat: ", "; the nearest: ") + want
	}
	return s + pick(w.lang, "; yang berlaku: ", "; what will do: ") + want
}

// Warning says what is odd about an entry, in one sentence.
func (w Editing) Warning(x model.Warning) string {
	held := func(f model.Field, text string) string {
		n, err := strconv.ParseInt(text, 10, 64)
		if err != nil || f == model.FieldReached {
			number, unit, _ := strings.Cut(text, " ")
			if n, err := strconv.ParseInt(number, 10, 64); err == nil {
				return w.lang.Count(model.Count{N: n, Unit: model.TargetUnit(unit)})
			}
			return text
		}
		return w.lang.Rupiah(n)
	}
	id, found := string(x.ID), held(x.Field, x.Found)
	switch x.Kind {
	case model.WarnDuplicate:
		return w.duplicate(id, string(x.Other))
	case model.WarnCode:
		return id + ": " + w.malformed(x.Found, "")
	case model.WarnNomenclature:
		return id + ": " + w.notInList(x.Found, x.Want)
	case model.WarnOverBudget:
		return id + ": " + w.over(found, held(x.Field, x.Want))
	case model.WarnOverTarget:
		return id + ": " + w.overTarget(found, held(x.Field, x.Want))
	case model.WarnUnits:
		return id + ": " + w.units(found, held(x.Field, x.Want))
	case model.WarnRealised:
		return id + ": " + w.below(held(x.Field, x.Want), found)
	}
	return id + ": " + string(x.Kind)
}

func editingID() Editing {
	step := func(what string) func(string, uint64) string {
		return func(id string, n uint64) string {
			return id + " " + what + " (langkah " + strconv.FormatUint(n, 10) + "), tersimpan di disk."
		}
	}
	return Editing{
		AddShort:    "tambah satu program",
		AddLong:     "Menambah satu baris ke daftar program wilayah utama. Satu pilihan satu isian; yang tidak\ndisebut tidak diketahui. Wajib: --year, --department, --code, --name, --strategy.",
		EditShort:   "ubah isian satu program",
		EditLong:    "Mengubah isian yang disebut; yang lain tetap. Isian kosong (--allocation \"\") menjadi tidak\ndiketahui.",
		RemoveShort: "hapus satu program (dapat diurungkan)",
		UndoShort:   "urungkan N langkah terakhir (1)",
		UndoLong:    "Mengurungkan langkah terakhir yang belum diurungkan, siapa pun yang membuatnya dan kapan\npun; satu impor adalah satu langkah. Urungan dapat dibatalkan dengan program redo.",
		RedoShort:   "ulangi N langkah yang diurungkan (1)",
		LogShort:    "riwayat perubahan: siapa, kapan, semula, menjadi",
		LogLong:     "Riwayat daftar program, yang terbaru di atas; dengan ID hanya baris itu.",
		Added:       step("ditambahkan"), Edited: step("diubah"), Removed: step("dihapus"),
		Nothing:       func(id string) string { return id + " sudah demikian; tidak ada yang ditulis." },
		TakeBack:      "Urungkan: rakor program undo",
		Nobody:        "(tanpa nama)",
		NothingToUndo: "Tidak ada langkah yang dapat diurungkan.",
		NothingToRedo: "Tidak ada langkah yang dapat diulangi.",
		ColField:      "Isian", ColWas: "Semula", ColNow: "Menjadi",
		ColStep: "Langkah", ColWhen: "Waktu", ColWho: "Oleh", ColWhat: "Apa", ColEntry: "Baris",
		New: "(baru)", Gone: "(dihapus)", WholeRow: "seluruh baris", UndoneMark: "diurungkan", NoLog: "Belum ada perubahan.",
		Files:    [3]string{"daftar program", "riwayat program", "keadaan sebelumnya"},
		ReadOnly: "Tidak ditulis: --readonly tidak membuka berkas apa pun untuk ditulis.",
		OneDocument: func(f string) string {
			return "--data menunjuk satu berkas (" + f + "); untuk mengubah daftar, tunjuk foldernya."
		},
		Locked: func(f string) string {
			return "Tidak ditulis: daftar sedang dikunci program lain (" + f + "); ulangi sebentar lagi."
		},
		Full: func(f string) string {
			return "Tidak tersimpan: disk penuh (" + f + "); daftar masih seperti semula. Kosongkan ruang, lalu ulangi."
		},
		NotWritable: func(f string) string {
			return "Tidak tersimpan: " + f + " tidak boleh ditulis; daftar masih seperti semula. Periksa izinnya atau pakai --data FOLDER lain."
		},
		Uncertain: func(f string) string {
			return "Belum pasti tersimpan: " + f + " mungkin memuat perubahan ini, tetapi disk tidak memastikannya; periksa dengan rakor program log."
		},
		DamagedJournal: func(f, place string) string {
			return "Riwayat rusak: " + f + ", " + place + ". Pindahkan berkas itu; daftar sampai simpanan terakhir ada di programmes.json di folder yang sama."
		},
		Missing: func(f string) string {
			return f + " hilang dan riwayatnya tidak lengkap; salin kembali yang terbaru dari folder versions di sampingnya."
		},
		Personal: func(f string) string {
			return "Ditolak: " + f + " memuat nomor yang berbentuk NIK; daftar program tidak menyimpan data orang."
		},
		Refused: func(f, v, why string) string { return "Nilai " + quote(v) + " untuk " + f + " ditolak: " + why + "." },
		NotCoordinator: func(by string) string {
			return "Tidak boleh: verified dan returned hanya oleh koordinator yang disebut di settings.json (coordinators); Anda tercatat sebagai " + quote(by) + "."
		},
		Strict:  func(ws string) string { return "Tidak ditulis karena --strict: " + ws },
		BadStep: func(v string) string { return "Jumlah langkah " + quote(v) + " tidak dimengerti; tulis 1 sampai 1000." },
		Broken:  func(w string) string { return "Daftar program tidak dipakai dan tidak dapat diubah: " + w },
		flags: map[string]string{
			"year": "tahun anggaran", "department": "perangkat daerah (OPD)", "code": "kode: urusan.bidang.program[.level.kegiatan[.sub]]",
			"name": "nama program", "activity": "kegiatan", "sub-activity": "sub kegiatan", "strategy": "kode strategi; 0 tanpa strategi",
			"directness": "direct, indirect atau supporting", "allocation": "pagu murni, misalnya 1450000000 atau 1,45M", "allocation-revised": "pagu perubahan",
			"funding": "sumber dana: APBN, APBD provinsi, APBD kota, CSR, DBH", "aid-kind": "jenis bantuan", "duration": "lama pemberian",
			"place": "kecamatan atau kelurahan, dipisah koma: kode Kemendagri, nama, atau all", "target": "jumlah sasaran",
			"target-unit": "satuan sasaran: person, family, household, house, business, student, group", "target-group": "siapa: desil, kelompok",
			"benefit": "besaran manfaat masing-masing", "realised-h1": "realisasi semester 1", "realised-h2": "realisasi semester 2",
			"reached": "penerima yang terjangkau", "reached-unit": "satuan penerima", "indicator": "indikator yang hendak digerakkan, misalnya p0",
			"sipd": "bertanda kemiskinan di SIPD: yes, no atau unknown", "verification": "proposed, verified atau returned",
			"basis": "dokumen dasar", "source": "sumber: kode sumber data, atau kata-kata", "source-date": "tanggal sumber: 2026-03-31, 2026-03 atau 2026", "note": "catatan",
		},
		fields: map[string]string{
			"region": "Wilayah", "year": "Tahun", "department": "OPD", "code": "Kode", "name": "Program", "activity": "Kegiatan", "sub_activity": "Sub kegiatan",
			"strategy": "Strategi", "directness": "Sifat", "budget": "Pagu", "budget_computed": "Pagu dihitung", "budget_basis": "Dasar pagu",
			"budget_revised": "Pagu perubahan", "funding": "Sumber dana", "aid_kind": "Jenis bantuan", "places": "Lokasi", "target": "Sasaran",
			"target_text": "Sasaran menurut sumber", "target_group": "Kelompok sasaran", "benefit": "Besaran manfaat", "duration": "Durasi",
			"realised_h1": "Realisasi semester 1", "realised_h2": "Realisasi semester 2", "realised": "Realisasi", "reached": "Terjangkau",
			"indicator": "Indikator", "sipd": "Tanda SIPD", "verification": "Verifikasi", "basis": "Dasar", "sources": "Sumber", "source_text": "Sumber (kata-kata)",
			"source_date": "Tanggal sumber", "sample": "Contoh", "evidence": "Terlihat", "note": "Catatan", "id": "ID",
		},
		words: map[string]string{
			"direct": "langsung", "indirect": "tidak langsung", "supporting": "penunjang", "yes": "ya", "no": "tidak",
			"proposed": "diusulkan", "verified": "terverifikasi", "returned": "dikembalikan",
		},
		kinds: map[string]string{"change": "ubah", "undo": "urung", "redo": "ulang", "restored": "dipulihkan dari berkas"},
		reasons: map[model.Reason]string{
			model.ReasonRequired: "wajib diisi", model.ReasonNumber: "bukan bilangan bulat", model.ReasonRange: "di luar batas",
			model.ReasonChoice: "bukan salah satu pilihan", model.ReasonLong: "terlalu panjang", model.ReasonControl: "memuat karakter kendali",
			model.ReasonCode: "bentuk kode salah", model.ReasonDate: "bukan tanggal", model.ReasonUnit: "satuannya belum disebut",
			model.ReasonCount: "jumlahnya belum disebut", model.ReasonUnknown: "tidak ditemukan", model.ReasonAmbiguous: "berarti lebih dari satu",
			model.ReasonNotAllowed: "hanya oleh koordinator",
		},
		conflict: func(id, field, was, theirs, mine string) string {
			return field + " pada " + id + " sudah diubah orang lain: semula " + was + ", sekarang " + theirs + ", dari Anda " + mine +
				". Tidak ada yang ditulis; lihat rakor program show " + id + ", lalu ulangi."
		},
		removedMeanwhile: "{id} sudah dihapus orang lain. Tidak ada yang ditulis; rakor program log {id} menunjukkan siapa.",
		existsAlready:    "{id} sudah ada dan isinya lain. Tidak ada yang ditulis.",
		yoursRemove:      "menghapus baris",
		unknown:          "tidak diketahui",
		duplicate: func(id, other string) string {
			return id + " sama dengan " + other + " (kode, tahun, strategi, OPD, nama, kegiatan dan lokasi)."
		},
		malformed: func(code, _ string) string { return "kode " + quote(code) + " bukan urusan.bidang.program[...]." },
		notInList: func(code, near string) string {
			return "kode " + code + " tidak ada di nomenklatur bawaan" + orNothing(near, " (yang ada: ", ")") + "."
		},
		over:       func(found, held string) string { return "realisasi " + found + " di atas pagu " + held + "." },
		overTarget: func(found, held string) string { return "terjangkau " + found + ", lebih dari sasaran " + held + "." },
		units: func(found, held string) string {
			return "terjangkau " + found + " tetapi sasaran " + held + ": satuan berbeda."
		},
		below: func(found, held string) string {
			return "realisasi setahun " + found + " di bawah satu semester " + held + "."
		},
	}
}

func editingEN() Editing {
	step := func(what string) func(string, uint64) string {
		return func(id string, n uint64) string {
			return id + " " + what + " (step " + strconv.FormatUint(n, 10) + "), safe on the disk."
		}
	}
	return Editing{
		AddShort:    "add a programme",
		AddLong:     "Adds a row to the home region's list of programmes. One flag a field; what is not\nnamed is not known. Required: --year, --department, --code, --name, --strategy.",
		EditShort:   "change fields of a programme",
		EditLong:    "Changes the fields that are named and leaves the others. An empty value\n(--allocation \"\") makes a field unknown.",
		RemoveShort: "remove a programme (can be undone)",
		UndoShort:   "take back the last N steps (1)",
		UndoLong:    "Takes back the last steps that are not taken back yet, whoever made them and whenever;\nan import is one step. program redo makes them again.",
		RedoShort:   "make N steps again that were taken back (1)",
		LogShort:    "the history: who, when, old and new",
		LogLong:     "The history of the list, the newest first; with an ID, of that row alone.",
		Added:       step("added"), Edited: step("changed"), Removed: step("removed"),
		Nothing:       func(id string) string { return id + " is so already; nothing was written." },
		TakeBack:      "To take it back: rakor program undo",
		Nobody:        "(no name)",
		NothingToUndo: "There is no step to take back.",
		NothingToRedo: "There is no step to make again.",
		ColField:      "Field", ColWas: "Was", ColNow: "Now",
		ColStep: "Step", ColWhen: "When", ColWho: "Who", ColWhat: "What", ColEntry: "Row",
		New: "(new)", Gone: "(removed)", WholeRow: "whole row", UndoneMark: "taken back", NoLog: "No change yet.",
		Files:    [3]string{"programme list", "programme history", "earlier states"},
		ReadOnly: "Not written: --readonly opens no file for writing.",
		OneDocument: func(f string) string {
			return "--data names a single file (" + f + "); to change the list, name its folder."
		},
		Locked: func(f string) string {
			return "Not written: another program holds the list (" + f + "); try again in a moment."
		},
		Full: func(f string) string {
			return "Not saved: the disk is full (" + f + "); the list is as it was. Make room, then try again."
		},
		NotWritable: func(f string) string {
			return "Not saved: " + f + " may not be written; the list is as it was. Look at its permissions, or use another --data DIR."
		},
		Uncertain: func(f string) string {
			return "Perhaps saved: " + f + " may hold this change, but the disk did not confirm it; look with rakor program log."
		},
		DamagedJournal: func(f, place string) string {
			return "The history is damaged: " + f + ", " + place + ". Move that file away; the list up to the last save is in programmes.json in the same folder."
		},
		Missing: func(f string) string {
			return f + " is missing and its history is not complete; copy the newest file of the versions folder beside it back."
		},
		Personal: func(f string) string {
			return "Refused: " + f + " holds a number of the form of an NIK; the list of programmes keeps no data about persons."
		},
		Refused: func(f, v, why string) string {
			return "The value " + quote(v) + " for " + f + " is refused: " + why + "."
		},
		NotCoordinator: func(by string) string {
			return "Not permitted: only a coordinator named in settings.json (coordinators) sets verified and returned; you are recorded as " + quote(by) + "."
		},
		Strict: func(ws string) string { return "Not written because of --strict: " + ws },
		BadStep: func(v string) string {
			return "The number of steps " + quote(v) + " is not understood; write 1 to 1000."
		},
		Broken: func(w string) string { return "The list of programmes is not used and cannot be changed: " + w },
		flags: map[string]string{
			"year": "budget year", "department": "department (OPD)", "code": "code: urusan.bidang.program[.level.kegiatan[.sub]]",
			"name": "name of the programme", "activity": "activity (kegiatan)", "sub-activity": "sub activity", "strategy": "code of the strategy; 0 for none",
			"directness": "direct, indirect or supporting", "allocation": "original budget, such as 1450000000 or 1.45bn", "allocation-revised": "revised budget",
			"funding": "source of the money: APBN, APBD provinsi, APBD kota, CSR, DBH", "aid-kind": "kind of aid", "duration": "how long it is given",
			"place": "districts or villages, between commas: Kemendagri codes, names, or all", "target": "number aimed at",
			"target-unit": "unit of the target: person, family, household, house, business, student, group", "target-group": "who: deciles, category",
			"benefit": "what each of them gets", "realised-h1": "realised in the first half-year", "realised-h2": "realised in the second half-year",
			"reached": "recipients reached", "reached-unit": "unit of the recipients", "indicator": "indicator that it should move, such as p0",
			"sipd": "tagged as poverty work in SIPD: yes, no or unknown", "verification": "proposed, verified or returned",
			"basis": "document that it stands on", "source": "source: codes of the data's sources, or words", "source-date": "date of the source: 2026-03-31, 2026-03 or 2026", "note": "note",
		},
		fields: map[string]string{
			"region": "Region", "year": "Year", "department": "Department", "code": "Code", "name": "Programme", "activity": "Activity", "sub_activity": "Sub activity",
			"strategy": "Strategy", "directness": "Directness", "budget": "Budget", "budget_computed": "Budget worked out", "budget_basis": "Basis of budget",
			"budget_revised": "Revised budget", "funding": "Funding", "aid_kind": "Kind of aid", "places": "Places", "target": "Target",
			"target_text": "Target in the source's words", "target_group": "Target group", "benefit": "Benefit each", "duration": "Duration",
			"realised_h1": "Realised, first half", "realised_h2": "Realised, second half", "realised": "Realised", "reached": "Reached",
			"indicator": "Indicator", "sipd": "SIPD tag", "verification": "Verification", "basis": "Basis", "sources": "Sources", "source_text": "Source in words",
			"source_date": "Date of source", "sample": "Sample", "evidence": "Seen", "note": "Note", "id": "ID",
		},
		words: map[string]string{},
		kinds: map[string]string{"change": "change", "undo": "undo", "redo": "redo", "restored": "restored from a file"},
		reasons: map[model.Reason]string{
			model.ReasonRequired: "it must be filled in", model.ReasonNumber: "not a whole number", model.ReasonRange: "out of range",
			model.ReasonChoice: "none of the choices", model.ReasonLong: "too long", model.ReasonControl: "it holds a control character",
			model.ReasonCode: "a malformed code", model.ReasonDate: "not a date", model.ReasonUnit: "its unit is missing",
			model.ReasonCount: "its number is missing", model.ReasonUnknown: "not found", model.ReasonAmbiguous: "it means more than one",
			model.ReasonNotAllowed: "only by a coordinator",
		},
		conflict: func(id, field, was, theirs, mine string) string {
			return field + " of " + id + " was changed by somebody else: was " + was + ", now " + theirs + ", yours " + mine +
				". Nothing was written; see rakor program show " + id + ", then try again."
		},
		removedMeanwhile: "{id} was removed by somebody else. Nothing was written; rakor program log {id} shows by whom.",
		existsAlready:    "{id} exists already and says something else. Nothing was written.",
		yoursRemove:      "to remove the row",
		unknown:          "not known",
		duplicate: func(id, other string) string {
			return id + " says the same as " + other + " (code, year, strategy, department, name, activity and places)."
		},
		malformed: func(code, _ string) string { return "the code " + quote(code) + " is not urusan.bidang.program[...]." },
		notInList: func(code, near string) string {
			return "the code " + code + " is not in the built-in nomenclature" + orNothing(near, " (which has ", ")") + "."
		},
		over:       func(found, held string) string { return "realised " + found + ", above the budget of " + held + "." },
		overTarget: func(found, held string) string { return "reached " + found + ", more than the target of " + held + "." },
		units: func(found, held string) string {
			return "reached " + found + " but aimed at " + held + ": different units."
		},
		below: func(found, held string) string {
			return "realised in the year " + found + ", below one half of it, " + held + "."
		},
	}
}
