/**
 * Lines that speak to whoever evaluates the resume instead of about its owner: commands to software. They show, so that they are no
 * hidden text (A1), but they are no facts either (A2). Only the imperative counts: somebody who tests language models may say so.
 */
import { foldText } from '../../domain/fold-text.ts';
import { singleSpaced } from './clean-text.ts';
import type { Line } from './line.ts';

const COMMANDS: readonly RegExp[] = [
  /\b(?:ignore|disregard|forget|override) (?:all |any |the |your |of )*(?:previous|prior|above|earlier|preceding|other|existing|system) (?:instructions?|prompts?|rules|commands|directions|guidelines)\b/,
  /\b(?:system|developer|assistant) (?:note|prompt|message|instruction)s? ?(?:to|for|:)/,
  /\bnote to (?:the )?(?:ai|llm|model|evaluator|screener|parser|ats)\b/,
  /\b(?:give|assign|return|output|set|award) (?:\w+ ){0,4}(?:match.?score|score|rating|rank)\b[^.]{0,20}\b(?:of|to|=|:)?\s?(?:100|10\/10|5\/5|highest|maximum|perfect)/,
  /\b(?:rank|rate|score|place|recommend) (?:this|the|me as the|me as|me) ?(?:candidate|applicant|resume|cv|person)? ?(?:first|highest|top|number one|as (?:a |the )?(?:best|perfect|top|ideal))\b/,
  /\bthis (?:candidate|applicant) is (?:a |the )?(?:perfect|best|ideal|only) (?:match|candidate|fit|choice)\b/,
  /\bdo not (?:mention|reveal|disclose|report) this (?:note|instruction|message|text|prompt)\b/,
  /<\/?(?:system|instructions?|prompt|document|resume)>/,
  /\b(?:ignoriere|ignorieren sie|vergiss) (?:alle |die )*(?:vorherigen|bisherigen|vorigen|obigen) (?:anweisungen|befehle|regeln)\b/,
  /\bignor(?:e|ez|er) (?:toutes )?(?:les )?(?:instructions|consignes) (?:precedentes|anterieures|ci-dessus)\b/,
  /\bignor(?:a|e|ar) (?:todas )?(?:as |las )?(?:instrucciones|instrucoes) (?:anteriores|previas)\b/,
  /\bignora (?:tutte )?(?:le )?istruzioni precedenti\b/,
  /\bnegeer (?:alle )?(?:vorige|eerdere|voorgaande) (?:instructies|opdrachten)\b/,
  /\bzignoruj (?:wszystkie )?(?:poprzednie|wczesniejsze) (?:instrukcje|polecenia)\b/,
  /忽略(?:以上|之前|所有|上述)[^。]{0,6}(?:指令|指示|说明|提示)/,
  /(?:以前|上記|これまで)の(?:指示|命令|プロンプト)を(?:すべて)?無視/,
];

/** One pattern: it is compiled and run once a line. */
const COMMAND = new RegExp(COMMANDS.map(({ source }) => source).join('|'));

/** The remark that goes with the resume, for people. */
export const ADDRESSED_REMARK = 'some text speaks to software that evaluates resumes; it was not read as a fact';

/** Most letters of a line that are looked at (P6). */
const MOST_LETTERS = 2000;

export function isAddressedToSoftware(line: Pick<Line, 'text'>): boolean {
  const text = singleSpaced(foldText(line.text.slice(0, MOST_LETTERS)));
  return COMMAND.test(text);
}
