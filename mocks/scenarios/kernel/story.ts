/**
 * What a story is, and what telling one gives. A story is a readable timeline: who, when, what they did, which log rows
 * each step left behind, and the alerts that the products raised over it. Incidents follow from its alerts.
 */
import type { Random } from '@/lib/base/random';
import type { GraphAlert } from '@/lib/wire/graph-security/alert';
import type {
  GraphAlertClassification,
  GraphAlertDetermination,
  GraphAlertSeverity,
  GraphIncidentStatus,
} from '@/lib/wire/graph-security/enums';
import type { GraphIncident } from '@/lib/wire/graph-security/incident';
import type { SentinelComment } from '@/lib/wire/sentinel/comment';
import type { SentinelIncident } from '@/lib/wire/sentinel/incident';
import type { Company } from '@/mocks/company/company';
import type { LogBatch } from '@/mocks/company/log-row';

/** What a story is told with. Times are epoch milliseconds. */
export type Scene = {
  readonly company: Company;
  /** Draws for this one telling. */
  readonly random: Random;
  /** T0: when it starts. */
  readonly startAt: number;
  /** The tenant's clock. Nothing may happen after it. */
  readonly now: number;
};

/** One thing that happened, with the rows the tables that saw it have. `rows` is only called when somebody wants them. */
export type Step = {
  readonly at: number;
  readonly what: string;
  /** MITRE ATT&CK technique, or null for something innocent. */
  readonly technique: string | null;
  readonly rows: () => readonly LogBatch[];
};

/** An alert before it is known which incident holds it. */
export type AlertSeed = Omit<GraphAlert, 'incidentId' | 'incidentWebUrl'>;

export type Telling = {
  readonly title: string;
  readonly description: string;
  readonly severity: Exclude<GraphAlertSeverity, 'unknown' | 'unknownFutureValue'>;
  readonly tags?: readonly string[];
  readonly priorityScore?: number;
  readonly alerts: readonly AlertSeed[];
  readonly steps: readonly Step[];
};

export type Story = {
  /** The file's name. */
  readonly name: string;
  /** How often it comes up among the variations; 0 is never. */
  readonly weight: number;
  /** Known only to one of the two systems, whichever telling. */
  readonly home?: 'sentinel';
  /** How a closed telling was judged. */
  readonly verdicts: readonly Verdict[];
  tell(scene: Scene): Telling;
};

export type Verdict = {
  readonly classification: Exclude<GraphAlertClassification, 'unknownFutureValue'>;
  readonly determination: Exclude<GraphAlertDetermination, 'unknownFutureValue'>;
  readonly note: string;
};

/** What became of an incident. */
export type Outcome = {
  readonly status: Exclude<GraphIncidentStatus, 'unknownFutureValue'>;
  readonly assignee: string | null;
  readonly verdict: Verdict | null;
  readonly severity: Telling['severity'];
  readonly updatedAt: number;
  readonly comments: readonly { readonly by: string; readonly at: number; readonly text: string }[];
  readonly redirectedTo: string | null;
};

/**
 * One incident as the tenant starts with it, in the shapes of both wires.
 * - `graph` is null for an incident that lives in Sentinel alone (made there by hand, by a playbook or over ARM).
 * - `sentinel` is null for an incident that Defender made so recently that it hasn't been synced.
 * - `alerts` are Graph-shaped for both; `sentinelAlertOf` and `sentinelEntitiesOf` (kernel/sentinel-face.ts) give the
 *   other face. They carry `incidentId` only when `graph` exists.
 * - `rows` builds the log rows when called, the same each time.
 */
export type StoryIncident = {
  readonly story: string;
  readonly graph: GraphIncident | null;
  readonly sentinel: SentinelIncident | null;
  readonly sentinelComments: readonly SentinelComment[];
  readonly alerts: readonly GraphAlert[];
  readonly steps: readonly Step[];
  rows(): readonly LogBatch[];
};
