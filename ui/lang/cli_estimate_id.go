package lang

func cliEstimateID() CLIEstimate {
	i := Indonesian
	c := CLIEstimate{
		SurveyShort: "ukuran kemiskinan dan galat bakunya dari berkas rumah tangga",
		SurveyLong: "Menghitung P0, P1, P2, rata-rata, Gini dan kuantil dari berkas CSV rumah tangga (juga .gz,\n" +
			".zst, atau - untuk masukan standar), lengkap dengan galat baku menurut rancangan sampel\n" +
			"(strata, PSU, penimbang). Kolom dicari dari nama lazimnya, bahasa Indonesia atau Inggris;\n" +
			"sebutkan dengan pilihan bila namanya lain, atau - bila tidak ada. Penimbang orang =\n" +
			"penimbang x jumlah anggota. Miskin berarti di bawah garis, bukan tepat pada garis.\n" +
			"Pada JSON: P0, P1, P2 pecahan dari 1; rse dalam persen; se null disertai reason.",
		FlagLine:        "garis kemiskinan, rupiah per orang per bulan",
		FlagLineBy:      "garis menurut kolom, misalnya urban=0:450000,1:520000",
		FlagBy:          "kolom kelompok, misalnya regency; a+b menggabung dua kolom",
		FlagMeasures:    "ukuran: p0, p1, p2, watts, sen, sst, mean, total, gini, quantiles",
		FlagValue:       "kolom pengeluaran per orang per bulan",
		FlagHHSize:      "kolom jumlah anggota rumah tangga",
		FlagWeight:      "kolom penimbang rumah tangga",
		FlagStrata:      "kolom strata",
		FlagPSU:         "kolom PSU (blok sensus), bernomor dalam stratanya",
		FlagLonely:      "strata dengan satu PSU: fail, remove, adjust atau average",
		FlagFPC:         "kolom jumlah PSU dalam populasi strata, atau pecahan yang diambil",
		FlagSkipBad:     "lewati baris yang ditolak dan sebutkan jumlahnya",
		FlagAgainst:     "berkas pembanding (yang lebih awal): selisih, ujinya, dan penguraiannya",
		FlagSameSample:  "kedua berkas memakai PSU yang sama: selisih dengan kovariansnya",
		FlagAgainstLine: "garis untuk berkas pembanding, bentuknya seperti --line atau --line-by",
		FlagDecimal:     "tanda desimal berkas: auto, point atau comma",
		GroupedShort:    "kemiskinan dan ketimpangan dari pangsa per kelompok dan rata-rata",
		GroupedLong: "Mencocokkan kurva Lorenz kuadratik umum dan beta pada pangsa penduduk dan pangsa\n" +
			"pengeluaran (kolom population_share dan welfare_share, kumulatif atau tidak), lalu menghitung\n" +
			"kemiskinan pada garis dan rata-rata yang diberikan. Kurva yang tidak sah tetap ditunjukkan,\n" +
			"dengan keterangan.",
		FlagMean:    "rata-rata pengeluaran, satuan sama dengan garis",
		FlagLorenz:  "kurva: auto, gq (kuadratik umum) atau beta",
		ColGroup:    "Kelompok",
		ColFile:     "Berkas",
		ColMeasure:  "Ukuran",
		ColEstimate: "Perkiraan", ColSE: "SE", ColRSE: "RSE (%)", ColBand: "Mutu", ColDeff: "Deff",
		ColHouseholds: "n", ColPSU: "PSU", ColP: "p",
		ColInterval: func(l string) string { return "Selang " + l },
		All:         "semua", Difference: "selisih", Stdin: "masukan standar", FileArgument: "BERKAS.csv",
		LevelAllowed: "di antara 0 dan 1, misalnya 0.95", LineAllowed: "di atas 0, misalnya 500000", LinesAllowed: "kolom=nilai:garis, misalnya urban=0:450000,1:520000",

		Design: func(f string, n, p, s, df int, people string) string {
			return f + ": " + i.count(n) + " rumah tangga mewakili " + people + " jiwa; " + i.count(p) + " PSU, " + i.count(s) + " strata, derajat bebas " + i.count(df) + "."
		},
		Method: func(l, rule string, fpc bool) string {
			s := "Galat baku: linearisasi Taylor, PSU dalam strata; selang " + l + ": logit untuk P0, Woodruff untuk kuantil, t untuk lainnya; strata satu PSU: " + rule
			if fpc {
				s += "; dengan koreksi populasi terhingga"
			}
			return s + "."
		},
		BandRule:     "Mutu menurut BPS: RSE sampai 25 % dapat dipakai, 25-50 % hati-hati, di atas 50 % tidak akurat.",
		LineIs:       func(f, l string) string { return f + ": garis " + l + " per orang per bulan." },
		LinesAre:     func(f, col, l string) string { return f + ": garis menurut " + col + ": " + l + "." },
		PersonWeight: func(col string) string { return "Kolom " + quote(col) + " dibaca sebagai penimbang orang." },
		Independent:  "Selisih dari dua sampel yang dianggap saling bebas; dengan PSU yang sama pakai --same-sample.",
		SameSample:   "Selisih dalam satu sampel, dengan kovarians PSU yang ada di kedua berkas.",
		Told: func(m, d, se, p, l string) string {
			return m + ": berubah " + d + " (SE " + se + ", p " + p + "), lebih dari derau sampel pada tingkat " + l + "."
		},
		Noise: func(m, d, se, p, l string) string {
			return m + ": berubah " + d + " (SE " + se + ", p " + p + "), tidak dapat dibedakan dari derau sampel pada tingkat " + l + "."
		},
		NoTest: func(m, d, r string) string {
			return m + ": berubah " + d + ", tidak dapat diuji: " + r + "."
		},
		Split: func(m, d, g, r string) string {
			return m + ": perubahan " + d + " = pertumbuhan " + g + " + pemerataan " + r + "."
		},
		MeanGrowth: func(p string) string { return "Rata-rata dalam satuan garis berubah " + p + "." },
		CurveGiven: func(c string) string { return "Kurva " + c + " diminta dalam perintah." },
		CurveChosen: func(p, q, why string) string {
			if p == q {
				return "Kurva " + p + " untuk semua ukuran: " + why + "."
			}
			return "Kurva " + p + " untuk kemiskinan, " + q + " untuk lainnya: " + why + "."
		},
		SharesAre: func(f string, n int, k string) string {
			return f + ": " + i.count(n) + " kelompok, pangsa " + k + "."
		},

		Skipped: func(f string, n, all int, first string) string {
			return f + ": " + i.count(n) + " dari " + i.count(all) + " baris dilewati, pertama " + first + "."
		},
		Ambiguous: func(f, col string) string {
			return f + ": tanda dalam kolom " + quote(col) + " dapat berarti desimal atau ribuan; dibaca sebagai desimal. Bila pemisah ribuan, ulangi dengan --decimal comma (641.524) atau point (641,524)."
		},
		LoneRule: func(f string, n int, rule string) string {
			return f + ": " + i.count(n) + " strata hanya punya satu PSU; aturan " + rule + " dipakai."
		},
		Unused: func(col, label, f string) string {
			return f + ": garis untuk " + col + "=" + label + " tidak dipakai, nilai itu tidak ada."
		},
		NoErrorOf: func(why, m, g string) string {
			return "Tanpa galat baku, " + why + ": " + m + orNothing(g, " di ", "") + "."
		},
		NoIntervalOf: func(why, m, g string) string {
			return "Tanpa selang kepercayaan, " + why + ": " + m + orNothing(g, " di ", "") + "."
		},
		SameLine: func(l string) string {
			return "Kedua berkas diukur dengan garis yang sama (" + l + "); bila tahunnya berbeda beri --against-line."
		},
		Apart: func(g string) string { return "Hanya ada di salah satu berkas, tanpa selisih: " + g + "." },
		Rescaled: func(p, w string) string {
			return "Jumlah pangsa bukan 1 (penduduk " + p + ", pengeluaran " + w + "); dibagi dengan jumlahnya."
		},
		Order: func(f string, line int) string {
			return f + " baris " + i.count(line) + ": kelompok ini lebih miskin daripada kelompok sebelumnya; periksa urutannya."
		},
		Invalid: func(c, why string) string {
			return "Kurva " + c + " tidak sah (" + why + "); angkanya ditunjukkan sebagai keterangan saja."
		},
		NoFigure: func(c, m string) string { return "Kurva " + c + " tidak punya nilai untuk " + m + "." },

		MoreRows: func(n int) string { return "dan " + i.count(n) + " baris lain" },
		Refused: func(f string, n, all int, first string) string {
			return f + ": " + i.count(n) + " dari " + i.count(all) + " baris ditolak, pertama " + first + "; perbaiki baris itu, atau lewati dengan --skip-bad."
		},
		RefusedShares: func(f string, n int, first string) string {
			return f + ": " + i.count(n) + " baris ditolak, pertama " + first + "; perbaiki, karena kelompok yang hilang mengubah kurva."
		},
		Folder:     func(f string) string { return quote(f) + " adalah folder; sebutkan berkas CSV di dalamnya." },
		Unreadable: func(f string) string { return "Berkas " + quote(f) + " tidak dapat dibuka; periksa hak aksesnya." },
		Personal: func(f, cols string) string {
			return f + ": ada data pribadi di kolom " + cols + "; hapus kolom itu lalu ulangi. Berkas tidak dibaca lebih lanjut."
		},
		ColumnNamed: func(f, col, flag, h string) string {
			return f + ": kolom " + quote(col) + " (" + flag + ") tidak ada di baris judul; yang ada: " + h + "."
		},
		ColumnUsual: func(f, what, names, flag string, none bool, h string) string {
			s := f + ": tidak ada kolom " + what + " dengan nama lazim" + orNothing(names, " (", ")")
			if flag != "" {
				s += "; sebutkan dengan " + flag + " NAMA"
				if none {
					s += ", atau " + flag + " - bila tidak ada"
				}
			}
			return s + "; yang ada: " + h + "."
		},
		ColumnTwice: func(f, col string) string {
			return f + ": dua kolom bernama " + quote(col) + " di baris judul; beri nama yang berbeda."
		},
		Lone: func(f, s string, n int) string {
			more := ""
			if n > 0 {
				more = " (dan " + i.count(n) + " strata lain)"
			}
			return f + ": strata " + quote(s) + more + " hanya punya satu PSU, jadi galat bakunya tidak ada; pilih --lonely adjust, average atau remove."
		},
		NoError: func(f, why string) string { return f + ": tidak ada galat baku untuk ukuran mana pun: " + why + "." },
		FPCTwo: func(f, col, s, x, y string) string {
			return f + ": kolom " + quote(col) + " berisi " + x + " dan " + y + " dalam strata " + quote(s) + "; harus sama untuk seluruh strata."
		},
		FPCFew: func(f, col, s string, drawn int, said string) string {
			return f + ": strata " + quote(s) + " punya " + i.count(drawn) + " PSU di sampel, tetapi kolom " + quote(col) + " menyebut " + said + " di populasi; perbaiki kolom itu."
		},
		NoLineFor: func(f, col, label, ex string) string {
			return f + ": " + col + "=" + label + " tidak punya garis; tambahkan, misalnya " + ex + "."
		},
		StdinTwice: "Masukan standar (-) hanya dapat dibaca sekali; sebutkan nama untuk salah satu berkas.",
		Together:   func(f, with, ex string) string { return f + " hanya berlaku bersama " + with + "; contoh: " + ex },
		PSUNeeded:  "--same-sample memerlukan kolom PSU di kedua berkas untuk memasangkannya; sebutkan dengan --psu.",
		NothingCommon: func(a, b string) string {
			return "Tidak ada PSU yang sama di " + a + " dan " + b + "; hapus --same-sample."
		},
		TooFew: func(f string, n int) string {
			return f + ": kelompoknya terlalu sedikit; kurva memerlukan sedikitnya " + i.count(n) + " kelompok."
		},
		NotShares: func(f string) string {
			return f + ": pangsa tidak kumulatif (berakhir di 1) dan jumlahnya bukan 1; tulis pangsa sebagai pecahan dari 1, bukan persen."
		},
		BadShare: func(f string, line int, col, v, why string) string {
			return f + " baris " + i.count(line) + ", kolom " + quote(col) + ": " + v + ": " + why + "."
		},
		NoCurve:     func(f string) string { return f + ": titik-titiknya tidak menentukan kurva; tidak ada jawaban." },
		NotPossible: func(f string) string { return f + ": perkiraan tidak dapat dihitung; periksa nilai yang sangat besar." },
		Interrupted: "Dihentikan sebelum selesai; tidak ada hasil.",

		others: func(n int) string { return "dan " + i.count(n) + " lainnya" },
		rowIs: func(line int, col string) string {
			return "baris " + i.count(line) + orNothing(col, ", kolom ", "")
		},
		fields:   func(found, want int) string { return i.count(found) + ", judulnya " + i.count(want) },
		quantile: "Kuantil", decimalOfProb: ",", quantileWithUnit: " (Rp)",
	}
	c.measures = map[string]string{
		"p0": "P0 tingkat (%)", "p1": "P1 kedalaman (%)", "p2": "P2 keparahan (%)", "watts": "Watts", "sen": "Sen", "sst": "SST",
		"mean": "Rata-rata (Rp)", "total": "Total (Rp)", "gini": "Gini", "poor": "Miskin (jiwa)", "q0.5": "Median (Rp)",
		"mld": "MLD", "median": "Median", "dcm": "Rata-rata terkoreksi", "valid": "Sah", "normal": "Normal", "sse": "SSE x 10^6", "ssez": "SSE sampai garis x 10^6", "r2": "R2",
	}
	c.reasons = map[string]string{
		"empty-group": "kosong", "no-value": "dibagi nol", "one-psu": "satu PSU", "no-variation": "tak ada variasi",
		"lone-strata": "strata satu PSU", "no-degrees": "tanpa derajat bebas", "not-estimated": "tidak dihitung",
	}
	c.why = map[string]string{
		"empty-group": "tidak ada rumah tangga dalam kelompok", "no-value": "pembaginya nol",
		"one-psu":       "semua rumah tangga ada dalam satu PSU",
		"no-variation":  "tidak ada yang berbeda antar-PSU di sampel (tidak ada yang miskin di sampel bukan berarti tidak ada di populasi)",
		"lone-strata":   "setiap strata hanya punya satu PSU (coba --lonely adjust)",
		"no-degrees":    "PSU tidak lebih banyak daripada strata",
		"not-estimated": "tidak dihitung",
	}
	c.rows = map[string]string{
		"missing": "nilai kosong", "not-number": "bukan angka", "too-large": "angka terlalu besar", "zero-weight": "penimbang nol",
		"negative-weight": "penimbang negatif", "zero-size": "jumlah anggota nol", "negative-size": "jumlah anggota negatif",
		"field-count": "jumlah isian", "bad-quote": "tanda kutip di tengah isian atau tidak ditutup", "long-label": "label lebih dari 100 bita",
		"not-positive": "koreksi populasi harus di atas 0", "negative-value": "pengeluaran negatif",
		"zero-value": "pengeluaran nol, padahal indeks Watts memerlukan logaritma",
	}
	c.faults = map[string]string{
		"empty":           "berkas kosong; ekspor ulang datanya.",
		"no-rows":         "tidak ada rumah tangga di bawah baris judul; ekspor ulang datanya.",
		"no-header":       "baris 1 berisi angka; tulis nama kolom di baris pertama.",
		"not-text":        "bukan berkas teks tetapi lembar kerja, arsip atau berkas program lain; simpan sebagai CSV.",
		"line-ends":       "akhir baris hanya CR; simpan dengan akhir baris LF atau CR LF.",
		"record-too-long": "ada baris lebih dari 512 KiB, atau tanda kutip yang tidak ditutup; perbaiki tanda kutipnya.",
		"too-many-rows":   "terlalu banyak baris (paling banyak 20 juta rumah tangga, berkas pangsa 1 MiB); bagi berkasnya.",
		"read":            "pembacaan gagal di tengah jalan: berkas rusak atau terpotong; salin ulang berkasnya.",
	}
	c.roles = map[string]string{
		"value": "pengeluaran per orang", "hhsize": "jumlah anggota", "weight": "penimbang", "strata": "strata", "psu": "PSU",
		"fpc": "koreksi populasi", "regency": "kabupaten/kota", "province": "provinsi", "district": "kecamatan", "urban": "perkotaan", "group": "kelompok",
		"population_share": "pangsa penduduk", "welfare_share": "pangsa pengeluaran",
	}
	c.kinds = map[string]string{"identity": "nomor identitas", "name": "nama orang", "address": "alamat"}
	c.curves = map[string]string{"gq": "kuadratik umum", "beta": "beta"}
	c.checks = map[string]string{
		"real-roots": "akar tidak nyata", "starts-at-zero": "tidak mulai di nol", "rising": "ada pengeluaran negatif", "convex": "tidak cembung",
		"ends-near-one": "berakhir di bawah 0,9", "ends-at-one": "tidak berakhir di 1", "headcount-found": "garis tidak tercapai",
	}
	c.choices = map[string]string{
		"lower-error": "keduanya sah, galatnya lebih kecil", "only-valid": "hanya itu yang sah", "none-valid": "tidak ada yang sah, yang paling mendekati dipakai",
	}
	c.shares = map[string]string{
		"cumulative": "kumulatif", "plain": "tidak kumulatif", "not-finite": "bukan angka", "range": "di luar 0 sampai 1; tulis pecahan dari 1, bukan persen",
		"not-increasing": "pangsa kumulatif harus bertambah dari baris ke baris", "above-diagonal": "pangsa pengeluaran kumulatif harus di bawah pangsa penduduk; urutkan kelompok dari yang termiskin",
	}
	return c
}
