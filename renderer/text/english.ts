/** English words for the keys of the Chinese ones, at any depth, with singular forms (`key_one`) where English needs them. */
export type English<Words> = { [Key in keyof Words]: Words[Key] extends string ? Words[Key] : English<Words[Key]> } & { [Key in keyof Words & string as Words[Key] extends string ? `${Key}_one` : never]?: string };
