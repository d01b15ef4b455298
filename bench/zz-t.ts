import { readLines } from '../src/pipeline/parse/read-lines.ts';
import { splitSections } from '../src/pipeline/parse/sections.ts';
import { type Placed, pdfPage } from '../test/pipeline/parse/build-document.ts';

const bold = { bold: true } as const;
const HEAD: Placed[] = [
  [40, 50, 'Maren Tolvik', { size: 20, bold: true }],
  [40, 70, 'maren.tolvik@example.org'],
];
const left = Array.from(
  { length: 8 },
  (_, i): Placed => [40, 130 + 14 * i, `Left line ${'abcdefgh'.charAt(i)} of a longer profile text`],
);
const right = ['Wound care', 'Triage', 'Telemetry', 'Suturing', 'Charting'].map((s, i): Placed => [420, 130 + 14 * i, s]);
const A: Placed[] = [
  ...HEAD,
  [40, 112, 'PROFILE', { size: 12, bold: true }],
  [420, 112, 'SKILLS', { size: 12, bold: true }],
  ...left,
  ...right,
];
const jobs = [0, 1, 2].flatMap((n): Placed[] => [
  [40, 130 + 50 * n, ['Welder', 'Fitter', 'Helper'][n] ?? '', bold],
  [480, 130 + 50 * n, `0${n + 1}.201${n} – 0${n + 2}.201${n + 1}`],
  [40, 144 + 50 * n, `${['Halden', 'Brack', 'Orrin'][n] ?? ''} Works Ltd, Leeds`],
  [52, 158 + 50 * n, 'Short work', { bullet: true }],
]);
const below = ['Grinding', 'Rigging', 'Brazing', 'Cutting'].map((s, i): Placed => [52, 310 + 14 * i, s, { bullet: true }]);
const beside = ['English (Native)', 'Norwegian (Fluent)', 'Danish (Basic)', 'German (Basic)'].map(
  (s, i): Placed => [320, 310 + 14 * i, s],
);
const B: Placed[] = [
  ...HEAD,
  [40, 112, 'EXPERIENCE', { size: 12, bold: true }],
  ...jobs,
  [40, 294, 'SKILLS', { size: 12, bold: true }],
  [320, 294, 'LANGUAGES', { size: 12, bold: true }],
  ...below,
  ...beside,
];
for (const doc of [A, B])
  for (const s of splitSections(readLines({ format: 'pdf', pages: [pdfPage(doc)], hiddenText: [], links: [], warnings: [] }))) {
    console.log('==', s.kinds, s.heading);
    for (const l of s.lines)
      console.log(
        '   L' + l.lane,
        l.segments.map((x) => x.text),
      );
  }
