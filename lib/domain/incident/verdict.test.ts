import { describe, expect, it } from 'vitest';
import {
  verdictFromGraph,
  verdictFromSentinel,
  verdictToGraph,
  verdictToSentinel,
} from '@/lib/domain/incident/verdict';

const note = { determination: null, reason: null, comment: null };

describe("Microsoft's classification table", () => {
  it.each([
    ['truePositive', 'TruePositive', 'SuspiciousActivity'],
    ['falsePositive', 'FalsePositive', 'InaccurateData'],
    ['benignPositive', 'BenignPositive', 'SuspiciousButExpected'],
    ['undetermined', 'Undetermined', null],
  ] as const)('%s is %s / %s in Sentinel', (classification, there, reason) => {
    expect(verdictToSentinel({ ...note, classification })).toEqual({
      classification: there,
      classificationReason: reason,
    });
    expect(verdictFromSentinel(there, reason, 'note')?.classification).toBe(classification);
  });

  it.each([
    ['truePositive', 'truePositive'],
    ['falsePositive', 'falsePositive'],
    ['benignPositive', 'informationalExpectedActivity'],
    ['undetermined', 'unknown'],
  ] as const)('%s is %s in Graph', (classification, there) => {
    expect(verdictToGraph({ ...note, classification }).classification).toBe(there);
  });

  it("keeps the analyst's own reason where Sentinel offers it", () => {
    expect(
      verdictToSentinel({ ...note, classification: 'falsePositive', reason: 'IncorrectAlertLogic' })
        .classificationReason,
    ).toBe('IncorrectAlertLogic');
    expect(
      verdictToSentinel({ ...note, classification: 'truePositive', reason: 'IncorrectAlertLogic' })
        .classificationReason,
    ).toBe('SuspiciousActivity');
  });

  it('loses IncorrectAlertLogic on the way to Graph, and a determination on the way to Sentinel', () => {
    expect(verdictToGraph({ ...note, classification: 'falsePositive', reason: 'IncorrectAlertLogic' })).toEqual({
      classification: 'falsePositive',
      determination: 'unknown',
    });
    expect(verdictToGraph({ ...note, classification: 'falsePositive', determination: 'phishing' }).determination).toBe(
      'unknown',
    );
  });

  it('is null while nothing was said', () => {
    expect(verdictFromGraph(null, null, null)).toBeNull();
    expect(verdictFromGraph('unknown', 'unknown', '')).toBeNull();
    expect(verdictFromSentinel(undefined, undefined, undefined)).toBeNull();
    expect(verdictFromSentinel('Undetermined', null, 'looked into it')).toMatchObject({
      classification: 'undetermined',
      comment: 'looked into it',
    });
  });
});
