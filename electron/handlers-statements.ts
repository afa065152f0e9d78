import type { Handlers } from './context.ts';
import { drillStatement } from './services/statements/drill.ts';
import { listNotes, setNotes } from './services/statements/notes.ts';
import { addObjection, answerObjection, listObjections } from './services/statements/objections.ts';
import { addPhoto, addPosting, endPosting, getPhoto, listPostings } from './services/statements/postings.ts';
import { printStatement } from './services/statements/print-statement.ts';
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
  'statements.print': printStatement,
  'statements.setNotes': setNotes,
  'statements.listNotes': listNotes,
  'statements.addPosting': addPosting,
  'statements.addPhoto': addPhoto,
  'statements.endPosting': endPosting,
  'statements.listPostings': listPostings,
  'statements.getPhoto': getPhoto,
  'statements.addObjection': addObjection,
  'statements.answerObjection': answerObjection,
  'statements.listObjections': listObjections,
};
