/**
 * The page's look: readable on a phone and on paper, by light and dark, without anything from outside. Colours
 * differ in lightness too, and every severity is also told in words.
 */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1c2733; --soft: #5a6877; --line: #cfd8e1; --paper: #fff; --pane: #f5f7fa;
  --error: #a61b1b; --error-pane: #fbe4e1; --warning: #7a4b00; --warning-pane: #fdf0d3; --notice: #26527a; --notice-pane: #e8f0f8;
  --good: #2d6a3e; --bar: #7f9db9; --maybe: #d3dfea; --claim: #1c2733; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6ebf0; --soft: #a3b0bd; --line: #3a4754; --paper: #14191f; --pane: #1d252d;
  --error: #ff9c91; --error-pane: #43201d; --warning: #f5c36b; --warning-pane: #3a2c10; --notice: #9cc7ee; --notice-pane: #1b2d3f;
  --good: #8fd0a0; --bar: #5f80a1; --maybe: #2f4254; --claim: #ffffff; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 68rem; padding: 1.5rem 1rem 3rem; color: var(--ink); background: var(--paper);
  font: 1rem/1.7 "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
h1 { font-size: 1.6rem; margin: 0 0 .3rem; } h2 { font-size: 1.25rem; margin: 0 0 .5rem; overflow-wrap: anywhere; }
h3 { font-size: 1.05rem; margin: 1.4rem 0 .5rem; } p { margin: .3rem 0; }
a { color: var(--notice); } .soft { color: var(--soft); font-size: .9rem; }
.skip { position: absolute; left: -60rem; } .skip:focus { position: static; }
:focus-visible { outline: 3px solid var(--notice); outline-offset: 2px; } .zero { color: var(--soft); }
table.overview { min-width: 40rem; } table.overview th[scope=row] { min-width: 12rem; font-weight: 400; } table.overview th a { font-weight: 600; }
table.overview th .soft { display: block; overflow-wrap: anywhere; } table.overview td:last-child { min-width: 12rem; }
@media (max-width: 40rem) { table.overview { min-width: 0; font-size: .85rem; } .wide-only { display: none; }
  table.overview th[scope=row] { min-width: 7rem; } table.overview td:last-child { min-width: 7rem; } }
table.items { min-width: 52rem; } table.items th[scope=row] { min-width: 8rem; } table.items td:last-child { min-width: 18rem; }
article { border-top: 3px solid var(--ink); margin-top: 2.5rem; padding-top: 1rem; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: .5rem; margin: .6rem 0; padding: 0; }
.facts div { background: var(--pane); padding: .4rem .7rem; border-radius: .3rem; }
.facts dt { color: var(--soft); font-size: .85rem; } .facts dd { margin: 0; font-weight: 600; overflow-wrap: anywhere; }
.wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .92rem; }
caption { text-align: left; color: var(--soft); padding: .2rem 0; }
th, td { border: 1px solid var(--line); padding: .3rem .5rem; text-align: left; vertical-align: top; }
th { background: var(--pane); } td.number, th.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
ol.findings { list-style: none; padding: 0; margin: 0; }
ol.findings > li { border-left: .35rem solid var(--edge); background: var(--pane); padding: .5rem .9rem; margin: .6rem 0; break-inside: avoid; }
.error { --edge: var(--error); } .warning { --edge: var(--warning); } .notice { --edge: var(--notice); }
.tag { display: inline-block; padding: 0 .45rem; border-radius: .2rem; font-size: .85rem; font-weight: 600; white-space: nowrap; }
.tag.error { color: var(--error); background: var(--error-pane); } .tag.warning { color: var(--warning); background: var(--warning-pane); }
.tag.notice { color: var(--notice); background: var(--notice-pane); } .tag.good { color: var(--good); }
blockquote { margin: .35rem 0; padding: .1rem .7rem; border-left: 2px solid var(--line); overflow-wrap: anywhere; }
blockquote cite { display: block; color: var(--soft); font-size: .87rem; font-style: normal; }
.sides { font-weight: 600; } code { font-size: .85em; color: var(--soft); } ul { margin: .3rem 0; padding-left: 1.3rem; }
svg.bar { display: block; width: 9rem; height: 1.1rem; } .none { color: var(--good); font-weight: 600; }
@media print { :root { color-scheme: light; --ink: #000; --soft: #444; --line: #999; --paper: #fff; --pane: #f4f4f4; }
  body { max-width: none; padding: 0; font-size: 10.5pt; } article { break-before: page; } .skip { display: none; } nav a { color: inherit; text-decoration: none; }
  table.overview, table.items { min-width: 0; } table.overview th[scope=row], table.overview td:last-child, table.items th[scope=row], table.items td:last-child { min-width: 0; }
  .wide { overflow: visible; } svg.bar { width: 6rem; } details::details-content { content-visibility: visible; block-size: auto; } thead { display: table-header-group; } tr { break-inside: avoid; } @page { size: A4; margin: 16mm 14mm; } }
`;
