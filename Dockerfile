# syntax=docker/dockerfile:1
# Lastbus in a container: what npm installs in one stage, what runs in another; nobody in it is root, and nothing in
# it needs to be written but /app/data and /tmp. How to run it is in docs/operate.md.

# Node from the image, so the one that npm would bring is left out (--ignore-scripts). Debian, for glibc.
ARG NODE_IMAGE=docker.io/library/node:24-bookworm-slim

FROM ${NODE_IMAGE} AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund

FROM ${NODE_IMAGE}
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=3000
WORKDIR /app
# A number, so that Kubernetes can see that it is not root's. A new volume takes over owner and mode of the folder.
RUN mkdir --mode=0700 data && chown 10001:10001 data
COPY --from=packages /app/node_modules node_modules
COPY package.json LICENSE ./
COPY static static
COPY templates templates
COPY src src
USER 10001:10001
VOLUME /app/data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "src/main.ts"]
CMD ["serve"]
