/** The whole look of the page: the reader's own colours, light or dark, and plain on paper. */
export const EXPORT_STYLE = `
:root { color-scheme: light dark; }
body { margin: 0 auto; max-width: 52rem; padding: 1.5rem; background: Canvas; color: CanvasText; font: 1rem/1.55 system-ui, sans-serif; }
h1 { font-size: 1.7rem; line-height: 1.25; overflow-wrap: anywhere; }
h2 { margin-top: 2.5rem; border-top: 2px solid CanvasText; padding-top: .75rem; font-size: 1.35rem; }
h3, h4, h5 { margin: 1.25rem 0 .25rem; font-size: 1rem; }
article { border-left: 3px solid GrayText; margin: .75rem 0; padding: 0 0 0 1rem; }
dl { margin: .25rem 0; }
dl > div { display: grid; grid-template-columns: 15rem 1fr; gap: 0 1rem; padding: .2rem 0; }
dt { opacity: .8; }
dd { margin: 0; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0; }
th, td { border-bottom: 1px solid GrayText; padding: .25rem .75rem .25rem 0; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
.note { border: 1px solid GrayText; padding: .5rem 1rem; }
@media (max-width: 40rem) { dl > div { grid-template-columns: 1fr; } }
@media print {
  :root { color-scheme: light; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  h2, h3, h4, h5 { break-after: avoid; }
  dl > div, tr { break-inside: avoid; }
}
`;
