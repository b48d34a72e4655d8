# The multichat command, which runs topology and HTTP server. Build context: the repository after `mvn package`.
FROM eclipse-temurin:17-jre
# By number, since the base image may already have a user 1000. The Connect image uses the same number, since both share a volume.
RUN mkdir -p /data /state/erasures && chown 1000:1000 /data /state /state/erasures && chmod 700 /state/erasures
COPY --chown=1000:1000 app/target/multichat /opt/multichat
COPY docker/app/multichat /usr/local/bin/multichat
ENV LANG=C.UTF-8 LC_ALL=C.UTF-8
USER 1000:1000
WORKDIR /data
EXPOSE 8080
ENTRYPOINT ["multichat"]
CMD ["help"]
