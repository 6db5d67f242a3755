# The whole workspace, built.
FROM node:20-slim AS build
WORKDIR /app
ENV CI=true NO_UPDATE_NOTIFIER=1 TURBO_TELEMETRY_DISABLED=1
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml .npmrc ./
COPY apps/server/package.json apps/server/
COPY apps/admin/package.json apps/admin/
COPY packages/contracts/package.json packages/contracts/
COPY packages/db/package.json packages/db/
COPY packages/client/package.json packages/client/
RUN npx -y "$(node -p "require('./package.json').packageManager")" install --frozen-lockfile
COPY . .
RUN npx -y "$(node -p "require('./package.json').packageManager")" build

# What the server needs to run, and nothing that builds it.
FROM node:20-slim AS production
WORKDIR /app
ENV CI=true NO_UPDATE_NOTIFIER=1
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml .npmrc ./
COPY apps/server/package.json apps/server/
COPY packages/contracts/package.json packages/contracts/
COPY packages/db/package.json packages/db/
RUN npx -y "$(node -p "require('./package.json').packageManager")" install --prod --frozen-lockfile --filter '@ai-providers/server...'

FROM node:20-slim
WORKDIR /app
ENV NODE_ENV=production PORT=3000 HOST=0.0.0.0 DATA_DIR=/data
COPY --from=production /app ./
COPY --from=build /app/packages/contracts/dist packages/contracts/dist
COPY --from=build /app/packages/db/dist packages/db/dist
COPY --from=build /app/apps/server/dist apps/server/dist
COPY --from=build /app/apps/admin/dist apps/admin/dist
RUN install -d -o node -g node -m 700 /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=40s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# No shell and no package manager between the signal and the server.
CMD ["node", "apps/server/dist/main.js"]
