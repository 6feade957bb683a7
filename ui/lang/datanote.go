package lang

// DataNote words a note of the data on a source or a figure, which the data keep
// in English as they were made; Indonesian notes and those of other people are
// given as they are.
func (l Lang) DataNote(text string) string {
	for _, p := range dataNotes() {
		if parts, ok := p.match(text); ok {
			return p.fill(l, parts)
		}
	}
	return text
}

// dataNotes lists the phrases of notes; {} stands for the name of a file or an
// address.
func dataNotes() []phrase {
	return []phrase{
		// of sources
		{"imported from {} ({}), sha256:{}", "diimpor dari {} ({}), sha256:{}"},
		{"secondary copy of the yearly BPS CSV downloads: {}; table title has no (UHH LF SP2020)", "salinan unduhan CSV tahunan BPS: {}; judul tabelnya tanpa (UHH LF SP2020)"},
		{"secondary copy of the yearly BPS CSV downloads: {}", "salinan unduhan CSV tahunan BPS: {}"},
		{"secondary copy of the BPS table downloads ({})", "salinan unduhan tabel BPS ({})"},
		{"secondary extraction with table and page numbers ({})", "kutipan dengan nomor tabel dan halaman ({})"},
		{"secondary data set widely used in teaching; year inferred 2021: poor counts of {} in 2021 agree with its rates", "kumpulan data yang banyak dipakai untuk belajar; tahun 2021 disimpulkan: jumlah penduduk miskin {} tahun 2021 cocok dengan persentasenya"},
		{"secondary compilation: {}", "himpunan: {}"},
		{"secondary copy: {} (Kode Wilayah BPS, old Papua codes carry zeros, skipped; year not in the file: Palangka Raya 3.52 = 2024)", "salinan: {} (kode wilayah BPS; kode Papua lama berisi nol, dilewati; tahun tidak ada di berkas: Palangka Raya 3,52 = 2024)"},
		{"secondary copy: {} (sheets Kedalaman, Keparahan)", "salinan: {} (lembar Kedalaman, Keparahan)"},
		{"secondary copy: {}", "salinan: {}"},
		{"secondary copy ({})", "salinan ({})"},
		{"read page by page (copied by hand; columns Jumlah, 2010-2026 only) from {}; 2010 and 2011 stand in the Tahunan column (March rounds); September 2023 empty (not published by province)", "dibaca halaman demi halaman (disalin tangan; kolom Jumlah, hanya 2010-2026) dari {}; 2010 dan 2011 ada di kolom Tahunan (putaran Maret); September 2023 kosong (tidak diterbitkan menurut provinsi)"},
		{"read page by page (copied by hand) from {}", "dibaca halaman demi halaman (disalin tangan) dari {}"},
		{"{} (P0 %, count in million; March rounds except early years whose month the file does not give; count converted million to thousand)", "{} (P0 %, jumlah dalam juta; putaran Maret kecuali tahun awal yang bulannya tidak disebut; jumlah diubah dari juta ke ribu)"},
		{"{} (copied by hand; P2 and population not compared with a second copy; population: BPS per its README, edition unnamed)", "{} (disalin tangan; P2 dan penduduk tidak dibandingkan dengan salinan kedua; penduduk: BPS menurut README-nya, edisi tidak disebut)"},
		{"{}; IPM 2010-2012 is the OLD method and left out; TPT 2022 is the February round (Kalteng 4.20); P0 2012-2021 = September, 2010, 2011, 2022 = March (checked against bps-p0-prov-sem); Gini month not given", "{}; IPM 2010-2012 memakai metode lama dan dilewati; TPT 2022 adalah putaran Februari (Kalteng 4,20); P0 2012-2021 = September, 2010, 2011, 2022 = Maret (dicocokkan dengan bps-p0-prov-sem); bulan Gini tidak disebut"},
		{"{} (read by page, copied by hand; regencies: Kalimantan only); its kode column holds Kemendagri codes; IPM 2025 rests on UHH of the SP2020 long form, hence ipm_lf; UHH is the LF series too", "{} (dibaca per halaman, disalin tangan; kabupaten/kota hanya Kalimantan); kolom kode berisi kode Kemendagri; IPM 2025 memakai UHH long form SP2020, maka ipm_lf; UHH juga seri LF"},
		{"data/datacross.dta (fips = BPS codes of 2018); pov/gap/sev hold only the 2010 and 2014 values repeated over 2010-13 and 2014-18, so only 2010 and 2014 are taken; unemp 2016 repeats 2015 for most regencies (no regency Sakernas in 2016)", "data/datacross.dta (fips = kode BPS 2018); pov/gap/sev hanya berisi nilai 2010 dan 2014 yang diulang untuk 2010-13 dan 2014-18, maka hanya 2010 dan 2014 yang dipakai; unemp 2016 mengulang 2015 di kebanyakan kabupaten (tidak ada Sakernas kabupaten 2016)"},
		{"press; the meeting this product is built for: {}", "pers; rapat yang menjadi alasan program ini: {}"},
		{"city news site: 2024 rate {}", "situs berita kota: persentase 2024 {}"},
		{"press quoting BPS Palangka Raya: {}", "pers mengutip BPS Palangka Raya: {}"},
		{"press quoting BPS: poor counts 2020-2022 of four kabupaten", "pers mengutip BPS: jumlah penduduk miskin 2020-2022 empat kabupaten"},
		{"press quoting BPS; only the excerpt was seen", "pers mengutip BPS; hanya cuplikannya yang terbaca"},
		{"press quoting BPS Kalteng", "pers mengutip BPS Kalteng"},
		{"press copy of the release of {}", "salinan pers dari rilis {}"},
		{"press copy of the BPS Kalteng release; its sentence on the Gini of September 2024 contradicts itself, so that total is left out", "salinan pers dari rilis BPS Kalteng; kalimatnya tentang Gini September 2024 bertentangan, maka totalnya dilewati"},
		{"press copy of the BPS Kalteng release", "salinan pers dari rilis BPS Kalteng"},
		{"press copy of the same release", "salinan pers dari rilis yang sama"},
		{"press copy; it prints {} for March 2016 where BPS has {}", "salinan pers; tertulis {} untuk Maret 2016, sedangkan BPS {}"},
		{"press; numbers and regencies of the three laws", "pers; nomor dan kabupaten ketiga undang-undang"},
		{"text of the law", "naskah undang-undang"},
		{"text of the regulation", "naskah peraturan"},
		{"abstracts of the laws, one page a law", "ikhtisar undang-undang, satu halaman tiap undang-undang"},
		{"Law 2 and Laws 3 to 8 of 2013, signed on 11 January 2013", "UU 2 dan UU 3 sampai 8 Tahun 2013, disahkan 11 Januari 2013"},
		{"copy of a release of the cabinet secretariat: {}", "salinan rilis Sekretariat Kabinet: {}"},
		{"press quoting the cabinet secretariat", "pers mengutip Sekretariat Kabinet"},
		{"signed on 28 December 2017", "ditandatangani 28 Desember 2017"},
		{"press; in force from 28 January 2019", "pers; berlaku sejak 28 Januari 2019"},
		{"primary press release", "rilis asli"},
		{"copy of BRS {}", "salinan BRS {}"},
		{"opinion piece quoting BPS", "tulisan opini yang mengutip BPS"},
		{"encyclopaedia quoting BPS", "ensiklopedia yang mengutip BPS"},
		{"population, area and density by kecamatan, 2015", "penduduk, luas dan kepadatan menurut kecamatan, 2015"},
		{"area and number of kelurahan by kecamatan", "luas dan jumlah kelurahan menurut kecamatan"},
		{"as gathered in November 2026", "dihimpun November 2026"},

		// of figures
		{"2016 repeats 2015 in this source", "2016 mengulang 2015 pada sumber ini"},
		{"Papua before 2024: old borders", "Papua sebelum 2024: batas lama"},
		{"published in million", "terbit dalam juta"},
		{"thousand rupiah, current prices", "ribu rupiah, harga berlaku"},
		{"as printed; count / P0 base out of line with the years around; in 2014 the regencies of the province sum to {} less than its row", "seperti tercetak; dasar jumlah / P0 menyimpang dari tahun-tahun di sekitarnya; pada 2014 jumlah kabupaten/kota {} lebih kecil daripada provinsinya"},
		{"as printed; Buton Tengah and Buton Selatan have own rows only from 2016 (count / P0 base {} times that of later years)", "seperti tercetak; Buton Tengah dan Buton Selatan punya baris sendiri baru sejak 2016 (dasar jumlah / P0 {} kali tahun sesudahnya)"},
		{"as printed; count / P0 gives a base out of line with the other years of this region", "seperti tercetak; jumlah / P0 memberi dasar yang menyimpang dari tahun lain wilayah ini"},
		{"UHH SP2010 series", "seri UHH SP2010"},
		{"rounded: {}", "dibulatkan: {}"},
		{"quoted as the {} BPS figure", "dikutip sebagai angka BPS {}"},
		{"quoted: {}", "dikutip: {}"},
		{"mid-year", "pertengahan tahun"},
		{"census", "sensus"},
		{"Nduga 2015: BPS notes the 2014 value was reused (no Susenas March 2015)", "Nduga 2015: menurut BPS nilai 2014 dipakai lagi (tidak ada Susenas Maret 2015)"},
		{"BPS: no Susenas March 2015 in Nduga, the 2014 figure is used", "BPS: tidak ada Susenas Maret 2015 di Nduga, dipakai angka 2014"},
	}
}

// HasNote tells whether a note of the data has words in both languages.
func HasNote(text string) bool {
	for _, p := range dataNotes() {
		if _, ok := p.match(text); ok {
			return true
		}
	}
	return false
}
