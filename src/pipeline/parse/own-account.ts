/** Work on one's own account: the words stand where others print the employer, or in the title. */
import { foldSameLength } from '../../domain/fold-text.ts';

/** Folded. */
const WORDS =
  "freelance|freelancer|freelancing|self[- ]employed|freiberuflich|freiberufler(?:in)?|selbst(?:st)?andige?r?|independante?|auto-?entrepreneur|autonom[oa]|por cuenta propia|libero professionista|freelans|wlasna dzialalnosc|zzp(?:'er)?|zelfstandig|自由职业|フリーランス|個人事業主";
/** These say so only where nothing stands beside them: `independent living adviser` is a job. */
const ALONE = 'independent|a mon compte|own account|various clients';

const WHOLE = new RegExp(`^(?:${WORDS}|${ALONE})$`, 'u');
const INSIDE = new RegExp(`(?:^|[^\\p{L}])(?:${WORDS})(?:$|[^\\p{L}])`, 'u');

/** Nothing else is said: it stands for the employer. */
export const isOwnAccount = (text: string): boolean => WHOLE.test(foldSameLength(text));

/** `Freelance tutor`: the title says it, and no employer above is theirs. */
export const namesOwnAccount = (text: string): boolean => INSIDE.test(foldSameLength(text));
