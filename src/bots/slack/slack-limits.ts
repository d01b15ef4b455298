/** Slack's limits (rule S13). https://docs.slack.dev/reference/block-kit/blocks, /views, and what was seen beyond them. */
export const SLACK_LIMITS = {
  blocks: 50,
  /** Of a Home or a modal. */
  viewBlocks: 100,
  /** Of one text. */
  text: 3_000,
  /** All texts of a message together, the fallback included. */
  totalText: 9_000,
  /** Undocumented, somewhere near: larger messages were refused. */
  jsonBytes: 15_000,
  /** Of one row of buttons. */
  actionElements: 25,
  buttonText: 75,
  /** Title, "send" and "close" of a modal. */
  viewTitle: 24,
  label: 2_000,
  inputText: 3_000,
  options: 100,
  optionText: 75,
  optionValue: 150,
  privateMetadata: 3_000,
  filesOfInput: 10,
  /** Messages of one call of conversations.history for apps outside the Marketplace (rule S10). */
  history: 15,
} as const;
