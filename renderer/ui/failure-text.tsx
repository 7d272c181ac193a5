import type { Failure } from '#shared/contract/result.ts';
import { errorText } from '#shared/text/error-text.ts';

/** The body of every error message: why, what next, the items to look at, the number to quote. */
export function FailureText({ failure }: { readonly failure: Failure }) {
  const text = errorText(failure);
  return (
    <>
      <p>{text.why}</p>
      <p>{text.next}</p>
      {failure.details === undefined || failure.details.length === 0 ? null : (
        <ul className="failure-details">
          {failure.details.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <p className="quiet">编号 {failure.id}</p>
    </>
  );
}

/** The same as plain text, for the clipboard. */
export function failureLines(failure: Failure): string {
  const text = errorText(failure);
  return [
    text.what,
    text.why,
    text.next,
    ...(failure.details ?? []),
    `编号 ${failure.id}（${failure.code}）`,
  ].join('\n');
}
