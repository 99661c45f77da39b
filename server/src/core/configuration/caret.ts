import { explain, type Explanation } from '../shapes/explain.ts';
import { suggestions, type Suggestion } from '../shapes/suggest.ts';
import { describeConfiguration } from './configuration.ts';
import { namesOf, type Surroundings } from './names.ts';
import { readConfiguration } from './read.ts';

/** What can be written at an offset of a configuration. */
export function suggestAt(text: string, offset: number, surroundings: Surroundings): readonly Suggestion[] {
  const { configuration } = readConfiguration(text, surroundings);
  return suggestions(text, describeConfiguration(surroundings.rules), offset, (of, siblings) =>
    namesOf(of, configuration, surroundings, siblings.get('kind')),
  );
}

/** What stands at an offset of a configuration, explained; undefined where nothing is known of it. */
export function explainAt(text: string, offset: number, { rules }: Surroundings): Explanation | undefined {
  return explain(text, describeConfiguration(rules), offset);
}
