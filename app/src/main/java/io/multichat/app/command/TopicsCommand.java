package io.multichat.app.command;

import io.multichat.app.command.option.JsonOption;
import io.multichat.app.command.option.SettingsOptions;
import io.multichat.app.command.option.TargetOptions;
import io.multichat.app.settings.DeploymentSettings;
import io.multichat.app.settings.Settings;
import io.multichat.jobs.topics.TopicReport;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "topics", description = "Create missing topics and check the existing ones.")
final class TopicsCommand implements Callable<Integer> {
    @Mixin
    private SettingsOptions options;

    @Mixin
    private TargetOptions target;

    @Mixin
    private JsonOption json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Settings settings = options.settings();
        TopicReport report =
                DeploymentSettings.topics(target.kafka(settings), settings).run();
        if (json.wanted()) {
            json.print(spec.commandLine().getOut(), report);
            return report.errors().isEmpty() ? 0 : 1;
        }
        PrintWriter out = spec.commandLine().getOut();
        report.created().forEach(topic -> out.println("created " + topic));
        report.existing().forEach(topic -> out.println("exists  " + topic));
        report.warnings().forEach(warning -> spec.commandLine().getErr().println("warning: " + warning));
        report.requireUsable();
        return 0;
    }
}
