/** "Led a team for two years": answered by the months of roles that lead people, whatever words they use for it. */
import { foldText } from '../../domain/fold-text.ts';
import type { MonthSpan } from '../../domain/month-spans.ts';
import { type Answer, better, monthsAsked, NO_ANSWER, useFactor } from './cover-skill.ts';
import type { PreparedRequirement } from './prepare-posting.ts';
import { peopleLed } from './read-level.ts';
import type { RoleRelevance } from './relevant-months.ts';

const GROUP =
  '(?:teams?|people|staff|crews?|squads?|departments?|brigades?|groups?|reports|employees|engineers|developers|nurses|technicians|workers|drivers|apprentices|shifts?|mitarbeiter\\w*|personal|abteilung|equipes?|personnes|collaborateurs|equipos?|personas|equipas?|squadra|persone|medewerkers|zespol\\w*)';
/** Folded. A verb of leading with a group behind it, or the abstract noun. */
const ASKS_TO_LEAD = new RegExp(
  `\\b(?:(?:led|lead|leading|managed?|managing|supervised?|supervising|in charge of|headed|heading|run|ran|leite[tn]?|geleitet|leitung|fuhr\\w+|encadr\\w+|dirig\\w+|anime|a la tete|gestion|lider\\w+|coordin\\w+|gestione|leiding\\w*|zarzadz\\w+) (?:[a-z0-9'-]{1,20} ){0,5}?(?:d')?${GROUP}|people management|line management|team leadership|leadership experience|personalverantwortung|fuhrungserfahrung|mitarbeiterfuhrung|personalfuhrung|teamleitung|management d'equipe|encadrement|liderazgo|leidinggevend\\w*|as (?:a |an )?(?:[a-z]+ )?(?:manager|head|team lead|foreman|supervisor))\\b`,
);

/** Leading people in other work than the posting's. */
const ELSEWHERE = 0.6;
/** Fewer people than asked for. */
const SMALLER = 0.5;
/** The team that "lead" in a title stands for where no number is told. */
const UNSAID_TEAM = 6;

/** How many people a requirement asks to have led (1 when it gives no number); undefined when it asks nothing of the kind. */
export function leadershipAsked(text: string): number | undefined {
  const folded = foldText(text);
  return ASKS_TO_LEAD.test(folded) ? Math.max(1, peopleLed(folded)) : undefined;
}

function teamOf({ role }: RoleRelevance): number {
  const told = role.facts.teamSize ?? 0;
  const byLevel = role.facts.level === 'lead' || role.facts.level === 'executive' ? UNSAID_TEAM : 0;
  return told > 0 ? told : byLevel;
}

/** The months of roles that led as many people as asked, in like work; then of smaller teams and other work, which count less. */
export function coverLeadership(roles: readonly RoleRelevance[], wanted: PreparedRequirement, today: number): Answer {
  const { people } = wanted;
  if (people === undefined) return NO_ANSWER;
  const grades = roles.flatMap((one) => {
    const team = teamOf(one);
    if (team === 0) return [];
    return [
      { grade: (team >= people ? 1 : SMALLER) * (one.title >= 0.5 ? 1 : ELSEWHERE), span: one.role.span, line: leadingLine(one) },
    ];
  });
  grades.sort((a, b) => b.grade - a.grade);
  const asked = monthsAsked(wanted.requirement);
  const spans: MonthSpan[] = [];
  let answer = NO_ANSWER;
  for (const { grade, span, line } of grades) {
    spans.push(span);
    const { factor, months, last } = useFactor(spans, asked, today);
    const value = grade * factor;
    answer = better(answer, {
      value,
      kind: grade === 1 ? 'exact' : 'related',
      line,
      months,
      ...(last !== undefined && { last }),
    });
  }
  return answer;
}

function leadingLine({ role }: RoleRelevance): string {
  return role.facts.lines.find((line) => peopleLed(foldText(line)) > 0) ?? role.facts.title;
}
