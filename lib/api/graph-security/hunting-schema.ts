/** What advanced hunting can be asked for, beta. */
import type { Call } from '@/lib/api/transport/call';
import { type HuntingSchema, huntingSchema } from '@/lib/wire/graph-security/hunting-schema';

export type GraphHuntingSchema = {
  /** Tables with their columns, and functions. https://learn.microsoft.com/graph/api/security-security-gethuntingschema */
  get(signal?: AbortSignal): Promise<HuntingSchema>;
};

export const graphHuntingSchema = (call: Call): GraphHuntingSchema => ({
  get: (signal) => call({ method: 'GET', path: '/beta/security/getHuntingSchema()', signal, reply: huntingSchema }),
});
