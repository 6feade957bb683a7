package lang

// Term is an entry of the glossary.
type Term struct {
	Term  string // as it stands on the screens: "P0"
	Short string // its name in full, a few words
	Text  string // what it means and what to mind, one or two sentences
}

// Glossary gives the terms of the screens, those of poverty first, then of
// surveys, of registers, of plans and of money. It builds a new slice each call.
func (l Lang) Glossary() []Term {
	var out []Term
	for _, part := range [...][]entry{povertyTerms(), surveyTerms(), registerTerms(), planTerms(), otherTerms()} {
		for _, e := range part {
			out = append(out, Term{Term: pick(l, e.id.Term, e.en.Term), Short: pick(l, e.id.Short, e.en.Short), Text: pick(l, e.id.Text, e.en.Text)})
		}
	}
	return out
}

// entry is a term in both languages.
type entry struct{ id, en Term }

// The definitions of P0, P1 and P2 are those of Foster, Greer and Thorbecke
// (1984) as BPS applies them: who is strictly below the line is poor.
func povertyTerms() []entry {
	return []entry{
		{
			Term{"P0", "persentase penduduk miskin", "Bagian penduduk yang pengeluarannya di bawah garis kemiskinan, dalam persen. Tepat di garis belum miskin."},
			Term{"P0", "poverty rate, headcount ratio", "Share of people whose expenditure is below the poverty line, in percent. Exactly on the line is not poor."},
		},
		{
			Term{"P1", "indeks kedalaman kemiskinan", "Rata-rata jarak ke garis kemiskinan sebagai bagian dari garis; yang tidak miskin berjarak nol. BPS mencetaknya kali 100. Makin besar, makin jauh yang miskin dari garis."},
			Term{"P1", "poverty gap index", "Average distance to the poverty line as a share of the line; those who are not poor count as zero. BPS prints it times 100. The larger, the further the poor are from the line."},
		},
		{
			Term{"P2", "indeks keparahan kemiskinan", "Seperti P1, tetapi jaraknya dikuadratkan: yang paling jauh dari garis berbobot lebih besar. BPS mencetaknya kali 100."},
			Term{"P2", "poverty severity index", "As P1 with the distance squared: those furthest from the line weigh more. BPS prints it times 100."},
		},
		{
			Term{"GK", "garis kemiskinan", "Pengeluaran per orang per bulan, makanan dan bukan makanan, yang di bawahnya seseorang terhitung miskin. Tiap wilayah dan tiap periode punya garisnya sendiri."},
			Term{"GK", "poverty line", "Expenditure a person a month, food and other, below which a person counts as poor. Each region and each period has its own line."},
		},
		{
			Term{"poin", "poin persen", "Selisih dua persentase. Dari 4 % ke 5 % naik 1 poin, bukan 1 persen."},
			Term{"points", "percentage points", "Difference of two percentages. From 4% to 5% is a rise of 1 point, not of 1 percent."},
		},
		{
			Term{"jiwa", "orang", "Satuan penduduk. Keluarga, rumah tangga dan jiwa tidak pernah dijumlahkan; mengubahnya perlu angka pengali dengan sumber."},
			Term{"people", "persons", "Families, households and people are never added up; turning one into another takes a factor with a source."},
		},
		{
			Term{"Gini", "rasio Gini", "Ketimpangan pengeluaran: 0 bila semua sama, 1 bila satu orang memegang semuanya."},
			Term{"Gini", "Gini ratio", "Inequality of expenditure: 0 where all are equal, 1 where one person has everything."},
		},
		{
			Term{"IPM", "indeks pembangunan manusia", "Gabungan umur, pendidikan dan pengeluaran. Ada dua seri, dengan umur harapan hidup SP2010 dan SP2020; keduanya tidak disambung."},
			Term{"IPM", "human development index", "Length of life, schooling and expenditure in one index. There are two series, with the life expectancy of SP2010 and of SP2020; they are never joined."},
		},
		{
			Term{"TPT", "tingkat pengangguran terbuka", "Bagian angkatan kerja yang tidak bekerja dan mencari kerja, dari Sakernas. Februari dan Agustus tidak sejenis."},
			Term{"TPT", "open unemployment rate", "Share of the labour force without work and looking for it, from Sakernas. February and August are not alike."},
		},
		{
			Term{"TPAK", "tingkat partisipasi angkatan kerja", "Bagian penduduk usia kerja yang bekerja atau mencari kerja."},
			Term{"TPAK", "labour force participation", "Share of people of working age who work or look for work."},
		},
	}
}

func surveyTerms() []entry {
	return []entry{
		{
			Term{"Susenas", "Survei Sosial Ekonomi Nasional", "Survei BPS, sumber angka kemiskinan; putaran Maret dan September. Sampelnya mewakili kabupaten atau kota, bukan kecamatannya."},
			Term{"Susenas", "national social and economic survey", "The survey of BPS behind the poverty figures; rounds of March and September. Its sample stands for a regency or city, not for its districts."},
		},
		{
			Term{"Sakernas", "Survei Angkatan Kerja Nasional", "Survei BPS tentang kerja dan pengangguran; putaran Februari dan Agustus."},
			Term{"Sakernas", "national labour force survey", "The survey of BPS on work and unemployment; rounds of February and August."},
		},
		{
			Term{"putaran", "bulan pelaksanaan survei", "Angka Maret dan angka September tidak sejenis; yang berbeda putaran atau tahun tidak diperingkat bersama."},
			Term{"round", "month of the survey", "March figures and September figures are not alike; figures of different rounds or years are not ranked together."},
		},
		{
			Term{"SE", "galat baku", "Ukuran ketidakpastian karena yang ditanya hanya sampel. Selang 95 % kira-kira angka itu kurang dan tambah dua kali SE."},
			Term{"SE", "standard error", "How unsure a figure is since only a sample was asked. A 95% interval is about the figure less and plus two standard errors."},
		},
		{
			Term{"RSE", "galat baku relatif", "Galat baku dibagi angkanya. Patokan BPS: sampai 25 % dapat dipakai, 25-50 % dengan hati-hati, di atas 50 % tidak akurat."},
			Term{"RSE", "relative standard error", "The standard error divided by the figure. Rule of BPS: up to 25% can be used, 25-50% with care, above 50% is not accurate."},
		},
		{
			Term{"deff", "efek desain", "Berapa kali ragam sampel ini terhadap ragam sampel acak sederhana yang sama besar."},
			Term{"deff", "design effect", "How many times the variance of a simple random sample of the same size this sample's variance is."},
		},
		{
			Term{"PSU", "unit sampel pertama", "Wilayah kecil yang lebih dulu diambil, sebelum rumah tangga di dalamnya. Galat dihitung dari beda antar-PSU."},
			Term{"PSU", "primary sampling unit", "The small area that is drawn first, before the households in it. Errors come from the differences between PSUs."},
		},
		{
			Term{"basis survei", "penduduk menurut survei", "Jumlah miskin dibagi P0. Tidak sama dengan jumlah penduduk; P0 kali penduduk karena itu tidak persis jumlah miskin yang diterbitkan."},
			Term{"survey base", "population of the survey", "The number of the poor divided by P0. It is not the population, and so P0 times the population is not exactly the published number."},
		},
		{
			Term{"ruta", "rumah tangga", "Orang yang tinggal dan makan bersama; satuan yang ditanya survei. Bukan keluarga (KK)."},
			Term{"ruta", "household (rumah tangga)", "People who live and eat together; what a survey asks. Not the same as a family (KK)."},
		},
	}
}

func registerTerms() []entry {
	return []entry{
		{
			Term{"DTSEN", "Data Tunggal Sosial dan Ekonomi Nasional", "Register nasional untuk sasaran program (Inpres 4/2025), gabungan Regsosek, P3KE dan DTKS menurut NIK. Dipakai menyasar, bukan mengukur kemiskinan."},
			Term{"DTSEN", "national social and economic register", "The register by which programmes are targeted (Inpres 4/2025), joined from Regsosek, P3KE and DTKS by NIK. It serves to target, not to measure poverty."},
		},
		{
			Term{"desil", "sepersepuluh keluarga", "DTSEN membagi keluarga dalam sepuluh kelompok menurut perkiraan kesejahteraan; desil 1 terbawah. Desil bukan kemiskinan BPS: konsepnya lain, jumlahnya tidak harus sama."},
			Term{"desil", "decile, a tenth of the families", "DTSEN sorts families into ten groups by estimated welfare; decile 1 is the lowest. A decile is not the poverty of BPS: another concept, and the numbers need not agree."},
		},
		{
			Term{"P3KE", "data pensasaran kemiskinan ekstrem", "Data keluarga sasaran yang mendahului DTSEN dan masuk ke dalamnya."},
			Term{"P3KE", "register on extreme poverty", "The data on target families before DTSEN, now part of it."},
		},
		{
			Term{"KK", "keluarga (kepala keluarga)", "Satuan bantuan dan register. Satu KK beberapa jiwa: jumlah KK tidak dibagi dengan jumlah jiwa."},
			Term{"KK", "family (kepala keluarga)", "What aid and registers count. A family is several people: families are never divided by people."},
		},
		{
			Term{"KPM", "keluarga penerima manfaat", "Keluarga yang menerima bantuan suatu program."},
			Term{"KPM", "beneficiary family", "A family that receives the aid of a programme."},
		},
		{
			Term{"NIK", "nomor induk kependudukan", "Nomor pribadi. rakor bekerja dengan jumlah; berkas yang memuat NIK, nama atau alamat orang ditolak."},
			Term{"NIK", "personal identity number", "rakor works with counts; files that hold NIK, names or addresses of people are refused."},
		},
		{
			Term{"kode", "kode BPS dan kode Kemendagri", "Dua kantor memberi nomor sendiri. Di Kalimantan Tengah delapan kabupaten berbeda nomor: 6206 di BPS bukan 62.06 di Kemendagri."},
			Term{"code", "code of BPS, code of Kemendagri", "Two offices number regions each in its own way. Eight regencies of Central Kalimantan differ: 6206 of BPS is not 62.06 of Kemendagri."},
		},
	}
}

func planTerms() []entry {
	return []entry{
		{
			Term{"TKPKD", "Tim Koordinasi Penanggulangan Kemiskinan Daerah", "Tim yang rapat di sini; di kota diketuai wakil wali kota, sekretariatnya di badan perencanaan (Bapperida)."},
			Term{"TKPKD", "regional poverty-reduction team", "The team that meets here; in the city the deputy mayor chairs it and the planning office (Bapperida) is its secretariat."},
		},
		{
			Term{"RPKD", "Rencana Penanggulangan Kemiskinan Daerah", "Rencana lima tahun, bersama RPJMD (Permendagri 53/2020)."},
			Term{"RPKD", "regional poverty-reduction plan", "The plan for five years, along with the RPJMD (Permendagri 53/2020)."},
		},
		{
			Term{"RAT", "Rencana Aksi Tahunan", "Rencana tahunan dari RPKD: program, kegiatan, pagu, sasaran."},
			Term{"RAT", "yearly action plan", "The RPKD for one year: programmes, activities, budgets, targets."},
		},
		{
			Term{"LP2KD", "Laporan Pelaksanaan Penanggulangan Kemiskinan Daerah", "Laporan pelaksanaan; bersama RPKD dan RAT menjadi agenda kerja tahunan tim."},
			Term{"LP2KD", "report on poverty reduction", "The report on what was done; with RPKD and RAT the team's work of the year."},
		},
		{
			Term{"RPJMD", "Rencana Pembangunan Jangka Menengah Daerah", "Rencana pembangunan lima tahun daerah; sasaran P0 berasal dari sini."},
			Term{"RPJMD", "regional medium-term development plan", "The region's plan for five years; targets of P0 come from it."},
		},
		{
			Term{"OPD", "organisasi perangkat daerah", "Dinas, badan dan kantor pemerintah daerah yang menjalankan program."},
			Term{"OPD", "departments of the local government", "The offices of a regency or city that run the programmes."},
		},
		{
			Term{"strategi", "tiga strategi Inpres 8/2025", "1 mengurangi beban pengeluaran, 2 meningkatkan pendapatan, 3 menurunkan kantong kemiskinan. Strategi melekat pada baris program: program yang sama dapat muncul pada lebih dari satu."},
			Term{"strategy", "three strategies of Inpres 8/2025", "1 lower the burden of expenditure, 2 raise income, 3 shrink the pockets of poverty. It belongs to the entry: the same programme may stand under more than one."},
		},
		{
			Term{"konvergensi", "layanan lengkap bagi keluarga yang sama", "Tiap keluarga miskin menerima ketiga strategi, tiap kecamatan terjangkau. Sel kosong kecamatan x strategi adalah celah."},
			Term{"convergence", "the full set for the same family", "Each poor family gets all three strategies, each district is reached. An empty cell of district x strategy is a gap."},
		},
	}
}

func otherTerms() []entry {
	return []entry{
		{
			Term{"pagu", "batas anggaran", "Uang yang disediakan untuk suatu program. Yang dihitung dari unit kali harga ditandai, karena bukan pagu dari dokumen anggaran."},
			Term{"pagu", "budget ceiling", "Money set aside for a programme. One computed from units times price is marked, since no budget document shows it."},
		},
		{
			Term{"realisasi", "anggaran yang sudah dipakai", "Uang yang sudah dibelanjakan; belum diisi tidak sama dengan nol. Realisasi di atas pagu ditandai."},
			Term{"realisasi", "money spent", "What was spent of the budget; not filled in is not zero. More than the budget is marked."},
		},
		{
			Term{"SIPD", "Sistem Informasi Pemerintahan Daerah", "Sistem anggaran daerah; pagu kemiskinan ditandai (tagging) di dalamnya. Rakor 18-2-2026 meminta realisasi minimal 50 % pada akhir semester I 2026."},
			Term{"SIPD", "information system of local government", "The budget system in which spending on poverty is tagged. The meeting of 18-2-2026 asked for at least 50% spent by the end of the first half of 2026."},
		},
		{
			Term{"contoh", "baris contoh", "Program yang kode dan namanya ada dalam nomenklatur, tetapi belum terlihat dijalankan di daerah ini. Selalu ditandai dan tidak disebut sebagai data resmi."},
			Term{"sample", "sample row", "A programme whose code and name are in the nomenclature but which was not seen to run here. Always marked, never told as official."},
		},
		{
			Term{"BPS", "Badan Pusat Statistik", "Kantor statistik; sumber resmi angka kemiskinan."},
			Term{"BPS", "Statistics Indonesia", "The statistical office; the official source of poverty figures."},
		},
	}
}
