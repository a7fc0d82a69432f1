/** The attackers' side, shared by stories that tell of the same gang. Addresses and domains belong to nobody. */
import { attackerIp, elsewhere, type Place } from '@/mocks/company/sites';

export type Foothold = { readonly ip: string; readonly place: Place };

export const carpathia = {
  /** Where the Challenge-50 intruder signs in from. */
  main: { ip: attackerIp(44), place: elsewhere.bucharest },
  /** Where the same intruder comes back from an hour later. */
  second: { ip: attackerIp(45), place: elsewhere.bucharest },
  /** Password spraying. */
  spray: { ip: attackerIp(77), place: elsewhere.chisinau },
  commandAndControl: { ip: attackerIp(112), place: elsewhere.chisinau },
} as const satisfies Record<string, Foothold>;

export const userAgents = {
  edge: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0',
  linuxFirefox: 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0',
  axios: 'axios/1.7.9',
} as const;
