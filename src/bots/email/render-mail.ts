/** Card → subject, HTML and text of a mail. Escaped by construction (`hono/html`), links only to http, https and mailto (rule P8). */
import { html } from 'hono/html';
import { type Card, itemsOf } from '../../messages/card.ts';
import { cardToText } from '../../messages/card-to-text.ts';
import type { MessageLinks } from '../../messages/channel.ts';
import { STOP_LABEL } from '../../messages/link-labels.ts';
import { safeLink } from '../../messages/safe-link.ts';
import { firstEntries, sizeOfBlocks } from './cut-card.ts';
import { blocksOf, type Html, layoutTable, lineBreaks } from './mail-blocks.ts';
import { SHEET, STYLE } from './mail-style.ts';

export interface RenderMailOptions {
  /** The name above the card: who writes. */
  sender: string;
  /** Where `Unsubscribe` leads; only bulk mail shows it. */
  stopLink?: string;
  /** Signed pages for this message; its page to unsubscribe is better than `stopLink`. */
  links?: MessageLinks;
  /** Content-IDs of the pictures among the card's attachments, by position. */
  pictures?: readonly { cid: string; alternativeText: string }[];
}

export interface RenderedMail {
  subject: string;
  html: string;
  text: string;
}

/** Gmail cuts mails off at 102 kB (rule O6 keeps a distance). */
const MOST_HTML_BYTES = 90_000;
const PREHEADER_LENGTH = 110;
const CUT_NOTE = { kind: 'note', text: 'This is not all: the rest is in the text version of this mail.' } as const;

/** Renders a card. HTML stays under 90 kB: of a longer card it shows the beginning and points to the text, which is always whole. */
export async function renderMail(card: Card, options: RenderMailOptions): Promise<RenderedMail> {
  return {
    subject: oneLine(card.title),
    html: await fittingHtml(card, options),
    text: cardToText(card, { links: options.links }),
  };
}

async function fittingHtml(card: Card, options: RenderMailOptions): Promise<string> {
  let shown = card;
  for (let left = sizeOfBlocks(card.blocks); ; left = Math.floor(left / 2)) {
    const page = String(await pageOf(shown, options));
    if (Buffer.byteLength(page) < MOST_HTML_BYTES || left === 0) return page;
    shown = { ...card, blocks: [...firstEntries(card.blocks, Math.floor(left / 2)), CUT_NOTE] };
  }
}

function pageOf(card: Card, options: RenderMailOptions): Html {
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><meta name="format-detection" content="telephone=no,date=no,address=no,email=no"><meta name="x-apple-disable-message-reformatting"><title>${oneLine(card.title)}</title><style>${SHEET}</style></head>
<body class="p" style="${STYLE.body}"><div role="main">${preheaderOf(card)}
${layoutTable(
  'width:100%',
  html`<tr><td class="p page" style="${STYLE.page}" align="center">${layoutTable(STYLE.frame, html`${brandRow(options)}<tr><td class="k pad" colspan="2" style="${STYLE.card}"><h1 class="i" style="${STYLE.title}">${card.title}</h1>${blocksOf(card, options.links)}${(options.pictures ?? []).map(pictureOf)}</td></tr>${footerRow(card.footer, options)}`)}</td></tr>`,
)}</div></body></html>`;
}

function brandRow(options: RenderMailOptions): Html {
  const stop = stopOf(options);
  const span = stop === undefined ? html` colspan="2"` : '';
  return html`<tr><td class="m"${span} style="${STYLE.brand}">${options.sender}</td>${stop === undefined ? '' : html`<td class="m" style="${STYLE.stop}"><a class="m" href="${stop}" style="${STYLE.small}">Unsubscribe</a></td>`}</tr>`;
}

const stopOf = ({ links, stopLink }: RenderMailOptions): string | undefined => safeLink(links?.unsubscribe ?? stopLink);

/** The page is offered here too; how to stop by answering stands in the lines. */
function footerRow(lines: readonly string[], { links }: RenderMailOptions): Html | '' {
  const page = safeLink(links?.unsubscribe);
  if (lines.length === 0 && page === undefined) return '';
  return html`<tr><td class="m" colspan="2" style="${STYLE.footer}">${lines.map((line) => html`<p style="${STYLE.footerLine}">${lineBreaks(line)}</p>`)}${page === undefined ? '' : html`<p style="${STYLE.footerLine}"><a class="m" href="${page}" style="${STYLE.footerLink}">${STOP_LABEL}</a></p>`}</td></tr>`;
}

function pictureOf(picture: { cid: string; alternativeText: string }): Html {
  return html`<p class="i" style="${STYLE.text}"><img src="cid:${picture.cid}" alt="${picture.alternativeText}" width="556" style="${STYLE.picture}"></p>`;
}

/** Only before a list, where it says what is in it: filters count hidden text against a mail. */
function preheaderOf(card: Card): Html | '' {
  return itemsOf(card).length === 0 ? '' : html`<div style="${STYLE.preheader}">${preheader(card)}</div>`;
}

/** What the list of mails shows behind the subject: the first words that are not the title again. */
function preheader(card: Card): string {
  const words = card.blocks.flatMap((block) => {
    if (block.kind === 'text' || block.kind === 'note') return [block.text];
    if (block.kind === 'items') return block.items.slice(0, 3).map((item) => item.title);
    if (block.kind === 'facts') return block.facts.slice(0, 4).map((fact) => fact.value);
    return [];
  });
  const line = oneLine(words.join(' · '));
  return line.length > PREHEADER_LENGTH ? `${line.slice(0, PREHEADER_LENGTH)}…` : line;
}

function oneLine(text: string): string {
  return text.replace(/[\s\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim();
}
