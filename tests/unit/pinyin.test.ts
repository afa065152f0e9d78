import { pinyin } from 'pinyin-pro';
import { describe, expect, it } from 'vitest';
import { initialsOf } from '../../electron/files/pinyin.ts';

describe('initialsOf', () => {
  it.each([['单晓溪', 'sxx'], ['曾华', 'zh'], ['解放', 'xf'], ['仇英', 'qy'], ['欧阳娜娜', 'oynn'], ['尉迟恭', 'ycg'], ['令狐冲', 'lhc'], ['林晓溪', 'lxx'], ['王A', 'wa'], ['', '']])('%s is %s', (name, expected) => {
    expect(initialsOf(name)).toBe(expected);
  });

  it('reads a surname as the library reads it in a whole name', () => {
    for (const surname of '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封') {
      expect(initialsOf(`${surname}伟`)).toBe(pinyin(`${surname}伟`, { pattern: 'first', toneType: 'none', type: 'array', surname: 'head' }).join(''));
    }
  });
});
