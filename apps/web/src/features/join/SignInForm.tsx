import { Button } from 'antd';
import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import { useLanguage } from '../../i18n/use-language.ts';

interface SignInFormProps {
  token: string;
  words: string;
  /** Runs before the page is left. */
  onSubmit?: () => void;
}

/**
 * Leaves for the sign-in as the invited person, and comes back to the link. A form, since it makes something, and so that
 * the token is in no address. A second press changes nothing: the link signs in once.
 */
export function SignInForm({ token, words, onSubmit }: SignInFormProps) {
  const language = useLanguage();
  const hasLeft = useRef(false);
  const [isLeaving, setLeaving] = useState(false);

  useEffect(() => {
    // A browser may bring the page back as it was left.
    const comeBack = () => {
      hasLeft.current = false;
      setLeaving(false);
    };
    window.addEventListener('pageshow', comeBack);
    return () => window.removeEventListener('pageshow', comeBack);
  }, []);

  function leave(event: SubmitEvent) {
    if (hasLeft.current) return event.preventDefault();
    hasLeft.current = true;
    setLeaving(true);
    onSubmit?.();
  }

  return (
    <form method="post" action="/auth/join" onSubmit={leave}>
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="ui_locales" value={language} />
      <Button type="primary" htmlType="submit" loading={isLeaving}>
        {words}
      </Button>
    </form>
  );
}
