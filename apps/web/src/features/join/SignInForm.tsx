import { Button } from 'antd';
import { useLanguage } from '../../i18n/use-language.ts';

interface SignInFormProps {
  token: string;
  words: string;
  /** Runs before the page is left. */
  onSubmit?: () => void;
}

/** Leaves for the sign-in as the invited person, and comes back to the link. A form, since it makes something. */
export function SignInForm({ token, words, onSubmit }: SignInFormProps) {
  const language = useLanguage();
  const query = new URLSearchParams({ ui_locales: language });
  return (
    <form method="post" action={`/auth/join/${encodeURIComponent(token)}?${query}`} onSubmit={onSubmit}>
      <Button type="primary" htmlType="submit">
        {words}
      </Button>
    </form>
  );
}
