/** The library comes without types; the tests only ask whether it takes a date. */
declare module 'edtf' {
  export default function edtf(text: string): unknown;
}
