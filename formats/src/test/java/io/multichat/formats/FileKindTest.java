package io.multichat.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileKindTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "[{'a':1},{'b':2}]          | a JSON array",
                "[%n  {%n    'a': 1         | a JSON array",
                "[                          | a JSON array",
                "{%n  'messages': [%n       | a JSON object on several lines",
                "{'a':1}%n{'b':2}%n         | one JSON object per line",
                "{'a':1}                    | one JSON object per line",
                "[12:30] <ada> hello        | plain text",
                "id,sender,text%n1,ada,hi   | plain text",
                "<!DOCTYPE html><p>hi       | an HTML page",
                "<html>                     | an HTML page",
                "<?xml version='1.0'?>      | XML or plain text",
                "%n                         | an empty file"
            })
    void textIsRecognizedByItsFirstCharacters(String text, String kind) {
        String content = text.replace('\'', '"').replace("%n", "\n");

        assertThat(FileKind.of(content.getBytes(StandardCharsets.UTF_8))).isEqualTo(kind);
        assertThat(FileKind.of(("\uFEFF" + content).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-16LE, UTF-16 text",
        "UTF-16BE, UTF-16 text",
        "UTF-16, UTF-16 text",
        "UTF-32LE, UTF-32 text",
        "UTF-32BE, UTF-32 text",
        "X-UTF-32BE-BOM, UTF-32 text",
        "ISO-8859-1, text in an encoding other than UTF-8"
    })
    void otherEncodingsAreNamed(String charset, String kind) {
        assertThat(FileKind.of("{\"text\":\"café\"}\n".getBytes(Charset.forName(charset))))
                .isEqualTo(kind);
    }

    /** Each of U+3000, a wide blank, and U+0100 has a zero byte where ASCII has none. */
    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void charactersWithAZeroByteDoNotHideTheEncoding(String charset) {
        String text = "{\"platform\":\"line\",\"text\":\"図書館\u3000\u0100gra\"}\n";

        assertThat(FileKind.of(text.getBytes(Charset.forName(charset)))).isEqualTo("UTF-16 text");
    }

    @ParameterizedTest
    @CsvSource({
        "1f8b0800, a gzip file",
        "28b52ffd, a zstd file",
        "504b030414, a zip file",
        "425a6839, a bzip2 file",
        "53514c69746520666f726d6174203300, an SQLite database",
        "7f454c460201, a binary file",
        "0000000000000000, a binary file",
        "0000000100000002, a binary file",
        "0100000002000000, a binary file"
    })
    void otherFilesAreRecognizedByTheirFirstBytes(String hex, String kind) {
        assertThat(FileKind.of(HexFormat.of().parseHex(hex))).isEqualTo(kind);
    }

    @Test
    void nothingIsAnEmptyFile() {
        assertThat(FileKind.of(new byte[0])).isEqualTo(FileKind.EMPTY);
    }

    @Test
    void aHeadThatEndsInsideACharacterIsText() {
        byte[] text = "é".repeat(FileKind.HEAD_BYTES).getBytes(StandardCharsets.UTF_8);

        assertThat(FileKind.of(Arrays.copyOf(text, FileKind.HEAD_BYTES - 1))).isEqualTo("plain text");
    }
}
