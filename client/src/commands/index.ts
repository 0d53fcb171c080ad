import type { Command } from './command.ts';
import { chooseLanguageProvider } from './language/choose.ts';
import { restartLanguageServer } from './language/restart.ts';
import { showLanguageLog } from './language/showLog.ts';

/** Every command. Title, icon, menus and `when` in package.json are generated from these declarations. */
export const commands: readonly Command[] = [restartLanguageServer, chooseLanguageProvider, showLanguageLog];
