import assert from 'node:assert/strict';
import { formatDuration, readDuration } from '../../src/core/model/values/duration.ts';
import { readSeverity } from '../../src/core/model/values/severity.ts';
import { readStatus } from '../../src/core/model/values/status.ts';

describe('A stated duration', () => {
  const minutes: readonly (readonly [string, number | undefined])[] = [
    ['2 hours 35 minutes', 155],
    ['2 hours and 35 minutes', 155],
    ['2 hours, 35 minutes', 155],
    ['2h 35m', 155],
    ['2h35m', 155],
    ['2h35', 155],
    ['ninety minutes', 90],
    ['forty-five minutes', 45],
    ['2hrs 35mins', 155],
    ['155 min', 155],
    ['155 minutes (14:23 to 16:58)', 155],
    ['1.5 hours', 90],
    ['1,5 hours', 90],
    ['2:35', 155],
    ['2:35 h', 155],
    ['PT2H35M', 155],
    ['P1DT1H', 1500],
    ['1 day 2 hours', 1560],
    ['2 weeks', 20160],
    ['90 seconds', 1.5],
    ['about 2 hours', 120],
    ['~30 minutes', 30],
    ['a 3-hour outage', undefined],
    ['2 to 3 hours', undefined],
    ['2 hours to 3 hours', undefined],
    ['ongoing', undefined],
    ['', undefined],
    ['12', undefined],
    ['2 apples', undefined],
  ];
  for (const [text, expected] of minutes) {
    it(`"${text}" is ${expected ?? 'none'}`, () => assert.equal(readDuration(text)?.minutes, expected));
  }

  it('is right to the minute, half a unit where it is rounded', () => {
    assert.equal(readDuration('2 hours 35 minutes')?.tolerance, 1);
    assert.equal(readDuration('about 2 hours')?.tolerance, 30);
    assert.equal(readDuration('about 45 minutes')?.tolerance, 7.5);
    assert.equal(readDuration('about 47 minutes')?.tolerance, 1);
    assert.equal(readDuration('3 days')?.tolerance, 720);
  });

  it('is written so that it reads as the same', () => {
    for (const length of [1, 59, 60, 61, 155, 1440, 1441, 4321]) {
      assert.equal(readDuration(formatDuration(length))?.minutes, length, formatDuration(length));
    }
  });
});

describe('A stated severity', () => {
  const names: readonly (readonly [string, string | undefined, boolean])[] = [
    ['SEV-2', 'SEV-2', true],
    ['SEV-2 (High)', 'SEV-2', true],
    ['SEV-2, later SEV-3', 'SEV-2', true],
    ['sev2', 'SEV-2', false],
    ['SEV\u20112', 'SEV-2', false],
    ['Sev 2', 'SEV-2', false],
    ['S2', 'SEV-2', false],
    ['P1', 'SEV-1', false],
    ['Severity 3', 'SEV-3', false],
    ['2', 'SEV-2', false],
    ['High', 'SEV-2', false],
    ['critical', 'SEV-1', false],
    ['SEV-7', undefined, false],
    ['SEV-22', undefined, false],
    ['terrible', undefined, false],
    ['', undefined, false],
  ];
  for (const [text, name, canonical] of names) {
    it(`"${text}" is ${name ?? 'none'}`, () => {
      const stated = readSeverity(text);
      assert.equal(stated?.name, name);
      assert.equal(stated?.canonical ?? false, canonical);
    });
  }
});

describe('A stated status', () => {
  const statuses: readonly (readonly [string, string | undefined, boolean])[] = [
    ['Draft', 'Draft', false],
    ['draft', 'Draft', false],
    ['In Review', 'In Review', false],
    ['in-review', 'In Review', false],
    ['Complete', 'Complete', true],
    ['Complete, action items in progress', 'Complete', true],
    ['✅ Resolved', 'Resolved', true],
    ['Completed on 2024-01-15', 'Completed', true],
    ['Finalized', 'Finalized', true],
    ['Investigating → Resolved', 'Resolved', true],
    ['~~Investigating~~ -> Identified => **Closed**', 'Closed', true],
    ['Monitoring →', 'Monitoring', false],
    ['Finished', undefined, false],
    ['Opening', undefined, false],
  ];
  for (const [text, name, final] of statuses) {
    it(`"${text}" is ${name ?? 'none'}`, () => {
      const stated = readStatus(text);
      assert.equal(stated?.name, name);
      assert.equal(stated?.final ?? false, final);
    });
  }

  it("prefers the template's own words", () => {
    assert.equal(
      readStatus('Complete, action items in progress', ['Complete, action items in progress'])?.name,
      'Complete, action items in progress',
    );
  });
});
