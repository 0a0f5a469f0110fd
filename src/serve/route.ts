import type { z } from 'zod';
import type { Store } from '../store/index.ts';

/** One operation of the API: all that the server, its checks and the OpenAPI document need to know of it. */
export interface Route {
  /** Path with `{name}` for parameters, as OpenAPI writes it. */
  readonly path: string;
  /** Name of the operation, unique; the client's and later the MCP tool's name. */
  readonly name: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  /** Schema of the answer; it has a `meta` id, under which it stands in the OpenAPI components. */
  readonly answer: z.ZodType;
  /** Can the named thing be missing? Then 404 is documented. */
  readonly mayBeMissing?: boolean;
  readonly handle: (input: { params: unknown; query: unknown }, store: Store) => Promise<unknown>;
}

interface RouteOf<Params extends z.ZodObject, Query extends z.ZodObject, Answer extends z.ZodType>
  extends Omit<Route, 'params' | 'query' | 'answer' | 'handle'> {
  readonly params?: Params;
  readonly query?: Query;
  readonly answer: Answer;
  readonly handle: (
    input: { params: z.output<Params>; query: WithoutUndefined<z.output<Query>> },
    store: Store,
  ) => Promise<DeepReadonly<z.input<Answer>>>;
}

/** Defines a route; the types of its parameters and its answer follow from its schemas. */
export function route<
  Answer extends z.ZodType,
  Params extends z.ZodObject = z.ZodObject<Record<never, never>>,
  Query extends z.ZodObject = z.ZodObject<Record<never, never>>,
>(definition: RouteOf<Params, Query, Answer>): Route {
  // The server hands `handle` only what `params` and `query` have parsed, so the narrower input type holds.
  return definition as unknown as Route;
}

/** Parsed queries have no key for what was not given (see `withoutGaps`), which the store's filters ask for. */
type WithoutUndefined<Type> = { [Key in keyof Type]: Exclude<Type[Key], undefined> } extends infer Full
  ? { [Key in keyof Type as undefined extends Type[Key] ? never : Key]: Type[Key] } & {
      [Key in keyof Full as Key extends keyof Type
        ? undefined extends Type[Key]
          ? Key
          : never
        : never]?: Full[Key];
    }
  : never;

type DeepReadonly<Type> = Type extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : Type extends object
    ? { readonly [Key in keyof Type]: DeepReadonly<Type[Key]> }
    : Type;

/** The object without keys whose value is undefined. */
export function withoutGaps(given: object): object {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
