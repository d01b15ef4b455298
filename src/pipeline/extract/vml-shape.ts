/** A shape of VML, the drawings of old Word files: its place and its fill stand in attributes. */
import type { HidingTechnique } from '../../domain/document.ts';
import { parseHexColor, type Rgb, WHITE } from './color.ts';
import { namedColor } from './color-names.ts';
import type { Theme } from './docx-theme.ts';
import type { XmlElement } from './read-xml.ts';
import type { Ground } from './text-grounds.ts';
import { type Room, toPoints } from './text-room.ts';

interface VmlShape {
  anchored: boolean;
  room: Room;
  hidden?: HidingTechnique;
  fill: Ground | 'none';
}

export function readVmlShape(element: XmlElement, theme: Theme): VmlShape {
  const style = readStyle(element.attribute('style') ?? '');
  const anchored = style.get('position') === 'absolute';
  const length = (name: string) => (style.get(name) === '0' ? 0 : toPoints(style.get(name)));
  const room: Room = {
    width: length('width'),
    height: length('height'),
    ...(anchored ? { left: length('margin-left') ?? length('left'), top: length('margin-top') ?? length('top') } : {}),
  };
  const filled = !/^(?:f|false|0)$/.test(element.attribute('filled') ?? '');
  return {
    anchored,
    room: relative(room, style),
    ...(style.get('visibility') === 'hidden' ? { hidden: 'vanish' } : {}),
    fill: filled ? fillOf(element.attribute('fillcolor'), theme) : 'none',
  };
}

/** A width or height in percent of the page, or fitted to the text, is none that we know. */
function relative(room: Room, style: ReadonlyMap<string, string>): Room {
  const known = { ...room };
  if (style.has('mso-width-percent') && style.get('mso-width-percent') !== '0') known.width = undefined;
  if (style.has('mso-height-percent') && style.get('mso-height-percent') !== '0') known.height = undefined;
  return known;
}

function readStyle(text: string): Map<string, string> {
  const style = new Map<string, string>();
  for (const part of text.slice(0, 4096).split(';')) {
    const colon = part.indexOf(':');
    if (colon > 0)
      style.set(
        part.slice(0, colon).trim().toLowerCase(),
        part
          .slice(colon + 1)
          .trim()
          .toLowerCase(),
      );
  }
  return style;
}

/** `#4472c4 [3204]`, `#fff`, `navy`; white where nothing is said. */
function fillOf(value: string | undefined, theme: Theme): Ground {
  if (value === undefined) return [WHITE];
  const first = value.trim().toLowerCase().split(/\s/, 1)[0] ?? '';
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(first);
  const hex = short
    ? short
        .slice(1, 4)
        .map((digit) => digit + digit)
        .join('')
    : first;
  const color: Rgb | undefined = parseHexColor(hex) ?? namedColor(first) ?? theme.get(first);
  return color && [color];
}
