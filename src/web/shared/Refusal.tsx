import { ApiProblem } from '../api/client.ts';
import { t } from '../messages/index.ts';

/** Why the server did not do what was asked, where it did not. */
export function Refusal({ of }: { of: { readonly error: unknown } }) {
  const { error } = of;
  if (!error) return null;
  return (
    <p role="alert" className="refusal">
      {error instanceof ApiProblem ? `${error.message}. ${error.remedy}` : t('state.unreachable')}
    </p>
  );
}
