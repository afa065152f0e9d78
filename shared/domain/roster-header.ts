import type { Cell } from './cell-text.ts';
import type { RosterField } from './roster-types.ts';
import { headerReader, type TableHeader } from './table-header.ts';

export type RosterHeader = TableHeader<RosterField>;

/** The names of each field's column, the surest first; compared without spaces, brackets and units. */
const NAMES: Readonly<Record<RosterField, readonly string[]>> = {
  building: ['楼栋', '楼栋号', '楼号', '栋号', '幢号', '座号', '楼幢', '楼座', '栋座', '楼宇', '栋', '幢', '座', '楼', 'building', 'buildingno', 'block', 'tower', 'bldg'],
  unit: ['单元', '单元号', '门栋', '梯', '梯号', 'unit', 'unitno', 'entrance', 'staircase'],
  room: ['房号', '室号', '房间号', '门牌', '门牌号', '房间', '房屋编号', '房屋', '房产', '房产号', '户号', '房屋地址', '地址', '房屋坐落', '坐落', '室', 'room', 'roomno', 'roomnumber', 'home', 'flat', 'flatno', 'apartment', 'door', 'doorno', 'address'],
  owner: ['业主姓名', '业主名称', '业主', '产权人', '产权人姓名', '户主姓名', '户主', '房主', '房主姓名', '客户姓名', '客户名称', '姓名', 'owner', 'ownername', 'householder', 'name'],
  phone: ['联系电话', '业主电话', '手机号码', '手机号', '手机', '移动电话', '电话号码', '联系方式', '电话', '联系号码', 'phone', 'phonenumber', 'phoneno', 'mobile', 'mobileno', 'tel', 'telephone', 'contact'],
  area: ['建筑面积', '房屋建筑面积', '产权面积', '计费面积', '收费面积', '房屋面积', '建面', '面积', 'builtuparea', 'grossarea', 'floorarea', 'area', 'areasqm', 'aream2', 'size'],
  handover: ['交房日期', '交付日期', '接房日期', '交房时间', '交付时间', '接房时间', '收房日期', '收房时间', '交楼日期', '入伙日期', 'handover', 'handoverdate', 'handoveron', 'deliverydate', 'handedover'],
  status: ['房屋状态', '入住状态', '居住状态', '使用状态', '房态', '入住情况', '使用情况', '房屋现状', '状态', 'status', 'state', 'occupancy'],
  rate: ['物业费单价', '物业费标准', '物业费收费标准', '物业服务费标准', '物业服务费单价', '物业单价', '收费单价', '收费标准', '费用标准', '单价', '费率', 'rate', 'feerate', 'propertyfeerate', 'price', 'unitprice'],
  arrears: ['历史欠费', '期初欠费', '往期欠费', '累计欠费', '历年欠费', '欠费金额', '陈欠', '期初欠款', '历史欠款', '欠费合计', '欠款', '欠费', 'arrears', 'openingarrears', 'balance', 'overdue', 'debt'],
  note: ['备注', '说明', '附注', '备考', 'note', 'notes', 'remark', 'remarks', 'comment', 'comments'],
};

const reader = headerReader<RosterField>({
  names: NAMES,
  // Building and unit may be written inside the room.
  needed: ['room', 'area', 'status', 'rate'], anchor: 'room',
  unitTail: /[/:：,，]?(?:m2|平方米|平米|元)(?:[/·.每]*(?:m2|平方米|平米|平|月))*$/,
});

/** Bares a header of spaces, brackets, marks and units: 建筑面积 (㎡) * to 建筑面积. */
export const bareHeader: (cell: Cell | undefined) => string = reader.bare;

/**
 * Finds the sheet and the header row of a roster: the row that names the most fields, wherever it stands.
 * Throws NO_SUCH_SHEET for an unknown `sheet`, NO_HEADER_ROW when no row names what a home needs.
 */
export const findHeader = reader.find;
