import { listHomes } from '../homes/list-homes.ts';
import { listAudit } from '../ledger/books.ts';
import { listUsers } from '../users/manage-users.ts';
import { exportOf } from './list-type.ts';
import { ROLE_NAMES, STATUS_NAMES } from './words.ts';

export const officeLists = {
  'homes.list': exportOf('homes.list', listHomes, (add) => [add({
    name: '房屋', items: ({ items }) => items,
    columns: (c) => [c.text('房号', ({ label }) => label), c.text('业主', ({ ownerName }) => ownerName, { width: 20 }), c.area('建筑面积 m²', ({ areaDm2 }) => areaDm2), c.text('状态', ({ status }) => STATUS_NAMES[status], { width: 8 }), c.yuan('预收', ({ prepaidFen }) => prepaidFen), c.yuan('欠', ({ openFen }) => openFen)],
  })]),
  'users.list': exportOf('users.list', listUsers, (add) => [add({
    name: '人员', items: ({ items }) => items, columns: (c) => [c.text('姓名', ({ name }) => name), c.text('岗位', ({ role }) => ROLE_NAMES[role]), c.text('在用', ({ active }) => (active ? '是' : '否'), { width: 6 })],
  })]),
  'ledger.listAudit': exportOf('ledger.listAudit', listAudit, (add) => [add({
    name: '审计记录', items: ({ items }) => items, columns: (c) => [c.whole('序号', ({ auditId }) => auditId), c.text('时间', ({ at }) => at, { width: 26 }), c.text('谁', ({ user }) => user), c.text('做了什么', ({ endpoint }) => endpoint, { width: 24 }), c.text('内容', ({ input }) => input, { width: 60 })],
  })]),
};
