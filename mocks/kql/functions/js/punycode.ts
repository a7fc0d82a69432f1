/** Punycode (RFC 3492) and the domain names written in it. https://learn.microsoft.com/kusto/query/punycode-from-string-function */

const [base, least, most, skew, damp, firstBias, firstCode] = [36, 1, 26, 38, 700, 72, 128];

function adapted(delta: number, points: number, isFirst: boolean): number {
  let left = Math.floor(delta / (isFirst ? damp : 2));
  left += Math.floor(left / points);
  let k = 0;
  for (; left > ((base - least) * most) / 2; k += base) left = Math.floor(left / (base - least));
  return k + Math.floor(((base - least + 1) * left) / (left + skew));
}

const threshold = (k: number, bias: number): number => Math.min(most, Math.max(least, k - bias));
const digitText = (digit: number): string => String.fromCharCode(digit < 26 ? digit + 97 : digit + 22);

function digitOf(char: string): number {
  if (/[a-z]/i.test(char)) return char.toLowerCase().charCodeAt(0) - 97;
  return /\d/.test(char) ? Number(char) + 26 : base;
}

export function toPunycode(text: string): string {
  const points = Array.from(text, (char) => char.codePointAt(0) ?? 0);
  const basic = points.filter((point) => point < firstCode);
  let output = basic.map((point) => String.fromCharCode(point)).join('');
  if (basic.length > 0) output += '-';
  let [code, delta, bias, done] = [firstCode, 0, firstBias, basic.length];
  while (done < points.length) {
    const next = Math.min(...points.filter((point) => point >= code));
    delta += (next - code) * (done + 1);
    code = next;
    for (const point of points) {
      if (point < code) delta += 1;
      if (point !== code) continue;
      output += variableLength(delta, bias);
      bias = adapted(delta, done + 1, done === basic.length);
      delta = 0;
      done += 1;
    }
    delta += 1;
    code += 1;
  }
  return output;
}

function variableLength(delta: number, bias: number): string {
  let [left, text] = [delta, ''];
  for (let k = base; ; k += base) {
    const t = threshold(k, bias);
    if (left < t) return text + digitText(left);
    text += digitText(t + ((left - t) % (base - t)));
    left = Math.floor((left - t) / (base - t));
  }
}

/** Null for what is no punycode. */
export function fromPunycode(text: string): string | null {
  if (/[^\p{ASCII}]/u.test(text)) return null;
  const cut = text.lastIndexOf('-');
  const points = Array.from(cut > 0 ? text.slice(0, cut) : '', (char) => char.charCodeAt(0));
  let [code, place, bias] = [firstCode, 0, firstBias];
  for (let at = cut > 0 ? cut + 1 : 0; at < text.length; ) {
    const start = place;
    let weight = 1;
    for (let k = base; ; k += base) {
      const digit = digitOf(text[at] ?? '');
      at += 1;
      if (digit >= base || place > 2 ** 40) return null;
      place += digit * weight;
      const t = threshold(k, bias);
      if (digit < t) break;
      weight *= base - t;
    }
    bias = adapted(place - start, points.length + 1, start === 0);
    code += Math.floor(place / (points.length + 1));
    place %= points.length + 1;
    if (code > 0x10ffff) return null;
    points.splice(place, 0, code);
    place += 1;
  }
  return String.fromCodePoint(...points);
}

/** The full stops of other scripts separate labels too. */
export const domainToPunycode = (domain: string): string =>
  domain
    .split(/[.\u3002\uff0e\uff61]/)
    .map((label) => (/[^\p{ASCII}]/u.test(label) ? `xn--${toPunycode(label)}` : label))
    .join('.');

export function domainFromPunycode(domain: string): string | null {
  const labels = domain.split('.').map((label) => (/^xn--/i.test(label) ? fromPunycode(label.slice(4)) : label));
  return labels.includes(null) ? null : labels.join('.');
}
