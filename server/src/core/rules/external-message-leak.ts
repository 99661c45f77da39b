import { leaksOf } from '../model/externalMessage.ts';
import { excerpt } from '../text/excerpt.ts';
import { defineRule } from './rule.ts';

/** A host, an internal name or a person in the text that customers are to read. */
export const externalMessageLeak = defineRule({
  id: 'external-message-leak',
  kinds: ['incident', 'postmortem'],
  summary: 'The message for customers names a host, a person or something internal.',
  level: 'warning',
  fixable: false,
  *check(document, { configuration }) {
    const people = [...configuration.people].flatMap(([handle, { name }]) => [
      handle,
      ...(name === undefined ? [] : [name]),
    ]);
    for (const { words, span, what } of leaksOf(document, people)) {
      yield {
        span,
        message: `${starts[what]} "${excerpt(words)}" does not belong in a message for customers; ${instead[what]}.`,
      };
    }
  },
});

const starts = { host: 'The host', 'internal name': 'The internal name', person: 'The person' } as const;
const instead = {
  host: 'say which part of the service was affected',
  'internal name': 'say it in words that they know',
  person: 'say what was done, not by whom',
} as const;
