import type { DocumentKind } from '../schema/vocabulary.ts';
import { learnBody, type LearnedBody } from './bodies.ts';
import { learnFields, type LearnedField } from './fields.ts';
import { learnHead, type LearnedHead } from './head.ts';
import { learnSections, type LearnedSection } from './sections.ts';
import type { Specimen } from './specimen.ts';
import { learnTimeline, type LearnedTimeline } from './timelineForm.ts';

/** What documents of a kind share. */
export interface LearnedForm extends LearnedHead {
  readonly kind: DocumentKind;
  readonly fields: readonly LearnedField[];
  readonly sections: readonly LearnedPart[];
  readonly timeline: LearnedTimeline | undefined;
}

/** A section with what documents have below its heading. */
export interface LearnedPart extends Omit<LearnedSection, 'children'> {
  readonly fields: readonly LearnedField[];
  readonly body: LearnedBody;
  readonly children: readonly LearnedPart[];
}

/** Learns the form that documents share. */
export function learnForm(specimens: readonly Specimen[], kind: DocumentKind): LearnedForm {
  const sections = learnSections(specimens).map(partOf);
  return {
    kind,
    ...learnHead(specimens, kind),
    fields: learnFields(
      specimens,
      () => [undefined],
      specimens.filter((specimen) => isWhole(specimen, sections)),
    ),
    sections,
    timeline: learnTimeline(specimens),
  };
}

function partOf(section: LearnedSection): LearnedPart {
  const { sightings, documents, role } = section;
  // An entry's or an action's own labels are no fields of the document.
  const hasFields = role !== 'timeline' && role !== 'actions';
  const sectionsOf = (specimen: Specimen) =>
    sightings.filter((sighting) => sighting.specimen === specimen).map((sighting) => sighting.section);
  return {
    ...section,
    fields: hasFields ? learnFields([...documents], sectionsOf) : [],
    body: learnBody(sightings),
    children: section.children.map(partOf),
  };
}

/** Whether a document has all sections that a form requires. */
export function isWhole(specimen: Specimen, sections: LearnedForm['sections']): boolean {
  return sections.every(({ required, documents }) => !required || documents.has(specimen));
}

/** Whether there is anything in a form that a template can ask for. */
export function hasForm({ sections, fields }: LearnedForm): boolean {
  return sections.length > 0 || fields.length > 0;
}
