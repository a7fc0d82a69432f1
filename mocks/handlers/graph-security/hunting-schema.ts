/**
 * What advanced hunting can be asked for: tables with their columns, and the functions that are always there. Beta only.
 * https://learn.microsoft.com/graph/api/security-security-gethuntingschema
 */
import { HttpResponse, http } from 'msw';
import { type HuntingSchemaTable, huntingSchemaTable } from '@/lib/wire/graph-security/hunting-schema';
import { clrType } from '@/mocks/handlers/graph-security/clr-type';
import { type FilterFields, filterTest } from '@/mocks/handlers/manners/odata/filter';
import { queryOptions } from '@/mocks/handlers/manners/odata/query-options';
import { selection } from '@/mocks/handlers/manners/odata/select';
import type { HandlerGroup } from '@/mocks/handlers/services';
import { huntingCatalogue } from '@/mocks/store/hunting-catalogue';

const context = 'https://graph.microsoft.com/beta/$metadata#microsoft.graph.security';
const fields: FilterFields<HuntingSchemaTable> = { name: { type: 'text', read: ({ name }) => name } };

let known: readonly HuntingSchemaTable[] | undefined;
/** Made once: the catalogue never changes. */
function tables(): readonly HuntingSchemaTable[] {
  known ??= huntingCatalogue().tables.map(({ name, columns }) => ({
    name,
    columns: columns.map((column) => ({ name: column.name, dataType: clrType(column.type) })),
  }));
  return known;
}

const functions = () =>
  huntingCatalogue().functions.map(({ name, parameters }, index) => ({
    huntingFunctionId: index + 1,
    name,
    inputParameters: [...parameters.matchAll(/(\w+)\s*:\s*(\w+)/g)].map(([, parameter, type = '']) => ({
      name: parameter,
      dataType: clrType(type),
    })),
  }));

export const huntingSchemaHandlers: HandlerGroup = () => [
  http.get(
    /^https:\/\/graph\.microsoft\.com\/beta\/security\/(microsoft\.graph\.security\.)?getHuntingSchema\(\)$/,
    ({ request }) => {
      queryOptions(new URL(request.url), []);
      return HttpResponse.json({
        '@odata.context': `${context}.huntingSchemaResult`,
        tables: tables(),
        functions: { builtInFunctions: functions(), savedFunctions: [] },
      });
    },
  ),
  http.get(
    /^https:\/\/graph\.microsoft\.com\/beta\/security\/(microsoft\.graph\.security\.)?getHuntingSchemaTables\(\)$/,
    ({ request }) => {
      const options = queryOptions(new URL(request.url), ['$filter', '$select', '$top']);
      const select = selection(
        options.text('$select'),
        'microsoft.graph.security.huntingSchemaTable',
        Object.keys(huntingSchemaTable.shape),
      );
      const found = tables().filter(filterTest(options.text('$filter'), fields));
      return HttpResponse.json({
        '@odata.context': `${context}.huntingSchemaTable`,
        value: found.slice(0, options.count('$top', found.length)).map(select),
      });
    },
  ),
];
