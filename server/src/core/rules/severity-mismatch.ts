import { headerSeverity, severityChanges, titleSeverity } from '../model/statedSeverities.ts';
import { severityNames } from '../model/values/severity.ts';
import { defineRule } from './rule.ts';

/** A header whose severity is neither the timeline's last nor its gravest, or not that of the title. */
export const severityMismatch = defineRule({
  id: 'severity-mismatch',
  kinds: ['incident', 'postmortem'],
  summary: 'The severity is not that of the timeline or of the title.',
  level: 'warning',
  fixable: false,
  *check(document) {
    const stated = headerSeverity(document);
    if (!stated) return;
    const titled = titleSeverity(document);
    if (titled && titled.name !== stated.name) {
      yield {
        span: stated.span,
        message: `The title says ${titled.name}, this says ${stated.name}; make the two agree.`,
        related: [{ span: titled.span, message: 'The severity in the title.' }],
      };
    }
    const changes = severityChanges(document);
    const last = changes.at(-1);
    // Some teams keep the gravest severity that an incident had, others the one with which it ended.
    const gravest = changes.toSorted((a, b) => severityNames.indexOf(a.name) - severityNames.indexOf(b.name))[0];
    if (!last || stated.name === last.name || stated.name === gravest?.name) return;
    yield {
      span: stated.span,
      message: `The timeline ends with ${last.name}, this says ${stated.name}; make the two agree.`,
      related: [{ span: last.span, message: `Here it became ${last.name}.` }],
    };
  },
});
