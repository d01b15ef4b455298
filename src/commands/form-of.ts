/** The form of a command for one person (`ChannelEvents.formOf`). Nothing is written. */
import type { Form, FormRequest } from '../messages/channel.ts';
import { COMMANDS } from './all-commands.ts';
import { findCommand } from './find-command.ts';
import { type FormContext, mayUse } from './registry.ts';
import { whoAsks } from './who-asks.ts';

export type FormOptions = Omit<FormContext, 'viewer' | 'person'>;

/** Undefined: the command has none, or not for this person. Unknown and forbidden read alike. */
export const createFormOf =
  (options: FormOptions) =>
  async (request: FormRequest): Promise<Form | undefined> => {
    const command = findCommand(request.command, COMMANDS);
    const asker = command?.form && (await whoAsks(options.store, options.workspace, request));
    if (!command?.form || !asker || !mayUse(asker.viewer.role, command)) return undefined;
    const form = await command.form({ ...options, ...asker }, request.words);
    return form && { ...form, command: command.name };
  };
