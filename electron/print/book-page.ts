import type { Book, Chapter } from './port-type.ts';
import { escapeHtml } from './receipt-values.ts';

/** Some chapters of a book as a complete page without script; its style carries the nonce that the protocol fills in. */
export function bookPage({ title, style }: Book, chapters: readonly Chapter[]): string {
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="app://mingbai/fonts.css">
<style nonce="__NONCE__">${style}</style></head>
<body>${chapters.flatMap(({ sheets }) => sheets).join('\n')}</body></html>
`;
}
