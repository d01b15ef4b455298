/** What the answer to a newer file says of the ones before: only of those that came to who reads it (rule A12). */
import type { Viewer } from '../../domain/people.ts';
import type { ReadResume } from '../../messages/file-outcome.ts';
import { dayOf, joined } from '../../messages/phrases.ts';
import { type ResumeView, resumesOfCandidates } from '../../store/resumes.ts';
import type { Store } from '../../store/store.ts';
import { namesAgree } from '../ingest/resolve-candidate.ts';
import { type Evidence, weighEvidence, weighFacts } from '../ingest/weigh-evidence.ts';
import { compareResumes, newsLines } from './compare-resumes.ts';

/** Empty for the first one that the reader has of that candidate, and for bytes that they sent before. */
export async function newsOf(store: Store, viewer: Viewer, file: ReadResume): Promise<string[]> {
  if (file.seenBefore) return [];
  const all = await resumesOfCandidates(store, viewer, [file.candidateId]);
  const others = all.filter((one) => one.code !== file.resumeCode).sort((a, b) => b.createdAt - a.createdAt);
  const [last] = others;
  if (!last) return [];
  return [...whySame(file, others), ...newsLines(compareResumes(last.data, file.resume), `the one of ${dayOf(last.createdAt)}`)];
}

/** Said where neither address nor number is the same, or the name is another one: then a person has to be able to judge it (principle 10). */
function whySame({ resume }: ReadResume, others: readonly ResumeView[]): string[] {
  const { email, phone, name } = resume.basics;
  const known = others.filter(
    ({ data: { basics } }) =>
      (email !== undefined && basics.email?.toLowerCase() === email.toLowerCase()) ||
      (phone !== undefined && basics.phone === phone),
  );
  if (known.some(({ data: { basics } }) => namesAgree(basics.name, name))) return [];
  const [first] = known;
  if (first) {
    const why = ['the same email address or phone number', ...weighFacts(resume, first.data).reasons];
    return [`I take it for a newer resume of the same person, although the name is another one: ${joined(why)}.`];
  }
  const best = others
    .map(({ data }) => weighEvidence(resume, data))
    .reduce<Evidence | undefined>((a, b) => (b && b.points >= b.needed && b.points > (a?.points ?? 0) ? b : a), undefined);
  if (!best) return [];
  return [`I take it for a newer resume of the same person: the same full name, ${joined(best.reasons)}.`];
}
