/** What is declared for an element once all sheets, attributes and the browser's own rules are weighed: https://www.w3.org/TR/css-cascade-5/. */
import { type CompiledSelector, compileSelectors, matches } from './css-match.ts';
import { mediaHolds } from './css-media.ts';
import { MatchWork } from './css-nth.ts';
import { expandShorthand } from './css-shorthand.ts';
import { type CssText, type Declaration, readCss, readDeclarations } from './css-text.ts';
import { isValid } from './css-values.ts';
import type { HtmlElement, HtmlTree } from './html-tree.ts';

/** Property → value, shorthands taken apart, variables put in. */
export type Declarations = ReadonlyMap<string, string>;
/** Values of custom properties, which are handed down. */
export type Variables = ReadonlyMap<string, string>;

export interface Declared {
  css: Declarations;
  variables: Variables;
}

interface Rule {
  selector: CompiledSelector;
  /** Rules outside of layers come last. */
  layer: number;
  order: number;
  declarations: readonly Declaration[];
}

/** More variables than this in one value, one in another, are a bomb. */
const MAX_VARIABLES = 20;
const LONGEST_VALUE = 2000;

export class Cascade {
  private readonly rules = new Map<string, Rule[]>();
  private readonly work: MatchWork;
  private readonly text: CssText = { rules: [], layers: [], keyframes: new Map() };

  /** Throws `ReadFailure` (too_large), also from `declared`. */
  constructor(tree: HtmlTree) {
    this.work = new MatchWork(tree.quirks);
    for (const { css, media } of tree.sheets) if (mediaHolds(media)) readCss(css, this.text);
    for (const [order, { selector, layer, declarations }] of this.text.rules.entries()) {
      if (declarations.length === 0) continue;
      const place = layer === undefined ? this.text.layers.length : this.text.layers.indexOf(layer);
      // A selector is read, and kept.
      this.work.spend((selector.length >> 3) + 10 * selector.split(',').length);
      for (const compiled of compileSelectors(selector)) this.add({ selector: compiled, layer: place, order, declarations });
    }
  }

  /** `usual`: what the browser and old attributes say, which everything else overrules. */
  declared(element: HtmlElement, usual: Declarations, parent: Variables): Declared {
    const found = this.rulesFor(element);
    const style = element.attributes.style;
    const own = style ? readDeclarations(style) : [];
    if (found.length === 0 && own.length === 0) return { css: usual, variables: parent };
    const blocks = [...found.map((rule) => rule.declarations), own];
    const important = [...[...found].sort((a, b) => b.layer - a.layer || before(a, b)).map((rule) => rule.declarations), own];
    const ordered = [
      ...blocks.flatMap((block) => block.filter((one) => !one.important)),
      ...important.flatMap((block) => block.filter((one) => one.important)),
    ];
    this.work.spend(ordered.reduce((steps, { value }) => steps + 1 + (value.length >> 4), (style?.length ?? 0) >> 4));
    return this.resolve(ordered, usual, parent);
  }

  private add(rule: Rule): void {
    const { key } = rule.selector;
    const name = key ? `${key.kind} ${key.value}` : '';
    const known = this.rules.get(name);
    if (known) known.push(rule);
    else this.rules.set(name, [rule]);
  }

  /** Those that match, the weakest first. */
  private rulesFor(element: HtmlElement): Rule[] {
    if (this.rules.size === 0) return [];
    const { id, class: classes } = element.attributes;
    const keys = [
      '',
      `name ${element.name}`,
      ...(id ? [`id ${id.toLowerCase()}`] : []),
      ...new Set(
        (classes ?? '')
          .toLowerCase()
          .split(/\s+/)
          .filter(Boolean)
          .map((one) => `class ${one}`),
      ),
    ];
    this.work.spend(keys.length);
    const found = keys.flatMap((key) => (this.rules.get(key) ?? []).filter((rule) => matches(rule.selector, element, this.work)));
    return found.length > 1 ? found.sort((a, b) => a.layer - b.layer || before(a, b)) : found;
  }

  private resolve(ordered: readonly Declaration[], usual: Declarations, parent: Variables): Declared {
    let variables = parent;
    const custom = ordered.filter((one) => one.property.startsWith('--'));
    if (custom.length > 0) {
      const own = new Map(parent);
      for (const { property, value } of custom) own.set(property, value);
      for (const { property } of custom) own.set(property, withVariables(own.get(property) ?? '', own));
      variables = own;
    }
    const css = new Map(usual);
    for (const { property, value } of ordered) if (!property.startsWith('--')) this.set(css, property, value, variables);
    this.endAnimation(css, variables);
    return { css, variables };
  }

  private set(css: Map<string, string>, property: string, value: string, variables: Variables): void {
    const resolved = value.includes('var(') ? withVariables(value, variables).toLowerCase() : value;
    for (const [name, part] of expandShorthand(property, resolved))
      if (isValid(name, part, this.work.quirks)) css.set(name, part);
  }

  /** An animation that keeps its last frame decides how the page looks soon after it was opened. */
  private endAnimation(css: Map<string, string>, variables: Variables): void {
    const animation = `${css.get('animation') ?? ''} ${css.get('animation-name') ?? ''} ${css.get('animation-fill-mode') ?? ''}`;
    if (!/\b(?:forwards|both)\b/.test(animation)) return;
    const words = new Set(animation.split(/[\s,]+/));
    for (const [name, frame] of this.text.keyframes)
      if (words.has(name.toLowerCase())) for (const { property, value } of frame) this.set(css, property, value, variables);
  }
}

function before(a: Rule, b: Rule): number {
  return a.selector.specificity - b.selector.specificity || a.order - b.order;
}

/** `var(--a, b)` replaced by what it stands for. */
function withVariables(value: string, variables: Variables): string {
  let text = value;
  for (let round = 0; round < MAX_VARIABLES; round++) {
    const start = text.search(/var\(/i);
    if (start < 0) return text;
    const end = closing(text, start + 4);
    const [, name = '', fallback = ''] = /^\s*(--[^\s,]*)\s*(?:,(.*))?$/s.exec(text.slice(start + 4, end)) ?? [];
    text = `${text.slice(0, start)}${variables.get(name) ?? fallback.trim()}${text.slice(end + 1)}`.slice(0, LONGEST_VALUE);
  }
  return '';
}

/** The bracket that ends what begins at `start`. */
function closing(text: string, start: number): number {
  let depth = 1;
  for (let i = start; i < text.length; i++) {
    if (text[i] === '(') depth++;
    else if (text[i] === ')' && --depth === 0) return i;
  }
  return text.length;
}
