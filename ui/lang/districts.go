package lang

// Districts is the words of what is known of kecamatan.
type Districts struct {
	Title, District, NoRate, Why, Programmes, None string
	// Count tells of programmes: how many, how many of them samples, and the
	// budget of those whose budget is known.
	Count    func(n, samples int, budget string, known int) string
	Unplaced func(n, of int) string
}

// Districts gives the words of what is known of kecamatan.
func (l Lang) Districts() Districts {
	n := l.count
	return pick(l, Districts{
		Title: "Per kecamatan", District: "Kecamatan", NoRate: "Tanpa P0",
		Why:        "BPS tidak menerbitkan P0 kecamatan: sampel Susenas dirancang untuk kabupaten/kota, sehingga angka di bawahnya tidak dapat dipercaya. Yang ada hanya catatan register dan program OPD.",
		Programmes: "Program",
		None:       "Data tidak punya kecamatan untuk wilayah ini.",
		Count: func(k, samples int, budget string, known int) string {
			if k == 0 {
				return "tidak ada program yang menyebut kecamatan ini"
			}
			text := n(k) + " program"
			if samples > 0 {
				text += " (" + n(samples) + " contoh)"
			}
			if known > 0 {
				text += ", pagu " + n(known) + " yang diketahui " + budget
			}
			return text
		},
		Unplaced: func(k, of int) string {
			return n(k) + " dari " + n(of) + " program tidak menyebut kecamatan; satu program dapat menyebut beberapa, pagunya lalu terhitung di tiap kecamatan."
		},
	}, Districts{
		Title: "By kecamatan", District: "Kecamatan", NoRate: "No P0",
		Why:        "BPS publishes no P0 of kecamatan: the sample of Susenas is drawn for regencies and cities, and figures below them cannot be relied on. What exists are counts of registers and the departments' programmes.",
		Programmes: "Programmes",
		None:       "The data have no kecamatan of this region.",
		Count: func(k, samples int, budget string, known int) string {
			if k == 0 {
				return "no programme names this kecamatan"
			}
			text := n(k) + plural(k, " programme", " programmes")
			if samples > 0 {
				text += " (" + n(samples) + plural(samples, " sample", " samples") + ")"
			}
			if known > 0 {
				text += ", the budget of the " + n(known) + " that is known: " + budget
			}
			return text
		},
		Unplaced: func(k, of int) string {
			return n(k) + " of " + n(of) + " programmes name no kecamatan; one may name several, and its budget is then counted in each."
		},
	})
}
