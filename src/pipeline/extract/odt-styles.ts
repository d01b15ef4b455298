/** Styles of an ODT: looks by family and name, with their parents and the defaults of the family applied. */
import type { XmlElement } from './read-xml.ts';
import type { SightLook } from './text-grounds.ts';
import { type PageSize, toPoints } from './text-room.ts';

export interface OdtLook extends SightLook {
  bold?: boolean;
  italic?: boolean;
  /** Points. */
  indent?: number;
  /** Background of the paragraph, the cell or the frame; `none` says that there is none, `any` that it is a picture or the like. */
  fill?: string;
  /** Text flows around the frame and not over it. */
  aside?: boolean;
  /** Size in percent of the paragraph's. */
  share?: number;
  /** Points: how much further in the first line begins; the height of a line or of a row, where it is fixed. */
  firstLine?: number;
  exactHeight?: number;
  /** Size of what is lifted or let down, in percent of its own. */
  small?: number;
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
/** Height of a usual line in points. */
const LINE = 12;
/** Percent; rule A1. */
const CLEAR = 5;

/** Collects styles from `styles.xml` and `content.xml` and answers for both. */
export class OdtStyles {
  private readonly styles = new Map<string, Style>();
  private current: Style | undefined;
  /** Background of the page. */
  page: string | undefined;
  /** The largest page. */
  size: PageSize = { width: 0, height: 0 };

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
    } else if (name === 'style:page-layout-properties') this.readPage(element);
    else if (this.current && name.endsWith('-properties')) readProperties(element, this.current.look);
  }

  private readPage(element: XmlElement): void {
    this.page ??= element.attribute('fo:background-color');
    const side = (name: string) => toPoints(element.attribute(name)) ?? 0;
    this.size = {
      width: Math.max(this.size.width, side('fo:page-width')),
      height: Math.max(this.size.height, side('fo:page-height')),
    };
  }

  close(name: string): void {
    if (name === 'style:style' || name === 'style:default-style') this.current = undefined;
  }

  /** The look of a named style of a family. */
  look(family: string, name: string | undefined): OdtLook {
    return { ...this.styles.get(family)?.look, ...this.ownLook(family, name) };
  }

  /** Without the defaults of its family. */
  ownLook(family: string, name: string | undefined): OdtLook {
    const looks: OdtLook[] = [];
    for (
      let style = this.styles.get(`${family} ${name}`);
      style && looks.length < LONGEST_CHAIN;
      style = this.styles.get(`${family} ${style.parent}`)
    )
      looks.unshift(style.look);
    return Object.assign({}, ...looks);
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
    get('fo:letter-spacing', (v) => Object.assign(look, { spacing: toPoints(v) ?? 0 }));
    get('style:text-position', (v) => Object.assign(look, positionOf(v)));
    get('text:display', (v) => Object.assign(look, { vanish: v === 'none' }));
  } else {
    get('fo:margin-left', (v) => Object.assign(look, { indent: toPoints(v) }));
    get('fo:text-indent', (v) => Object.assign(look, { firstLine: toPoints(v) }));
    get('fo:line-height', (v) =>
      Object.assign(look, { exactHeight: v.endsWith('%') ? (Number.parseFloat(v) / 100) * LINE : toPoints(v) }),
    );
    get('style:row-height', (v) => Object.assign(look, { exactHeight: toPoints(v) }));
    get('fo:background-color', (v) => Object.assign(look, { fill: v === 'transparent' ? 'auto' : v }));
    get('draw:fill-color', (v) => Object.assign(look, { fill: v }));
    get('draw:fill', (v) => v !== 'solid' && Object.assign(look, { fill: v === 'none' ? 'none' : 'any' }));
    get('draw:opacity', (v) => Number.parseFloat(v) < 10 && Object.assign(look, { fill: 'none' }));
    get('style:wrap', (v) => Object.assign(look, { aside: v !== 'run-through' }));
  }
}

/** `-33% 58%`: how far down or up, in percent of the size, and how large. */
function positionOf(value: string): OdtLook {
  const [raise = '', size = ''] = value.split(/\s+/);
  const percent = Number.parseFloat(raise);
  return {
    raise: Number.isFinite(percent) ? (percent / 100) * LINE : 0,
    ...(size.endsWith('%') ? { small: Number.parseFloat(size) } : {}),
  };
}
