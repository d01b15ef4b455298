/** A channel-neutral message. Features build cards; each channel renders them (principle 5). All strings are plain text without markup. */
import type { BlobId, CandidateId, MatchId, PersonId, PostingId } from '../domain/ids.ts';

export interface CardFact {
  label: string;
  value: string;
  /** Shown smaller, after the value: `not sure`, `from the header`. */
  note?: string;
}

/** A numbered thing one can react to: a match in a reply, shortlist or digest. */
export interface CardItem {
  /** 1, 2, … within the message; reactions name it. */
  number: number;
  matchId?: MatchId;
  postingId?: PostingId;
  /** The public code, shown so that people can ask `why m…`. */
  code?: string;
  title: string;
  subtitle?: string;
  /** http or https only. */
  url?: string;
  /** 0…100. */
  score?: number;
  /** Why it is here. */
  good: string[];
  missing: string[];
  /** Neutral: feedback given, changed since, vetoes. */
  notes: string[];
}

/** Words to answer with: `match` – `your best jobs now`. */
export interface CardCommand {
  command: string;
  does: string;
  /** A button of it opens the command's form although it has words. */
  form?: true;
}

export type CardBlock =
  | { kind: 'text'; text: string }
  /** `corrects`: the resume whose form a button beside it opens. */
  | { kind: 'note'; text: string; corrects?: string }
  | { kind: 'heading'; text: string }
  | { kind: 'facts'; facts: CardFact[] }
  | { kind: 'list'; items: string[] }
  | { kind: 'items'; items: CardItem[] }
  | { kind: 'commands'; commands: CardCommand[] };

export interface CardAttachment {
  name: string;
  type: string;
  blob: BlobId;
  alternativeText: string;
}

export interface Card {
  /** Everybody the card tells something about. Delivery refuses it where the conversation is not private to somebody who may see them all. */
  about: readonly (CandidateId | PersonId)[];
  /** One line: the subject of a mail without a subject of its own, the notification text of a chat. */
  title: string;
  blocks: CardBlock[];
  /** Who sends, why you get this, how to stop. */
  footer: string[];
  attachments: CardAttachment[];
}

/** The numbered items of a card, in order. */
export function itemsOf(card: Card): CardItem[] {
  return card.blocks.flatMap((block) => (block.kind === 'items' ? block.items : []));
}

/** How the items of these cards name their companies: `not Acme` in answer to one means one of these. */
export function companiesIn(...cards: Card[]): string[] {
  return cards.flatMap(itemsOf).flatMap((item) => item.subtitle?.split(' · ')[0] ?? []);
}
