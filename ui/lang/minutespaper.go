package lang

import "strconv"

// MinutesPaper is the words of the minutes and the follow-ups on paper.
type MinutesPaper struct {
	MinutesTitle, Date, Place, Chair, Recorder string
	Present, NobodyWritten, Name, Since, Until string
	Agenda, Item, Planned                      string
	Decisions, Decision, None                  string
	Who, Due, Status, From, Late, Open         string
	FollowUps, NoFollowUps, ByWho              string
	Basis, Figure, Value, Source               string
	Hands, Question, Agree, Disagree           string
	Abstain, Asked, Signatures                 string
	CountedTo                                  func(day string) string
	OtherData                                  func(n int, dataset string) string
}

// MinutesPaper gives the words of the minutes on paper.
func (l Lang) MinutesPaper() MinutesPaper {
	return pick(l, MinutesPaper{
		MinutesTitle: "Notulen rapat", Date: "Tanggal", Place: "Tempat", Chair: "Pimpinan rapat", Recorder: "Notulis",
		Present: "Hadir", NobodyWritten: "Belum ada yang dicatat hadir.", Name: "Nama", Since: "Sejak", Until: "Sampai",
		Agenda: "Agenda", Item: "Butir", Planned: "Menit", Decisions: "Keputusan", Decision: "Keputusan", None: "Tidak ada keputusan.",
		Who: "Penanggung jawab", Due: "Tenggat", Status: "Status", From: "Rapat", Late: "Lewat tenggat", Open: "Terbuka",
		FollowUps: "Tindak lanjut rapat sebelumnya", NoFollowUps: "Tidak ada yang terbuka.", ByWho: "Menurut penanggung jawab",
		Basis: "Dasar keputusan: angka di layar saat diputuskan", Figure: "Angka", Value: "Nilai", Source: "Sumber",
		Hands: "Angkat tangan", Question: "Pertanyaan", Agree: "Setuju", Disagree: "Tidak", Abstain: "Abstain", Asked: "Ditanya", Signatures: "Tanda tangan",
		CountedTo: func(d string) string { return "Keterlambatan dihitung sampai " + d + "." },
		OtherData: func(n int, ds string) string {
			return "Keputusan " + strconv.Itoa(n) + " diambil atas data " + ds + "."
		},
	}, MinutesPaper{
		MinutesTitle: "Minutes of the meeting", Date: "Date", Place: "Place", Chair: "Chair", Recorder: "Recorded by",
		Present: "Present", NobodyWritten: "Nobody is written down yet.", Name: "Name", Since: "Since", Until: "Until",
		Agenda: "Agenda", Item: "Item", Planned: "Minutes", Decisions: "Decisions", Decision: "Decision", None: "Nothing was decided.",
		Who: "Who", Due: "Due", Status: "Status", From: "Meeting", Late: "Late", Open: "Open",
		FollowUps: "Follow-ups of earlier meetings", NoFollowUps: "Nothing is open.", ByWho: "By who answers for it",
		Basis: "Basis: the figures on the screen when it was decided", Figure: "Figure", Value: "Value", Source: "Source",
		Hands: "Show of hands", Question: "Question", Agree: "For", Disagree: "Against", Abstain: "Abstaining", Asked: "Asked", Signatures: "Signatures",
		CountedTo: func(d string) string { return "Lateness is counted to " + d + "." },
		OtherData: func(n int, ds string) string {
			return "Decision " + strconv.Itoa(n) + " was taken on the data " + ds + "."
		},
	})
}
