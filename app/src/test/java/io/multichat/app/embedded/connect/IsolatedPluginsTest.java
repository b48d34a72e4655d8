package io.multichat.app.embedded.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.apache.kafka.connect.runtime.isolation.PluginClassLoader;
import org.apache.kafka.connect.runtime.isolation.PluginType;
import org.apache.kafka.connect.runtime.isolation.Plugins;
import org.apache.kafka.connect.sink.SinkConnector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plugin isolation with Multichat's own sinks, which are also on the class path. */
class IsolatedPluginsTest {
    @TempDir
    private Path directory;

    @Test
    void allSinksButSqliteAreLoadedFromThePluginsDirectoryEvenIfOnTheClassPath() throws Exception {
        List<SinkConnector> onClassPath = ServiceLoader.load(SinkConnector.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        assertThat(onClassPath).isNotEmpty();
        for (SinkConnector sink : onClassPath) {
            install(sink);
        }
        Map<String, String> settings = ConnectSettings.of("127.0.0.1:1", directory, directory.resolve("offsets"));

        Plugins plugins = IsolatedPlugins.load(settings);

        for (SinkConnector sink : onClassPath) {
            String name = sink.getClass().getName();
            // A second copy of SQLite's library in one process would not see the locks of the first.
            boolean isolated = !name.endsWith(".SqliteSinkConnector");
            assertThat(plugins.pluginClass(name).getClassLoader() instanceof PluginClassLoader)
                    .as(name)
                    .isEqualTo(isolated);
            assertThat(plugins.pluginVersion(name, plugins.pluginClass(name).getClassLoader(), PluginType.SINK))
                    .isEqualTo(sink.version());
        }
    }

    /** Copies the sink's own classes, without their dependencies, into a plugin folder. */
    private void install(SinkConnector sink) throws IOException, URISyntaxException {
        Path source = Path.of(sink.getClass()
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Path plugin = Files.createDirectory(directory.resolve(sink.getClass().getSimpleName()));
        if (Files.isRegularFile(source)) {
            Files.copy(source, plugin.resolve("sink.jar"));
        } else {
            pack(source, plugin.resolve("sink.jar"));
        }
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file);
                Stream<Path> found = Files.walk(classes)) {
            for (Path path : found.filter(Files::isRegularFile).toList()) {
                entries.putNextEntry(
                        new JarEntry(classes.relativize(path).toString().replace('\\', '/')));
                Files.copy(path, entries);
            }
        }
    }
}
