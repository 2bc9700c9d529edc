/** What a program may ask, and how it reads what it gets: one call, in each of three languages. */
export interface Call {
  name: "laws" | "state" | "export";
  path: string;
  /** What of the answer is shown: a field of it, in the syntax of all three. */
  shown: string;
}

export const calls: Call[] = [
  { name: "laws", path: "/api/v1/legislation?q=brokering&state=CAN&size=3", shown: "total" },
  { name: "state", path: "/api/v1/states/CAN?language=fr", shown: "name" },
  { name: "export", path: "/api/v1/legislation.json?state=CAN&obligation=OP3D", shown: "total" },
];

export const callLanguages = ["curl", "TypeScript", "Python"] as const;
export type CallLanguage = (typeof callLanguages)[number];

/** The call as it can be copied and run; `origin` is where this service is: `http://127.0.0.1:3000`. */
export function written({ path, shown }: Call, language: CallLanguage, origin: string): string {
  const address = `${origin}${path}`;
  switch (language) {
    case "curl":
      return `curl --silent --fail "${address}"`;
    case "TypeScript":
      return [
        `const response = await fetch("${address}");`,
        `if (!response.ok) throw new Error(await response.text());`,
        `const answer = await response.json();`,
        `console.log(answer.${shown});`,
      ].join("\n");
    case "Python":
      return [
        `import json, urllib.request`,
        `with urllib.request.urlopen("${address}") as response:`,
        `    answer = json.load(response)`,
        `print(answer["${shown}"])`,
      ].join("\n");
  }
}
