import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { secondOf } from '../../shared/domain/cell-moment.ts';
import { averageWatts, classOf, failsMore, isFailure, keptReason, lengthBounds, powerBounds, secondsOfWeekHour, WEEK_HOURS, weekHour } from '../../shared/domain/charging-use.ts';

describe('a reason of stopping', () => {
  it.each(['功率过载', '设备故障', '桩故障停止', '充电异常', '车辆通信异常', '断电', '停电', '设备离线', '急停', '用户按下急停', '输出过流', '枪头过温', '通讯超时', '绝缘检测失败', '漏电保护', '短路保护', '跳闸', ' 功率 过载 ', 'EmergencyStop', 'Over-current', 'GroundFault', 'PowerLoss'])('is a failure: %s', (reason) => {
    expect(isFailure(reason)).toBe(true);
  });
  it.each(['充满自停', '用户停止', '用户主动停止', '车辆断开', '时间到', '余额不足', '余额不足断电', '充满自动断电', '充满保护', '时间到断电', '无故障', '正常停止', 'EV disconnected', 'Full', 'Local', '', '不认识的原因'])('is none: %s', (reason) => {
    expect(isFailure(reason)).toBe(false);
  });
  it('is kept by its first forty characters, none of them halved', () => {
    expect(keptReason('甲'.repeat(41))).toBe('甲'.repeat(40));
    expect(keptReason('🔌'.repeat(41))).toBe('🔌'.repeat(40));
    expect(keptReason('充满自停')).toBe('充满自停');
  });
});

describe('a device', () => {
  it('fails more than its neighbours only by much, and by more than chance', () => {
    const others = { sessions: 900, failures: 90 };
    expect(failsMore({ sessions: 100, failures: 30 }, others)).toBe(true);
    // Twice as often, but ten sessions more or less happen.
    expect(failsMore({ sessions: 20, failures: 4 }, others)).toBe(false);
    expect(failsMore({ sessions: 100, failures: 19 }, others)).toBe(false);
    expect(failsMore({ sessions: 10_000, failures: 1999 }, { sessions: 90_000, failures: 9000 })).toBe(false);
    expect(failsMore({ sessions: 10_000, failures: 2000 }, { sessions: 90_000, failures: 9000 })).toBe(true);
    expect(failsMore({ sessions: 19, failures: 19 }, others)).toBe(false);
    expect(failsMore({ sessions: 3000, failures: 2 }, { sessions: 3_000_000, failures: 0 })).toBe(false);
    expect(failsMore({ sessions: 100, failures: 30 }, { sessions: 19, failures: 0 })).toBe(false);
    expect(failsMore({ sessions: 20, failures: 3 }, { sessions: 20, failures: 0 })).toBe(false);
    expect(failsMore({ sessions: 20, failures: 10 }, { sessions: 2000, failures: 0 })).toBe(true);
  });
  it('never fails more than neighbours that fail as often', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 100_000 }), fc.nat(), fc.integer({ min: 1, max: 50 }), (sessions, seed, times) => {
      const failures = 1 + (seed % sessions);
      expect(failsMore({ sessions, failures }, { sessions: sessions * times, failures: failures * times })).toBe(false);
    }));
  });
});

describe('hours of the week', () => {
  it('begin on Monday at midnight', () => {
    expect([weekHour(secondOf('2026-11-02 00:00:00')), weekHour(secondOf('2026-11-07 20:59:59')), weekHour(secondOf('2026-11-08 23:00:00'))]).toEqual([0, 5 * 24 + 20, 167]);
  });
  it('share every stretch of time among them, and as a walk through it does', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 2_000_000_000 }), fc.integer({ min: 0, max: 3_000_000 }), (from, length) => {
      const to = from + length;
      const found = Array.from({ length: WEEK_HOURS }, (_, cell) => secondsOfWeekHour(cell, from, to));
      const walked = new Array<number>(WEEK_HOURS).fill(0);
      for (let second = from; second < to;) {
        const ends = Math.min(to, second - (second % 3600) + 3600);
        walked[weekHour(second)] = (walked[weekHour(second)] ?? 0) + ends - second;
        second = ends;
      }
      expect(found).toEqual(walked);
    }));
  });
});

describe('classes', () => {
  it('begin at their lower bounds', () => {
    expect([0, 29, 30, 59, 60, 719, 720, 10_080].map((minutes) => lengthBounds[classOf(lengthBounds, minutes)])).toEqual([0, 0, 30, 30, 60, 480, 720, 720]);
    // 8.0000 kWh in 75 minutes are 6400 W; 0.6704 in 338 are 119.
    expect([averageWatts(80_000, 75 * 60), averageWatts(6704, 338 * 60)]).toEqual([6400, 119]);
    expect([powerBounds.ev[classOf(powerBounds.ev, 6400)], powerBounds.ebike[classOf(powerBounds.ebike, 119)], powerBounds.ev[classOf(powerBounds.ev, 120_000)]]).toEqual([3000, 100, 120_000]);
  });
});
