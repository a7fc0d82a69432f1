/** Custom detections of Defender, beta. */
import type { Call } from '@/lib/api/transport/call';
import { emptyReply } from '@/lib/api/transport/empty-reply';
import { pages } from '@/lib/api/transport/pages';
import { segment } from '@/lib/api/transport/url-parts';
import {
  type GraphDetectionRule,
  type GraphDetectionRuleRequest,
  graphDetectionRule,
  graphDetectionRuleList,
} from '@/lib/wire/graph-security/detection-rule';

/** https://learn.microsoft.com/graph/api/resources/security-detectionrule?view=graph-rest-beta */
export type GraphDetectionRules = {
  /** https://learn.microsoft.com/graph/api/security-rulesroot-list-detectionrules?view=graph-rest-beta */
  list(signal?: AbortSignal): AsyncGenerator<GraphDetectionRule[]>;
  get(id: string, signal?: AbortSignal): Promise<GraphDetectionRule>;
  create(rule: GraphDetectionRuleRequest, signal?: AbortSignal): Promise<GraphDetectionRule>;
  /** Changes only what is named. */
  update(id: string, changes: Partial<GraphDetectionRuleRequest>, signal?: AbortSignal): Promise<GraphDetectionRule>;
  remove(id: string, signal?: AbortSignal): Promise<void>;
};

/** Beta. Reading needs `CustomDetection.Read.All`, the rest `CustomDetection.ReadWrite.All`. */
export function graphDetectionRules(call: Call): GraphDetectionRules {
  const root = '/beta/security/rules/detectionRules';
  const path = (id: string) => `${root}/${segment(id)}`;
  const reply = graphDetectionRule;
  return {
    async *list(signal) {
      const first = { method: 'GET', path: root, signal, reply: graphDetectionRuleList } as const;
      for await (const page of pages(call, first)) yield page.value;
    },
    get: (id, signal) => call({ method: 'GET', path: path(id), signal, reply }),
    create: (body, signal) => call({ method: 'POST', path: root, body, signal, reply }),
    update: (id, body, signal) => call({ method: 'PATCH', path: path(id), body, signal, reply }),
    remove: async (id, signal) => {
      await call({ method: 'DELETE', path: path(id), signal, ...emptyReply });
    },
  };
}
