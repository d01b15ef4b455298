/** Slack's limits of a message (rule S13). https://docs.slack.dev/reference/block-kit/blocks and what was seen beyond it. */
export const SLACK_LIMITS = {
  blocks: 50,
  /** Of one text. */
  text: 3_000,
  /** All texts of a message together, the fallback included. */
  totalText: 9_000,
  /** Undocumented, somewhere near: larger messages were refused. */
  jsonBytes: 15_000,
} as const;
