export const homes = { title: '' };
