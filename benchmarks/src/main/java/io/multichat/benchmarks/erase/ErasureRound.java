package io.multichat.benchmarks.erase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.multichat.benchmarks.child.BenchmarkException;
import io.multichat.benchmarks.cluster.Waiting;
import io.multichat.benchmarks.dev.DevStores;
import io.multichat.benchmarks.dev.RunningDev;
import io.multichat.benchmarks.load.Load;
import io.multichat.benchmarks.load.LoadPublisher;
import io.multichat.benchmarks.load.Volume;
import io.multichat.events.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Fills a {@code dev} with chat and erases one person with the command, while nothing else happens. */
public final class ErasureRound {
    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final int INTERRUPTED = -1;

    private ErasureRound() {}

    /**
     * Runs it once.
     *
     * @param folder for everything that it writes
     * @param load what others say
     * @param started receives what has to be closed if everything must end early
     * @throws BenchmarkException if the receipt does not say that everything is erased
     */
    public static ErasureResult run(Path folder, Load load, Consumer<AutoCloseable> started) {
        try (RunningDev dev = RunningDev.start(folder)) {
            started.accept(dev);
            try (DevStores stores = new DevStores(dev.layout(), dev.endpoints())) {
                Volume volume = fill(dev, stores, load);
                long bytes = new CleanedFile(dev.layout().sessions()).bytes();
                return new ErasureResult(volume, bytes, erase(folder, dev));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Volume fill(RunningDev dev, DevStores stores, Load load) {
        String broker = dev.endpoints().bootstrapServers();
        Volume volume = new LoadPublisher(broker, Topics.MESSAGES).publish(load);
        ErasedPerson.publish(
                broker, load.timing().start(), load.timing().perMessage().multipliedBy(load.messages()));
        long messages = volume.distinct() + ErasedPerson.MESSAGES;
        Waiting.until("SQLite has all messages", PATIENCE, () -> stores.sqliteHas(messages));
        Waiting.until("the archive has all messages", PATIENCE, () -> stores.archiveHas(messages));
        Waiting.until("Redis has all messages", PATIENCE, stores::redisHasAllOfSqlite);
        Waiting.until("all sessions are announced", PATIENCE, () -> stores.sqliteHasSessionsOf(messages));
        return volume;
    }

    private static ErasureResult.Times erase(Path folder, RunningDev dev) throws IOException {
        CleanedFile file = new CleanedFile(dev.layout().sessions());
        Path receipt = folder.resolve("receipt.json");
        long began = System.nanoTime();
        Process command = new ProcessBuilder(
                        "./multichat",
                        "erase",
                        "person",
                        "--platform",
                        ErasedPerson.PLATFORM,
                        "--id",
                        ErasedPerson.ID,
                        "--yes",
                        "--json",
                        "--data-dir",
                        dev.layout().root().toString())
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("erase.log").toFile()))
                .redirectOutput(receipt.toFile())
                .start();
        Waiting.until("the first command is applied", PATIENCE, () -> file.erasures() > 0);
        long begun = since(began);
        Waiting.until("all commands are applied", PATIENCE, () -> file.erasures() == ErasedPerson.CONVERSATIONS);
        long applied = since(began);
        Waiting.until("SQLite has cleaned its file", PATIENCE, file::isClean);
        long cleaned = since(began);
        int exitCode = exitCode(command);
        long done = since(began);
        requireComplete(exitCode, receipt);
        return new ErasureResult.Times(begun, applied, cleaned, done);
    }

    private static int exitCode(Process command) {
        try {
            return command.waitFor();
        } catch (InterruptedException e) {
            command.destroy();
            Thread.currentThread().interrupt();
            return INTERRUPTED;
        }
    }

    private static void requireComplete(int exitCode, Path file) throws IOException {
        String printed = Files.readString(file);
        if (exitCode != 0) {
            throw new BenchmarkException("the erasure ended with the exit code " + exitCode + ": " + printed);
        }
        JsonNode receipt = new JsonMapper().readTree(printed);
        for (String store : new String[] {"sqlite", "archive", "redis"}) {
            JsonNode counts = receipt.path("stores").path(store);
            long before = counts.path("before").path("messages").longValue();
            // Redis keeps the newest messages of a conversation.
            boolean all = store.equals("redis") ? before > 0 : before == ErasedPerson.MESSAGES;
            if (!all || counts.path("after").path("messages").longValue() != 0) {
                throw new BenchmarkException("the receipt does not say that " + store
                        + " held the person and holds nothing any more: " + counts);
            }
        }
    }

    private static long since(long began) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    }
}
