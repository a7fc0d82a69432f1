/** Names that machines ask for, some of which don't exist: two tables tell the same question. */
import { internetIp } from '@/mocks/company/sites';
import type { DnsQuestion } from '@/mocks/company/telemetry/dns';
import { destinations } from '@/mocks/noise/destinations';
import { seasoned } from '@/mocks/noise/hostile';
import type { Moment } from '@/mocks/noise/table';

/** Null where the asker's site has no DNS server. */
export function dnsQuestion({ at, staff, random }: Moment): DnsQuestion | null {
  const asker = staff.laptop(staff.someone(at, random));
  const resolver = staff.domainControllers.find(({ site }) => site === asker.site);
  if (!resolver) return null;
  const draw = random.next();
  if (draw < 0.2) {
    const server = random.pick(staff.servers);
    return { at, asker, resolver, name: server.dnsName, answer: server.ip };
  }
  // What is typed wrong, and the suffixes that Windows tries by itself.
  if (draw < 0.26) {
    const name = seasoned(`${random.pick(['wpad', 'printer', 'intranet', 'fileserver'])}.contoso.com`, random);
    return { at, asker, resolver, name, answer: '' };
  }
  const { host, number } = random.draw(destinations);
  return { at, asker, resolver, name: host, answer: internetIp(number) };
}
