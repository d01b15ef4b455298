import { type SampleMail, sampleMails } from '../../../scripts/samples/mail-cards.ts';
import { asMailCard } from '../../../src/bots/email/mail-card.ts';
import { type RenderedMail, renderMail } from '../../../src/bots/email/render-mail.ts';

export const SAMPLES: readonly (readonly [name: string, sample: SampleMail])[] = [...(await sampleMails())];
const FROM = { name: 'Shortlist', address: 'jobs@shortlist.example.org' };

/** As compose-mail.ts makes it. */
export const renderSample = ({ card, bulk, links }: SampleMail): Promise<RenderedMail> =>
  renderMail(asMailCard(card, { from: FROM, bulk, postalAddress: 'Shortlist, 12 Fernhill Lane, Ashbourne' }), {
    sender: FROM.name,
    stopLink: bulk ? `mailto:${FROM.address}?subject=stop` : undefined,
    links,
  });
