import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { date, timeZone, wallClock, weekdayTime, weekdays } from '../../src/core/configuration/written/calendar.ts';
import { days, duration, latency, responseTime } from '../../src/core/configuration/written/duration.ts';
import { glob } from '../../src/core/configuration/written/pattern.ts';
import { goal, moneyBound, percentage, percentageBound } from '../../src/core/configuration/written/quantity.ts';
import type { Shape } from '../../src/core/shapes/shape.ts';

function formOf<T>({ form }: Shape<T>) {
  assert.ok(form.kind === 'written');
  return form;
}

const readings: readonly (readonly [string, Shape<unknown>, string, unknown])[] = [
  ['duration', duration(''), '30 min', 30],
  ['duration', duration(''), '30min', 30],
  ['duration', duration(''), '2 hours 35 minutes', 155],
  ['duration', duration(''), '1 day', 1440],
  ['duration', duration(''), '1 week', 10_080],
  ['duration', duration(''), '30 s', 0.5],
  ['duration', duration(''), '1.5 h', 90],
  ['duration', duration(''), '30', undefined],
  ['duration', duration(''), 'about 30 min', undefined],
  ['duration', duration(''), '-5 min', undefined],
  ['response time', responseTime(''), 'immediately', 0],
  ['number of days', days(''), '2 weeks', 14],
  ['number of days', days(''), '0 days', undefined],
  ['latency', latency(''), '1.5 s', 1500],
  ['percentage', percentage(''), '99.95%', 99.95],
  ['percentage', percentage(''), '100.1 %', undefined],
  ['share', percentageBound(''), 'from 10 %', { amount: 10, inclusive: true }],
  ['amount of money', moneyBound(''), 'over $1,500,000', { amount: 1_500_000, inclusive: false }],
  ['amount of money', moneyBound(''), 'from €2.5M', { amount: 2_500_000, inclusive: true }],
  ['amount of money', moneyBound(''), 'over 800 CHF', { amount: 800, inclusive: false }],
  ['amount of money', moneyBound(''), 'over $1,50', undefined],
  ['goal', goal(''), 'at least 99.99 %', { bound: 'at least', amount: 99.99, unit: '%' }],
  ['goal', goal(''), 'at least 101 %', undefined],
  ['time of the week', weekdayTime(''), 'Sunday 23:59', { weekday: 7, time: '23:59' }],
  ['time of the week', weekdayTime(''), 'Monday 9:00', undefined],
  ['time zone', timeZone(''), 'America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
  ['time zone', timeZone(''), 'Mars/Olympus', undefined],
  ['date', date(''), '2024-02-29', '2024-02-29'],
  ['date', date(''), '2026-02-29', undefined],
  ['wall clock', wallClock(''), '2026-03-29', '2026-03-29T00:00'],
  ['wall clock', wallClock(''), '2026-03-29T02:30', '2026-03-29T02:30'],
  ['wall clock', wallClock(''), '2026-03-29 24:00', undefined],
];

describe('What is written in a form of its own', () => {
  for (const [name, shape, text, value] of readings) {
    it(`${name}: "${text}" is ${value === undefined ? 'none' : JSON.stringify(value)}`, () =>
      assert.deepEqual(formOf(shape).read(text)?.value, value));
  }

  it('leaves the next business day without a number', () =>
    assert.deepEqual(formOf(responseTime('')).read('next business day'), { value: undefined }));

  const plain = { noNullPrototype: true };
  const bounds = fc.record({ amount: fc.nat(1_000_000), inclusive: fc.boolean() }, plain);
  const values: readonly (readonly [string, Shape<unknown>, fc.Arbitrary<unknown>])[] = [
    ['duration', duration(''), fc.nat(100_000)],
    ['response time', responseTime(''), fc.option(fc.nat(100_000), { nil: undefined })],
    ['number of days', days(''), fc.integer({ min: 1, max: 99_999 })],
    ['latency', latency(''), fc.nat(1_000_000)],
    ['percentage', percentage(''), fc.nat(10_000).map((hundredths) => hundredths / 100)],
    ['amount of money', moneyBound(''), bounds],
    ['share', percentageBound(''), bounds.map(({ amount, inclusive }) => ({ amount: amount % 101, inclusive }))],
    [
      'time of the week',
      weekdayTime(''),
      fc.record(
        { weekday: fc.integer({ min: 1, max: weekdays.length }), time: fc.constantFrom('00:00', '09:30', '23:59') },
        plain,
      ),
    ],
  ];
  for (const [name, shape, arbitrary] of values) {
    it(`${name}: reads what it writes, and the schema takes it`, () => {
      const form = formOf(shape);
      const pattern = new RegExp(form.pattern, 'u');
      fc.assert(
        fc.property(arbitrary, (value) => {
          const text = form.write(value);
          assert.match(text, pattern);
          assert.deepEqual(form.read(text), { value });
        }),
      );
    });
  }

  it('never throws, whatever is written', () => {
    const shapes: readonly Shape<unknown>[] = [...readings.map(([, shape]) => shape), glob('')];
    fc.assert(
      fc.property(fc.constantFrom(...shapes), fc.string(), (shape, text) => void formOf(shape).read(text)),
      { numRuns: 2000 },
    );
  });
});
