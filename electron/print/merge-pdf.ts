import type { PDFContext, PDFDocument, PDFRef } from '@cantoo/pdf-lib';

/** A bookmark and the page, from 0, that it opens. */
export type Bookmark = { title: string; page: number };

export type PdfMerger = {
  /** Appends the pages of a PDF; answers how many there are now. */
  add(bytes: Uint8Array): Promise<number>;
  /** The whole document with its title and bookmarks. */
  finish(title: string, bookmarks: readonly Bookmark[]): Promise<Uint8Array>;
};

/** Puts PDFs together into one. The library is large and loaded only here, when the first book is printed. */
export async function openMerger(): Promise<PdfMerger> {
  const { PDFDocument } = await import('@cantoo/pdf-lib');
  const whole = await PDFDocument.create({ updateMetadata: false });
  return {
    add: async (bytes) => {
      const part = await PDFDocument.load(bytes, { updateMetadata: false });
      for (const page of await whole.copyPages(part, part.getPageIndices())) whole.addPage(page);
      return whole.getPageCount();
    },
    finish: async (title, bookmarks) => {
      whole.setTitle(title, { showInWindowTitleBar: true });
      whole.setLanguage('zh-CN');
      whole.setProducer('Mingbai');
      await addBookmarks(whole, bookmarks);
      return whole.save();
    },
  };
}

/** How many pages a PDF has. */
export async function countPages(bytes: Uint8Array): Promise<number> {
  const { PDFDocument } = await import('@cantoo/pdf-lib');
  return (await PDFDocument.load(bytes, { updateMetadata: false })).getPageCount();
}

/** Writes the outline (PDF 32000-1, 12.3.3): a chain of items below one root, each with its page. */
async function addBookmarks(whole: PDFDocument, bookmarks: readonly Bookmark[]): Promise<void> {
  if (bookmarks.length === 0) return;
  const { PDFHexString, PDFName } = await import('@cantoo/pdf-lib');
  const context: PDFContext = whole.context;
  const root = context.nextRef();
  const refs = bookmarks.map(() => context.nextRef());
  const pages = whole.getPages();
  const link = (name: string, ref: PDFRef | undefined): Record<string, PDFRef> => (ref ? { [name]: ref } : {});
  bookmarks.forEach(({ title, page }, index) => {
    const target = pages[page];
    const own = refs[index];
    if (!target || !own) throw new RangeError(`no page ${String(page)} for a bookmark`);
    context.assign(own, context.obj({ Title: PDFHexString.fromText(title), Parent: root, ...link('Prev', refs[index - 1]), ...link('Next', refs[index + 1]), Dest: [target.ref, 'Fit'] }));
  });
  context.assign(root, context.obj({ Type: 'Outlines', ...link('First', refs[0]), ...link('Last', refs.at(-1)), Count: refs.length }));
  whole.catalog.set(PDFName.of('Outlines'), root);
  whole.catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
}
