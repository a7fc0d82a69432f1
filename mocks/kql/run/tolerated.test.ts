import { describe, expect, it } from 'vitest';
import { createLanguage } from '@/lib/kql/language';
import { isTolerated } from './tolerated';

const language = createLanguage([]);

const left = (text: string) =>
  language
    .diagnose(text)
    .filter((problem) => problem.severity === 'error' && !isTolerated(problem, text))
    .map((problem) => problem.code);

const bags = "datatable(d: dynamic, Id: string, T: datetime)[dynamic({}), 'a', datetime(2025-01-01)]";

describe("what the editor's parser marks and Kusto answers", () => {
  it.each([
    `${bags} | evaluate bag_unpack(d, 'p_', columnsConflict='keep_source')`,
    `${bags} | evaluate bag_unpack(d, 'p_', 'keep_source', dynamic(['a']))`,
    `${bags} | evaluate bag_unpack(d, ignoredProperties=dynamic(['a']))`,
    `let ignored = dynamic(['a']); ${bags} | evaluate bag_unpack(d, ignoredProperties=ignored)`,
    `${bags} | evaluate activity_counts_metrics(Id, T, datetime(2025-01-01), datetime(2025-02-01), 'week')`,
    'print 1 | summarize count(1)',
  ])('%s', (text) => expect(left(text)).toEqual([]));

  it.each([
    [`${bags} | evaluate bag_unpack(d) | where strlen(1, 2) > 1`, 'KS119'],
    [`${bags} | evaluate activity_counts_metrics(Id, T, datetime(2025-01-01), datetime(2025-02-01), 'day')`, 'KS138'],
    [`${bags} | extend x = 'a' - dynamic({})`, 'KS106'],
  ])('%s stays an error', (text, code) => expect(left(text)).toContain(code));
});
