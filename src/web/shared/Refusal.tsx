import { ApiProblem } from '../api/client.ts';
import { t } from '../messages/index.ts';

/** Why the server did not do what was asked, where it did not. */
export function Refusal({ of }: { of: { readonly error: unknown } }) {
  const { error } = of;
  if (!error) return null;
  return (
    <p role="alert" className="refusal">
      {error instanceof ApiProblem ? wordsOf(error) : t('state.notDone')}
    </p>
  );
}

/** What to do about a wrong value stands beside its field; the server's own advice is for programs. */
function wordsOf({ status, message, remedy }: ApiProblem): string {
  return status === 400 ? `${message.replace(/^changes: /, '')}.` : `${message}. ${remedy}`;
}
