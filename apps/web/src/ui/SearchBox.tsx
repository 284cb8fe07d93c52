import { SearchOutlined } from '@ant-design/icons';
import type { InputRef } from 'antd';
import Input from 'antd/es/input/Input';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePageKey } from './keys/use-page-key.ts';

const PAUSE_MS = 250;

interface SearchBoxProps {
  /** The search that is in force. */
  value: string;
  /** Called once the person pauses, or presses Enter. */
  onSearch: (text: string) => void;
  /** What is searched in. */
  label: string;
}

/** Searches as one types; the key `/` leads here. */
export function SearchBox({ value, onSearch, label }: SearchBoxProps) {
  const { t } = useTranslation();
  const input = useRef<InputRef>(null);
  const [text, setText] = useState(value);
  const [inForce, setInForce] = useState(value);
  if (inForce !== value) {
    setInForce(value);
    if (value !== sought(text)) setText(value);
  }

  const onSearchNow = useRef(onSearch);
  useEffect(() => {
    onSearchNow.current = onSearch;
  });
  /** What is typed on the way to a Chinese or Japanese word is none. */
  const [isComposing, setComposing] = useState(false);
  useEffect(() => {
    if (isComposing) return;
    const timer = setTimeout(() => onSearchNow.current(sought(text)), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, isComposing]);

  usePageKey('/', () => input.current?.focus({ cursor: 'all' }));

  return (
    <Input
      ref={input}
      className="search-box"
      // Not of the type "search": WebKit would show an icon of its own beside the one that clears the box.
      role="searchbox"
      inputMode="search"
      enterKeyHint="search"
      prefix={<SearchOutlined />}
      suffix={<kbd aria-hidden>/</kbd>}
      allowClear
      maxLength={256}
      aria-label={label}
      placeholder={label}
      title={t('list.searchShortcut')}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
      onPressEnter={() => onSearch(sought(text))}
    />
  );
}

/** One form for all addresses: some keyboards and clipboards give letters and accents apart. */
const sought = (text: string): string => text.trim().normalize('NFC');
