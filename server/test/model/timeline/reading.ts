import assert from 'node:assert/strict';
import { parseMarkdown } from '../../../src/core/parse/markdown.ts';
import { buildOutline } from '../../../src/core/parse/outline.ts';
import type { TimelineContext } from '../../../src/core/model/timeline/context.ts';
import { readTimeline } from '../../../src/core/model/timeline/read.ts';
import type { Timeline } from '../../../src/core/model/timeline/timeline.ts';

/** The date of the documents of these tests. */
export const incidentDate = { year: 2024, month: 1, day: 15 };

/** Reads a Markdown text's timeline as the model does, with 2024-01-15 as the document's date. */
export function read(text: string, context: Partial<TimelineContext> = {}): Timeline | undefined {
  return readTimeline(buildOutline(parseMarkdown(text), text), text, {
    sections: [],
    documentDate: incidentDate,
    statedZone: undefined,
    defaultZone: 'UTC',
    unnamed: true,
    ...context,
  });
}

/** As `read`, for a text that has a timeline. */
export function timelineOf(text: string, context: Partial<TimelineContext> = {}): Timeline {
  const timeline = read(text, context);
  if (!timeline) throw new Error(`No timeline in:\n${text}`);
  return timeline;
}

/** The moments of a timeline's entries, as `2024-01-15T14:23`; seconds only where there are some. */
export function moments(timeline: Timeline): (string | undefined)[] {
  return timeline.entries.map(({ at }) =>
    at === undefined ? undefined : new Date(at).toISOString().replace(/(?::00)?\.000Z$/, ''),
  );
}

/** Each entry as its moment and its words. */
export function told(timeline: Timeline): string[] {
  return timeline.entries.map((entry, index) => `${moments(timeline)[index] ?? '?'} ${entry.text}`);
}

/** Asserts how an entry between two plain ones is read, in a timeline in UTC. */
export function assertRead(entry: string, at: string, text: string): void {
  const timeline = timelineOf(
    `# X\n\n## Timeline (UTC)\n\n- 2024-01-15 00:00 - First\n${entry}\n- 2024-01-17 23:59 - Last\n`,
  );
  assert.deepEqual(timeline.unread, []);
  assert.deepEqual(moments(timeline), ['2024-01-15T00:00', at, '2024-01-17T23:59']);
  assert.equal(timeline.entries[1]?.text, text);
}
