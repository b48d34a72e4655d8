# An unmodified Kafka Connect worker with Multichat's three sinks. Context: the repository after `mvn package`.
FROM apache/kafka:4.3.1
USER root
RUN mkdir -p /data && chown 1000 /data
COPY app/target/multichat/plugins /opt/multichat/plugins
COPY docker/connect /opt/multichat/connect
USER 1000
WORKDIR /data
VOLUME /data
EXPOSE 8083
CMD ["/opt/kafka/bin/connect-standalone.sh", "/opt/multichat/connect/worker.properties", "/opt/multichat/connect/redis.properties", "/opt/multichat/connect/sqlite.properties", "/opt/multichat/connect/archive.properties"]
