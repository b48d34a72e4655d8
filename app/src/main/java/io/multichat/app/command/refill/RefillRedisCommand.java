package io.multichat.app.command.refill;

import io.multichat.app.command.convert.DurationConverter;
import io.multichat.app.command.option.ArchiveOptions;
import io.multichat.app.command.option.JsonOption;
import io.multichat.app.command.option.SettingsOptions;
import io.multichat.app.command.option.UsageException;
import io.multichat.app.command.print.TerminalProgress;
import io.multichat.app.refill.FilledAnswer;
import io.multichat.app.refill.RedisRefill;
import io.multichat.app.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Completes the live conversations in Redis. */
@Command(
        name = "redis",
        description = {
            "Write the live conversations to Redis, with all messages that the archive holds and that fit into Redis' limits.",
            "The sinks may keep running; to refill the Redis of dev, dev must run. Sessions that are incomplete in Redis are read from"
                    + " SQLite in any case, so a refill only makes reading them fast again.",
            "An interrupted refill is complete after the command has been repeated."
        })
final class RefillRedisCommand implements Callable<Integer> {
    @Mixin
    private SettingsOptions options;

    @Mixin
    private ArchiveOptions archive;

    @Mixin
    private JsonOption json;

    @Option(
            names = "--within",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            defaultValue = "24h",
            description =
                    "A conversation is live if it has a message in this time before now (default: ${DEFAULT-VALUE}, that of"
                            + " redis.ttl).")
    private Duration within;

    @Option(
            names = "--scratch",
            paramLabel = "DIR",
            defaultValue = "${sys:java.io.tmpdir}",
            description = "Folder for a temporary copy of the live conversations (default: ${DEFAULT-VALUE}).")
    private Path scratch;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Settings settings = options.settings();
        Map<String, String> redis = archive.redis(settings);
        if (redis.isEmpty()) {
            throw new UsageException(
                    "no dev runs on the data directory, and redis.uri is empty; start dev, or set redis.uri");
        }
        FilledAnswer answer;
        try (TerminalProgress progress = TerminalProgress.on(spec.commandLine().getErr())) {
            answer = new RedisRefill(archive.archive(settings), redis, scratch)
                    .run(within, RefillProgressText.of(spec, progress));
        }
        RefillText.print(spec.commandLine(), json, answer);
        return 0;
    }
}
