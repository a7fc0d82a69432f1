/** Where somebody connects from today, and with what. */
import type { Random } from '@/lib/base/random';
import type { Device } from '@/mocks/company/devices';
import type { Person } from '@/mocks/company/people';
import { elsewhere, homeIp, type Place } from '@/mocks/company/sites';

export type Whereabouts = { readonly ip: string; readonly place: Place };

const trips = [elsewhere.amsterdam, elsewhere.singapore, elsewhere.saoPaulo];

/** The office, home, or rarely a trip. */
export function whereabouts(person: Person, random: Random): Whereabouts {
  const draw = random.next();
  if (draw < 0.58) return { ip: person.site.egressIp, place: person.site };
  if (draw < 0.985) return { ip: homeIp(person.homeIndex), place: person.site };
  return { ip: homeIp(200 + random.int(50)), place: random.pick(trips) };
}

export const agents = {
  windows: {
    os: 'Windows11',
    browser: 'Edge 131.0.0',
    text: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0',
  },
  mac: {
    os: 'MacOs',
    browser: 'Safari 18.2',
    text: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.2 Safari/605.1.15',
  },
  phone: {
    os: 'Ios 18.2',
    browser: 'Mobile Safari',
    text: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.2 Mobile/15E148 Safari/604.1',
  },
} as const;

export function agentOf(device: Device, random: Random) {
  if (random.chance(0.18)) return agents.phone;
  return device.osPlatform === 'macOS' ? agents.mac : agents.windows;
}
