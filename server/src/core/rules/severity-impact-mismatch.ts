import { headerField } from '../model/fields.ts';
import { impactFacts, severityByImpact } from '../model/incident/impact.ts';
import { incidentSeverity } from '../model/incident/live.ts';
import { defineRule } from './rule.ts';

/** An impact whose figures are, by the team's criteria, of a graver severity than the stated one. */
export const severityImpactMismatch = defineRule({
  id: 'severity-impact-mismatch',
  kinds: ['incident', 'postmortem'],
  summary: 'By the stated impact the severity is another one.',
  level: 'information',
  fixable: false,
  *check(document, { configuration: { severities } }) {
    const field = headerField(document.fields, 'Severity');
    const stated = incidentSeverity(document, severities);
    const judged = severityByImpact(impactFacts(document), severities);
    if (!field || !stated || !judged) return;
    // A graver one than the figures demand may well be right: criteria in words, such as lost data, are enough.
    if (severities.indexOf(judged.severity) >= severities.indexOf(stated)) return;
    yield {
      span: field.valueSpan,
      message: `By the criteria ${judged.fact.words} is ${judged.severity.name}, this says ${stated.name}; correct the severity or the impact.`,
      related: [{ span: judged.fact.span, message: 'The impact.' }],
    };
  },
});
