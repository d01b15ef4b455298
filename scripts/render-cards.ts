/**
 * `npm run cards`: every kind of card as each channel shows it, under docs/cards: as plain text to read, and in the channel's own terms.
 * All people and firms are invented. A test compares the files with what this writes.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DiscordRendering, renderDiscord } from '../src/bots/discord/render-discord.ts';
import { asMailCard } from '../src/bots/email/mail-card.ts';
import { renderMail } from '../src/bots/email/render-mail.ts';
import { renderSlack } from '../src/bots/slack/render-slack.ts';
import { type Card, itemsOf } from '../src/messages/card.ts';
import { cardToText } from '../src/messages/card-to-text.ts';
import { itemMessages } from '../src/messages/item-messages.ts';
import { sampleChatCards, sampleMails } from './samples/mail-cards.ts';

/** A card of a chat as its platform takes it: what a person reads, and the platform's own JSON. */
type RenderChat = (card: Card) => { text: string; json: unknown };

/** A new chat is a line here. */
const CHATS: Readonly<Record<string, RenderChat>> = {
  slack: (card) => {
    const { text, ...message } = renderSlack(card);
    // The plain text is escaped for Slack; people read it without.
    const read = text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
    return { text: read, json: { text, ...message } };
  },
  discord: (card) => {
    const message = renderDiscord(card);
    return { text: readDiscord(message), json: message };
  },
};

/** Discord has no pages of a person's own. */
const WITHOUT_HOMES: ReadonlySet<string> = new Set(['discord']);

/** As it stands on the screen: without escapes and stars, buttons in brackets. */
function readDiscord({ content, embeds, components }: DiscordRendering): string {
  const lines = [content, ...embeds.flatMap(({ title, description, footer }) => [title, description, footer?.text])];
  const buttons = components.flatMap((row) => row.components.map(({ label }) => `[${label}]`)).join(' ');
  const plain = lines
    .filter((line) => line !== undefined)
    .map((line) => line.replace(/\\([^0-9A-Za-z\s])|[*`]/g, (_, sign = '') => sign));
  return [...plain, buttons].filter((line) => line !== '').join('\n');
}

const FROM = { name: 'Shortlist', address: 'jobs@shortlist.example.org' };

/** File name → content; the same every time. */
export async function renderedCards(): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  const mails = await sampleMails();
  for (const [name, { card, bulk, links }] of mails) {
    const postalAddress = bulk ? 'Shortlist, 12 Fernhill Lane, Ashbourne' : undefined;
    const mail = await renderMail(asMailCard(card, { from: FROM, bulk, postalAddress }), { sender: FROM.name, links });
    files.set(`mail/${name}.txt`, `Subject: ${mail.subject}\n\n${mail.text.trimEnd()}\n`);
    files.set(`mail/${name}.html`, mail.html);
  }
  for (const [name, card] of chatCards(mails)) {
    files.set(
      `neutral/${name}.txt`,
      messagesOf(card)
        .map((one) => cardToText(one).trimEnd())
        .join(`\n\n${NEXT}\n\n`)
        .concat('\n'),
    );
    for (const [chat, render] of Object.entries(CHATS)) {
      if (name.startsWith('home') && WITHOUT_HOMES.has(chat)) continue;
      const messages = messagesOf(card).map(render);
      files.set(`${chat}/${name}.txt`, `${messages.map((one) => one.text.trimEnd()).join(`\n\n${NEXT}\n\n`)}\n`);
      files.set(
        `${chat}/${name}.json`,
        `${JSON.stringify(
          messages.map((one) => one.json),
          null,
          2,
        )}\n`,
      );
    }
  }
  return files;
}

/** Between two messages of one list. */
const NEXT = '----- the next message -----';
/** What only a server of mail needs. */
const MAIL_ONLY: ReadonlySet<string> = new Set(['help', 'acknowledgement', 'feedback']);

function chatCards(mails: Awaited<ReturnType<typeof sampleMails>>): [string, Card][] {
  const both = [...mails].filter(([name]) => !MAIL_ONLY.has(name)).map(([name, { card }]): [string, Card] => [name, card]);
  return [...both, ...sampleChatCards()];
}

/** A list is a message a match there; a home is one page. */
function messagesOf(card: Card): Card[] {
  if (card.title === 'Shortlist') return [card];
  const matches = itemsOf(card).flatMap(({ number, matchId }) => (matchId === undefined ? [] : [{ number, matchId }]));
  const message = {
    id: 'o0',
    workspace: 'default',
    personId: 'p',
    channel: 'chat',
    conversation: 'D',
    private: true,
    dedupeKey: 'answer:s',
    card,
    matches,
    createdAt: 0,
  };
  return itemMessages(message, () => 'o').map((one) => one.card);
}

/** Replaces what lies there. */
export async function writeCards(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  for (const [name, content] of await renderedCards()) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

if (import.meta.main) await writeCards(process.argv[2] ?? 'docs/cards');
