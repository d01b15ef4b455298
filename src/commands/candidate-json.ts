import type { CandidateView } from '../store/candidates.ts';

/** `candidates --json`: ids are codes. */
export function candidateJson(candidate: CandidateView): Record<string, unknown> {
  const { code, name, email, phone, versions, resumes, sources } = candidate;
  return {
    id: code,
    name: name ?? null,
    email: email ?? null,
    phone: phone ?? null,
    versions,
    resumes,
    sources: sources.map(sourceJson),
  };
}

const sourceJson = ({ channel, receivedAt, from }: CandidateView['sources'][number]) => ({
  channel,
  receivedAt: new Date(receivedAt).toISOString(),
  from: from ?? null,
});
