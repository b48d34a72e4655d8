package io.multichat.app.settings;

import io.multichat.app.settings.kind.OptionalKind;
import io.multichat.app.settings.kind.PathKind;
import io.multichat.app.settings.kind.RetentionRulesKind;
import io.multichat.jobs.retention.RetentionRule;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Erasing people and sessions, and retention. */
public final class ErasureSettings {
    public static final Setting<Optional<Path>> KEY_FILE = Setting.of(
            "erasure.key.file",
            "",
            new OptionalKind<>(new PathKind()),
            "PEM file with the Ed25519 key that signs receipts of erasures: its PRIVATE KEY in PKCS#8, not encrypted, and its PUBLIC KEY."
                    + " It is created if it does not exist. When empty, `erasures/signing-key.pem` in the data directory.");

    public static final Setting<List<RetentionRule>> RETENTION_RULES = Setting.of(
            "retention.rules",
            "",
            new RetentionRulesKind(),
            "How long `multichat retention` keeps sessions, counted from their last messages: patterns of conversations, in which * matches"
                    + " any characters, each with a minimum and a maximum, MIN..MAX, of which one may be left out. Of the rules that match"
                    + " a conversation, the shortest maximum applies, but not less than the longest minimum.");

    static final List<Setting<?>> ALL = List.of(KEY_FILE, RETENTION_RULES);

    private ErasureSettings() {}
}
