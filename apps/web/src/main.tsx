import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { storedLanguage } from './i18n/languages.ts';
import { startI18n } from './i18n/start.ts';
import { moveTokenToFragment } from './joining/join-link.ts';
import { followSession } from './providers/auth.ts';
import { leaveKeysToInputMethods } from './ui/keys/input-method.ts';
import './ui/page.css';
import './ui/record-list.css';
import './app/shell/shell.css';

moveTokenToFragment();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element #root');

followSession();
leaveKeysToInputMethods();

/** No `await` here: the texts import from this file's chunk, and each would wait for the other. */
void startI18n(storedLanguage()).then(() => createRoot(root).render(<App />));
