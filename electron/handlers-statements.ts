import type { Handlers } from './context.ts';
import { drillStatement } from './services/statements/drill.ts';
import { getStatementContent, listStatementHeads } from './services/statements/head.ts';
import { prepareStatement, reviewStatement } from './services/statements/prepare.ts';
import { exportStatement, publishStatement, verifyStatement } from './services/statements/publish.ts';
import { setStatementSettings, statementSettings } from './services/statements/settings.ts';

/** The handlers of transparency statements. */
export const statementHandlers: Pick<Handlers, Extract<keyof Handlers, `statements.${string}`>> = {
  'statements.prepare': prepareStatement,
  'statements.review': reviewStatement,
  'statements.publish': publishStatement,
  'statements.list': listStatementHeads,
  'statements.get': getStatementContent,
  'statements.drill': drillStatement,
  'statements.export': exportStatement,
  'statements.verify': verifyStatement,
  'statements.settings': statementSettings,
  'statements.setSettings': setStatementSettings,
};
