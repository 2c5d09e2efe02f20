/** Black on white, large enough to read at arm's length, and nothing that only a colour or a screen can tell. */
export const SHEET_STYLE = `
:root { color-scheme: light; }
@page { margin: 15mm; }
body { margin: 0 auto; max-width: 46rem; padding: 1.5rem; background: #fff; color: #000; font: 12pt/1.4 system-ui, sans-serif; }
h1 { margin: 0 0 .5rem; font-size: 1.6rem; }
h2 { margin: 1.25rem 0 .4rem; border-bottom: 2pt solid #000; font-size: 1.2rem; }
h3 { margin: .9rem 0 .2rem; font-size: 1rem; }
p, ul, ol, dl { margin: .3rem 0; }
dt { font-weight: 700; }
dd { margin: 0 0 .3rem; }
p, dd, li { overflow-wrap: anywhere; }
.byhand { display: flex; gap: 1.5rem; margin: 0 0 .75rem; }
.byhand span { flex: 1; border-bottom: 1pt solid #000; padding-top: 1.4rem; font-size: .8em; }
.what { border: 1.5pt solid #000; padding: .4rem .7rem; }
.what p { margin: .1rem 0; }
.ask { list-style: none; padding: 0; }
.ask > li { border-bottom: 1pt dotted #000; padding: .15rem 0 1.3rem 1.7rem; position: relative; }
.ask > li::before { content: ""; position: absolute; left: 0; top: .35rem; width: .8rem; height: .8rem; border: 1.2pt solid #000; }
.small { font-size: .83em; }
.mine { border-left: 2.5pt solid #000; padding-left: .7rem; }
@media print {
  body { max-width: none; padding: 0; font-size: 11pt; line-height: 1.3; }
  h2, h3 { break-after: avoid; }
  li, dd, .what { break-inside: avoid; }
}
`;
