/** JSON as exporters and documentation write it: with comments, trailing commas, raw line breaks in strings. */

/**
 * The value of the text, read strictly first.
 * @throws SyntaxError when it is no JSON even after comments, trailing commas and control characters are dealt with
 */
export function parseLooseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const mended = mendJson(text);
    if (mended === text) throw error;
    return JSON.parse(mended);
  }
}

function mendJson(text: string): string {
  const out: string[] = [];
  let at = 0;
  while (at < text.length) {
    const char = text[at] ?? '';
    if (char === '"') {
      const end = endOfString(text, at);
      out.push(escapeControls(text.slice(at, end)));
      at = end;
    } else if (char === '/' && (text[at + 1] === '/' || text[at + 1] === '*')) {
      at = endOfComment(text, at);
    } else if (char === ',' && closesNext(text, at + 1)) {
      at++;
    } else {
      out.push(char);
      at++;
    }
  }
  return out.join('');
}

/** Index after the closing quote, or the end of the text. */
function endOfString(text: string, start: number): number {
  for (let quote = text.indexOf('"', start + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let slashes = 0;
    while (text[quote - 1 - slashes] === '\\') slashes++;
    if (slashes % 2 === 0) return quote + 1;
  }
  return text.length;
}

/** Index after the comment that starts at `start`, or the end of the text. */
export function endOfComment(text: string, start: number): number {
  const block = text[start + 1] === '*';
  const end = text.indexOf(block ? '*/' : '\n', start + 2);
  if (end < 0) return text.length;
  return block ? end + 2 : end;
}

function closesNext(text: string, from: number): boolean {
  let at = from;
  for (; at < text.length; at++) {
    const char = text[at] ?? '';
    if (char === '/' && (text[at + 1] === '/' || text[at + 1] === '*')) at = endOfComment(text, at) - 1;
    else if (!/\s/.test(char)) break;
  }
  return text[at] === '}' || text[at] === ']';
}

const escapeControls = (quoted: string): string =>
  /[\u0000-\u001f]/.test(quoted)
    ? quoted.replace(/[\u0000-\u001f]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
    : quoted;
