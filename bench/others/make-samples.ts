/** Documents and the answer to "is it a resume?": those of everyday life, and resumes that hardly look like one. */
import { PEOPLE } from '../unseen/people.ts';
import { DATE_STYLES } from '../unseen/print-dates.ts';
import { createRandom, type Random } from '../unseen/random.ts';
import { makeView } from '../unseen/view.ts';
import { ENGLISH, NEUTRAL } from './english.ts';
import { fillSlots } from './fill-slots.ts';
import { DUTCH, GERMAN } from './german-dutch.ts';
import { KINDS, type Wordings } from './kinds.ts';
import { ODD_RESUMES, ODD_TEXTS } from './odd-resumes.ts';
import { CHINESE, JAPANESE, POLISH } from './polish-chinese-japanese.ts';
import { FRENCH, ITALIAN, PORTUGUESE, SPANISH } from './romance.ts';

export interface Sample {
  /** With the ending of its format. */
  name: string;
  /** Its kind, `resume` among them. */
  kind: string;
  resume: boolean;
  /** Never looked at while weights are fitted. */
  held: boolean;
  bytes: Uint8Array;
}

const LANGUAGES: Record<string, Wordings> = {
  en: ENGLISH,
  de: GERMAN,
  nl: DUTCH,
  fr: FRENCH,
  es: SPANISH,
  pt: PORTUGUESE,
  it: ITALIAN,
  pl: POLISH,
  zh: CHINESE,
  ja: JAPANESE,
  xx: NEUTRAL,
};

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

function asHtml(text: string): string {
  const lines = text.split('\n').map((line) => {
    if (line.startsWith('# ')) return `<h2>${escaped(line.slice(2))}</h2>`;
    return line.startsWith('- ') ? `<ul><li>${escaped(line.slice(2))}</li></ul>` : `<p>${escaped(line)}</p>`;
  });
  return `<!doctype html><html><body>${lines.join('\n')}</body></html>`;
}

/** Headings as capitals, underlined or with a colon, as people write them in plain text. */
function asText(text: string, random: Random): string {
  const style = random.pick(['caps', 'line', 'plain']);
  const heading = (title: string): string =>
    style === 'caps' ? `\n${title.toUpperCase()}` : style === 'line' ? `\n${title}\n${'-'.repeat(title.length)}` : `\n${title}`;
  return text.replace(/^# (.*)$/gm, (_, title: string) => heading(title));
}

const print = (text: string, html: boolean, random: Random): Uint8Array =>
  new TextEncoder().encode(html ? asHtml(text) : asText(text, random));

/** Each wording twice, as HTML and as text. A third of the pairs of language and kind is held back, and so is every last wording of several. */
function everydaySamples(seed: string): Sample[] {
  return Object.entries(LANGUAGES).flatMap(([lang, wordings], l) =>
    KINDS.flatMap((kind, k) =>
      (wordings[kind] ?? []).flatMap((wording, w, all) =>
        ['html', 'txt'].map((format): Sample => {
          const random = createRandom(`${seed}/${lang}/${kind}/${w}/${format}`);
          const held = (l + 2 * k) % 3 === 0 || (all.length > 1 && w === all.length - 1);
          const bytes = print(fillSlots(wording, random), format === 'html', random);
          return { name: `${lang}-${kind}-${w}.${format}`, kind, resume: false, held, bytes };
        }),
      ),
    ),
  );
}

/** A resume's few lines for about a third of the people each. */
function oddSamples(seed: string): Sample[] {
  const printed = PEOPLE.flatMap((person) =>
    ODD_RESUMES.flatMap((odd): Sample[] => {
      const random = createRandom(`${seed}/${person.id}/${odd.name}`);
      if (random.next() > 0.45) return [];
      const html = random.next() < 0.5;
      const bytes = print(odd.write(makeView(person, random.pick(DATE_STYLES), random)), html, random);
      const name = `${person.id}-${odd.name}.${html ? 'html' : 'txt'}`;
      return [{ name, kind: 'resume', resume: true, held: person.held || odd.held, bytes }];
    }),
  );
  const texts = ODD_TEXTS.flatMap((one) =>
    [0, 1, 2, 3].map((n): Sample => {
      const random = createRandom(`${seed}/${one.name}/${n}`);
      const bytes = print(fillSlots(one.text.replace('{digit}', String(10 + n)), random), n % 2 === 0, random);
      return { name: `${one.name}-${n}.${n % 2 === 0 ? 'html' : 'txt'}`, kind: 'resume', resume: true, held: one.held, bytes };
    }),
  );
  return [...printed, ...texts];
}

export const makeSamples = (seed: string): Sample[] => [...everydaySamples(seed), ...oddSamples(seed)];
