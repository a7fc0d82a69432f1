/**
 * A view that somebody named: filter, sort, grouping, columns and time zone of a queue. The first three are kept as the
 * address prints them, so opening a view and following its link are the same thing.
 */

/** The queues that have views. */
export const viewNouns = ['incidents', 'alerts', 'rules'] as const;
export type ViewNoun = (typeof viewNouns)[number];

/** Which columns are shown, in which order, how wide (pixels) and which stay in place. */
export type SavedColumns = {
  order: readonly string[];
  hidden: readonly string[];
  pinned: readonly string[];
  widths: Readonly<Record<string, number>>;
};

export type SavedView = {
  /** A GUID of the browser's making. */
  id: string;
  noun: ViewNoun;
  name: string;
  /** Whether colleagues see it too. Only its owner changes it. */
  shared: boolean;
  /** UPN of whoever saved it. */
  owner: string;
  /** `?q=…&sort=…&group=…`, or nothing when all is as by default. */
  search: string;
  /** Null leaves the columns as each analyst has them. */
  columns: SavedColumns | null;
  /** Null leaves the zone as each analyst has it. */
  zone: 'utc' | 'local' | null;
  updatedAt: string;
};

/** What somebody may open: their own views and those that are shared, by name; and what each queue opens with. */
export type SavedViews = { views: readonly SavedView[]; defaults: Readonly<Record<ViewNoun, string | null>> };

/** What a browser sends; who and when is for the server to say. */
export type SavedViewDraft = Omit<SavedView, 'owner' | 'updatedAt'>;

/** Somebody's presence at the console. A visit ends with half an hour of silence. Times are ISO 8601 UTC. */
export type Visit = {
  startedAt: string;
  /** When the visit before this one ended; null on the first. */
  previousEndedAt: string | null;
};

/** A visit with what was looked at in it: incident key → when. */
export type VisitReply = Visit & { looks: Readonly<Record<string, string>> };

/** After so long without a sign of life a visit is over. */
export const visitSilenceMs = 30 * 60_000;

/** The visit after a sign of life: the same one going on, or a new one after silence. */
export function visitAfter(known: (Visit & { lastSeenAt: string }) | null, at: string): Visit & { lastSeenAt: string } {
  if (known === null) return { startedAt: at, previousEndedAt: null, lastSeenAt: at };
  const silentMs = Date.parse(at) - Date.parse(known.lastSeenAt);
  if (silentMs < 0) return known;
  return silentMs < visitSilenceMs
    ? { ...known, lastSeenAt: at }
    : { startedAt: at, previousEndedAt: known.lastSeenAt, lastSeenAt: at };
}
