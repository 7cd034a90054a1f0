import { catalogue } from "../text.ts";

/** An entry as it is read. */
export const entry = catalogue(
  {
    "files.title": "Files",
    "file.pages": "{count} {count|page|pages}",
    "value.none": "not answered",
    "value.yes": "Yes",
    "value.no": "No",
  },
  {
    "files.title": "文件",
    "file.pages": "{count} 页",
    "value.none": "未填写",
    "value.yes": "是",
    "value.no": "否",
  },
);
