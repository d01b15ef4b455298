/** The closed list of reasons why a file was not read (docs: command line contract). */
export const READ_ERROR_CODES = [
  'unsupported',
  'empty',
  'encrypted',
  'damaged',
  'too_large',
  'too_many_pages',
  'timeout',
  'memory',
  'not_a_resume',
  'no_text',
] as const;
export type ReadErrorCode = (typeof READ_ERROR_CODES)[number];

/** Why a file was not read, in words for the person who sent it, and what they can do. */
export interface ReadError {
  code: ReadErrorCode;
  message: string;
  fix: string;
}
