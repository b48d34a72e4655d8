package io.multichat.app.command.erase;

import io.multichat.app.command.option.ConfirmOption;
import io.multichat.app.command.option.JsonOption;
import io.multichat.app.command.option.SettingsOptions;
import io.multichat.app.command.option.TargetOptions;
import io.multichat.app.command.option.UsageException;
import io.multichat.app.command.print.Printable;
import io.multichat.app.erase.Erasures;
import io.multichat.app.settings.ErasureSettings;
import io.multichat.app.settings.SessionSettings;
import io.multichat.app.settings.Settings;
import io.multichat.jobs.client.KafkaAccess;
import io.multichat.jobs.erase.CommandPublisher;
import io.multichat.jobs.retention.RetentionReport;
import io.multichat.jobs.retention.RetentionRules;
import io.multichat.jobs.retention.RetentionRun;
import io.multichat.jobs.wait.RunMark;
import io.multichat.reading.erase.ErasureSurvey;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command that applies the retention rules. */
@Command(
        name = "retention",
        description = {
            "Delete sessions that are older than retention.rules allows. Sessions that a hold protects stay.",
            "The topology and the stores delete them shortly after the command has ended. Once a day is enough."
        })
public final class RetentionCommand implements Callable<Integer> {
    @Mixin
    private SettingsOptions options;

    @Mixin
    private TargetOptions target;

    @Mixin
    private JsonOption json;

    @Mixin
    private ConfirmOption confirm;

    @Mixin
    private RateOption rate;

    @Option(names = "--dry-run", description = "Only print how many sessions would be deleted.")
    private boolean dryRun;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Settings settings = options.settings();
        RetentionRules rules = new RetentionRules(settings.get(ErasureSettings.RETENTION_RULES));
        if (rules.rules().isEmpty()) {
            throw new UsageException("retention.rules is empty; set it, for example to */*=..365d");
        }
        requireRemembered(rules, settings.get(SessionSettings.SESSION_RETENTION).bound());
        try (Erasures erasures = Erasures.of(target.stores(settings, true), target.layout(), settings)) {
            ErasureSurvey survey = erasures.survey();
            long now = System.currentTimeMillis();
            if (dryRun || !confirm.isGiven()) {
                RetentionReport planned = RetentionRun.dryRun(survey, rules, now);
                if (dryRun) {
                    print(planned);
                    return 0;
                }
                print(spec.commandLine().getErr(), planned);
            }
            if (!confirm.isConfirmed("Delete these sessions for ever?", "retention removes what cannot be restored")) {
                spec.commandLine().getErr().println("multichat: nothing was deleted");
                return 1;
            }
            print(run(target.kafka(target.joining(settings)), survey, rules, now));
            return 0;
        }
    }

    private static void requireRemembered(RetentionRules rules, Optional<Duration> remembered) {
        if (remembered.filter(rules::exceed).isPresent()) {
            throw new UsageException(
                    "retention.rules keeps sessions longer than session.retention, and the topology deletes only"
                            + " sessions that it remembers; make session.retention longer, or the times of the rules shorter");
        }
    }

    private RetentionReport run(KafkaAccess kafka, ErasureSurvey survey, RetentionRules rules, long now) {
        try (CommandPublisher publisher =
                new CommandPublisher(kafka, RunMark.random("retention-id"), rate.perSecond())) {
            RetentionReport report = new RetentionRun(survey, rules, now, publisher::publish).run();
            publisher.finish();
            return report;
        }
    }

    private void print(RetentionReport report) {
        if (json.wanted()) {
            json.print(spec.commandLine().getOut(), report);
        } else {
            print(spec.commandLine().getOut(), report);
        }
    }

    private static void print(PrintWriter out, RetentionReport report) {
        out.println(report.due() + " sessions are older than the rules allow, " + report.onHold() + " of them on hold; "
                + report.messages() + " messages in the others");
        report.byPlatform()
                .forEach((platform, sessions) -> out.println("  " + Printable.line(platform) + "  " + sessions));
        if (report.published() > 0) {
            out.println("Published " + report.published() + " commands to delete them");
        }
        out.flush();
    }
}
