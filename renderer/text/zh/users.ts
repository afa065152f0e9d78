export const users = { title: '' };
