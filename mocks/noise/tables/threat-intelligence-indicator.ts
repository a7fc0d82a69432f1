/**
 * ThreatIntelligenceIndicator: what the feeds bring. The addresses that are active are never met by ordinary traffic; the
 * expired ones are, which is a near miss.
 */
import { weigh } from '@/lib/base/random';
import { internetIp } from '@/mocks/company/sites';
import { indicatorRow } from '@/mocks/company/telemetry/indicator';
import type { NoiseTable } from '@/mocks/noise/table';

const dayMs = 86_400_000;
const threats = weigh([
  ['Botnet', 4],
  ['C2', 3],
  ['Phishing', 5],
  ['Malware', 4],
  ['WatchList', 2],
]);

export const threatIntelligenceIndicator: NoiseTable = {
  table: 'ThreatIntelligenceIndicator',
  share: 0.003,
  rhythm: 'machines',
  row: ({ at, random }) => {
    const threatType = random.draw(threats);
    const common = {
      at,
      threatType,
      confidence: 30 + random.int(70),
      provider: random.pick(['Contoso TIP', 'Adatum Feed']),
      id: random.guid(),
    };
    const draw = random.next();
    if (draw < 0.5)
      return indicatorRow({ ...common, ip: `198.51.100.${130 + random.int(120)}`, expiresAt: at + 60 * dayMs });
    if (draw < 0.62) return indicatorRow({ ...common, ip: internetIp(66), expiresAt: at - 30 * dayMs });
    return indicatorRow({
      ...common,
      domain: `${random.pick(['login', 'cdn', 'files'])}-${random.hex(5)}.example`,
      expiresAt: at + 60 * dayMs,
    });
  },
};
