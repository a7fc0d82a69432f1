/** Acts that look at the alerts themselves, and so wait until those that an earlier run kept are there. */

export type AfterAlerts = <Asked extends readonly unknown[], Answer>(
  act: (...asked: Asked) => Promise<Answer>,
) => (...asked: Asked) => Promise<Answer>;

/** `ready` rejects when the alerts cannot be read; the act is not tried then. */
export function createAfterAlerts(ready: () => Promise<void>): AfterAlerts {
  return (act) =>
    async (...asked) => {
      await ready();
      return act(...asked);
    };
}
