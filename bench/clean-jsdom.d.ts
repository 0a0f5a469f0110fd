/** The little of jsdom that the bench calls; the library brings no types of its own. */
declare module 'jsdom' {
  import type { parseHTML } from 'linkedom';
  export class JSDOM {
    constructor(html: string, options: { url: string });
    readonly window: { readonly document: ReturnType<typeof parseHTML>['document']; close(): void };
  }
}
