/** What stands in for the console's server and the router on an incident's page; `vi.mock` of both files leads here. */
import { vi } from 'vitest';

export const server = {
  detail: vi.fn<(input: { key: string }) => Promise<unknown>>(),
  resolve: vi.fn<(input: { text: string }) => Promise<unknown>>(),
  comment: vi.fn<(input: { text: string }) => Promise<unknown>>(),
  change: vi.fn<(input: { key: string; changes: unknown; overwrite: boolean }) => Promise<unknown>>(),
  undo: vi.fn<(input: { commandIds: string[] }) => Promise<unknown>>(),
  settleDrift: vi.fn<(input: unknown) => Promise<unknown>>(),
  moveAlerts: vi.fn<(input: unknown) => Promise<unknown>>(),
  history: vi.fn<(input: { key: string }) => Promise<unknown>>(),
  mergedHistory: vi.fn<(input: { key: string }) => Promise<unknown>>(),
  investigations: vi.fn<(input: { key: string }) => Promise<unknown>>(),
  tasks: vi.fn<(input: { key: string }) => Promise<unknown>>(),
  changeTask: vi.fn<(input: { commandId: string }) => Promise<unknown>>(),
  retry: vi.fn<(input: { commandIds: string[] }) => Promise<unknown>>(),
  lastSeen: vi.fn<(input: { key: string }) => Promise<unknown>>(),
  changesSince: vi.fn<(input: { key: string; at: string }) => Promise<unknown>>(),
};

export const router = { push: vi.fn(), replace: vi.fn() };

export function clientModule() {
  const never = () => new Promise(() => undefined);
  return {
    rpc: {
      incidents: {
        list: { query: never },
        detail: { query: server.detail },
        resolve: { query: server.resolve },
        comment: { mutate: server.comment },
        change: { mutate: server.change },
        undo: { mutate: server.undo },
        closePreflight: { mutate: never },
        history: { query: server.history },
        mergedHistory: { query: server.mergedHistory },
        investigations: { query: server.investigations },
        tasks: { query: server.tasks },
        changeTask: { mutate: server.changeTask },
        retry: { mutate: server.retry },
        lastSeen: { query: server.lastSeen },
        changesSince: { query: server.changesSince },
        seen: { mutate: never },
        moveAlerts: { mutate: server.moveAlerts },
        settleDrift: { mutate: server.settleDrift },
      },
      session: {
        current: { query: never },
        assignable: { query: never },
        assignableGroups: { query: never },
        myGroups: { query: never },
      },
    },
  };
}
