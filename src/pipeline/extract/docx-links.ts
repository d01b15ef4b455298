/** Links of a DOCX: by relationship, and by fields with a code (`HYPERLINK "https://…"`) and what is shown for it. */
import { linkTarget } from './link-target.ts';
import type { XmlElement } from './read-xml.ts';

const LONGEST_CODE = 4096;

export class DocxLinks {
  private readonly targets: ReadonlyMap<string, string>;
  private readonly opened: (string | undefined)[] = [];
  private readonly fields: { code: string; shown: boolean }[] = [];

  /** Targets of relationships by id. */
  constructor(targets: ReadonlyMap<string, string>) {
    this.targets = targets;
  }

  /** False for what is no link. */
  open(element: XmlElement): boolean {
    if (element.name === 'w:hyperlink') this.opened.push(linkTarget(this.targets.get(element.attribute('r:id') ?? '')));
    else if (element.name === 'w:fldSimple') this.opened.push(linkOfField(element.attribute('w:instr') ?? ''));
    else return false;
    return true;
  }

  close(): void {
    this.opened.pop();
  }

  /** `w:fldChar`: a field begins with its code, goes on with what it shows, and ends. */
  mark(kind: string | undefined): void {
    const field = this.fields.at(-1);
    if (kind === 'begin') this.fields.push({ code: '', shown: false });
    else if (kind === 'separate' && field) field.shown = true;
    else if (kind === 'end') this.fields.pop();
  }

  instruct(text: string): void {
    const field = this.fields.at(-1);
    if (field && field.code.length < LONGEST_CODE) field.code += text;
  }

  /** False between the beginning of a field and what it shows. */
  get showing(): boolean {
    return this.fields.at(-1)?.shown !== false;
  }

  /** Where text leads that stands here. */
  get link(): string | undefined {
    const opened = this.opened.findLast((target) => target !== undefined);
    return opened ?? this.fields.map((field) => linkOfField(field.code)).find((target) => target !== undefined);
  }
}

function linkOfField(code: string): string | undefined {
  return linkTarget(/^\s*HYPERLINK\s+"([^"]{1,2048})"/i.exec(code)?.[1]);
}
