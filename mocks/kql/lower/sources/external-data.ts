/** `externaldata (columns) [url, …] with (…)`: reads what the tenant registered for a URL. There is no network. */
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import { jsonCell, textCell } from '../../environment/external-cell';
import {
  type ExternalRecord,
  externalRecords,
  externalText,
  formatOfUrl,
  isExternalFormat,
} from '../../environment/external-records';
import type { LiteralValue, Rows } from '../../ir';
import { Refusal, SemanticError } from '../../refusal';
import { boundColumns, type Context, spanOf, toScalarType } from '../context';
import { lowerExpr } from '../expressions/expression';
import { literalRows } from './literal-rows';

type Settings = { readonly format: string | undefined; readonly ignoreFirstRecord: boolean };

export function lowerExternalData(node: SyntaxNode, context: Context): Rows {
  const columns = boundColumns(node).map((column) => ({ name: column.name, type: toScalarType(column.type) }));
  const settings = settingsOf(node, context);
  const cells = node.list('URIs').flatMap((uri) => {
    const url = urlOf(uri, context);
    const file = context.query.environment.files.get(url);
    if (file === undefined) {
      const shown = url.length > 100 ? `${url.slice(0, 100)}…` : url;
      throw new Refusal(`externaldata from ${shown}, which is not among the files registered here,`, spanOf(uri));
    }
    return records(file, url, settings, uri).map((record) =>
      columns.map(({ name, type }, index): LiteralValue => {
        if ('properties' in record) return jsonCell(record.properties[name], type);
        return textCell(record.fields[index] ?? '', type);
      }),
    );
  });
  return literalRows(columns, cells, spanOf(node), context);
}

function records(
  file: string | Uint8Array,
  url: string,
  { format, ignoreFirstRecord }: Settings,
  node: SyntaxNode,
): ExternalRecord[] {
  try {
    return externalRecords(externalText(file), format ?? formatOfUrl(url), ignoreFirstRecord);
  } catch {
    // Broken JSON or a broken archive: the file is at fault, and the place of the fault is nobody's business.
    throw new SemanticError(
      'SEM0531',
      'The file of this externaldata is not in the format it is read as.',
      spanOf(node),
    );
  }
}

/** A URL may carry its secret after a semicolon; texts beside each other are one. */
function urlOf(node: SyntaxNode, context: Context): string {
  const value = lowerExpr(node, context);
  if (value.kind !== 'literal' || typeof value.value !== 'string')
    throw new Refusal('externaldata from a URL that is not a constant', spanOf(node));
  return value.value.split(';')[0] ?? '';
}

function settingsOf(node: SyntaxNode, context: Context): Settings {
  let format: string | undefined;
  let ignoreFirstRecord = false;
  for (const property of node.optional('WithClause')?.list('Properties') ?? []) {
    const name = property.child('Name').simpleName;
    const value = property.child('Expression');
    const text = (value.stringValue || value.text).toLowerCase();
    if (name.toLowerCase() === 'format') {
      if (!isExternalFormat(text))
        throw new Refusal(`externaldata in the format ${text.slice(0, 40)}`, spanOf(property));
      format = text;
    } else if (name.toLowerCase() === 'ignorefirstrecord') {
      const flag = lowerExpr(value, context);
      ignoreFirstRecord = flag.kind === 'literal' && (flag.value === true || flag.value === 'true');
    } else {
      throw new Refusal(`The property ${name} of externaldata`, spanOf(property));
    }
  }
  return { format, ignoreFirstRecord };
}
