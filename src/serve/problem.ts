import { z } from 'zod';
import { asTrucelineError, type ErrorCode, TrucelineError } from '../model/index.ts';
import { ReviewConflict } from '../store/index.ts';

/** What every error of the API looks like. */
export const Problem = z
  .object({
    code: z.string().meta({ description: 'Code of docs/errors.md' }),
    message: z.string().meta({ description: 'What happened' }),
    remedy: z.string().meta({ description: 'What to do' }),
    latest: z
      .object({ id: z.int(), who: z.string(), at: z.string(), action: z.string() })
      .optional()
      .meta({ description: 'Of a conflict in review: the decision of the other person that came first' }),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;

const STATUS: { readonly [code in ErrorCode]?: number } = {
  E_QUERY: 400,
  E_USAGE: 400,
  E_HOST: 403,
  E_SIGN_IN: 401,
  E_PASSWORD: 401,
  E_ROLE: 403,
  E_CROSS_SITE: 403,
  E_INVITATION: 410,
  E_NO_SUCH: 404,
  E_NAME_TAKEN: 409,
  E_LAST_OWNER: 409,
  E_CONFLICT: 409,
  E_ROUTE: 404,
  E_NO_ARTICLE: 404,
  E_TOO_MANY: 429,
  E_STORE_SERVER: 503,
  E_STORE_BUSY: 503,
};

/** Status code and body for whatever was thrown; of an unknown error nothing but its code is told. */
export function problemOf(thrown: unknown): { status: number; problem: Problem } {
  const error = asTrucelineError(thrown);
  const told =
    error.code === 'E_INTERNAL'
      ? new TrucelineError('E_INTERNAL', { detail: 'see the log of the server' })
      : error;
  return {
    status: STATUS[error.code] ?? 500,
    problem: {
      code: told.code,
      message: told.message,
      remedy: told.remedy,
      ...(error instanceof ReviewConflict && { latest: error.latest }),
    },
  };
}

/** One line of what is wrong with a query: the first issue, with the parameter's name. */
export function queryError(error: z.ZodError): TrucelineError {
  const issue = error.issues[0];
  const name = issue?.path.length ? `${String(issue.path[0])}: ` : '';
  return new TrucelineError('E_QUERY', { detail: `${name}${issue?.message ?? 'wrong query'}` }, error);
}
