/** What the address of a mailbox looks like: the one place that says so for what people write and print. */

/**
 * Of a pattern for texts, with the flag `u`. It begins where a word begins, so that a long word costs one look and not one for each of
 * its letters (rule P6).
 */
export const MAIL_ADDRESS =
  "(?<![\\p{L}\\p{N}._%+'-])[\\p{L}\\p{N}._%+'-]{1,64}@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,4}";

const WHOLE = /^[^\s@<>,;:"|()[\]]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,4}\.\p{L}{2,24}$/u;

/** A text that is one and nothing else. */
export const isMailAddress = (text: string): boolean => WHOLE.test(text);

/** Whether there may be one, also a broken one: a sign between two letters. */
export const holdsMailAddress = (text: string): boolean => /[\p{L}\d]@[\p{L}\d]/u.test(text);
