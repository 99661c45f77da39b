import { readDocumentTimeline } from '../model/timeline/document.ts';
import type { Timeline } from '../model/timeline/timeline.ts';
import { readFrontMatter, type FrontMatter } from '../parse/frontMatter.ts';
import { readLabels, type LabelledValue } from '../parse/labels.ts';
import { parseMarkdown } from '../parse/markdown.ts';
import { buildOutline, type Outline, type Section } from '../parse/outline.ts';
import { namesWithin, normalizeLabel, withoutQualifier } from '../schema/label.ts';
import { roleOfHeading } from '../schema/synonyms.ts';
import { anew } from '../text/knowledge.ts';

/** A document that a team's form is learned from. */
export interface Specimen {
  /** From the workspace's folder on, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly outline: Outline;
  readonly frontMatter: FrontMatter;
  readonly labels: readonly LabelledValue[];
  readonly timeline: Timeline | undefined;
  /** The sections that may belong to a form: those that are an entry of the timeline do not. */
  readonly sections: readonly Section[];
}

/** Reads a document as far as its form can be learned from it. */
export function readSpecimen(path: string, text: string): Specimen {
  const outline = buildOutline(parseMarkdown(text), text);
  const frontMatter = readFrontMatter(outline);
  const timeline = readDocumentTimeline({
    kind: 'postmortem',
    path,
    text,
    outline,
    fields: [],
    title: outline.title?.text,
    sections: outline.allSections.filter((section) => roleOf(section) === 'timeline'),
  });
  const entries = new Set([...(timeline?.entries ?? []), ...(timeline?.dates ?? [])].map(({ span }) => span.start));
  const sections = outline.allSections.filter(
    (section) => nameOf(section) !== '' && !entries.has(section.heading.span.start),
  );
  return { path, text, outline, frontMatter, labels: readLabels(outline, { text, ...anew }), timeline, sections };
}

/** A section's heading as it is compared, without its qualifiers. */
export function nameOf({ heading }: Section): string {
  const normalized = normalizeLabel(heading.text);
  return withoutQualifier(normalized) || normalized;
}

/** What a section is for, as far as any vocabulary knows its heading. */
export function roleOf(section: Section): string | undefined {
  const { text } = section.heading;
  const names = [normalizeLabel(text), nameOf(section), ...namesWithin(text)];
  return names.map(roleOfHeading).find((role) => role !== undefined);
}
