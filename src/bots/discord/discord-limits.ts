/** Discord's limits (rule D8). https://docs.discord.com/developers/resources/message, …/components/reference, …/interactions/application-commands */
export const DISCORD_LIMITS = {
  content: 2_000,
  embeds: 10,
  /** All texts of all embeds of a message together. */
  embedTotal: 6_000,
  embedTitle: 256,
  embedDescription: 4_096,
  embedFooter: 2_048,
  rows: 5,
  buttonsInRow: 5,
  buttonLabel: 80,
  customId: 100,
  files: 10,
  fileDescription: 1_024,
  nonce: 25,
  commands: 100,
  options: 25,
  choices: 25,
  choiceName: 100,
  description: 100,
  modalTitle: 45,
  modalFields: 5,
  label: 45,
  inputValue: 4_000,
  selectOptions: 25,
} as const;

/** Rule D6 says 50 a second; a window that slides over the edge of two seconds must not see more either. */
export const REQUESTS_A_SECOND = 25;
