import { expect, test } from 'vitest';
import { authorize } from '@/lib/api/transport/authorize';
import type { Send } from '@/lib/api/transport/send';

/** Gives `token-1` until that is rejected, then `token-2` … */
function tokens() {
  let number = 1;
  return {
    get: async () => `token-${number}`,
    reject: () => {
      number += 1;
    },
  };
}

function guarded(good: string) {
  const seen: [string | null, string][] = [];
  const send: Send = async (request) => {
    const token = request.headers.get('authorization');
    seen.push([token, await request.text()]);
    return new Response(null, { status: token === `Bearer ${good}` ? 200 : 401 });
  };
  return { send, seen };
}

const request = () => new Request('https://graph.microsoft.com/v1.0/x', { method: 'PATCH', body: '{}' });

test('a revoked token is replaced and the request sent again, body and all', async () => {
  const { send, seen } = guarded('token-2');
  expect((await authorize(tokens())(send)(request())).status).toBe(200);
  expect(seen).toEqual([
    ['Bearer token-1', '{}'],
    ['Bearer token-2', '{}'],
  ]);
});

test('a service that refuses the new token too is believed', async () => {
  const { send, seen } = guarded('never');
  expect((await authorize(tokens())(send)(request())).status).toBe(401);
  expect(seen).toHaveLength(2);
});
