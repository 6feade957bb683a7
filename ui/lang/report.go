package lang

// Report is the words around every document.
type Report struct {
	Title, Sources, Home, Period, Made, Program, Dataset, Again string
	AxisCut, Table, Page, Of                                    string
	Chart                                                       func(caption string) string
	Rows, BudgetRead, BudgetComputed, BudgetNone                string
	OfRows                                                      func(money string, rows int) string
}

// ReportWords gives the words around every document.
func (l Lang) ReportWords() Report {
	return pick(l, Report{
		Title: "Judul", Sources: "Sumber", Home: "Wilayah utama", Period: "Periode", Made: "Dibuat", Program: "Program", Dataset: "Data",
		Again: "Dibuat lagi dengan", AxisCut: "sumbu tidak mulai dari nol", Table: "Angka grafik", Page: "Halaman", Of: "dari",
		Rows: "Baris", BudgetRead: "Pagu terbaca", BudgetComputed: "Pagu dihitung", BudgetNone: "Tanpa pagu",
		OfRows: func(m string, k int) string { return m + " dari " + l.count(k) + " baris" },
		Chart:  func(c string) string { return "Grafik: " + c + ". Angkanya ada di tabel sesudahnya." },
	}, Report{
		Title: "Title", Sources: "Sources", Home: "Home region", Period: "Period", Made: "Made", Program: "Program", Dataset: "Data",
		Again: "Made again by", AxisCut: "the axis does not begin at zero", Table: "Figures of the chart", Page: "Page", Of: "of",
		Rows: "Rows", BudgetRead: "Budgets read", BudgetComputed: "Budgets computed", BudgetNone: "Without a budget",
		OfRows: func(m string, k int) string { return m + " from " + l.count(k) + plural(k, " row", " rows") },
		Chart:  func(c string) string { return "Chart: " + c + ". Its figures are in the table after it." },
	})
}
