import { list, otherwise, record, text } from '../shapes/describe.ts';
import { duration } from './written/duration.ts';

const items = list('What to do, in order.', text('Something to do.'));

const phase = record('A part of the response.', {
  title: text('What the part is called: `First 5 minutes`.'),
  until: duration('When it should be done, from the declaration of the incident on.'),
  items,
});

const week = record('A part of the on-call week.', {
  title: text('What the part is called.'),
  items,
});

/** What is checked off by hand. Source: S1. */
export const checklists = record('What is checked off by hand.', {
  response: otherwise(list('What to do in the first minutes; the list is complete.', phase, 'title'), [
    {
      title: 'First 5 minutes',
      until: 5,
      items: [
        'Acknowledge the page',
        'Join the incident channel',
        'Assign the incident commander',
        'Assess severity and impact',
        'Begin status page updates',
      ],
    },
    {
      title: '5 to 15 minutes',
      until: 15,
      items: [
        'Check recent deployments',
        'Review error logs',
        'Examine monitoring dashboards',
        'Identify affected systems',
        'Form a hypothesis of the root cause',
      ],
    },
    {
      title: '15 to 30 minutes',
      until: 30,
      items: [
        'Implement the immediate fix, if known',
        'Roll back recent changes, if applicable',
        'Scale resources, if capacity is the issue',
        'Enable circuit breakers',
        'Route traffic away from affected systems',
      ],
    },
  ]),
  onCall: otherwise(list('What to do around a week on call; the list is complete.', week, 'title'), [
    {
      title: 'Before your on-call week',
      items: [
        'Review recent incidents',
        'Test pager/alerting system',
        'Ensure laptop charged and accessible',
        'Review runbooks and documentation',
        'Check access to all systems',
        'Set up remote access if traveling',
      ],
    },
    {
      title: 'During on-call',
      items: [
        'Acknowledge alerts within 5 minutes',
        'Respond to incidents within 15 minutes',
        'Keep laptop nearby 24/7',
        'Stay in cellular coverage',
        'Limit alcohol consumption',
        'Update runbooks with learnings',
      ],
    },
    {
      title: 'After on-call',
      items: [
        'Hand off open incidents',
        'Document any new issues discovered',
        'Update runbooks',
        'Provide feedback on alerting',
        'Take time off to recover',
      ],
    },
  ]),
});
