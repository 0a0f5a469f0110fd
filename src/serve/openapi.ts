import { z } from 'zod';
import { Problem } from './problem.ts';
import { type Route, rulesOf } from './route.ts';
import { ROUTES } from './routes/index.ts';
import { version } from './version.ts';

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

/**
 * The OpenAPI 3.1 document, made from the routes: zod gives the JSON Schema of every named part, and each part stands
 * once under components. Pure, so that the client's types can be made without a server.
 */
export function openApiDocument(): JsonObject {
  const components: { [name: string]: Json } = {};
  const paths: { [path: string]: { [method: string]: Json } } = {};
  for (const route of ROUTES) {
    paths[route.path] = { ...paths[route.path], [route.method ?? 'get']: operationOf(route, components) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Truceline',
      version,
      description:
        'The record of a dispute: articles with their events, claims and conditions, each line with the sentence it came from. Spans are UTF-16 offsets into the text of the article; dates are EDTF. What writes needs the header x-truceline: 1, which other sites cannot send.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: [...new Set(ROUTES.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: { schemas: sorted(components) },
  };
}

function operationOf(route: Route, components: { [name: string]: Json }): Json {
  const { access, writes } = rulesOf(route);
  const problem = (description: string) => ({
    description,
    content: { 'application/json': { schema: refTo(Problem, components) } },
  });
  return {
    operationId: route.name,
    tags: [route.tag],
    summary: route.summary,
    ...(route.description && { description: route.description }),
    parameters: [
      ...parametersOf('path', route.params, components),
      ...parametersOf('query', route.query, components),
    ],
    ...(route.body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: refTo(route.body, components) } },
      },
    }),
    'x-access': access,
    responses: {
      '200': {
        description: 'OK',
        content: { 'application/json': { schema: refTo(route.answer, components) } },
      },
      ...((route.query || route.body) && { '400': problem('A parameter is wrong') }),
      ...(access !== 'all' && { '401': problem('Not signed in') }),
      ...((writes || access === 'owner') && { '403': problem('Not allowed') }),
      ...(route.mayBeMissing && { '404': problem('There is no such thing') }),
      ...(route.conflict && { '409': problem(route.conflict) }),
      '429': problem('Too many requests'),
      default: problem('Any other error'),
    },
  };
}

function parametersOf(
  place: 'path' | 'query',
  schema: z.ZodObject | undefined,
  components: { [name: string]: Json },
): Json[] {
  if (!schema) return [];
  const { properties = {} } = jsonSchemaOf(schema, 'output', components) as { properties?: JsonObject };
  return Object.entries(schema.shape).map(([name, field]) => {
    const { description, ...rest } = properties[name] as JsonObject;
    const isRequired = place === 'path' || !(field as z.ZodType).safeParse(undefined).success;
    return { name, in: place, required: isRequired, ...(description && { description }), schema: rest };
  });
}

/** Puts a named schema, and all that it refers to, under components and gives the reference to it. */
function refTo(schema: z.ZodType, components: { [name: string]: Json }): Json {
  const id = schema.meta()?.id;
  if (typeof id !== 'string') throw new Error('a schema of the API has no name');
  // Reading the schema may put the named one there itself, among its definitions.
  if (!(id in components)) {
    const json = jsonSchemaOf(schema, 'input', components);
    components[id] ??= json;
  }
  return { $ref: `#/components/schemas/${id}` };
}

function jsonSchemaOf(schema: z.ZodType, io: 'input' | 'output', components: { [name: string]: Json }): Json {
  const { $schema, $defs, id, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io }) as {
    [key: string]: Json;
  };
  for (const [name, part] of Object.entries(($defs ?? {}) as JsonObject))
    components[name] ??= relocated(part);
  return relocated(rest);
}

/** Moves references from `$defs` to components, drops ids, which OpenAPI tells by the component's name. */
function relocated(json: Json): Json {
  if (Array.isArray(json)) return json.map(relocated);
  if (json === null || typeof json !== 'object') return json;
  const { id, ...rest } = json as { [key: string]: Json };
  const kept = typeof id === 'object' ? { id, ...rest } : rest;
  return Object.fromEntries(
    Object.entries(kept).map(([key, value]) =>
      key === '$ref' && typeof value === 'string'
        ? [key, value.replace('#/$defs/', '#/components/schemas/')]
        : [key, relocated(value)],
    ),
  );
}

function sorted(object: { [name: string]: Json }): JsonObject {
  return Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));
}
