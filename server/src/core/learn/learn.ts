import { tooIntricate } from '../parse/intricacy.ts';
import { isAboutDocuments } from '../schema/kindSigns.ts';
import type { Template } from '../schema/template.ts';
import type { DocumentKind } from '../schema/vocabulary.ts';
import { isOfPeople, likelyKind } from './evidence.ts';
import { readHints, type Hints } from './hints.ts';
import { groupPlaces, type Group } from './groups.ts';
import { findPlaces, type Place } from './places.ts';
import { readSpecimen, type Specimen } from './specimen.ts';
import { writeConfiguration } from './writeConfiguration.ts';
import { writeTemplate } from './writeTemplate.ts';

/** A Markdown file, its path from the workspace's folder on. */
export interface LearningText {
  readonly path: string;
  readonly text: string;
}

/** What is learned from a team's documents. */
export interface Lesson {
  readonly groups: readonly Group[];
  /** How many files were looked at. */
  readonly read: number;
  /** What to write, by paths from the workspace's folder on. */
  readonly files: readonly LearningText[];
}

/**
 * Finds the documents among Markdown files, and writes the templates that they share and a configuration that makes them
 * documents. `root` is the name of the workspace's folder; `forced` says that all files of a folder are of a kind.
 */
export function learn(
  texts: readonly LearningText[],
  templates: readonly Template[],
  root: string,
  forced?: { readonly folder: string; readonly kind: DocumentKind },
): Lesson {
  const specimens = texts.flatMap(({ path, text }) =>
    isAboutDocuments(`/${path}`) || tooIntricate(text) !== undefined ? [] : [readSpecimen(path, text)],
  );
  const places = forced ? forcedPlace(specimens, forced) : placesOf(specimens, templates, readHints(texts, root));
  const groups = groupPlaces(places);
  const written = groups.flatMap(({ form, name }) =>
    form ? [{ path: `.incident-docs/templates/${name}.md`, text: writeTemplate(form, templates) }] : [],
  );
  const configuration = writeConfiguration({ groups, read: texts.length });
  return {
    groups,
    read: texts.length,
    files: [...written, { path: '.incident-docs/config.yaml', text: configuration }],
  };
}

function forcedPlace(
  specimens: readonly Specimen[],
  { folder, kind }: { readonly folder: string; readonly kind: DocumentKind },
): readonly Place[] {
  return specimens.length > 0 ? [{ folder, deep: true, kind, specimens, except: [] }] : [];
}

function placesOf(specimens: readonly Specimen[], templates: readonly Template[], hints: Hints): readonly Place[] {
  return findPlaces(
    specimens.map((specimen) => ({
      specimen,
      kind: likelyKind(specimen, templates, hints),
      aside: isOfPeople(specimen),
    })),
  );
}
