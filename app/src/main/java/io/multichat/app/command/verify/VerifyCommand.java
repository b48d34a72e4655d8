package io.multichat.app.command.verify;

import io.multichat.app.audit.AuditedStores;
import io.multichat.app.command.option.JsonOption;
import io.multichat.app.command.option.SettingsOptions;
import io.multichat.app.command.option.TargetOptions;
import io.multichat.app.command.print.VerifyText;
import io.multichat.app.erase.Erasures;
import io.multichat.app.settings.SessionSettings;
import io.multichat.app.settings.Settings;
import io.multichat.events.text.Durations;
import io.multichat.jobs.erase.ErasedReport;
import io.multichat.jobs.verify.VerifyReport;
import io.multichat.jobs.verify.VerifyRun;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "verify",
        description = {
            "Compare the transcript topic, the archive, SQLite and Redis with each other, and the sessions with the gap rule.",
            "Also check the hashes of the archive's files, the integrity of SQLite's, and the search index.",
            "Nothing is changed. Records that a store has not read from the topics yet are counted separately. Conversations that differ"
                    + " are checked again until their sessions must have been announced: for the longer of snapshot.interval and"
                    + " catch.up.interval, plus two seconds. Those that differ in a new way each time are counted separately, too.",
            "With --erased, check a receipt instead: its signature, that no store holds what its commands erased, and that no file in the"
                    + " data directory but Kafka's contains the texts that you give.",
            "Exit code 3 if there are differences, if a receipt is not valid, or if something that was erased is found."
        })
public final class VerifyCommand implements Callable<Integer> {
    private static final int DIFFERENCES = 3;
    /** The time from an announcement until the topic has it. */
    private static final Duration ON_THE_WAY = Duration.ofSeconds(2);

    /** A wait that nobody needs to be told of. */
    private static final Duration SHORT = Duration.ofSeconds(30);

    @Mixin
    private SettingsOptions options;

    @Mixin
    private TargetOptions target;

    @Mixin
    private JsonOption json;

    @Option(names = "--offline", description = "Only the archive and SQLite, without a running Kafka and Redis.")
    private boolean offline;

    @Option(
            names = "--scratch",
            paramLabel = "DIR",
            defaultValue = "${sys:java.io.tmpdir}",
            description =
                    "Folder for a temporary database of about 300 bytes per event and store (default: ${DEFAULT-VALUE}).")
    private Path scratch;

    @Mixin
    private ErasedOptions erased;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Settings settings = options.settings();
        if (erased.isGiven()) {
            return checkErased(settings);
        }
        AuditedStores stores = target.stores(settings, offline);
        stores.missing().ifPresent(what -> spec.commandLine().getErr().println("multichat: " + what));
        VerifyReport report = new VerifyRun(stores.audits(), scratch, patience(settings)).run();
        if (json.wanted()) {
            json.print(spec.commandLine().getOut(), report);
        } else {
            new VerifyText(spec.commandLine().getOut()).print(report);
        }
        return report.found() == 0 ? 0 : DIFFERENCES;
    }

    /** How long to look at what differs; without topics, nothing is announced. */
    private Duration patience(Settings settings) {
        if (offline) {
            return Duration.ZERO;
        }
        Duration patience = untilAnnounced(target.joining(settings));
        if (patience.compareTo(SHORT) > 0) {
            spec.commandLine()
                    .getErr()
                    .println(
                            "multichat: sessions may take " + Durations.format(patience)
                                    + " to be announced (snapshot.interval, catch.up.interval); what differs is looked at again for as long");
        }
        return patience;
    }

    /** How long a session may take to be announced and to be in the topic. */
    static Duration untilAnnounced(Settings deployment) {
        Duration announced = Collections.max(List.of(
                deployment.get(SessionSettings.SNAPSHOT_INTERVAL), deployment.get(SessionSettings.CATCH_UP_INTERVAL)));
        return announced.plus(ON_THE_WAY);
    }

    private int checkErased(Settings settings) {
        AuditedStores stores = target.stores(settings, offline);
        stores.missing().ifPresent(what -> spec.commandLine().getErr().println("multichat: " + what));
        try (Erasures erasures = Erasures.of(stores, target.layout(), settings)) {
            ErasedReport report = erased.check(erasures);
            if (json.wanted()) {
                json.print(spec.commandLine().getOut(), report);
            } else {
                new ErasedText(spec.commandLine().getOut()).print(report);
            }
            return report.isClean() ? 0 : DIFFERENCES;
        }
    }
}
