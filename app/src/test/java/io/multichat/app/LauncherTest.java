package io.multichat.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The script {@code multichat}, with stand-ins for Java and Maven that print their arguments. */
class LauncherTest {
    private static final String JAVA = """
            #!/bin/sh
            case "$*" in
              *-version*) echo ' java.specification.version = 17' >&2 ;;
              *) echo "java $*" ;;
            esac
            """;

    private static final String MAVEN = """
            #!/bin/sh
            printf '\\033[1mmvn\\033[m %s\\n\\033[0m' "$*"
            exit ${MAVEN_EXIT:-0}
            """;

    @TempDir
    Path folder;

    private record Result(int exitCode, String out, String err) {}

    @BeforeEach
    void install() throws IOException {
        // The tests of a module run in its folder.
        Files.copy(Path.of("..", "multichat"), folder.resolve("multichat"));
        executable("jdk/bin/java", JAVA);
        executable("bin/mvn", MAVEN);
        Files.createDirectories(folder.resolve("app/target/multichat/lib"));
        Files.createFile(folder.resolve("app/target/multichat/lib/multichat-app-1.jar"));
    }

    @ParameterizedTest
    @CsvSource({
        "import - <&-,      standard input is closed",
        "publish - <&-,     standard input is closed",
        "sessions >&-,      standard output is closed"
    })
    void aClosedStreamIsRefusedBeforeJavaStarts(String arguments, String expected) throws Exception {
        Result result = run(arguments, Map.of());

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).startsWith("multichat: " + expected).hasLineCount(1);
        assertThat(result.out()).isEmpty();
    }

    @Test
    void aClosedStandardErrorIsReplaced() throws Exception {
        Result result = run("version 2>&-", Map.of());

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("io.multichat.app.Main version");
    }

    @ParameterizedTest
    @CsvSource({
        "MULTICHAT_JAVA_OPTS, -Xmx1g -XX:+UseZGC -Da=b",
        "MULTICHAT_JAVA_OPTS, -Xms1g\t-XX:+UseG1GC",
        "MULTICHAT_JAVA_OPTS, -XX:MaxHeapSize=64m -XX:+UseParallelGC",
        "MULTICHAT_JAVA_OPTS, -XX:InitialHeapSize=1g -XX:+UseG1GC",
        "MULTICHAT_JAVA_OPTS, -XX:+UseG1GC -XX:MaxRAMPercentage=50",
        "JAVA_TOOL_OPTIONS, -Xmx64m -XX:+UseG1GC",
        "JDK_JAVA_OPTIONS, -Xmx64m -XX:+UseG1GC",
    })
    void theCollectorAndTheHeapOfTheUserReplaceTheLaunchers(String variable, String options) throws Exception {
        Result result = run("version", Map.of(variable, options));

        assertThat(result.out()).doesNotContain("UseSerialGC", "-Xms128m", "-Xmx768m");
    }

    @Test
    void otherOptionsOfTheUserAreAdded() throws Exception {
        String options = "-XX:+UseStringDeduplication -XX:+HeapDumpOnOutOfMemoryError -Da=-Xmx1g";

        assertThat(run("version", Map.of()).out()).contains("-Xms128m -Xmx768m -XX:+UseSerialGC");
        assertThat(run("version", Map.of("MULTICHAT_JAVA_OPTS", options)).out())
                .contains("-Xms128m -Xmx768m -XX:+UseSerialGC", options);
    }

    /** Only commands that work long with their own code have the second compiler, and the user's locale reaches none. */
    @ParameterizedTest
    @CsvSource({
        "version, -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dfile.encoding=UTF-8",
        "dev, -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dfile.encoding=UTF-8",
        "serve, -XX:+UseSerialGC -Dfile.encoding=UTF-8",
    })
    void javaHasTheOptionsOfTheLauncher(String command, String expected) throws Exception {
        assertThat(run(command, Map.of("LC_ALL", "tr_TR.UTF-8")).out())
                .contains(expected)
                .contains("-Duser.language=en -Duser.country=US -Duser.script= -Duser.variant= -Duser.extensions= ");
    }

    @Test
    void neitherTheBuildNorTheProgramColorsAFile() throws Exception {
        Files.delete(folder.resolve("app/target/multichat/lib/multichat-app-1.jar"));

        Result result = run("version", Map.of());

        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).contains("mvn -B -q -Dstyle.color=never").doesNotContain("\u001b");
        assertThat(result.out()).contains("-Dmultichat.terminal=false").doesNotContain("\u001b");
    }

    @Test
    void aFailedBuildEndsTheProgram() throws Exception {
        Files.delete(folder.resolve("app/target/multichat/lib/multichat-app-1.jar"));

        Result result = run("version", Map.of("MAVEN_EXIT", "1"));

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("multichat: the build failed");
        assertThat(result.out()).isEmpty();
    }

    private Result run(String arguments, Map<String, String> environment) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", folder.resolve("multichat") + " " + arguments)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        builder.environment().merge("PATH", folder.resolve("bin").toString(), (old, first) -> first + ":" + old);
        builder.environment()
                .keySet()
                .removeAll(Set.of("MULTICHAT_JAVA_OPTS", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        builder.environment().putAll(environment);
        int exitCode = builder.start().waitFor();
        return new Result(exitCode, Files.readString(out), Files.readString(err));
    }

    private void executable(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
