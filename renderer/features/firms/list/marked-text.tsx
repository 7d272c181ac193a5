type Props = {
  readonly text: string;
  /** What was searched for: words parted by blanks. */
  readonly search: string;
};

/** A text in which the words that were searched for stand out; found by code or pinyin, nothing is marked. */
export function MarkedText({ text, search }: Props) {
  return (
    <>
      {markedParts(text, search).map((part) =>
        part.marked ? <mark key={part.at}>{part.text}</mark> : <span key={part.at}>{part.text}</span>,
      )}
    </>
  );
}

type Part = { readonly at: number; readonly text: string; readonly marked: boolean };

function markedParts(text: string, search: string): readonly Part[] {
  const lower = text.toLowerCase();
  const marked = new Array<boolean>(text.length).fill(false);
  for (const word of search.normalize('NFKC').toLowerCase().split(/\s+/u).filter(Boolean)) {
    for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + word.length)) {
      marked.fill(true, at, at + word.length);
    }
  }
  const parts: Part[] = [];
  for (let at = 0; at < text.length; ) {
    let end = at + 1;
    while (end < text.length && marked[end] === marked[at]) end += 1;
    parts.push({ at, text: text.slice(at, end), marked: marked[at] ?? false });
    at = end;
  }
  return parts;
}
