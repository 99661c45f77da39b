/** A place in a payload, which may hold anything: what is looked for there is found, or undefined. */
export interface Payload {
  /** What lies below, by names; a payload that holds nothing where there is nothing. */
  at(...names: readonly string[]): Payload;
  /** The elements of a list; none for anything else. */
  list(): readonly Payload[];
  /** Names and texts of an object whose values are texts or numbers. */
  texts(): ReadonlyMap<string, string>;
  /** A text as one line, without controls and what hides; undefined for a blank one, and for what is none. */
  text(): string | undefined;
  /** A number; one beyond 2^53 loses its last digits. */
  number(): number | undefined;
  /** A moment written as ISO 8601, in ms since 1970 UTC. */
  moment(): number | undefined;
  /** An address of the web; undefined for anything else, and for addresses that run something. */
  address(): string | undefined;
}

/** Looks into outside data. */
export function payloadOf(value: unknown): Payload {
  const found = (): string | undefined =>
    typeof value === 'string' ? oneLine(value) : typeof value === 'number' ? String(value) : undefined;
  return {
    at: (...names) =>
      payloadOf(names.reduce<unknown>((within, name) => (isRecord(within) ? within[name] : undefined), value)),
    list: () => (Array.isArray(value) ? value.map(payloadOf) : []),
    texts: () =>
      new Map(
        (isRecord(value) ? Object.entries(value) : []).flatMap(([name, each]) => {
          const text = payloadOf(each).text();
          return text === undefined ? [] : [[name, text] as const];
        }),
      ),
    text: found,
    number: () => (typeof value === 'number' && Number.isFinite(value) ? value : undefined),
    moment() {
      if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value)) return undefined;
      const ms = Date.parse(value);
      // Go's zero time, 0001-01-01, stands for "not yet".
      return Number.isNaN(ms) || ms < 0 ? undefined : ms;
    },
    address() {
      const text = found();
      return text !== undefined && /^https?:\/\/[^\s<>()"]+$/.test(text) ? text : undefined;
    },
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Longer texts are cut: a title is one line that a person reads. */
const longest = 300;

/** Controls, line ends and characters that hide or turn text around become a blank. */
function oneLine(text: string): string | undefined {
  const line = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  if (line === '') return undefined;
  return line.length > longest ? `${line.slice(0, longest - 1).trimEnd()}…` : line;
}
