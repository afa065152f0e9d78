import type { users as zh } from '../zh/users.ts';

/** Who may use the program, and as what. */
export const users: typeof zh = {
  title: 'People', note: 'One account each; the role decides what one may do', name: 'Name', role: 'Role', state: 'State', since: 'Since', active: 'in use', off: 'switched off', switchOff: 'Switch off', switchOn: 'Switch on', setPassword: 'Set password', setPasswordOf: 'Set the password of {{name}}', newPassword: 'New password', passwordHint: 'At least 8 characters', passwordSet: 'The password of {{name}} was changed.', you: '(you)', actions: 'Actions',
  add: 'Add a person', addButton: 'Add', added: '{{name}} was added.', needName: 'A name is needed', tooShort: 'At least 8 characters', notAllowed: 'The list of people is for managers and auditors.', none: 'Nobody yet',
  own: 'My password', present: 'Present password', again: 'Once more', mismatch: 'The two differ', changeOwn: 'Change password', ownDone: 'Changed; use it the next time you sign in.',
  duty: { manager: 'everything', cashier: 'takes money, prints receipts', office: 'prints, exports, backs up', auditor: 'reads only, the audit too' },
};
