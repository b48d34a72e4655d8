# An unmodified Kafka Connect worker with Multichat's three sinks. Build context: the repository after `mvn package`.
FROM apache/kafka:4.4.0
USER root
RUN mkdir /data && chown 1000:1000 /data
COPY --chown=1000:1000 app/target/multichat/plugins /opt/multichat/plugins
COPY --chown=1000:1000 docker/connect /opt/multichat/connect
# Back to the image's default user.
USER 1000:1000
WORKDIR /data
VOLUME /data
EXPOSE 8083
CMD ["/opt/multichat/connect/run"]
