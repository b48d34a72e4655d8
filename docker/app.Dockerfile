# Multichat's topology and HTTP server. Context: the repository after `mvn package`.
FROM eclipse-temurin:17-jre
RUN useradd --uid 1000 --create-home multichat && mkdir /data && chown multichat /data
COPY app/target/multichat /opt/multichat
USER multichat
WORKDIR /data
VOLUME /data
EXPOSE 8080
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", "-Dmultichat.home=/opt/multichat", "-cp", "/opt/multichat/lib/*", "io.multichat.app.Main"]
CMD ["version"]
