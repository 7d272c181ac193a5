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
  readonly inputRef?: Ref<InputRef>;
};

/**
 * A search field that knows input methods: nothing is searched while candidates are being composed, and the
 * Enter that confirms a candidate only confirms it. Otherwise it searches after a short pause, or on Enter.
 */
export function SearchBox({ value, onSearch, placeholder, label, style, inputRef }: Props) {
  const [text, setText] = useState(value);
  const [shown, setShown] = useState(value);
  const composing = useRef(false);
  const timer = useRef<number | undefined>(undefined);

  if (shown !== value) {
    // The address changed from outside, for example through the back button.
    setShown(value);
    setText(value);
  }
  useEffect(() => () => window.clearTimeout(timer.current), []);

  const searchNow = (next: string) => {
    window.clearTimeout(timer.current);
    if (next !== value) {
      setShown(next);
      onSearch(next);
    }
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
      prefix={<SearchOutlined aria-hidden />}
      allowClear
      maxLength={200}
      style={style ?? {}}
      onChange={(event) => {
        setText(event.target.value);
        if (event.target.value === '') searchNow('');
        else if (!composing.current) searchSoon(event.target.value);
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
        if (event.key === 'Enter' && !event.nativeEvent.isComposing && !composing.current) searchNow(text);
      }}
    />
  );
}
