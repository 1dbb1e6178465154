/** How the page of a report looks, on a screen and on paper; fonts are the reader’s own. */
export const reportStyle = `
:root { color-scheme: light; --line: #c9ced6; --faint: #f4f6f8; --en: #5a6472; --bad: #b3261e; --unsure: #8a5a00; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem; max-width: 78rem; color: #1b1f24; background: #fff;
  font: 14px/1.55 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", system-ui, sans-serif; }
h1 { margin: 0 0 1rem; font-size: 1.6rem; line-height: 1.3; }
h2 { margin: 2rem 0 .6rem; font-size: 1.15rem; }
h1 span, h2 span { font-weight: 400; font-size: .8em; }
span[lang=en] { color: var(--en); }
td span[lang=en] { font-size: .93em; }
code { font: .88em/1.4 ui-monospace, "SFMono-Regular", Consolas, "Noto Sans Mono", monospace; color: var(--en); overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr)); gap: .5rem 1.5rem; margin: 0 0 1rem; }
dl .wide { grid-column: 1 / -1; }
dt { font-size: .85em; }
dd { margin: 0; font-weight: 600; overflow-wrap: anywhere; }
dd code { font-weight: 400; color: inherit; }
.figures { display: flex; flex-wrap: wrap; gap: .5rem; margin: 0; padding: 0; list-style: none; }
.figures li { padding: .4rem .8rem; border: 1px solid var(--line); border-radius: .3rem; background: var(--faint); }
.figures b { font-size: 1.25rem; font-variant-numeric: tabular-nums; }
.figures .violation, .figures .fault { border-color: var(--bad); } .figures .violation b, .figures .fault b { color: var(--bad); }
.figures .undetermined { border-color: var(--unsure); } .figures .undetermined b { color: var(--unsure); }
table { width: 100%; border-collapse: collapse; }
th, td { padding: .35rem .5rem; border: 1px solid var(--line); text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { background: var(--faint); font-size: .9em; line-height: 1.35; overflow-wrap: normal; }
th span[lang=en], td span[lang=en] { display: block; }
td.n { text-align: right; font-variant-numeric: tabular-nums; }
td.id { font-variant-numeric: tabular-nums; }
td.short { white-space: nowrap; }
td.violation, td.undetermined { white-space: nowrap; }
td.violation { color: var(--bad); font-weight: 600; } td.undetermined { color: var(--unsure); font-weight: 600; }
td.violation span, td.undetermined span { color: inherit; font-weight: 400; }
.list td:first-child { min-width: 3.5rem; }
.list td.id { min-width: 7.5rem; }
.list.findings td:nth-child(4) { width: 26%; }
.cut { margin: 1rem 0; padding: .6rem .9rem; border: 2px solid var(--bad); color: var(--bad); font-weight: 600; }
.cut span { color: inherit; font-weight: 400; }
@media print {
  @page { size: A4 landscape; margin: 12mm; }
  body { max-width: none; padding: 0; font-size: 9pt; }
  h2 { break-after: avoid; }
  tr, .figures li, dl div { break-inside: avoid; }
  thead { display: table-header-group; }
  th, .figures li { background: none; }
}
`;
