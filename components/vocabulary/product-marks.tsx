/**
 * Which products raised the alerts, as the short codes that analysts use; screen readers hear the full names.
 * `<ProductMarks products={incident.products} most={3} />`
 */
import { productWords } from '@/components/vocabulary/product-words';
import type { Product } from '@/lib/domain/source/source';

const codes = {
  defenderForEndpoint: 'MDE',
  defenderForOffice365: 'MDO',
  defenderForIdentity: 'MDI',
  defenderForCloudApps: 'MDA',
  defenderForCloud: 'MDC',
  entraIdProtection: 'EIDP',
  sentinel: 'SEN',
  defenderXdr: 'XDR',
  dataLossPrevention: 'DLP',
  appGovernance: 'APG',
  insiderRisk: 'IRM',
  threatIntelligence: 'TI',
  securityForAi: 'AI',
  unknown: '?',
} as const satisfies Record<Product, string>;

export function ProductMarks({ products, most = 4 }: { products: readonly Product[]; most?: number }) {
  if (products.length === 0) return <span className="text-faint">–</span>;
  const names = products.map((product) => productWords[product].name).join(', ');
  const rest = products.length - most;
  return (
    <span className="inline-flex items-center gap-1" title={names}>
      <span className="sr-only">{names}</span>
      {products.slice(0, most).map((product) => (
        <span
          key={product}
          aria-hidden
          className="inline-flex h-4 items-center rounded-small bg-pressed px-1 font-medium text-[10px] text-muted leading-none tracking-wide forced-colors:border"
        >
          {codes[product]}
        </span>
      ))}
      {rest > 0 ? (
        <span aria-hidden className="text-faint text-small">
          +{rest}
        </span>
      ) : null}
    </span>
  );
}
