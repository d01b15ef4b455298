/** Only http, https and mailto survive from a file (rule P8). */
export function linkTarget(target: unknown): string | undefined {
  if (typeof target !== 'string' || target.length > 2048) return undefined;
  const trimmed = target.trim();
  if (!/^(https?:\/\/|mailto:)[^\s<>"']+$/i.test(trimmed)) return undefined;
  return URL.canParse(trimmed) ? trimmed : undefined;
}
