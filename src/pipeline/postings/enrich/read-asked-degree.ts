/** The highest formal level that is asked for, and whether experience may stand in for it. */
import { foldSameLength } from '../../../domain/fold-text.ts';
import type { DegreeLevel, Posting } from '../../../domain/posting.ts';
import type { Taxonomy } from '../../../domain/taxonomy.ts';
import type { Clause } from './to-requirement.ts';

const LADDER: readonly DegreeLevel[] = ['secondary', 'vocational', 'associate', 'bachelor', 'master', 'doctorate'];
const BACHELOR = LADDER.indexOf('bachelor');
const EQUIVALENT =
  /or (?:an? |the )?(?:equivalent|similar|comparable|relevant|commensurate)|equivalent (?:experience|practical)|or \d\+? years|oder (?:eine )?(?:vergleichbare|gleichwertige|ahnliche|entsprechende)|ou (?:une )?(?:experience )?equivalent|o (?:experiencia )?equivalente|o equipollente|ou equivalente|of (?:vergelijkbaar|gelijkwaardig)|of equivalent|lub (?:pokrewne|rownowazne)/u;
const DEGREE_WORD =
  /degree|bachelor|master|ph\.?d|bsc|msc|diploma|studium|abschluss|ausbildung|diplome|licence|bac\+|titulacion|grado|laurea|licenciatura|opleiding|hbo|wyksztalcenie/u;

/** A degree of a university without saying which. */
const BARE_DEGREE =
  /(?<![\p{L}])(?:(?:university |college |academic )?degree|(?:hochschul|universitats)(?:studium|abschluss)|(?:abgeschlossenes )?studium|diplome (?:universitaire|d'ingenieur)|titulacion universitaria|grado universitario|formacao superior|laurea|academische opleiding|wyksztalcenie wyzsze)(?![\p{L}])(?: (?:in|of|der|des|en|em|w) (?<field>[\p{L} ,/&-]{3,60}?)(?= (?:or|oder|ou|o|and|with|plus|from|mit)(?![\p{L}])|[.;:(,]|$))?/u;

type Asked = Pick<Posting, 'degree' | 'degreeOrEquivalent' | 'degreeField'>;

/** Of several must-haves the lowest level that one of them asks for: "BSc or MSc" is met by a BSc. */
export function readAskedDegree(clauses: readonly Clause[], text: string, taxonomy: Taxonomy): Asked {
  const musts = clauses.filter((clause) => clause.kind === 'must').map((clause) => clause.full);
  const lines = musts.length > 0 ? musts : text.split('\n').filter((line) => DEGREE_WORD.test(foldSameLength(line)));
  const found = lines.flatMap((line) => {
    const degree = taxonomy.readDegree(line);
    const named = degree === undefined ? [] : [{ line, area: degree.area, rank: lowestIn(line, degree.level, taxonomy) }];
    const bare = BARE_DEGREE.exec(foldSameLength(line));
    // "Bachelor's degree" names its level; "a degree in geology" is a bachelor's at least.
    const unnamed =
      bare === null || (degree !== undefined && LADDER.indexOf(degree.level) >= BACHELOR)
        ? []
        : [{ line, area: fieldIn(line, bare), rank: BACHELOR }];
    return [...unnamed, ...named];
  });
  const top = found.sort((a, b) => b.rank - a.rank)[0];
  if (top === undefined) return {};
  const level = LADDER[top.rank];
  const area = fieldOf(top.area);
  return {
    degree: level,
    ...(EQUIVALENT.test(foldSameLength(top.line)) ? { degreeOrEquivalent: true } : {}),
    ...(area === undefined ? {} : { degreeField: area }),
  };
}

function fieldIn(line: string, match: RegExpExecArray): string | undefined {
  const field = match.groups?.field;
  if (field === undefined) return undefined;
  const start = match.index + match[0].length - field.length;
  return line.slice(start, start + field.length);
}

/** A field of study is a few words and no half sentence. */
function fieldOf(area: string | undefined): string | undefined {
  const clean = area
    ?.replace(/\s?\([^()]{0,200}\)?/g, '')
    .replace(/^(?:in|of|en|de|im|der|w|z)\s/iu, '')
    .split(/[.;:]/)[0]
    ?.trim();
  if (clean === undefined || clean.length < 3 || clean.split(' ').length > 7) return undefined;
  return /^(?:or|and|oder|und|ou|et|o|y|a|an|ein|eine|einer|eines|un|une|required|preferred|who|with|at|is|are|from|plus|mit|experience|date)(?!\p{L})/iu.test(
    clean,
  ) || /(?:required|preferred|erforderlich|exige|zum|zur)$/iu.test(clean)
    ? undefined
    : clean;
}

/** Alternatives in one line: the lowest is enough. */
function lowestIn(line: string, level: DegreeLevel, taxonomy: Taxonomy): number {
  const parts = line.split(/\s(?:or|oder|ou|o|of|lub)\s|\//u).flatMap((part) => taxonomy.readDegree(part)?.level ?? []);
  return Math.min(LADDER.indexOf(level), ...parts.map((part) => LADDER.indexOf(part)));
}
