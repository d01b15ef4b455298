/** Signs that a piece of text speaks of what a person must bring. */
import { foldSameLength } from '../../../domain/fold-text.ts';
import type { SkillMention, Taxonomy } from '../../../domain/taxonomy.ts';
import { detectCue, type FoundCue } from './detect-cue.ts';
import { findDurations } from './read-durations.ts';
import { CREDENTIAL, type Cue, cuesFor, EXPERIENCE } from './requirement-wording.ts';

const BENEFIT =
  /(?<!\p{L})(?:pension|holidays?|vacation|paid leave|401k|insurance plan|health insurance|bonus|discounts?|canteen|allowance|parking|urlaub(?:stage)?|weihnachtsgeld|jobrad|tickets restaurant|mutuelle|prime|rtt|seguro medico|vacaciones|buoni pasto|vakantiedagen|pensioen|karta multisport)(?!\p{L})/u;

export class Evidence {
  private readonly taxonomy: Taxonomy;

  readonly language: string | undefined;
  private readonly cues: readonly Cue[];
  /** The same pieces are asked about several times while an item is taken apart; gone with the posting. */
  private readonly known = new Map<string, { value: readonly SkillMention[] }>();
  private readonly found = new Map<string, { value: FoundCue | undefined }>();
  private readonly strong = new Map<string, { value: boolean }>();

  /** @param language of the posting, ISO 639-1 */
  constructor(taxonomy: Taxonomy, language: string | undefined) {
    this.taxonomy = taxonomy;
    this.language = language;
    this.cues = cuesFor(language);
  }

  cueIn(text: string): FoundCue | undefined {
    return remembered(this.found, text, () => detectCue(text, this.cues));
  }

  /** As `Taxonomy.findSkills`. */
  skillsIn(text: string): readonly SkillMention[] {
    return remembered(this.known, text, () => this.taxonomy.findSkills(text));
  }

  hasDuration(text: string): boolean {
    return findDurations(text).some((d) => d.aside !== 'window');
  }

  hasCredential(text: string): boolean {
    return CREDENTIAL.test(foldSameLength(text)) || this.skillsIn(text).some((m) => m.skill.category === 'credential');
  }

  hasDegree(text: string): boolean {
    return this.taxonomy.readDegree(text) !== undefined;
  }

  speaksOfExperience(text: string): boolean {
    return EXPERIENCE.test(foldSameLength(text));
  }

  /** A skill of the dictionary that is more than a trait of character. */
  hasHardSkill(text: string): boolean {
    return this.skillsIn(text).some((m) => m.skill.category !== 'soft');
  }

  /** Years, a licence, a degree: said of nothing but requirements. */
  isStrong(text: string): boolean {
    return remembered(this.strong, text, () => this.hasDuration(text) || this.hasCredential(text) || this.hasDegree(text));
  }

  isAny(text: string): boolean {
    return this.isStrong(text) || this.speaksOfExperience(text) || this.hasHardSkill(text);
  }

  /** How much an item of a list looks like a requirement: 0 a task or a benefit, 1 perhaps, 2 and more surely. */
  weightOf(text: string): number {
    if (BENEFIT.test(foldSameLength(text))) return -1;
    const words = text.split(' ').length;
    const held = this.isStrong(text) ? 2 : 0;
    const known = this.speaksOfExperience(text) ? 1.5 : 0;
    // Tasks name skills as well, but in longer sentences.
    const skill = this.hasHardSkill(text) ? (words <= 6 ? 1 : 0.4) : 0;
    return held + known + skill;
  }
}

/** What is not there is remembered as well: most pieces hold no cue. */
function remembered<T>(memory: Map<string, { value: T }>, text: string, find: () => T): T {
  const known = memory.get(text) ?? { value: find() };
  memory.set(text, known);
  return known.value;
}
