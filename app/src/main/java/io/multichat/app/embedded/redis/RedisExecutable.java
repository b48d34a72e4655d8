package io.multichat.app.embedded.redis;

import io.multichat.app.embedded.EmbeddedStartException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.embedded.core.ExecutableProvider;
import redis.embedded.error.OsArchitectureNotFound;
import redis.embedded.error.UnknownOSName;
import redis.embedded.model.OsArchitecture;

/** Finds the {@code redis-server} to run. */
final class RedisExecutable {
    private static final Logger LOG = LoggerFactory.getLogger(RedisExecutable.class);

    private RedisExecutable() {}

    /**
     * The installed server if it is new enough for the Redis sink, otherwise the bundled one, unpacked into the directory.
     *
     * @param installed the {@code redis-server} of this machine, of any version; empty: none
     * @throws EmbeddedStartException if there is neither, or if neither can read the directory: an older server would start
     *     empty without saying so
     */
    static Path find(RedisFiles files, Optional<Path> installed) {
        boolean needsNewer = files.hasAppendOnlyFolder();
        RedisVersion oldest = needsNewer ? RedisVersion.APPEND_ONLY_FOLDER : RedisVersion.OLDEST;
        Optional<Path> usable = installed.filter(executable -> isAtLeast(oldest, executable));
        if (usable.isEmpty() && needsNewer) {
            throw new EmbeddedStartException("a redis-server " + oldest + " or newer has written " + files.directory()
                    + " but is no longer on the PATH; put it back, or move the directory away to start empty");
        }
        return usable.orElseGet(() -> unpack(files.directory()));
    }

    /** The first executable file of that name on the {@code PATH}. */
    static Optional<Path> onPath(String name) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(path.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    private static boolean isAtLeast(RedisVersion oldest, Path executable) {
        try {
            Process process = new ProcessBuilder(executable.toString(), "--version")
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            boolean enough = RedisVersion.parse(answer)
                    .filter(version -> version.isAtLeast(oldest))
                    .isPresent();
            if (!enough) {
                LOG.warn("{} is not used because it is older than {}: {}", executable, oldest, answer);
            }
            return enough;
        } catch (IOException e) {
            LOG.warn("{} is not used because it cannot be run", executable, e);
            return false;
        }
    }

    private static Path unpack(Path directory) {
        try {
            OsArchitecture machine = OsArchitecture.detectOSandArchitecture();
            if (!ExecutableProvider.newProvidedVersionsMap().containsKey(machine)) {
                throw new EmbeddedStartException(noneFor(machine.os + " " + machine.arch));
            }
            return ExecutableProvider.newJarResourceProvider(directory.toFile())
                    .get()
                    .toPath();
        } catch (OsArchitectureNotFound | UnknownOSName e) {
            throw new EmbeddedStartException(noneFor(System.getProperty("os.name")), e);
        } catch (IOException e) {
            throw new EmbeddedStartException(
                    "the bundled Redis cannot be unpacked into " + directory + " (" + e + ")", e);
        }
    }

    private static String noneFor(String machine) {
        return "no redis-server " + RedisVersion.OLDEST + " or newer is on the PATH, and none is bundled for " + machine
                + "; install Redis, or use a running one with --set redis.uri=redis://HOST:PORT";
    }
}
