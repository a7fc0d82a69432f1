/**
 * What every page asks first. The document names it, so the browser asks while its scripts are still on their way and
 * the page finds the answers when it comes to ask: the same address, so the same answer.
 */
export const askedAhead: readonly string[] = ['incidents.firstScreen', 'session.current'].map(
  (procedure) => `/api/rpc/${procedure}`,
);
