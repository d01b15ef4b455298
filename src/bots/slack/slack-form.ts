/** A form → a modal, and what was filled into it back. */
import type { types } from '@slack/bolt';
import { z } from 'zod';
import type { CommandInvocation, Form, FormField } from '../../messages/channel.ts';
import { SlackFile } from './read-slack-message.ts';
import { SLACK_LIMITS } from './slack-limits.ts';
import { cutText } from './slack-text.ts';

/** The callback id of every form of ours. */
export const FORM = 'form';
const ACTION = 'value';

/** What travels in the modal and comes back with it. */
const FormTag = z.object({
  command: z.string(),
  words: z.array(z.string()),
  conversation: z.string(),
  invocation: z.string().optional(),
  invocationExpiresAt: z.number().optional(),
});
export type FormTag = z.infer<typeof FormTag>;

const Filled = z.object({
  type: z.string(),
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  files: z.array(SlackFile).nullish(),
});
/** Block → action → what stands in it. */
export const ViewState = z.object({ values: z.record(z.string(), z.record(z.string(), Filled)) });

/** Undefined when it does not fit: the command is then run without a form. */
export function modalOf(form: Form, asked: CommandInvocation): types.ModalView | undefined {
  const { conversation, invocation, invocationExpiresAt } = asked;
  const tag = { command: form.command, words: [...form.words], conversation, invocation, invocationExpiresAt };
  const private_metadata = JSON.stringify(tag satisfies FormTag);
  if (private_metadata.length > SLACK_LIMITS.privateMetadata || form.fields.length === 0) return undefined;
  return {
    type: 'modal',
    callback_id: FORM,
    private_metadata,
    title: plain(form.title, SLACK_LIMITS.viewTitle),
    submit: plain(form.submit, SLACK_LIMITS.viewTitle),
    close: plain('Cancel', SLACK_LIMITS.viewTitle),
    blocks: form.fields.slice(0, SLACK_LIMITS.viewBlocks).map(blockOf),
  };
}

/** Undefined for what we did not write. */
export function readFormTag(metadata: string): FormTag | undefined {
  try {
    return FormTag.safeParse(JSON.parse(metadata)).data;
  } catch {
    return undefined;
  }
}

/** A line that was emptied is an empty option: it was there before. A choice not made is none. */
export function readFormState({ values }: z.infer<typeof ViewState>): { options: Record<string, string>; files: SlackFile[] } {
  const fields = Object.entries(values).flatMap(([name, actions]) => {
    const filled = actions[ACTION];
    return filled ? [{ name, filled }] : [];
  });
  return {
    options: Object.fromEntries(
      fields.flatMap(({ name, filled: { type, value, selected_option: choice } }) => {
        if (type === 'plain_text_input') return [[name, value ?? '']];
        return choice ? [[name, choice.value]] : [];
      }),
    ),
    files: fields.flatMap(({ filled }) => filled.files ?? []),
  };
}

function blockOf(field: FormField): types.InputBlock {
  return {
    type: 'input',
    block_id: field.name,
    label: plain(field.label, SLACK_LIMITS.label),
    optional: !field.required,
    ...(field.hint === undefined ? {} : { hint: plain(field.hint, SLACK_LIMITS.label) }),
    element: elementOf(field),
  };
}

function elementOf({ kind, value, choices = [] }: FormField): types.InputBlock['element'] {
  switch (kind) {
    case 'files':
      return { type: 'file_input', action_id: ACTION, max_files: SLACK_LIMITS.filesOfInput };
    case 'choice': {
      const options = choices
        .slice(0, SLACK_LIMITS.options)
        .filter((one) => one.value.length <= SLACK_LIMITS.optionValue)
        .map((one) => ({ text: plain(one.name, SLACK_LIMITS.optionText), value: one.value }));
      const chosen = options.find((one) => one.value === value);
      return { type: 'static_select', action_id: ACTION, options, ...(chosen ? { initial_option: chosen } : {}) };
    }
    default: {
      // Cut and sent back it would have lost its end.
      const fits = value !== undefined && value !== '' && value.length <= SLACK_LIMITS.inputText;
      return {
        type: 'plain_text_input',
        action_id: ACTION,
        multiline: kind === 'text',
        max_length: SLACK_LIMITS.inputText,
        ...(fits ? { initial_value: value } : {}),
      };
    }
  }
}

const plain = (text: string, most: number): types.PlainTextElement => ({
  type: 'plain_text',
  text: cutText(text, most) || ' ',
  emoji: false,
});
