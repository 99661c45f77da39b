import { causesIn } from '../model/causes.ts';
import { sectionsOfRole } from '../schema/align.ts';
import { contains } from '../text/span.ts';
import { defineRule } from './rule.ts';

/** A search that has not ended names none. */
const isUnknown =
  /\b(?:unknown|not (?:yet )?(?:known|clear|understood|determined)|undetermined|unclear|under investigation|being investigated|n\/a|tbd)\b/i;

/** A cause that is one sentence; incidents in systems that are built well need several. */
export const singleCause = defineRule({
  id: 'single-cause',
  kinds: ['postmortem'],
  summary: 'Only one cause is named.',
  level: 'hint',
  fixable: false,
  *check({ alignment, placeholders }) {
    const sections = ['cause', 'trigger', 'five-whys', 'fault'].flatMap((role) => sectionsOfRole(alignment, role));
    const [section, ...others] = sections;
    if (!section || others.length > 0 || placeholders.some(({ span }) => contains(section.span, span))) return;
    const causes = causesIn(section);
    const [cause = ''] = causes;
    if (causes.length !== 1 || cause.split(/\s+/).length > 40 || isUnknown.test(cause)) return;
    yield {
      span: section.heading.span,
      message: 'This names a single cause; ask what else had to be true, such as a missing test, limit or alert.',
    };
  },
});
