/** The whole look of the page. Its hash stands in the page's policy, which lets nothing else in. */
export const STYLE = `
:root { color-scheme: light; }
body { margin: 0 auto; max-width: 68rem; padding: 1.5rem; background: #fff; color: #1b1b1b; font: 1rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.7rem; line-height: 1.25; overflow-wrap: anywhere; }
h2 { margin-top: 2.5rem; border-top: 2px solid #1f4e79; padding-top: .75rem; font-size: 1.3rem; }
h3 { margin: 0 0 .5rem; font-size: 1rem; }
.notes { border-left: 4px solid #1f4e79; background: #f2f5f8; margin: 1rem 0; padding: .75rem 1rem .75rem 2rem; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 1.5rem; align-items: start; margin: 1.25rem 0; break-inside: avoid; }
table { border-collapse: collapse; width: 100%; margin: .75rem 0; break-inside: avoid; }
caption { text-align: left; font-weight: 600; padding-bottom: .25rem; }
th, td { border-bottom: 1px solid #767676; padding: .3rem .5rem; text-align: left; vertical-align: top; font-weight: 400; }
thead th, tfoot th, tfoot td { font-weight: 600; }
td, thead th:not(:first-child) { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
svg { width: 100%; height: auto; }
svg text { fill: #1b1b1b; font: 15px system-ui, sans-serif; }
svg .number { font-weight: 600; }
svg .bar { fill: #1f4e79; }
svg .hidden { fill: #fff; stroke: #1b1b1b; stroke-width: 1.5; stroke-dasharray: 4 3; }
@media (max-width: 45rem) { .pair { grid-template-columns: 1fr; } }
@media print {
  body { max-width: none; padding: 0; font-size: 10pt; }
  h2 { break-after: avoid; }
  svg .bar { fill: #444; }
  svg .hidden { fill: #fff; }
}
`;
