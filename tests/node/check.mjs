// Reads every .bpmn file of a folder with bpmn-moddle and bpmnlint (bpmnlint:recommended).
// Usage: node check.mjs FOLDER. Prints {file: [{by, level, at, message}, ...]}; no complaint, empty list.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { BpmnModdle } from "bpmn-moddle";

const require = createRequire(import.meta.url);
const { Linter } = require("bpmnlint");
const NodeResolver = require("bpmnlint/lib/resolver/node-resolver");

async function complaints(xml) {
  let read;
  try {
    read = await new BpmnModdle().fromXML(xml);
  } catch (error) {
    return [{ by: "bpmn-moddle", level: "error", at: "", message: error.message }];
  }
  const found = read.warnings.map(({ message }) => ({ by: "bpmn-moddle", level: "warn", at: "", message }));
  // a linter keeps what it saw, so every file has its own
  const linter = new Linter({ config: { extends: "bpmnlint:recommended" }, resolver: new NodeResolver({ require }) });
  for (const [rule, reports] of Object.entries(await linter.lint(read.rootElement))) {
    found.push(...reports.map(({ category, id, message }) => ({ by: rule, level: category, at: id, message })));
  }
  return found;
}

const folder = process.argv[2];
const result = {};
for (const file of readdirSync(folder).sort()) {
  result[file] = await complaints(readFileSync(join(folder, file), "utf-8"));
}
console.log(JSON.stringify(result));
