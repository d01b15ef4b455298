/** Writes down what was stated, each with its confidence and line. */
import type { StatedFacts } from '../../domain/resume.ts';
import type { Taxonomy } from '../../domain/taxonomy.ts';
import type { StatedFound } from './read-stated.ts';
import { authorisationOf, moveOf, noticeOf, roleOf } from './stated-values.ts';
import type { StatedKind } from './stated-words.ts';
import type { Trace } from './trace.ts';

/** As it stands in the meta data; undefined where nothing is said. */
export function writeStated(stated: StatedFound, trace: Trace, taxonomy: Taxonomy): StatedFacts | undefined {
  const kept = (kind: StatedKind): string[] =>
    stated[kind].flatMap((one, at) => {
      trace.note(`stated.${kind}.${at}`, one.confidence, one.lines);
      return [one.value];
    });
  const facts: StatedFacts = {};
  const [permissions, roles, moves, notices, licences] = (
    ['workAuthorisation', 'desiredRoles', 'relocation', 'notice', 'drivingLicences'] as const
  ).map(kept);
  if (permissions?.length) facts.workAuthorisation = permissions.map((text) => authorisationOf(text, taxonomy));
  if (roles?.length) facts.desiredRoles = roles.map((text) => roleOf(text, taxonomy));
  if (moves?.length) facts.relocation = moves.map((text) => moveOf(text, taxonomy));
  if (notices?.length) facts.notice = notices.map(noticeOf);
  if (licences?.length) facts.drivingLicences = licences;
  return Object.keys(facts).length > 0 ? facts : undefined;
}
