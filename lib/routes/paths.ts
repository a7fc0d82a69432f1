/** Every address of the console. Features link to each other through these and never import each other. */

/** The queue; `search` is what `printIncidentsSearch` wrote. */
export function incidentsPath(search = ''): string {
  return `/incidents${search}`;
}

/** One incident. Any name of it works as `key`: the page redirects to the stable one. */
export function incidentPath(key: string): string {
  return `/incidents/${encodeURIComponent(key)}`;
}

/** What is still to be done about an incident. */
export function tasksPath(key: string): string {
  return `${incidentPath(key)}?tab=tasks`;
}

/** The alert queue; `search` is what `alertsAddress.print` wrote. */
export function alertsPath(search = ''): string {
  return `/alerts${search}`;
}

/** The hunting page, optionally with a query in it. `timespan` is ISO 8601 (`P7D` or `start/end`). */
export function huntingPath(run?: { query: string; timespan?: string | null }): string {
  if (run === undefined) return '/hunting';
  const search = new URLSearchParams({ query: run.query });
  if (run.timespan !== undefined && run.timespan !== null) search.set('timespan', run.timespan);
  return `/hunting?${search}`;
}

/** The workspace's analytics rules; `search` is what `rulesAddress` printed. */
export function rulesPath(search = ''): string {
  return `/rules${search}`;
}

/** One rule in the wizard; without an id a new one. `step` is one of its pages. */
export function rulePath(id?: string, step?: string): string {
  const path = id === undefined ? '/rules/new' : `/rules/${encodeURIComponent(id)}`;
  return step === undefined ? path : `${path}?${new URLSearchParams({ step })}`;
}

/** What each analyst, and the console, is set to. */
export function settingsPath(): string {
  return '/settings';
}

/** How the sync between Defender and Sentinel is set, and how it goes. */
export function syncPath(): string {
  return '/settings/sync';
}

/** The printed addresses of the queues that something was missed in; what is absent opens as it does for the analyst. */
export type MissedIn = { incidents?: string; alerts?: string };

/** Why something is, or is not, in the queues. */
export function tracePath(text?: string, { incidents, alerts }: MissedIn = {}): string {
  const search = new URLSearchParams({
    ...(text ? { of: text } : {}),
    ...(incidents ? { queue: incidents } : {}),
    ...(alerts ? { alerts } : {}),
  });
  return search.size === 0 ? '/trace' : `/trace?${search}`;
}

/** What this shift leaves to the next, or a signed hand-over. */
export function handOverPath(id?: string): string {
  return id === undefined ? '/hand-over' : `/hand-over/${encodeURIComponent(id)}`;
}
