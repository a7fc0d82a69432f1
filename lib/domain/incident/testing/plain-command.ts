/** A command for tests: Maya's, upon incident 1, stored and not sent yet. */
import type { Command, CommandAct } from '@/lib/domain/incident/command';

/** `act` is what was asked for, `change` whatever else the test is about. */
export function plainCommand<Act extends CommandAct>(
  act: Act,
  change: Partial<Omit<Command, 'act'>> = {},
): Command & { act: Act } {
  return {
    id: 'c',
    incidentKey: '1',
    act,
    by: { name: 'maya.chen@contoso.com', displayName: 'Maya Chen', objectId: null },
    reason: null,
    undoes: null,
    batchId: null,
    state: 'queued',
    owner: 'defender',
    attempts: 0,
    createdAt: '2025-01-15T10:00:00.000Z',
    sentAt: null,
    acceptedAt: null,
    settledAt: null,
    failure: null,
    ...change,
  };
}
