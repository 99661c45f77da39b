import assert from 'node:assert/strict';
import { incidentDocs, inFolder } from './program.ts';

const configuration = `
timezone: Europe/Berlin
people:
  amina: { name: Amina Diallo, email: amina@harbour.example }
  wei: { name: Wei Lin }
onCall:
  rotations:
    - team: Harbour
      starts: 2026-01-05
      schedule:
        - { primary: amina, secondary: wei }
        - { primary: wei, secondary: amina }
`;
const files = { '.incident-docs/config.yaml': configuration };

describe('oncall', () => {
  it('names who is on call at a time, until when, and whom to page next', () =>
    inFolder(files, async (cwd) => {
      const { status, out, err } = await incidentDocs(['oncall', '--at', '2026-01-13T00:00Z'], { cwd });
      assert.equal(err, '');
      assert.equal(status, 0);
      assert.match(out, /^Primary +Wei Lin \(wei\)$/m);
      assert.match(out, /^Until +2026-01-19T08:00:00Z$/m);
      assert.match(out, /^ {2}1\. Primary on-call: Wei Lin \(wei\), has 5 min to answer$/m);
    }));

  it('prints the same as JSON', () =>
    inFolder(files, async (cwd) => {
      const { out } = await incidentDocs(['oncall', '--at', '2026-01-13', '--team', 'harbour', '--format', 'json'], {
        cwd,
      });
      assert.deepEqual(JSON.parse(out), {
        team: 'Harbour',
        primary: 'wei',
        secondary: 'amina',
        from: '2026-01-12T08:00:00Z',
        until: '2026-01-19T08:00:00Z',
        escalation: [
          { level: 1, name: 'Primary on-call', person: 'wei', after: 5 },
          { level: 2, name: 'Secondary on-call', person: 'amina', after: 10 },
          { level: 3, name: 'Engineering Manager', person: null, after: 15 },
          { level: 4, name: 'VP Engineering', person: null, after: 20 },
        ],
      });
    }));

  const refusals: readonly (readonly [name: string, words: readonly string[], said: RegExp])[] = [
    ['a time that is none', ['--at', 'monday'], /--at takes a date and time such as .*, not "monday"\.$/],
    ['a team that is none', ['--team', 'Harbor'], /No rotation has the team "Harbor"; did you mean Harbour\?$/],
    [
      'a time before the first turn',
      ['--at', '2025-01-01'],
      /Nobody is on call for Harbour then: its first turn begins on 2026-01-05\.$/,
    ],
    ['a word too many', ['Harbour'], /one argument too many: "Harbour"\.$/],
  ];
  for (const [name, words, said] of refusals) {
    it(`refuses ${name} in one sentence`, () =>
      inFolder(files, async (cwd) => {
        const { status, out, err } = await incidentDocs(['oncall', ...words], { cwd });
        assert.equal(status, 2);
        assert.equal(out, '');
        assert.match(err.trimEnd(), said);
        assert.equal(err.trimEnd().split('\n').length, 1);
      }));
  }
});
