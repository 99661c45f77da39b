import { nearestWord } from '../text/nearest.ts';
import type { Span } from '../text/span.ts';
import { concerns, type Heeded } from './apply.ts';
import { directives, type Suppression } from './read.ts';

/** What is wrong with a comment that should suppress something. */
export interface SuppressionProblem {
  readonly span: Span;
  readonly message: string;
}

/** Finds the comments, and the names in them, that no rule has or that keep nothing back. */
export function judgeSuppressions(
  suppressions: readonly Suppression[],
  { used }: Pick<Heeded<unknown>, 'used'>,
  rules: readonly string[],
): readonly SuppressionProblem[] {
  return suppressions.flatMap((suppression, index) => {
    const { directive, directiveSpan, span } = suppression;
    if (!directives.some((known) => known === directive)) return [unknownDirective(directive, directiveSpan)];
    const unknown = suppression.rules.filter(({ id }) => !rules.includes(id));
    const known = suppression.rules.filter(({ id }) => rules.includes(id));
    const problems = unknown.map((name) => unknownRule(name, rules));
    if (directive === 'enable') {
      const ends = suppressions
        .slice(0, index)
        .some((earlier) => earlier.directive === 'disable' && overlaps(earlier, suppression));
      const message = 'Nothing is disabled above that this comment could enable again; take the comment out.';
      return ends || problems.length > 0 ? problems : [{ span, message }];
    }
    if (suppression.rules.length === 0 && !used.has(suppression)) {
      return [{ span, message: 'This comment suppresses nothing; take it out.' }];
    }
    return [...problems, ...known.filter((name) => !used.has(name)).map(idleName)];
  });
}

function unknownDirective(directive: string, span: Span): SuppressionProblem {
  const nearest = nearestWord(directive, directives) ?? 'disable-next-line';
  const message = `There is no comment "incident-docs-${directive}", so it suppresses nothing; did you mean "incident-docs-${nearest}"?`;
  return { span, message };
}

function unknownRule({ id, span }: Suppression['rules'][number], rules: readonly string[]): SuppressionProblem {
  const nearest = nearestWord(id, rules);
  const advice =
    nearest === undefined ? 'write the name of a rule, and a reason behind " -- "' : `did you mean "${nearest}"?`;
  return { span, message: `There is no rule "${id}"; ${advice}${nearest === undefined ? '.' : ''}` };
}

function idleName({ id, span }: Suppression['rules'][number]): SuppressionProblem {
  const message =
    id === 'invalid-suppression'
      ? '"invalid-suppression" is not suppressed by a comment; set its level in .incident-docs/config.yaml.'
      : `"${id}" finds nothing here that this comment could suppress; take the name out.`;
  return { span, message };
}

function overlaps(a: Suppression, b: Suppression): boolean {
  return b.rules.length === 0 || b.rules.some(({ id }) => concerns(a, id));
}
