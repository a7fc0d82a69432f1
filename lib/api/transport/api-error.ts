/** The one error of the client. Whatever goes wrong between a call and its answer, except an abort, becomes one. */

/** Which of Microsoft's services a call was for. */
export const apiNames = [
  'graphSecurity',
  'graphDirectory',
  'sentinel',
  'logAnalytics',
  'defenderEndpoint',
  'entra',
] as const;
export type ApiName = (typeof apiNames)[number];

/** What an ApiError is made from, by policies of the transport and by calls that refuse a reply. */
export type ApiErrorFacts = {
  api: ApiName;
  /** HTTP status; 0 when there was no response. */
  status: number;
  /**
   * Microsoft's code where there is one (`Conflict`, `AuthenticationError`), else one of ours: `ConnectionFailed`,
   * `Timeout`, `BudgetExhausted`, `HttpError`, `UnexpectedReply`, `ForeignNextLink`.
   */
  code: string;
  message: string;
  /** What Microsoft's support asks for: the service's id of the request, else the one we sent. */
  requestId: string | null;
  /** Whether the same request may succeed later. A 409 may not: it needs the new etag first. */
  retryable: boolean;
  /** How long the service asked us to wait, when it did. */
  retryAfterMs?: number;
  /** The parsed body of the refusal, unchecked. */
  body?: unknown;
  cause?: unknown;
};

/** Told apart by `status` and `code`. `message` is Microsoft's where there is one: text to show, not to parse. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly api: ApiName;
  readonly status: number;
  readonly code: string;
  readonly requestId: string | null;
  readonly retryable: boolean;
  readonly retryAfterMs: number | null;
  readonly body: unknown;

  constructor(facts: ApiErrorFacts) {
    super(facts.message, 'cause' in facts ? { cause: facts.cause } : undefined);
    this.api = facts.api;
    this.status = facts.status;
    this.code = facts.code;
    this.requestId = facts.requestId;
    this.retryable = facts.retryable;
    this.retryAfterMs = facts.retryAfterMs ?? null;
    this.body = facts.body;
  }
}
