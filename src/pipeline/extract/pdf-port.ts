/** The two ends of a channel between the halves of pdfjs in one thread: messages are handed over as they are, never copied. */

type Listener = (event: { data: unknown }) => void;

/** What pdfjs uses of a worker or a port. Messages arrive in their order, after the code that sent them. */
export class PdfPort {
  private peer: PdfPort | undefined;
  private readonly listeners = new Set<Listener>();

  static pair(): [PdfPort, PdfPort] {
    const [a, b] = [new PdfPort(), new PdfPort()];
    a.peer = b;
    b.peer = a;
    return [a, b];
  }

  postMessage(message: unknown): void {
    const answer = answerToFontFallback(message);
    const [to, data] = answer ? [this, answer] : [this.peer, keepLists(message)];
    queueMicrotask(() => to?.deliver(data));
  }

  addEventListener(_name: string, listener: Listener): void {
    this.listeners.add(listener);
  }

  removeEventListener(_name: string, listener: Listener): void {
    this.listeners.delete(listener);
  }

  private deliver(data: unknown): void {
    for (const listener of this.listeners) listener({ data });
  }
}

/** A font that cannot be loaded would have all its glyphs made into paths. Nobody draws them: the request is answered at once. */
function answerToFontFallback(message: unknown): object | undefined {
  if (property(message, 'action') !== 'FontFallback') return undefined;
  return {
    sourceName: property(message, 'targetName'),
    targetName: property(message, 'sourceName'),
    callback: 1,
    callbackId: property(message, 'callbackId'),
  };
}

/** The lists of operators are emptied by their sender once they are sent: the only part of a message that changes later. */
function keepLists(message: unknown): unknown {
  const chunk = property(message, 'chunk');
  const [operators, args] = [property(chunk, 'fnArray'), property(chunk, 'argsArray')];
  if (!Array.isArray(operators) || !Array.isArray(args)) return message;
  return Object.assign({}, message, { chunk: Object.assign({}, chunk, { fnArray: [...operators], argsArray: [...args] }) });
}

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
