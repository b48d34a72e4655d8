package io.multichat.app.settings;

/** Writes what can be configured as a page for people. */
final class ConfigurationReference {
    private static final String HEAD = """
            # Configuration

            <!-- Generated from the code: do not edit. A test fails when this page is stale and says how to renew it. -->

            Every setting has a default. A value is taken from a file (`--config FILE` or `MULTICHAT_CONFIG`; Java properties,
            UTF-8), then from the environment, then from `--set key=value`, which every command takes; the later one wins.
            Unknown settings and invalid values are reported all at once, and nothing is started.

            Durations are written `500ms`, `30s`, `30m`, `24h`, `7d`; sizes `900B`, `64KiB`, `16MiB`.
            """;

    private static final String KAFKA = """

            ## Kafka's clients

            Whatever begins with `kafka.` is handed, without that prefix, to every producer, consumer, admin client and
            Streams application, for example `kafka.security.protocol=SASL_SSL` or `kafka.sasl.jaas.config=…`
            (`MULTICHAT_KAFKA_SECURITY_PROTOCOL`). These values are never shown. Settings that Multichat's guarantees rest on
            are not taken from here.

            ## The launcher

            | variable | meaning |
            | --- | --- |
            | `JAVA_HOME` | the Java (17 or newer) that runs Multichat; without it, `java` from the path |
            | `MULTICHAT_JAVA_OPTS` | options for Java, added behind the launcher's own, so that they win |
            | `MULTICHAT_CONFIG` | the settings file, as `--config` |
            """;

    private ConfigurationReference() {}

    /** The page in Markdown. */
    static String markdown() {
        StringBuilder page = new StringBuilder(HEAD);
        for (Catalogue.Section section : Catalogue.SECTIONS) {
            page.append("\n## ").append(section.title()).append("\n\n");
            page.append("| setting | default | meaning |\n| --- | --- | --- |\n");
            section.settings().forEach(setting -> page.append(row(setting)));
        }
        return page.append(KAFKA).toString();
    }

    private static String row(Setting<?> setting) {
        String value = setting.defaultText().isEmpty() ? "(empty)" : "`" + setting.defaultText() + "`";
        String secret = setting.secret() ? " Never shown." : "";
        return "| `" + setting.key() + "`<br>`" + setting.variable() + "` | " + value + " | " + setting.doc() + secret
                + " Must be " + setting.kind().rule() + ". |\n";
    }
}
