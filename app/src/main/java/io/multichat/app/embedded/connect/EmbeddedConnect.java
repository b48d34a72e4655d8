package io.multichat.app.embedded.connect;

import io.multichat.app.embedded.EmbeddedStartException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.NotFoundException;
import org.apache.kafka.connect.runtime.Herder;
import org.apache.kafka.connect.runtime.isolation.Plugins;
import org.apache.kafka.connect.runtime.rest.entities.ConnectorInfo;
import org.apache.kafka.connect.runtime.rest.entities.ConnectorStateInfo;
import org.apache.kafka.connect.runtime.standalone.StandaloneHerder;
import org.apache.kafka.connect.util.FutureCallback;

/**
 * A Kafka Connect worker in this process, without its HTTP server. Connectors are forgotten when it closes and created
 * anew after the next start; what they have read so far is kept in their consumer groups, {@code connect-} and the
 * connector's name. Safe for use by several threads.
 */
public final class EmbeddedConnect implements AutoCloseable {
    /** Covers a connector that contacts its store before it agrees to start. */
    private static final long CREATE_TIMEOUT_S = 60;

    private final Plugins plugins;
    private final StandaloneHerder herder;

    private EmbeddedConnect(Plugins plugins, StandaloneHerder herder) {
        this.plugins = plugins;
        this.herder = herder;
    }

    /**
     * Starts the worker and returns when connectors can be created.
     *
     * @param bootstrapServers a broker that is running
     * @param pluginsDirectory one folder of jars for each plugin; they win over the same plugins on the class path
     * @param offsetsFile for source connectors; its directory must exist
     * @throws EmbeddedStartException if there is no such directory, or the broker does not answer within a minute
     */
    public static EmbeddedConnect start(String bootstrapServers, Path pluginsDirectory, Path offsetsFile) {
        if (!Files.isDirectory(pluginsDirectory)) {
            throw new EmbeddedStartException(
                    "there is no plugins directory " + pluginsDirectory + "; is the installation complete?");
        }
        Map<String, String> settings = ConnectSettings.of(bootstrapServers, pluginsDirectory, offsetsFile);
        try {
            Plugins plugins = IsolatedPlugins.load(settings);
            StandaloneHerder herder = withLoaderOf(plugins, () -> ConnectWorker.start(plugins, settings));
            return new EmbeddedConnect(plugins, herder);
        } catch (ConnectException e) {
            throw new EmbeddedStartException("Kafka Connect cannot start (" + e.getMessage() + ")", e);
        }
    }

    /**
     * Creates a connector and returns when it has started; its tasks start soon after, see {@link #health}.
     *
     * @param settings as in a connector's properties file; {@code name} and {@code connector.class} are needed
     * @throws EmbeddedStartException if settings are wrong, with all that is wrong, or if the connector does not start
     *     within a minute
     */
    public void create(Map<String, String> settings) {
        String name = Objects.requireNonNull(settings.get("name"), "a connector needs a name");
        FutureCallback<?> created = withLoaderOf(plugins, () -> submit(name, settings));
        try {
            created.get(CREATE_TIMEOUT_S, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new EmbeddedStartException(
                    "connector " + name + " cannot start: " + problems(e.getCause()), e.getCause());
        } catch (TimeoutException e) {
            throw new EmbeddedStartException(
                    "connector " + name + " did not start within " + CREATE_TIMEOUT_S + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedStartException("interrupted while connector " + name + " started", e);
        }
    }

    private FutureCallback<?> submit(String name, Map<String, String> settings) {
        FutureCallback<Herder.Created<ConnectorInfo>> callback = new FutureCallback<>();
        herder.putConnectorConfig(name, Map.copyOf(settings), false, callback);
        return callback;
    }

    /** One problem a line is what Connect says, between a headline and a hint at its HTTP server. */
    private static String problems(Throwable failure) {
        return String.valueOf(failure.getMessage())
                .lines()
                .filter(line -> !line.startsWith("Connector configuration is invalid"))
                .filter(line -> !line.startsWith("You can also find the above list of errors"))
                .distinct()
                .collect(Collectors.joining("; "));
    }

    /** Of all connectors, by name. */
    public List<ConnectorHealth> health() {
        return herder.connectors().stream().sorted().map(this::health).toList();
    }

    private ConnectorHealth health(String name) {
        try {
            ConnectorStateInfo info = herder.connectorStatus(name);
            List<ConnectorHealth.Part> tasks =
                    info.tasks().stream().map(EmbeddedConnect::part).toList();
            return new ConnectorHealth(name, part(info.connector()), tasks);
        } catch (NotFoundException e) {
            // It has been created and has not come to report yet.
            return new ConnectorHealth(name, new ConnectorHealth.Part("UNASSIGNED", ""), List.of());
        }
    }

    private static ConnectorHealth.Part part(ConnectorStateInfo.AbstractState state) {
        return new ConnectorHealth.Part(state.state(), Objects.requireNonNullElse(state.trace(), ""));
    }

    /**
     * Lets the tasks write and commit what they hold, for at most some seconds, and stops. Needs the broker still
     * running.
     */
    @Override
    public void close() {
        withLoaderOf(plugins, () -> {
            herder.stop();
            return herder;
        });
    }

    /** Connect's threads inherit the context class loader of the one that causes them. */
    private static <T> T withLoaderOf(Plugins plugins, Supplier<T> action) {
        ClassLoader before = plugins.compareAndSwapWithDelegatingLoader();
        try {
            return action.get();
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }
}
