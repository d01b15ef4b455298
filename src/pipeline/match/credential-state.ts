/** Whether a licence or certificate is held: cues for planned and expired ones, and until when it is good. */
import { foldText } from '../../domain/fold-text.ts';
import { type FoundDate, findDates } from './find-date.ts';

const PLANNED =
  /(?:^|[^a-z])(?:preparing|preparation for|in progress|in preparation|studying (?:for|towards?)|work(?:ing)? towards?|booked|exam (?:in|on|due)|expected|planned|planning|pending|awaiting|applied for|to be taken|to follow|scheduled|sitting (?:the|in)|not yet|enrolled|ongoing|underway|next (?:year|spring|summer|autumn|month)|learning|want to|hope to|would like|in vorbereitung|vorbereitung auf|angestrebt|geplant|voraussichtlich|angemeldet|prufung (?:im|steht)|noch nicht|noch offen|en cours|prevue?|en preparation|prepare (?:le|la|un|mon)|inscrite?|pas encore|bientot|en curso|en proceso|prevista?o?|preparando|matriculad[oa]|pendiente|em andamento|em curso|in corso|in preparazione|non ancora|in opleiding|gepland|nog niet|w trakcie|planowan\w+|jeszcze nie)(?![a-z])/;
const LAPSED =
  /(?:^|[^a-z])(?:expired|lapsed|ran out|run out|no longer valid|revoked|suspended|out of date|not renewed|abgelaufen|erloschen|nicht mehr gultig|verfallen|expiree?s?|perimee?|plus valable|echue?|caducad[oa]|caduco|vencid[oa]|expirad[oa]|scadut[oa]|verlopen|niet meer geldig|wygasl\w*|niewazn\w*)(?![a-z])/;
const FAILED =
  /(?:^|[^a-z])(?:failed|not passed|did not pass|no (?:licen[cs]e|certificate|card|ticket)|without (?:a |the )?(?:licen[cs]e|certificate)|nicht bestanden|durchgefallen|kein(?:e|en)? (?:fuhrerschein|schein|lizenz|zulassung)|sans (?:permis|diplome)|pas de permis|sin (?:licencia|carnet))(?![a-z])/;
const VALID_UNTIL =
  /(?:^|[^a-z])(?:valid|good|expires?|expiry|expiring|exp|in date|current|runs?|renew(?:al|s)?(?: due| by)?|through|until|till|to|gultig|lauft|bis|valable|valide|jusqu'en|jusqu'au|jusqu'a|validite|expire|valid[oa]|vigente|vence|caduca|hasta|valido ate|validade|ate|scade|valid[oa] fino|fino al?|geldig|tot|wazn\w*|do)[ :(,]*(?:(?:until|till|to|thru|through|on|in|bis|zum|en|au|jusqu'en|jusqu'au|hasta|el|ate|fino|al?|il|tot|do|ende|fin|end of|the end of)[ :,]*)*$/;

interface CredentialState {
  /** `YYYY-MM` or `YYYY`. */
  validUntil?: string;
  expired: boolean;
  planned: boolean;
  /** It says that there is none, or that it was failed. */
  denied: boolean;
}

function cueBefore(folded: string, found: FoundDate): boolean {
  return VALID_UNTIL.test(folded.slice(Math.max(0, found.start - 40), found.start));
}

/** The last month of a date counts: good until 2029 is good in December 2029. */
export function isPast(date: string, asOf: string): boolean {
  const full = /^\d{4}$/.test(date) ? `${date}-12-31` : /^\d{4}-\d{2}$/.test(date) ? `${date}-31` : date;
  return full < asOf;
}

/** Reads the state of a credential from the clause that names it, as of a date (`YYYY-MM-DD`). */
export function readCredentialState(clause: string, asOf: string): CredentialState {
  const folded = foldText(clause);
  const dates = findDates(clause);
  const lapsed = LAPSED.test(folded);
  const until = dates.find((found) => cueBefore(folded, found))?.date ?? (lapsed ? dates.at(-1)?.date : undefined);
  // With a date the date decides: "expire en 2029" is no lapse.
  const expired = until === undefined ? lapsed : isPast(until, asOf);
  return {
    ...(until !== undefined && { validUntil: until }),
    expired,
    planned: PLANNED.test(folded),
    denied: FAILED.test(folded),
  };
}
