import { start } from "../../app/cli/start.mjs";
import { answerMeasures } from "./measures.mjs";

// The production server as it runs everywhere, with an ear for the one who measures it.
await start();
answerMeasures();
