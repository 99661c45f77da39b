import type { Template } from '../schema/template.ts';

/** What a column of a table of actions holds. */
export type ActionColumn = 'text' | 'owner' | 'due' | 'status' | 'ticket' | 'type';

/** Column headers as teams write them, in English, German, French, Spanish and Portuguese. */
const columnWords: readonly (readonly [ActionColumn, RegExp])[] = [
  [
    'owner',
    /^(?:owners?|assignees?|assigned(?: to)?|responsible|who|by whom|dri|person|lead|team|champion|accountable|driver|poc|verantwortlich(?:er?)?|zuständig|wer|responsable|porteur|qui(?:én|en)?|responsável|quem|asignad[oa](?: a)?|encargad[oa])(?!\p{L})/iu,
  ],
  [
    'due',
    /^(?:due|deadline|target|eta|by when|by$|until|when|date|completion date|expected|fällig(?:keit)?|frist|termin|bis(?: wann)?|datum|échéance|délai|fecha|vencimiento|plazo|prazo|data$|vencimento)(?!\p{L})/iu,
  ],
  [
    'status',
    /^(?:status|state|done|progress|completed?|zustand|stand|statut|état|estado|avancement|situação)(?!\p{L})/iu,
  ],
  ['ticket', /^(?:tickets?|issues?|bugs?|jira|github|tracking|tracked|link|prs?|pull request|work item)\b/i],
  [
    'type',
    /^(?:(?:action |item )?types?|categor(?:y|ies)|kind|purpose|typ|kategorie|catégorie|tipo|categor[ií]a)(?!\p{L})/iu,
  ],
  [
    'text',
    /^(?:actions?|action items?|corrective|tasks?|items?|description|what|to-?do|title|summary|follow|ma(?:ß|ss)nahme|aufgabe|tâche|mesure|acci[oó]n|aç(?:ão|ões)|tarea|tarefa|medida)/i,
  ],
];

/** Whether a template wants an owner of each action: its table has a column for it, or it has no table. */
export function asksForOwner(template: Template): boolean {
  return asksFor(template, 'owner');
}

/** The same of the day on which each is due. */
export function asksForDue(template: Template): boolean {
  return asksFor(template, 'due');
}

function asksFor({ sections }: Template, column: ActionColumn): boolean {
  const columns = sections.flatMap((section) => (section.role === 'actions' ? section.columns : []));
  return columns.length === 0 || columns.some((words) => columnOf(words) === column);
}

/** What a column holds, by its header; undefined for one of a team's own. */
export function columnOf(header: string): ActionColumn | undefined {
  return columnWords.find(([, words]) => words.test(header))?.[0];
}
