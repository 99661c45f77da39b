import type { Edit } from '../edits/edit.ts';
import { sortEntries, sortGroups } from '../edits/sortTimeline.ts';
import { entryGroups, misplacedEntries, type MisplacedEntry } from '../model/timeline/order.ts';
import type { Timeline, TimelineEntry } from '../model/timeline/timeline.ts';
import { slice } from '../text/slice.ts';
import { defineRule, type Finding, type Fix } from './rule.ts';

/** Where more lists than a person writes are out of order, one fix sorts all of them. */
const manyGroups = 10;

/** An entry of the timeline that stands before an earlier one, or after a later one where the newest come first. */
export const timelineOrder = defineRule({
  id: 'timeline-order',
  kinds: ['incident', 'postmortem'],
  summary: 'An entry of the timeline is out of order.',
  level: 'warning',
  fixable: true,
  *check(document) {
    const { timeline, latest } = document;
    if (!timeline) return;
    const groups = latest(groupsOutOfOrder, timeline.entries, [timeline.order]);
    const sortable = groups.flatMap(({ group, isSortable }) => (isSortable ? [group] : []));
    const inOneGo = sortable.length > manyGroups ? fixOf(sortGroups(document, sortable)) : undefined;
    for (const { group, misplaced, isSortable } of groups) {
      const single = isSortable && sortable.length <= manyGroups ? fixOf(sortEntries(document, group)) : undefined;
      const fix = isSortable ? (single ?? inOneGo) : undefined;
      for (const item of misplaced) {
        const finding = findingOf(item, group.order === 'ascending', document.text);
        if (finding) yield { ...finding, ...(fix ? { fix } : {}) };
      }
    }
  },
});

function groupsOutOfOrder(entries: readonly TimelineEntry[], [order]: readonly [Timeline['order']]) {
  return entryGroups({ entries, order }).flatMap((group) => {
    const misplaced = misplacedEntries(group);
    // Sorting by a date that is a slip of the fingers would hide the slip.
    const isSortable = !misplaced.some(({ misdated }) => misdated);
    return misplaced.length > 0 ? [{ group, misplaced, isSortable }] : [];
  });
}

function fixOf(edits: readonly Edit[]): Fix | undefined {
  return edits.length > 0 ? { title: 'Sort the timeline', edits } : undefined;
}

function findingOf(
  { entry, above, below, misdated }: MisplacedEntry,
  rising: boolean,
  text: string,
): Finding | undefined {
  const neighbour = above ?? below;
  if (!neighbour) return undefined;
  const side = above ? 'above' : 'below';
  const place = `${stampOf(entry, text)} belongs ${side} the entry of ${stampOf(neighbour, text)}`;
  const order = rising ? 'the earliest entry comes first' : 'the latest entry comes first';
  return {
    span: entry.stamp.span,
    message: misdated
      ? `Correct this date, or move the entry: ${place} by what is written here.`
      : `This entry of ${place}: in this timeline ${order}.`,
    related: [{ span: neighbour.stamp.span, message: `It belongs ${side} this entry.` }],
  };
}

/** The stamp on one line; in a table it may be spread over cells. */
function stampOf({ stamp }: TimelineEntry, text: string): string {
  return slice(text, stamp.span)
    .replace(/[\s|]+/g, ' ')
    .trim();
}
