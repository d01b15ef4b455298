/** Styles of an ODT: looks by family and name, with their parents and the defaults of the family applied. */
import type { XmlElement } from './read-xml.ts';
import type { SightLook } from './text-grounds.ts';
import { toPoints } from './text-room.ts';

export interface OdtLook extends SightLook {
  bold?: boolean;
  italic?: boolean;
  /** Points. */
  indent?: number;
  /** Background of the paragraph, the cell or the frame; `none` says that there is none. */
  fill?: string;
  /** Size in percent of the paragraph's. */
  share?: number;
  /** Too little opacity to be seen. */
  clear?: boolean;
  /** Level of the heading that the style is one of. */
  outline?: number;
}

interface Style {
  parent?: string;
  look: OdtLook;
}

const LONGEST_CHAIN = 12;
/** Percent; rule A1. */
const CLEAR = 5;

/** Collects styles from `styles.xml` and `content.xml` and answers for both. */
export class OdtStyles {
  private readonly styles = new Map<string, Style>();
  private current: Style | undefined;
  /** Background of the page. */
  page: string | undefined;

  open(element: XmlElement): void {
    const { name } = element;
    const family = element.attribute('style:family');
    if (name === 'style:style' && family) {
      this.current = { parent: element.attribute('style:parent-style-name'), look: {} };
      const outline = Number(element.attribute('style:default-outline-level')) || headingOf(element.attribute('style:name'));
      if (outline) this.current.look.outline = outline;
      this.styles.set(`${family} ${element.attribute('style:name')}`, this.current);
    } else if (name === 'style:default-style' && family) {
      this.current = { look: {} };
      this.styles.set(`${family}`, this.current);
    } else if (name === 'style:page-layout-properties') this.page ??= element.attribute('fo:background-color');
    else if (this.current && name.endsWith('-properties')) readProperties(element, this.current.look);
  }

  close(name: string): void {
    if (name === 'style:style' || name === 'style:default-style') this.current = undefined;
  }

  /** The look of a named style of a family. */
  look(family: string, name: string | undefined): OdtLook {
    const looks: OdtLook[] = [];
    for (
      let style = this.styles.get(`${family} ${name}`);
      style && looks.length < LONGEST_CHAIN;
      style = this.styles.get(`${family} ${style.parent}`)
    )
      looks.unshift(style.look);
    return Object.assign({}, this.styles.get(family)?.look, ...looks);
  }
}

/** Names are English in the file in whatever language the program runs (`Heading_20_2` is shown as Überschrift 2). */
function headingOf(name: string | undefined): number | undefined {
  const match = /^Heading(?:_20_| )?([1-9])$/.exec(name ?? '');
  return match ? Math.min(6, Number(match[1])) : name === 'Title' ? 1 : undefined;
}

function readProperties(element: XmlElement, look: OdtLook): void {
  const get = (name: string, set: (value: string) => void) => {
    const value = element.attribute(name);
    if (value !== undefined) set(value);
  };
  if (element.name === 'style:text-properties') {
    get('fo:font-weight', (v) => Object.assign(look, { bold: v === 'bold' || Number(v) >= 600 }));
    get('fo:font-style', (v) => Object.assign(look, { italic: v === 'italic' || v === 'oblique' }));
    get('fo:font-size', (v) => Object.assign(look, v.endsWith('%') ? { share: Number.parseFloat(v) } : { size: toPoints(v) }));
    // A colour of its own ends the inherited opacity of the automatic one.
    get('fo:color', (v) => Object.assign(look, { color: v, clear: false }));
    get('loext:opacity', (v) => Object.assign(look, { clear: Number.parseFloat(v) < CLEAR }));
    get('fo:background-color', (v) => Object.assign(look, { ground: v === 'transparent' ? 'auto' : v }));
    get('style:use-window-font-color', (v) => v === 'true' && Object.assign(look, { color: 'auto' }));
    get('style:text-scale', (v) => Object.assign(look, { stretch: Number.parseFloat(v) }));
    get('text:display', (v) => Object.assign(look, { vanish: v === 'none' }));
  } else {
    get('fo:margin-left', (v) => Object.assign(look, { indent: toPoints(v) }));
    get('fo:background-color', (v) => Object.assign(look, { fill: v === 'transparent' ? 'auto' : v }));
    get('draw:fill-color', (v) => Object.assign(look, { fill: v }));
    get('draw:fill', (v) => v === 'none' && Object.assign(look, { fill: 'none' }));
  }
}
