package io.multichat.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the process does when its output or its memory is limited. */
class MainTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"version", "version --json", "--help", "import --help"})
    void outputThatCannotBeWrittenIsAFailure(String arguments) throws Exception {
        String err = run(java("", arguments) + " > /dev/full");

        assertThat(Files.readString(folder.resolve("code"))).isEqualTo("1\n");
        assertThat(err)
                .isEqualToNormalizingNewlines(
                        "multichat: standard output cannot be written: No space left on device\n");
    }

    @Test
    void aReaderThatHasSeenEnoughEndsTheProgramQuietly() throws Exception {
        String err = run("{ " + java("", "version") + "; } | true");

        assertThat(Files.readString(folder.resolve("code"))).isEqualTo("141\n");
        assertThat(err).isEmpty();
    }

    @Test
    void devNamesTheMemoryThatItNeeds() throws Exception {
        String err = run(java("-Xmx64m", "dev --data-dir " + folder.resolve("data")));

        assertThat(Files.readString(folder.resolve("code"))).isEqualTo("2\n");
        assertThat(err).contains("at least 128 MiB", "MULTICHAT_JAVA_OPTS").hasLineCount(1);
    }

    /** A shell command that runs the program and writes its exit code to a file. */
    private String java(String options, String arguments) {
        return "(\"" + Path.of(System.getProperty("java.home"), "bin", "java") + "\" " + options
                + " io.multichat.app.Main " + arguments + "; echo $? > " + folder.resolve("code") + ")";
    }

    /** @return what the command printed on standard error */
    private String run(String command) throws IOException, InterruptedException {
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(err.toFile());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        builder.start().waitFor();
        return Files.readString(err);
    }
}
