package io.multichat.app.settings;

import io.multichat.sinks.core.ConnectOverrides;
import java.util.List;

/** Writes the documentation of all settings. */
final class ConfigurationReference {
    private static final String HEAD = """
            # Configuration

            <!-- Generated from the code; do not edit. A test fails when this page is stale and says how to renew it. -->

            Every setting has a default. Values come from a file (`--config FILE` or `MULTICHAT_CONFIG`; Java properties in
            UTF-8), then from the environment, then from `--set key=value` of the command. Later sources take
            precedence. Unknown settings and invalid values are all reported at once, and nothing starts.

            Durations are written `500ms`, `30s`, `30m`, `24h`, `7d`; sizes `900B`, `64KiB`, `16MiB`, `1GiB`.
            """;

    private static final String KAFKA = """

            ## Kafka clients

            Settings that begin with `kafka.` are passed, without that prefix, to every producer, consumer, admin client and
            Streams application, for example `kafka.security.protocol=SASL_SSL` or `kafka.sasl.jaas.config=…`
            (`MULTICHAT_KAFKA_SECURITY_PROTOCOL`). Their values are never shown. Settings that Multichat's guarantees depend
            on cannot be changed this way.
            """;

    private static final String CONNECTORS = """

            ## Sink connectors on a Connect cluster

            The connectors `io.multichat.sinks.redis.RedisSinkConnector`, `io.multichat.sinks.sqlite.SqliteSinkConnector` and
            `io.multichat.sinks.archive.ArchiveSinkConnector` take the settings of their store from above, and these:

            """;

    private static final String OVERRIDES = """

            Connect's own defaults would make a sink wrong, so every connector must override these settings; it refuses to
            start otherwise. `topics` must list both topics. `docker/connect/*.properties` are complete examples.

            | setting | value | reason |
            | --- | --- | --- |
            """;

    private static final String LAUNCHER = """

            ## The launcher

            | variable | meaning |
            | --- | --- |
            | `JAVA_HOME` | The Java installation (17 or newer) that runs Multichat. If unset, `java` on the path. |
            | `MULTICHAT_JAVA_OPTS` | Options for Java. They follow the launcher's own and so take precedence. A collector or a heap size replaces the launcher's (`-XX:+UseSerialGC`, `-Xms128m -Xmx768m`), also in `JAVA_TOOL_OPTIONS` and `JDK_JAVA_OPTIONS`. |
            | `MULTICHAT_CONFIG` | The settings file, as `--config`. |
            """;

    private ConfigurationReference() {}

    /** The page in Markdown. */
    static String markdown() {
        StringBuilder page = new StringBuilder(HEAD);
        for (Catalogue.Section section : Catalogue.SECTIONS) {
            page.append("\n## ").append(section.title()).append("\n\n");
            if (!section.introduction().isEmpty()) {
                page.append(section.introduction()).append("\n\n");
            }
            table(page, section.settings(), true);
        }
        page.append(KAFKA).append(CONNECTORS);
        table(page, ofConnectorsAlone(), false);
        page.append(OVERRIDES);
        ConnectOverrides.REQUIRED.forEach(required -> page.append(
                "| `" + required.name() + "` | `" + required.value() + "` | " + required.reason() + " |\n"));
        page.append("| `" + ConnectOverrides.DEAD_LETTER_TOPIC
                + "` | a topic | records that can never be written go there |\n");
        return page.append(LAUNCHER).toString();
    }

    /** Settings that all three connectors have but the application does not, since it knows which topics it writes. */
    private static List<Setting<?>> ofConnectorsAlone() {
        return StoreSettings.adopted(StoreSettings.REDIS_SINK, "").stream()
                .filter(setting -> !setting.key().startsWith(StoreSettings.REDIS))
                .toList();
    }

    private static void table(StringBuilder page, List<Setting<?>> settings, boolean withVariables) {
        page.append("| setting | default | meaning |\n| --- | --- | --- |\n");
        for (Setting<?> setting : settings) {
            String variable = withVariables ? "<br>`" + setting.variable() + "`" : "";
            String value = setting.defaultText().isEmpty() ? "(empty)" : "`" + setting.defaultText() + "`";
            String secret = setting.secret() ? " Never shown." : "";
            String rule = setting.kind().rule();
            page.append("| `" + setting.key() + "`" + variable + " | " + value + " | " + setting.doc() + secret
                    + (rule.isEmpty() ? "" : " Must be " + rule + ".") + " |\n");
        }
    }
}
