import assert from 'node:assert/strict';
import { applyEdits, compatibleEdits } from '../../src/core/edits/apply.ts';
import { analyze, fixAll, type Diagnostic, type Environment, type Source } from '../../src/core/lint.ts';
import type { Edit } from '../../src/core/edits/edit.ts';

/** What holds for any text: every rule comes to its end, spans lie in the text, and fixes can be made. */
export async function assertSound(source: Source, environment: Environment): Promise<readonly Diagnostic[]> {
  const { diagnostics } = await analyze(source, environment);
  for (const { rule, message, span, fix, related } of diagnostics) {
    assert.ok(!message.startsWith(`The rule ${rule} failed`), message);
    for (const place of [span, ...related.map((part) => part.span)]) {
      assert.ok(0 <= place.start && place.start <= place.end && place.end <= source.text.length, `${rule}: ${message}`);
    }
    if (fix) assertApart(source.text, fix.edits, `${rule}: ${fix.title}`);
  }
  const edits = compatibleEdits(diagnostics.flatMap(({ fix }) => (fix ? [fix] : [])));
  assertApart(source.text, edits, 'the fixes that are made at once');
  return diagnostics;
}

/** Edits are in order, do not overlap, and leave each byte between them as it is. */
function assertApart(text: string, edits: readonly Edit[], what: string): void {
  let position = 0;
  let expected = '';
  for (const { span, text: replacement } of edits) {
    assert.ok(position <= span.start && span.start <= span.end && span.end <= text.length, what);
    expected += text.slice(position, span.start) + replacement;
    position = span.end;
  }
  assert.equal(applyEdits(text, edits), expected + text.slice(position), what);
}

/** Fixing all comes to an end, and fixing all again changes nothing. */
export async function assertFixedOnce(source: Source, environment: Environment): Promise<string> {
  const fixed = await fixAll(source, environment);
  // What was not changed was just found to need no change.
  if (fixed === source.text) return fixed;
  assert.equal(await fixAll({ ...source, text: fixed }, environment), fixed, `fixing ${source.path} twice`);
  return fixed;
}
