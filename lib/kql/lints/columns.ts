/** What lints know about columns: which ones stand for the event's time, which hold a mail address, which an account. */
import type { TableSchema } from '../catalogue/table-schema';
import type { SyntaxNode } from '../parser/syntax-node';

const timeNames = ['Timestamp', 'TimeGenerated'];

/** The column of the event's time: what advanced hunting calls Timestamp, and the workspace TimeGenerated. */
export function timeColumn(columns: readonly { readonly name: string; readonly type: string }[]): string | undefined {
  return timeNames.find((name) => columns.some((column) => column.name === name && column.type === 'datetime'));
}

/** Of a table of the workspace alone it is never Timestamp. */
export const timeColumnOf = (table: TableSchema): string | undefined =>
  table.world === 'sentinel'
    ? timeColumn(table.columns.filter(({ name }) => name !== 'Timestamp'))
    : timeColumn(table.columns);

/** None where the binder does not see a table. */
export const columnNames = (node: SyntaxNode | undefined): readonly string[] =>
  node?.type.columns?.map((column) => column.name) ?? [];

/** The name of the column that an expression is, '' for everything else. `$left.X` is X. */
export function columnOf(node: SyntaxNode | undefined): string {
  if (!node) return '';
  if (node.kind === 'ParenthesizedExpression') return columnOf(node.optional('Expression'));
  if (node.kind === 'PathExpression')
    return /^\$(left|right)\s*\./.test(node.text) ? columnOf(node.optional('Selector')) : '';
  return node.kind === 'NameReference' && node.symbol?.kind === 'Column' ? node.simpleName : '';
}

/** Columns named in an expression, each once; undefined when a part of it cannot be told (a wildcard). */
export function columnsIn(node: SyntaxNode): readonly string[] | undefined {
  const names = new Set<string>();
  for (const part of node.descendants()) {
    if (part.kind === 'StarExpression') return undefined;
    if (part.kind === 'NameReference' && part.symbol?.kind === 'Column') names.add(part.simpleName);
  }
  return [...names];
}

/** A user principal name or a mail address: `alex@contoso.com`. */
export const holdsAddress = (name: string): boolean =>
  /(Upn|UserPrincipalName|EmailAddress|MailAddress|SmtpAddress|(From|To|Sender|Recipient)Address|Mail|Email)$/i.test(
    name,
  ) || /^(UserId|Caller)$/.test(name);

/** A bare account name: `alex`. */
export const holdsAccount = (name: string): boolean => /(AccountName|SamAccountName|^UserName|^Account)$/i.test(name);
