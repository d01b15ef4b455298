/** DOCX variants, written by hand: headings of the format, real lists, tabs and tables. */
import { strToU8, zipSync } from 'fflate';
import { degree, spokenInBrackets } from './template.ts';
import type { View } from './view.ts';

export interface WordLayout {
  name: string;
  held: boolean;
  write(view: View): Uint8Array;
}

const escapeXml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const run = (text: string, bold = false): string =>
  `<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}${text
    .split('\t')
    .map((part) => `<w:t xml:space="preserve">${escapeXml(part)}</w:t>`)
    .join('<w:tab/>')}</w:r>`;
const paragraph = (text: string, style = '', bold = false): string => `<w:p><w:pPr>${style}</w:pPr>${run(text, bold)}</w:p>`;
const heading = (text: string): string => paragraph(text, '<w:pStyle w:val="Heading1"/>');
const bullet = (text: string): string =>
  paragraph(text, '<w:pStyle w:val="ListBullet"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>');
const TAB = '<w:tabs><w:tab w:val="right" w:pos="9000"/></w:tabs>';
const cell = (inner: string): string => `<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/></w:tcPr>${inner}</w:tc>`;
const row = (left: string, right: string): string => `<w:tr>${cell(paragraph(left))}${cell(right)}</w:tr>`;

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const RELS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

function pack(body: string): Uint8Array {
  const files: Record<string, string> = {
    '[Content_Types].xml': `${HEADER}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/></Types>`,
    '_rels/.rels': `${HEADER}<Relationships xmlns="${RELS}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `${HEADER}<Relationships xmlns="${RELS}"><Relationship Id="r1" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="r2" Type="${OFFICE}/numbering" Target="numbering.xml"/></Relationships>`,
    'word/styles.xml': `${HEADER}<w:styles xmlns:w="${W}"><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:rPr><w:sz w:val="44"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="ListBullet"><w:name w:val="List Bullet"/></w:style></w:styles>`,
    'word/numbering.xml': `${HEADER}<w:numbering xmlns:w="${W}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    'word/document.xml': `${HEADER}<w:document xmlns:w="${W}"><w:body>${body}</w:body></w:document>`,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), {
    mtime: new Date('2026-01-05T00:00:00Z'),
  });
}

const head = (v: View): string =>
  paragraph(v.person.name, '<w:pStyle w:val="Title"/>') +
  paragraph(v.person.label) +
  paragraph(`${v.fullAddress} | ${v.person.phone} | ${v.person.email}`);
const tail = (v: View): string =>
  heading(v.label('skills')) +
  v.person.skills.map((g) => paragraph(`${g.name}: ${g.keywords.join(', ')}`)).join('') +
  heading(v.label('languages')) +
  spokenInBrackets(v)
    .map((l) => bullet(l))
    .join('') +
  heading(v.label('certificates')) +
  v.person.certificates.map((c) => bullet(`${c.name}, ${c.issuer}, ${v.date(c.date)}`)).join('');

export const WORDS: readonly WordLayout[] = [
  {
    name: 'word-tabs',
    held: false,
    write: (v) =>
      pack(
        head(v) +
          heading(v.label('summary')) +
          paragraph(v.person.summary) +
          heading(v.label('work')) +
          v.person.work
            .map(
              (job) =>
                paragraph(`${job.position}\t${v.range(job.startDate, job.endDate)}`, TAB, true) +
                paragraph(`${job.name}, ${job.location}`) +
                job.highlights.map(bullet).join(''),
            )
            .join('') +
          heading(v.label('education')) +
          v.person.education
            .map(
              (s) =>
                paragraph(`${degree(s)}\t${v.range(s.startDate, s.endDate)}`, TAB, true) +
                paragraph(`${s.institution}, ${s.location}`),
            )
            .join('') +
          tail(v),
      ),
  },
  {
    name: 'word-table',
    held: true,
    write: (v) =>
      pack(
        `${head(v) + heading(v.label('work'))}<w:tbl>${v.person.work.map((job) => row(v.range(job.startDate, job.endDate), paragraph(job.position, '', true) + paragraph(`${job.name}, ${job.location}`) + job.highlights.map(bullet).join(''))).join('')}</w:tbl>${heading(v.label('education'))}<w:tbl>${v.person.education.map((s) => row(v.range(s.startDate, s.endDate), paragraph(degree(s), '', true) + paragraph(`${s.institution}, ${s.location}`))).join('')}</w:tbl>${tail(v)}`,
      ),
  },
];
