/** The frame of every page. Works without scripts; everything that came from people or postings is escaped by `html`. */
import { html, raw } from 'hono/html';
import { PAGE_SHEET } from './page-style.ts';

export type Html = ReturnType<typeof html>;

export interface Page {
  /** 200, or why not. */
  status: 200 | 404 | 413 | 500 | 503;
  title: string;
  body: Html;
}

export interface PageFrame {
  /** Who runs this: the name that mails come from. */
  sender: string;
}

export function layoutPage(page: Page, { sender }: PageFrame): Html {
  return html`<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="robots" content="noindex, nofollow"><title>${page.title}</title><style>${raw(PAGE_SHEET)}</style></head>
<body><header>${sender}</header><main><h1>${page.title}</h1>${page.body}</main><footer>${sender} is an automated assistant. This page measures nothing and sets no cookies.</footer></body></html>`;
}

/** What was just done, said first and read out by screen readers. */
export const noted = (text: string): Html => html`<p class="noted" role="status">${text}</p>`;

export interface Choice {
  name: string;
  value: string;
  label: string;
  /** Only for the eye, before the label. */
  sign?: string;
  /** Already so. */
  pressed?: boolean;
  look?: 'main' | 'plain';
}

/** A button that posts one choice to the address of the page itself. */
export function choiceButton({ name, value, label, sign, pressed, look }: Choice): Html {
  const state = pressed === undefined ? '' : html` aria-pressed="${pressed ? 'true' : 'false'}"`;
  const kind = look === undefined ? '' : html` class="${look}"`;
  return html`<button type="submit" name="${name}" value="${value}"${kind}${state}>${sign === undefined ? '' : html`<span aria-hidden="true">${sign} </span>`}${label}</button>`;
}

/**
 * The one page for everything that leads nowhere: an address that never existed, a token that we did not sign, one whose time is over,
 * somebody who is not here any more. Nobody learns which (rule A12).
 */
export function deadLinkPage(): Page {
  return {
    status: 404,
    title: 'This link does not work (any more)',
    body: html`<p>Links in mails work for a limited time, and only complete: mail programs sometimes break long ones.</p><p>You do not need the link. Answer the mail itself:</p><ul><li>“stop” ends the digest,</li><li>“1👍” or “1👎” says what you think of number 1,</li><li>“help” shows everything else.</li></ul>`,
  };
}

export function failurePage(status: 413 | 500 | 503): Page {
  return {
    status,
    title: status === 413 ? 'That was too much' : 'That did not work just now',
    body:
      status === 413
        ? html`<p>More was sent than this page takes. Nothing was changed. Please go back, shorten it and try again.</p>`
        : html`<p>Something went wrong on our side, and nothing was changed. Please try again in a few minutes, or answer the mail instead.</p>`,
  };
}
