/** The part of a feed's text that is held in memory, and where in the feed it stands. */
export class TextWindow {
  text = '';
  private line = 1;
  private column = 1;
  private bytes: number;

  /** @param startByte bytes before the text (a BOM). */
  constructor(startByte = 0) {
    this.bytes = startByte;
  }

  append(piece: string): void {
    this.text += piece;
  }

  /** Forgets the first `count` characters. */
  drop(count: number): void {
    if (count <= 0) return;
    const gone = this.text.slice(0, count);
    [this.line, this.column] = this.lineAndColumn(count);
    this.bytes += Buffer.byteLength(gone);
    this.text = this.text.slice(count);
  }

  /** `line:column` of the character at `index`, both from 1. */
  lineColumnAt(index: number): string {
    return this.lineAndColumn(index).join(':');
  }

  /** Byte offset (in UTF-8) of the character at `index`. */
  byteAt(index: number): number {
    return this.bytes + Buffer.byteLength(this.text.slice(0, index));
  }

  /** A copy that does not keep the window alive: V8 slices share memory with the string they were cut from. */
  copy(from: number, to: number): string {
    return Buffer.from(this.text.slice(from, to), 'utf16le').toString('utf16le');
  }

  private lineAndColumn(index: number): [number, number] {
    let line = this.line;
    let last = -1;
    for (let at = this.text.indexOf('\n'); at >= 0 && at < index; at = this.text.indexOf('\n', at + 1)) {
      line++;
      last = at;
    }
    return [line, last < 0 ? this.column + index : index - last];
  }
}
