import type { SearchHit } from '../api/client.ts';

/** Text with the words that were searched for marked. */
export function Found({ parts }: { parts: SearchHit['snippet'] }) {
  return parts.map(({ text, isHit }, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: parts never change their order
    isHit ? <mark key={index}>{text}</mark> : text,
  );
}
