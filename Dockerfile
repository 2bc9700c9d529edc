# A maintained line of Node; security updates of it and of Debian arrive with each build.
ARG NODE=node:22-bookworm-slim

FROM ${NODE} AS build
WORKDIR /app
# The packages first: this layer stays while only our own files change.
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev
COPY . .
# Builds the web app, then removes the tools that built it.
RUN node setup.mjs && npm prune --omit=dev

FROM ${NODE}
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=3000 \
    COMPENDIUM_HOME=/var/lib/compendium
# A named volume takes over the owner of the folder it is mounted on.
RUN mkdir /var/lib/compendium && chown node:node /var/lib/compendium
WORKDIR /app
COPY --from=build /app ./
USER node
VOLUME /var/lib/compendium
EXPOSE 3000
# The first start loads the bundled data before it serves.
HEALTHCHECK --interval=10s --timeout=5s --start-period=180s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Without npm between, so that the signal to stop reaches the server.
CMD ["node", "setup.mjs", "server/main.ts"]
