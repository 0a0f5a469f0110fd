import createClient from 'openapi-fetch';
import type { components, paths } from './schema.d.ts';

type Schemas = components['schemas'];
export type ArticleLine = Schemas['ArticleLine'];
export type ArticleRecord = Schemas['Record'];
export type ArticleRef = Schemas['ArticleRef'];
export type ClaimLine = Schemas['ClaimLine'];
export type ConditionLine = Schemas['ConditionLine'];
export type ConditionKind = Schemas['ConditionKind'];
export type ActorLine = Schemas['ActorLine'];
export type Place = Schemas['Place'];
export type Stance = Schemas['Stance'];
export type Article = Schemas['Article'];
export type Actor = Schemas['Actor'];
export type ActorPage = Schemas['ActorPage'];
export type ActorRef = Schemas['ActorRef'];
export type Casualties = Schemas['Casualties'];
export type Claim = Schemas['Claim'];
export type Condition = Schemas['Condition'];
export type DateExpression = Schemas['DateExpression'];
export type Event = Schemas['Event'];
export type EventLine = Schemas['EventLine'];
export type EventStatus = Schemas['EventStatus'];
export type Facets = Schemas['Facets'];
export type PloverMode = Schemas['PloverMode'];
export type PloverType = Schemas['PloverType'];
export type Role = Schemas['Role'];
export type RoleInTime = Schemas['RoleInTime'];
export type Invitation = Schemas['Invitation'];
export type Dossier = Schemas['Dossier'];
export type DossierDefinition = Schemas['DossierDefinition'];
export type QueueItem = Schemas['QueueItem'];
export type Decision = Schemas['Decision'];
export type LineChanges = Schemas['LineChanges'];
export type LineTable = Schemas['LineTable'];
export type Change = Schemas['Change'];
export type Job = Schemas['Job'];
export type JobInput = Schemas['JobInput'];
export type Removed = Schemas['Removed'];
export type SourcePlace = Schemas['SourcePlace'];
export type Quad = Schemas['Quad'];
export type SearchHit = Schemas['SearchHit'];
export type Span = Schemas['Span'];
export type Overview = Schemas['Overview'];
export type DensityItem = Schemas['DensityList']['items'][number];
export type Lane = DensityItem['lane'];
export type ConditionSpan = Schemas['ConditionSpan'];
export type PlaceCount = Schemas['PlaceCount'];
export type Side = Schemas['Side'];
export type Network = Schemas['Network'];
export type TimelineEntry = Schemas['TimelineEntry'];
export type TimelineQuery = NonNullable<paths['/api/timeline']['get']['parameters']['query']>;
export type ArticlesQuery = NonNullable<paths['/api/articles']['get']['parameters']['query']>;

/** The header says that a request that writes comes from a page of this server; other sites cannot send it. */
export const client = createClient<paths>({ baseUrl: '/', headers: { 'x-truceline': '1' } });

/** What the server said was wrong: its status, and its own words. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly remedy: string;

  constructor(status: number, message: string, remedy: string) {
    super(message);
    this.status = status;
    this.remedy = remedy;
  }
}

/** The data of an answer. Throws ApiProblem where the server refused; a TypeError means that it was not reached. */
export function dataOf<Data>(answer: {
  data?: Data;
  error?: { message?: string; remedy?: string };
  response: Response;
}): Data {
  if (answer.data !== undefined) return answer.data;
  const { message = answer.response.statusText, remedy = '' } = answer.error ?? {};
  throw new ApiProblem(answer.response.status, message, remedy);
}

/** Asks for an address that was put together at run time. The server keeps to its schema, so the answer is not checked anew. */
export async function ask<Answer>(address: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(address, {
    ...init,
    headers: { accept: 'application/json', ...init.headers },
  });
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  const body: unknown = isJson ? await response.json() : undefined;
  if (response.ok) return body as Answer;
  const problem = (body ?? {}) as { message?: string; remedy?: string };
  throw new ApiProblem(response.status, problem.message ?? response.statusText, problem.remedy ?? '');
}
