package microdata_test

import (
	"testing"

	"rakor/data/microdata"
)

func TestParseNumber(t *testing.T) {
	const (
		auto  = microdata.AutoDecimal
		point = microdata.DecimalPoint
		comma = microdata.DecimalComma
	)
	cases := []struct {
		text   string
		how    microdata.Decimal
		want   float64
		reason microdata.Reason
	}{
		{"641524", point, 641524, 0},
		{" 641524.50 ", point, 641524.5, 0},
		{"641.524,50", comma, 641524.5, 0},
		{"641.524", comma, 641524, 0},
		{"641.524", point, 641.524, 0},
		{"641.524", auto, 641.524, 0},
		{"641,524", auto, 641.524, 0},
		{"1.234.567", auto, 1234567, 0},
		{"1,234,567", auto, 1234567, 0},
		{"1.234.567,8", auto, 1234567.8, 0},
		{"1,234,567.8", auto, 1234567.8, 0},
		{"12,5", auto, 12.5, 0},
		{"12,5", point, 0, microdata.NotNumber},
		{"12.5", comma, 0, microdata.NotNumber},
		{"1.23.456", comma, 0, microdata.NotNumber},
		{"1234.567", comma, 0, microdata.NotNumber},
		{".123", comma, 0, microdata.NotNumber},
		{"-3", point, -3, 0},
		{"+3e2", point, 300, 0},
		{"5.", point, 5, 0},
		{".5", point, 0.5, 0},
		{"0.1", point, 0.1, 0},
		{"9007199254740993", point, 9007199254740992, 0},
		{"", point, 0, microdata.Missing},
		{"NA", point, 0, microdata.Missing},
		{"#NULL!", point, 0, microdata.Missing},
		{".", point, 0, microdata.Missing},
		{"NaN", point, 0, microdata.Missing},
		{"inf", point, 0, microdata.NotNumber},
		{"0x1p4", point, 0, microdata.NotNumber},
		{"1_000", point, 0, microdata.NotNumber},
		{"Rp500", point, 0, microdata.NotNumber},
		{"1e", point, 0, microdata.NotNumber},
		{"e5", point, 0, microdata.NotNumber},
		{"--5", point, 0, microdata.NotNumber},
		{"1e999", point, 0, microdata.TooLarge},
	}
	for _, c := range cases {
		got, reason := microdata.ParseNumber(c.text, c.how)
		if got != c.want || reason != c.reason {
			t.Errorf("%q as %v: %v, %v; want %v, %v", c.text, c.how, got, reason, c.want, c.reason)
		}
	}
}

func TestIdentityNumber(t *testing.T) {
	cases := []struct {
		name, text     string
		sixteen, valid bool
	}{
		{"a man", "6271031708850001", true, true},
		{"a woman, day plus 40", "6271035708850001", true, true},
		{"with an apostrophe", "'6271031708850001", true, true},
		{"in groups", "6271.0317.0885.0001", true, true},
		{"29 February of a leap year", "6271032902840001", true, true},
		{"29 February of another", "6271032902850001", true, false},
		{"day 32", "6271033208850001", true, false},
		{"month 13", "6271031713850001", true, false},
		{"no such province", "2071031708850001", true, false},
		{"serial number 0", "6271031708850000", true, false},
		{"15 digits", "627103170885001", false, false},
		{"17 digits", "62710317088500011", false, false},
		{"a decimal number", "62710317.08850001", false, false},
		{"text", "6271031708850001x", false, false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if sixteen, valid := microdata.IdentityNumber16(c.text); sixteen != c.sixteen || valid != c.valid {
				t.Errorf("%v, %v", sixteen, valid)
			}
		})
	}
}
