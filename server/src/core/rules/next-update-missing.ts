import { momentInWords, promiseUpdate } from '../edits/nextUpdate.ts';
import { headerField } from '../model/fields.ts';
import { incidentSeverity, isLive } from '../model/incident/live.ts';
import { promisedUpdate } from '../model/incident/moments.ts';
import { formatDuration } from '../model/values/duration.ts';
import { defineRule } from './rule.ts';

const minuteMs = 60_000;

/** A live incident that does not say when stakeholders hear next. */
export const nextUpdateMissing = defineRule({
  id: 'next-update-missing',
  kinds: ['incident'],
  summary: 'Nothing says when the stakeholders hear next.',
  level: 'information',
  fixable: true,
  *check(document, { clock, configuration }) {
    if (!isLive(document) || document.likeness === 'distant') return;
    const severity = incidentSeverity(document, configuration.severities);
    const status = headerField(document.fields, 'Status');
    const field = headerField(document.fields, 'Next Update');
    if (!severity || !status || promisedUpdate(document, clock.dayIn)) return;
    const due = clock.minute() + severity.updateEvery * minuteMs;
    const edit = promiseUpdate(document, due);
    yield {
      span: field?.labelSpan ?? status.labelSpan,
      message: `Nothing says when the stakeholders hear next; state a "Next Update", which for ${severity.name} is within ${formatDuration(severity.updateEvery)}.`,
      // A promise is for somebody to make.
      ...(edit
        ? {
            fix: {
              title: `Promise the next update for ${momentInWords(document, due) ?? ''}`,
              edits: [edit],
              onRequest: true,
            },
          }
        : {}),
    };
  },
});
