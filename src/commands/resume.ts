/** `/resume`: a file, or pasted text, sent with a command. With either it never runs: intake takes the files as it takes those of a message. */
import { UserError } from '../domain/errors.ts';
import { isCode } from '../domain/ids.ts';
import type { Form } from '../messages/channel.ts';
import { READ_FORMATS, READ_FORMATS_LISTED } from '../messages/read-formats.ts';
import { listOffers, waitingOffers } from './accept.ts';
import { defineCommand } from './registry.ts';

const FORM: Omit<Form, 'command'> = {
  words: [],
  title: 'Send a resume',
  submit: 'Send',
  fields: [
    {
      name: 'files',
      label: 'Resume',
      hint: `${READ_FORMATS_LISTED}, or a zip of several`,
      kind: 'files',
      required: false,
    },
    { name: 'text', label: 'Or its whole text', hint: 'Paste it here if you have no file', kind: 'text', required: false },
  ],
};

export const resume = defineCommand<{ job?: string }>({
  name: 'resume',
  usage: 'resume (with a file)',
  summary: 'send a resume, your own or of somebody whom you look after',
  examples: ['resume', 'resume for j4f7k2m9q'],
  role: 'candidate',
  slash: 'resume',
  textual: false,
  options: [
    { name: 'file', summary: 'The resume: PDF, DOCX, text, a scan, or a zip of several', kind: 'file' },
    { name: 'job', summary: 'The job that it is for', kind: 'words', suggests: 'posting', prefix: 'for ' },
  ],
  form: async () => FORM,
  parse([first, job = '', ...more]) {
    if (first === undefined) return {};
    const code = job.toLowerCase();
    return first.toLowerCase() === 'for' && more.length === 0 && isCode(code, 'j') ? { job: code } : undefined;
  },
  async run(context) {
    const { person } = context;
    if (person && (await waitingOffers(context, person)).length > 0) return listOffers(context);
    throw new UserError(
      'There was no resume with it.',
      `Add the resume as a file to the command, or send it to me in a direct message: ${READ_FORMATS}; several, or a zip, are fine.`,
    );
  },
});
