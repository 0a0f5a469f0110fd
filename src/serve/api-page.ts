import { escaped, htmlPage } from './html.ts';
import { type Json, type JsonObject, openApiDocument } from './openapi.ts';

/** /api for people: every operation, its parameters, and the parts of the record; plain HTML, no script. */
export function apiPage(): string {
  const document = openApiDocument() as unknown as Shape;
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => operation(method, path, one)),
  );
  const parts = Object.entries(document.components.schemas).map(([name, schema]) => part(name, schema));
  return htmlPage({
    title: 'Truceline API',
    body: `<p><a href="/">Truceline</a></p>
<h1>API</h1>
<p>${escaped(document.info.description)}</p>
<p>OpenAPI ${escaped(document.openapi)}: <a href="/api/openapi.json">/api/openapi.json</a>. All answers are JSON; lists
are paged: follow <code>next</code> as <code>cursor</code>. Every error is <code>{code, message, remedy}</code>.</p>
<h2>Operations</h2>
${operations.join('\n')}
<h2>Parts</h2>
${parts.join('\n')}`,
  });
}

interface Shape {
  openapi: string;
  info: { description: string };
  paths: { [path: string]: { [method: string]: Operation } };
  components: { schemas: { [name: string]: JsonObject } };
}
interface Operation {
  operationId: string;
  summary: string;
  description?: string;
  parameters: { name: string; in: string; required: boolean; description?: string; schema: JsonObject }[];
  'x-access': string;
  requestBody?: { content: { 'application/json': { schema: { $ref: string } } } };
  responses: { '200': { content: { 'application/json': { schema: { $ref: string } } } } };
}

function operation(
  method: string,
  path: string,
  { operationId, summary, description, parameters, requestBody, responses, 'x-access': access }: Operation,
): string {
  const body = requestBody && nameOf(requestBody.content['application/json'].schema.$ref);
  const answer = nameOf(responses['200'].content['application/json'].schema.$ref);
  const rows = parameters.map(
    ({ name, required, description: about = '', schema }) =>
      `<tr><th scope="row"><code>${escaped(name)}</code>${required ? ' <span class="quiet">required</span>' : ''}</th>` +
      `<td>${typeOf(schema)}</td><td>${escaped(about)}</td></tr>`,
  );
  return `<details id="${escaped(operationId)}"><summary><span class="path">${method.toUpperCase()} ${escaped(path)}</span>${escaped(summary)}</summary>
<div>${description ? `<p>${escaped(description)}</p>` : ''}
${rows.length ? `<table>${rows.join('')}</table>` : ''}
<p>${access === 'all' ? 'For everyone.' : `Needs the role ${escaped(access)}.`}
${body ? `Takes <a href="#${escaped(body)}">${escaped(body)}</a> as JSON. ` : ''}Answers with <a href="#${escaped(answer)}">${escaped(answer)}</a>.</p></div></details>`;
}

function part(name: string, schema: JsonObject): string {
  const about = typeof schema.description === 'string' ? schema.description : '';
  const properties = Object.entries((schema.properties ?? {}) as { [name: string]: JsonObject });
  const required = (schema.required ?? []) as readonly Json[];
  const rows = properties.map(
    ([key, value]) =>
      `<tr><th scope="row"><code>${escaped(key)}</code>${required.includes(key) ? '' : ' <span class="quiet">optional</span>'}</th>` +
      `<td>${typeOf(value)}</td><td>${escaped(typeof value.description === 'string' ? value.description : '')}</td></tr>`,
  );
  return `<details id="${escaped(name)}"><summary><span class="path">${escaped(name)}</span>${escaped(about)}</summary>
<div>${rows.length ? `<table>${rows.join('')}</table>` : `<p>${typeOf(schema)}</p>`}</div></details>`;
}

function typeOf(schema: JsonObject): string {
  if (typeof schema.$ref === 'string') {
    const name = nameOf(schema.$ref);
    return `<a href="#${escaped(name)}">${escaped(name)}</a>`;
  }
  if (schema.items) return `list of ${typeOf(schema.items as JsonObject)}`;
  if (Array.isArray(schema.enum))
    return schema.enum.map((value) => `<code>${escaped(String(value))}</code>`).join(' ');
  const choices = (schema.anyOf ?? schema.oneOf ?? schema.allOf) as readonly JsonObject[] | undefined;
  if (choices) return choices.map(typeOf).join(schema.allOf ? ' and ' : ' or ');
  if (schema.properties) return `{ ${Object.keys(schema.properties).map(escaped).join(', ')} }`;
  return escaped(String(schema.type ?? schema.const ?? 'any'));
}

function nameOf(ref: string): string {
  return ref.slice(ref.lastIndexOf('/') + 1);
}
