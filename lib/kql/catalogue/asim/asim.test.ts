import { describe, expect, it } from 'vitest';
import { createLanguage } from '../../language';
import { catalogue } from '../catalogue';
import { asim, asimSchemas } from './asim';

const language = createLanguage(catalogue(), { hunting: false });
const native = new Map(catalogue().map((table) => [table.name, new Set(table.columns.map((column) => column.name))]));

/** Several names have one body: once is enough. */
const bodies = [...new Map(asim().map((saved) => [saved.body, saved])).values()];

describe('every parser', () => {
  // What is wrong inside a saved function is only said of its text.
  it.each(bodies.map((saved) => [saved.name, saved] as const))('%s binds over the workspace’s tables', (_, saved) => {
    expect(language.diagnose(`let parser = ${saved.parameters} { ${saved.body} }; parser()`)).toEqual([]);
  });
});

describe.each(asimSchemas.map((schema) => [schema.schema, schema] as const))('%s', (name, schema) => {
  it('gives the schema’s columns with its types: no name has to be told apart by type', () => {
    const { result } = language.analyse(`_Im_${name}()`);
    const names = (result.columns ?? []).map((column) => column.name);
    const aliases = schema.aliases.flatMap((alias) =>
      [...alias.matchAll(/(?:^|, )(\w+) = /g)].map(([, alias]) => alias),
    );
    const known = native.get(schema.native);
    expect(
      names.filter((column) => !known?.has(column) && !aliases.includes(column) && column !== 'EventSchema'),
    ).toEqual([]);
    expect(names).toEqual(
      expect.arrayContaining(['TimeGenerated', 'EventType', 'EventResult', 'EventVendor', 'EventSchema', 'Dvc']),
    );
  });

  it('takes its filtering parameters by name', () => {
    const values = {
      any: "dynamic(['x'])",
      all: "dynamic(['x'])",
      prefix: "dynamic(['10.'])",
      in: "dynamic(['x'])",
      is: "'x'",
      has: "'x'",
      number: '443',
    };
    const given = schema.parameters.map((parameter) => `${parameter.name}=${values[parameter.filter]}`);
    const call = `_Im_${name}(starttime=ago(1d), endtime=now(), ${given.join(', ')}, pack=true) | count`;
    expect(language.diagnose(call)).toEqual([]);
  });
});
