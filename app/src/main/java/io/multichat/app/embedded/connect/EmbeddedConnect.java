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
 * A Kafka Connect worker in this process, without its HTTP server. It does not remember its connectors, so they must be created
 * after each start; their positions are kept in their consumer groups, named {@code connect-} and the connector's name.
 * Thread-safe.
 */
public final class EmbeddedConnect implements AutoCloseable {
    /** Long enough for a connector that contacts its store during validation. */
    private static final long CREATE_TIMEOUT_S = 60;

    private final Plugins plugins;
    private final StandaloneHerder herder;

    private EmbeddedConnect(Plugins plugins, StandaloneHerder herder) {
        this.plugins = plugins;
        this.herder = herder;
    }

    /**
     * Starts the worker. Returns when connectors can be created.
     *
     * @param bootstrapServers a broker that is running
     * @param pluginsDirectory one folder of jars for each plugin; preferred over the same plugins on the class path
     * @param offsetsFile for source connectors; its directory must exist
     * @throws EmbeddedStartException if the directory is missing, or the broker does not answer within a minute
     */
    public static EmbeddedConnect start(String bootstrapServers, Path pluginsDirectory, Path offsetsFile) {
        if (!Files.isDirectory(pluginsDirectory)) {
            throw new EmbeddedStartException("no plugins directory at " + pluginsDirectory + "; reinstall Multichat");
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
     * Creates a connector and returns when it has started. Its tasks start soon after, see {@link #health}.
     *
     * @param settings as in a connector's properties file, with {@code name} and {@code connector.class}
     * @throws EmbeddedStartException if settings are invalid, with all problems in its message, or if the connector does not
     *     start within a minute
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

    /** Only the problems: Connect puts one on each line, between a headline and a hint about its HTTP server. */
    private static String problems(Throwable failure) {
        return String.valueOf(failure.getMessage())
                .lines()
                .filter(line -> !line.startsWith("Connector configuration is invalid"))
                .filter(line -> !line.startsWith("You can also find the above list of errors"))
                .distinct()
                .collect(Collectors.joining("; "));
    }

    /** The states of all connectors, sorted by name. */
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
            // The connector was created but has not reported yet.
            return new ConnectorHealth(name, new ConnectorHealth.Part("UNASSIGNED", ""), List.of());
        }
    }

    private static ConnectorHealth.Part part(ConnectorStateInfo.AbstractState state) {
        return new ConnectorHealth.Part(state.state(), Objects.requireNonNullElse(state.trace(), ""));
    }

    /**
     * Stops after giving the tasks a few seconds to write and commit what they hold. The broker must still be running.
     */
    @Override
    public void close() {
        withLoaderOf(plugins, () -> {
            herder.stop();
            return herder;
        });
    }

    /** Connect's threads inherit the context class loader of the thread that starts them. */
    private static <T> T withLoaderOf(Plugins plugins, Supplier<T> action) {
        ClassLoader before = plugins.compareAndSwapWithDelegatingLoader();
        try {
            return action.get();
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }
}
