/** The words by which mail programs mark what they quote, in the languages of the dictionaries (en de fr es it pt nl pl). */

/** `On … wrote:` and its kin: how such a line begins (lower case) and ends. */
export const ATTRIBUTION_STARTS = ['on ', 'am ', 'le ', 'el ', 'il ', 'em ', 'op ', 'w dniu ', 'dnia ', 'no dia '];

/** At the end, maybe followed by a name or date (`schrieb Anna Beispiel:`, `schreef op 3 nov.:`). */
export const ATTRIBUTION_VERBS =
  /(?:\bwrote|\bschrieb|\ba écrit|\bescribió|\bha scritto|\bescreveu|\bschreef|\bnapisał\(?a?\)?(?:\(a\))?|\bnapisała|\bpisze|\bhet volgende geschreven|\bfolgendes geschrieben)(?:.{0,120})?\s?:\s*$/iu;

const DASHED = (words: string) => new RegExp(`^[\\s*>]*[-_=]{2,}\\s*(?:${words})\\s*[-_=]{2,}\\s*\\*?$`, 'iu');

/** `-----Original Message-----`: Outlook's mark above what is answered. */
export const ORIGINAL_MARK = DASHED(
  "original message|original appointment|ursprüngliche nachricht|ursprünglicher termin|message d[’']origine|mensaje original|messaggio originale|mensagem original|oorspronkelijk bericht|oryginalna wiadomość|wiadomość oryginalna",
);

const FORWARD_WORDS =
  'forwarded message|weitergeleitete nachricht|message transféré|mensaje reenviado|messaggio inoltrato|mensagem encaminhada|mensagem reencaminhada|doorgestuurd bericht|przekazana wiadomość|wiadomość przekazana';
const BEGIN_FORWARDED =
  /^[\s*>]*(?:begin forwarded message|anfang der weitergeleiteten (?:nachricht|e-mail)|début du message (?:transféré|réexpédié)|inicio del mensaje reenviado|inizio messaggio inoltrato|início da mensagem (?:reencaminhada|encaminhada)|begin doorgestuurd bericht|początek przekazywanej wiadomości)\s*:?\*?\s*$/iu;
const FORWARD_MARK = DASHED(FORWARD_WORDS);

/** The mark above a forwarded mail: what follows was passed on to be read. */
export function isForwardMark(line: string): boolean {
  return FORWARD_MARK.test(line) || BEGIN_FORWARDED.test(line);
}

/** Subject prefixes of a forwarded mail. */
export const FORWARD_SUBJECT = /^\s*(?:fwd?|wg|tr|rv|enc|i|doorst|pd|fs)\s*:/iu;

/** Labels of the header block that Outlook puts above a quotation: from, then date, to, subject. */
export const HEADER_BLOCK_LABELS = {
  from: ['from', 'von', 'de', 'da', 'van', 'od'],
  others: [
    ...[
      'sent',
      'date',
      'to',
      'cc',
      'subject',
      'gesendet',
      'datum',
      'an',
      'betreff',
      'envoyé',
      'à',
      'objet',
      'enviado',
      'enviado el',
    ],
    ...[
      'fecha',
      'para',
      'asunto',
      'inviato',
      'data',
      'a',
      'oggetto',
      'enviada',
      'enviada em',
      'enviado em',
      'assunto',
      'verzonden',
    ],
    ...['aan', 'onderwerp', 'wysłano', 'do', 'temat', 'dw', 'reply-to', 'antwort an', 'répondre à'],
  ],
} as const;

/** The line that phones and apps add: `Sent from my iPhone`, `Get Outlook for iOS`. */
export const DEVICE_SIGNATURE = new RegExp(
  `^\\s*(?:${[
    '(?:sent|enviado|envoyé|inviato|enviada|verzonden|verstuurd|wysłan[eoa]|gesendet)\\s+(?:from|via|with|using|desde|do meu|de mon|depuis|dal mio|da|vanaf|van mijn|met|z|ze|von|mit|de)\\b[^,;:]{1,50}',
    'von mein(?:em|er) .{1,40} gesendet',
    '(?:get|download) outlook for (?:ios|android|mac).{0,80}',
    'outlook für (?:ios|android|mac).{0,20} beziehen.{0,80}',
    'télécharge[rz] outlook pour (?:ios|android).{0,80}',
    '(?:obtener|obtén|descargar) outlook para (?:ios|android).{0,80}',
    '(?:scarica|ottieni) outlook per (?:ios|android).{0,80}',
    'obter (?:o )?outlook para (?:ios|android).{0,80}',
    'outlook voor (?:ios|android) downloaden.{0,80}',
    'pobierz (?:program )?outlook dla systemu (?:ios|android).{0,80}',
    'envoyé de mon .{1,40}',
  ].join('|')})\\s*\\.?\\s*$`,
  'iu',
);
