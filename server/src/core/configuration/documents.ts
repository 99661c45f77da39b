import { choice, list, nameOf, oneOrMany, optional, otherwise, record } from '../shapes/describe.ts';
import type { ValueOf } from '../shapes/shape.ts';
import { glob } from './written/pattern.ts';

/** The kinds of document, each with what it is. */
export const kinds = {
  runbook: 'Steps that diagnose and fix a known failure.',
  incident: 'The live document of an incident.',
  postmortem: 'The blameless record afterwards.',
} as const;

const entry = record('Files, and what they are.', {
  files: oneOrMany(glob('A glob, or a list of them; one that begins with `!` takes files away.')),
  kind: choice('What these files are.', {
    ...kinds,
    none: 'No document of ours, whatever its path, title and sections suggest.',
  }),
  template: optional(nameOf('template', 'The template that these files follow unless they name another.')),
});

/** Which files are which kind of document. */
export const documents = otherwise(
  list(
    'Which files are which kind of document; the first entry that names a file decides. A `kind` in the file’s own front matter goes before, its title and path come after. New documents of a kind go into the first folder that is named for it.',
    entry,
  ),
  [],
);

/** Files, and what they are. */
export type DocumentPlace = ValueOf<typeof entry>;

/** The templates that a team has chosen. */
export const templates = record(
  'The template that documents of a kind follow unless they, or an entry of `documents`, name another; without one it is the template whose sections a document shares most.',
  {
    runbook: optional(nameOf('template', 'The template of runbooks.')),
    incident: optional(nameOf('template', 'The template of incident documents.')),
    postmortem: optional(nameOf('template', 'The template of postmortems.')),
  },
);
