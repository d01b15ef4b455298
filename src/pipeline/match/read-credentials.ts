import type { CredentialFacts } from '../../domain/facts.ts';
import { foldText } from '../../domain/fold-text.ts';
import type { Resume } from '../../domain/resume.ts';
import type { SkillMention, Taxonomy } from '../../domain/taxonomy.ts';
import type { Blinder } from './blind-text.ts';
import { isPast, readCredentialState } from './credential-state.ts';
import { mentionsIn } from './read-skill-uses.ts';
import { splitClauses } from './split-clauses.ts';

function credentialsIn(text: string, taxonomy: Taxonomy): SkillMention[] {
  return mentionsIn(text, taxonomy).filter((mention) => mention.skill.category === 'credential');
}

/** One credential of a text with its state; undefined when the text says that there is none. */
function toCredential(text: string, skills: readonly string[], asOf: string, validUntil?: string): CredentialFacts | undefined {
  const state = readCredentialState(text, asOf);
  if (state.denied) return undefined;
  const until = validUntil ?? state.validUntil;
  return {
    text,
    skills: [...skills],
    ...(until !== undefined && { validUntil: until }),
    expired: validUntil === undefined ? state.expired : isPast(validUntil, asOf),
    planned: state.planned,
  };
}

/** The certificates section: each entry is a credential, whether the dictionary knows it or not. */
function fromCertificates(resume: Resume, blind: Blinder, taxonomy: Taxonomy, asOf: string): CredentialFacts[] {
  return resume.certificates.flatMap(({ name, issuer, validUntil }) => {
    const text = blind(name);
    if (!text) return [];
    const skills = mentionsIn(text, taxonomy).map((mention) => mention.skill.id);
    const by = blind(issuer ?? '');
    // Several certificates on one line: what stands where an issuer would is one of its own, with its own state.
    const others = fromLine(by, taxonomy, asOf);
    const whole = [text, others.length > 0 ? '' : by].filter(Boolean).join(', ');
    return [...[toCredential(whole, [...new Set(skills)], asOf, validUntil)].filter((one) => one !== undefined), ...others];
  });
}

/** Words of holding, folded, in eight languages. */
const HOLDING =
  /(?:^|[^a-z])(?:hold|holds|holding|holder|held|have|has|with|own|passed|pass|obtained|gained|earned|awarded|achieved|certified|licen[cs]ed|registered|qualified|valid|active|current|renewed|in date|clean|full|bestanden|erworben|inhaber\w*|vorhanden|besitz\w*|gultig\w*|mit|titulaire|obtenue?s?|possede|valable|valide|detient|avec|titular|obtenid[oa]|vigente|con|titolare|conseguit[oa]|in bezit|behaald|geldig\w*|posiadam|uzyskan\w*|wazn\w*)(?![a-z])/;
/** A statement of a credential is short; longer sentences need a word of holding ("I audit hauliers: licences, cards" holds none). */
const SHORT_STATEMENT = 6;

function isStatement(clause: string): boolean {
  return clause.split(/\s+/).length <= SHORT_STATEMENT || HOLDING.test(foldText(clause));
}

/** Anywhere else only what the dictionary knows as a credential is one, and only where the text says that it is held. */
function fromLine(line: string, taxonomy: Taxonomy, asOf: string): CredentialFacts[] {
  return splitClauses(line).flatMap((clause) => {
    if (!isStatement(clause)) return [];
    const skills = credentialsIn(clause, taxonomy).map((mention) => mention.skill.id);
    return skills.length > 0 ? (toCredential(clause, [...new Set(skills)], asOf) ?? []) : [];
  });
}

/**
 * Licences, registrations, cards and certificates with their state as of a date: from the certificates section, and from education,
 * roles, summary and other sections where they name one. Skills sections are left out: they are lists (see `listedSkills`).
 */
export function readCredentials(
  resume: Resume,
  lines: readonly string[],
  blind: Blinder,
  taxonomy: Taxonomy,
  asOf: string,
): CredentialFacts[] {
  return [...fromCertificates(resume, blind, taxonomy, asOf), ...lines.flatMap((line) => fromLine(line, taxonomy, asOf))];
}
