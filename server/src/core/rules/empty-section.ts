import { hasContent } from '../parse/content.ts';
import type { Heading, Outline, Section } from '../parse/outline.ts';
import { normalizeLabel } from '../schema/label.ts';
import { typeOfLabel } from '../schema/synonyms.ts';
import { firstThat } from '../text/ordered.ts';
import { excerpt } from '../text/excerpt.ts';
import { defineRule, everyKind } from './rule.ts';

/** "6. Push your branch and raise a pull request": a step that is told in its heading. */
const wholeStep = /^(?:step )?\d+\s*[.:)]\s+(?:\S+\s+){4,}\S/i;

/** "Stop the failed daemon on its host.": a heading that is a sentence says all there is to do. */
const sentence = /^(?:\S+\s+){3,}\S+\.$/;

/** "KubePodCrashLooping": one word of several. */
const alertName = /^(?:[A-Z]+[a-z\d]+){2,}$/;

/** A heading with nothing below it. A section of template words alone is not empty: those are placeholders. */
export const emptySection = defineRule({
  id: 'empty-section',
  kinds: everyKind,
  summary: 'A section has a heading and nothing below it.',
  level: 'warning',
  fixable: false,
  *check({ kind, outline, timeline, stage, each }) {
    const titles = outline.title ? 0 : headingsAbove(outline);
    const entries = new Set(timeline?.entries.map(({ span }) => span.start));
    for (const section of each(withoutContent, outline.allSections)) {
      const { heading, children } = section;
      if (children.length > 0 || entries.has(heading.span.start)) continue;
      const index = firstThat(outline.allSections, ({ span }) => span.start >= section.span.start);
      // `##` alone parts a page, and the first headings of a page without a title are its title.
      if (heading.text === '' || index < titles) continue;
      if (isWholeField(heading.text) || heading.text.includes('://')) continue;
      if (kind === 'runbook' && (wholeStep.test(heading.text) || sentence.test(heading.text))) continue;
      if (kind === 'runbook' && leadsTo(heading, outline.allSections[index + 1]?.heading)) continue;
      yield {
        span: heading.span,
        message: `"${excerpt(heading.text)}" is empty; write what belongs here, or why there is nothing.`,
        ...(stage === 'draft' ? { level: 'information' as const } : {}),
      };
    }
  },
});

/** "Severity: SEV-2", "Level: Outage": a field that is told in its heading. */
function isWholeField(heading: string): boolean {
  const label = /^([^:]{2,30}):\s+\S/.exec(heading)?.[1];
  if (label === undefined) return false;
  return (
    typeOfLabel(normalizeLabel(label)) !== 'text' || /^(?:level|category|type|incident (?:id|number))$/i.test(label)
  );
}

function withoutContent(section: Section): readonly Section[] {
  return section.body.some(hasContent) ? [] : [section];
}

/** How many headings stand before all else. */
function headingsAbove({ header, allSections }: Outline): number {
  return header.some(hasContent) ? 0 : allSections.findIndex(({ body }) => body.some(hasContent));
}

/**
 * Whether a heading stands for those below it, though on their level: "Thanos Rule" above "ThanosRuleHighFailures" is the
 * title of a group, and one alert above another shares the text below the last.
 */
function leadsTo(heading: Heading, next: Heading | undefined): boolean {
  if (next?.level !== heading.level || !alertName.test(next.text)) return false;
  const [first = ''] = heading.text.split(' ');
  return alertName.test(heading.text) || (first.length >= 4 && next.text.startsWith(first));
}
