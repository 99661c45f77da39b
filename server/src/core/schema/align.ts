import type { Section } from '../parse/outline.ts';
import type { SectionSchema } from './template.ts';

/** A section of a document together with the section of the template that it stands for. */
export interface SectionMatch {
  readonly schema: SectionSchema;
  readonly section: Section;
}

/** How the sections of a document stand for those of a template. */
export interface Alignment {
  /** In document order. */
  readonly matches: readonly SectionMatch[];
  /** The template's sections, optional ones too, that the document does not have; in canonical order. */
  readonly missing: readonly SectionSchema[];
  /** The document's sections that the template does not name. */
  readonly unknown: readonly Section[];
}
