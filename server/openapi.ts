import { createDocument, type oas31 } from "zod-openapi";
import type * as z from "zod/mini";
import { api } from "#domain/api.ts";
import { disclaimer } from "#domain/disclaimer.ts";
import { Problem } from "#domain/problem.ts";
import { exportFormats, mediaTypes } from "./export-formats.ts";

const exported = new Set<string>([
  api.legislation.path,
  api.provisions.path,
  api.compare.path,
  api.reports.path,
  api.trends.path,
  api.heatMap.path,
  api.trendChanges.path,
  api.firstReports.path,
  api.treaties.path,
  api.effectivePractices.path,
  api.state.path,
  api.region.path,
]);

/** The description of the API, made from the schemas that check it. */
export function openApiDocument(): oas31.OpenAPIObject {
  const problem = (description: string) => ({
    description,
    content: { "application/problem+json": { schema: Problem } },
  });
  return createDocument({
    openapi: "3.1.1",
    info: {
      title: "Compendium 1540",
      version: "1",
      description: disclaimer,
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    paths: Object.fromEntries(
      Object.values(api).flatMap(({ path, summary, params, answer }) => {
        const pathNames = [...path.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name!);
        const parameters = pathNames.map((name) => ({
          name,
          in: "path" as const,
          required: true,
          schema: { type: "string" as const },
        }));
        const query = {
          requestParams: { query: params as z.ZodMiniObject },
          ...(parameters.length > 0 && { parameters }),
        };
        const errors = {
          400: problem("A parameter does not fit"),
          503: problem("The search is not available just now"),
        };
        const operation = {
          summary,
          ...query,
          responses: {
            200: { description: "The answer", content: { "application/json": { schema: answer as z.ZodMiniType } } },
            ...(pathNames.length > 0 && { 404: problem("There is no such record") }),
            ...errors,
          },
        };
        const exports = exportFormats.map((format) => [
          `${path}.${format}`,
          {
            get: {
              summary: `${summary}: every row of the filter as ${format.toUpperCase()}`,
              ...query,
              responses: {
                200: {
                  description: "Every row, with the query, the version of the data and the disclaimer",
                  content: {
                    [mediaTypes[format]]: {
                      schema: format === "json" ? { type: "object" as const } : { type: "string" as const },
                    },
                  },
                },
                ...errors,
              },
            },
          },
        ]);
        const inForm = (
          form: string,
          description: string,
          mediaType: string,
          type: "object" | "string" = "string",
        ) => ({
          summary: `${summary}, ${form}`,
          ...query,
          responses: {
            200: { description, content: { [mediaType]: { schema: { type } } } },
            404: problem("There is no such record"),
            ...errors,
          },
        });
        const jsonLd = inForm(
          "as schema.org describes legislation",
          "JSON-LD without the words of the law",
          "application/ld+json",
          "object",
        );
        const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        return [
          [path, { get: operation }],
          ...(exported.has(path) ? exports : []),
          ...(path === api.law.path ? [[`${path}.jsonld`, { get: jsonLd }]] : []),
          ...(path === api.review.path
            ? [
                [`${path}.docx`, { get: inForm("as a Word document", "Tables and bars of every question", word) }],
                [
                  `${path}.zip`,
                  { get: inForm("as files", "A CSV for each question, and the manifest", "application/zip") },
                ],
              ]
            : []),
        ];
      }),
    ),
  });
}
