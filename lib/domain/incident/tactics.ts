/** MITRE ATT&CK tactics in the order in which an attack goes, Microsoft's spelling (no spaces). */

export const tactics = [
  'Reconnaissance',
  'ResourceDevelopment',
  'InitialAccess',
  'Execution',
  'Persistence',
  'PrivilegeEscalation',
  'DefenseEvasion',
  'CredentialAccess',
  'Discovery',
  'LateralMovement',
  'Collection',
  'CommandAndControl',
  'Exfiltration',
  'Impact',
  // ICS tactics that Sentinel also knows.
  'PreAttack',
  'ImpairProcessControl',
  'InhibitResponseFunction',
] as const;

const rank = new Map<string, number>(tactics.map((tactic, index) => [tactic.toLowerCase(), index]));
const spelling = new Map<string, string>(tactics.map((tactic) => [tactic.toLowerCase(), tactic]));

/** Each tactic once, known ones first in kill-chain order, others (Defender also writes categories like `SuspiciousActivity`) after. */
export function inKillChainOrder(names: readonly string[]): string[] {
  const once = new Map<string, string>();
  for (const name of names) {
    const plain = name.replaceAll(' ', '');
    const key = plain.toLowerCase();
    if (key !== '') once.set(key, spelling.get(key) ?? plain);
  }
  return [...once.entries()]
    .sort(([left], [right]) => (rank.get(left) ?? tactics.length) - (rank.get(right) ?? tactics.length))
    .map(([, name]) => name);
}
