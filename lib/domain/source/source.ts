/** Where incidents and alerts come from: the two systems that keep incidents, and the products that raise alerts. */

/** The owner of shared incidents first. */
export const systems = ['defender', 'sentinel'] as const;
/** A system that keeps incidents of its own: Defender XDR (Graph) or Microsoft Sentinel (ARM). */
export type System = (typeof systems)[number];

/** As pages and sentences call them. */
export const systemWords = { defender: 'Defender', sentinel: 'Sentinel' } as const satisfies Record<System, string>;

/** In the order of filters and legends; `unknown` is one this code has not heard of. */
export const products = [
  'defenderForEndpoint',
  'defenderForOffice365',
  'defenderForIdentity',
  'defenderForCloudApps',
  'defenderForCloud',
  'entraIdProtection',
  'sentinel',
  'defenderXdr',
  'dataLossPrevention',
  'appGovernance',
  'insiderRisk',
  'threatIntelligence',
  'securityForAi',
  'unknown',
] as const;
/** A product that raises alerts (Graph `serviceSource`). */
export type Product = (typeof products)[number];

/** How one upstream is doing, as the hub sees it. `failingSince` is null while it answers. */
export type SourceHealth = {
  system: System;
  /** When the first complete read ended, in this run or an earlier one; null while the mirror is still being filled. */
  filledAt: string | null;
  lastSuccessAt: string | null;
  /**
   * Set while only what an earlier run of the console left is shown: when the system last answered it. Null once the
   * system's incidents were read since the start.
   */
  staleSince: string | null;
  /** The newest change of an incident that was seen, by the system's own time; null while there is none. */
  newestChangeAt: string | null;
  /** How long after its time of change the newest change was seen here, in ms; null until one was seen in this run. */
  lagMs: number | null;
  /** Commands of analysts that are still on their way to this system. */
  backlog: number;
  failingSince: string | null;
  /** What the last failure said, for people. */
  reason: string | null;
  throttledUntil: string | null;
  /** What the system shows to nobody although it answers, for people; null when everything could be read. */
  incomplete: string | null;
};
