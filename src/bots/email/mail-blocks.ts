/** The blocks of a card as HTML for mail programs: tables for layout, styles inline, a class only where the dark scheme or a narrow screen changes something. */
import { html } from 'hono/html';
import { type Card, type CardBlock, type CardItem, itemsOf } from '../../messages/card.ts';
import { formatScore } from '../../messages/card-to-text.ts';
import type { MessageLinks } from '../../messages/channel.ts';
import { CORRECT_LABEL, sayLabel } from '../../messages/link-labels.ts';
import { safeLink } from '../../messages/safe-link.ts';
import { STYLE } from './mail-style.ts';

export type Html = ReturnType<typeof html>;

/** All blocks, with the links to pages of ours that belong to them. */
export function blocksOf(card: Card, links: MessageLinks | undefined): (Html | '')[][] {
  const only = itemsOf(card).length === 1;
  const understood = card.blocks.find((block) => block.kind === 'facts');
  const sayLink: SayLink = (number) => buttonLink(sayLabel(number, only), links?.items?.get(number));
  return card.blocks.map((block) =>
    [blockOf(block, sayLink), block === understood ? buttonLink(CORRECT_LABEL, links?.correct) : ''].flat(),
  );
}

type SayLink = (number: number) => Html | '';

/** A cell with an edge: a link in a border is drawn by every program, and fingers hit it. */
function buttonLink(label: string, url: string | undefined): Html | '' {
  const link = safeLink(url);
  if (link === undefined) return '';
  return layoutTable(
    STYLE.buttonTable,
    html`<tr><td class="b" style="${STYLE.button}"><a class="a" href="${link}" style="${STYLE.buttonLink}">${label}</a></td></tr>`,
  );
}

/** One block. Everything that came from people or postings is escaped by `html`. */
function blockOf(block: CardBlock, sayLink: SayLink): Html | Html[] {
  switch (block.kind) {
    case 'text':
      return paragraphs(block.text, 'i', STYLE.text);
    case 'note':
      return paragraphs(block.text, 'm l', STYLE.note);
    case 'heading':
      return html`<h2 class="i" style="${STYLE.heading}">${block.text}</h2>`;
    case 'facts':
      return html`<table cellpadding="0" cellspacing="0" border="0" style="${STYLE.table}">${block.facts.map(
        (fact) =>
          html`<tr><th scope="row" class="m fl" style="${STYLE.factLabel}">${fact.label}</th><td class="i fv" style="${STYLE.factValue}">${lineBreaks(fact.value)}${fact.note === undefined ? '' : html` <span class="m" style="${STYLE.small}">(${fact.note})</span>`}</td></tr>`,
      )}</table>`;
    case 'list':
      return html`<ul class="i" style="${STYLE.list}">${block.items.map((item) => html`<li>${lineBreaks(item)}</li>`)}</ul>`;
    case 'items':
      return layoutTable(STYLE.table, html`${block.items.map((item) => itemRow(item, sayLink))}`);
    case 'commands':
      return html`<table cellpadding="0" cellspacing="0" border="0" style="${STYLE.table}">${block.commands.map(
        (one) =>
          html`<tr><th scope="row" class="fl" style="${STYLE.commandCell}"><code class="c" style="${STYLE.command}">${one.command}</code></th><td class="m fv" style="${STYLE.commandDoes}">${one.does}</td></tr>`,
      )}</table>`;
  }
}

function itemRow(item: CardItem, sayLink: SayLink): Html {
  return html`<tr><td class="l" style="${STYLE.item}">${layoutTable(
    'width:100%',
    html`<tr><td class="num" style="${STYLE.itemNumber}"><span class="n" style="${STYLE.chip}">${item.number}</span></td><td>${itemBody(item)}${sayLink(item.number)}</td></tr>`,
  )}</td></tr>`;
}

function itemBody(item: CardItem): Html {
  const link = safeLink(item.url);
  const title = link === undefined ? item.title : html`<a class="a" href="${link}" style="${STYLE.link}">${item.title}</a>`;
  return html`<h3 class="i" style="${STYLE.itemTitle}">${title}</h3>${item.subtitle === undefined ? '' : html`<p class="m" style="${STYLE.subtitle}">${item.subtitle}</p>`}${item.score === undefined ? '' : scoreOf(item.score)}${reasonsOf(item)}${item.notes.map((note) => html`<p class="m" style="${STYLE.itemNote}">${note}</p>`)}${item.code === undefined ? '' : html`<p class="m" style="${STYLE.code}">${item.code}</p>`}`;
}

/** The number says it; the bar, made of two cells, is for the eye and silent for screen readers. */
function scoreOf(score: number): Html {
  const filled = Math.round(Math.min(100, Math.max(0, score)));
  const cell = (name: string, style: string, width: number) =>
    width === 0 ? '' : html`<td class="${name}" width="${width}%" style="${style};width:${width}%">&nbsp;</td>`;
  const bar = html`<table aria-hidden="true" role="presentation" cellpadding="0" cellspacing="0" border="0" width="120" style="${STYLE.bar}"><tr>${cell('f', STYLE.barFill, filled)}${cell('t', STYLE.barTrack, 100 - filled)}</tr></table>`;
  return layoutTable(
    STYLE.scoreRow,
    html`<tr><td class="i" style="${STYLE.score}">${formatScore(score)} <span class="m" style="${STYLE.small}">of 100</span></td><td style="${STYLE.barCell}">${bar}</td></tr>`,
  );
}

function reasonsOf(item: CardItem): Html | '' {
  if (item.good.length + item.missing.length === 0) return '';
  const good = item.good.map(
    (reason) => html`<tr><td class="a" style="${STYLE.mark}">✓</td><td class="i" style="${STYLE.reason}">${reason}</td></tr>`,
  );
  const missing = item.missing.map(
    (reason) =>
      html`<tr><td class="m" style="${STYLE.missingMark}">–</td><td class="m" style="${STYLE.missing}">${reason}</td></tr>`,
  );
  return layoutTable('width:100%', html`${good}${missing}`);
}

function paragraphs(text: string, classes: string, style: string): Html[] {
  return text.split(/\n{2,}/).map((paragraph) => html`<p class="${classes}" style="${style}">${lineBreaks(paragraph)}</p>`);
}

/** Line breaks of plain text. */
export function lineBreaks(text: string): Html[] {
  return text.split('\n').map((line, index) => (index === 0 ? html`${line}` : html`<br>${line}`));
}

/** A table that screen readers read as text. */
export function layoutTable(style: string, rows: Html): Html {
  return html`<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="${style}">${rows}</table>`;
}
