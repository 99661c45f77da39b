import assert from 'node:assert/strict';
import { isoDate } from '../../../src/core/model/timeline/calendar.ts';
import { readDate } from '../../../src/core/model/timeline/documentDate.ts';
import { assertRead, moments, timelineOf, told } from './reading.ts';

/** Stamps in German, French, Spanish and Portuguese; each is put between two plain ones of 2024-01-15 and 17. */
const forms: readonly (readonly [entry: string, at: string, text: string])[] = [
  ['- 15. Januar 2024 14:05 – Alarm', '2024-01-15T14:05', 'Alarm'],
  ['15. Januar 2024, 14:05 – Alarm', '2024-01-15T14:05', 'Alarm'],
  ['- 15. Jan., 14.05 Uhr: Alarm', '2024-01-15T14:05', 'Alarm'],
  ['- Montag, den 15. Januar 2024 um 14:05 Uhr: Alarm', '2024-01-15T14:05', 'Alarm'],
  ['- Mo., 15.01.2024 14:05 Alarm', '2024-01-15T14:05', 'Alarm'],
  ['- Am 15. Januar gegen 14:05 Uhr: Alarm', '2024-01-15T14:05', 'Alarm'],
  ['- 14:05 bis 14:20 Uhr: Alarm', '2024-01-15T14:05', 'Alarm'],
  ['- 15 Uhr: Alarm', '2024-01-15T15:00', 'Alarm'],
  ['- le 15 janvier 2024 à 14h05 : alerte', '2024-01-15T14:05', 'alerte'],
  ['- lundi 15 janvier 2024, 14h05 - alerte', '2024-01-15T14:05', 'alerte'],
  ['- lun. 15 janv. à 14h05 : alerte', '2024-01-15T14:05', 'alerte'],
  ['- vers 14h05 : alerte', '2024-01-15T14:05', 'alerte'],
  ['- 15 de enero de 2024 a las 14:05: alerta', '2024-01-15T14:05', 'alerta'],
  ['- lunes, 15 de enero de 2024, 14:05 - alerta', '2024-01-15T14:05', 'alerta'],
  ['- enero 15, 2024 14:05 - alerta', '2024-01-15T14:05', 'alerta'],
  ['- 15 ene 2024 14:05 alerta', '2024-01-15T14:05', 'alerta'],
  ['- segunda-feira, 15 de janeiro de 2024 às 14h05: alerta', '2024-01-15T14:05', 'alerta'],
  ['- 15/jan/2024 14:05 alerta', '2024-01-15T14:05', 'alerta'],
];

const days: readonly (readonly [text: string, date: string | undefined])[] = [
  ['12. März 2024', '2024-03-12'],
  ['12. Maerz 2024', '2024-03-12'],
  ['3 février 2024', '2024-02-03'],
  ['1er août 2024', '2024-08-01'],
  ['5 juin 2024', '2024-06-05'],
  ['5 juil. 2024', '2024-07-05'],
  ['mar. 12 mars 2024', '2024-03-12'],
  ['Mar 12, 2024', '2024-03-12'],
  ['3 de septiembre del 2024', '2024-09-03'],
  ['1º de março de 2024', '2024-03-01'],
  ['3 de out. de 2024', '2024-10-03'],
  ['5 may 2024', '2024-05-05'],
  ['2 out of 3 in 2024', undefined],
  ['5 set', undefined],
];

describe('Dates in other languages', () => {
  for (const [entry, at, text] of forms) {
    it(`reads ${entry}`, () => assertRead(entry, at, text));
  }

  for (const [text, date] of days) {
    it(`"${text}" is ${date ?? 'none'}`, () => {
      const read = readDate(text);
      assert.equal(read && isoDate(read), date);
    });
  }

  for (const words of ['2 out of 3 nodes failed', 'Set 5 replicas', 'Sam 5 nodes', 'So 2 nodes', '5 may have failed']) {
    it(`"${words}" has no date`, () => {
      const { entries } = timelineOf(`## Timeline\n\n- 14:05 - A\n- 14:06 - B\n  - ${words}\n`);
      assert.equal(entries.length, 2);
    });
  }

  it('reads columns of days and times', () => {
    const rows = '| Fecha | Hora | Evento |\n|---|---|---|\n| 12 de marzo de 2024 | 14:05 | A |\n| | 14:07 | B |\n';
    assert.deepEqual(moments(timelineOf(`## Cronología (UTC)\n\n${rows}`)), ['2024-03-12T14:05', '2024-03-12T14:07']);
  });

  it('reads a zone named in words, seconds that nobody knows and the same day', () => {
    const text =
      '## Linha do tempo (horário de Brasília)\n\n- 19:21 A\n- 19:25:xx — Seen at 22:25 UTC\n- Mesmo dia — B\n- 19:40 C\n';
    assert.deepEqual(told(timelineOf(text)), [
      '2024-01-15T22:21 A',
      '2024-01-15T22:25 Seen at 22:25 UTC',
      '? B',
      '2024-01-15T22:40 C',
    ]);
  });

  it('reads days in lines of their own', () => {
    const text =
      '## Zeitleiste\n\n**Montag, 15. Januar 2024**\n\n- 14:05 Uhr: A\n\n**Dienstag**\n\n- 01:05 Uhr: B\n\n**Am nächsten Tag**\n\n- 02:05: C\n\n**Tag 5**\n\n- 03:05: D\n';
    assert.deepEqual(moments(timelineOf(text)), [
      '2024-01-15T14:05',
      '2024-01-16T01:05',
      '2024-01-17T02:05',
      '2024-01-19T03:05',
    ]);
  });
});

/** A time that was struck for another one. */
const corrected: readonly (readonly [entry: string, at: string, text: string])[] = [
  ['- ~~14:02~~ 14:05 alert fired', '2024-01-15T14:05', 'alert fired'],
  ['- **~~14:02~~ 14:05** - alert fired', '2024-01-15T14:05', 'alert fired'],
  ['- ~~14:02 UTC~~ **14:05 UTC**: alert fired', '2024-01-15T14:05', 'alert fired'],
  ['- ~~2024-01-14 14:02~~ 2024-01-15 14:05 alert fired', '2024-01-15T14:05', 'alert fired'],
  ['- <del>14:02</del> 14:05 alert fired', '2024-01-15T14:05', 'alert fired'],
  ['- ~14:05 alert fired', '2024-01-15T14:05', 'alert fired'],
];

describe('A time that is struck', () => {
  for (const [entry, at, text] of corrected) {
    it(`reads ${entry}`, () => assertRead(entry, at, text));
  }

  it('is about right no more', () => {
    const { entries } = timelineOf('## Timeline\n\n- ~~14:02~~ 14:05 A\n- ~14:06 B\n');
    assert.deepEqual(
      entries.map(({ stamp }) => stamp.approximate),
      [false, true],
    );
  });
});
