/** How long a certificate is valid, said in words behind it: `valid until May 2027`, `exp. 12/2026`, `(gültig bis 2028)`. */
import { findDateSpans } from './date-range.ts';

/** What stands right before such a date. */
const VALID =
  /(?:valid(?:ity)?(?: to| until| till| through| thru| from)?|exp(?:\.|ires?|iring|ired|iry(?: date)?|iration(?: date)?)?(?: on| in| date)?|good until|good through|through|in date to|card runs to|renew(?:s|al|able)?(?: due| by| date)?|runs? to|(?:gültig|gilt)(?: bis| von| ab)?|läuft ab|ablauf(?:datum)?|abgelaufen|valable(?: jusqu'(?:en|au|à))?|valide jusqu'(?:en|au|à)|(?:fin de )?validité|échéance|expire(?: en| le)?|válid[oa](?: hasta| até)?|vigente hasta|vigencia|vence|vencimiento|caduca|validade|valid[oa](?: fino al?)?|scade(?:nza)?|scaduto|geldig(?: tot| t\/m)?|verloopt|vervalt|ważn[yaeo](?: do)?|data ważności|giltig(?:t)?(?: till| t\.?o\.?m\.?)?|gyldig(?: til)?|voimassa|platn[ýáé](?: do)?|geçerlilik|действител(?:ен|ьна|ьно)(?: до)?|срок действия(?: до)?|дійсн(?:ий|а|е)(?: до)?|有效期至?|有効期限|유효기간|\bto|\bbis)\s*[:：]?\s*$/iu;
/** A word of its own: no `Intermediate` ends in `to`. */
const INSIDE_WORD = /[\p{L}\p{N}]$/u;

/** Where such words begin that end at the end of `before`; -1 where there are none. */
function validWordAt(before: string): number {
  const found = VALID.exec(before.replace(/[\s(]+$/, ''));
  return found && !INSIDE_WORD.test(before.slice(0, found.index)) ? found.index : -1;
}

/** The date behind these words is one of validity, not of issue. */
export const saysValid = (before: string): boolean => validWordAt(before) >= 0;

/** The day until which the text says that it is valid. */
export function validityOf(text: string): string | undefined {
  const folded = text.replace(/[’]/g, "'");
  const spans = findDateSpans(folded);
  // `to January 2029`, `bis 2028`: the word became part of the range.
  return (spans.find((span) => saysValid(folded.slice(0, span.from)) && span.end) ?? spans.find((s) => !s.start && s.end))?.end;
}

/** The text without that clause, the clause with the signs before it, and where it was. */
export function cutValidity(text: string): { rest: string; clause: string; from: number } | undefined {
  const plain = text.replace(/[’]/g, "'");
  for (const span of findDateSpans(plain)) {
    const word = validWordAt(plain.slice(0, span.from));
    const at = word >= 0 ? word : !span.start && span.end && !span.backwards ? span.from : -1;
    if (at < 0) continue;
    const before = text.slice(0, at).replace(/[\s,;:|·–—([-]+$/, '');
    const opened = text.slice(before.length, at).includes('(');
    const closing = opened ? (/^\s*\)/.exec(text.slice(span.to))?.[0].length ?? 0) : 0;
    const end = span.to + closing;
    const after = text.slice(end).trimStart();
    const glue = before && after && !/^[,;:|·)\]–—-]/.test(after) ? ', ' : '';
    return {
      rest: `${before}${glue}${before ? after : after.replace(/^[,;:|·–—-]\s*/, '')}`,
      clause: text.slice(before.length, end),
      from: before.length,
    };
  }
  return undefined;
}
