/** What the tenant asks of the engine's process, and what it answers. Both ends are this code: nothing is validated. */
import type { Environment } from '../environment/environment';
import type { JsonForm, JsonResult, LogRow, RunOptions } from '../run/contract';

export type Asked =
  | { readonly do: 'open'; readonly file: string; readonly memoryLimitMb: number; readonly threads: number }
  /** Load the parser and let it meet its tables; answered with nothing. */
  | { readonly do: 'warm' }
  | { readonly do: 'append'; readonly table: string; readonly rows: readonly LogRow[] }
  | { readonly do: 'multiply'; readonly copies: number }
  | {
      readonly do: 'run';
      readonly text: string;
      readonly options: Omit<RunOptions, 'signal'>;
      readonly form: JsonForm;
      /** What has changed since the last query. */
      readonly environment: Partial<Environment>;
    }
  | { readonly do: 'cancel'; readonly run: number }
  | { readonly do: 'counts' }
  | { readonly do: 'snapshot'; readonly file: string };

/** How many rows a table has, and how many of the pieces of bytes sent before the answer are its. */
export type Sent = { readonly count: number; readonly pieces: number };

type Good = Extract<JsonResult, { ok: true }>;
type More = NonNullable<Good['more']>[number];

/** A result whose rows came before it, as bytes under the same number, one table after the other. */
export type RunAnswer =
  | Exclude<JsonResult, { ok: true }>
  | (Omit<Good, 'json' | 'more'> & {
      readonly json: Sent;
      readonly more: readonly (Omit<More, 'json'> & { readonly json: Sent })[];
    });

export type Answered =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly message: string };
