import type { Code } from 'mdast';
import { spanOf } from '../../parse/markdown.ts';
import type { Heading, Outline } from '../../parse/outline.ts';
import { partReader, readParts, type PartSource } from '../../parse/partReader.ts';
import { kebab, normalizeLabel } from '../../schema/label.ts';
import type { Recall } from '../../text/recall.ts';
import type { Step } from '../document.ts';
import { commandOf } from './command.ts';
import { fenceLanguage, isShell } from './languages.ts';
import type { Declarations } from './declarations.ts';
import { parameterKey } from './declared.ts';
import { assignedVariables, loadsVariables } from './environment.ts';
import { nodesOf } from '../nodes.ts';
import { parameterNamesIn, parametersOf, setIn, type Known } from './parameters.ts';

/** The fenced blocks of a document as steps, in document order; indented code is prose that shows code, not a step. */
export function readSteps({ parts }: Pick<Outline, 'parts'>, source: PartSource, declared: Declarations): Step[] {
  const declaredKeys = new Set(declared.parameters.map(({ name }) => parameterKey(name)));
  const isDeclared = (name: string): boolean => declaredKeys.has(parameterKey(name));
  const assigned = new Set<string>();
  let isLoaded = false;
  const seen = new Set<string>();
  const repeats = new Map<string, number>();
  return readParts(blocksOf, parts, source).map((block) => {
    for (const name of block.assigns) assigned.add(name);
    isLoaded ||= block.loads;
    const step = block.step ?? block.stepIn({ assigned, isLoaded, isDeclared });
    const { size } = seen;
    if (seen.add(step.id).size > size) return step;
    const number = (repeats.get(step.id) ?? 1) + 1;
    repeats.set(step.id, number);
    return { ...step, id: `${step.id}-${number}` };
  });
}

/** The indented code of a document, as steps of no language: nothing runs it, and a person may type it all the same. */
export function readShownCode({ parts }: Pick<Outline, 'parts'>, source: PartSource): readonly Step[] {
  return readParts(shownOf, parts, source);
}

const shownOf = partReader(
  (part, source) =>
    nodesOf(part, source)
      .code.filter((node) => !isFence(node, source.text))
      .map((node): Step => {
        const span = { ...spanOf(node) };
        const { start } = span;
        return {
          id: stepId(part.section?.path, node.value, source.recall),
          title: titleOf(part.heading, 1, source.recall),
          language: '',
          span,
          fenceSpan: { start, end: start },
          contentSpan: { ...span },
          content: node.value,
          command: node.value,
          parameters: [],
          section: part.section,
          runnable: false,
        };
      }),
  ({ span, fenceSpan, contentSpan }: Step) => [span, fenceSpan, contentSpan],
);

/** A block, by what its part tells of it. */
interface Block {
  readonly places: Places;
  /** The variables that it sets. */
  readonly assigns: readonly string[];
  /** Whether it loads variables from elsewhere. */
  readonly loads: boolean;
  /** The step that it is; undefined where its parameters go by what is known of them. */
  readonly step: Step | undefined;
  /** The step that it is among what is known: the same step where nothing else is known of its parameters. */
  readonly stepIn: (known: Required<Known>) => Step;
}

const blocksOf = partReader(
  (part, source) => {
    const { text, recall } = source;
    const { heading, section } = part;
    let count = 0;
    return nodesOf(part, source)
      .code.filter((node) => isFence(node, text))
      .map((node) => {
        const language = fenceLanguage(node.lang);
        const command = recall(commandIn, node);
        const runnable = isShell(language);
        const isOurs = runnable || language === '';
        if (runnable) count++;
        const places = placesOf(node, text);
        const facts = {
          id: stepId(section?.path, command, recall),
          title: titleOf(heading, runnable ? count : 1, recall),
          language,
          ...places,
          content: node.value,
          command,
          section,
          runnable,
        };
        return {
          places,
          assigns: isOurs ? recall(assignedVariables, command) : [],
          loads: isOurs && recall(loadsVariables, command),
          ...stepsOf(facts),
        };
      });
  },
  ({ places: { span, fenceSpan, contentSpan } }: Block) => [span, fenceSpan, contentSpan],
);

function stepsOf(facts: Omit<Step, 'parameters'>): Pick<Block, 'step' | 'stepIn'> {
  const { command, language } = facts;
  const names = parameterNamesIn(command, language);
  let latest: { readonly state: string; readonly step: Step } | undefined;
  return {
    step: names.length === 0 ? { ...facts, parameters: [] } : undefined,
    stepIn: (known) => {
      const isSet = setIn(language, known.assigned);
      // All that decides whether the names are parameters.
      const state = names.map((name) => `${known.isLoaded} ${isSet(name)} ${known.isDeclared(name)}`).join();
      if (latest?.state !== state)
        latest = { state, step: { ...facts, parameters: parametersOf(command, language, known) } };
      return latest.step;
    },
  };
}

/** What runs of a block. */
function commandIn({ value, lang }: Code): string {
  return commandOf(value, fenceLanguage(lang));
}

function isFence(node: Code, text: string): boolean {
  const mark = text[spanOf(node).start];
  return mark === '`' || mark === '~';
}

/** The headings' path and a digest of the words; equal blocks of one section are told apart by their number. */
function stepId(path: string | undefined, command: string, recall: Recall): string {
  const headings =
    path === undefined
      ? ''
      : path
          .split('\n')
          .map((heading) => recall(kebab, heading))
          .join('/');
  return `${headings}#${recall(digest, command)}`;
}

/** FNV-1a in 32 bits: enough to tell the blocks of one section apart. */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36);
}

function titleOf(heading: Heading | undefined, number: number, recall: Recall): string {
  const name = recall(nameOf, heading?.text ?? '');
  return number > 1 ? `${name} (${number})` : name;
}

function nameOf(heading: string): string {
  const words = heading.replace(/^\d+(?:\.\d+)*[.)]?\s+/, '');
  return normalizeLabel(words) === '' ? 'Step' : words;
}

type Places = Pick<Step, 'span' | 'fenceSpan' | 'contentSpan'>;

function placesOf(node: Code, text: string): Places {
  const whole = spanOf(node);
  const firstNewline = text.indexOf('\n', whole.start);
  const fenceEnd = firstNewline < 0 || firstNewline >= whole.end ? whole.end : firstNewline;
  const contentStart = Math.min(fenceEnd + 1, whole.end);
  const lastLine = Math.max(contentStart, text.lastIndexOf('\n', whole.end - 1) + 1);
  const mark = text[whole.start] ?? '`';
  const closed =
    lastLine > whole.start &&
    text
      .slice(lastLine, whole.end)
      .replace(/^[\s>]*/, '')
      .startsWith(mark.repeat(3));
  const fence = text[fenceEnd - 1] === '\r' ? fenceEnd - 1 : fenceEnd;
  return {
    span: whole,
    fenceSpan: { start: whole.start, end: fence },
    contentSpan: { start: contentStart, end: closed ? lastLine : whole.end },
  };
}
