import { isMap, isScalar, parseDocument } from 'yaml';
import { describeConfiguration } from './configuration/configuration.ts';
import { rules } from './rules/index.ts';
import { chapterOf } from './shapes/manual.ts';

/** The first words of the manual. */
const preface = `# Configuration

A team settles in \`.incident-docs/config.yaml\` what holds for its runbooks, incidents and postmortems. The file holds for the
folder that has \`.incident-docs\` and all below it, up to the next folder with one of its own. Each key may be left out: then
its default holds, and without a file all defaults do. \`incident-docs init\` writes a commented file from the documents that
are there. The editor completes, explains and checks the file as it is typed; what is wrong is told at its place, and all
the rest counts. Other editors can go by the JSON Schema in \`dist/config.schema.json\`.

This page is made from the description that the reader of the file goes by. In the tables, \`[]\` stands for each entry of a
list, and a word in capitals for a name. Durations are written \`30 min\`, \`2 h\` or \`1 h 30 min\`.`;

/** The manual of `config.yaml` in Markdown; the examples are the parts of a configuration that is given as text. */
export function configurationManual(example: string): string {
  const { form } = describeConfiguration(rules);
  if (form.kind !== 'record') throw new Error('A configuration is a mapping.');
  const examples = partsOf(example);
  const chapters = Object.entries(form.fields).map(([key, shape]) => chapterOf(key, shape, examples.get(key)));
  return `${[preface, ...chapters].join('\n\n')}\n`;
}

/** The lines of each key of a configuration, as they are written. */
function partsOf(text: string): ReadonlyMap<string, string> {
  const { contents } = parseDocument(text);
  if (!isMap(contents)) return new Map();
  return new Map(
    contents.items.flatMap(({ key, value }) => {
      if (!isScalar(key) || typeof key.value !== 'string' || !key.range) return [];
      const end =
        value !== null && typeof value === 'object' && 'range' in value ? rangeEnd(value.range) : key.range[2];
      return [[key.value, text.slice(key.range[0], end).trimEnd()]];
    }),
  );
}

function rangeEnd(range: unknown): number {
  return Array.isArray(range) && typeof range[1] === 'number' ? range[1] : 0;
}
