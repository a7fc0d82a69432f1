import { describe, expect, it } from 'vitest';
import { catalogue } from '@/lib/kql/catalogue/catalogue';
import { schemaRows, schemaTree } from './schema-tree';
import { stepInTree } from './step-in-tree';

const tables = catalogue()
  .filter(({ name }) => ['DeviceInfo', 'EmailEvents', 'SigninLogs'].includes(name))
  .map((table) => ({ ...table, columns: table.columns.slice(0, 2), inWorkspace: true }));
const rows = schemaRows(schemaTree(tables), '', new Set(['defender', 'defender/Devices', 'table/DeviceInfo']));
const at = (label: string) => rows.findIndex((row) => row.label === label);
const after = (label: string, key: string) => {
  const step = stepInTree(rows, at(label), key);
  return step === null ? null : [rows[step.to]?.label, step.act];
};

describe('stepInTree', () => {
  it.each([
    ['Defender XDR', 'ArrowDown', ['Devices', 'none']],
    ['Defender XDR', 'ArrowUp', ['Defender XDR', 'none']],
    ['Devices', 'ArrowRight', ['DeviceInfo', 'none']],
    ['Email and collaboration', 'ArrowRight', ['Email and collaboration', 'toggle']],
    ['TimeGenerated', 'ArrowLeft', ['DeviceInfo', 'none']],
    ['DeviceInfo', 'ArrowLeft', ['DeviceInfo', 'toggle']],
    ['DeviceInfo', 'Enter', ['DeviceInfo', 'activate']],
    ['TimeGenerated', 'Enter', ['TimeGenerated', 'activate']],
    ['TimeGenerated', ' ', ['TimeGenerated', 'none']],
    ['DeviceInfo', 'Home', ['Defender XDR', 'none']],
    ['DeviceInfo', 'End', ['Sentinel workspace', 'none']],
    ['DeviceInfo', 'x', null],
  ])('%s, %s', (label, key, expected) => {
    expect(after(label, key)).toEqual(expected);
  });
});
