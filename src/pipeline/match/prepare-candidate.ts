import type { CandidateFacts, CredentialFacts, RoleFacts } from '../../domain/facts.ts';
import { lastMonth, type MonthSpan, monthOf } from '../../domain/month-spans.ts';
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { clauseSpan } from './clause-span.ts';
import { ownWork } from './own-work.ts';
import { roleSpan } from './read-roles.ts';
import { indexWords, type WordIndex } from './word-index.ts';

export interface PreparedUse {
  id: string;
  exact: boolean;
  spans: readonly MonthSpan[];
  last: number | undefined;
  line: string;
}
export interface WindowLine {
  line: string;
  /** Content words of the line itself. */
  own: ReadonlySet<string>;
}
/** What may answer a requirement in words: one line of a dated role under its title, or all lines of the role together. */
export interface Window {
  lines: readonly WindowLine[];
  span: MonthSpan;
  /** Position of the role among the prepared ones. */
  role: number;
  /** 1 for a line, less for a whole role, where words may meet by chance. */
  strength: number;
}
export interface PreparedRole {
  facts: RoleFacts;
  span: MonthSpan;
  skills: ReadonlySet<string>;
}
/** A candidate ready to be scored against many postings. Holds nothing that is not in the facts. */
export interface PreparedCandidate {
  facts: CandidateFacts;
  today: number;
  uses: ReadonlyMap<string, PreparedUse>;
  listed: ReadonlySet<string>;
  roles: readonly PreparedRole[];
  windows: readonly Window[];
  words: WordIndex;
  /** Held credentials and finished education: what a document says, not a job. */
  papers: readonly string[];
  paperWords: WordIndex;
  held: readonly CredentialFacts[];
}

function toSpans(spans: readonly { start: string; end: string }[] | undefined): MonthSpan[] {
  return (spans ?? []).flatMap(({ start, end }) => {
    const first = monthOf(start);
    const last = monthOf(end);
    return first === undefined || last === undefined ? [] : [{ first, last }];
  });
}

function usesOf(facts: CandidateFacts): Map<string, PreparedUse> {
  const uses = new Map<string, PreparedUse>();
  for (const { skill, exact, spans, line } of facts.skills) {
    const stretches = toSpans(spans);
    uses.set(skill, { id: skill, exact, spans: stretches, last: lastMonth(stretches), line });
  }
  return uses;
}

/** Words that are spread over the lines of a role say a little less than words of one line. */
const WHOLE_ROLE = 0.75;

/**
 * A window a line, with the words of the title, and one for the whole role. Not "a line and the next": a further line between the
 * two would part them, and saying more would lower the score.
 */
function windowsOf(role: PreparedRole, position: number, taxonomy: Taxonomy): { window: Window; words: Set<string> }[] {
  const titleWords = taxonomy.contentWords(role.facts.title);
  const lines = role.facts.lines.map((line) => {
    const clauses = ownWork(line);
    const spans = clauses.map((clause) => clauseSpan(clause, role.span));
    const span =
      spans.length > 0
        ? { first: Math.min(...spans.map((s) => s.first)), last: Math.max(...spans.map((s) => s.last)) }
        : role.span;
    return { line, span, own: new Set(clauses.flatMap((clause) => taxonomy.contentWords(clause))) };
  });
  const windows = lines.map(({ span, ...line }) => ({
    window: { lines: [line], span, role: position, strength: 1 },
    words: new Set([...titleWords, ...line.own]),
  }));
  const all = {
    window: { lines, span: role.span, role: position, strength: WHOLE_ROLE },
    words: new Set(lines.flatMap(({ own }) => [...own])),
  };
  return lines.length > 1 ? [...windows, all] : windows;
}

function prepareRoles(facts: CandidateFacts): PreparedRole[] {
  return facts.roles.flatMap((role) => {
    const span = roleSpan(role);
    return span ? [{ facts: role, span, skills: new Set(role.skills) }] : [];
  });
}

/** Precomputes what does not depend on a posting (about 1 ms), so that a pair costs microseconds. */
export function prepareCandidate(facts: CandidateFacts, taxonomy: Taxonomy): PreparedCandidate {
  const roles = prepareRoles(facts);
  const windows = roles.flatMap((role, position) => windowsOf(role, position, taxonomy));
  const held = facts.credentials.filter((credential) => !credential.expired && !credential.planned);
  const papers = [...held.map((credential) => credential.text), ...facts.education.flatMap((e) => (e.finished ? [e.text] : []))];
  return {
    facts,
    today: monthOf(facts.asOf) ?? 0,
    uses: usesOf(facts),
    listed: new Set(facts.listedSkills),
    roles,
    windows: windows.map(({ window }) => window),
    words: indexWords(windows.map(({ words }) => words)),
    papers,
    paperWords: indexWords(papers.map((text) => new Set(taxonomy.contentWords(text)))),
    held,
  };
}
