/** Forms of commands as Discord's modals, and back. Pure. */
import { type APILabelComponent, type APIModalInteractionResponseCallbackData, ComponentType, TextInputStyle } from 'discord.js';
import type { Form, FormField } from '../../messages/channel.ts';
import { DISCORD_LIMITS } from './discord-limits.ts';
import type { DiscordField } from './discord-payloads.ts';
import { cutText } from './discord-text.ts';

const PREFIX = 'form:';
const MOST_FILES = 10;

/** Undefined where the words of the command are too long to travel with it: the command is then run as it stands. */
export function modalOf(form: Form): APIModalInteractionResponseCallbackData | undefined {
  const id = `${PREFIX}${[form.command, ...form.words].join(' ')}`;
  if (id.length > DISCORD_LIMITS.customId || form.fields.length === 0) return undefined;
  return {
    custom_id: id,
    title: cutText(form.title, DISCORD_LIMITS.modalTitle),
    components: form.fields.slice(0, DISCORD_LIMITS.modalFields).map(labelOf),
  };
}

export function readFormId(id: string): { command: string; words: string[] } | undefined {
  if (!id.startsWith(PREFIX)) return undefined;
  const [command, ...words] = id.slice(PREFIX.length).split(' ').filter(Boolean);
  return command === undefined ? undefined : { command, words };
}

/** A line that was emptied is an empty option: it was there before. A choice not made is none. */
export function readFormFields(components: readonly { component?: DiscordField | null; components?: DiscordField[] | null }[]): {
  options: Record<string, string>;
  fileIds: string[];
} {
  const options: Record<string, string> = {};
  const fileIds: string[] = [];
  for (const field of components.flatMap((one) => [...(one.component ? [one.component] : []), ...(one.components ?? [])])) {
    if (field.custom_id === FILES_ID) fileIds.push(...(field.values ?? []));
    else {
      const value = field.value ?? field.values?.[0];
      if (value !== undefined && value !== null) options[field.custom_id] = value;
    }
  }
  return { options, fileIds };
}

/** A field for files comes back with ids instead of a text; its name has to say so. */
const FILES_ID = 'files!';

const labelOf = (field: FormField): APILabelComponent => ({
  type: ComponentType.Label,
  label: cutText(field.label, DISCORD_LIMITS.label),
  ...(field.hint === undefined ? {} : { description: cutText(field.hint, DISCORD_LIMITS.description) }),
  component: inputOf(field),
});

function inputOf({ name, kind, value, required, choices = [] }: FormField): APILabelComponent['component'] {
  if (kind === 'files')
    return {
      type: ComponentType.FileUpload,
      custom_id: FILES_ID,
      min_values: required ? 1 : 0,
      max_values: MOST_FILES,
      required,
    };
  if (kind === 'choice' && choices.length > 0)
    return {
      type: ComponentType.StringSelect,
      custom_id: name,
      min_values: required ? 1 : 0,
      max_values: 1,
      required,
      options: choices.slice(0, DISCORD_LIMITS.selectOptions).map((choice) => ({
        label: cutText(choice.name, DISCORD_LIMITS.choiceName),
        value: choice.value.slice(0, DISCORD_LIMITS.choiceName),
        default: choice.value === value,
      })),
    };
  return {
    type: ComponentType.TextInput,
    custom_id: name,
    style: kind === 'text' ? TextInputStyle.Paragraph : TextInputStyle.Short,
    required,
    ...(value === undefined || value === '' ? {} : { value: cutText(value, DISCORD_LIMITS.inputValue) }),
  };
}
