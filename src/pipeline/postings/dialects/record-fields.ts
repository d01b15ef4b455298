/** Reads a record of a feed by any of the names that feeds use for a field. Keys are compared without case, spaces, `-` and `_`. */
import { fieldKey, isRecord } from '../feed/find-postings.ts';
import type { FeedRecord, FieldValue } from '../feed/xml-to-record.ts';

/** Where an object says what it is called. */
const NAME_KEYS = ['name', 'label', 'displayname', 'text', 'title', 'value', 'rendered', '@value', 'city'];

export class RecordFields {
  private readonly values: Map<string, FieldValue>;

  constructor(record: FeedRecord) {
    this.values = new Map();
    for (const [key, value] of Object.entries(record)) {
      const name = fieldKey(key);
      if (!this.values.has(name) || isEmpty(this.values.get(name))) this.values.set(name, value);
    }
  }

  /** The first field that is there and not empty. */
  value(...names: string[]): FieldValue | undefined {
    for (const name of names) {
      const value = this.values.get(name);
      if (value !== undefined && !isEmpty(value)) return value;
    }
    return undefined;
  }

  /** Text of the first field that has one; of an object its name, of a list its first. */
  text(...names: string[]): string | undefined {
    for (const name of names) {
      const text = textOf(this.values.get(name));
      if (text !== undefined) return text;
    }
    return undefined;
  }

  /** Texts of a list, a comma-separated text, or a single value. */
  list(...names: string[]): string[] {
    return names.flatMap((name) => textsOf(this.values.get(name)));
  }

  number(...names: string[]): number | undefined {
    for (const name of names) {
      const number = numberOf(this.values.get(name));
      if (number !== undefined) return number;
    }
    return undefined;
  }

  record(...names: string[]): RecordFields | undefined {
    for (const name of names) {
      const value = this.values.get(name);
      if (isRecord(value)) return new RecordFields(value);
    }
    return undefined;
  }

  has(name: string): boolean {
    return this.values.has(name);
  }
}

const isEmpty = (value: FieldValue | undefined): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

export function textOf(value: FieldValue | undefined): string | undefined {
  if (typeof value === 'string') return value.trim() || undefined;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map(textOf).find((text) => text !== undefined);
  if (!isRecord(value)) return undefined;
  return new RecordFields(value).text(...NAME_KEYS);
}

function textsOf(value: FieldValue | undefined): string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  const text = textOf(value);
  if (text === undefined) return [];
  return typeof value === 'string'
    ? text
        .split(/[,;|]/)
        .map((part) => part.trim())
        .filter((part) => part !== '')
    : [text];
}

export function numberOf(value: FieldValue | undefined): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string' || !/^\s{0,20}-?\d{1,15}(?:[.,]\d{1,6})?\s{0,20}$/.test(value)) return undefined;
  return Number(value.trim().replace(',', '.'));
}
