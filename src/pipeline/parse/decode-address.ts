/** Percent escapes of an address as text. Old pages escape Latin-1 (`j%FCrgen`), which is no UTF-8, and some write `100%`: such stay as they stand. */
export function decodeAddress(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
