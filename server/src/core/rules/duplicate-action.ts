import type { ActionItem, IncidentDocument } from '../model/document.ts';
import type { OpenAction } from '../model/documentIndex.ts';
import type { DocumentFacts } from '../model/facts.ts';
import { likenessOf } from '../model/values/actionLikeness.ts';
import { excerpt } from '../text/excerpt.ts';
import { fileNameOf } from '../text/path.ts';
import { defineRule, type Finding } from './rule.ts';

/** An action that is open in two places: both are followed up, or neither is. */
export const duplicateAction = defineRule({
  id: 'duplicate-action',
  kinds: ['postmortem'],
  summary: 'The same action is open in two places.',
  level: 'information',
  fixable: false,
  concerns({ path, title, actionItems }, index) {
    return actionItems.some(({ text, state }) => {
      const likeness = state === 'open' ? likenessOf(text) : undefined;
      if (likeness === undefined) return false;
      return !index || index.openActions(likeness).some((other) => isElsewhere(other, path, title));
    });
  },
  *check(document, { index }) {
    const seen = new Map<string, ActionItem>();
    for (const { item, likeness } of document.each(likenessesOf, document.actionItems)) {
      const earlier = seen.get(likeness);
      if (!earlier) seen.set(likeness, item);
      if (earlier) {
        yield repeated(item, earlier, document);
        continue;
      }
      const others = index
        .openActions(likeness)
        .filter((other) => isElsewhere(other, document.path, document.title?.subject));
      yield* openElsewhere(item, others);
    }
  },
});

function likenessesOf(item: ActionItem) {
  const likeness = item.state === 'open' ? likenessOf(item.text) : undefined;
  return likeness === undefined ? [] : [{ item, likeness }];
}

/** A postmortem of the same title is the same one in another place: a copy, a translation. */
function isElsewhere({ document }: OpenAction, path: string, title: DocumentFacts['title']): boolean {
  return document.path !== path && (title === undefined || document.title?.toLowerCase() !== title.toLowerCase());
}

function repeated({ textSpan }: ActionItem, earlier: ActionItem, { lines }: IncidentDocument): Finding {
  const line = lines.lineAt(earlier.textSpan.start) + 1;
  return {
    span: textSpan,
    message: `This action stands in line ${line} already; keep one of the two.`,
    related: [{ span: earlier.textSpan, message: 'The same action.' }],
  };
}

function* openElsewhere({ textSpan }: ActionItem, others: readonly OpenAction[]): Iterable<Finding> {
  const [first] = others;
  if (!first) return;
  const details = [first.action.owner, first.action.due && `due ${first.action.due}`].filter((detail) => detail);
  const whose = details.length > 0 ? ` (${details.join(', ')})` : '';
  yield {
    span: textSpan,
    message: `The same action is open in ${nameOf(first)}${whose}; follow it up in one place and link to it from the other.`,
    elsewhere: others.map((other) => ({
      path: other.document.path,
      range: other.action.range,
      message: `The same action, in ${nameOf(other)}.`,
    })),
  };
}

function nameOf({ document: { title, path } }: OpenAction): string {
  return title ? `"${excerpt(title)}"` : fileNameOf(path);
}
