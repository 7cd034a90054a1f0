import workerAddress from "pdfjs-dist/build/pdf.worker.min.mjs?url";

export type Deck = {
  pages: number;
  /** Draws a page as wide as the canvas's parent; answers the page's words, for those who listen. */
  draw(page: number, canvas: HTMLCanvasElement): Promise<string>;
  close(): void;
};

/** Sharper than this no eye sees on a desk, and a phone's memory is small. */
const SHARPEST = 2;

/**
 * Opens a PDF in the browser, asking for the ranges a page needs instead of the whole. The reader itself is fetched only
 * now. Rejects when the document cannot be read.
 */
export async function openDeck(href: string): Promise<Deck> {
  const { getDocument, GlobalWorkerOptions, RenderingCancelledException } = await import("pdfjs-dist");
  GlobalWorkerOptions.workerSrc = workerAddress;
  const task = getDocument({
    url: href,
    disableAutoFetch: true,
    disableStream: true,
    rangeChunkSize: 256 * 1024,
    isEvalSupported: false,
    useWasm: false,
    cMapUrl: "/pdf/cmaps/",
    cMapPacked: true,
    standardFontDataUrl: "/pdf/standard_fonts/",
  });
  const document = await task.promise;
  let running: { cancel(): void } | undefined;
  return {
    pages: document.numPages,
    async draw(number, canvas) {
      const page = await document.getPage(number);
      const width = canvas.parentElement?.clientWidth ?? 640;
      const natural = page.getViewport({ scale: 1 });
      const scale = (width / natural.width) * Math.min(SHARPEST, window.devicePixelRatio || 1);
      const viewport = page.getViewport({ scale });
      running?.cancel();
      canvas.width = Math.floor(viewport.width);
      canvas.height = Math.floor(viewport.height);
      const rendering = page.render({ canvas, viewport });
      running = rendering;
      try {
        await rendering.promise;
      } catch (error) {
        if (!(error instanceof RenderingCancelledException)) throw error;
      }
      const content = await page.getTextContent();
      return content.items.map((item) => ("str" in item ? item.str : "")).join(" ");
    },
    close: () => void task.destroy(),
  };
}
