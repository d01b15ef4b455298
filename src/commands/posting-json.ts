import type { PostingRow } from '../store/postings.ts';

/** A posting as `jobs list --json` prints it. */
export function postingJson(posting: Pick<PostingRow, 'code' | 'status' | 'data' | 'sources'>): Record<string, unknown> {
  const { code, status, data, sources } = posting;
  return {
    id: code,
    title: data.title,
    company: data.company ?? null,
    locations: data.locations,
    isMultiLocation: data.locations.length > 1,
    status,
    confidence: data.confidence,
    sources: sources.map(({ feed, externalId }) => ({ feed, externalId })),
  };
}
