// Prints annotations by GitHub's own toolkit: a list of {level, message, properties} on standard input.
import { readFileSync } from "node:fs";
import * as core from "@actions/core";

for (const { level, message, properties } of JSON.parse(readFileSync(0, "utf8"))) core[level](message, properties);
