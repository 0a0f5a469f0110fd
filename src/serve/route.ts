import type { z } from 'zod';
import type { Store } from '../store/index.ts';
import type { Access } from './access.ts';
import type { Context } from './context.ts';

/** One operation of the API: all that the server, its checks and the OpenAPI document need to know of it. */
export interface Route {
  /** Path with `{name}` for parameters, as OpenAPI writes it. */
  readonly path: string;
  /** Name of the operation, unique; the client's and later the MCP tool's name. */
  readonly name: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  /** `get` where not given. All others write, and are taken from pages of this server only. */
  readonly method?: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Who may: readers for `get`, editors for the others, where not given. */
  readonly access?: Access;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  /** JSON that comes with the request. It has a `meta` id. */
  readonly body?: z.ZodObject;
  /** Largest body in bytes; 64 KiB where not given. */
  readonly bodyLimit?: number;
  /** Requests a minute from one address, where fewer than usual. */
  readonly perMinute?: number;
  /** Schema of the answer; it has a `meta` id, under which it stands in the OpenAPI components. */
  readonly answer: z.ZodType;
  /** Can the named thing be missing? Then 404 is documented. */
  readonly mayBeMissing?: boolean;
  /** Where it can be refused over what somebody else did: what 409 then means, for the document. */
  readonly conflict?: string;
  readonly handle: (
    input: { params: unknown; query: unknown; body: unknown },
    store: Store,
    context: Context,
  ) => Promise<unknown>;
}

interface RouteOf<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Body extends z.ZodObject,
  Answer extends z.ZodType,
> extends Omit<Route, 'params' | 'query' | 'body' | 'answer' | 'handle'> {
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly answer: Answer;
  readonly handle: (
    input: {
      params: z.output<Params>;
      query: WithoutUndefined<z.output<Query>>;
      body: WithoutUndefined<z.output<Body>>;
    },
    store: Store,
    context: Context,
  ) => Promise<DeepReadonly<z.input<Answer>>>;
}

/** Defines a route; the types of its parameters and its answer follow from its schemas. */
export function route<
  Answer extends z.ZodType,
  Params extends z.ZodObject = z.ZodObject<Record<never, never>>,
  Query extends z.ZodObject = z.ZodObject<Record<never, never>>,
  Body extends z.ZodObject = z.ZodObject<Record<never, never>>,
>(definition: RouteOf<Params, Query, Body, Answer>): Route {
  // The server hands `handle` only what the schemas have parsed, so the narrower input type holds.
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

/** Who may use the operation, and whether it writes. */
export function rulesOf({ method = 'get', access }: Route): { access: Access; writes: boolean } {
  return { access: access ?? (method === 'get' ? 'reader' : 'editor'), writes: method !== 'get' };
}
