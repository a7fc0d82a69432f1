/**
 * Since a workspace is onboarded to the Defender portal, incidents that come from Defender XDR carry the provider name
 * "Microsoft XDR": the earlier name finds nothing. https://learn.microsoft.com/azure/sentinel/move-to-defender
 */
import { diagnosticAt, type Lint, replacement } from './lint';

const before = 'Microsoft 365 Defender';
const now = 'Microsoft XDR';

export const providerName: Lint = (query) =>
  query.nodes('StringLiteralExpression').flatMap((literal) => {
    if (literal.stringValue.toLowerCase() !== before.toLowerCase()) return [];
    let comparison = literal.parent;
    while (comparison && !comparison.kind.endsWith('Expression')) comparison = comparison.parent;
    if (comparison?.kind === 'ExpressionList') comparison = comparison.parent;
    if (!/\bProviderName\b/.test(comparison?.text ?? '')) return [];
    const message = `Incidents of Defender XDR are written with the provider name "${now}" once the workspace is in the Defender portal; "${before}" finds nothing there.`;
    return [
      diagnosticAt(literal, 'provider-name', 'warning', message, [replacement(`Use "${now}"`, literal, `"${now}"`)]),
    ];
  });
