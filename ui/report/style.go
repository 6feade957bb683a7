package report

// style is the one style sheet of every document: readable on a screen, on
// paper of A4, and in black and white. Rows, figures and headings are not torn
// between two pages; every page has its number.
const style = `
:root{--ink:#111;--soft:#555;--line:#b5b5b5;--accent:#00585a}
*{box-sizing:border-box}
html{font:15px/1.45 "Segoe UI","Helvetica Neue",Arial,"Liberation Sans",sans-serif;color:var(--ink);background:#fff}
body{max-width:52rem;margin:0 auto;padding:1.5rem}
h1{font-size:1.6rem;line-height:1.2;margin:0}
h2{font-size:1.2rem;margin:1.8rem 0 .5rem;padding-bottom:.15rem;border-bottom:2px solid var(--ink)}
h3{font-size:1rem;margin:1.2rem 0 .3rem}
p{margin:.4rem 0}
.sub{color:var(--soft);margin:.2rem 0 .8rem}
.care{border:1.5px solid var(--ink);border-left-width:6px;padding:.35rem .7rem;margin:.6rem 0;font-weight:600}
p.care{font-weight:400}
.aside{color:var(--soft);font-size:.92em}
table{border-collapse:collapse;margin:.5rem 0;font-variant-numeric:tabular-nums;font-size:.93em}
caption{text-align:left;font-weight:600;padding:.2rem 0}
th,td{padding:.16rem .55rem;border-bottom:1px solid #ddd;text-align:right;vertical-align:top}
thead th{border-bottom:1.5px solid var(--ink);vertical-align:bottom}
th.l,td.l,tbody th{text-align:left;font-weight:400}
thead th{font-weight:600}
th.w{width:32%}
table.dense{font-size:.78em}
table.dense th,table.dense td{padding:.12rem .3rem}
table.denser{font-size:.62em}
table.denser th,table.denser td{padding:.1rem .22rem}
tr.strong>*{font-weight:700}
tr.rule>*{border-top:1.5px solid var(--line)}
.note{color:var(--soft);font-size:.88em;margin:.15rem 0}
figure{margin:.8rem 0}
figcaption{font-weight:600;margin-bottom:.2rem}
svg{width:100%;max-width:44rem;height:auto;display:block}
.facts{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem;margin:.5rem 0}
.facts dt{color:var(--soft)}
.facts dd{margin:0}
.facts small,.large small{color:var(--soft)}
.large{display:flex;flex-wrap:wrap;gap:.4rem 1.6rem;margin:.6rem 0;padding:0}
.large div{flex:1 1 8rem}
.large dt{color:var(--soft);font-size:.85em}
.large dd{margin:0;font-size:1.5rem;font-weight:700;line-height:1.2}
.large small{display:block;font-size:.8rem;font-weight:400}
.sources{font-size:.85em;padding-left:1.4rem;margin:.3rem 0}
footer{border-top:1px solid var(--line);margin-top:1.6rem;padding-top:.5rem;font-size:.8em;color:var(--soft);overflow-wrap:anywhere}
footer p{margin:.1rem 0}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@page{size:A4;margin:16mm 15mm 17mm}
@media print{
html{font-size:10.5pt}
body{max-width:none;padding:0;margin:0}
h1,h2,h3,figcaption,caption{break-after:avoid}
thead,h2+figure{break-after:avoid}
tbody tr:first-child{break-before:avoid}
tr,figure,.care,dl,li,footer{break-inside:avoid}
thead{display:table-header-group}
}
`

// pageNumbers numbers the pages of paper: "Halaman 2 dari 9".
func pageNumbers(page, of string) string {
	return "@page{@bottom-right{content:\"" + page + " \" counter(page) \" " + of + " \" counter(pages);font:8.5pt Arial,\"Liberation Sans\",sans-serif;color:#444}}\n"
}

// single is what a document of one sheet has besides: smaller letters, less
// air, charts beside the words.
const single = `
@page{size:A4;margin:11mm 13mm 13mm}
html{font-size:13px;line-height:1.32}
h1{font-size:1.45rem}
h2{font-size:1.02rem;margin:.6rem 0 .2rem;border-bottom-width:1.5px}
p{margin:.2rem 0}
.sub{margin:.1rem 0 .3rem}
.care{padding:.2rem .5rem;margin:.3rem 0}
table{margin:.2rem 0;width:100%}
th,td{padding:.06rem .45rem}
figure{margin:.2rem 0}
.large{margin:.25rem 0}
.large dd{font-size:1.3rem}
.facts{grid-template-columns:max-content 1fr max-content 1fr;gap:.05rem .8rem;margin:.2rem 0}
svg{max-width:none}
.sources{margin:.1rem 0;columns:2;column-gap:1.5rem;font-size:.8em;line-height:1.25}
footer{margin-top:.4rem;padding-top:.2rem;font-size:.74em;line-height:1.25}
@media print{html{font-size:9pt}}
`
