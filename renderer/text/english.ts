/** English words for the keys of the Chinese ones, with singular forms (`key_one`) where English needs them. */
export type English<Words> = Words & { [Key in keyof Words & string as Words[Key] extends string ? `${Key}_one` : never]?: string };
