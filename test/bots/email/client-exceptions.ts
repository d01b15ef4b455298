/**
 * What mail programs do not support and mails use all the same, each with why nothing is lost there. The check fails for any other
 * feature or program, and for an exception that is not needed any more. Programs by the names of caniemail.com.
 */
export const CLIENTS: readonly string[] = [
  'gmail.*',
  'outlook.*',
  'apple-mail.*',
  'yahoo.*',
  'thunderbird.*',
  'samsung-email.*',
  'protonmail.*',
];

export interface Exception {
  feature: string;
  programs: readonly string[];
  why: string;
}

export const EXCEPTIONS: readonly Exception[] = [
  {
    feature: '@media',
    programs: ['gmail.mobile-webmail', 'outlook.windows', 'outlook.windows-mail', 'thunderbird.macos'],
    why: 'Only the dark colours and the narrow screen are in the sheet; the inline styles are a whole light mail without it.',
  },
  {
    feature: 'display:none',
    programs: ['gmail.mobile-webmail'],
    why: 'Hides the preview line, which also stands in a box of no height.',
  },
  {
    feature: '<body> element',
    programs: [
      'outlook.ios',
      'outlook.android',
      'yahoo.ios',
      'yahoo.android',
      'protonmail.desktop-webmail',
      'protonmail.ios',
      'protonmail.android',
    ],
    why: 'They replace it by another element; the ground is painted by a table cell as well.',
  },
  {
    feature: 'overflow',
    programs: ['outlook.windows', 'outlook.windows-mail', 'outlook.android', 'yahoo.android'],
    why: 'Of the preview line, which display:none hides there.',
  },
  {
    feature: 'role attribute',
    programs: ['outlook.windows-mail'],
    why: 'Without it a screen reader announces tables; the order of the words is right.',
  },
  { feature: 'border-radius', programs: ['outlook.windows', 'outlook.windows-mail'], why: 'Corners are square there.' },
  {
    feature: 'word-break',
    programs: ['outlook.windows-mail', 'yahoo.desktop-webmail', 'yahoo.ios', 'yahoo.android'],
    why: 'Only a single word longer than the line is cut there; lists and titles are made of words.',
  },
  {
    feature: 'white-space',
    programs: ['outlook.windows', 'outlook.windows-mail', 'samsung-email.android'],
    why: 'A score may break before "of 100"; the cell has a width, so it does not.',
  },
  {
    feature: 'aria-hidden attribute',
    programs: ['outlook.windows-mail', 'yahoo.desktop-webmail', 'yahoo.ios', 'yahoo.android', 'thunderbird.macos'],
    why: 'The bar beside the score holds no words: there is nothing to read out.',
  },
  { feature: 'text-decoration', programs: ['protonmail.ios'], why: 'Links are underlined there by the program itself.' },
];
