import { SearchOutlined } from '@ant-design/icons';
import { Input, type InputRef } from 'antd';
import { type CSSProperties, type Ref, useEffect, useRef, useState } from 'react';

/** Pause in typing after which the search runs by itself. */
const pauseMs = 200;

type Props = {
  /** The text that is being searched for now. */
  readonly value: string;
  readonly onSearch: (text: string) => void;
  readonly placeholder: string;
  /** What the box searches, for readers of the screen; the placeholder when absent. */
  readonly label?: string;
  readonly style?: CSSProperties;
  readonly autoFocus?: boolean;
  readonly inputRef?: Ref<InputRef>;
};

/**
 * A search field that knows input methods: nothing is searched while candidates are being composed, and the
 * Enter that confirms a candidate only confirms it. Otherwise it searches after a short pause, or on Enter.
 */
export function SearchBox({
  value,
  onSearch,
  placeholder,
  label,
  style,
  autoFocus = false,
  inputRef,
}: Props) {
  const [text, setText] = useState(value);
  const [seen, setSeen] = useState(value);
  const [sent, setSent] = useState(value);
  const composing = useRef(false);
  const timer = useRef<number | undefined>(undefined);

  if (seen !== value) {
    setSeen(value);
    // A value that did not come from here (the back button, 清除条件) replaces what stands in the box.
    if (value !== sent) {
      setSent(value);
      setText(value);
    }
  }
  useEffect(() => () => window.clearTimeout(timer.current), []);

  const searchNow = (next: string) => {
    window.clearTimeout(timer.current);
    if (next === value) return;
    setSent(next);
    onSearch(next);
  };
  const searchSoon = (next: string) => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => searchNow(next), pauseMs);
  };

  return (
    <Input
      {...(inputRef === undefined ? {} : { ref: inputRef })}
      value={text}
      placeholder={placeholder}
      aria-label={label ?? placeholder}
      data-search-box
      autoFocus={autoFocus}
      prefix={<SearchOutlined aria-hidden />}
      allowClear
      maxLength={200}
      style={style ?? {}}
      onChange={(event) => {
        setText(event.target.value);
        if (composing.current) return;
        if (event.target.value === '') searchNow('');
        else searchSoon(event.target.value);
      }}
      onCompositionStart={() => {
        composing.current = true;
        window.clearTimeout(timer.current);
      }}
      onCompositionEnd={(event) => {
        composing.current = false;
        searchSoon(event.currentTarget.value);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing || composing.current) return;
        if (text === value) return;
        event.preventDefault(); // this Enter searched; it must not also open what was found before
        searchNow(text);
      }}
    />
  );
}
