/** Words that announce a resume: what decides about a file that cannot be read, in a place that people share (rule E13). */
import { foldText } from '../domain/fold-text.ts';

/** Without accents, lower case. "Application" alone may be a program, so English asks for a little more. */
const RESUME_WORDS = new RegExp(
  `(?<!\\p{L})(?:${[
    'cv',
    'c\\.v\\.',
    'resume',
    'resumee',
    'curricul(?:um|o|a)(?: vitae)?',
    'lebenslauf',
    'bewerb(?:ung|e|er|erin)\\p{L}*',
    'job application',
    '(?:my|your|an) application',
    'application (?:for|as|to)',
    'appl(?:y|ying) (?:for|to|as)',
    'candidat(?:ure|ura)',
    'postulation',
    'hoja de vida',
    'solicitud de empleo',
    'sollicitatie\\p{L}*',
    'zyciorys',
    'list motywacyjny',
    'zivotopis',
    'oneletrajz',
    'ansokan',
    'meritforteckning',
    'ansogning',
    'soknad',
    'hakemus',
    'ansioluettelo',
    'ozgecmis',
    'резюме',
    '履歴書',
    '职务经历',
    '简历',
    '簡歷',
    '이력서',
  ].join('|')})(?!\\p{L})|^application\\s*[:–—-]`,
  'iu',
);

const FIRST_CHARACTERS = 600;

export const saysResume = (text: string | undefined): boolean =>
  text !== undefined && RESUME_WORDS.test(plain(text.slice(0, FIRST_CHARACTERS)));

/** `AnaPradoCV_2026.pdf` holds the word too. */
export const nameSaysResume = (fileName: string): boolean =>
  saysResume(
    fileName
      .normalize('NFC')
      .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
      .replace(/[_\d.!/\\()-]+/g, ' '),
  );

/** Recomposed, because folding takes Hangul apart. */
const plain = (text: string): string => foldText(text).normalize('NFC').trim();
