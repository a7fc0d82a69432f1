import { expect, test } from 'vitest';
import { deadline } from '@/lib/api/transport/deadline';
import type { Send } from '@/lib/api/transport/send';

const never: Send = () => new Promise(() => {});
const url = 'https://graph.microsoft.com/v1.0/security/incidents';

test('who never answers is given up, even by a Send that ignores signals', async () => {
  const send = deadline({ requestMs: 1, queryMs: 60_000 })(never);
  await expect(send(new Request(url))).rejects.toMatchObject({ name: 'TimeoutError' });
});

test('a connection that breaks in the middle of a body is a broken connection', async () => {
  const broken: Send = async () =>
    new Response(
      new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode('{"value":['));
          controller.error(new TypeError('terminated'));
        },
      }),
    );
  await expect(deadline({ requestMs: 60_000, queryMs: 60_000 })(broken)(new Request(url))).rejects.toThrow(
    'terminated',
  );
});

test('the abort of the caller ends the call at once', async () => {
  const controller = new AbortController();
  const call = deadline({ requestMs: 60_000, queryMs: 60_000 })(never)(new Request(url, { signal: controller.signal }));
  controller.abort(new Error('the analyst left'));
  await expect(call).rejects.toThrow('the analyst left');
});
