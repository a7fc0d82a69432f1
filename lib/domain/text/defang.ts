/** Addresses of attackers as text that no chat or mail client turns into a link. */

/** `https://evil.example/x` → `hxxps://evil[.]example/x`, `185.0.0.7` → `185[.]0[.]0[.]7`, `a@b.example` → `a[@]b[.]example`. */
export function defang(text: string): string {
  return text
    .replace(/\b(h)tt(ps?:)/giu, '$1xx$2')
    .replace(/(?<=[\p{L}\p{N}])\.(?=[\p{L}\p{N}])/gu, '[.]')
    .replace(/(?<=\S)@(?=\S)/gu, '[@]')
    .replace(/(?<=[0-9a-f]):(?=[0-9a-f:]*:)/giu, '[:]');
}

/** The reverse, for what an analyst pastes from a report. */
export function refang(text: string): string {
  return text
    .replace(/\b(h)xx(ps?:)/giu, '$1tt$2')
    .replace(/\[(\.|@|:)\]/gu, '$1')
    .replace(/\(\.\)/gu, '.');
}
