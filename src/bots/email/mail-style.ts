/** How mails look. Inline, because half of the mail programs drop style sheets; the sheet only adds the dark colours and the narrow screen. */
import { DARK, LIGHT } from '../../messages/palette.ts';

// Without quotes around the names: they are allowed to be bare, and inside of an attribute each quote would cost five bytes.
const FONT = 'font-family:-apple-system,BlinkMacSystemFont,Segoe UI,Roboto,Helvetica Neue,Arial,Noto Sans,sans-serif';
const MONO = 'font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,DejaVu Sans Mono,monospace';

export const STYLE = {
  body: `margin:0;padding:0;width:100%;background-color:${LIGHT.page};-webkit-text-size-adjust:100%;text-size-adjust:100%`,
  preheader: 'display:none;max-height:0;max-width:0;overflow:hidden;mso-hide:all',
  page: `background-color:${LIGHT.page};padding:28px 12px`,
  frame: 'width:100%;max-width:620px;margin:0 auto',
  brand: `${FONT};font-size:14px;line-height:20px;font-weight:600;color:${LIGHT.muted};padding:0 4px 12px`,
  stop: `${FONT};font-size:13px;line-height:20px;color:${LIGHT.muted};padding:0 4px 12px;text-align:right`,
  card: `background-color:${LIGHT.card};border:1px solid ${LIGHT.line};border-radius:12px;padding:28px 32px 24px`,
  title: `${FONT};font-size:22px;line-height:30px;font-weight:650;letter-spacing:-0.01em;color:${LIGHT.ink};margin:0 0 16px;word-break:break-word`,
  heading: `${FONT};font-size:16px;line-height:24px;font-weight:650;color:${LIGHT.ink};margin:26px 0 10px;word-break:break-word`,
  text: `${FONT};font-size:15px;line-height:23px;color:${LIGHT.ink};margin:0 0 14px;word-break:break-word`,
  note: `${FONT};font-size:14px;line-height:21px;color:${LIGHT.muted};margin:0 0 14px;padding:2px 0 2px 12px;border-left:3px solid ${LIGHT.line};word-break:break-word`,
  list: `${FONT};font-size:15px;line-height:23px;color:${LIGHT.ink};margin:0 0 14px;padding:0 0 0 20px;word-break:break-word`,
  table: 'width:100%;margin:0 0 16px',
  factLabel: `${FONT};font-size:14px;line-height:21px;color:${LIGHT.muted};padding:5px 16px 5px 0;vertical-align:top;text-align:left;font-weight:400;width:116px`,
  factValue: `${FONT};font-size:15px;line-height:22px;color:${LIGHT.ink};padding:4px 0;vertical-align:top;word-break:break-word`,
  small: `font-size:13px;font-weight:400;color:${LIGHT.muted}`,
  item: `border-top:1px solid ${LIGHT.line};padding:18px 0 16px`,
  itemNumber: 'width:40px;vertical-align:top;padding:0',
  chip: `${FONT};display:inline-block;min-width:18px;padding:2px 5px;border-radius:14px;background-color:${LIGHT.chip};color:${LIGHT.chipInk};font-size:14px;line-height:24px;font-weight:650;text-align:center`,
  itemTitle: `${FONT};font-size:17px;line-height:24px;font-weight:650;color:${LIGHT.ink};margin:1px 0 2px;word-break:break-word`,
  link: `color:${LIGHT.link};text-decoration:underline`,
  subtitle: `${FONT};font-size:14px;line-height:21px;color:${LIGHT.muted};margin:0 0 6px;word-break:break-word`,
  scoreRow: 'margin:2px 0 8px',
  score: `${FONT};font-size:17px;line-height:22px;font-weight:650;color:${LIGHT.ink};padding:0 10px 0 0;white-space:nowrap;width:96px`,
  barCell: 'padding:0;vertical-align:middle',
  bar: 'width:120px;border-radius:3px',
  barFill: `height:6px;line-height:6px;font-size:0;background-color:${LIGHT.fill};border-radius:3px 0 0 3px`,
  barTrack: `height:6px;line-height:6px;font-size:0;background-color:${LIGHT.track};border-radius:0 3px 3px 0`,
  mark: `${FONT};font-size:14px;line-height:21px;width:18px;padding:1px 0;vertical-align:top;font-weight:650;color:${LIGHT.link}`,
  missingMark: `${FONT};font-size:14px;line-height:21px;width:18px;padding:1px 0;vertical-align:top;color:${LIGHT.muted}`,
  reason: `${FONT};font-size:14px;line-height:21px;padding:1px 0;color:${LIGHT.ink};word-break:break-word`,
  missing: `${FONT};font-size:14px;line-height:21px;padding:1px 0;color:${LIGHT.muted};word-break:break-word`,
  itemNote: `${FONT};font-size:13px;line-height:20px;color:${LIGHT.muted};margin:6px 0 0;word-break:break-word`,
  code: `${MONO};font-size:12px;line-height:18px;color:${LIGHT.muted};margin:6px 0 0`,
  command: `${MONO};font-size:13px;line-height:21px;color:${LIGHT.ink};background-color:${LIGHT.page};border-radius:5px;padding:2px 6px;word-break:break-word`,
  commandCell: 'width:35%;padding:4px 14px 4px 0;vertical-align:top;text-align:left;font-weight:400',
  commandDoes: `${FONT};font-size:14px;line-height:24px;color:${LIGHT.muted};padding:4px 0;vertical-align:top;word-break:break-word`,
  picture: 'display:block;width:100%;max-width:556px;height:auto;border:0;border-radius:8px',
  footer: `${FONT};font-size:13px;line-height:20px;color:${LIGHT.muted};padding:16px 4px 0;word-break:break-word`,
  footerLine: 'margin:0 0 4px',
  footerLink: `color:${LIGHT.muted};text-decoration:underline`,
  buttonTable: 'margin:10px 0 12px',
  button: `${FONT};border:1px solid ${LIGHT.edge};border-radius:8px;text-align:center`,
  buttonLink: `display:block;padding:9px 14px;font-size:14px;line-height:20px;font-weight:600;color:${LIGHT.link};text-decoration:none`,
} as const;

/** Classes carry what the sheet changes; names are short because they stand on every element. */
const DARK_RULES = [
  `.p{background-color:${DARK.page}!important}`,
  `.k{background-color:${DARK.card}!important;border-color:${DARK.line}!important}`,
  `.i{color:${DARK.ink}!important}`,
  `.m{color:${DARK.muted}!important}`,
  `.a{color:${DARK.link}!important}`,
  `.b{border-color:${DARK.edge}!important}`,
  `.l{border-color:${DARK.line}!important}`,
  `.t{background-color:${DARK.track}!important}`,
  `.f{background-color:${DARK.fill}!important}`,
  `.n{background-color:${DARK.chip}!important;color:${DARK.chipInk}!important}`,
  `.c{background-color:${DARK.page}!important;color:${DARK.ink}!important}`,
];

const NARROW_RULES = [
  '.page{padding:16px 8px!important}',
  '.pad{padding:22px 18px 18px!important}',
  '.num{width:34px!important}',
  // Labels above their values: side by side leaves the values four words wide.
  '.fl{display:block!important;width:auto!important;padding:8px 0 0!important}',
  '.fv{display:block!important;padding:0 0 2px!important}',
];

/** The style sheet of the head. */
export const SHEET = [
  ':root{color-scheme:light dark;supported-color-schemes:light dark}',
  `@media (prefers-color-scheme:dark){${DARK_RULES.join('')}}`,
  `@media (max-width:480px){${NARROW_RULES.join('')}}`,
].join('');
