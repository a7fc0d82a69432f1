import { describe, expect, it } from 'vitest';
import { packText, type TextStore, unpackText } from './link-text';

function memory(): TextStore & { kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return { kept, getItem: (key) => kept.get(key) ?? null, setItem: (key, text) => void kept.set(key, text) };
}

const long = 'DeviceEvents | where ActionType == "x" // Ünïcødé 🜚\n'.repeat(60);
/** Text that does not compress, longer than any URL may be. */
const huge = Array.from({ length: 3_000 }, (_, at) => Math.imul(at + 1, 0x9e3779b1).toString(36)).join(' ');

describe('packText and unpackText', () => {
  it.each([
    ['short', 'SigninLogs | take 1', 'query'],
    ['long', long, 'packed'],
    ['huge', huge, 'kept'],
  ] as const)('a %s text comes back whole', async (_name, text, parameter) => {
    const store = memory();
    const link = await packText(text, store);
    expect(Object.entries(link).filter(([, value]) => value !== null)).toMatchObject([[parameter, expect.any(String)]]);
    expect(link[parameter]?.length).toBeLessThanOrEqual(6_000);
    expect(await unpackText(link, store)).toEqual({ text, notice: null });
  });

  it('says nothing of a link without a query', async () => {
    expect(await unpackText({ query: null, packed: null, kept: null }, memory())).toEqual({ text: null, notice: null });
  });

  it.each([
    ['not base64', { query: null, packed: '%%%', kept: null }],
    ['cut short', { query: null, packed: 'C3FKLMtMTi1WqFEoz0gtSlVwzs8', kept: null }],
    ['kept elsewhere', { query: null, packed: null, kept: 'AAAAAAAAAAAAAAAA' }],
  ])('%s: a notice, no crash', async (_name, link) => {
    const { text, notice } = await unpackText(link, memory());
    expect(text).toBeNull();
    expect(notice).toMatch(/link/u);
  });
});
