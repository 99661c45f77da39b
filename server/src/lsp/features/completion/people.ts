import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver/node';
import { personKey, rolePlaces } from '../../../core/model/incident/roles.ts';
import { saysNothing } from '../../../core/model/values/absent.ts';
import { namesGroup } from '../../../core/model/values/people.ts';
import { whoIsOnCall } from '../../../core/onCall/teams.ts';
import { slice } from '../../../core/text/slice.ts';
import type { Span } from '../../../core/text/span.ts';
import type { Caret } from './caret.ts';
import { choiceItems, type Choice } from './choices.ts';

/** The character with which a handle begins. */
export const peopleTrigger = '@';

const handle = /(?<![\p{L}\p{N}.@/])@[\w.-]*$/u;

/** Wherever a handle is begun, whom it can name. */
export function handles(caret: Caret): CompletionItem[] {
  const typed = handle.exec(caret.before)?.[0];
  if (typed === undefined) return [];
  const span = { start: caret.offset - typed.length, end: caret.offset };
  return choiceItems(caret, span, peopleFor(caret), CompletionItemKind.Value);
}

/** Whoever is on call, then the team's people, then those whom the document names, each once. */
export function peopleFor(caret: Caret): readonly Choice[] {
  const found = new Map<string, Choice>();
  for (const choice of [...onCall(caret), ...team(caret), ...named(caret)]) {
    const key = personKey(choice.text);
    if (key !== '' && !found.has(key)) found.set(key, choice);
  }
  return [...found.values()];
}

/** The name of a list of names in which the caret stands: of "Ada, Wei" the one that is being typed. */
export function nameAt({ document, offset }: Caret, list: Span): Span {
  if (list.start === list.end) return list;
  const before = slice(document.text, { start: list.start, end: Math.max(list.start, offset) });
  const behind = slice(document.text, { start: offset, end: Math.max(offset, list.end) });
  const start = list.start + (/^.*[,;]\s*/s.exec(before)?.[0].length ?? 0);
  return { start, end: offset + (/^[^,;]*/.exec(behind)?.[0].length ?? 0) };
}

function onCall({ configuration, now }: Caret): Choice[] {
  return configuration.onCall.rotations.flatMap(({ team: name }) => {
    const answer = whoIsOnCall(configuration, name, now);
    if ('reason' in answer) return [];
    const { primary, secondary } = answer.watch;
    return [
      ...(primary === undefined ? [] : [{ text: primary, detail: `on call for ${name}` }]),
      ...(secondary === undefined ? [] : [{ text: secondary, detail: `on call for ${name}, second` }]),
    ];
  });
}

function team({ configuration }: Caret): Choice[] {
  return [...configuration.people].map(([text, { name }]) => ({ text, detail: name ?? 'of the team' }));
}

/** Holders of roles, authors and owners of actions; groups are nobody to hand something to. */
function named({ document, configuration }: Caret): Choice[] {
  const roles = rolePlaces(
    document,
    configuration.roles.map(({ name }) => name),
  );
  const lists = [
    ...roles.map(({ role, holder }) => ({ names: holder, detail: role.toLowerCase() })),
    ...document.fields
      .filter(({ schema }) => schema?.type === 'people')
      .map(({ label, value }) => ({ names: value, detail: label.toLowerCase() })),
    ...document.actionItems.map(({ owner }) => ({ names: owner?.value, detail: 'owner of an action' })),
  ];
  return lists.flatMap(({ names = '', detail }) =>
    names
      .split(/[,;]|\s(?:and|&)\s/)
      .map((name) => name.trim())
      .filter((name) => !saysNothing(name) && !/^@?$|[[\]{}]/.test(name) && !namesGroup(name))
      .map((text) => ({ text, detail: `${detail}, in this document` })),
  );
}
