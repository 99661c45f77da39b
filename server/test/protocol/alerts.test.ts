import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openNodeWorkspace } from '../../src/cli/nodeWorkspace.ts';
import { analyze } from '../../src/core/lint.ts';
import type { IncidentDocument } from '../../src/core/model/document.ts';
import { settingsOfNobody } from '../../src/core/teamSettings.ts';
import { alertRequest, type AlertResult } from '../../src/protocol/alerts.ts';
import { newIncidentRequest, type NewIncidentResult } from '../../src/protocol/channels.ts';
import { alertmanager, opsgenie, pagerDuty, serviceNow } from '../alerts/payloads.ts';
import { startClient, type Client } from './client.ts';

const at = '2024-01-15T14:40:00.000Z';

const acknowledged = (moment: string): object => pagerDuty('incident.acknowledged', moment);
/** Addresses that are written out are links for whoever reads them, and lead where they say. */
const hiddenLinks = ({ links }: IncidentDocument): number => links.filter(({ style }) => style !== 'autolink').length;
const headings = ({ outline }: IncidentDocument): readonly string[] =>
  outline.allSections.map(({ heading }) => heading.text);

describe('an alert that begins an incident', () => {
  let client: Client;
  let folder: string;
  let plain: IncidentDocument;
  before(async () => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'incident-docs-')));
    mkdirSync(join(folder, 'incidents'));
    client = await startClient({ folder });
    plain = (await begun(pagerDuty('incident.triggered', '2024-01-15T14:23:00Z'))).document;
  });
  after(async () => {
    await client.stop();
    rmSync(folder, { recursive: true });
  });

  /** The document that a payload begins, with all that it says taken over. */
  async function begun(payload: object): Promise<{ document: IncidentDocument; text: string; says: AlertResult }> {
    const text = JSON.stringify(payload);
    const says = await client.request<AlertResult>(alertRequest, { text });
    const { title, services } = says;
    const made = await client.request<NewIncidentResult>(newIncidentRequest, {
      title,
      severity: 'SEV-1',
      services,
      payload: text,
      at,
    });
    const workspace = openNodeWorkspace(folder);
    const source = { path: join(folder, 'incidents', made.fileName), text: made.text };
    const { document } = await analyze(source, { ...settingsOfNobody(), workspace, now: Date.parse(at) });
    assert.ok(document);
    return { document, text: made.text, says };
  }

  /** What is still to be told of a payload once the document is live. */
  async function left(live: string, payload: object): Promise<readonly string[]> {
    writeFileSync(join(folder, 'incidents', 'live.md'), live);
    const uri = pathToFileURL(join(folder, 'incidents', 'live.md')).href;
    await client.open(uri, live);
    const says = await client.request<AlertResult>(alertRequest, { text: JSON.stringify(payload) });
    assert.equal(says.live?.uri, uri);
    await client.close(uri);
    return says.entries.map(({ text }) => text.replace(/ \(\[.*/, ''));
  }

  const titles = [
    'Checkout `down <!-- and',
    'a </div><script>alert(1)</script> b',
    '[FIRING:1] [What happened] **bold** _it_ __it__ ~~no~~',
    '# Heading ## closed ##',
    '- [ ] a box | a | cell |',
    '![image](https://evil.example/x.png) [link](javascript:alert(1))',
    '&lt;b&gt; &copy; & more',
    '--- \\* $x$ {name} \\',
    'Line one\n## Line two\r\n- three\u2028four\u202E',
  ];
  for (const title of titles) {
    it(`shows just these words: ${JSON.stringify(title)}`, async () => {
      const words = title.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
      const { document } = await begun(
        pagerDuty('incident.triggered', '2024-01-15T14:23:00Z', {
          title,
          service: { summary: title },
          assignees: [{ summary: title }],
        }),
      );
      assert.equal(document.title?.subject, words);
      assert.deepEqual(headings(document), headings(plain));
      assert.equal(hiddenLinks(document), hiddenLinks(plain));
      assert.equal(document.fields.length, plain.fields.length);
      assert.deepEqual(
        document.timeline?.entries.map(({ at: moment, milestone }) => [moment, milestone]),
        plain.timeline?.entries.map(({ at: moment, milestone }) => [moment, milestone]),
      );
      assert.deepEqual(
        document.placeholders.map(({ text }) => text),
        plain.placeholders.map(({ text }) => text),
      );
    });
  }

  it('is worked on by whoever was paged, where no rotation says who', async () => {
    assert.match((await begun(serviceNow)).text, /^- \*\*Operations Lead:\*\* Wei Lin$/m);
  });

  describe('whose events come in again', () => {
    it('brings none of them twice', async () => {
      const { text } = await begun(alertmanager);
      assert.deepEqual(await left(text, alertmanager), []);
    });

    it('brings one that happens again, at its own time', async () => {
      const { text } = await begun(acknowledged('2024-01-15T14:25:00Z'));
      assert.deepEqual(await left(text, acknowledged('2024-01-15T14:25:00Z')), []);
      assert.deepEqual(await left(text, acknowledged('2024-01-15T14:50:00Z')), [
        'Acknowledged: PagerDuty incident #42 acknowledged by Amina Diallo',
      ]);
    });

    it('brings those that are new, and the page’s end is not the incident’s', async () => {
      const { text } = await begun(opsgenie('Create'));
      assert.deepEqual(await left(text, opsgenie('Close')), ['Opsgenie alert #1791 closed by wei@harbour.example']);
      const { document } = await begun(opsgenie('Close'));
      assert.ok(
        document.timeline?.entries.every(({ milestone }) => milestone !== 'resolved' && milestone !== 'closed'),
      );
      const resolved = await begun(pagerDuty('incident.resolved', '2024-01-15T14:35:00Z'));
      assert.equal(resolved.says.isOver, true);
    });
  });
});
