/** MITRE ATT&CK tactics in words: Microsoft writes them without spaces. */

/** `CredentialAccess` → `Credential access`. Unknown categories are split the same way. */
export function tacticWord(tactic: string): string {
  const spaced = tactic.replace(/(?<=[a-z])(?=[A-Z])/gu, ' ').toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
