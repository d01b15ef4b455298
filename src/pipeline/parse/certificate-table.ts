/** Certificates as rows of a table under a row of heads: `Year | Certification | Issued by`. */
import { findDateSpans, onlyDates } from './date-range.ts';
import type { Line, Segment } from './line.ts';
import { squeezeText } from './text-keys.ts';

type CertificateColumn = 'name' | 'issuer' | 'date' | 'until' | 'aside';

const keys = (text: string): ReadonlySet<string> => new Set(text.split(';').map(squeezeText));
const HEADS: readonly (readonly [column: CertificateColumn, words: ReadonlySet<string>])[] = [
  [
    'name',
    keys(`certificate;certificates;certification;certifications;certificate name;certification name;name of certificate;name of certification;licence;license;licence name;
      qualification;title;name;course;course name;course title;training;examination;exam;ticket;zertifikat;zertifizierung;bezeichnung;titel;kurs;lehrgang;nachweis;
      certificat;intitulé;formation;certificación;certificado;título;curso;nombre;certificação;nome;certificato;certificazione;titolo;corso;certificaat;diploma;opleiding;
      cursus;certyfikat;nazwa;szkolenie;kurs;sertifika;belge;sertifikat;자격증명;자격증;자격명;자격면허명;자격증 면허증;면허;어학시험;시험명;證照名稱;证书名称;证书;证照;資格;資格名;免許資格`),
  ],
  [
    'issuer',
    keys(`issuer;issued by;issuing body;issuing organization;issuing organisation;issuing authority;authority;awarding body;awarded by;institution;institute;organization;organisation;provider;
      body;vendor;aussteller;ausgestellt von;institut;einrichtung;anbieter;träger;organisme;délivré par;établissement;entidad;emisor;institución;organismo;emitido por;entidade;
      instituição;emissor;ente;rilasciato da;istituto;ente erogatore;instantie;instelling;uitgever;organisator;wydawca;instytucja;organizator;kurum;utfärdare;
      발행처;발급기관;발행기관;시행처;기관;주관처;發證單位;發照單位;颁发机构;发证机构;发证单位;発行元;認定機関`),
  ],
  [
    'date',
    keys(`date;year;month;issued;issue date;date issued;issued on;date of issue;obtained;date obtained;completed;completion date;passed;year obtained;month/year;datum;jahr;ausgestellt am;erworben;
      erworben am;année;date d'obtention;obtention;délivré le;fecha;año;fecha de emisión;expedición;data;ano;data de emissão;anno;data di rilascio;conseguito;jaar;behaald;datum behaald;rok;tarih;yıl;
      취득일;취득일자;취득년월;발급일;합격일;일자;取得日;取得年月;取得時間;取得时间;获得时间;获证时间;發證日期;发证日期;时间;日期;年月;år`),
  ],
  [
    'until',
    keys(`valid until;valid to;valid till;expires;expiry;expiry date;expiration;expiration date;validity;renewal;gültig bis;ablauf;valable jusqu'au;validité;válido hasta;vencimiento;validez;validade;
      válido até;scadenza;valido fino al;geldig tot;ważny do;ważność;유효기간;有效期;有效期限;有効期限`),
  ],
  [
    'aside',
    keys(
      'no;nr;s no;sr no;#;number;certificate no;certificate number;licence number;license number;credential id;id;nummer;numéro;número;numero;번호;자격번호;등급;점수;grade;score;level;result;status;country;등록번호;證號;编号;証号',
    ),
  ],
];
const LONGEST = 32;
const LEAST_COLUMNS = 2;

/** A cell under its head; `rest` are other cells of the same row. */
export interface TabledCertificate {
  line: Line;
  name: string;
  issuer?: string;
  date?: string;
  until?: string;
}

function columnOf(text: string): CertificateColumn | undefined {
  if (text.length > LONGEST) return undefined;
  const parts = [text, ...text.split(/\s*[/|&]\s*/)].map((part) => squeezeText(part.replace(/\s*\(.*\)$/, '')));
  return HEADS.find(([, words]) => parts.some((part) => words.has(part)))?.[0];
}

/** What the cells of a row of heads announce; undefined where any of them is no head, or no column holds names. */
function columnsOf({ segments, bullet }: Line): CertificateColumn[] | undefined {
  if (bullet || segments.length < LEAST_COLUMNS) return undefined;
  const columns = segments.map((segment) => columnOf(segment.text)).filter((column) => column !== undefined);
  const told = columns.length === segments.length && new Set(columns).size === columns.length;
  return told && columns.includes('name') ? columns : undefined;
}

const middle = (segment: Segment): number => (segment.x + segment.right) / 2;

/** Which head a cell stands under: by the cells of the format, by their order where none is missing, else by place. */
function headOf(cell: Segment, at: number, row: Line, heads: readonly Segment[]): number {
  if (cell.cell) return heads.findIndex((head) => head.cell?.column === cell.cell?.column);
  if (row.segments.length === heads.length || row.flow) return at;
  const away = heads.map((head) => Math.abs(middle(head) - middle(cell)));
  return away.indexOf(Math.min(...away));
}

const dayOf = (text: string | undefined): string | undefined => {
  const span = text === undefined ? undefined : (onlyDates(text) ?? findDateSpans(text)[0]);
  return span?.end ?? span?.start;
};

function certificateOf(
  row: Line,
  columns: readonly CertificateColumn[],
  heads: readonly Segment[],
): TabledCertificate | undefined {
  const values = new Map<CertificateColumn, string>();
  for (const [at, cell] of row.segments.entries()) {
    const column = columns[headOf(cell, at, row, heads)];
    if (column) values.set(column, [values.get(column), cell.text].filter(Boolean).join(' '));
  }
  const name = values.get('name');
  if (name === undefined || !/\p{L}/u.test(name)) return undefined;
  const issuer = values.get('issuer');
  const [date, until] = [dayOf(values.get('date')), dayOf(values.get('until'))];
  return {
    line: row,
    name,
    ...(issuer && /\p{L}/u.test(issuer) ? { issuer } : {}),
    ...(date ? { date } : {}),
    ...(until ? { until } : {}),
  };
}

/** Rows that have so many cells as a table of so many columns has at least. */
const ROW_CELLS = 2;

/** Rows below the heads, and the lines of the section above and below the table; undefined where there is none. */
export function readCertificateTable(
  lines: readonly Line[],
): { before: Line[]; rows: TabledCertificate[]; behind: Line[] } | undefined {
  const at = lines.findIndex((line) => columnsOf(line) !== undefined);
  const head = lines[at];
  const columns = head && columnsOf(head);
  if (!head || !columns) return undefined;
  const ends = lines.findIndex((line, i) => i > at && (line.bullet || line.segments.length < ROW_CELLS));
  const to = ends < 0 ? lines.length : ends;
  const rows = lines.slice(at + 1, to).flatMap((line) => certificateOf(line, columns, head.segments) ?? []);
  return rows.length > 0 ? { before: lines.slice(0, at), rows, behind: lines.slice(to) } : undefined;
}
