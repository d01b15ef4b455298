/** How browsers show elements before any style sheet: what they keep folded away, and attributes of old that style. */
import type { HtmlElement } from './html-tree.ts';

/** Never shown, or only once a script or a person has opened them. */
const CLOSED: ReadonlySet<string> = new Set(['datalist', 'rp', 'noframes', 'noembed', 'area', 'param', 'title']);

/** Declarations that every style sheet overrules. */
export function usualStyle({ name, attributes }: HtmlElement): Map<string, string> {
  const css = new Map<string, string>();
  const set = (property: string, value: string | undefined) => {
    if (value) css.set(property, value.trim().toLowerCase());
  };
  set('background-color', attributes.bgcolor);
  set('color', attributes.color ?? (name === 'body' ? attributes.text : undefined));
  if (attributes.background) css.set('background-image', 'url()');
  const closed = CLOSED.has(name) || (name === 'dialog' && attributes.open === undefined);
  // `aria-hidden` hides from screen readers only.
  if (closed || attributes.popover !== undefined || attributes.hidden !== undefined) css.set('display', 'none');
  return css;
}

/** In a closed `<details>` only its summary is shown. No style sheet opens it. */
export function isFoldedAway({ name, parent, previous }: HtmlElement): boolean {
  if (parent?.name !== 'details' || parent.attributes.open !== undefined) return false;
  if (name !== 'summary') return true;
  for (let one = previous; one; one = one.previous) if (one.name === 'summary') return true;
  return false;
}
