package lang

// EstimateShares is the words about grouped shares in the tab; those about
// curves are in CLIEstimate.
type EstimateShares struct {
	Title                     string
	NoMean, NoCurve           string
	Invalid                   string
	NoError                   string
	WarnWhose, WarnMethod     string
	WhyWhose                  func(file, region, period string) string
	WhyMethod                 func(method string) string
	WarnInvalid, WhichInvalid string
}

func sharesID() EstimateShares {
	return EstimateShares{
		Title:   "Kurva Lorenz dari data kelompok",
		NoMean:  "Data kelompok perlu rata-rata pengeluaran: pilih Rata-rata, lalu Enter untuk mengetik.",
		NoCurve: "Tidak ada kurva yang dapat dicocokkan pada pangsa, garis, dan rata-rata ini.",
		Invalid: "Kurva tidak sah (bukan kurva Lorenz): angkanya hanya ditunjukkan, jangan dipakai.",
		NoError: "Pangsa tanpa rancangan sampel: galat bakunya tidak diketahui; isi n dan efek desain, atau RSE.",

		WarnWhose: "Pangsa milik siapa",
		WhyWhose: func(f, r, p string) string {
			return "Berkas " + f + " tidak menyebut wilayah dan tahun: pastikan pangsa dan rata-ratanya milik " + r + ", " + p + "."
		},
		WarnInvalid: "Kurva tidak sah", WhichInvalid: "Kurva yang dipilih melanggar syarat kurva Lorenz; rakor estimate grouped merinci syaratnya.",
		WarnMethod: "Berkas tidak terbuka",
		WhyMethod: func(m string) string {
			return "Cara \"" + m + "\" dipilih, tetapi berkasnya tidak terbuka: dipakai tingkat x penduduk. O membuka berkas."
		},
	}
}

func sharesEN() EstimateShares {
	return EstimateShares{
		Title:   "Lorenz curve from grouped shares",
		NoMean:  "Grouped shares need mean spending: choose Mean, then Enter to type it.",
		NoCurve: "No curve can be fitted to these shares, line and mean.",
		Invalid: "The curve is not valid (no Lorenz curve): its figures are shown, do not use them.",
		NoError: "Shares carry no sample design, so no standard error: enter n and the design effect, or the RSE.",

		WarnWhose: "Whose shares",
		WhyWhose: func(f, r, p string) string {
			return "The file " + f + " names no region and year: see that its shares and the mean are of " + r + ", " + p + "."
		},
		WarnInvalid: "Curve not valid", WhichInvalid: "The chosen curve breaks a condition of Lorenz curves; rakor estimate grouped lists them.",
		WarnMethod: "File not open",
		WhyMethod: func(m string) string {
			return "Method \"" + m + "\" is chosen, but its file is not open: rate x population is used. O opens a file."
		},
	}
}
