/** A copy without members that are undefined: so JSON, hashes and equality say the same, and spreading it over another record erases nothing. */
export function withoutUndefined<T extends object>(record: T): T {
  const kept = { ...record };
  for (const key in kept) if (kept[key] === undefined) delete kept[key];
  return kept;
}
