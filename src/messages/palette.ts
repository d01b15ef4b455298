/** The colours of mails and pages. Every text colour reaches 4.5:1 on the ground it stands on, in both schemes (rule O6; a test computes it). */

export const LIGHT = {
  page: '#f2f3ef',
  card: '#ffffff',
  ink: '#1c2320',
  muted: '#59635d',
  link: '#14664b',
  line: '#e1e5df',
  track: '#dfe4de',
  fill: '#2a8a67',
  chip: '#e4f0ea',
  chipInk: '#14553f',
  button: '#17694e',
  buttonInk: '#ffffff',
  /** Edges of what can be tapped: 3:1 on card and page. */
  edge: '#7f8b84',
} as const;

export const DARK: Record<keyof typeof LIGHT, string> = {
  page: '#121614',
  card: '#1b201d',
  ink: '#e8ece9',
  muted: '#a9b3ad',
  link: '#83d6b4',
  line: '#313833',
  track: '#39413c',
  fill: '#5bbf97',
  chip: '#22392f',
  chipInk: '#a9e5cb',
  button: '#7fd3b0',
  buttonInk: '#0f2a20',
  edge: '#76827b',
};
