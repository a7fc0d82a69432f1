import { describe, expect, test } from 'vitest';
import { findIncident } from '@/lib/hub/incident/find-incident';

const redirects: Record<string, string | null> = { '12302': null, '12345': null, '12001': '12345', '12400': null };
const numbers: Record<number, string> = { 12302: '12345', 12001: '12345', 12400: '12400', 871: '12345' };

function find(text: string) {
  const nothing = async () => Promise.reject(new Error('Microsoft was asked'));
  return findIncident(
    {
      api: {
        graphSecurity: { incidents: { get: nothing } },
        sentinel: {
          incidents: {
            get: nothing,
            list: () => {
              throw new Error('Microsoft was asked');
            },
          },
        },
      },
      mirror: {
        get: (key) => (key in redirects ? { key, redirectedTo: redirects[key] ?? null } : undefined),
        keyOfName: () => undefined,
        keyOfNumber: (number) => numbers[number],
        putDefender: () => undefined,
        putSentinel: () => undefined,
      },
      publish: () => undefined,
    },
    text,
  );
}

describe('a number', () => {
  test('M38: that both systems gave to different incidents names both, Defender’s first', async () => {
    expect(await find('12302')).toEqual({
      kind: 'found',
      key: '12302',
      meanings: [
        { key: '12302', system: 'defender' },
        { key: '12345', system: 'sentinel' },
      ],
    });
  });

  test.each([
    ['that only Sentinel gave', '#871', { kind: 'found', key: '12345' }],
    ['that both gave to the same incident', '12400', { kind: 'found', key: '12400' }],
    ['of an incident that was merged into Sentinel’s', '12001', { kind: 'redirected', to: '12345' }],
  ])('%s is no question', async (_, text, reply) => {
    expect(await find(text)).toEqual(reply);
  });
});

test('nobody is asked for what is no id', async () => {
  expect(await find('phishing')).toEqual({ kind: 'unknown', lookedFor: 'phishing', lookedIn: [] });
});
