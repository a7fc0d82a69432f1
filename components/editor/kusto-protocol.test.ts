/** Both sides of the worker protocol against each other, without a worker. */
import { describe, expect, it } from 'vitest';
import { catalogue } from '@/lib/kql/catalogue/catalogue';
import { createLanguage, type KqlLanguage } from '@/lib/kql/language';
import { createKustoClient, type KustoPort } from './kusto-client';
import { createKustoQueue } from './kusto-queue';
import type { FromWorker, ToWorker } from './protocol';

/** A client and a queue joined by hand: `turn()` is one turn of the worker's event loop. */
function joined(create: (...args: Parameters<typeof createLanguage>) => KqlLanguage) {
  const listeners: ((event: MessageEvent<FromWorker>) => void)[] = [];
  const later: (() => void)[] = [];
  const sent: ToWorker[] = [];
  const post = (data: FromWorker) => {
    for (const listener of listeners) listener(new MessageEvent('message', { data }));
  };
  const receive = createKustoQueue({
    tables: catalogue(),
    createLanguage: create,
    post,
    defer: (work) => later.push(work),
  });
  const port: KustoPort = {
    postMessage(message) {
      sent.push(message);
      receive(message);
    },
    addEventListener: (_type, listener) => listeners.push(listener),
  };
  const client = createKustoClient(port, () => undefined);
  return { client, sent, turn: () => later.shift()?.() };
}

const counting = () => {
  const asked: string[] = [];
  const language: KqlLanguage = {
    diagnose: () => [],
    complete: () => ({ start: 0, length: 0, entries: [] }),
    hover: () => {
      throw new Error('crashed on half-written text');
    },
    classify: () => [],
    tablesOf: () => [],
    format: (text) => text,
    analyse: (text) => {
      asked.push(text);
      return { text, problems: [], syntax: undefined, result: { scalar: '', columns: undefined, isOpen: false } };
    },
    functionNames: () => new Set(),
    declarationOf: () => undefined,
    problemOf: () => undefined,
  };
  return { asked, language };
};

describe('with Microsoft’s language', () => {
  const { client, turn } = joined(createLanguage);

  it('completes columns of both worlds in one query', async () => {
    const text = 'union SigninLogs, DeviceInfo | where ';
    const answer = client.ask('complete', { text, offset: text.length });
    turn();
    const labels = (await answer).entries.map((entry) => entry.label);
    expect(labels).toEqual(expect.arrayContaining(['ConditionalAccessStatus', 'DeviceName']));
  });

  it('tells problems and tables in one check', async () => {
    const answer = client.ask('check', { text: 'DeviceInfo | where Nope == 1', hasTimespan: false });
    turn();
    const check = await answer;
    expect(check.tables).toEqual(['DeviceInfo']);
    expect(check.problems).toMatchObject([{ code: 'KS142', start: 19, length: 4 }]);
  });

  it('gives advice with its repair, and none about time that the request bounds', async () => {
    const text = 'SigninLogs | where UserPrincipalName == "alex@contoso.com" | count';
    const codes = async (hasTimespan: boolean) => {
      const answer = client.ask('check', { text, hasTimespan });
      turn();
      return (await answer).problems.map(({ code, fixes }) => [code, fixes[0]?.title]);
    };
    expect(await codes(true)).toEqual([['case-sensitive-address', 'Use =~']]);
    expect(await codes(false)).toEqual([
      ['missing-time-filter', 'Only the last day'],
      ['case-sensitive-address', 'Use =~'],
    ]);
  });

  it('learns a workspace’s custom table', async () => {
    const columns = [{ name: 'Badge', type: 'string' as const }];
    const added = client.ask('addTables', {
      tables: [
        { name: 'DoorLog_CL', world: 'sentinel', category: '', columns },
        { name: 'DeviceInfo', world: 'both', category: '', columns },
      ],
    });
    turn();
    expect(await added).toBe(1);
    const check = client.ask('check', { text: 'DoorLog_CL | where Badge == "7"', hasTimespan: false });
    turn();
    expect(await check).toEqual({ problems: [], tables: ['DoorLog_CL'] });
  });
});

describe('the queue', () => {
  it('does no work for a request that was cancelled while it waited', async () => {
    const { asked, language } = counting();
    const { client, turn } = joined(() => language);
    const stale = new AbortController();
    const first = client.ask('check', { text: 'old', hasTimespan: false }, stale.signal);
    stale.abort(new Error('typing went on'));
    const second = client.ask('check', { text: 'new', hasTimespan: false });
    await expect(first).rejects.toThrow('typing went on');
    turn();
    turn();
    await second;
    expect(asked).toEqual(['new']);
  });

  it('answers a crash of the parser with its reason and goes on', async () => {
    const { language } = counting();
    const { client, turn } = joined(() => language);
    const crash = client.ask('hover', { text: 'x', offset: 0 });
    const fine = client.ask('format', { text: 'x' });
    turn();
    turn();
    await expect(crash).rejects.toThrow('crashed on half-written text');
    expect(await fine).toBe('x');
  });
});

describe('the client', () => {
  it('sends nothing for a signal that is already aborted', async () => {
    const { language } = counting();
    const { client, sent } = joined(() => language);
    await expect(client.ask('format', { text: 'x' }, AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
    expect(sent).toEqual([]);
  });

  it('rejects what is open and what comes when the worker fails', async () => {
    const { language } = counting();
    const { client } = joined(() => language);
    const open = client.ask('format', { text: 'x' });
    client.fail('The query language service did not load.');
    await expect(open).rejects.toThrow('did not load');
    await expect(client.ask('format', { text: 'y' })).rejects.toThrow('did not load');
  });
});
