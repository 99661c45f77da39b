import type { Code } from 'mdast';
import { spanOf } from '../../parse/markdown.ts';
import { sectionAt, type Outline, type Section } from '../../parse/outline.ts';
import { kebab, normalizeLabel } from '../../schema/label.ts';
import { makeAnew, type Recall } from '../../text/recall.ts';
import type { Span } from '../../text/span.ts';
import type { Step } from '../document.ts';
import { commandOf } from './command.ts';
import { fenceLanguage, isShell } from './languages.ts';
import type { Declarations } from './declarations.ts';
import { parameterKey } from './declared.ts';
import { assignedVariables, loadsVariables } from './environment.ts';
import { parametersOf } from './parameters.ts';

/** The fenced blocks of a document as steps, in document order; indented code is prose that shows code, not a step. */
export function readSteps(
  code: readonly Code[],
  outline: Outline,
  text: string,
  declared: Declarations,
  recall: Recall = makeAnew,
): Step[] {
  const blocks = code.filter((node) => isFence(node, text));
  const commands = blocks.map((node) => recall(commandIn, node));
  const declaredKeys = new Set(declared.parameters.map(({ name }) => parameterKey(name)));
  const isDeclared = (name: string): boolean => declaredKeys.has(parameterKey(name));
  const assigned = new Set<string>();
  let isLoaded = false;
  const countBySection = new Map<Section | undefined, number>();
  const seen = new Map<string, number>();
  return blocks.map((node, index) => {
    const command = commands[index] ?? '';
    const language = fenceLanguage(node.lang);
    const section = sectionAt(outline, spanOf(node).start);
    const runnable = isShell(language);
    if (runnable || language === '') {
      for (const name of recall(assignedVariables, command)) assigned.add(name);
      isLoaded ||= recall(loadsVariables, command);
    }
    const count = (countBySection.get(section) ?? 0) + (runnable ? 1 : 0);
    countBySection.set(section, count);
    return {
      id: stepId(section, command, seen, recall),
      title: titleOf(section, outline, runnable ? count : 1, recall),
      language,
      ...placesOf(node, text),
      content: node.value,
      command,
      parameters: parametersOf(command, language, { assigned, isLoaded, isDeclared }),
      section,
      runnable,
    };
  });
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
function stepId(section: Section | undefined, command: string, seen: Map<string, number>, recall: Recall): string {
  const path: string[] = [];
  for (let part = section; part; part = part.parent) path.unshift(recall(kebab, part.heading.text));
  const id = `${path.join('/')}#${recall(digest, command)}`;
  const earlier = seen.get(id) ?? 0;
  seen.set(id, earlier + 1);
  return earlier === 0 ? id : `${id}-${earlier + 1}`;
}

/** FNV-1a in 32 bits: enough to tell the blocks of one section apart. */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36);
}

function titleOf(section: Section | undefined, outline: Outline, number: number, recall: Recall): string {
  const name = recall(nameOf, section?.heading.text ?? outline.title?.text ?? '');
  return number > 1 ? `${name} (${number})` : name;
}

function nameOf(heading: string): string {
  const words = heading.replace(/^\d+(?:\.\d+)*[.)]?\s+/, '');
  return normalizeLabel(words) === '' ? 'Step' : words;
}

function placesOf(node: Code, text: string): { span: Span; fenceSpan: Span; contentSpan: Span } {
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
