// What the end-to-end specs take from the build.
export const root: string;
export const e2eExecutable: string;
export const switches: string[];
