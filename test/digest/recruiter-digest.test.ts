import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Taxonomy } from '../../src/domain/taxonomy.ts';
import { itemsOf } from '../../src/messages/card.ts';
import { createTaxonomy } from '../../src/pipeline/enrich/create-taxonomy.ts';
import { textOf } from '../messages/cards/made-up.ts';
import {
  accessGranted,
  candidateFound,
  matchScored,
  postingData,
  postingSaved,
  resumeParsed,
  score,
  submissionReceived,
  W,
} from '../store/build-changes.ts';
import { type DigestWorld, openDigestWorld, RECRUITER } from './digest-world.ts';

const HOUR = 3_600_000;
let taxonomy: Taxonomy;
let world: DigestWorld;
beforeAll(() => {
  taxonomy = createTaxonomy();
});
beforeEach(async () => {
  world = await openDigestWorld(taxonomy);
});
afterEach(() => world.close());

/** From 05:00 to the time of the digest. */
const toDigestTime = () => world.clock.advance(2.5 * HOUR);

describe('a recruiter’s digest', () => {
  const asked = { id: `identity-${RECRUITER}-orsolya@example.com`, conversation: 'orsolya@example.com' };

  async function candidate(id: string, total: number) {
    const at = world.clock.now().getTime();
    await world.write(
      submissionReceived(`sub-${id}`, RECRUITER, { identityId: asked.id, conversation: asked.conversation, receivedAt: at }),
      candidateFound(`cand-${id}`),
      resumeParsed(`resume-${id}`, `cand-${id}`, { createdAt: at }),
      accessGranted(RECRUITER, `cand-${id}`, `resume-${id}`, `sub-${id}`, { at }),
      matchScored(
        `match-${id}`,
        { candidateId: `cand-${id}`, resumeId: `resume-${id}`, postingId: 'ward' },
        { score: score(total, total) },
      ),
    );
  }

  it('brings the candidates that came after the shortlist was asked for, and nobody else’s', async () => {
    await world.write(postingSaved('ward', { code: 'jward2345', data: postingData('Ward Manager') }), {
      kind: 'personSettingsChanged',
      workspace: W,
      personId: RECRUITER,
      digest: 'on',
    });
    await candidate('early', 90);
    world.clock.advance(60_000);
    await world.write(
      submissionReceived('sub-ask', RECRUITER, {
        identityId: asked.id,
        conversation: asked.conversation,
        kind: 'command',
        text: 'shortlist jward2345',
        detail: { command: 'shortlist jward2345' },
        receivedAt: world.clock.now().getTime(),
      }),
      matchScored(
        'match-other',
        { candidateId: 'cand-mirela', resumeId: 'resume-mirela', postingId: 'ward' },
        { score: score(99, 99) },
      ),
    );
    world.clock.advance(60_000);
    await candidate('late', 85);
    await candidate('weak', 50);
    toDigestTime();
    const messages = (await world.tick()).flatMap((step) => step.messages).filter((message) => message.personId === RECRUITER);
    expect(messages).toHaveLength(1);
    const card = messages[0]?.card;
    expect(card?.about).toEqual([RECRUITER, 'cand-late']);
    expect(card && textOf(card)).toContain('# New candidate for "Ward Manager"');
    expect(card && itemsOf(card).map((item) => item.title)).toEqual(['Name resume-late']);
  });

  it('stays quiet before a shortlist was asked for', async () => {
    await world.write(postingSaved('ward', { data: postingData('Ward Manager') }), {
      kind: 'personSettingsChanged',
      workspace: W,
      personId: RECRUITER,
      digest: 'on',
    });
    await candidate('late', 85);
    toDigestTime();
    const messages = (await world.tick()).flatMap((step) => step.messages);
    expect(messages.filter((message) => message.personId === RECRUITER)).toEqual([]);
  });
});
