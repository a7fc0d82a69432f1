import { expect, test } from 'vitest';
import type { Audience, EntraTokens } from '@/lib/api/entra/token';
import { manualClock } from '@/lib/base/manual-clock';
import { createTokens } from '@/lib/upstream/tokens';

const { signal } = new AbortController();

function entra(expiresIn = 3600) {
  const asked: Audience[] = [];
  const tokens: EntraTokens = {
    async request(audience) {
      asked.push(audience);
      return { token_type: 'Bearer', expires_in: expiresIn, access_token: `${audience}-${asked.length}` };
    },
  };
  return { asked, tokens };
}

test('one token for each audience, kept until five minutes before its end', async () => {
  const clock = manualClock();
  const { asked, tokens } = entra();
  const source = createTokens(tokens, clock);
  expect(await source('graph').get(signal)).toBe('graph-1');
  expect(await source('arm').get(signal)).toBe('arm-2');
  clock.advance(54 * 60_000);
  expect(await source('graph').get(signal)).toBe('graph-1');
  clock.advance(60_000);
  expect(await source('graph').get(signal)).toBe('graph-3');
  expect(asked).toEqual(['graph', 'arm', 'graph']);
});

test('many who need it at once ask once', async () => {
  const { asked, tokens } = entra();
  const source = createTokens(tokens, manualClock());
  const got = await Promise.all([1, 2, 3].map(() => source('graph').get(signal)));
  expect(new Set(got)).toEqual(new Set(['graph-1']));
  expect(asked).toHaveLength(1);
});

test('one who gives up does not take the token from the others', async () => {
  const { tokens } = entra();
  const source = createTokens(tokens, manualClock());
  const impatient = source('graph').get(AbortSignal.abort(new Error('the analyst left')));
  const patient = source('graph').get(signal);
  await expect(impatient).rejects.toThrow('the analyst left');
  expect(await patient).toBe('graph-1');
});

test('a rejected token is not given out again, and a stale rejection harms nobody', async () => {
  const { tokens } = entra();
  const source = createTokens(tokens, manualClock())('graph');
  const first = await source.get(signal);
  source.reject(first);
  const second = await source.get(signal);
  expect(second).toBe('graph-2');
  source.reject(first);
  expect(await source.get(signal)).toBe('graph-2');
});

test('a failed request is forgotten, so that the next one asks again', async () => {
  let failures = 1;
  const { tokens } = entra();
  const source = createTokens(
    {
      request: (audience) => {
        if (failures === 0) return tokens.request(audience);
        failures -= 1;
        return Promise.reject(new Error('Entra is away'));
      },
    },
    manualClock(),
  )('graph');
  await expect(source.get(signal)).rejects.toThrow('Entra is away');
  expect(await source.get(signal)).toBe('graph-1');
});

test('a token shorter-lived than the margin is still used for half its life', async () => {
  const clock = manualClock();
  const { tokens } = entra(120);
  const source = createTokens(tokens, clock)('graph');
  await source.get(signal);
  clock.advance(59_000);
  expect(await source.get(signal)).toBe('graph-1');
  clock.advance(1_000);
  expect(await source.get(signal)).toBe('graph-2');
});
