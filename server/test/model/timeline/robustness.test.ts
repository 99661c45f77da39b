import assert from 'node:assert/strict';
import { array, assert as check, constantFrom, property, string } from 'fast-check';
import { readTimeline } from '../../../src/core/model/timeline/read.ts';
import { parseMarkdown } from '../../../src/core/parse/markdown.ts';
import { buildOutline } from '../../../src/core/parse/outline.ts';
import { incidentDate, read } from './reading.ts';

const fragments = [
  '## Timeline',
  '### 14:23',
  '- ',
  '* ',
  '  - ',
  '1. ',
  '| ',
  ' |',
  '\n',
  '\n\n',
  '\r\n',
  '14:23',
  '25:61',
  '2:23 PM',
  '10:45a',
  '1423',
  '9.05',
  '2024-01-15',
  '15/01/2024',
  'Jan 15',
  '16. January',
  '15th',
  '??:??',
  'XX:XX',
  'HH:MM',
  '[',
  ']',
  '](x)',
  '(',
  ')',
  '**',
  '_',
  '`',
  '{{',
  '~',
  ' - ',
  ': ',
  'UTC',
  'PST/PDT',
  'IST',
  'T+5m',
  'Mon ',
  '<br>',
  '> ',
  '```\n',
  '|--|--|\n',
  'Time',
  'Event',
  'resolved',
  'Key events',
  'All times in CET.',
];

describe('Reading any timeline', () => {
  it('never fails, and finds nothing outside the text', () => {
    const texts = array(
      constantFrom(...fragments).chain((piece) => string({ maxLength: 3 }).map((rest) => piece + rest)),
      { maxLength: 40 },
    );
    check(
      property(texts, (pieces) => {
        const text = `## Timeline\n${pieces.join('')}`;
        const timeline = read(text);
        for (const entry of timeline?.entries ?? []) {
          for (const { start, end } of [entry.span, entry.stamp.span, entry.textSpan]) {
            assert.ok(start >= 0 && start <= end && end <= text.length, text);
          }
          assert.ok(entry.span.start <= entry.stamp.span.start && entry.stamp.span.end <= entry.span.end, text);
          assert.equal((entry.at === undefined) === (entry.unknown !== undefined), true, text);
          assert.equal(text.slice(entry.textSpan.start, entry.textSpan.end), entry.text);
        }
        for (const { span } of timeline?.unread ?? [])
          assert.ok(span.start < span.end && span.end <= text.length, text);
      }),
      { numRuns: 400 },
    );
  });

  const long: readonly (readonly [name: string, line: string])[] = [
    ['spaces', `- 14:23 ${' '.repeat(400_000)}x`],
    ['digits', `- ${'1'.repeat(400_000)}`],
    ['open links', `- [14:23](${'a'.repeat(400_000)}`],
    ['parentheses', `- 14:23 ${'('.repeat(100_000)}`],
    ['words', `14:23 ${'it was resolved at 14:30, '.repeat(15_000)}`],
    ['labels', `- ${'alert fired at '.repeat(25_000)}14:23`],
  ];
  for (const [name, line] of long) {
    it(`reads a line of ${line.length} characters of ${name}`, () => {
      const text = `## Timeline\n${line}\n`;
      const outline = buildOutline(parseMarkdown(text), text);
      const timeline = readTimeline(outline, text, {
        sections: [],
        documentDate: incidentDate,
        statedZone: undefined,
        defaultZone: 'UTC',
        unnamed: true,
      });
      assert.ok((timeline?.entries ?? []).every(({ span }) => span.end <= text.length));
    });
  }
});
