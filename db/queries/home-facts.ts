/** SQL of facts that have a date, for statements over `home h`. */

/** The status on a day, an SQL expression; index: home_status primary key. */
export const statusOn = (day: string): string => `(select s.status from home_status s where s.home_id = h.home_id and s.from_on <= ${day} order by s.from_on desc limit 1)`;

/** The status on a day; one binding, the day. */
export const STATUS_ON = statusOn('?');

/** The built-up area on a day, one binding: before a merge took effect, what the home had then; index: home_merge_into. */
export const AREA_ON = 'coalesce((select m.area_before_dm2 from home_merge m where m.into_id = h.home_id and m.on_date > ? order by m.on_date, m.merge_id limit 1), h.area_dm2)';
