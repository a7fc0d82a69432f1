/**
 * Security Copilot working on a prompt. The tenant has no capacity for it yet, so an evaluation runs its course and ends
 * with an error that says so; nothing is made up.
 */
import type { CopilotEvaluation } from '@/lib/wire/graph-security/copilot';
import type { CopilotPromptRecord } from '@/mocks/store/copilot-sessions';
import type { Store } from '@/mocks/store/store';

const startMs = 1000;
const workMs = 4000;
/** How Microsoft writes a time that hasn't come yet. */
const never = '0001-01-01T00:00:00Z';

export const noCopilot = 'Security Copilot is not available in this tenant: no security compute units are provisioned.';

export function evaluate(store: Store, { evaluations }: CopilotPromptRecord, id: string): CopilotEvaluation {
  const { clock } = store;
  const at = clock.iso();
  const created: CopilotEvaluation = {
    id,
    state: 'created',
    createdDateTime: at,
    runStartDateTime: never,
    completedDateTime: never,
    lastModifiedDateTime: at,
    executionCount: 0,
    isCancelled: false,
    result: null,
  };
  const index = evaluations.push(created) - 1;
  const move = (change: Partial<CopilotEvaluation>): void => {
    const now = evaluations[index];
    if (now) evaluations[index] = { ...now, ...change, lastModifiedDateTime: clock.iso() };
  };
  clock.after(startMs, () => move({ state: 'running', runStartDateTime: clock.iso(), executionCount: 1 }));
  clock.after(startMs + workMs, () =>
    move({
      state: 'completed',
      completedDateTime: clock.iso(),
      result: { type: 'error', content: noCopilot, previewState: 'ga' },
    }),
  );
  return created;
}
