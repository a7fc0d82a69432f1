/** Security Copilot's sessions, their prompts, and the evaluations of those. */
import type { CopilotEvaluation, CopilotPrompt, CopilotSession } from '@/lib/wire/graph-security/copilot';

export type CopilotPromptRecord = { prompt: CopilotPrompt; readonly evaluations: CopilotEvaluation[] };
export type CopilotSessionRecord = {
  session: CopilotSession;
  /** The client id that began it: nobody else sees it. */
  readonly ownerId: string;
  readonly prompts: Map<string, CopilotPromptRecord>;
};

export type CopilotSessions = {
  add(record: CopilotSessionRecord): void;
  byId(id: string): CopilotSessionRecord | undefined;
  all(): IterableIterator<CopilotSessionRecord>;
};

export function createCopilotSessions(): CopilotSessions {
  const records = new Map<string, CopilotSessionRecord>();
  return {
    add: (record) => void records.set(record.session.id, record),
    byId: (id) => records.get(id.toLowerCase()),
    all: () => records.values(),
  };
}
