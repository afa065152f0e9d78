export const fees = { title: '' };
