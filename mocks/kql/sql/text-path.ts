/** tostring() of something inside a dynamic value: read as text at once, not as JSON that is unwrapped afterwards. */
import { constantPath } from './dynamic-access';
import { printAs } from './expression';
import { operand } from './operands';
import type { SpecialPrinter } from './operators';
import { quoteText } from './quote';

const textAtPath: SpecialPrinter = (expr, context) => {
  const subject = operand(expr, 0);
  if (subject.type !== 'dynamic') return undefined;
  const { root, path } = constantPath(subject);
  if (path === '$') return undefined;
  return `coalesce(json_extract_string(${printAs(root, 'dynamic', context)}, ${quoteText(path)}), '')`;
};

export const textPathPrinters: Readonly<Record<string, SpecialPrinter>> = { tostring: textAtPath };
