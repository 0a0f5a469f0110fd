import { CATALOGUE, EXIT } from './errors.ts';

/** docs/errors.md, made from the catalogue. */
export function errorDocs(): string {
  const exits = Object.entries(EXIT).map(
    ([name, code]) => `| ${code} | ${EXIT_MEANING[name as keyof typeof EXIT]} |`,
  );
  const errors = Object.entries(CATALOGUE).map(
    ([code, { exit, message, remedy }]) => `| \`${code}\` | ${exit} | ${cell(message)} | ${cell(remedy)} |`,
  );
  return [
    '# Errors and exit codes',
    '',
    'Made by `npm run docs` from src/model/errors.ts. Words in braces stand for details.',
    '',
    '| exit code | meaning |',
    '| --- | --- |',
    ...exits,
    '',
    '| code | exit | what it says | what to do |',
    '| --- | --- | --- | --- |',
    ...errors,
    '',
  ].join('\n');
}

const EXIT_MEANING = {
  ok: 'done',
  failed: 'an error of Truceline itself',
  usage: 'wrong use: unknown command, flag or value',
  partial: 'done, but some inputs could not be used; they are listed on standard error',
  input: 'the input could not be used',
  network: 'the network, or an address that is refused',
  store: 'the store',
  disk: 'the disk is full or cannot be written',
} as const satisfies { readonly [name in keyof typeof EXIT]: string };

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;');
}
