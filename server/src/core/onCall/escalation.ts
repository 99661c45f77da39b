import type { Configuration } from '../configuration/configuration.ts';
import type { Watch } from './rota.ts';

/** Whom to page at a level of the escalation. */
export interface EscalationStep {
  /** From 1. */
  readonly level: number;
  /** What people call the level: `Primary on-call`. */
  readonly name: string;
  /** Who it is now; undefined where neither the rotation nor the configuration says. */
  readonly person: string | undefined;
  /** The minutes that the level has from its page on, before the next level is paged (S1: 5, 10, 15, 20). */
  readonly after: number;
}

/** The levels of the escalation, first to last, with whoever is on call in their places. */
export function escalationOf({ onCall }: Configuration, watch: Watch | undefined): readonly EscalationStep[] {
  return onCall.escalation.map(({ name, person, after }, index) => ({
    level: index + 1,
    name,
    person: person === 'primary' ? watch?.primary : person === 'secondary' ? watch?.secondary : person,
    after,
  }));
}
