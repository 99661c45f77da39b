import { escalationSections, ownerSections, reachesSomebody } from '../model/escalation.ts';
import { wordsOfSection } from '../model/steps/procedures.ts';
import { contains } from '../text/span.ts';
import { defineRule } from './rule.ts';

/** A section on escalation that names somebody and not how to reach them. */
export const escalationUnreachable = defineRule({
  id: 'escalation-unreachable',
  kinds: ['runbook'],
  summary: 'The escalation names nobody who can be reached.',
  level: 'information',
  fixable: false,
  *check(document) {
    const sections = escalationSections(document).filter((section) => wordsOfSection(section).trim() !== '');
    const [first] = sections;
    if (!first || [...sections, ...ownerSections(document)].some((each) => reachesSomebody(each, document.text)))
      return;
    // What is still to be filled in may well say it.
    if (document.placeholders.some(({ span }) => sections.some((section) => contains(section.span, span)))) return;
    yield {
      span: first.heading.textSpan,
      message:
        'Nothing here says how to reach anybody; add a channel, a pager, a number or an address, such as "#platform-oncall".',
    };
  },
});
