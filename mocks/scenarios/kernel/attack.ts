/** The attackers' side, shared by stories that tell of the same gang. Addresses and domains belong to nobody. */
import { attackerIp, elsewhere } from '@/mocks/company/sites';
import type { Foothold } from '@/mocks/scenarios/kernel/lines';

export const carpathia = {
  /** Where the Challenge-50 intruder signs in from. */
  main: { ip: attackerIp(44), place: elsewhere.bucharest },
  /** Where the same intruder comes back from an hour later. */
  second: { ip: attackerIp(45), place: elsewhere.bucharest },
  /** Password spraying. */
  spray: { ip: attackerIp(77), place: elsewhere.chisinau },
  commandAndControl: { ip: attackerIp(112), place: elsewhere.chisinau },
} as const satisfies Record<string, Foothold>;
