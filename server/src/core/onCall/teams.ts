import type { Configuration } from '../configuration/configuration.ts';
import { nearestWord } from '../text/nearest.ts';
import { escalationOf, type EscalationStep } from './escalation.ts';
import { watchAt, type Watch } from './rota.ts';

/** Who is on call for a team at a moment, and whom to page when nobody answers. */
export interface OnCallAnswer {
  readonly watch: Watch;
  readonly escalation: readonly EscalationStep[];
}

/** Why nobody can be named, as a sentence for whoever asked. */
export interface NoAnswer {
  readonly reason: string;
}

/** Who is on call for the team that is named, or for the first one; the moment is in ms since 1970 UTC. */
export function whoIsOnCall(
  configuration: Configuration,
  team: string | undefined,
  at: number,
): OnCallAnswer | NoAnswer {
  const { rotations } = configuration.onCall;
  if (rotations.length === 0) {
    return {
      reason: 'Nobody is on call, as far as is known: write "onCall: rotations:" in .incident-docs/config.yaml.',
    };
  }
  const rotation =
    team === undefined ? rotations[0] : rotations.find((each) => each.team.toLowerCase() === team.trim().toLowerCase());
  if (!rotation) {
    const teams = rotations.map((each) => each.team);
    const near = nearestWord(team ?? '', teams);
    const hint = near === undefined ? `the teams are ${teams.join(', ')}` : `did you mean ${near}?`;
    return { reason: `No rotation has the team "${team ?? ''}"; ${hint}${near === undefined ? '.' : ''}` };
  }
  const watch = watchAt(rotation, configuration.timezone, at);
  if (watch) return { watch, escalation: escalationOf(configuration, watch) };
  const since =
    rotation.schedule.length === 0 ? 'its schedule is empty' : `its first turn begins on ${rotation.starts ?? ''}`;
  return { reason: `Nobody is on call for ${rotation.team} then: ${since}.` };
}

/** How people call somebody: by name where the configuration has it, with the handle or address that it is known by. */
export function personName({ people }: Configuration, person: string): string {
  const name = people.get(person)?.name;
  return name === undefined ? person : `${name} (${person})`;
}
