package workbook

import (
	"fmt"
	"strings"
)

// look is a style in the numbers of the style sheet.
type look struct {
	font, fill, border, format int
	align                      string
	quote                      bool
}

// Numbers of the style sheet: fonts, fills, borders and formats.
const (
	fontPlain = iota
	fontBold
	fontTitle
	fontNote

	fillNone  = 0
	fillShade = 2 // 0 and 1 are the format's own

	borderNone = 0
	borderThin = 1

	formatAny   = 0
	formatMoney = 3 // #,##0
	formatText  = 49
)

// table gives the look of each style, in their order.
func table() [looks]look {
	const wrapped = `<alignment vertical="top" wrapText="1"/>`
	return [looks]look{
		Plain:   {},
		Title:   {font: fontTitle, align: `<alignment horizontal="center"/>`},
		Head:    {font: fontBold, fill: fillShade, border: borderThin, align: `<alignment horizontal="center" vertical="center" wrapText="1"/>`},
		Text:    {border: borderThin, format: formatText, align: wrapped},
		Guarded: {border: borderThin, format: formatText, align: `<alignment vertical="top" wrapText="1" indent="1"/>`, quote: true},
		Money:   {border: borderThin, format: formatMoney, align: `<alignment vertical="top"/>`},
		Whole:   {border: borderThin, align: `<alignment horizontal="center" vertical="top"/>`},
		Sum:     {font: fontBold, fill: fillShade, border: borderThin, format: formatMoney},
		SumText: {font: fontBold, fill: fillShade, border: borderThin, format: formatText},
		Note:    {font: fontNote},
	}
}

func stylesheet() string {
	var b strings.Builder
	b.WriteString(`<styleSheet xmlns="` + nsMain + `">` +
		`<fonts count="4"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font>` +
		`<font><b/><sz val="12"/><name val="Calibri"/></font><font><i/><sz val="11"/><color rgb="FF555555"/><name val="Calibri"/></font></fonts>` +
		`<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>` +
		`<fill><patternFill patternType="solid"><fgColor rgb="FFDDE6F0"/><bgColor indexed="64"/></patternFill></fill></fills>` +
		`<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>`)
	for _, side := range [...]string{"left", "right", "top", "bottom"} {
		fmt.Fprintf(&b, `<%s style="thin"><color rgb="FF999999"/></%s>`, side, side)
	}
	b.WriteString(`<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>`)
	all := table()
	fmt.Fprintf(&b, `<cellXfs count="%d">`, len(all))
	for _, l := range all {
		fmt.Fprintf(&b, `<xf numFmtId="%d" fontId="%d" fillId="%d" borderId="%d" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"`,
			l.format, l.font, l.fill, l.border)
		if l.quote {
			b.WriteString(` quotePrefix="1"`)
		}
		if l.align == "" {
			b.WriteString("/>")
			continue
		}
		b.WriteString(` applyAlignment="1">` + l.align + "</xf>")
	}
	b.WriteString(`</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`)
	return b.String()
}
