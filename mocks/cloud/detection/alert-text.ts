/**
 * What an alert says, when the rule lets the rows say it: `{{Column}}` in texts, and columns that name a severity or
 * tactics. What a column doesn't answer stays as the rule has it.
 * https://learn.microsoft.com/azure/sentinel/customize-alert-details
 */
import type { SentinelAlertDetailsOverride } from '@/lib/wire/sentinel/alert-rule-parts';
import { sentinelAttackTactics } from '@/lib/wire/sentinel/alert-rule-parts';
import { type AnswerRow, cellText } from '@/mocks/cloud/detection/answer-rows';
import { type DetectedSeverity, detectedSeverityOf } from '@/mocks/store/detected-alert';
import type { QueryRuleBody } from '@/mocks/store/records/alert-rule-record';

const longestTitle = 256;
const longestDescription = 5000;

/** Unknown columns leave nothing behind. Texts come from logs: they are never anything but text. */
export const filled = (format: string, row: AnswerRow): string =>
  format.replace(/\{\{\s*([^{}]+?)\s*\}\}/g, (_, column: string) => cellText(row[column]));

export type AlertText = {
  title: string;
  description: string;
  severity: DetectedSeverity;
  tactics: readonly string[];
  techniques: readonly string[];
  remediation: string | undefined;
  productName: string | undefined;
  /** The other dynamic properties, by name. */
  more: Record<string, string>;
};

function tacticsOf(cell: unknown): string[] {
  const named = cellText(cell)
    .split(/[,;"[\]]+/)
    .map((text) => text.trim().replaceAll(' ', '').toLowerCase());
  return sentinelAttackTactics.filter((tactic) => named.includes(tactic.toLowerCase()));
}

function dynamicProperties(override: SentinelAlertDetailsOverride, row: AnswerRow): Record<string, string> {
  return Object.fromEntries(
    (override.alertDynamicProperties ?? []).flatMap(({ alertProperty, value }) => {
      const text = cellText(row[value]);
      return text === '' ? [] : [[alertProperty, text]];
    }),
  );
}

/** `row` is the first that the alert stands for. */
export function alertText({ properties }: QueryRuleBody, row: AnswerRow): AlertText {
  const override = properties.alertDetailsOverride ?? {};
  const text = (format: string | null | undefined, otherwise: string, longest: number): string =>
    (format ? filled(format, row).trim() || otherwise : otherwise).slice(0, longest);
  const { RemediationSteps, ProductName, Techniques, ...more } = dynamicProperties(override, row);
  const tactics = override.alertTacticsColumnName ? tacticsOf(row[override.alertTacticsColumnName]) : [];
  const severity = override.alertSeverityColumnName
    ? detectedSeverityOf(cellText(row[override.alertSeverityColumnName]))
    : undefined;
  return {
    title: text(override.alertDisplayNameFormat, properties.displayName, longestTitle),
    description: text(override.alertDescriptionFormat, properties.description ?? '', longestDescription),
    severity: severity ?? detectedSeverityOf(properties.severity) ?? 'informational',
    tactics: tactics.length > 0 ? tactics : (properties.tactics ?? []),
    techniques: Techniques?.match(/T\d{4}(\.\d{3})?/g) ?? [
      ...(properties.techniques ?? []),
      ...(properties.subTechniques ?? []),
    ],
    remediation: RemediationSteps,
    productName: ProductName,
    more,
  };
}
