import type { Edit } from '../edits/edit.ts';
import type { Configuration } from '../configuration/configuration.ts';
import type { IncidentDocument } from '../model/document.ts';
import { isLive } from '../model/incident/live.ts';
import { readObjectives, saysNoObjective } from '../model/incident/objectives.ts';
import { hasContent } from '../parse/content.ts';
import { spanOf } from '../parse/markdown.ts';
import type { Section } from '../parse/outline.ts';
import { wordsOf } from '../parse/walk.ts';
import { sectionsOfRole } from '../schema/align.ts';
import { at } from '../text/span.ts';
import { defineRule } from './rule.ts';

/** An incident that nobody can call resolved, as nothing says when it is. */
export const objectiveMissing = defineRule({
  id: 'objective-missing',
  kinds: ['incident'],
  summary: 'Nothing says when the incident counts as resolved.',
  level: 'warning',
  fixable: true,
  *check(document, { configuration }) {
    if (!isLive(document)) return;
    const [section] = sectionsOfRole(document.alignment, 'objectives');
    if (!section || readObjectives(document).length > 0 || tellsOtherwise(section)) return;
    const { errorRateBelow } = configuration.resolution;
    yield {
      span: section.heading.span,
      message: `Nothing says when this incident counts as resolved; add what must be true, such as "error rate below ${errorRateBelow} %".`,
      fix: {
        title: 'Add the objectives that hold for each incident',
        edits: [written(document, section, defaultObjectives(configuration))],
        // What counts as resolved is for somebody to decide.
        onRequest: true,
      },
    };
  },
});

/** Objectives in sentences or a table are objectives too. */
function tellsOtherwise({ body, children }: Section): boolean {
  return (
    children.length > 0 ||
    body.some((node) => node.type !== 'list' && hasContent(node) && !saysNoObjective(wordsOf(node)))
  );
}

/** When an incident may be called resolved. Source of the three and of the watch: S1. */
function defaultObjectives({ resolution }: Configuration): string {
  const { errorRateBelow, latencyP99Below, trafficAbove, watch } = resolution;
  const latency = latencyP99Below % 1000 === 0 ? `${latencyP99Below / 1000} s` : `${latencyP99Below} ms`;
  return [
    `- [ ] Error rate below ${errorRateBelow} % for ${watch} minutes`,
    `- [ ] P99 latency below ${latency} for ${watch} minutes`,
    `- [ ] Traffic above ${trafficAbove} % of the expected`,
  ].join('\n');
}

/** In place of the template's words, or below the heading. */
function written({ lines, text }: IncidentDocument, { body, heading }: Section, objectives: string): Edit {
  const first = body.find((node) => node.type === 'list' || node.type === 'paragraph');
  const words = objectives.replaceAll('\n', lines.newline);
  if (first) return { span: spanOf(first), text: words };
  const below = text.slice(heading.span.end).trim() === '' ? '' : lines.newline;
  const rest = /^\s*/.exec(text.slice(heading.span.end))?.[0] ?? '';
  const blank = (rest.match(/\n/g)?.length ?? 0) >= 2 ? '' : below;
  return { span: at(heading.span.end), text: `${lines.newline}${lines.newline}${words}${blank}` };
}
