// Whether what goes over the wire is what the contract says: api/openapi.yaml,
// read by another library than the service's and the interface's own.
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { CORE_SCHEMA, load } from "js-yaml";

const file = new URL("../../api/openapi.yaml", import.meta.url);
const methods = ["get", "post", "put", "patch", "delete"];
const prefix = "/v1/";

/** Makes every object that lists its fields refuse others, so that one that nobody documented is found. */
function close(node) {
  if (node === null || typeof node !== "object") return;
  if (node.type === "object" && node.properties && node.additionalProperties === undefined) node.additionalProperties = false;
  for (const [key, part] of Object.entries(node)) if (key !== "example" && key !== "examples") close(part);
}

/** A path of the contract as a pattern; what is written out goes before what is a parameter. */
function pattern(path) {
  const names = [];
  const source = path
    .split(/\{(\w+)\}/)
    .map((part, i) => (i % 2 === 0 ? part.replace(/[.*+?^$()[\]\\|]/g, "\\$&") : (names.push(part), "([^/]+)")))
    .join("");
  return { path, names, matches: new RegExp(`^${source}$`) };
}

/** What a parameter's text means to its schema. */
function meant(text, schema) {
  if (schema.type === "boolean" && /^(true|false)$/.test(text)) return text === "true";
  if (/^(integer|number)$/.test(schema.type) && text !== "" && Number.isFinite(Number(text))) return Number(text);
  return text;
}

const plain = (type) => (type ?? "").split(";")[0].trim().toLowerCase();
const isJson = (type) => /[/+]json$/.test(type);

/** The contract, to be asked about requests and answers. Without a document it is that of the service. */
export function readContract(text = readFileSync(file, "utf8")) {
  const doc = load(text, { schema: CORE_SCHEMA });
  close(doc);
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateSchema: false, formats: { "iso-4217": true } });
  addFormats.default(ajv);
  ajv.addSchema(doc, "contract");
  const paths = Object.keys(doc.paths)
    .map(pattern)
    .sort((a, b) => a.names.length - b.names.length);

  const at = (pointer) =>
    pointer
      .slice(2)
      .split("/")
      .reduce((node, key) => node?.[key.replaceAll("~1", "/").replaceAll("~0", "~")], doc);
  /** The node at a pointer, or what it refers to, with the pointer to that. */
  function find(pointer) {
    const node = at(pointer);
    return node?.$ref ? find(node.$ref) : { node, pointer };
  }
  const step = (pointer, ...keys) => [pointer, ...keys.map((k) => String(k).replaceAll("~", "~0").replaceAll("/", "~1"))].join("/");

  /** What a schema has against a value. */
  function against(pointer, value) {
    const validate = ajv.getSchema(`contract${pointer}`);
    if (validate(value)) return [];
    return validate.errors.map(
      (e) => `${e.instancePath || "/"} ${e.message}${e.params.additionalProperty ? `: ${e.params.additionalProperty}` : ""}`,
    );
  }

  /** The operation of a call, with the values in its path. */
  function operation(method, url) {
    for (const { path, names, matches } of paths) {
      const found = matches.exec(url.pathname);
      const pointer = step("#", "paths", path, method.toLowerCase());
      if (!found || !methods.includes(method.toLowerCase()) || !at(pointer)) continue;
      const values = Object.fromEntries(names.map((name, i) => [name, decodeURIComponent(found[i + 1])]));
      return { pointer, shared: step("#", "paths", path), values };
    }
  }

  function parameters({ pointer, shared }) {
    return [shared, pointer].flatMap((p) => (at(p).parameters ?? []).map((_, i) => find(step(p, "parameters", i))));
  }

  /** What is wrong with the parameters of a call. */
  function wrongParameters(op, url, headers) {
    const known = parameters(op);
    const names = new Set(known.filter((k) => k.node.in === "query").map((k) => k.node.name));
    const wrong = [...new Set(url.searchParams.keys())].filter((name) => !names.has(name)).map((name) => `query ${name}: unknown`);
    for (const { node, pointer } of known) {
      const sent = { query: url.searchParams.getAll(node.name), path: [op.values[node.name]], header: [headers[node.name.toLowerCase()]] };
      const texts = sent[node.in].filter((text) => text !== undefined);
      if (texts.length === 0) {
        if (node.required) wrong.push(`${node.in} ${node.name}: missing`);
        continue;
      }
      const schema = find(step(pointer, "schema"));
      const list = schema.node.type === "array";
      if (!list && texts.length > 1) wrong.push(`${node.in} ${node.name}: given ${texts.length} times`);
      const items = list && find(step(schema.pointer, "items")).node;
      const value = list
        ? (node.explode === false ? texts.flatMap((text) => text.split(",")) : texts).map((text) => meant(text, items))
        : meant(texts[0], schema.node);
      wrong.push(...against(schema.pointer, value).map((w) => `${node.in} ${node.name}: ${w}`));
    }
    return wrong;
  }

  /** What is wrong with a body of which the contract lists the media types at a pointer. */
  function wrongBody(content, type, body) {
    const media = plain(type);
    if (!at(content)?.[media]) return [`content type ${media || "none"} is not documented`];
    if (!isJson(media)) return [];
    if (!body) return ["no body"];
    let value;
    try {
      value = JSON.parse(body);
    } catch (error) {
      return [`body is not JSON: ${error.message}`];
    }
    return against(step(content, media, "schema"), value).map((w) => `body ${w}`);
  }

  /** Whether a call is one that the contract speaks of. */
  const covers = (address) => new URL(address).pathname.startsWith(prefix);

  return {
    covers,
    /**
     * What the contract has against a request; header names are in lower case.
     * The body may be absent where it is no JSON: a browser does not show a file.
     */
    request({ method, url: address, headers, body }) {
      const url = new URL(address);
      const op = operation(method, url);
      if (!op) return ["no such operation"];
      const wrong = wrongParameters(op, url, headers);
      const wanted = find(step(op.pointer, "requestBody"));
      const type = headers["content-type"];
      const content = step(wanted.pointer, "content");
      if (!body && !type) return wanted.node?.required ? [...wrong, "no body"] : wrong;
      return [...wrong, ...(wanted.node ? wrongBody(content, type, body) : ["a body that is not documented"])];
    },
    /** What the contract has against an answer to a request. */
    answer({ method, url: address }, { status, type, body }) {
      const op = operation(method, new URL(address));
      if (!op) return [];
      const documented = find(step(op.pointer, "responses", status));
      if (!documented.node) return [`status ${status} is not documented`];
      const content = step(documented.pointer, "content");
      if (!at(content)) return body ? [`a body with status ${status} is not documented`] : [];
      return wrongBody(content, type, body);
    },
  };
}
