package lang

// Hands is the words of a show of hands.
type Hands struct {
	VoteHint string    // on the line of who is asked
	Choices  string    // on the ballot
	Chosen   [3]string // agree, disagree, abstain
	Result   func(agree, disagree, abstain, asked int) string
	Few      string
	AskLabel string // of the question being typed
	Open     func(voted, asked int) string
	NoRoom   string
	NoText   string
	Kept     string
	NotKept  string
}

func handsWords(l Lang) Hands {
	few := func(k, asked int, text string) string { return pickIf(2*k < asked, " · ! "+text, "") }
	if l == English {
		const less = "fewer than half answered"
		return Hands{
			VoteHint: "V vote", Choices: "y agree · t disagree · a abstain · Esc later", Chosen: [3]string{"You agree", "You disagree", "You abstain"},
			Result: func(a, d, x, n int) string {
				return "For " + l.count(a) + ", against " + l.count(d) + ", abstaining " + l.count(x) + ", of " + l.count(n) + " asked" + few(a+d+x, n, less)
			},
			Few: less, AskLabel: "Question to the room", Open: func(v, n int) string { return l.count(v) + " of " + l.count(n) + " answered" },
			NoRoom: "A show of hands needs a meeting that is presented: p", NoText: "write the question, at most 160 letters",
			Kept: "Show of hands closed and saved.", NotKept: "Show of hands closed.",
		}
	}
	const less = "kurang dari separuh yang menjawab"
	return Hands{
		VoteHint: "V memilih", Choices: "y setuju · t tidak · a abstain · Esc nanti", Chosen: [3]string{"Anda setuju", "Anda tidak setuju", "Anda abstain"},
		Result: func(a, d, x, n int) string {
			return "Setuju " + l.count(a) + ", tidak " + l.count(d) + ", abstain " + l.count(x) + ", dari " + l.count(n) + " yang ditanya" + few(a+d+x, n, less)
		},
		Few: less, AskLabel: "Pertanyaan kepada peserta", Open: func(v, n int) string { return l.count(v) + " dari " + l.count(n) + " menjawab" },
		NoRoom: "Angkat tangan perlu rapat yang disajikan: p", NoText: "tulis pertanyaannya, paling panjang 160 huruf",
		Kept: "Angkat tangan ditutup dan tersimpan.", NotKept: "Angkat tangan ditutup.",
	}
}
