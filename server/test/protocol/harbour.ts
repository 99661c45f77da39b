import assert from 'node:assert/strict';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Refusal, TimelineEntryResult } from '../../src/protocol/channels.ts';
import { startClient, type Client } from './client.ts';
import { edited } from './documents.ts';

/** A team with people, and a rotation of two. */
const config = `timezone: UTC
people:
  '@amina': { name: Amina Diallo }
  '@wei': { name: Wei Lin, email: wei@harbour.example }
communication: { channel: '#harbour', executives: ['@wei'] }
onCall:
  rotations:
    - { team: Harbour, starts: 2024-01-01, schedule: [{ primary: '@amina', secondary: '@wei' }] }
`;
/** A live incident. */
export const incident = `# Incident: Slow checkout

**Severity:** SEV-2
**Status:** Investigating
**Started:** 2024-01-15 14:23 UTC
**Next Update:** 2024-01-15 15:23 UTC

## Stakeholders

- **Incident Commander:** @amina
- **External Customers Affected:** [Who, and how many]

## Timeline (UTC)

- **14:23** - First alerts
- **14:28** - Incident declared SEV-2

## Summary

Checkout is slow.

## Detailed Status Report

The queue grows.

## Resolution Objectives

- [ ] Error rate below 1 % for 15 minutes
`;
const runbook = '# Runbook: HighErrorRate\n\n## Symptoms\n\n- Errors\n';
const files = {
  '.incident-docs/config.yaml': config,
  'incidents/slow.md': incident,
  'incidents/over.md': incident.replace('Investigating', 'Resolved').replaceAll('2024-01-15', '2024-01-10'),
  'runbooks/errors.md': runbook,
};
/** A workspace on disk, and a client that has it open. */
export interface Harbour {
  readonly client: Client;
  readonly uriOf: (name: string) => string;
  /** What the server answers to a request that it does not refuse. */
  readonly ask: <R>(request: string, params: object) => Promise<R>;
  /** The live incident after some edits. */
  readonly written: (edits: TimelineEntryResult['edits']) => string;
  readonly close: () => Promise<void>;
}

/** Opens the team's workspace: a live incident, one that is over, and a runbook. */
export async function openHarbour(): Promise<Harbour> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'incident-docs-')));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  const client = await startClient({ folder });
  const uriOf = (name: string): string => pathToFileURL(join(folder, name)).href;
  return {
    client,
    uriOf,
    async ask<R>(request: string, params: object) {
      const answer = await client.request<R & Partial<Refusal>>(request, params);
      assert.equal(answer.reason, undefined);
      return answer;
    },
    written(edits) {
      const slow = uriOf('incidents/slow.md');
      return edited(slow, incident, { changes: { [slow]: [...edits] } });
    },
    async close() {
      await client.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
