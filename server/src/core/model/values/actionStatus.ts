/** Where an action stands. */
export interface StatedActionStatus {
  /** As the vocabulary writes it. */
  readonly name: string;
  /** `done` and `dropped` want nothing more of anybody. */
  readonly state: 'open' | 'done' | 'dropped';
}

/** Status words of actions as teams and trackers write them. Sources: S1 (Planned, In Progress, Done), GitHub, Jira. */
const words: readonly (StatedActionStatus & { readonly pattern: RegExp })[] = [
  { name: 'Not Started', state: 'open', pattern: /^not (?:yet )?(?:started|done|completed?|implemented)\b/i },
  { name: 'Planned', state: 'open', pattern: /^(?:planned|planning|scheduled|accepted|agreed|approved)\b/i },
  {
    name: 'To Do',
    state: 'open',
    pattern: /^(?:to[- ]?do|backlog(?:ged)?|pending|new|proposed|triaged?|queued|needed)\b/i,
  },
  {
    name: 'In Progress',
    state: 'open',
    pattern:
      /^(?:(?:work )?in[- ]progress|wip|ongoing|on-going|started|doing|active|under ?way|partial(?:ly)?|continuous|assigned|investigating)\b/i,
  },
  {
    name: 'In Review',
    state: 'open',
    pattern: /^(?:(?:in|under) review|review(?:ing)?|pr (?:open|ready)|testing|in (?:testing|qa))\b/i,
  },
  { name: 'Open', state: 'open', pattern: /^(?:open|reopened|outstanding|due|late|delayed|overdue)\b/i },
  { name: 'Blocked', state: 'open', pattern: /^(?:blocked|waiting|on hold|paused|stalled)\b/i },
  {
    name: 'Done',
    state: 'done',
    pattern:
      /^(?:done|completed?|closed|resolved|fixed|finished|merged|shipped|deployed|released|implemented|delivered|landed|live|yes)\b/i,
  },
  {
    name: 'Cancelled',
    state: 'dropped',
    pattern:
      /^(?:cancell?ed|won'?t (?:do|fix)|wontfix|dropped|rejected|abandoned|obsolete|declined|superseded|duplicate|not (?:planned|needed|doing)|skipped|deferred|postponed)\b/i,
  },
];

/** The same in German, French, Spanish and Portuguese. */
const otherWords: readonly (readonly [RegExp, StatedActionStatus])[] = [
  [
    /^(?:offen|neu|geplant|zu erledigen|à faire|ouverte?|prévue?|planifiée?|pendiente|por hacer|abiert[oa]|planificad[oa]|pendente|a fazer|abert[oa]|planejad[oa])(?!\p{L})/iu,
    { name: 'Open', state: 'open' },
  ],
  [
    /^(?:in (?:be)?arbeit(?:ung)?|laufend|begonnen|en (?:cours|curso|progreso)|em (?:andamento|curso))(?!\p{L})/iu,
    { name: 'In Progress', state: 'open' },
  ],
  [
    /^(?:erledigt|fertig|abgeschlossen|umgesetzt|behoben|termin[ée]e?|faite?|fini|hech[oa]|completad[oa]|cerrad[oa]|terminad[oa]|conclu[íi]d[oa]|feit[oa]|fechad[oa])(?!\p{L})/iu,
    { name: 'Done', state: 'done' },
  ],
  [
    /^(?:abgebrochen|verworfen|abandonn[ée]e?|annul[ée]e?|cancelad[oa]|descartad[oa])(?!\p{L})/iu,
    { name: 'Cancelled', state: 'dropped' },
  ],
];

const marks: readonly (readonly [RegExp, StatedActionStatus])[] = [
  [/^(?:✅|☑|✔|✓|🟢|:white_check_mark:|:heavy_check_mark:|:check:|x$|\[x\])/iu, { name: 'Done', state: 'done' }],
  [/^(?:❌|✗|🚫|:x:)/u, { name: 'Cancelled', state: 'dropped' }],
  [/^(?:🚧|🔄|⏳|🟡|:construction:|:hourglass)/u, { name: 'In Progress', state: 'open' }],
  [/^(?:⬜|☐|🔴|⚪|\[ \])/u, { name: 'Open', state: 'open' }],
];

/** Reads an action's status by its first words or its mark; a remark may follow ("Done, see PR"). Undefined for others. */
export function readActionStatus(text: string): StatedActionStatus | undefined {
  const trimmed = text.trim();
  const mark = marks.find(([pattern]) => pattern.test(trimmed))?.[1];
  if (mark) return mark;
  const plain = trimmed.replace(/^[^\p{L}]+/u, '').replace(/’/g, "'");
  const known = words.find(({ pattern }) => pattern.test(plain));
  if (known) return { name: known.name, state: known.state };
  return otherWords.find(([pattern]) => pattern.test(plain))?.[1];
}

/** The names that are offered for a word that is none of them, in the order in which an action passes through them. */
export const actionStatusNames: readonly string[] = words.map(({ name }) => name);
