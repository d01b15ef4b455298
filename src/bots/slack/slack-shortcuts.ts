/** The shortcuts that the manifest declares and interactions name. */

/** In the menu of the message field: opens the form of its command. */
export const SEND_A_RESUME = {
  name: 'Send a resume',
  type: 'global',
  callback_id: 'send_resume',
  description: 'Upload a resume and get the best open jobs for it',
  command: 'resume',
} as const;

/** In the menu of a message: its files are looked at. */
export const ADD_TO_PIPELINE = {
  name: 'Add to pipeline',
  type: 'message',
  callback_id: 'add_to_pipeline',
  description: 'Read the resumes attached to this message',
} as const;
