import { headerField } from '../model/fields.ts';
import { cadenceInWords } from '../model/incident/cadence.ts';
import { incidentSeverity, isLive } from '../model/incident/live.ts';
import { statedMoment } from '../model/incident/moments.ts';
import { headerSeverity, severityChanges } from '../model/statedSeverities.ts';
import { formatDuration } from '../model/values/duration.ts';
import { severityNames } from '../model/values/severity.ts';
import { defineRule } from './rule.ts';

const minuteMs = 60_000;
/** Whoever rounds up to the next five minutes has promised nothing else. */
const slack = 5;

/** A severity that has changed while what hangs on it has not: the header, or the promised update. */
export const severityDrift = defineRule({
  id: 'severity-drift',
  kinds: ['incident'],
  summary: 'The severity has changed, and what hangs on it has not.',
  level: 'information',
  fixable: false,
  *check(document, { clock, configuration }) {
    if (!isLive(document)) return;
    const stated = headerSeverity(document);
    const changes = severityChanges(document);
    const last = changes.at(-1);
    const gravest = changes.toSorted((a, b) => severityNames.indexOf(a.name) - severityNames.indexOf(b.name))[0];
    // Any other one than the gravest or the last is no severity of this incident at all, which `severity-mismatch` says.
    if (stated && last && stated.name !== last.name && stated.name === gravest?.name) {
      yield {
        span: stated.span,
        message: `The incident has become ${last.name}, this still says ${stated.name}; state the severity that holds now.`,
        related: [{ span: last.span, message: `Here it became ${last.name}.` }],
      };
    }
    const severity = incidentSeverity(document, configuration.severities);
    const field = headerField(document.fields, 'Next Update');
    if (!severity || !field) return;
    const next = statedMoment(document, field, clock.dayIn);
    if (!next || clock.hasCome(next.at - (severity.updateEvery + slack) * minuteMs)) return;
    const ahead = -clock.minutesSince(next.at);
    yield {
      span: field.valueSpan,
      message: `The next update is ${formatDuration(ahead)} away, but ${severity.name} promises one ${cadenceInWords(severity.updateEvery)}; bring it forward.`,
      related: stated ? [{ span: stated.span, message: 'The severity.' }] : [],
    };
  },
});
