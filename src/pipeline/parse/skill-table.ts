/** Skills as rows of a table under a row of heads: `Skill | Years | Last used | Level`. Columns of numbers and levels hold no skills. */
import { lookupHeading } from './heading-lookup.ts';
import { type Line, makeLine, type Segment } from './line.ts';
import { labelLine } from './skill-labels.ts';
import { squeezeText } from './text-keys.ts';

type SkillColumn = 'group' | 'skill' | 'list' | 'aside';

const keys = (text: string): ReadonlySet<string> => new Set(text.split(';').map(squeezeText));
const HEADS: readonly (readonly [column: SkillColumn, words: ReadonlySet<string>])[] = [
  [
    'group',
    keys(
      `category;categories;area;area of expertise;domain;type;group;field;discipline;kategorie;bereich;gebiet;catégorie;domaine;domaines;thème;categoría;área;ámbito;categoria;ambito;categorie;
      gebied;kategoria;obszar;类别;類別;分類;구분;분류;kategori`,
    ),
  ],
  [
    'list',
    keys(
      `tools;tools and methods;tools & methods;technologies;details;skills;keywords;examples;werkzeuge;technologien;kenntnisse;outils;outils et méthodes;technologies et outils;compétences;
      herramientas;tecnologías;detalle;habilidades;ferramentas;tecnologias;strumenti;tecnologie;competenze;tools en methoden;vaardigheden;narzędzia;umiejętności;技能;技术;スキル;기술`,
    ),
  ],
  [
    'skill',
    keys(
      `skill;skill name;technology;tool;competency;competence;technical skill;software;application;product;knowledge;language;programming language;discipline;fähigkeit;kenntnis;technologie;werkzeug;
      kompetenz;compétence;outil;logiciel;habilidad;herramienta;competencia;competência;ferramenta;competenza;strumento;kennis;vaardigheid;competentie;umiejętność;narzędzie;beceri;技能名称;기술명;보유기술;kompetens`,
    ),
  ],
  [
    'aside',
    keys(
      `years;year;yrs;years of experience;experience;experience yrs;exp;experience years;months;last used;last use;version;versions;level;skill level;proficiency;rating;score;self assessment;
      expertise level;frequency;since;jahre;erfahrung;erfahrung jahre;berufserfahrung;zuletzt;zuletzt genutzt;zuletzt verwendet;niveau;kenntnisstand;stufe;bewertung;années;années d'expérience;
      expérience;dernière utilisation;maîtrise;années de pratique;años;años de experiencia;experiencia;último uso;nivel;anos;anos de experiência;experiência;último uso;nível;anni;
      anni di esperienza;esperienza;ultimo utilizzo;livello;jaren;jaren ervaring;ervaring;laatst gebruikt;lata;lata doświadczenia;doświadczenie;poziom;ostatnio używane;seviye;nivå;
      年数;使用年限;熟练程度;熟練度;程度;水平;수준;숙련도;사용기간;경력`,
    ),
  ],
];
const LONGEST = 32;
const LEAST_COLUMNS = 2;

function columnsOfText(text: string): SkillColumn[] {
  if (text.length > LONGEST) return [];
  const key = squeezeText(text.replace(/\s*[([].*$/u, ''));
  return HEADS.filter(([, words]) => words.has(key)).map(([column]) => column);
}

/** What the cells of a row of heads announce: at least one column of skills, at least one of numbers, levels or groups. */
function columnsOf({ segments, bullet }: Line): SkillColumn[] | undefined {
  if (bullet || segments.length < LEAST_COLUMNS) return undefined;
  const meanings = segments.map((segment) => columnsOfText(segment.text));
  if (meanings.some((meaning) => meaning.length === 0)) return undefined;
  const aside = meanings.filter((meaning) => meaning.includes('aside')).length;
  const named = meanings.findIndex((meaning) => meaning.includes('skill') || meaning.includes('list'));
  if (named < 0 || (aside === 0 && !meanings.some((meaning) => meaning[0] === 'group'))) return undefined;
  return meanings.map((meaning, i): SkillColumn => {
    const [first = 'aside'] = meaning;
    // A lone column of names is one of skills, whatever it is called: `Discipline | Experience (yrs)`.
    return first === 'group' && i === named && meaning.includes('skill') ? 'skill' : first;
  });
}

const middle = (segment: Segment): number => (segment.x + segment.right) / 2;

function columnAt(cell: Segment, at: number, row: Line, heads: readonly Segment[]): number {
  if (cell.cell) return heads.findIndex((head) => head.cell?.column === cell.cell?.column);
  if (row.segments.length === heads.length || row.flow) return at;
  const away = heads.map((head) => Math.min(Math.abs(middle(head) - middle(cell)), Math.abs(head.x - cell.x)));
  return away.indexOf(Math.min(...away));
}

/** The name of a group before its list, or the skill of a row. */
function linesOfRow(row: Line, columns: readonly SkillColumn[], heads: readonly Segment[]): Line[] {
  const cells = row.segments.map((cell, at) => ({ cell, column: columns[columnAt(cell, at, row, heads)] }));
  const group = cells.find(({ column }) => column === 'group')?.cell;
  const skills = cells.filter(({ column }) => column === 'skill' || column === 'list').map(({ cell }) => cell);
  if (skills.length === 0) return [];
  const list = { ...makeLine(skills, row), gap: 1 };
  return group && skills.length > 0 ? [labelLine(row, group), list] : [list];
}

const endsTable = (line: Line, head: Line): boolean => {
  const table = head.segments[0]?.cell?.table;
  if (table !== undefined) return line.segments[0]?.cell?.table !== table;
  return line.bullet || line.lane !== head.lane || lookupHeading(line.text)?.by === 'exact';
};

/** Lines of skills without the heads and the other columns of a table; as they are where there is none. */
export function withoutOtherColumns(lines: readonly Line[]): Line[] {
  const at = lines.findIndex((line) => columnsOf(line) !== undefined);
  const head = lines[at];
  const columns = head && columnsOf(head);
  if (!head || !columns) return [...lines];
  const past = lines.findIndex((line, i) => i > at && endsTable(line, head));
  const to = past < 0 ? lines.length : past;
  const rows = lines.slice(at + 1, to).flatMap((row) => linesOfRow(row, columns, head.segments));
  return [...lines.slice(0, at), ...rows, ...lines.slice(to)];
}
