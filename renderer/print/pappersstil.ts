/**
 * A4, black on white, good on a bad printer too (UX.md "Paper"). A text and not a style file, since it is
 * never linked: it is inlined in a file of its own, or laid on the page as a constructed sheet (the
 * window's policy forbids style elements). The page box and its margin texts come from sidstil.ts.
 */
export const PAPPERSSTIL = `
.papper {
  --blad-skrift: #000;
  --blad-skrift-2: #333;
  --blad-linje: #999;
  --diagram-accent: #0e5b60;
  --diagram-mjuk: #e2eeed;
  --diagram-skrift: #000;
  --diagram-skrift-2: #333;
  --diagram-linje: #bbb;
  --diagram-grund: #fff;
  color: var(--blad-skrift);
  background: #fff;
  font-family: 'Source Sans 3 Variable', 'Source Sans 3', 'Segoe UI', 'Noto Sans', sans-serif;
  font-size: 11pt;
  line-height: 1.4;
  font-kerning: normal;
  overflow-wrap: break-word;
  print-color-adjust: exact;
}

.papper *,
.papper *::before {
  box-sizing: border-box;
}

/* Papers for clients: large type, short lines. */
.papper[data-stor] {
  font-size: 12pt;
  line-height: 1.42;
}

.papper h1,
.papper h2,
.papper h3,
.papper p,
.papper ul,
.papper ol,
.papper dl,
.papper dd,
.papper table {
  margin: 0;
  padding: 0;
}

.papper h1 {
  font-size: 18pt;
  font-weight: 700;
  line-height: 1.2;
}

.papper h2 {
  margin: 7mm 0 2mm;
  font-size: 12pt;
  font-weight: 700;
  line-height: 1.25;
  break-after: avoid;
}

.papper h3 {
  margin: 5mm 0 1mm;
  font-size: 11pt;
  font-weight: 700;
  break-after: avoid;
}

.papper[data-stor] h2 {
  margin: 5.5mm 0 1.5mm;
  font-size: 13.5pt;
}

.papper[data-stor] h3 {
  font-size: 12pt;
}

/* Beside the heading: a line more for the words. */
.papper[data-stor] .sekretess {
  float: right;
  margin: 0 0 2mm 6mm;
}

.papper p,
.papper li {
  max-width: 155mm;
  orphans: 3;
  widows: 3;
}

.papper .bild {
  margin: 2mm 0 3mm;
  break-inside: avoid;
  break-after: avoid;
}

.papper .diagram {
  display: block;
  width: 100%;
  height: auto;
}

.papper .diagramrad {
  display: grid;
  grid-template-columns: repeat(3, 1fr);
  gap: 8mm;
}

.papper .diagramrad figure {
  margin: 0;
}

.papper .diagramrad figcaption {
  font-weight: 600;
}

.papper .bild + table {
  margin-top: 0;
}

.papper .indrag {
  padding-left: 5mm;
}

.papper p + p,
.papper ul + p {
  margin-top: 2mm;
}

.papper ul,
.papper ol {
  margin-top: 1mm;
  padding-left: 5mm;
}

.papper li + li {
  margin-top: 1mm;
}

.papper ul {
  list-style: disc;
}

.papper ol {
  list-style: decimal;
}

.papper .ingress {
  max-width: none;
  margin-top: 1.5mm;
  color: var(--blad-skrift-2);
}

.papper table {
  margin-top: 6mm;
}

.papper h2 + table,
.papper h3 + table {
  margin: 0;
}

/* One sheet and no more: the nyckelblad. */
.papper[data-tat] {
  font-size: 10.5pt;
  line-height: 1.35;
}

.papper[data-tat] h2 {
  margin: 4.5mm 0 1mm;
}

.papper[data-tat] li + li {
  margin-top: 0.5mm;
}

.papper[data-tat] .underskrifter {
  margin-top: 0;
}

.papper[data-tat] .streck {
  padding-top: 9mm;
}

.papper .sekretess {
  display: inline-block;
  margin-bottom: 3mm;
  padding: 0.5mm 3mm;
  border: 0.5mm solid #000;
  font-weight: 700;
}

.papper .under {
  margin-top: 2mm;
  font-size: 0.9em;
  color: var(--blad-skrift-2);
}

.papper table {
  width: 100%;
  border-collapse: collapse;
  font-variant-numeric: tabular-nums lining-nums;
}

.papper thead {
  display: table-header-group;
}

.papper tr {
  break-inside: avoid;
}

.papper th,
.papper td {
  padding: 1.6mm 3mm 1.6mm 0;
  text-align: left;
  vertical-align: baseline;
  font-weight: 400;
}

.papper th:last-child,
.papper td:last-child {
  padding-right: 0;
}

.papper thead th {
  border-bottom: 0.35mm solid #000;
  font-size: 0.9em;
  font-weight: 600;
  vertical-align: bottom;
}

.papper tbody tr {
  border-bottom: 0.2mm solid var(--blad-linje);
}

.papper tfoot {
  display: table-row-group;
}

.papper tfoot tr {
  border-bottom: 0.35mm solid #000;
}

.papper tfoot th,
.papper tfoot td {
  font-weight: 700;
}

.papper .tal {
  text-align: right;
  white-space: nowrap;
}

.papper .svag {
  color: var(--blad-skrift-2);
}

.papper .tva {
  display: grid;
  grid-template-columns: 1fr 1fr;
  gap: 0 10mm;
  align-items: start;
}

.papper .helt {
  white-space: nowrap;
}
.papper .hall-ihop {
  break-inside: avoid;
}

.papper .underskrifter {
  display: grid;
  grid-template-columns: 1fr 1fr;
  gap: 0 10mm;
  margin-top: 6mm;
  break-inside: avoid;
}

.papper .underskrifter[data-pa-rad] {
  grid-template-columns: 1fr 1.4fr 1.4fr;
  gap: 0 6mm;
}

.papper .streck {
  padding-top: 11mm;
}

.papper .streck span {
  display: block;
  padding-top: 1mm;
  border-top: 0.25mm solid #000;
  font-size: 0.82em;
}

.papper .nyckel {
  display: grid;
  grid-template-columns: 1fr 46mm;
  gap: 0 8mm;
  align-items: start;
  margin-top: 4mm;
  break-inside: avoid;
}

.papper .grupper {
  display: grid;
  grid-template-columns: repeat(3, 1fr);
  gap: 1.5mm 5mm;
  margin-top: 2mm;
  padding: 0;
  list-style: none;
  font-family: 'Cascadia Mono', Consolas, 'DejaVu Sans Mono', 'Liberation Mono', monospace;
  font-size: 14pt;
}

.papper .grupper li {
  display: flex;
  gap: 2mm;
  align-items: baseline;
  margin: 0;
}

.papper .grupper span {
  width: 6mm;
  font-size: 8pt;
  text-align: right;
}

.papper .mono {
  font-family: 'Cascadia Mono', Consolas, 'DejaVu Sans Mono', 'Liberation Mono', monospace;
}

.papper svg.qr {
  display: block;
  width: 46mm;
  height: 46mm;
}

.papper .fakta {
  margin-top: 4mm;
}

.papper .forst {
  margin-top: 4mm;
}

.papper .fakta > div {
  display: grid;
  grid-template-columns: 42mm 1fr;
  gap: 0 5mm;
  padding: 1mm 0;
  break-inside: avoid;
}

.papper .fakta dt {
  color: var(--blad-skrift-2);
}

.papper .fakta dd {
  font-weight: 600;
}

.papper .fakta[data-latt] {
  margin-top: 1mm;
}

.papper .fakta[data-latt] > div {
  padding: 0.4mm 0;
}

.papper .fakta[data-latt] dd {
  font-weight: 400;
}

.papper .fakta ul {
  margin-top: 0;
}

/* Words written by somebody keep their lines. */
.papper .ord {
  white-space: pre-line;
}

.papper .skrivrader div {
  height: 9mm;
  border-bottom: 0.2mm solid var(--blad-linje);
}

.papper .underskrift {
  display: grid;
  grid-template-columns: 1fr 1.4fr 1.4fr;
  gap: 0 6mm;
  align-items: end;
  break-inside: avoid;
}

.papper .underskrift .streck {
  padding-top: 12mm;
}

.papper .underskrift .streck:has(b) {
  padding-top: 0;
}

.papper .underskrift b {
  display: block;
  font-weight: 400;
}

.papper .underskrift b:empty {
  min-height: 1em;
}

.papper .ny-sida {
  break-before: page;
}

.papper .ny-sida > h2:first-child {
  margin-top: 0;
}

.papper .anteckning {
  margin-top: 4mm;
}

/* On the screen: a sheet, with the running head that the printer puts in the margin. */
@media screen {
  .papper {
    width: 210mm;
    max-width: 100%;
    min-height: 297mm;
    padding: 20mm;
    border: 1px solid var(--linje, #ccc);
  }
  .papper .sidhuvud {
    display: flex;
    justify-content: space-between;
    gap: 6mm;
    margin-bottom: 8mm;
    padding-bottom: 2mm;
    border-bottom: 0.3mm solid #000;
    font-size: 8.5pt;
  }
}

@media print {
  .papper .sidhuvud {
    display: none;
  }
}

/* A brist: its own words as heading, what is known about it under them. */
.papper .brist {
  margin-top: 4mm;
}

.papper .brist h4 {
  margin: 0;
  max-width: 155mm;
  font-size: 11pt;
  font-weight: 600;
  white-space: pre-line;
  break-after: avoid;
}

.papper h2 + .brist {
  margin-top: 0;
}

.papper .brist .fakta dd {
  white-space: pre-line;
}

/* Room to write by hand. */
.papper .skrivrad {
  margin-top: 3mm;
  padding-bottom: 9mm;
  border-bottom: 0.25mm solid #000;
  max-width: none;
  font-size: 0.9em;
}
`
