/** Corrections that stand in the very message that brings a resume (F2.5): they come before anybody saw what was understood. Pure. */
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { parseCorrections } from '../correct/parse-corrections.ts';

/**
 * The remark that they were not taken, or none. To take them as well was rejected: what they correct is not read yet, and the same words
 * ("skills +Rust") may be meant for whoever reads the application.
 */
export function correctionsBeside(text: string, files: readonly { name: string }[], taxonomy: Taxonomy): string[] {
  // A pasted resume has lines of every kind.
  if (files.length === 0 || files.some((file) => file.name === 'message.txt')) return [];
  const { corrections, certain } = parseCorrections(text, { taxonomy });
  if (!certain || corrections.length === 0) return [];
  return ['I read the file, and took no corrections from the message that it came with: please answer with those lines.'];
}
