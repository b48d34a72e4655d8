package io.multichat.app.command.doctor;

import io.multichat.app.audit.AuditedStores;
import io.multichat.app.command.option.JsonOption;
import io.multichat.app.command.option.SettingsOptions;
import io.multichat.app.command.option.TargetOptions;
import io.multichat.app.data.DevNotRunningException;
import io.multichat.app.doctor.DeploymentChecks;
import io.multichat.app.doctor.UnreachableCheck;
import io.multichat.app.settings.DeploymentSettings;
import io.multichat.app.settings.Settings;
import io.multichat.jobs.doctor.ConnectCheck;
import io.multichat.jobs.doctor.DoctorReport;
import io.multichat.jobs.doctor.DoctorRun;
import io.multichat.jobs.doctor.OpenServerCheck;
import io.multichat.jobs.doctor.ServerCheck;
import io.multichat.reading.diagnosis.Check;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "doctor",
        description = {
            "Examine topics, replication, readers, connectors, stores, disks, clocks and access, and print each problem with its fix.",
            "Nothing is changed, and everything may keep running. Exit code 3 if anything was found."
        })
public final class DoctorCommand implements Callable<Integer> {
    private static final int FOUND = 3;

    @Mixin
    private SettingsOptions options;

    @Mixin
    private TargetOptions target;

    @Mixin
    private JsonOption json;

    @Option(
            names = "--connect",
            paramLabel = "URL",
            description =
                    "REST interface of a Connect worker, such as http://127.0.0.1:8083, to examine its connectors.")
    private URI connect;

    @Option(names = "--offline", description = "Only the data directory, the archive and SQLite.")
    private boolean offline;

    @Option(names = "--quick", description = "Without reading the content of the archive and SQLite.")
    private boolean quick;

    @Option(
            names = "--max-lag",
            paramLabel = "RECORDS",
            defaultValue = "10000",
            description = "Number of unread records above which a reader is reported (default: ${DEFAULT-VALUE}).")
    private int maxLag;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Settings settings = options.settings();
        DoctorReport report = new DoctorRun(checks(settings)).run();
        if (json.wanted()) {
            json.print(spec.commandLine().getOut(), report);
        } else {
            new DoctorText(spec.commandLine().getOut()).print(report);
        }
        return report.findings().isEmpty() ? 0 : FOUND;
    }

    private List<Check> checks(Settings settings) {
        List<Check> checks = new ArrayList<>();
        boolean isReachable = !offline;
        try {
            if (isReachable) {
                target.kafka(settings);
            }
        } catch (DevNotRunningException e) {
            checks.add(new UnreachableCheck(
                    "process", e.getMessage(), "Start it, or use --offline to examine only the files."));
            isReachable = false;
        }
        AuditedStores stores = target.stores(settings, !isReachable);
        DeploymentChecks deployment = new DeploymentChecks(stores, target.layout());
        stores.kafka()
                .ifPresent(kafka -> checks.addAll(
                        deployment.ofKafka(DeploymentSettings.topics(kafka, target.joining(settings)), maxLag)));
        if (isReachable) {
            server().ifPresent(address -> {
                checks.add(new ServerCheck(target.server(settings)));
                checks.add(new OpenServerCheck(address));
            });
            Optional.ofNullable(connect).map(ConnectCheck::new).ifPresent(checks::add);
        }
        checks.addAll(deployment.ofStores());
        if (!quick) {
            checks.addAll(deployment.ofContent());
        }
        return checks;
    }

    /** Empty if none is named and none runs on the data directory: brokers alone can be examined, too. */
    private Optional<URI> server() {
        try {
            return Optional.of(target.serverAddress());
        } catch (DevNotRunningException e) {
            return Optional.empty();
        }
    }
}
