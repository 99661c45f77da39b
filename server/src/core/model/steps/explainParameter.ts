import { contains, touches, type Span } from '../../text/span.ts';
import type { IncidentDocument, Step } from '../document.ts';
import { spanInDocument } from './commands.ts';
import { declarationOf } from './declared.ts';
import type { StepParameter } from './parameters.ts';

/** What a document says of the parameter at a place, as Markdown; undefined where there is none. */
export function explainParameterAt(
  document: IncidentDocument,
  offset: number,
): { readonly span: Span; readonly words: string } | undefined {
  const step = stepAround(document, offset);
  if (!step) return undefined;
  for (const parameter of step.parameters) {
    for (const use of parameter.uses) {
      const span = spanInDocument(step, document.lines, use.span);
      if (touches(span, offset)) return { span, words: explain(parameter, step, document) };
    }
  }
  return undefined;
}

/** The step between whose fences a place is. */
export function stepAround({ steps }: IncidentDocument, offset: number): Step | undefined {
  return steps.find(({ contentSpan }) => contains(contentSpan, { start: offset, end: offset }));
}

function explain({ name, uses }: StepParameter, step: Step, { declarations, frontMatter }: IncidentDocument): string {
  const declared = declarationOf(declarations.parameters, name);
  const isVariable = uses.some(({ style }) => style === 'variable');
  const lines = [`**${name}**${declared?.description === undefined ? '' : `: ${declared.description}`}`];
  if (declared?.secret) lines.push('Secret: kept in the secret storage, shown nowhere.');
  if (declared?.choices.length) lines.push(`One of: ${declared.choices.map((choice) => `\`${choice}\``).join(', ')}.`);
  if (declared?.pattern !== undefined) lines.push(`Must match \`${declared.pattern}\`.`);
  if (declared?.default !== undefined) lines.push(`Default: \`${declared.default}\`.`);
  const isAbove = declared && frontMatter.entries.some(({ valueSpan }) => contains(valueSpan, declared.span));
  const place = isAbove ? 'in the front matter' : 'below "Parameters"';
  const origin = declared ? `Declared ${place}` : 'Declared nowhere';
  const way = isVariable ? 'given to the shell in its environment' : 'written in its place';
  lines.push(
    step.runnable || declared
      ? `${origin}; asked for when the step runs, remembered for the active incident, and ${way}.`
      : `${origin}; this block is no step of a shell, so nobody asks for it.`,
  );
  return lines.join('\n\n');
}
