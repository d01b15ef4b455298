/** A recruiter's digest: applications, the review queue, selected postings; and nothing of what they may not see (F7.2, A12). */
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadDigest } from '../../src/digest/load-digest.ts';
import type { Change } from '../../src/domain/changes.ts';
import type { Taxonomy } from '../../src/domain/taxonomy.ts';
import { createTaxonomy } from '../../src/pipeline/enrich/create-taxonomy.ts';
import { textOf } from '../messages/cards/made-up.ts';
import {
  accessGranted,
  candidateFound,
  feedbackGiven,
  identityMet,
  matchScored,
  personMet,
  postingData,
  postingSaved,
  resumeParsed,
  score,
  submissionReceived,
  W,
} from '../store/build-changes.ts';
import { DAY, type DigestWorld, openDigestWorld, RECRUITER } from './digest-world.ts';

const HOUR = 3_600_000;
const OTHER = 'oswin';
let taxonomy: Taxonomy;
let world: DigestWorld;
beforeAll(() => {
  taxonomy = createTaxonomy();
});
beforeEach(async () => {
  world = await openDigestWorld(taxonomy);
  await world.write(
    postingSaved('ward', { code: 'jward2345', data: postingData('Ward Manager') }),
    { kind: 'personSettingsChanged', workspace: W, personId: RECRUITER, digest: 'on' },
    personMet(OTHER, { role: 'recruiter' }),
    identityMet(OTHER, 'oswin@example.com'),
  );
});
afterEach(() => world.close());

const from = (personId: string) => ({
  identityId: `identity-${personId}-${personId}@example.com`,
  conversation: `${personId}@example.com`,
});

/** Somebody's resume in the hands of `owner`, scored for the ward; by an application when `applied`. */
function candidate(owner: string, id: string, total: number, options: { applied?: boolean } = {}): Change[] {
  const at = world.clock.now().getTime();
  return [
    submissionReceived(`sub-${id}`, owner, {
      ...from(owner),
      kind: options.applied ? 'application' : 'resume',
      postingId: options.applied ? 'ward' : undefined,
      receivedAt: at,
    }),
    candidateFound(`cand-${id}`),
    resumeParsed(`resume-${id}`, `cand-${id}`, { createdAt: at }),
    accessGranted(owner, `cand-${id}`, `resume-${id}`, `sub-${id}`, { at, reason: options.applied ? 'application' : 'sent' }),
    matchScored(
      `match-${id}`,
      { candidateId: `cand-${id}`, resumeId: `resume-${id}`, postingId: 'ward' },
      { score: score(total, total) },
    ),
    ...(options.applied ? [applied(id, at)] : []),
  ];
}

function applied(id: string, at: number): Change {
  const [candidateId, resumeId, submissionId] = [`cand-${id}`, `resume-${id}`, `sub-${id}`];
  const application = {
    id: `application-${id}`,
    postingId: 'ward',
    candidateId,
    resumeId,
    personId: 'applicant',
    submissionId,
    at,
  };
  return { kind: 'applicationReceived', workspace: W, application };
}

const asked = (personId: string): Change =>
  submissionReceived(`ask-${personId}`, personId, {
    ...from(personId),
    kind: 'command',
    text: 'shortlist jward2345',
    detail: { command: 'shortlist jward2345' },
    receivedAt: world.clock.now().getTime(),
  });

async function recruiterDigest(): Promise<string | undefined> {
  const at = world.clock.now().getTime();
  world.clock.advance((((7.5 * HOUR - at) % DAY) + DAY) % DAY || DAY);
  const messages = (await world.tick()).flatMap((step) => step.messages).filter((one) => one.personId === RECRUITER);
  return messages[0] && textOf(messages[0].card);
}

describe('a recruiter’s digest', () => {
  it('counts applications since the last one, also those below the threshold, once', async () => {
    await world.write(
      ...candidate(RECRUITER, 'weak', 50, { applied: true }),
      ...candidate(RECRUITER, 'weaker', 40, { applied: true }),
    );
    const first = await recruiterDigest();
    expect(first).toContain('2 applications for your jobs');
    expect(first).toContain('- 2 applications for "Ward Manager".');
    expect(first).toContain('> shortlist jward2345');
    expect(first).not.toContain('What do you think?');
    expect(await recruiterDigest()).toBeUndefined();
  });

  it('names the review queue and the command for it, beside something new and never alone', async () => {
    await world.write(postingSaved('unsure', { status: 'manualReview', data: postingData('Unsure') }));
    expect(await recruiterDigest()).toBeUndefined();
    await world.write(asked(RECRUITER));
    world.clock.advance(HOUR);
    await world.write(...candidate(RECRUITER, 'late', 85));
    const text = await recruiterDigest();
    expect(text).toContain('# New candidate for "Ward Manager"');
    expect(text).toContain('1 job waits for somebody to check what was read of it.');
    expect(text).toContain('> jobs list manualReview: the jobs to check');
  });

  it('is about postings that they selected, from then on', async () => {
    await world.write(...candidate(RECRUITER, 'early', 90));
    world.clock.advance(HOUR);
    const at = world.clock.now().getTime();
    const select = {
      kind: 'postingSelected',
      workspace: W,
      postingId: 'ward',
      personId: RECRUITER,
      channel: 'email',
      at,
    } as const;
    world.clock.advance(HOUR);
    await world.write(...candidate(RECRUITER, 'late', 85));
    expect(await loadDigest(world.options, await world.person(RECRUITER))).toBeUndefined();
    await world.write(select);
    const loaded = await loadDigest(world.options, await world.person(RECRUITER));
    expect(loaded?.items.map((item) => item.matchId)).toEqual(['match-late']);
  });

  it('is word for word the same whatever others sent, liked, or got applications of (A12)', async () => {
    const mine = async () => {
      await world.write(asked(RECRUITER));
      world.clock.advance(60_000);
      await world.write(...candidate(RECRUITER, 'mine', 85), ...candidate(RECRUITER, 'applied', 72, { applied: true }));
      return recruiterDigest();
    };
    const alone = await mine();
    await world.close();
    world = await openDigestWorld(taxonomy);
    await world.write(
      postingSaved('ward', { code: 'jward2345', data: postingData('Ward Manager') }),
      { kind: 'personSettingsChanged', workspace: W, personId: RECRUITER, digest: 'on' },
      personMet(OTHER, { role: 'recruiter' }),
      identityMet(OTHER, 'oswin@example.com'),
      asked(OTHER),
    );
    for (let index = 0; index < 12; index += 1)
      await world.write(...candidate(OTHER, `theirs${index}`, 99 - index, { applied: index % 2 === 0 }));
    await world.write(
      feedbackGiven('f1', OTHER, 'match-theirs0'),
      matchScored(
        'match-mirela',
        { candidateId: 'cand-mirela', resumeId: 'resume-mirela', postingId: 'ward' },
        { score: score(99, 99) },
      ),
    );
    const codes = (text: string | undefined) => text?.replace(/\bm[0-9a-hjkmnp-tv-z]{8}\b/g, 'm#');
    const beside = codes(await mine());
    expect(beside).toBe(codes(alone));
    expect(beside).toContain('Name resume-mine');
    expect(beside).not.toMatch(/theirs|mirela/);
  });

  it('counts nobody’s applications for an admin but their own', async () => {
    await world.write({ kind: 'personSettingsChanged', workspace: W, personId: RECRUITER, role: 'admin' });
    await world.write(...candidate(OTHER, 'theirs', 50, { applied: true }));
    expect(await recruiterDigest()).toBeUndefined();
  });
});
