/** Blanks at the end of a MIME delimiter line (RFC 2046 allows them, some gateways add them): the parser knows no such line and would read the files as text. */

const BLANKS = [0x20, 0x09];
/** Two dashes, a boundary of 70 characters, two dashes, and room for blanks. */
const LONGEST_LINE = 200;

/** The same bytes when there are none. Lines of text that begin with `--` lose blanks at their end; the signature mark `-- ` does not. */
export function dropBoundaryPadding(bytes: Buffer): Buffer {
  const pieces: Buffer[] = [];
  let kept = 0;
  for (let at = bytes.indexOf('\n--'); at >= 0; at = bytes.indexOf('\n--', at + 1)) {
    const lineEnd = bytes.subarray(at + 1, at + 1 + LONGEST_LINE).indexOf(0x0a);
    if (lineEnd < 0) continue;
    const end = bytes[at + lineEnd] === 0x0d ? at + lineEnd : at + 1 + lineEnd;
    const trimmed = trimmedEnd(bytes, at + 1, end);
    if (trimmed === end || trimmed <= at + 3) continue;
    pieces.push(bytes.subarray(kept, trimmed));
    kept = end;
  }
  return pieces.length === 0 ? bytes : Buffer.concat([...pieces, bytes.subarray(kept)]);
}

function trimmedEnd(bytes: Buffer, start: number, end: number): number {
  let at = end;
  while (at > start && BLANKS.includes(bytes[at - 1] ?? 0)) at--;
  return at;
}
