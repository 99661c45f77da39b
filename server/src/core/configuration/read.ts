import type { Problem } from '../shapes/problem.ts';
import { readYaml } from '../shapes/read.ts';
import { defaultConfiguration, describeConfiguration, type Configuration } from './configuration.ts';
import { unknownNames, type Surroundings } from './names.ts';

/** A configuration as it was read. */
export interface ConfigurationReading {
  readonly configuration: Configuration;
  /** In document order. */
  readonly problems: readonly Problem[];
}

/** Reads `config.yaml`. What is wrong becomes a problem at its place; everything else counts, and the defaults fill the rest. */
export function readConfiguration(text: string, surroundings: Surroundings): ConfigurationReading {
  const { value, problems, names } = readYaml(text, describeConfiguration(surroundings.rules));
  const configuration = withoutStrangers(value);
  return {
    configuration,
    problems: [...problems, ...unknownNames(names, configuration, surroundings)].toSorted(
      (a, b) => a.span.start - b.span.start,
    ),
  };
}

/** Takes out what only the defaults say of severities that the team does not have. */
function withoutStrangers(configuration: Configuration): Configuration {
  const { severities, metrics, sla } = configuration;
  if (severities === defaultConfiguration.severities) return configuration;
  const names = new Set(severities.map(({ name }) => name));
  const known = <T>(bySeverity: ReadonlyMap<string, T>): ReadonlyMap<string, T> =>
    new Map([...bySeverity].filter(([name]) => names.has(name)));
  return {
    ...configuration,
    metrics: { ...metrics, mttr: known(metrics.mttr) },
    sla: { ...sla, supportWithin: known(sla.supportWithin) },
  };
}
