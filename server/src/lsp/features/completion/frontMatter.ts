import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver/node';
import { declarationOf, parameterKey } from '../../../core/model/steps/declared.ts';
import { documentKinds } from '../../../core/schema/vocabulary.ts';
import { rangeOf } from '../../convert.ts';
import type { Reading } from '../../reading.ts';
import type { Caret } from './caret.ts';
import type { Choice } from './choices.ts';

/** What a front matter can say. */
const ofAll: readonly Choice[] = [
  { text: 'kind', detail: 'runbook, incident or postmortem' },
  { text: 'template', detail: 'the template by which it is checked' },
];
const ofRunbooks: readonly Choice[] = [
  ...ofAll,
  { text: 'parameters', detail: 'what its steps ask for before they run' },
  { text: 'context', detail: 'where its steps are meant to run' },
  { text: 'cwd', detail: 'the folder in which its steps run' },
  { text: 'idempotent', detail: 'false: its steps must not run twice' },
];

/** What is said of a parameter. */
const details: readonly Choice[] = [
  { text: 'description', detail: 'what to fill in' },
  { text: 'default', detail: 'what is filled in unless somebody writes another value' },
  { text: 'pattern', detail: 'a regular expression that a value matches as a whole' },
  { text: 'choices', detail: 'the only values that it may have: [staging, production]' },
  { text: 'secret', detail: 'true: kept in the secret storage, shown nowhere' },
];

/** In the front matter, its keys, kinds and templates, and the parameters that the steps use and nobody has declared. */
export function frontMatterItems(caret: Caret, { environment: { templates } }: Reading): CompletionItem[] {
  const { document, offset, before } = caret;
  const yaml = document.outline.frontMatter?.yamlSpan;
  if (!yaml || offset < yaml.start || yaml.end < offset) return [];
  const [, indent = '', key = '', space = '', value] = /^(\s*)([\w-]*)(?::(\s*)([\w-]*))?$/.exec(before) ?? [];
  if (value !== undefined)
    return indent === '' ? items(caret, value, valuesOf(caret, key, templates), space === '' ? ' ' : '', '') : [];
  if (!/^\s*[\w-]*$/.test(before)) return [];
  if (indent === '') {
    const known = new Set(document.frontMatter.entries.map((entry) => entry.key));
    const open = (document.kind === 'runbook' ? ofRunbooks : ofAll).filter(({ text }) => !known.has(text));
    return items(caret, key, open, '', ': ');
  }
  const parents = parentsOf(document.text.slice(yaml.start, offset), indent.length);
  if (parents.length === 1 && parents[0] === 'parameters') return items(caret, key, undeclared(caret, key), '', ': ');
  if (parents.length === 2 && parents[0] === 'parameters') return items(caret, key, details, '', ': ');
  return [];
}

function valuesOf({ document }: Caret, key: string, templates: Reading['environment']['templates']): readonly Choice[] {
  if (key === 'kind') return documentKinds.map((text) => ({ text, detail: '' }));
  if (key !== 'template') return [];
  return templates.filter(({ kind }) => kind === document.kind).map(({ name }) => ({ text: name, detail: '' }));
}

/** What the blocks ask for and neither the front matter nor a table says anything of. */
function undeclared({ document: { steps, declarations } }: Caret, typed: string): readonly Choice[] {
  const found = new Map<string, Choice>();
  for (const { name } of steps.flatMap(({ runnable, parameters }) => (runnable ? parameters : []))) {
    const declared = declarationOf(declarations.parameters, name);
    if (found.has(parameterKey(name)) || (declared && declared.name !== typed)) continue;
    found.set(parameterKey(name), { text: name, detail: 'used by a step' });
  }
  return [...found.values()];
}

/** The keys below which a line of so many blanks stands, outermost first. */
function parentsOf(above: string, indent: number): readonly string[] {
  const parents: string[] = [];
  let depth = indent;
  for (const line of above.split(/\r?\n/).slice(0, -1).toReversed()) {
    const [, blanks = '', key] = /^(\s*)([^\s#:][^:]*):\s*$/.exec(line) ?? [];
    if (key === undefined || blanks.length >= depth) continue;
    parents.unshift(key);
    depth = blanks.length;
    if (depth === 0) break;
  }
  return parents;
}

function items(
  { document, offset }: Caret,
  typed: string,
  choices: readonly Choice[],
  lead: string,
  tail: string,
): CompletionItem[] {
  const range = rangeOf(document.lines, { start: offset - typed.length, end: offset });
  return choices.map(({ text, detail }, index) => ({
    label: text,
    kind: tail === '' ? CompletionItemKind.EnumMember : CompletionItemKind.Property,
    ...(detail === '' ? {} : { detail }),
    sortText: String(index).padStart(3, '0'),
    textEdit: { range, newText: lead + text + tail },
  }));
}
