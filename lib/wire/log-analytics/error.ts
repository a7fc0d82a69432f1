/** How the Log Analytics query API says no, or says that an answer is not the whole one. */
import { z } from 'zod';
import { optionalNumber, optionalText } from '@/lib/wire/field';
import { openObject } from '@/lib/wire/open-object';

/** Errors nest: the innermost one knows the place in the query. */
export type LogsErrorBody = {
  code: string;
  message: string;
  correlationId?: string | null | undefined;
  /** From 1. */
  line?: number | null | undefined;
  /** Column in that line, from 0. */
  pos?: number | null | undefined;
  token?: string | null | undefined;
  details?: { code?: string | null | undefined; message?: string | null | undefined }[] | null | undefined;
  innererror?: LogsErrorBody | null | undefined;
};

/** Recursive, so its type is written out above instead of inferred. */
export const logsErrorBody: z.ZodType<LogsErrorBody> = openObject({
  code: z.string(),
  message: z.string(),
  correlationId: optionalText,
  line: optionalNumber,
  pos: optionalNumber,
  token: optionalText,
  details: z.array(openObject({ code: optionalText, message: optionalText })).nullish(),
  get innererror() {
    return logsErrorBody.nullish();
  },
});

/** https://learn.microsoft.com/azure/azure-monitor/logs/api/errors */
export const logsError = openObject({ error: logsErrorBody });
