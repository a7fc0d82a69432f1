/**
 * Security Copilot, beta: a session in a workspace holds prompts; an evaluation of a prompt is polled until it is done.
 * https://learn.microsoft.com/graph/api/resources/security-securitycopilot-evaluation
 */
import { z } from 'zod';
import { evolvableEnum } from '@/lib/wire/enum-member';
import { optionalDateTime, optionalDictionary, optionalText } from '@/lib/wire/field';
import { openObject } from '@/lib/wire/open-object';

/** `type` of a prompt; callers can only make `prompt`. */
export const copilotPromptTypes = ['unknown', 'context', 'prompt', 'skill', 'feedback', 'unknownFutureValue'] as const;

/** `state` of an evaluation, which is polled until it is over. */
export const copilotEvaluationStates = [
  'unknown',
  'created',
  'running',
  'completed',
  'cancelled',
  'pending',
  'deferred',
  'waitingForInput',
  'unknownFutureValue',
] as const;

/** `result.type`: how the evaluation ended. */
export const copilotResultTypes = [
  'unknown',
  'success',
  'error',
  'needAdditionalClaims',
  'rejected',
  'timedOut',
  'capacityExceeded',
  'unknownFutureValue',
] as const;

/** `result.previewState`: generally available, or in a public or private preview. */
export const copilotPreviewStates = ['ga', 'public', 'private', 'unknownFutureValue'] as const;

/** GET workspaces; every tenant has one called `default`. */
export const copilotWorkspaceList = openObject({
  value: z.array(openObject({ id: z.string(), displayName: optionalText })),
});

/** GET …/sessions/{id}. */
export const copilotSession = openObject({
  id: z.string(),
  displayName: optionalText,
  createdDateTime: optionalDateTime,
  lastModifiedDateTime: optionalDateTime,
});
export type CopilotSession = z.infer<typeof copilotSession>;

/** A page of GET …/sessions. */
export const copilotSessionList = openObject({
  '@odata.nextLink': z.string().optional(),
  value: z.array(copilotSession),
});

/** POST …/sessions and PATCH …/sessions/{id}. */
export const copilotSessionRequest = openObject({ displayName: optionalText });

/** GET …/prompts/{id}. The answer isn't here: it is the `result` of an evaluation. */
export const copilotPrompt = openObject({
  id: z.string(),
  type: evolvableEnum(copilotPromptTypes),
  content: optionalText,
  createdDateTime: optionalDateTime,
  lastModifiedDateTime: optionalDateTime,
  skillName: optionalText,
  inputs: optionalDictionary,
  skillInputDescriptors: z.array(z.record(z.string(), z.unknown())).nullish(),
});
export type CopilotPrompt = z.infer<typeof copilotPrompt>;

/** GET …/prompts of one session: no next link. */
export const copilotPromptList = openObject({ value: z.array(copilotPrompt) });

/** POST …/prompts: only `prompt` is supported. */
export const copilotPromptRequest = openObject({ type: evolvableEnum(copilotPromptTypes), content: z.string() });

/** Times that haven't come yet are the first moment of year 1. */
export const copilotEvaluation = openObject({
  id: z.string(),
  state: evolvableEnum(copilotEvaluationStates),
  createdDateTime: optionalDateTime,
  runStartDateTime: optionalDateTime,
  completedDateTime: optionalDateTime,
  lastModifiedDateTime: optionalDateTime,
  executionCount: z.number().nullish(),
  isCancelled: z.boolean().nullish(),
  result: openObject({
    content: optionalText,
    previewState: evolvableEnum(copilotPreviewStates).nullish(),
    type: evolvableEnum(copilotResultTypes).nullish(),
  }).nullish(),
});
export type CopilotEvaluation = z.infer<typeof copilotEvaluation>;

/** GET …/evaluations of one prompt: no next link. */
export const copilotEvaluationList = openObject({ value: z.array(copilotEvaluation) });
