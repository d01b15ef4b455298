/** `skills +Rust -Excel`, `languages +German C1`, `skills = SQL, Python`, `add skill Rust`. */
import type { ResumeCorrection } from '../../domain/correction.ts';
import { LISTS, type ListName } from './correction-fields.ts';
import { cleanValue, isNothing, type ValueContext } from './read-value.ts';

export type ListLine = { corrections: ResumeCorrection[]; certain: boolean } | { problem: string; certain: boolean };

const LONGEST_ITEM = 60;
const MOST_ITEMS = 60;

interface Item {
  op: 'add' | 'remove';
  text: string;
}

/** Undefined for what is no line about a list. */
export function parseListLine(line: string, context: ValueContext): ListLine | undefined {
  const verb = /^(add|remove|delete)\s+(?:the\s+)?(\p{L}+)\s*[:=]?\s+(.+)$/iu.exec(line);
  const named = verb ? listNamed(verb[2] ?? '') : undefined;
  if (verb && named) return take(named, itemsOf(verb[3] ?? '', /^add$/i.test(verb[1] ?? '') ? 'add' : 'remove'), context);
  const found = /^(\p{L}+)\s*(:=|=|:)?\s*(.*)$/u.exec(line);
  const list = found && listNamed(found[1] ?? '');
  if (!found || !list) return undefined;
  const [, , sign, text = ''] = found;
  if (/^[+-]/.test(text)) return take(list, itemsOf(text, 'add'), context);
  // `skills=` is an empty list.
  if (/^[=:]/.test(sign ?? '') && sign !== ':' && isNothing(text)) return emptied(list);
  // `skills=SQL, Python` is the whole list; behind a colon it may be any sentence about skills.
  if (sign !== '=' && sign !== ':=') return undefined;
  const all = take(list, itemsOf(text, 'add'), context);
  return 'problem' in all ? all : { ...all, corrections: [{ path: list, op: 'set', value: '' }, ...all.corrections] };
}

const listNamed = (word: string): ListName | undefined => LISTS.find((one) => one.words.includes(word.toLowerCase()))?.list;

/** A sign counts at the beginning or behind a blank or comma: `C++`, `T-SQL` keep theirs. It holds for what follows up to the next. */
function itemsOf(text: string, first: Item['op']): Item[] {
  const items: Item[] = [];
  let op = first;
  for (const piece of text.split(/(?:^|[\s,;])(?=[+-]\s?\S)/)) {
    const signed = /^\s*([+-])\s?(.*)$/s.exec(piece);
    if (signed) op = signed[1] === '-' ? 'remove' : 'add';
    for (const one of (signed?.[2] ?? piece).split(/[,;]/)) {
      const item = cleanValue(one);
      if (item !== '') items.push({ op, text: item });
    }
  }
  return items;
}

function take(list: ListName, items: readonly Item[], { taxonomy }: ValueContext): ListLine {
  const corrections: ResumeCorrection[] = [];
  if (items.length === 0 || items.length > MOST_ITEMS) return { problem: `I found no ${list} in it`, certain: true };
  for (const { op, text } of items) {
    if (text.length > LONGEST_ITEM)
      return { problem: `"${text.slice(0, 40)}…" is too long for one of the ${list}`, certain: true };
    const spoken = list === 'languages' ? (taxonomy.spokenLanguage(text) ?? unknownLanguage(text)) : undefined;
    if (list === 'languages' && !spoken)
      return { problem: `I do not know the language "${text}"; write languages +German C1`, certain: true };
    const value = spoken ? JSON.stringify({ language: spoken.name, ...level(spoken.rest) }) : text;
    corrections.push({ path: list, op, value });
  }
  return { corrections, certain: true };
}

const emptied = (list: ListName): ListLine => ({ corrections: [{ path: list, op: 'set', value: '' }], certain: true });

/** One that the dictionary lacks is taken as written: whoever speaks it knows. */
function unknownLanguage(text: string): { name: string; rest: string } | undefined {
  const [, name, rest = ''] = /^(\p{Lu}[\p{L}\p{M}'’-]{1,30}(?: \p{Lu}[\p{L}\p{M}'’-]{1,30}){0,2})\b(.*)$/u.exec(text) ?? [];
  return name !== undefined && /^(?:\s*[:(–-]?\s*(?:[ABC][12]|native|fluent|basic|good)\)?)?$/i.test(rest)
    ? { name, rest }
    : undefined;
}

const level = (rest: string): { fluency?: string } => {
  const fluency = rest.replace(/^[\s(:–-]+|[\s)]+$/g, '');
  return fluency === '' ? {} : { fluency };
};
