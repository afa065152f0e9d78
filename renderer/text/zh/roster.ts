export const roster = { title: '名册导入' };
