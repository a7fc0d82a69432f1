/** Mail as it was analysed, and what can be done to it. Applications only: no delegated permission exists. */

import { z } from 'zod';
import type { Call } from '@/lib/api/transport/call';
import { pages } from '@/lib/api/transport/pages';
import { odataDateTime, segment } from '@/lib/api/transport/url-parts';
import {
  type GraphAnalyzedEmail,
  type GraphRemediateRequest,
  graphAnalyzedEmail,
  graphAnalyzedEmailList,
} from '@/lib/wire/graph-security/analyzed-email';

/** Microsoft wants both ends of the time: `startTime` and `endTime`. */
export type ListAnalyzedEmails = {
  /** ISO 8601 UTC. */
  since: string;
  until: string;
  /** A further OData filter; literals from outside through `odataString`. */
  filter?: string;
  signal?: AbortSignal;
};

/** https://learn.microsoft.com/graph/api/resources/security-analyzedemail */
export type GraphAnalyzedEmails = {
  /** https://learn.microsoft.com/graph/api/security-collaborationroot-list-analyzedemails */
  list(options: ListAnalyzedEmails): AsyncGenerator<GraphAnalyzedEmail[]>;
  get(id: string, signal?: AbortSignal): Promise<GraphAnalyzedEmail>;
  /**
   * Answers where the action centre tells how it goes on; null when the service didn't say.
   * https://learn.microsoft.com/graph/api/security-analyzedemail-remediate
   */
  remediate(body: GraphRemediateRequest, signal?: AbortSignal): Promise<string | null>;
};

/** v1.0. Reading needs `SecurityAnalyzedMessage.Read.All`, remediating `SecurityAnalyzedMessage.ReadWrite.All`. */
export function graphAnalyzedEmails(call: Call): GraphAnalyzedEmails {
  const root = '/v1.0/security/collaboration/analyzedEmails';
  return {
    async *list({ since, until, filter, signal }) {
      const query = { startTime: odataDateTime(since), endTime: odataDateTime(until), $filter: filter };
      const first = { method: 'GET', path: root, query, signal, reply: graphAnalyzedEmailList } as const;
      for await (const page of pages(call, first)) yield page.value;
    },
    get: (id, signal) => call({ method: 'GET', path: `${root}/${segment(id)}`, signal, reply: graphAnalyzedEmail }),
    remediate: (body, signal) =>
      call({
        method: 'POST',
        path: `${root}/remediate`,
        body,
        signal,
        reply: z.string().nullable(),
        fromHeaders: (headers) => headers.get('location'),
      }),
  };
}
