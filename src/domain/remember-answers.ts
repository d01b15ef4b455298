/** Parsing weighs every reading of a line and asks the same few dozen texts of a document again and again. */

/** Far more than one document asks; the memory is emptied when it is full. */
const MOST = 4096;
/** Longer texts are lines of prose, asked once. */
const LONGEST = 120;

/** The same function, which answers from memory what it was just asked. For pure functions whose answers nobody changes. */
export function rememberAnswers<T>(ask: (text: string) => T): (text: string) => T {
  const known = new Map<string, { answer: T }>();
  return (text) => {
    const before = known.get(text);
    if (before) return before.answer;
    const answer = ask(text);
    if (text.length > LONGEST) return answer;
    if (known.size >= MOST) known.clear();
    known.set(text, { answer });
    return answer;
  };
}
