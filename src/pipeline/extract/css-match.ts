/** Which elements a CSS selector means. From right to left, with a budget of steps, so that no sheet can cost more than a page (rule P6). */
import { AttributeAction, type AttributeSelector, type PseudoSelector, parse, type Selector, SelectorType } from 'css-what';
import { countOf, type MatchWork, type Nth, readNth } from './css-nth.ts';
import type { HtmlElement } from './html-tree.ts';

type Test = (element: HtmlElement, work: MatchWork) => boolean;
type Combinator = SelectorType.Child | SelectorType.Descendant | SelectorType.Adjacent | SelectorType.Sibling;

interface Compound {
  tests: Test[];
  /** How it is bound to the compound on its left. */
  left: Combinator | undefined;
}

/** One selector of a list, ready to be asked. */
export interface CompiledSelector {
  /** The compound that the element itself must match, and those on its left. */
  compounds: readonly Compound[];
  /** ids × 1,000,000 + classes × 1,000 + names. */
  specificity: number;
  /** What an element must have to be worth asking. */
  key: { kind: 'id' | 'class' | 'name'; value: string } | undefined;
}

/** Selectors of a list; empty when a browser would pass the rule over. */
export function compileSelectors(list: string): CompiledSelector[] {
  try {
    return parse(list).flatMap((tokens) => compile(tokens) ?? []);
  } catch {
    return [];
  }
}

export function matches(selector: CompiledSelector, element: HtmlElement, work: MatchWork): boolean {
  return matchFrom(selector.compounds, 0, element, work) === 'yes';
}

/** `never`: nothing further up or further left can make it match either. */
type Answer = 'yes' | 'no' | 'never';

function matchFrom(compounds: readonly Compound[], at: number, element: HtmlElement, work: MatchWork): Answer {
  work.spend();
  const compound = compounds[at];
  if (!compound?.tests.every((test) => test(element, work))) return 'no';
  const { left } = compound;
  if (left === undefined) return 'yes';
  if (left === SelectorType.Child) return element.parent ? matchFrom(compounds, at + 1, element.parent, work) : 'never';
  if (left === SelectorType.Adjacent) return element.previous ? matchFrom(compounds, at + 1, element.previous, work) : 'no';
  const next = (one: HtmlElement) => (left === SelectorType.Descendant ? one.parent : one.previous);
  for (let one = next(element); one; one = next(one)) {
    const answer = matchFrom(compounds, at + 1, one, work);
    if (answer !== 'no') return answer;
  }
  return left === SelectorType.Descendant ? 'never' : 'no';
}

function compile(tokens: readonly Selector[]): CompiledSelector | undefined {
  const compounds: Compound[] = [];
  let tests: Test[] = [];
  let specificity = 0;
  let last: Selector[] = [];
  let left: Combinator | undefined;
  for (const token of tokens) {
    if (isCombinator(token.type)) {
      compounds.unshift({ tests, left });
      left = token.type;
      tests = [];
      last = [];
      continue;
    }
    const test = testOf(token);
    if (!test) return undefined;
    tests.push(test);
    last.push(token);
    specificity += weightOf(token);
  }
  compounds.unshift({ tests, left });
  return { compounds, specificity, key: keyOf(last) };
}

function isCombinator(type: SelectorType): type is Combinator {
  return (
    type === SelectorType.Child ||
    type === SelectorType.Descendant ||
    type === SelectorType.Adjacent ||
    type === SelectorType.Sibling
  );
}

function keyOf(tokens: readonly Selector[]): CompiledSelector['key'] {
  const attribute = (name: string) =>
    tokens.find(
      (token): token is AttributeSelector => token.type === SelectorType.Attribute && token.name === name && isWord(token),
    );
  const id = attribute('id');
  if (id) return { kind: 'id', value: id.value.toLowerCase() };
  const one = attribute('class');
  if (one) return { kind: 'class', value: one.value.toLowerCase() };
  const tag = tokens.find((token) => token.type === SelectorType.Tag);
  return tag?.type === SelectorType.Tag ? { kind: 'name', value: tag.name.toLowerCase() } : undefined;
}

/** `#b` and `.a`, not `[id=b]`. */
function isWord(token: AttributeSelector): boolean {
  return token.ignoreCase === 'quirks' && (token.action === AttributeAction.Element || token.action === AttributeAction.Equals);
}

function weightOf(token: Selector): number {
  if (token.type === SelectorType.Attribute) return token.name === 'id' && isWord(token) ? 1_000_000 : 1000;
  if (token.type === SelectorType.Tag) return 1;
  if (token.type !== SelectorType.Pseudo || token.name === 'where') return 0;
  const inside = typeof token.data === 'string' ? [] : (token.data ?? []);
  if (inside.length === 0) return 1000;
  return Math.max(0, ...inside.map((tokens) => tokens.reduce((sum, one) => sum + weightOf(one), 0)));
}

/** Undefined for what no browser knows, and for parts that are no elements (`::before`). */
function testOf(token: Selector): Test | undefined {
  if (token.type === SelectorType.Universal) return () => true;
  if (token.type === SelectorType.Tag) {
    const name = token.name.toLowerCase();
    return (element) => element.name === name;
  }
  if (token.type === SelectorType.Attribute) return attributeTest(token);
  return token.type === SelectorType.Pseudo ? pseudoTest(token) : undefined;
}

function attributeTest(token: AttributeSelector): Test {
  const name = token.name.toLowerCase();
  const { action, ignoreCase } = token;
  const lower = token.value.toLowerCase();
  return (element, work) => {
    const own = element.attributes[name];
    if (own === undefined) return false;
    work.spend(own.length >> 6);
    const anyCase = ignoreCase === true || (ignoreCase === 'quirks' && work.quirks);
    return anyCase ? compare(own.toLowerCase(), action, lower) : compare(own, action, token.value);
  };
}

function compare(own: string, action: AttributeAction, value: string): boolean {
  if (action === AttributeAction.Exists) return true;
  if (action === AttributeAction.Equals) return own === value;
  if (action === AttributeAction.Hyphen) return own === value || own.startsWith(`${value}-`);
  if (action === AttributeAction.Element) return value !== '' && own.split(/\s+/).includes(value);
  if (value === '') return false;
  if (action === AttributeAction.Start) return own.startsWith(value);
  if (action === AttributeAction.End) return own.endsWith(value);
  return action === AttributeAction.Any && own.includes(value);
}

/** States of a page that nobody has touched. */
const STATES: Readonly<Record<string, Test>> = {
  root: (element) => element.parent === undefined,
  scope: (element) => element.parent === undefined,
  empty: (element) => element.children.every((child) => child === ''),
  'first-child': (element) => element.index === 1,
  'last-child': (element) => element.next === undefined,
  'only-child': (element) => element.index === 1 && element.next === undefined,
  'first-of-type': (element, work) => countOf(element, true, work).index === 1,
  'last-of-type': (element, work) => countOf(element, true, work).fromEnd === 1,
  'only-of-type': (element, work) => countOf(element, true, work).fromEnd === 1 && countOf(element, true, work).index === 1,
  link: (element) => (element.name === 'a' || element.name === 'area') && element.attributes.href !== undefined,
  'any-link': (element) => (element.name === 'a' || element.name === 'area') && element.attributes.href !== undefined,
  checked: ({ attributes }) => attributes.checked !== undefined || attributes.selected !== undefined,
  disabled: ({ attributes }) => attributes.disabled !== undefined,
  enabled: ({ name, attributes }) => /^(?:input|button|select|textarea|option)$/.test(name) && attributes.disabled === undefined,
  open: ({ attributes }) => attributes.open !== undefined,
  required: ({ attributes }) => attributes.required !== undefined,
  optional: ({ name, attributes }) => /^(?:input|select|textarea)$/.test(name) && attributes.required === undefined,
  defined: () => true,
  'read-only': ({ name }) => !/^(?:input|textarea)$/.test(name),
};
const UNTOUCHED: ReadonlySet<string> = new Set(
  'hover active focus focus-within focus-visible visited target target-within fullscreen modal popover-open autofill indeterminate default invalid valid user-invalid user-valid placeholder-shown playing paused host host-context'.split(
    ' ',
  ),
);

function pseudoTest({ name, data }: PseudoSelector): Test | undefined {
  if (UNTOUCHED.has(name)) return () => false;
  if (STATES[name] && (data === null || data === '')) return STATES[name];
  if (name.startsWith('nth-')) return nthTest(name, typeof data === 'string' ? data : '');
  if (name === 'lang' && typeof data === 'string') return languageTest(data);
  if (name === 'dir' && typeof data === 'string') return directionTest(data.trim());
  const list = Array.isArray(data) ? data.map(compile).filter((one) => one !== undefined) : [];
  if (name === 'is' || name === 'where' || name === 'matches')
    return (element, work) => list.some((one) => matches(one, element, work));
  if (name === 'not')
    return list.length === data?.length ? (element, work) => !list.some((one) => matches(one, element, work)) : undefined;
  return name === 'has' && Array.isArray(data) ? hasTest(data) : undefined;
}

/** `:has(> a)`: relative selectors begin with how they are bound; without it, anywhere within. */
function hasTest(data: readonly Selector[][]): Test {
  const relative = data.flatMap((tokens) => {
    const first = tokens[0];
    const bound = first && isCombinator(first.type) ? first.type : SelectorType.Descendant;
    const compiled = compile(first && isCombinator(first.type) ? tokens.slice(1) : tokens);
    return compiled ? [{ bound, compiled }] : [];
  });
  return (element, work) =>
    relative.some(({ bound, compiled }) => anyOf(element, bound, (one) => matches(compiled, one, work), work));
}

function anyOf(element: HtmlElement, bound: Combinator, test: (one: HtmlElement) => boolean, work: MatchWork): boolean {
  if (bound === SelectorType.Adjacent) return element.next !== undefined && test(element.next);
  if (bound === SelectorType.Sibling) {
    for (let one = element.next; one; one = one.next) if (test(one)) return true;
    return false;
  }
  return element.children.some((child) => {
    work.spend();
    if (typeof child === 'string') return false;
    return test(child) || (bound === SelectorType.Descendant && anyOf(child, bound, test, work));
  });
}

function nthTest(name: string, data: string): Test | undefined {
  const [, formula = '', list] = /^(.*?)(?:\s+of\s+(.+))?$/s.exec(data.trim().toLowerCase()) ?? [];
  const nth: Nth | undefined = readNth(formula);
  const kind = /^nth-(last-)?(child|of-type)$/.exec(name);
  if (!nth || !kind) return undefined;
  const [, fromEnd, of] = kind;
  const only = list === undefined ? undefined : compileSelectors(list);
  return (element, work) => {
    if (only && !only.some((one) => matches(one, element, work))) return false;
    const among = (one: HtmlElement) => only?.some((selector) => matches(selector, one, work)) ?? true;
    const place = only ? placeAmong(element, among, work) : countOf(element, of === 'of-type', work);
    return nth(fromEnd ? place.fromEnd : place.index);
  };
}

function placeAmong(
  element: HtmlElement,
  among: (one: HtmlElement) => boolean,
  work: MatchWork,
): { index: number; fromEnd: number } {
  const place = { index: 1, fromEnd: 1 };
  for (let one = element.previous; one; one = one.previous) {
    work.spend();
    if (among(one)) place.index++;
  }
  for (let one = element.next; one; one = one.next) {
    work.spend();
    if (among(one)) place.fromEnd++;
  }
  return place;
}

function languageTest(data: string): Test {
  const wanted = data.split(',').map((one) =>
    one
      .trim()
      .replace(/^["']|["']$/g, '')
      .toLowerCase(),
  );
  return (element, work) => {
    const own = inherited(element, 'lang', work)?.toLowerCase() ?? '';
    return wanted.some((one) => own === one || own.startsWith(`${one}-`));
  };
}

function directionTest(wanted: string): Test {
  return (element, work) => (inherited(element, 'dir', work)?.toLowerCase() ?? 'ltr') === wanted;
}

function inherited(element: HtmlElement, name: string, work: MatchWork): string | undefined {
  for (let one: HtmlElement | undefined = element; one; one = one.parent) {
    work.spend();
    const value = one.attributes[name];
    if (value !== undefined) return value;
  }
  return undefined;
}
