/** A day behind the word that leads over to it (`Issued Apr 2018`), or before the one that closes it. */
import { onlyDates } from './date-range.ts';

/** `Issued Apr 2018`, `Issued on: May 01, 2019`, `Date: 2020`. */
const DATED =
  /^(?:(?:issued|awarded|obtained|completed|certified|received|earned|achieved|acquired|passed)(?: on| in)?|date(?: issued| awarded)?|issue date|ausgestellt(?: am)?|erworben(?: am)?|datum|délivré le|obtenue?(?: le| en)?|certifiée?(?: le| en)|emitido(?: en| el| em)?|expedido(?: el)?|fecha|data|rilasciato il|conseguito(?: il| nel)?|behaald(?: op)?|uzyskany|wydany)\s*[:：]?\s+(?=\S)/iu;

/** `2012年12月取得`, `2019.05 취득`: what Chinese, Japanese and Korean forms write behind the day. */
const ON_THAT_DAY = /(?<=[\d年月日.])\s?(?:取得|合格|修了|登録|獲得|获得|获证|취득|합격|수료|등록)$/u;

/** The day that a line is all about. */
export const onlyDay = (text: string): ReturnType<typeof onlyDates> =>
  onlyDates(text) ?? onlyDates(text.replace(DATED, '').replace(ON_THAT_DAY, ''));
