/**
 * `invoke FileProfile(SHA1)` names a column of the piped rows, which Defender allows for its own functions only and
 * Microsoft's parser does not know of: it looks for such a name outside the row.
 */
import { enrichmentNamed } from '../catalogue/enrichment';
import type { SyntaxNode } from './syntax-node';

/** Whether the name at this place of the text is an enrichment's argument and a column of its input. */
export function pipedColumnAt(syntax: SyntaxNode, start: number): boolean {
  for (const node of syntax.descendants()) {
    if (node.kind !== 'InvokeOperator' || start < node.start || start >= node.start + node.length) continue;
    const called = node.child('Function');
    if (!enrichmentNamed(called.optional('Name')?.simpleName ?? '')) continue;
    const argument = called
      .child('ArgumentList')
      .list('Expressions')
      .find((given) => given.start === start && given.kind === 'NameReference');
    const input = node.parent?.optional('Expression')?.type;
    if (!argument || !input) continue;
    return input.isOpen || (input.columns ?? []).some((column) => column.name === argument.simpleName);
  }
  return false;
}
