package io.multichat.app.command;

import io.multichat.app.command.option.CommonOptions;
import io.multichat.app.command.option.JsonOption;
import io.multichat.app.command.print.ProgramVersion;
import io.multichat.jobs.client.KafkaVersion;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "version", description = "Print the versions of Multichat, Java and the Kafka libraries.")
final class VersionCommand implements Runnable {
    @Mixin
    private CommonOptions common;

    @Mixin
    private JsonOption json;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("multichat", ProgramVersion.get());
        versions.put("java", Runtime.version().toString());
        versions.put("kafka", KafkaVersion.get());
        if (json.wanted()) {
            json.print(out, versions);
        } else {
            versions.forEach((name, version) -> out.println(name + " " + version));
        }
    }
}
