import workerAddress from "pdfjs-dist/legacy/build/pdf.worker.min.mjs?url";

export type Deck = {
  pages: number;
  /** Draws a page as large as fits; false when another page was asked for meanwhile, and this one is not shown. */
  draw(page: number, canvas: HTMLCanvasElement, room: { width: number; height: number }): Promise<boolean>;
  /** The page's words, for those who listen. */
  words(page: number): Promise<string>;
  close(): void;
};

/** Sharper than this no eye sees on a desk, and phones refuse canvases of more pixels. */
const SHARPEST = 2;
const MOST_PIXELS = 12_000_000;

/**
 * Opens a PDF in the browser, asking for the ranges a page needs instead of the whole. The reader itself is fetched only
 * now; it is the build for older browsers, which many phones have. Rejects when the document cannot be read.
 */
export async function openDeck(href: string): Promise<Deck> {
  const reader = await import("pdfjs-dist/legacy/build/pdf.mjs");
  reader.GlobalWorkerOptions.workerSrc = workerAddress;
  const parts = `/assets/pdfjs-${reader.version}`;
  const task = reader.getDocument({
    url: href,
    disableAutoFetch: true,
    disableStream: true,
    rangeChunkSize: 256 * 1024,
    isEvalSupported: false,
    cMapUrl: `${parts}/cmaps/`,
    standardFontDataUrl: `${parts}/standard_fonts/`,
    wasmUrl: `${parts}/wasm/`,
    iccUrl: `${parts}/iccs/`,
    verbosity: reader.VerbosityLevel.ERRORS,
  });
  const document = await task.promise;
  let asked = 0;
  let running: { cancel(): void } | undefined;
  return {
    pages: document.numPages,
    async draw(number, canvas, room) {
      asked += 1;
      const turn = asked;
      running?.cancel();
      const page = await document.getPage(number);
      if (turn !== asked) return false;
      const { width, height } = page.getViewport({ scale: 1 });
      const fit = Math.min(room.width / width, room.height / height);
      const sharp = fit * Math.min(SHARPEST, window.devicePixelRatio || 1);
      const viewport = page.getViewport({ scale: Math.min(sharp, Math.sqrt(MOST_PIXELS / (width * height))) });
      // Drawn aside, so that the page before stays until this one is there.
      const aside = window.document.createElement("canvas");
      aside.width = Math.floor(viewport.width);
      aside.height = Math.floor(viewport.height);
      const rendering = page.render({ canvas: aside, viewport });
      running = rendering;
      try {
        await rendering.promise;
      } catch (error) {
        if (error instanceof reader.RenderingCancelledException) return false;
        throw error;
      }
      if (turn !== asked) return false;
      canvas.width = aside.width;
      canvas.height = aside.height;
      canvas.getContext("2d")?.drawImage(aside, 0, 0);
      return true;
    },
    async words(number) {
      const { items } = await (await document.getPage(number)).getTextContent();
      return items.map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : "")).join("");
    },
    close: () => void task.destroy(),
  };
}
