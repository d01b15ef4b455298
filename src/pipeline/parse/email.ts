/** The address of mail: as printed, spelled out against robots, or broken over two lines of a narrow column. */

import { MAIL_ADDRESS } from '../../domain/mail-address.ts';
import { decodeAddress } from './decode-address.ts';
import { type Found, found } from './found.ts';
import type { Line } from './line.ts';

export const EMAIL = new RegExp(MAIL_ADDRESS, 'u');

const AT = /\s?(?:[([{<]\s?(?:at|arroba|chez|ät|kukac|małpa)\s?[)\]}>]|\s[@＠]\s|＠)\s?/giu;
const DOT = /\s?[([{<]\s?(?:dot|punkt|punto|point|ponto|piste|tečka)\s?[)\]}>]\s?/giu;
/** `jane at example dot org`, words alone: only where a dot is spelled as well. */
const SPELLED = /([\p{L}\p{N}._-]{2,40}) at ([\p{L}\p{N}-]{2,40}) dot (\p{L}{2,10})\b/iu;

/** What an address holds, however it is spelled. */
const MAY_HOLD_ONE = /[@＠([{<]| at /i;

/** The text with the signs that a robot should not see. */
function plain(text: string): string {
  if (!MAY_HOLD_ONE.test(text)) return text;
  return text.replace(AT, '@').replace(DOT, '.').replace(SPELLED, '$1@$2.$3');
}

/** The same signs inside one address; it begins where a word begins, so that a long word costs one look (P6). */
const HIDDEN_FROM_ROBOTS = new RegExp(
  `(?<![\\p{L}\\p{N}._%+'-])(?:[\\p{L}\\p{N}._%+'-]{1,64}${DOT.source}){0,3}[\\p{L}\\p{N}._%+'-]{1,64}(?:@|${AT.source})[\\p{L}\\p{N}-]{1,63}(?:(?:\\.|${DOT.source})[\\p{L}\\p{N}-]{1,63}){0,4}|${SPELLED.source}`,
  'giu',
);

/** Where addresses of any of these kinds stand in a text. */
export const findAddresses = (text: string): { from: number; to: number }[] =>
  [...text.matchAll(HIDDEN_FROM_ROBOTS)].map(({ 0: found, index }) => ({ from: index, to: index + found.length }));

const OPEN_END = /(?:^|[\s:|])[\p{L}\p{N}._%+'-]{1,64}@(?:[\p{L}\p{N}.-]{0,63}[.-]|[\p{L}\p{N}-]{0,63})$/u;
const TAIL = /^[.@]?[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,4}$/u;

/** The end of a line and the line below as one, where the address runs on: `jane.doe@` `example.org`, `jane.doe` `@example.org`. */
function joined(line: Line, next: Line | undefined): string | undefined {
  const below = next?.text.trim();
  if (!next || !below || next.page !== line.page || next.lane !== line.lane || !TAIL.test(below)) return undefined;
  if (OPEN_END.test(line.text) && !below.startsWith('@')) return line.text + below;
  const last = line.text.split(/[\s:|]+/).at(-1) ?? '';
  if (below.startsWith('@') && /^[\p{L}\p{N}._%+-]{2,64}$/u.test(last)) return last + below;
  // `…@example.c` over `o.uk`: no country or kind of address has one letter, so a narrow column broke it there.
  if (/@[\p{L}\p{N}.-]+\.\p{L}$/u.test(last) && /^[\p{L}.]{1,12}$/u.test(below)) return last + below;
  // `…@example.co` over `.uk`
  return below.startsWith('.') && EMAIL.test(last) ? last + below : undefined;
}

/** `jane@example.orgPhone`: the next label stands right behind an address in small letters. */
const withoutLabel = (address: string): string => address.replace(/(@[\p{Ll}\p{N}.-]+\.\p{Ll}{2,})\p{Lu}\p{Ll}+$/u, '$1');

/** The first address in the lines, or the one that a link of theirs leads to. */
export function findEmail(lines: readonly Line[]): Found | undefined {
  for (const [i, line] of lines.entries()) {
    const next = lines[i + 1];
    const both = joined(line, next);
    const text = both ?? plain(line.text);
    const match = text.includes('@') ? EMAIL.exec(text) : null;
    const at = both && next ? [line, next] : [line];
    if (match) return found(withoutLabel(match[0].replace(/^[.'-]+|[.'-]+$/g, '')), at, both ? 0.93 : 0.98);
  }
  const linked = lines.find((line) => line.segments.some((s) => s.link?.startsWith('mailto:')));
  const link = linked?.segments.find((s) => s.link?.startsWith('mailto:'))?.link;
  return link && linked ? found(decodeAddress(link.slice(7).split('?')[0] ?? ''), [linked], 0.8) : undefined;
}
