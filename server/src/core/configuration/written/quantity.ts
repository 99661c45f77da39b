import { written } from '../../shapes/describe.ts';
import type { Shape } from '../../shapes/shape.ts';
import { scaled } from './scale.ts';

/** From where on a criterion holds. */
export interface LowerBound {
  readonly amount: number;
  /** Whether it holds at the amount itself. */
  readonly inclusive: boolean;
}

/** What a service promises of one of its indicators. */
export interface Goal {
  readonly bound: 'at least' | 'at most';
  readonly amount: number;
  readonly unit: '%' | 'ms';
}

/** A share, in percent from 0 to 100. */
export function percentage(meaning: string): Shape<number> {
  return written(meaning, {
    expected: 'a percentage from 0 to 100 such as "5 %"',
    pattern: /(\d{1,3}(?:\.\d+)?) ?%/,
    examples: ['1 %', '5 %', '50 %', '90 %', '99.9 %'],
    read([, amount]) {
      const value = Number(amount);
      return value <= 100 ? { value } : undefined;
    },
    write: (value) => `${value} %`,
  });
}

/** From which share on, in percent. */
export function percentageBound(meaning: string): Shape<LowerBound> {
  return written<LowerBound>(meaning, {
    expected: 'a share such as "over 50 %" or "from 10 %"',
    pattern: /(over|from) (\d{1,3}(?:\.\d+)?) ?%/,
    examples: ['over 50 %', 'from 10 %', 'over 0 %'],
    read([, word, amount]) {
      const value = Number(amount);
      return value <= 100 ? { value: { amount: value, inclusive: word === 'from' } } : undefined;
    },
    write: ({ amount, inclusive }) => `${inclusive ? 'from' : 'over'} ${amount} %`,
  });
}

/** From which amount of money on, in the team's own currency. */
export function moneyBound(meaning: string): Shape<LowerBound> {
  return written<LowerBound>(meaning, {
    expected: 'an amount of money such as "over $10K" or "from $1,500"',
    pattern: /(over|from) \p{Sc}?((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?) ?([KM]?)(?: ?\p{Sc}| [A-Z]{3})?/u,
    examples: ['over $10K', 'from $1K', 'over $0'],
    read([, word, digits, scale]) {
      const factor = scale === 'K' ? 1000 : scale === 'M' ? 1_000_000 : 1;
      return { value: { amount: scaled(Number(digits?.replaceAll(',', '')), factor), inclusive: word === 'from' } };
    },
    write({ amount, inclusive }) {
      const thousands = amount >= 1000 && Number.isInteger(amount / 1000);
      return `${inclusive ? 'from' : 'over'} $${thousands ? `${amount / 1000}K` : amount}`;
    },
  });
}

/** What is promised of an indicator. */
export function goal(meaning: string): Shape<Goal> {
  return written<Goal>(meaning, {
    expected: 'a goal such as "at least 99.9 %" or "at most 500 ms"',
    pattern: /(at least|at most) (\d+(?:\.\d+)?) ?(%|ms)/,
    examples: ['at least 99.9 %', 'at least 99.99 %', 'at most 500 ms', 'at most 0.1 %'],
    read([, bound, amount, unit]) {
      const value = Number(amount);
      if (unit === '%' && value > 100) return undefined;
      return {
        value: { bound: bound === 'at most' ? 'at most' : 'at least', amount: value, unit: unit === 'ms' ? 'ms' : '%' },
      };
    },
    write: ({ bound, amount, unit }) => `${bound} ${amount} ${unit}`,
  });
}
