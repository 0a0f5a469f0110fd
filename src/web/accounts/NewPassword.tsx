import { t } from '../messages/index.ts';
import { Field } from '../shared/fields.tsx';

/** The field for a password that is chosen, with the lengths that the server takes. */
export function NewPassword({ name }: { name: string }) {
  return (
    <Field label={t('account.newPassword')}>
      {(id) => (
        <input
          id={id}
          name={name}
          type="password"
          autoComplete="new-password"
          required
          minLength={12}
          maxLength={256}
        />
      )}
    </Field>
  );
}
