import type { Random } from './random.ts';

const SURNAMES = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤蒙'];
const FIRST = [...'文明志建国家永春秀玉雅晓海云子思雨欣佳俊宇浩梓若静美丽红小天德立正光荣新华兴振长景承泽清月桂艳慧淑琴梅兰'];
const SECOND = [...'华平军强勇伟杰辉涛斌刚峰鹏飞亮林宁安康乐敏燕霞芳英萍娟玲婷倩雪琳怡涵瑶彤轩然辰睿博洋阳东生成龙云山川松柏竹青'];

/** A made-up name of two or three characters; any likeness to a real one is chance. */
export function makeName(random: Random): string {
  return random.pick(SURNAMES) + (random.chance(820) ? random.pick(FIRST) : '') + random.pick(SECOND);
}

/** Ranges that no network has given out, each with the block 0000: eleven digits that reach nobody. */
const PREFIXES = ['154', '160', '161', '163', '164', '168', '169'];

/** A mobile number of the right form that is no subscriber's. */
export function makePhone(random: Random): string {
  return `${random.pick(PREFIXES)}0000${random.digits(4)}`;
}
