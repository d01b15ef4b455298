/** Rules of `<style>` elements with simple selectors (`p`, `.a`, `#b`, `p.a`): where pages keep `display: none`. */
import { parseDeclarations } from './html-style.ts';

interface ElementKey {
  name: string;
  id?: string;
  classes: readonly string[];
}

/** More rules than any page of text needs; bounds the work. */
const MAX_RULES = 5000;

export class StyleSheet {
  private readonly rules = new Map<string, Map<string, string>>();

  /** Adds the rules of one `<style>`. Media queries other than screen and print are passed over, nested rules are not understood. */
  add(css: string): void {
    const plain = withoutComments(css).replace(/@(?:import|charset)[^;{]{0,500};/g, '');
    let start = 0;
    while (this.rules.size < MAX_RULES) {
      const open = plain.indexOf('{', start);
      const close = open < 0 ? -1 : plain.indexOf('}', open);
      if (close < 0) return;
      const selectors = plain.slice(start, open).trim();
      if (selectors.startsWith('@')) start = this.skipAtRule(plain, selectors, open, close);
      else {
        for (const selector of selectors.split(','))
          this.addRule(selector.replace(/^\s*\}+/, '').trim(), plain.slice(open + 1, close));
        start = close + 1;
      }
    }
  }

  /** Declarations for an element: by name, then class, then id, then name with class. */
  lookUp({ name, id, classes }: ElementKey): Map<string, string> | undefined {
    if (this.rules.size === 0) return undefined;
    const keys = [
      '*',
      name,
      ...classes.map((c) => `.${c}`),
      ...classes.map((c) => `${name}.${c}`),
      ...(id ? [`#${id}`, `${name}#${id}`] : []),
    ];
    const found = keys.flatMap((key) => [...(this.rules.get(key) ?? [])]);
    return found.length > 0 ? new Map(found) : undefined;
  }

  private addRule(selector: string, body: string): void {
    // `nav .menu` and the like name what stands around the element: not followed, so that nothing visible is taken for hidden.
    if (!/^(?:\*|[a-z][a-z0-9]*)?(?:[.#][\w-]+)?$/i.test(selector) || selector === '') return;
    const key = selector.replace(/^[a-z][a-z0-9]*/i, (name) => name.toLowerCase());
    const rule = this.rules.get(key) ?? new Map<string, string>();
    for (const [property, value] of parseDeclarations(body)) rule.set(property, value);
    this.rules.set(key, rule);
  }

  /** The inside of `@media screen` counts; `@font-face`, `@page`, `@media print` and the rest do not. */
  private skipAtRule(css: string, selectors: string, open: number, close: number): number {
    if (!selectors.startsWith('@media') && !selectors.startsWith('@supports'))
      return selectors.startsWith('@keyframes') ? endOfBlock(css, open) : close + 1;
    return /screen|all|^@media\s*$/.test(selectors) && !/max-width|min-width/.test(selectors) ? open + 1 : endOfBlock(css, open);
  }
}

function endOfBlock(css: string, open: number): number {
  let depth = 0;
  for (let i = open; i < css.length; i++) {
    if (css[i] === '{') depth++;
    else if (css[i] === '}' && --depth === 0) return i + 1;
  }
  return css.length;
}

/** By search and not by pattern: a sheet of a thousand unclosed comments must not cost a thousand passes (rule P6). */
function withoutComments(css: string): string {
  let plain = '';
  let start = 0;
  for (let open = css.indexOf('/*'); open >= 0; open = css.indexOf('/*', start)) {
    const close = css.indexOf('*/', open + 2);
    plain += css.slice(start, open);
    if (close < 0) return plain;
    start = close + 2;
  }
  return plain + css.slice(start);
}
