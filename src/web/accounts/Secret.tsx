import { useState } from 'react';
import { t } from '../messages/index.ts';

/** A link that is shown this once; a press copies it, where the browser lets a page do so. */
export function Secret({ text }: { text: string }) {
  const [copied, setCopied] = useState<string | null>(null);
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => setCopied(text),
      // Forbidden: the text can be marked by hand, it is all marked by one click.
      () => setCopied(null),
    );
  };
  return (
    <>
      <code className="secret">{text}</code>{' '}
      {'clipboard' in navigator && (
        <button type="button" className="button small" onClick={copy}>
          {copied === text ? t('account.copied') : t('account.copy')}
        </button>
      )}
    </>
  );
}
