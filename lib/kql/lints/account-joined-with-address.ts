/** Comparing `alex` with `alex@contoso.com` never matches: account names are joined with addresses surprisingly often. */
import type { Fix } from '../diagnostic';
import type { SyntaxNode } from '../parser/syntax-node';
import { columnNames, columnOf, holdsAccount, holdsAddress } from './columns';
import { diagnosticAt, type Lint, type LintedQuery } from './lint';

export const accountJoinedWithAddress: Lint = (query) =>
  query.nodes('EqualExpression', 'EqualTildeExpression').flatMap((comparison) => {
    const [left, right] = [comparison.optional('Left'), comparison.optional('Right')];
    const [a, b] = [columnOf(left), columnOf(right)];
    const isAccountLeft = holdsAccount(a) && holdsAddress(b);
    if (!left || !right || (!isAccountLeft && !(holdsAddress(a) && holdsAccount(b)))) return [];
    const [account, address] = isAccountLeft ? [a, b] : [b, a];
    const message = `${account} holds a bare account name such as alex, ${address} an address such as alex@contoso.com: they are never equal, so nothing matches.`;
    const fix = upnInstead(isAccountLeft ? left : right, account, query);
    return [diagnosticAt(comparison, 'account-joined-with-address', 'warning', message, fix ? [fix] : [])];
  });

/** The column beside it that holds the address: AccountUpn for AccountName. A project that drops it is asked to keep it. */
function upnInstead(account: SyntaxNode, name: string, query: LintedQuery): Fix | undefined {
  const upn = name.replace(/Name$/, 'Upn');
  if (upn === name) return undefined;
  const place = { start: account.start + account.length - name.length, length: name.length };
  if (query.text.slice(place.start, place.start + place.length) !== name) return undefined;
  const edit = { ...place, text: upn };
  const title = `Use ${upn}`;
  const input = inputOf(account);
  if (!input) return undefined;
  if (columnNames(input).includes(upn)) return { title, edits: [edit] };
  if (input.kind !== 'PipeExpression') return undefined;
  const project = input.optional('Operator');
  const isDroppedHere = project?.kind === 'ProjectOperator' && columnNames(input.optional('Expression')).includes(upn);
  if (!project || !isDroppedHere) return undefined;
  return {
    title: `${title}, kept by the project`,
    edits: [{ start: project.start + project.length, length: 0, text: `, ${upn}` }, edit],
  };
}

/** The rows whose column this is: the joined table for `$right.X`, otherwise what comes before the operator. */
function inputOf(column: SyntaxNode): SyntaxNode | undefined {
  const isRight = /^\$right\b/.test(column.text);
  for (let at: SyntaxNode | undefined = column; at; at = at.parent) {
    if (at.parent?.kind !== 'PipeExpression' || at.start === at.parent.start) continue;
    const input = isRight ? at.optional('Expression') : at.parent.optional('Expression');
    return input?.kind === 'ParenthesizedExpression' ? input.optional('Expression') : input;
  }
  return undefined;
}
