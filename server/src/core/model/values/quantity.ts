import { formatDuration, readDuration } from './duration.ts';

/** A number with its unit, as a document states it. */
export interface Quantity {
  /** In `unit`s; a length of time in minutes. */
  readonly value: number;
  /** How far the truth may lie from it: rounded and approximate numbers are not exact. */
  readonly tolerance: number;
  /** `minutes` for any length of time, `$`, `%`, `users`, or empty for a bare number. */
  readonly unit: string;
}

const about =
  /^(?:~|≈|about|approx(?:\.|imately)?|around|roughly|circa|ca\.|nearly|almost|over|more than|less than|under|up to|at least)\s*/i;
const number = /^([$€£]?)\s*(\d{1,3}(?:[,' ]\d{3})+|\d+)(\.\d+)?\s*([kKmM](?![a-z]))?\s*(%|[a-z][a-z-]*)?/i;
const scales: Readonly<Record<string, number>> = { k: 1e3, m: 1e6 };

/** Reads "12,000 users", "$15K", "30 %", "2 h 35 min"; undefined for what does not begin with a number. */
export function readQuantity(text: string): Quantity | undefined {
  const duration = /[a-z]/i.test(text) ? readDuration(text) : undefined;
  if (duration) return { value: duration.minutes, tolerance: duration.tolerance, unit: 'minutes' };
  const words = text.trim();
  const lead = about.exec(words)?.[0] ?? '';
  const match = number.exec(words.slice(lead.length));
  if (!match || /^\s*[-–/:]\s*\d/.test(words.slice(lead.length + match[0].length))) return undefined;
  const [, currency = '', whole = '', decimals = '', scale = '', unit = ''] = match;
  const factor = scales[scale.toLowerCase()] ?? 1;
  const step = factor * 10 ** -Math.max(0, decimals.length - 1);
  const isRounded = lead !== '' || scale !== '' || decimals !== '';
  return {
    value: Number(whole.replace(/[,' ]/g, '') + decimals) * factor,
    tolerance: lead !== '' ? Number.POSITIVE_INFINITY : isRounded ? step / 2 : 0,
    unit: currency || unit.toLowerCase(),
  };
}

/** 15000 and `$` as "$15,000", 155 and `minutes` as "2 hours 35 minutes". */
export function formatQuantity(value: number, unit: string): string {
  if (unit === 'minutes') return formatDuration(value);
  const digits = value.toLocaleString('en-US', { maximumFractionDigits: 2 });
  if (/^[$€£]$/.test(unit)) return `${unit}${digits}`;
  return unit === '' ? digits : `${digits} ${unit}`;
}
