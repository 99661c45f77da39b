import { CompletionItemKind, type CompletionItem, type Position } from 'vscode-languageserver/node';
import type { IncidentDocument } from '../../../core/model/document.ts';
import { declarationOf, parameterKey } from '../../../core/model/steps/declared.ts';
import { stepAround } from '../../../core/model/steps/explainParameter.ts';
import type { ParameterUse } from '../../../core/model/steps/parameters.ts';
import { rangeOf } from '../../convert.ts';
import type { Reading } from '../../reading.ts';

/** The characters with which a parameter begins. */
export const parameterTriggers: readonly string[] = ['<', '$', '{'];

const begun = /(\$\{?|<|\{\{ ?)?([\w.-]*)$/;

interface Known {
  readonly name: string;
  /** As the document's blocks write it already. */
  readonly style: ParameterUse['style'] | undefined;
}

/** Within a step, the parameters that the runbook declares and those that its other steps use, in the form that was begun. */
export function parameterItems({ document }: Reading, position: Position): CompletionItem[] {
  if (!document) return [];
  const { lines, text } = document;
  const offset = lines.offsetAt(position);
  const step = stepAround(document, offset);
  if (!step) return [];
  const { start } = lines.contentSpan(lines.lineAt(offset));
  const [typed = '', opening = '', word = ''] = begun.exec(text.slice(start, offset)) ?? [];
  const closing = /^[\w.-]*(?:\}{1,2}|>)?/.exec(opening === '' ? '' : text.slice(offset, offset + 100))?.[0] ?? '';
  const replaced = rangeOf(lines, { start: offset - typed.length, end: offset + closing.length });
  return knownParameters(document, word).map(({ name, style }, index) => {
    const { description, secret } = declarationOf(document.declarations.parameters, name) ?? {};
    const newText = written(name, opening, style);
    return {
      label: newText,
      kind: CompletionItemKind.Variable,
      detail: secret ? 'secret parameter' : 'parameter',
      ...(description === undefined ? {} : { documentation: description }),
      // Clients compare this with what the range holds before the caret.
      filterText: typed === '' ? name : opening + (opening.startsWith('$') ? variableOf(name) : name),
      sortText: String(index).padStart(3, '0'),
      textEdit: { range: replaced, newText },
    };
  });
}

/** The declared ones first; what is being typed at the caret is no parameter yet. */
function knownParameters({ declarations, steps }: IncidentDocument, word: string): Known[] {
  const used = steps.filter(({ runnable }) => runnable).flatMap(({ parameters }) => parameters);
  const found = new Map<string, Known>();
  const names = [...declarations.parameters.map(({ name }) => bare(name)), ...used.map(({ name }) => name)];
  for (const name of names) {
    const key = parameterKey(name);
    const uses = used.filter((parameter) => parameterKey(parameter.name) === key);
    if (
      key === '' ||
      found.has(key) ||
      (name === word && uses.length <= 1 && !declarationOf(declarations.parameters, name))
    )
      continue;
    found.set(key, { name, style: uses[0]?.uses[0]?.style });
  }
  return [...found.values()];
}

function written(name: string, opening: string, style: Known['style']): string {
  if (opening === '${') return `\${${variableOf(name)}}`;
  if (opening === '$' || (opening === '' && style === 'variable')) return `$${variableOf(name)}`;
  if (opening.startsWith('{{') || (opening === '' && style === 'braces')) return `{{${name.replace(/\W+/g, '_')}}}`;
  return opening === '' && style === 'constant' ? name : `<${name}>`;
}

/** A name as one of a variable: `POD_NAME` of `pod name`. */
function variableOf(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) && name !== name.toLowerCase() ? name : name.replace(/\W+/g, '_').toUpperCase();
}

function bare(name: string): string {
  return name.replace(/^[<${\s]+|[>}\s]+$/g, '');
}
