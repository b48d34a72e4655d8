package io.multichat.app.locale;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.app.testing.UserLocale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Stores, compaction and export in processes whose users have other digits, calendars and rules for letters. */
class EveryLocaleTest {
    /** A sink that cannot write tries again for ever. */
    private static final long LIMIT_S = 60;

    @TempDir
    private static Path folder;

    private static String expected;

    @BeforeAll
    static void runInTheCLocale() throws IOException, InterruptedException {
        expected = contents("c", UserLocale.C);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "C")
    void theStoresAndTheExportHaveTheSameBytes(UserLocale locale) throws Exception {
        assertThat(contents("locale-" + locale, locale)).isEqualTo(expected);
    }

    @Test
    void theCharacterSetAndTheTimeZoneMakeNoDifference() throws Exception {
        assertThat(contents("zone", UserLocale.C, "-Dfile.encoding=ISO-8859-1", "-Duser.timezone=Asia/Kathmandu"))
                .isEqualTo(expected);
    }

    private static String contents(String name, UserLocale locale, String... options)
            throws IOException, InterruptedException {
        Path data = Files.createDirectory(folder.resolve(name));
        Path log = folder.resolve(name + ".log");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Arrays.asList(locale.javaOptions()));
        command.addAll(Arrays.asList(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(StoredContents.class.getName(), data.toString(), locale.languageTag()));
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
