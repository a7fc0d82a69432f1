/** What advanced hunting can be asked for, beta. */
import type { Call } from '@/lib/api/transport/call';
import { type HuntingSchema, huntingSchema } from '@/lib/wire/graph-security/hunting-schema';

/** Defender's own answer; what the console knows without asking is the catalogue of `lib/kql`. */
export type GraphHuntingSchema = {
  /** Tables with their columns, and functions. https://learn.microsoft.com/graph/api/security-security-gethuntingschema */
  get(signal?: AbortSignal): Promise<HuntingSchema>;
};

/** Beta. Needs `ThreatHunting.Read.All`. A function of OData, hence the parentheses in its path. */
export const graphHuntingSchema = (call: Call): GraphHuntingSchema => ({
  get: (signal) => call({ method: 'GET', path: '/beta/security/getHuntingSchema()', signal, reply: huntingSchema }),
});
