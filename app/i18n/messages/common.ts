import { catalogue } from "../text.ts";

/** Words of the frame around every page and of the primitives. */
export const common = catalogue(
  {
    "product.name": "Tidemark",
  },
  {
    "product.name": "潮位",
  },
);
