/** How pages look: one small sheet inside the page, allowed by its hash, so that a page is one request and loads nothing. */
import { createHash } from 'node:crypto';
import { DARK, LIGHT } from '../messages/palette.ts';

const variables = (colors: Readonly<Record<string, string>>): string =>
  Object.entries(colors)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';');

/** Targets are 48 px high: fingers (WCAG 2.5.8 asks for 24). */
export const PAGE_SHEET = `
:root{color-scheme:light dark;${variables(LIGHT)}}
@media (prefers-color-scheme:dark){:root{${variables(DARK)}}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:16px/1.5 -apple-system,BlinkMacSystemFont,"Segoe UI",Roboto,"Helvetica Neue",Arial,"Noto Sans",sans-serif;overflow-wrap:anywhere}
header,main,footer{max-width:36rem;margin:0 auto;padding:0 1rem}
header{padding-top:1.75rem;font-weight:600;font-size:.9375rem;color:var(--muted)}
main{background:var(--card);border:1px solid var(--line);border-radius:.875rem;padding:1.75rem 1.75rem 1.5rem;margin:.75rem auto 1rem;width:calc(100% - 2rem)}
footer{padding-bottom:2.5rem;font-size:.875rem;color:var(--muted)}
h1{font-size:1.5rem;line-height:1.3;letter-spacing:-.01em;margin:0 0 .75rem}
h2{font-size:1.0625rem;line-height:1.4;margin:1.5rem 0 .5rem}
p,ul{margin:0 0 1rem}
ul{padding:0 0 0 1.25rem}
.muted{color:var(--muted)}
.job{margin:0 0 1.25rem;padding:.875rem 1rem;border-radius:.625rem;background:var(--page)}
.job strong{display:block;font-size:1.0625rem;line-height:1.35}
.job span{color:var(--muted);font-size:.9375rem}
.noted{margin:0 0 1.25rem;padding:.75rem 1rem;border-radius:.625rem;background:var(--chip);color:var(--chipInk);font-weight:600}
form{margin:0}
fieldset{border:0;margin:0 0 1.25rem;padding:0;min-width:0}
legend{font-weight:600;padding:0;margin:0 0 .5rem}
.choices{display:flex;flex-wrap:wrap;gap:.625rem}
.alone{margin:0 0 1.25rem}
label{display:block;font-weight:600;margin:0 0 .25rem}
input,textarea{font:inherit;width:100%;min-height:3rem;padding:.5rem .75rem;margin:0 0 1rem;border-radius:.625rem;border:1px solid var(--edge);background:var(--card);color:var(--ink)}
button{font:inherit;font-weight:600;min-height:3rem;min-width:3rem;padding:.5rem 1.125rem;border-radius:.625rem;border:1px solid var(--edge);background:var(--card);color:var(--ink);cursor:pointer;text-align:center}
button:hover{border-color:var(--link);color:var(--link)}
button.main{background:var(--button);border-color:var(--button);color:var(--buttonInk)}
button.main:hover{color:var(--buttonInk);text-decoration:underline}
button[aria-pressed=true]{background:var(--chip);border-color:var(--link);color:var(--chipInk)}
button.plain{border-color:transparent;background:none;color:var(--link);padding:.5rem 0;text-decoration:underline;text-underline-offset:3px}
.wide button{flex:1 1 12rem}
.stars button{flex:1 1 3rem;padding:.5rem 0}
a{color:var(--link);text-underline-offset:2px}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
@media (max-width:30rem){main{padding:1.375rem 1.125rem 1.125rem;width:calc(100% - 1.25rem)}header,footer{padding-left:.875rem;padding-right:.875rem}h1{font-size:1.375rem}}
`.replaceAll('\n', '');

/** For the policy: a browser runs this sheet and no other. */
export const PAGE_SHEET_HASH = `sha256-${createHash('sha256').update(PAGE_SHEET).digest('base64')}`;
