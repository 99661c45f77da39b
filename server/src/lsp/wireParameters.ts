import type { IncidentDocument, Step } from '../core/model/document.ts';
import { declarationOf, parameterKey } from '../core/model/steps/declared.ts';
import type { WireParameter } from '../protocol/channels.ts';

/** Each value that a step needs, once however often and however it is written; a block of no shell needs only what is declared. */
export function wireParameters(
  { parameters, runnable }: Step,
  { declarations }: IncidentDocument,
): readonly WireParameter[] {
  const found = new Map<string, WireParameter>();
  for (const { name } of parameters) {
    const key = parameterKey(name);
    const declared = declarationOf(declarations.parameters, name);
    if (found.has(key) || (!runnable && !declared)) continue;
    const { description, default: written, pattern, choices = [], secret = false } = declared ?? {};
    found.set(key, {
      name,
      key,
      choices,
      secret,
      ...(description === undefined ? {} : { description }),
      ...(written === undefined ? {} : { default: written }),
      ...(pattern === undefined ? {} : { pattern }),
    });
  }
  return [...found.values()];
}
