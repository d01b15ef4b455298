/** Names of reactions → the signs that people mean; what is not here goes on as `:name:`, which reactions are read by as well. */
const SIGNS: Readonly<Record<string, string>> = {
  '+1': '👍',
  thumbsup: '👍',
  '-1': '👎',
  thumbsdown: '👎',
  heart: '❤',
  fire: '🔥',
  tada: '🎉',
  star: '⭐',
  bookmark: '🔖',
  pushpin: '📌',
  white_check_mark: '✅',
  heavy_check_mark: '✔',
  x: '❌',
  eyes: '👀',
};

/** `thumbsup::skin-tone-3` is a 👍 (rule S12). */
export function emojiOf(name: string): string {
  const [plain = name] = name.split('::');
  return SIGNS[plain] ?? `:${plain}:`;
}
