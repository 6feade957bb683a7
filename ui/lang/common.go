package lang

// Common is what every screen shows: the frame around the tabs.
type Common struct {
	Tabs      [3]string // full titles of the three tabs
	TabsShort [3]string // titles at 80 columns
	Data      string    // before the checksum in the title line
	Source    string    // before a source
	Sample    string    // mark of a sample row
	Missing   string    // word for a figure that is not there
}

func common(l Lang) Common {
	return pick(l,
		Common{
			Tabs:      [3]string{"Perbandingan Wilayah", "Estimasi Jumlah Jiwa", "Program OPD"},
			TabsShort: [3]string{"Wilayah", "Estimasi", "Program"},
			Data:      "data",
			Source:    "Sumber",
			Sample:    "contoh",
			Missing:   "tidak ada data",
		},
		Common{
			Tabs:      [3]string{"Regional comparison", "Headcount estimation", "Programmes"},
			TabsShort: [3]string{"Regions", "Estimate", "Programmes"},
			Data:      "data",
			Source:    "Source",
			Sample:    "sample",
			Missing:   "no data",
		})
}
