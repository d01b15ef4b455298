/** Lengths of CSS in pixels, on the screen of somebody who reads a resume; `calc()`, `min()`, `max()` and `clamp()` too. */

/** The screen that widths and media queries are about. Pixels. */
export const SCREEN = { width: 1280, height: 800 };

/** What relative units stand for. Pixels. */
export interface Measure {
  /** Size of the letters. */
  em: number;
  /** What 100 % is. */
  whole: number;
}

const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 9.6 / 2.54,
  q: 2.4 / 2.54,
  rem: 16,
  vw: SCREEN.width / 100,
  vi: SCREEN.width / 100,
  vh: SCREEN.height / 100,
  vb: SCREEN.height / 100,
  vmin: SCREEN.height / 100,
  vmax: SCREEN.width / 100,
};
/** Of an em. */
const LETTERS: Readonly<Record<string, number>> = { em: 1, ex: 0.5, ch: 0.5, lh: 1.2, rlh: 1.2, ic: 1, cap: 0.7 };
const LONGEST = 300;
const DEEPEST = 20;

/** Pixels; undefined for what is no length (`auto`, `fit-content`, a colour). A number without a unit is pixels. */
export function toPixels(value: string | undefined, measure: Measure): number | undefined {
  if (!value || value.length > LONGEST) return undefined;
  const text = value.trim();
  const simple = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)([a-z]*|%)$/.exec(text);
  if (simple) return inPixels(Number(simple[1]), simple[2] ?? '', measure);
  return /^-?(?:calc|min|max|clamp|abs)\(|^-?webkit-calc\(/.test(text) ? new Formula(text, measure).value() : undefined;
}

function inPixels(number: number, unit: string, { em, whole }: Measure): number | undefined {
  if (unit === '%') return (number / 100) * whole;
  const small = unit.replace(/^[dsl](?=v)/, '');
  const size = UNITS[small] ?? (LETTERS[small] === undefined ? undefined : LETTERS[small] * em);
  return size === undefined ? undefined : number * size;
}

/** Sums and products of lengths, read from left to right. */
class Formula {
  private readonly tokens: readonly string[];
  private readonly measure: Measure;
  private at = 0;
  private depth = 0;

  constructor(text: string, measure: Measure) {
    this.tokens = text.match(/(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?(?:[a-z]+|%)?|[a-z-]+\(|[()+\-*/,]/g) ?? [];
    this.measure = measure;
  }

  value(): number | undefined {
    const sum = this.sum();
    return Number.isFinite(sum) ? sum : undefined;
  }

  private sum(): number {
    let sum = this.product();
    for (let sign = this.tokens[this.at]; sign === '+' || sign === '-'; sign = this.tokens[this.at]) {
      this.at++;
      sum += this.product() * (sign === '+' ? 1 : -1);
    }
    return sum;
  }

  private product(): number {
    let product = this.atom();
    for (let sign = this.tokens[this.at]; sign === '*' || sign === '/'; sign = this.tokens[this.at]) {
      this.at++;
      const next = this.atom();
      product = sign === '*' ? product * next : product / next;
    }
    return product;
  }

  private atom(): number {
    const token = this.tokens[this.at++];
    if (token === undefined || ++this.depth > DEEPEST) return Number.NaN;
    const value = this.atomOf(token);
    this.depth--;
    return value;
  }

  private atomOf(token: string): number {
    if (token === '-') return -this.atom();
    if (token === '+') return this.atom();
    if (token.endsWith('(')) return combine(token.slice(0, -1), this.inBrackets());
    const [, number = '', unit = ''] = /^([\d.]+(?:e[+-]?\d+)?)(.*)$/.exec(token) ?? [];
    return inPixels(Number(number), unit, this.measure) ?? Number.NaN;
  }

  private inBrackets(): number[] {
    const values = [this.sum()];
    while (this.tokens[this.at] === ',') {
      this.at++;
      values.push(this.sum());
    }
    this.at++;
    return values;
  }
}

function combine(name: string, values: readonly number[]): number {
  const [first = Number.NaN, second = first, third = second] = values;
  if (name.startsWith('-')) return -combine(name.slice(1), values);
  if (name === 'min') return Math.min(...values);
  if (name === 'max') return Math.max(...values);
  if (name === 'abs') return Math.abs(first);
  return name === 'clamp' ? Math.max(first, Math.min(second, third)) : first;
}
