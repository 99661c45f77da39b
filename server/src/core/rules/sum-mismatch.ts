import { readSums } from '../model/sums.ts';
import { formatQuantity } from '../model/values/quantity.ts';
import { defineRule, everyKind } from './rule.ts';

/** A total that is not the sum of the parts above it. */
export const sumMismatch = defineRule({
  id: 'sum-mismatch',
  kinds: everyKind,
  summary: 'A stated total is not the sum of its parts.',
  level: 'warning',
  fixable: false,
  *check(document) {
    for (const { parts, total, totalSpan, partSpans } of readSums(document.outline, document)) {
      const sum = parts.reduce((so, { value }) => so + value, 0);
      const tolerance = parts.reduce((so, part) => so + part.tolerance, total.tolerance);
      // Shares that are rounded to the last digit do not add up to 100 %.
      const rounding = total.unit === '%' ? parts.length / 2 : 0;
      if (Math.abs(sum - total.value) <= Math.max(tolerance, rounding)) continue;
      yield {
        span: totalSpan,
        message: `The parts add up to ${formatQuantity(sum, total.unit)}, not to ${formatQuantity(total.value, total.unit)}; correct the total or a part.`,
        related: partSpans.map((span) => ({ span, message: 'One of the parts.' })),
      };
    }
  },
});
