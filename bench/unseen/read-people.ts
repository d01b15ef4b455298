/**
 * People written down as sheets (`people/*.txt`), several a file. A line is a letter and what it holds; ` | ` parts the cells:
 *
 *   @ ID tune|held LANGUAGE COUNTRY | name | label | email | phone | address | postal code | city | region
 *   s: summary    w: position | employer | place | from | to (empty: still held)    - a highlight of the job above
 *   e: degree | field | school | place | from | to    k: Group: skill; skill    l: language / level; …    c: name | issuer | date
 */
import { readdirSync, readFileSync } from 'node:fs';
import { certificates, groups, isLanguage, type Person, spoken, studies } from './person.ts';

const FOLDER = new URL('people/', import.meta.url);

const cells = (text: string): string[] => text.split('|').map((cell) => cell.trim());

/** The lines that begin with a letter and a colon. */
function rows(lines: readonly string[], letter: string): string[] {
  return lines.filter((line) => line.startsWith(`${letter}: `)).map((line) => line.slice(3));
}

function jobsOf(lines: readonly string[]): Person['work'] {
  const all: { position: string; name: string; location: string; startDate: string; endDate?: string; highlights: string[] }[] =
    [];
  for (const line of lines) {
    if (line.startsWith('- ')) all.at(-1)?.highlights.push(line.slice(2));
    if (!line.startsWith('w: ')) continue;
    const [position = '', name = '', location = '', startDate = '', end = ''] = cells(line.slice(3));
    all.push({ position, name, location, startDate, ...(end && { endDate: end }), highlights: [] });
  }
  return all;
}

function readPerson(sheet: string): Person {
  const [head = '', ...lines] = sheet.split('\n');
  const [who = '', name = '', label = '', email = '', phone = '', address = '', postalCode = '', city = '', region = ''] =
    cells(head);
  const [id = '', set = '', lang = '', countryCode = ''] = who.split(' ');
  if (!isLanguage(lang) || !(set === 'tune' || set === 'held')) throw new Error(`people: ${head}`);
  return {
    id,
    held: set === 'held',
    lang,
    name,
    label,
    email,
    phone,
    address,
    postalCode,
    city,
    ...(region && { region }),
    countryCode,
    summary: rows(lines, 's').join(' '),
    work: jobsOf(lines),
    education: studies(
      ...rows(lines, 'e').map((row) => {
        const [degree = '', field = '', school = '', place = '', from = '', to = ''] = cells(row);
        return [degree, field, school, place, from, to] as const;
      }),
    ),
    skills: groups(...rows(lines, 'k')),
    languages: spoken(...rows(lines, 'l').flatMap((row) => row.split('; '))),
    certificates: certificates(
      ...rows(lines, 'c').map((row) => {
        const [certificate = '', issuer = '', date = ''] = cells(row);
        return [certificate, issuer, date] as const;
      }),
    ),
  };
}

/** Everybody of all sheets, by id. */
export function readPeople(): Person[] {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.txt'));
  const sheets = files.flatMap((name) => `\n${readFileSync(new URL(name, FOLDER), 'utf8')}`.split('\n@ ').slice(1));
  return sheets.map(readPerson).sort((a, b) => a.id.localeCompare(b.id));
}
