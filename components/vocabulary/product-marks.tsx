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

/** Keys by place: another incident's products are other words in the same elements. */
const places = ['first', 'second', 'third', 'fourth'] as const;

export function ProductMarks({ products, most = 4 }: { products: readonly Product[]; most?: 3 | 4 }) {
  if (products.length === 0) return <span className="text-faint">–</span>;
  const names = products.map((product) => productWords[product].name).join(', ');
  const rest = products.length - most;
  return (
    <span role="img" aria-label={names} className="inline-flex items-center gap-1" title={names}>
      {places.slice(0, Math.min(most, products.length)).map((place, at) => (
        <span
          key={place}
          className="inline-flex h-4 items-center rounded-small bg-pressed px-1 text-[10px] text-muted [font-weight:500] [letter-spacing:0.025em] [line-height:1] forced-colors:border"
        >
          {codes[products[at] ?? 'unknown']}
        </span>
      ))}
      {rest > 0 ? <span className="text-faint text-small">+{rest}</span> : null}
    </span>
  );
}
