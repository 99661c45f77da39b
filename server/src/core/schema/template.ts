import type { DocumentKind, FieldType } from './vocabulary.ts';

/** What a document of one kind holds, read from a Markdown template. */
export interface Template {
  /** The name by which `template:` in a front matter picks it: `seeds`, or a team's file name. */
  readonly name: string;
  readonly kind: DocumentKind;
  /** Where it was read from; for a built-in one `kind/name.md`. */
  readonly path: string;
  /** What a new document starts from: the template's Markdown without its own front matter. */
  readonly body: string;
  readonly title: TitleSchema | undefined;
  /** The fields before the first section. */
  readonly fields: readonly FieldSchema[];
  /** The top-level sections in their canonical order. */
  readonly sections: readonly SectionSchema[];
  /** True where a section that the template does not name is unwelcome. */
  readonly closed: boolean;
}

/** The form of the title: `Postmortem: [Incident Title]`. */
export interface TitleSchema {
  /** What stands before the placeholder, trimmed: `Postmortem:`; may be empty. */
  readonly prefix: string;
  /** The placeholder with its brackets: `[Incident Title]`. */
  readonly placeholder: string;
}

export interface SectionSchema {
  /** What the section is for, whatever a team calls it (see `synonyms.ts`); its heading in kebab case where no vocabulary knows it. */
  readonly role: string;
  /** The heading as the template writes it. */
  readonly heading: string;
  /** Other headings that mean the same. */
  readonly synonyms: readonly string[];
  readonly required: boolean;
  /** True where several sections may match: `Option 1: …`, `Option 2: …`. */
  readonly repeatable: boolean;
  /** True where the section may stand anywhere among its siblings. */
  readonly anyOrder: boolean;
  readonly level: number;
  readonly fields: readonly FieldSchema[];
  /** The columns of the section's table, if it has one. */
  readonly columns: readonly string[];
  readonly children: readonly SectionSchema[];
  /** The Markdown that the template has below the heading, subsections included: what a fix inserts. */
  readonly stub: string;
}

export interface FieldSchema {
  /** The label as the template writes it: `Users Affected`. */
  readonly label: string;
  readonly synonyms: readonly string[];
  readonly type: FieldType;
  readonly required: boolean;
  /** The vocabulary of the value, for a field that has one. */
  readonly values: readonly string[];
  /** How the template writes the field. */
  readonly style: FieldStyle;
  /** What the template has for its value. */
  readonly placeholder: string;
}

/** `**Label:** value` on a line, the same in a bullet, a two-column table's row, a key of the front matter, a section of its own. */
export type FieldStyle = 'bold-line' | 'bullet' | 'plain-line' | 'table-row' | 'front-matter' | 'section';
