import assert from 'node:assert/strict';
import { timelineOf, told } from './reading.ts';

/** Timelines that stand in HTML or in a quote, with the entries that a reader sees in each. */
const documents: readonly (readonly [name: string, text: string, entries: readonly string[]])[] = [
  [
    'a table',
    '## Timeline\n\n<table>\n<tr><th>Time (UTC)</th><th>Event</th></tr>\n<tr><td>14:05</td><td>alert</td></tr>\n<tr><td>14:06</td><td>ack</td></tr>\n</table>\n',
    ['2024-01-15T14:05 alert', '2024-01-15T14:06 ack'],
  ],
  [
    'a table on one line, with dates',
    '## Timeline\n\n<table><thead><tr><th>Date</th><th>Time</th><th>Event</th></tr></thead><tbody><tr><td>2024-01-15</td><td>23:05</td><td>alert</td></tr><tr><td>2024-01-16</td><td>00:06</td><td><b>ack</b> by <a href="x">bob</a></td></tr></tbody></table>\n',
    ['2024-01-15T23:05 alert', '2024-01-16T00:06 <b>ack</b> by <a href="x">bob</a>'],
  ],
  [
    'a table with blank lines and Markdown in it',
    '## Timeline\n\n<table>\n  <tr>\n    <th>Time (CET)</th>\n    <th>Event</th>\n  </tr>\n\n  <tr>\n    <td>14:05</td>\n    <td>\n\nalert **fired**\n\n    </td>\n  </tr>\n\n  <tr>\n    <td>14:06</td>\n    <td>ack</td>\n  </tr>\n</table>\n\nAfter.\n',
    ['2024-01-15T13:05 alert **fired**', '2024-01-15T13:06 ack'],
  ],
  [
    'a table with attributes and no header',
    '## Timeline\n\n<table border="1" class="t">\n<tr valign="top"><td width="10%"><strong>14:05</strong></td><td>alert</td></tr>\n<tr><td><code>14:06</code></td><td>ack</td></tr>\n</table>\n',
    ['2024-01-15T14:05 alert', '2024-01-15T14:06 ack'],
  ],
  [
    'a list',
    '## Timeline\n\n<ul>\n<li>14:05 alert</li>\n<li><b>14:06</b> - ack</li>\n</ul>\n',
    ['2024-01-15T14:05 alert', '2024-01-15T14:06 ack'],
  ],
  [
    'a numbered list with a list in it',
    '## Timeline\n\n<ol>\n<li><strong>14:05 UTC</strong>: alert\n<ul><li>detail</li></ul></li>\n<li>14:06 UTC – ack</li>\n</ol>\n',
    ['2024-01-15T14:05 alert', '2024-01-15T14:06 ack'],
  ],
  [
    'items of several paragraphs',
    '## Timeline\n\n<ul>\n  <li><p>14:05 alert</p><p>more words</p></li>\n  <li><p>14:06 ack</p></li>\n</ul>\n',
    ['2024-01-15T14:05 alert</p><p>more words', '2024-01-15T14:06 ack'],
  ],
  [
    'lines parted by <br>',
    '## Timeline\n\n14:05 alert<br>\n14:06 ack<br />14:07 done\n',
    ['2024-01-15T14:05 alert', '2024-01-15T14:06 ack', '2024-01-15T14:07 done'],
  ],
  [
    'paragraphs',
    '## Timeline\n\n<p>14:05 alert</p>\n<p>14:06 ack</p>\n',
    ['2024-01-15T14:05 alert', '2024-01-15T14:06 ack'],
  ],
  [
    'a block with <br>',
    '## Timeline\n\n<div>\n14:05 alert<br>\n14:06 ack<br/>\n</div>\n',
    ['2024-01-15T14:05 alert', '2024-01-15T14:06 ack'],
  ],
  [
    'a description list',
    '## Timeline\n\n<dl>\n<dt>14:05</dt><dd>alert</dd>\n<dt>14:06</dt>\n<dd>ack</dd>\n</dl>\n',
    ['2024-01-15T14:05 alert', '2024-01-15T14:06 ack'],
  ],
  [
    'lists below days',
    '## Timeline\n\n<h3>2024-01-16</h3>\n<ul><li>14:05 alert</li><li>14:06 ack</li></ul>\n',
    ['2024-01-16T14:05 alert', '2024-01-16T14:06 ack'],
  ],
  [
    'preformatted lines',
    '## Timeline\n\n<pre>\n14:05 alert\n14:06 ack\n</pre>\n',
    ['2024-01-15T14:05 alert', '2024-01-15T14:06 ack'],
  ],
  [
    'bullets in a folded block',
    '## Timeline\n\n<details><summary>Full timeline</summary>\n\n- 14:05 alert\n- 14:06 ack\n\n</details>\n',
    ['2024-01-15T14:05 alert', '2024-01-15T14:06 ack'],
  ],
  [
    'a table in a folded block',
    '## Timeline\n\n<details>\n<summary>Click</summary>\n\n| Time | Event |\n|--|--|\n| 14:05 | alert |\n| 14:06 | ack |\n\n</details>\n',
    ['2024-01-15T14:05 alert', '2024-01-15T14:06 ack'],
  ],
  [
    'an HTML list in a folded block',
    '## Timeline\n\n<details><summary>All events (14:00 - 15:00)</summary>\n<ul>\n<li>14:05 alert</li>\n<li>14:06 ack</li>\n</ul>\n</details>\n',
    ['2024-01-15T14:05 alert', '2024-01-15T14:06 ack'],
  ],
  [
    'bullets below a comment',
    '## Timeline\n\n<!-- All times UTC; 14:00 example -->\n- 14:05 alert\n- 14:06 ack\n',
    ['2024-01-15T14:05 alert', '2024-01-15T14:06 ack'],
  ],
  [
    'bullets in a quote',
    '## Timeline\n\n> - 14:05 alert\n> - 14:06 ack\n',
    ['2024-01-15T14:05 alert', '2024-01-15T14:06 ack'],
  ],
  [
    'lines in a quote',
    '## Timeline\n\n> 14:05 alert\n> 14:06 ack\n>\n> 14:10 done\n',
    ['2024-01-15T14:05 alert', '2024-01-15T14:06 ack', '2024-01-15T14:10 done'],
  ],
  [
    'a table in a quote',
    '## Timeline\n\n> | Time | Event |\n> |--|--|\n> | 14:05 | alert |\n> | 14:06 | ack |\n',
    ['2024-01-15T14:05 alert', '2024-01-15T14:06 ack'],
  ],
  [
    'a quote with the heading in it',
    '> ## Timeline\n>\n> - 14:05 alert\n> - 14:06 ack\n',
    ['2024-01-15T14:05 alert', '2024-01-15T14:06 ack'],
  ],
  [
    'a quote with a label in it',
    '# X\n\n> **Timeline**\n>\n> 14:05 alert\n>\n> 14:06 ack\n',
    ['2024-01-15T14:05 alert', '2024-01-15T14:06 ack'],
  ],
  [
    'a quote for each entry',
    '## Timeline\n\n> 14:05 alert\n\n> 14:06 ack\n\n> 14:10 done\n',
    ['2024-01-15T14:05 alert', '2024-01-15T14:06 ack', '2024-01-15T14:10 done'],
  ],
  [
    'a callout',
    '## Timeline\n\n> [!IMPORTANT]\n> **14:05** - alert\n>\n> **14:06** - ack\n',
    ['2024-01-15T14:05 alert', '2024-01-15T14:06 ack'],
  ],
  [
    'bullets below a callout with the zone',
    '## Timeline\n\n> [!NOTE]\n> All times are CET.\n\n- 14:05 alert\n- 14:06 ack\n',
    ['2024-01-15T13:05 alert', '2024-01-15T13:06 ack'],
  ],
];

describe('Timelines in HTML and in quotes', () => {
  for (const [name, text, entries] of documents) {
    it(`reads ${name}`, () => {
      const timeline = timelineOf(text);
      assert.deepEqual(told(timeline), entries);
      assert.deepEqual(timeline.unread, []);
    });
  }
});
