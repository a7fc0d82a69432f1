/** Security Copilot, beta: a session holds prompts; an evaluation of a prompt is polled until it is done. */
import type { Call } from '@/lib/api/transport/call';
import { segment } from '@/lib/api/transport/url-parts';
import {
  type CopilotEvaluation,
  type CopilotPrompt,
  type CopilotSession,
  copilotEvaluation,
  copilotPrompt,
  copilotSession,
} from '@/lib/wire/graph-security/copilot';

/** https://learn.microsoft.com/graph/api/resources/security-securitycopilot-evaluation */
export type GraphCopilot = {
  createSession(displayName: string, signal?: AbortSignal): Promise<CopilotSession>;
  createPrompt(session: string, content: string, signal?: AbortSignal): Promise<CopilotPrompt>;
  /** Starts an evaluation. https://learn.microsoft.com/graph/api/security-securitycopilot-prompt-post-evaluations */
  evaluate(session: string, prompt: string, signal?: AbortSignal): Promise<CopilotEvaluation>;
  evaluation(session: string, prompt: string, id: string, signal?: AbortSignal): Promise<CopilotEvaluation>;
};

/** The workspace that a tenant has of itself. */
const sessions = '/beta/security/securityCopilot/workspaces/default/sessions';

/** Needs `SecurityCopilotWorkspaces.ReadWrite.All`. Everything happens in the tenant's default workspace. */
export function graphCopilot(call: Call): GraphCopilot {
  const prompts = (session: string) => `${sessions}/${segment(session)}/prompts`;
  const evaluations = (session: string, prompt: string) => `${prompts(session)}/${segment(prompt)}/evaluations`;
  return {
    createSession: (displayName, signal) =>
      call({ method: 'POST', path: sessions, body: { displayName }, signal, reply: copilotSession }),
    createPrompt: (session, content, signal) =>
      call({ method: 'POST', path: prompts(session), body: { type: 'prompt', content }, signal, reply: copilotPrompt }),
    evaluate: (session, prompt, signal) =>
      call({ method: 'POST', path: evaluations(session, prompt), body: {}, signal, reply: copilotEvaluation }),
    evaluation: (session, prompt, id, signal) =>
      call({
        method: 'GET',
        path: `${evaluations(session, prompt)}/${segment(id)}`,
        signal,
        reply: copilotEvaluation,
      }),
  };
}
