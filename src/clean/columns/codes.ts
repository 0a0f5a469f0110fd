export const HINTS =
  'caption byline author-box share subscription advertisement related-stories hidden boilerplate cookie-notice comment comment-form breadcrumb navigation'.split(
    ' ',
  );
export const PHRASES =
  'injected-link related-stories subscription share advertisement comment-form copyright navigation cookie-notice spam-notice'.split(
    ' ',
  );

/** Place of a reason in its list, from 1; what is not in it comes last. */
export function codeOf(list: readonly string[], reason: string): number {
  return list.indexOf(reason) + 1 || list.length + 1;
}
