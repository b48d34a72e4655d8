# Multichat's topology and HTTP server, and its command. Context: the repository after it was built.
FROM eclipse-temurin:17-jre
# By number, as the base may have a user 1000 already; the same as in the Connect image, since both use one volume.
RUN mkdir /data && chown 1000:1000 /data
COPY --chown=1000:1000 app/target/multichat /opt/multichat
COPY docker/app/multichat /usr/local/bin/multichat
ENV LANG=C.UTF-8 LC_ALL=C.UTF-8
USER 1000:1000
WORKDIR /data
VOLUME /data
EXPOSE 8080
ENTRYPOINT ["multichat"]
CMD ["help"]
