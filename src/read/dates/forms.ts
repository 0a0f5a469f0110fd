import { CALENDAR_FORMS } from './calendar-forms.ts';
import type { Context } from './context.ts';
import { DURATION_FORMS } from './duration-forms.ts';
import type { Slots } from './pattern.ts';
import { QUARTER_FORMS } from './quarter-forms.ts';
import { RELATIVE_FORMS } from './relative-forms.ts';
import type { Resolution } from './resolution.ts';

type Form = (slots: Slots, context: Context) => Resolution | null;

/** What each form of the rule files means; a form that the text cannot mean gives null, and a shorter match is tried. */
export const FORMS: ReadonlyMap<string, Form> = new Map<string, Form>(
  Object.entries({ ...CALENDAR_FORMS, ...RELATIVE_FORMS, ...QUARTER_FORMS, ...DURATION_FORMS }),
);
