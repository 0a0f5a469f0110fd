import createClient from 'openapi-fetch';
import type { components, paths } from './schema.d.ts';

type Schemas = components['schemas'];
export type ArticleLine = Schemas['ArticleLine'];
export type ArticleRecord = Schemas['Record'];
export type Article = Schemas['Article'];
export type Actor = Schemas['Actor'];
export type ActorRef = Schemas['ActorRef'];
export type Casualties = Schemas['Casualties'];
export type Claim = Schemas['Claim'];
export type Condition = Schemas['Condition'];
export type Event = Schemas['Event'];
export type EventLine = Schemas['EventLine'];
export type EventStatus = Schemas['EventStatus'];
export type Facets = Schemas['Facets'];
export type PloverType = Schemas['PloverType'];
export type Quad = Schemas['Quad'];
export type SearchHit = Schemas['SearchHit'];
export type Span = Schemas['Span'];
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
