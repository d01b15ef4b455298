/** `jobs post`: a job ad below the line, attached, or in a file of the terminal (F4.10). */
import { UserError } from '../domain/errors.ts';
import { NOT_FETCHED } from '../domain/ids.ts';
import type { RawPosting } from '../domain/posting.ts';
import { jobAddress } from '../messages/job-address.ts';
import { buildPostedJobCard } from '../messages/posted-job-card.ts';
import { readErrorLine } from '../messages/read-error-text.ts';
import { lookAfter } from '../pipeline/apply/look-after.ts';
import { createPreparedPostings } from '../pipeline/match/prepared-postings.ts';
import { bestCandidates } from '../pipeline/postings/post-candidates.ts';
import type { AdFile, FileReading } from '../pipeline/postings/post-file.ts';
import { type PostedJob, postJob, uncertainties } from '../pipeline/postings/post-job.ts';
import { withoutPostLine } from '../pipeline/postings/post-line.ts';
import { type AdProblem, readAd } from '../pipeline/postings/post-read-ad.ts';
import { attachmentsOf } from '../store/submissions.ts';
import { findOwnPosting, recruitersOnly } from './find-posting.ts';
import { postingJson } from './posting-json.ts';
import type { CommandContext, CommandResult } from './registry.ts';

export interface Ad {
  text: string;
  files: readonly AdFile[];
}

const HOW =
  'Write the title on the first line, company and place on the second, then what the job asks for, a line each; or attach the ad as TXT, PDF, DOCX, HTML or JSON.';

const PROBLEMS: Readonly<Record<AdProblem, string>> = {
  empty: 'There is no job ad in it.',
  short: 'That is too short to compare anybody with.',
  resume: 'That looks like a resume, not like a job ad.',
  'not-an-ad': 'I could not recognise a job ad in it.',
};

/** What the message that carries the command brought. */
export async function adOfMessage({ store, viewer, message }: CommandContext): Promise<Ad> {
  if (!message) return { text: '', files: [] };
  const rows = await attachmentsOf(store, viewer, message.submissionId);
  const files: AdFile[] = [];
  const here = rows.filter((row) => row.blobId !== NOT_FETCHED);
  for (const { name, blobId } of here.slice(0, 10)) files.push({ name, bytes: await store.blobs.get(viewer.workspace, blobId) });
  return { text: withoutPostLine(message.text), files };
}

/** Throws UserError for what is no job ad, with what to do. `template`: the code of a job whose company, place, pay and type hold where the ad says nothing. */
export async function runPost(context: CommandContext, ad: Ad, template?: string): Promise<CommandResult> {
  recruitersOnly(context);
  const { raw, left } = await findAd(context, ad);
  const filled = template === undefined ? raw : await fillFrom(context, raw, template);
  const { store, taxonomy, viewer, person, workspace } = context;
  const job = await postJob({ store, taxonomy }, filled, {
    workspace,
    poster: person?.code ?? 'operator',
    personId: viewer.personId,
  });
  const { posting } = job;
  const open = posting.status !== 'closed';
  const at = context.clock.now().getTime();
  const taken = person && open ? lookAfter(person, { postingId: posting.id, channel: context.channel, at }) : undefined;
  const candidates = open ? await candidatesFor(context, job) : { items: [], about: [], changes: [], compared: 0, all: true };
  const { inbox } = context.settings;
  const card = buildPostedJobCard({
    view: posting,
    outcome: job.outcome,
    uncertain: uncertainties(posting.data, taxonomy),
    address: inbox === undefined ? undefined : jobAddress(inbox, posting.code),
    candidates,
    switchesDigestOn: taken?.switchesDigestOn ?? false,
    left,
  });
  return {
    card,
    json: [postingJson(posting)],
    changes: [...job.changes, ...(taken?.changes ?? []), ...candidates.changes],
    tasks: [...job.tasks, ...(taken?.tasks ?? [])],
    matches: candidates.items.flatMap(({ number, matchId }) => (matchId === undefined ? [] : [{ number, matchId }])),
    postingId: posting.id,
  };
}

/** The text when it is one, else the first file that is. */
async function findAd({ taxonomy, readAdFile }: CommandContext, ad: Ad): Promise<{ raw: RawPosting; left: string[] }> {
  const names = ad.files.map((file) => file.name);
  const said = readAd(ad.text, taxonomy);
  if ('raw' in said) return { raw: said.raw, left: names };
  const readings: { name: string; reading: FileReading }[] = [];
  for (const [at, file] of ad.files.entries()) {
    if (!readAdFile) break;
    const reading = await readAdFile(file.bytes, file.name);
    if ('raw' in reading) return { raw: reading.raw, left: names.filter((_, other) => other !== at) };
    readings.push({ name: file.name, reading });
  }
  const [first] = readings;
  throw first ? fileProblem(first.name, first.reading) : new UserError(PROBLEMS[said.problem], HOW);
}

function fileProblem(name: string, reading: FileReading): UserError {
  if ('error' in reading)
    return new UserError(
      readErrorLine(name, {
        ...reading.error,
        fix: 'Paste the job ad into the message, or attach it as TXT, PDF, DOCX, HTML or JSON.',
      }),
      '',
    );
  if ('jobs' in reading)
    return new UserError(
      `${name} holds ${reading.jobs} jobs.`,
      'Post them one by one, or import the file: shortlist jobs import FILE.',
    );
  return new UserError(`${name}: ${PROBLEMS['problem' in reading ? reading.problem : 'not-an-ad']}`, HOW);
}

async function fillFrom(context: CommandContext, raw: RawPosting, code: string): Promise<RawPosting> {
  const { data } = await findOwnPosting(context, code, 'used as a template');
  const places = data.locations.map(({ city, region, countryCode }) => ({ city, region, country: countryCode }));
  return {
    ...raw,
    company: raw.company ?? data.company,
    locations: raw.locations.length > 0 ? raw.locations : places,
    workplace: raw.workplace ?? data.workplace,
    employmentType: raw.employmentType ?? data.employmentType,
    // A pay that the text names stands in it, and only reading finds it: the template's is for ads without a figure.
    salary:
      raw.salary ??
      (raw.salaryText === undefined && !/\d{2}[.,]?\d{3}/.test(raw.description) ? (data.salary ?? undefined) : undefined),
  };
}

async function candidatesFor(context: CommandContext, { posting }: PostedJob) {
  const { store, taxonomy, clock, settings, viewer } = context;
  const options = { store, taxonomy, clock, storeFrom: settings.storeFrom, prepared: createPreparedPostings(taxonomy, 1) };
  return bestCandidates(options, viewer, posting, settings.showFrom);
}
