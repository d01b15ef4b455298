/** A profile in sentences (F2.4), each a fact of the resume or of its matches. */
export interface Prose {
  /** One to four sentences. Empty where nothing is known. */
  summary: string;
  strengths: string[];
  /** What would make the resume itself stronger. */
  improve: string[];
  /** What to do next. */
  advice: string[];
}

/** `you`: to whom the resume describes; `they`: to somebody who looks for people. */
export type ProseVoice = 'you' | 'they';
