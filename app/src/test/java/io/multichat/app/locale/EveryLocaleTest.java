package io.multichat.app.locale;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stores, compaction and export in processes whose users have other digits, calendars and rules for letters. */
class EveryLocaleTest {
    /** A sink that cannot write tries again for ever. */
    private static final long LIMIT_S = 60;

    @TempDir
    private static Path folder;

    private static String expected;

    @BeforeAll
    static void runInTheRootLocale() throws IOException, InterruptedException {
        expected = contents("root", "-Duser.language=", "-Duser.country=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Duser.language=tr -Duser.country=TR",
                "-Duser.language=fa -Duser.country=IR",
                "-Duser.language=ar -Duser.country=EG",
                "-Duser.language=th -Duser.country=TH -Duser.extensions=ca-buddhist-nu-thai",
                "-Duser.language=hi -Duser.country=IN -Duser.extensions=nu-deva",
                "-Duser.language=en -Duser.country=US -Dfile.encoding=ISO-8859-1 -Duser.timezone=Asia/Kathmandu"
            })
    void theStoresAndTheExportHaveTheSameBytes(String options) throws Exception {
        assertThat(contents("l" + options.hashCode(), options.split(" "))).isEqualTo(expected);
    }

    private static String contents(String name, String... options) throws IOException, InterruptedException {
        Path data = Files.createDirectory(folder.resolve(name));
        Path log = folder.resolve(name + ".log");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Arrays.asList(options));
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), StoredContents.class.getName(), data.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = process.waitFor(LIMIT_S, TimeUnit.SECONDS);
        process.destroyForcibly().waitFor();
        assertThat(ended).as(Files.readString(log)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
        return Files.readString(data.resolve(StoredContents.RESULT));
    }
}
