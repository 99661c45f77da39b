import assert from 'node:assert/strict';
import { tooIntricate } from '../../src/core/parse/intricacy.ts';

describe('tooIntricate', () => {
  const nested = Array.from({ length: 5000 }, (_, level) => `${' '.repeat(Math.min(level, 600) * 2)}- level ${level}`);
  const refused: readonly (readonly [string, string])[] = [
    ['5,000 quotes on a line', `${'>'.repeat(5000)} deep`],
    ['5,000 items on a line', `${'- '.repeat(5000)}deep`],
    ['quotes and items in turn', `${'> 1. '.repeat(60)}deep`],
    ['5,000 brackets', `${'['.repeat(5000)}deep${']'.repeat(5000)}`],
    ['5,000 stars', `${'*'.repeat(5000)}deep${'*'.repeat(5000)}`],
    ['5,000 levels of lists', nested.join('\n')],
    ['400 kB of brackets', '[a]'.repeat(133_000)],
    ['400 kB of emphasis', '*a_'.repeat(133_000)],
    ['emphasis in a quote of many lines', '> *a_*a_*a_\n'.repeat(5000)],
    ['a table of 200,000 columns', `${'|a'.repeat(200_000)}|\n${'|-'.repeat(200_000)}|\n`],
    ['a paragraph of 100,000 lines', 'line\n'.repeat(100_000)],
  ];
  for (const [name, text] of refused) {
    it(`refuses ${name}`, () => assert.match(tooIntricate(text) ?? '', /^It .* \d+ /));
  }

  const read: readonly (readonly [string, string])[] = [
    ['an empty text', ''],
    ['400 kB on one line', 'word '.repeat(80_000)],
    ['a screenshot in the text', `![Graph](data:image/png;base64,${'iVBORw0KGgo'.repeat(60_000)})`],
    ['a list of 20,000 entries', '- **12:00** - [text](link) with _marks_\n'.repeat(20_000)],
    ['400 kB of bars and a word', `${'|'.repeat(400_000)} x\n`],
    ['a table of 10,000 rows', `| Action | Due |\n|---|---|\n${'| Add an alert | 2026-03-01 |\n'.repeat(7000)}`],
    ['a ruler and a blank to fill in', `${'*'.repeat(120)}\n\nName: ${'_'.repeat(100)}\n`],
    ['a log in a fence', `\`\`\`json\n${'{"a": [1, 2, "*"]}\n'.repeat(50_000)}\`\`\`\n`],
    ['100 paragraphs of marks', `${'*a* '.repeat(500)}\n\n`.repeat(100)],
  ];
  for (const [name, text] of read) {
    it(`reads ${name}`, () => assert.equal(tooIntricate(text), undefined));
  }
});
