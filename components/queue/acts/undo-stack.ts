/**
 * What was done in this tab, newest last, so that `u` can take it back: the commands' ids, once the console has stored
 * them. It outlives the queue's page: whoever looks into an incident and comes back can still take back what was done before.
 */

/** `commandIds` of what was stored; empty when nothing was. */
export type UndoStep = { what: string; commandIds: Promise<readonly string[]> };

const mostSteps = 50;

export function createUndoStack() {
  const steps: UndoStep[] = [];
  return {
    push(step: UndoStep): void {
      steps.push(step);
      if (steps.length > mostSteps) steps.shift();
    },
    /** The last act of which anything was stored; undefined when there is none. */
    async pop(): Promise<{ what: string; commandIds: readonly string[] } | undefined> {
      for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
        const commandIds = await step.commandIds;
        if (commandIds.length > 0) return { what: step.what, commandIds };
      }
      return undefined;
    },
    clear(): void {
      steps.length = 0;
    },
  };
}

export type UndoStack = ReturnType<typeof createUndoStack>;
