import type { TimelineDocument } from '../../src/core/edits/rereadTimeline.ts';
import { readDocumentTimeline } from '../../src/core/model/timeline/document.ts';
import { parseMarkdown } from '../../src/core/parse/markdown.ts';
import { buildOutline } from '../../src/core/parse/outline.ts';
import { LineIndex } from '../../src/core/text/lineIndex.ts';

/** A postmortem of 2024-01-15 with a text; times without a zone are in the team's. */
export function documentOf(
  text: string,
  path = '/w/postmortems/2024-01-15-api.md',
  defaultZone = 'UTC',
): TimelineDocument {
  const outline = buildOutline(parseMarkdown(text), text);
  const source = { kind: 'postmortem' as const, path, text, outline, fields: [], title: undefined, defaultZone };
  return {
    ...source,
    lines: new LineIndex(text),
    alignment: { matches: [], missing: [], unknown: [] },
    timeline: readDocumentTimeline({ ...source, sections: [] }),
  };
}
