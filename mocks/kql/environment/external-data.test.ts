import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Asking, askEngine } from './asking';

const files = new Map<string, string | Uint8Array>([
  [
    'https://intel.contoso.com/ips.csv',
    'ip,score,note\r\n203.0.113.9,90,"seen, twice"\n198.51.100.7,x,"a ""quoted"" word"\n',
  ],
  ['https://intel.contoso.com/ips.csv.gz', gzipSync('203.0.113.9,90,z\n')],
  ['https://intel.contoso.com/list.txt', 'one\ntwo, three\n'],
  ['https://intel.contoso.com/tabs.tsv', 'a\tb\nc\td\n'],
  ['https://intel.contoso.com/lines.json', '{"ip":"203.0.113.9","tags":["x"]}\n{"ip":"203.0.113.10"}\n'],
  ['https://intel.contoso.com/document', '[\n {"ip": "203.0.113.9", "n": 1.5},\n {"ip": 5}\n]'],
  ['https://intel.contoso.com/broken.json', '{"ip":'],
]);

let asking: Asking;
beforeAll(async () => {
  asking = await askEngine(() => ({ files }), { T: 'a' });
});
afterAll(() => asking.close());

const rows: Asking['rows'] = (...args) => asking.rows(...args);
const problem: Asking['problem'] = (...args) => asking.problem(...args);

describe('externaldata', () => {
  const read = (schemaText: string, url: string, more = '') =>
    rows(`externaldata(${schemaText})[@'https://intel.contoso.com/${url}'] ${more}`);
  it('reads csv by position, with quotes, and null for what is not of the type', async () => {
    expect(
      await read('ip:string, score:long, note:string', 'ips.csv', 'with (format="csv", ignoreFirstRecord=true)'),
    ).toEqual([
      ['203.0.113.9', 90, 'seen, twice'],
      ['198.51.100.7', null, 'a "quoted" word'],
    ]);
  });
  it('reads the header too unless told not to', async () => {
    expect(await read('ip:string', 'ips.csv')).toHaveLength(3);
  });
  it('opens gzip', async () => {
    expect(await read('ip:string, score:int, note:string', 'ips.csv.gz')).toEqual([['203.0.113.9', 90, 'z']]);
  });
  it('reads a line per row of txt, fields of tsv', async () => {
    expect(await read('line:string', 'list.txt', 'with (format=txt)')).toEqual([['one'], ['two, three']]);
    expect(await read('a:string, b:string, c:int', 'tabs.tsv')).toEqual([
      ['a', 'b', null],
      ['c', 'd', null],
    ]);
  });
  it('reads json by name', async () => {
    expect(await read('tags:dynamic, ip:string', 'lines.json', "with (format='json')")).toEqual([
      [['x'], '203.0.113.9'],
      [null, '203.0.113.10'],
    ]);
    expect(await read('ip:string, n:real', 'document', 'with (format=multijson)')).toEqual([
      ['203.0.113.9', 1.5],
      ['5', null],
    ]);
  });
  it('reads several files as one, and in a let', async () => {
    const both =
      "externaldata(ip:string)[h@'https://intel.contoso.com/ips.csv.gz;secret', 'https://intel.contoso.com/list.txt'] with (format=txt)";
    expect(await rows(`let feed = ${both}; feed | count`)).toEqual([[3]]);
  });
  it('refuses any other URL, a broken file and formats it does not read', async () => {
    expect(await problem("externaldata(ip:string)['https://elsewhere.contoso.com/x.csv']")).toMatchObject({
      code: 'KQLU01',
      start: 24,
    });
    expect(await problem("externaldata(ip:string)['https://intel.contoso.com/broken.json']")).toMatchObject({
      code: 'SEM0531',
    });
    expect(
      await problem("externaldata(ip:string)['https://intel.contoso.com/ips.csv'] with (format=parquet)"),
    ).toMatchObject({ code: 'KQLU01' });
    expect(await problem("externaldata(ip:string)['file:///etc/passwd']")).toMatchObject({ code: 'KQLU01' });
  });
});
