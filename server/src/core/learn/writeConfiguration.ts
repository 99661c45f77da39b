import { stringify } from 'yaml';
import { defaultConfiguration, describeConfiguration } from '../configuration/configuration.ts';
import { isRecord } from '../shapes/data.ts';
import type { Fields } from '../shapes/shape.ts';
import { plainOf } from '../shapes/write.ts';
import { documentKinds, type DocumentKind } from '../schema/vocabulary.ts';
import { completeDocuments, fewest, type Group } from './groups.ts';
import { globOf, literalGlob } from './places.ts';
import { mostFrequent } from './frequency.ts';
import type { Specimen } from './specimen.ts';
import { asWord } from './yamlWords.ts';

/** Several of a kind, as a person says it. */
export const plurals: Readonly<Record<DocumentKind, string>> = {
  runbook: 'runbooks',
  incident: 'incident documents',
  postmortem: 'postmortems',
};

/** What a configuration is written from. */
export interface Findings {
  readonly groups: readonly Group[];
  /** How many Markdown files were read. */
  readonly read: number;
}

/** Writes a configuration: what was found, in force; everything else as a comment with the value that holds without it. */
export function writeConfiguration({ groups, read }: Findings): string {
  const zone = zoneOf(groups.flatMap(({ specimens }) => specimens));
  const untitled = groups.filter(({ kind, specimens }) => kind !== 'incident' && isUntitled(specimens));
  const parts = [
    `# What this team has settled for its runbooks, incidents and postmortems.\n# Written by "incident-docs init" from the ${read === 1 ? 'one Markdown file' : `${read} Markdown files`} that it read; change whatever you like.`,
    writeDocuments(groups),
    writeTemplates(groups),
    ...(zone === undefined ? [] : [`# The zone that every timeline here states.\ntimezone: ${asWord(zone)}`]),
    ...(untitled.length === 0 ? [] : [writeTitleRule(untitled)]),
    writeDefaults(new Set(['documents', 'templates', ...(zone === undefined ? [] : ['timezone'])])),
  ];
  return `${parts.join('\n\n')}\n`;
}

function writeDocuments(groups: readonly Group[]): string {
  const entries = groups.flatMap((group) => {
    const template = templateName(group);
    const globs = [
      ...group.places.map((place) => asGlob(globOf(place))),
      ...group.places.flatMap(({ except }) => except.map((path) => JSON.stringify(`!${literalGlob(path)}`))),
    ];
    const files = globs.length === 1 ? globs[0] : `[${globs.join(', ')}]`;
    const lines = [
      `  # ${summaryOf(group)}`,
      `  - files: ${files}`,
      `    kind: ${group.kind}`,
      ...(template === undefined ? [] : [`    template: ${template}`]),
    ];
    return [{ depth: Math.max(...group.places.map(({ folder }) => folder.split('/').length)), text: lines.join('\n') }];
  });
  const head = '# Which files are which kind of document; the first entry that names a file decides.';
  if (entries.length === 0) return `${head}\n# documents:\n#   - files: docs/runbooks/**/*.md\n#     kind: runbook`;
  const sorted = entries.toSorted((a, b) => b.depth - a.depth);
  return `${head}\ndocuments:\n${sorted.map(({ text }) => text).join('\n')}`;
}

function asGlob(glob: string): string {
  return /^[A-Za-z][\w./*-]*$/.test(glob) ? glob : JSON.stringify(glob);
}

/** The template that a group's documents follow; undefined where each has a form of its own. */
export function templateName({ form, name, specimens }: Group): string | undefined {
  if (form) return name;
  return specimens.length < fewest ? 'default' : undefined;
}

function summaryOf(group: Group): string {
  const { kind, specimens, form } = group;
  const count = specimens.length;
  if (count < fewest) {
    return count === 1
      ? `One ${kind === 'incident' ? 'incident document' : kind}: too few to learn a form from, so the default template holds.`
      : `${count} ${plurals[kind]}: too few to learn a form from, so the default template holds.`;
  }
  if (!form) return `${count} ${plurals[kind]} that share no sections: each keeps its own form.`;
  const complete = completeDocuments(group);
  return complete === count
    ? `${count} ${plurals[kind]}; all of them have every section that the template requires.`
    : `${count} ${plurals[kind]}; ${complete} of them have every section that the template requires.`;
}

function writeTemplates(groups: readonly Group[]): string {
  const firsts = groups.filter(({ kind }, index) => groups.findIndex((other) => other.kind === kind) === index);
  const lines = firsts.flatMap((group) => {
    const name = templateName(group);
    return name === undefined ? [] : [`  ${group.kind}: ${name}`];
  });
  const head = '# The template that new documents start from, and that those outside of these folders follow.';
  if (groups.length === 0)
    return `${head}\ntemplates:\n${documentKinds.map((kind) => `  ${kind}: default`).join('\n')}`;
  return lines.length > 0 ? `${head}\ntemplates:\n${lines.join('\n')}` : `${head}\n# templates:\n#   runbook: default`;
}

/** The zone that most timelines state and no other one beside it. */
function zoneOf(specimens: readonly Specimen[]): string | undefined {
  const timelines = specimens.flatMap(({ timeline }) => (timeline && timeline.entries.length > 0 ? [timeline] : []));
  const zones = timelines.flatMap(({ zone }) => (zone?.id === undefined ? [] : [zone.id]));
  const [zone, ...others] = new Set(zones);
  const isSettled = others.length === 0 && zones.length >= Math.max(2, timelines.length / 2);
  return zone !== undefined && isSettled && (zone === 'UTC' || zone.includes('/')) ? zone : undefined;
}

/** Whether so many documents begin without a title that the rule would only be in the way. */
function isUntitled(specimens: readonly Specimen[]): boolean {
  const titled = specimens.map(
    ({ outline, frontMatter }) => outline.title !== undefined || frontMatter.entries.some(({ key }) => key === 'title'),
  );
  return (
    specimens.length >= fewest &&
    (mostFrequent(titled) === false || titled.filter((has) => !has).length > specimens.length / 5)
  );
}

function writeTitleRule(groups: readonly Group[]): string {
  const kinds = [...new Set(groups.map(({ kind }) => kind))].join(', ');
  return `# Many of these documents begin without a title.\noverrides:\n  - kinds: [${kinds}]\n    rules: { missing-title: off }`;
}

/** The keys that are not in force, as comments: what each means, and the value that holds. */
function writeDefaults(settled: ReadonlySet<string>): string {
  const shape = describeConfiguration([]);
  const plain = plainOf(defaultConfiguration, shape);
  const values = isRecord(plain) ? plain : {};
  const fields: Fields = shape.form.kind === 'record' ? shape.form.fields : {};
  const keys = Object.entries(fields).filter(([key]) => !settled.has(key) && !isNothing(values[key]));
  const blocks = keys.map(([key, { meaning }]) => {
    const yaml = stringify({ [key]: values[key] }, { lineWidth: 0 }).trimEnd();
    return `# ${meaning}\n${yaml.replace(/^(?=.)/gm, '# ').replace(/^$/gm, '#')}`;
  });
  return [
    '# What follows holds without being written. To change a value, take the "# " away from its line and those that hold it.',
    ...blocks,
  ].join('\n\n');
}

function isNothing(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
