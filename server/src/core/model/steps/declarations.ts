import { isMap, isScalar, isSeq, parseDocument, type Node as YamlNode } from 'yaml';
import { scalarText } from '../../parse/frontMatter.ts';
import type { Outline } from '../../parse/outline.ts';
import { nearestWord } from '../../text/nearest.ts';
import type { Span } from '../../text/span.ts';

/** A parameter that a runbook says it has: in its front matter, or in a table or list below "Parameters". */
export interface DeclaredParameter {
  readonly name: string;
  readonly span: Span;
  readonly description?: string;
  readonly default?: string;
  /** A regular expression that a value matches as a whole. */
  readonly pattern?: string;
  /** The only values that it may have; empty where it may have any. */
  readonly choices: readonly string[];
  readonly secret: boolean;
  /** Set where the document says that it may be left away. */
  readonly isOptional?: true;
}

/** What is wrong with a declaration, at its place. */
export interface DeclarationProblem {
  readonly span: Span;
  readonly message: string;
}

/** The declarations of a document, in its order. */
export interface Declarations {
  readonly parameters: readonly DeclaredParameter[];
  readonly problems: readonly DeclarationProblem[];
}

/** What stands behind a parameter's name, each with its place. */
export interface WrittenDetails {
  readonly description?: Written;
  readonly default?: Written;
  readonly pattern?: Written;
  readonly choices?: readonly Written[];
  readonly secret?: boolean;
}

interface Written {
  readonly text: string;
  readonly span: Span;
}

/** Patterns come from documents that anybody may have written. */
const longestPattern = 200;

const keys = ['description', 'default', 'pattern', 'choices', 'secret'];

/** Puts a declaration together; what contradicts itself is told and has no effect. */
export function declare(
  name: string,
  span: Span,
  details: WrittenDetails,
  problems: DeclarationProblem[],
): DeclaredParameter {
  const { description, pattern, choices = [], secret = false } = details;
  const wrong = pattern && wrongPattern(pattern.text);
  if (pattern && wrong !== undefined)
    problems.push({ span: pattern.span, message: `The pattern of "${name}" ${wrong}` });
  const problem = details.default && wrongDefault(name, details.default.text, details, wrong !== undefined);
  if (details.default && problem !== undefined) problems.push({ span: details.default.span, message: problem });
  return {
    name,
    span,
    ...(description && description.text !== '' ? { description: description.text } : {}),
    ...(details.default && problem === undefined ? { default: details.default.text } : {}),
    ...(pattern && wrong === undefined ? { pattern: pattern.text } : {}),
    choices: choices.map(({ text }) => text),
    secret,
  };
}

/** What is wrong with a pattern, as the end of a sentence; undefined where nothing is. */
function wrongPattern(source: string): string | undefined {
  if (source.length > longestPattern)
    return `is ${source.length} characters long; more than ${longestPattern} are not read.`;
  try {
    return new RegExp(source, 'u').source === '' ? 'is empty.' : undefined;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return `is no regular expression: ${error.message.replace(/^Invalid regular expression: \/.*\/u?: /s, '').toLowerCase()}.`;
  }
}

function wrongDefault(
  name: string,
  value: string,
  { choices = [], secret = false }: WrittenDetails,
  isPatternWrong: boolean,
): string | undefined {
  if (secret) return `"${name}" is secret, so its default must not stand in the document; take it away.`;
  if (isPatternWrong || choices.length === 0 || choices.some(({ text }) => text === value)) return undefined;
  return `The default of "${name}" is none of its choices: ${choices.map(({ text }) => text).join(', ')}.`;
}

/** Reads the key `parameters` of a front matter: a mapping of names, or a list of them. What is no YAML is told elsewhere. */
export function declarationsOfFrontMatter({ frontMatter }: Outline): Declarations {
  const document = parseDocument(frontMatter?.yaml ?? '', { prettyErrors: false, logLevel: 'error' });
  const node = isMap(document.contents) ? document.contents.get('parameters', true) : undefined;
  const base = frontMatter?.yamlSpan.start ?? 0;
  const problems: DeclarationProblem[] = [];
  const placeOf = (of: YamlNode): Span => ({ start: base + (of.range?.[0] ?? 0), end: base + (of.range?.[1] ?? 0) });
  const complain = (of: YamlNode, message: string): undefined => void problems.push({ span: placeOf(of), message });

  const textOf = (of: unknown, what: string): Written | undefined => {
    if (!isScalar(of)) return isMap(of) || isSeq(of) ? complain(of, `${what} must be a text.`) : undefined;
    if (of.value === null) return undefined;
    return { text: typeof of.value === 'string' ? of.value : (of.source ?? scalarText(of.value)), span: placeOf(of) };
  };
  const detailsOf = (name: string, of: unknown): WrittenDetails => {
    if (isScalar(of)) {
      const description = textOf(of, `The description of "${name}"`);
      return description ? { description } : {};
    }
    if (!isMap(of)) {
      if (isSeq(of)) complain(of, `"${name}" must have a description, or keys such as ${keys.join(', ')}; not a list.`);
      return {};
    }
    const details: { -readonly [K in keyof WrittenDetails]: WrittenDetails[K] } = {};
    for (const { key, value } of of.items) {
      if (!isScalar(key)) continue;
      const word = scalarText(key.value);
      if (word === 'description' || word === 'default' || word === 'pattern') {
        const text = textOf(value, `The ${word} of "${name}"`);
        if (text) details[word] = text;
      } else if (word === 'choices') {
        if (isSeq(value) && value.items.length > 0)
          details.choices = value.items.flatMap((item) => textOf(item, `A choice of "${name}"`) ?? []);
        else complain(key, `The choices of "${name}" must be a list of texts: [staging, production].`);
      } else if (word === 'secret') {
        if (isScalar(value) && typeof value.value === 'boolean') details.secret = value.value;
        else {
          // What is meant to be secret is better taken for it.
          details.secret = true;
          complain(key, `"secret" of "${name}" must be true or false.`);
        }
      } else if (word !== 'name') {
        const near = nearestWord(word, keys);
        const hint = near === undefined ? `its keys are ${keys.join(', ')}` : `did you mean "${near}"?`;
        complain(key, `"${name}" has a key "${word}" that nobody reads; ${hint}${near === undefined ? '.' : ''}`);
      }
    }
    return details;
  };
  const named = (name: string, at: YamlNode, of: unknown): DeclaredParameter =>
    declare(name, placeOf(at), detailsOf(name, of), problems);

  const parameters: DeclaredParameter[] = [];
  if (isMap(node)) {
    for (const { key, value } of node.items) {
      if (isScalar(key)) parameters.push(named(scalarText(key.value), key, value));
    }
  } else if (isSeq(node)) {
    for (const item of node.items) {
      if (isScalar(item) && item.value !== null) parameters.push(named(scalarText(item.value), item, undefined));
      else if (isMap(item)) {
        const name = item.get('name', true);
        const [first] = item.items;
        if (isScalar(name) && name.value !== null) parameters.push(named(scalarText(name.value), name, item));
        else if (first && isScalar(first.key) && item.items.length === 1)
          parameters.push(named(scalarText(first.key.value), first.key, first.value));
        else complain(item, 'A parameter in this list has no "name".');
      }
    }
  } else if (isScalar(node) && node.value !== null)
    complain(
      node,
      '"parameters" must be names, each with what it is; write "parameters:" and below it "  pod: The slow pod".',
    );
  return { parameters, problems };
}
