import { UserError } from '../domain/errors.ts';
import { buildExportCard } from '../messages/privacy-cards.ts';
import { exportPerson } from '../store/export-person.ts';
import { type CommandContext, type CommandResult, defineCommand } from './registry.ts';

/** Files of this many bytes make a mail of 18 MB: base64 in the document, and the document in base64. Many servers end at 20 or 25. */
const MOST_BYTES_BY_MAIL = 10_000_000;

/** The document is kept with the message that carries it, and goes a week later (retention) or with its owner. */
async function run(context: CommandContext): Promise<CommandResult> {
  const { store, viewer, person, workspace, clock } = context;
  if (!person) throw new UserError('Whose data?', 'Name the person: shortlist export --person EMAIL.');
  const document = await exportPerson(store, viewer, { personId: person.id }, { mostBytes: MOST_BYTES_BY_MAIL });
  if (!document) throw new UserError('There is nothing to export.', 'Answer "privacy" to see what is kept about you.');
  const bytes = new TextEncoder().encode(JSON.stringify(document, null, 2));
  const blobId = await store.blobs.put(workspace, bytes);
  const now = clock.now();
  const rows = Object.values(document.tables).reduce((sum, table) => sum + table.length, 0);
  return {
    card: buildExportCard({
      personId: person.id,
      file: { name: `shortlist-${now.toISOString().slice(0, 10)}.json`, blob: blobId },
      rows,
      leftOut: document.files.filter((file) => file.base64 === undefined).length,
    }),
    json: [document],
    changes: [{ kind: 'blobStored', workspace, blobId, size: bytes.byteLength, personId: person.id, createdAt: now.getTime() }],
  };
}

export const exportData = defineCommand<true>({
  name: 'export',
  usage: 'export',
  summary: 'everything that I keep about you, as a file',
  examples: ['export'],
  role: 'candidate',
  parse: (words) => (words.length === 0 ? true : undefined),
  run,
});
